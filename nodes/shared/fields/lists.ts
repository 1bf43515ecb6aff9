import { isObjectLike } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

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

/** The objects in a value that should be a list of them, whatever a service made of it: none in anything else. */
export const objectsIn = <T extends object = IDataObject>(value: unknown): T[] =>
	[value].flat().filter(isThing) as T[];
