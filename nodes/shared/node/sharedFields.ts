import { groupBy, memoize } from 'lodash';

import type { Field } from '../fields/field';

/** An operation of a resource, and its fields in their order. */
export interface Place {
	resource: string;
	operation: string;
	fields: readonly Field[];
}

/** A field that every one of these operations has which there is in any of these resources. */
export interface SharedField {
	field: Field;
	resources: string[];
	operations: string[];
}

/** The fields of all operations, equal ones described once as far as one condition of n8n's can say who has them. */
export function sharedFields(places: Place[]): SharedField[] {
	const firstAlike = new Map<string, Field>();
	const alike = memoize((field: Field): Field => {
		const key = JSON.stringify(field);
		const first = firstAlike.get(key) ?? field;
		firstAlike.set(key, first);
		return first;
	});
	const users = new Map<Field, Set<Place>>();
	const lists = places.map((place) => {
		const fields = place.fields.map(alike);
		for (const field of fields) users.set(field, (users.get(field) ?? new Set()).add(place));
		return { resource: place.resource, fields };
	});
	const described = new Map(
		[...users].map(([field, own]) => [field, descriptionsOf(field, own, places)]),
	);
	return inEveryOrder(
		lists.map(({ resource, fields }) =>
			fields.flatMap((field) =>
				(described.get(field) ?? []).filter(({ resources }) => resources.includes(resource)),
			),
		),
	);
}

/** As few as possible, each for all resources that it fits. */
function descriptionsOf(field: Field, users: Set<Place>, places: Place[]): SharedField[] {
	const described: SharedField[] = [];
	const fits = ({ resources, operations }: SharedField) =>
		places.every(
			(place) =>
				users.has(place) ||
				!resources.includes(place.resource) ||
				!operations.includes(place.operation),
		);
	for (const [resource, own] of Object.entries(groupBy([...users], 'resource'))) {
		const operations = own.map(({ operation }) => operation);
		const found = described.find((one) =>
			fits({
				field,
				resources: [...one.resources, resource],
				operations: [...one.operations, ...operations],
			}),
		);
		if (found === undefined) {
			described.push({ field, resources: [resource], operations });
		} else {
			found.resources.push(resource);
			found.operations = [...new Set([...found.operations, ...operations])];
		}
	}
	return described;
}

/** What is in any of the lists, once, so that each comes after those that are right before it in a list. */
export function inEveryOrder<T>(lists: T[][]): T[] {
	const before = new Map<T, Set<T>>();
	const after = new Map<T, Set<T>>();
	for (const list of lists) {
		for (const [place, one] of list.entries()) {
			if (!before.has(one)) before.set(one, new Set());
			if (place === 0) continue;
			before.get(one)?.add(list[place - 1]);
			const followers = after.get(list[place - 1]) ?? new Set();
			after.set(list[place - 1], followers.add(one));
		}
	}
	const left = new Set(before.keys());
	const isNext = (one: T) => before.get(one)?.size === 0;
	const order: T[] = [];
	while (left.size > 0) {
		// Where two lists contradict each other, the first one's order is kept.
		const rest = [...left];
		const next = rest.find(isNext) ?? rest[0];
		order.push(next);
		left.delete(next);
		for (const one of after.get(next) ?? []) before.get(one)?.delete(next);
	}
	return order;
}
