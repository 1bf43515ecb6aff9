import { isObjectLike } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { readable } from './json';

/** Whether a value is an object with names, and no list. */
export const isThing = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether objects and lists stand in each other more than `levels` deep; without calling itself, which foreign data could exhaust. */
export function isDeeperThan(value: unknown, levels: number): boolean {
	let level: unknown[] = [value];
	for (let depth = 0; ; depth++) {
		const objects = level.filter(isObjectLike) as object[];
		if (objects.length === 0) return false;
		if (depth === levels) return true;
		level = objects.flatMap((one) => Object.values(one) as unknown[]);
	}
}

/** Things by what `keyOf` gives of each, one key or several, in their order. */
export function groupsOf<T>(all: T[], keyOf: (one: T) => string | string[]): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const one of all) {
		for (const key of new Set([keyOf(one)].flat())) {
			const group = groups.get(key);
			if (group) group.push(one);
			else groups.set(key, [one]);
		}
	}
	return groups;
}

/** The objects in a value that should be a list of them, whatever a service made of it, texts of JSON too: none in anything else. */
export const objectsIn = <T extends object = IDataObject>(value: unknown): T[] =>
	[readable(value)].flat().map(readable).filter(isThing) as T[];

/** The object that a value should be, or a text of JSON in its place is; one without names of anything else. */
export const thingIn = (value: unknown): IDataObject => {
	const read = readable(value);
	return isThing(read) ? read : {};
};
