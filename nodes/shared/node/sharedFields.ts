import { groupBy, mapValues, pull } from 'lodash';

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
	const keyed = places.map((place) => ({
		place,
		fields: place.fields.map((field) => ({ field, key: JSON.stringify(field) })),
	}));
	const users = groupBy(
		keyed.flatMap(({ place, fields }) => fields.map((one) => ({ ...one, place }))),
		'key',
	);
	const described = mapValues(users, (own) =>
		descriptionsOf(own[0].field, new Set(own.map(({ place }) => place)), places),
	);
	return inEveryOrder(
		keyed.map(({ place: { resource }, fields }) =>
			fields.flatMap(({ key }) =>
				described[key].filter(({ resources }) => resources.includes(resource)),
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
	for (const list of lists) {
		list.forEach((one, place) => {
			const own = before.get(one) ?? new Set();
			if (place > 0) own.add(list[place - 1]);
			before.set(one, own);
		});
	}
	const left = [...before.keys()];
	const order: T[] = [];
	while (left.length > 0) {
		// Where two lists contradict each other, the first one's order is kept.
		const next = left.find((one) => before.get(one)?.size === 0) ?? left[0];
		order.push(next);
		pull(left, next);
		for (const own of before.values()) own.delete(next);
	}
	return order;
}
