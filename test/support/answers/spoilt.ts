import { cloneDeep, get, set, unset } from 'lodash';

import { isFields } from '../../../sandbox/loose';
import { json, type Change } from './kinds';

/** The paths of everything inside an answer; a list counts as its entries, all of which are meant by `*`. */
function pathsIn(value: unknown, trail: string[] = []): string[][] {
	if (trail.length > 5) return [];
	const inner = Array.isArray(value)
		? value.slice(0, 1).map((entry): [string, unknown] => ['*', entry])
		: isFields(value)
			? Object.entries(value)
			: [];
	return inner.flatMap(([name, entry]) => [[...trail, name], ...pathsIn(entry, [...trail, name])]);
}

/** The real paths that one with `*` stands for; `first`: only the first entry of the outermost list. */
function spread(answer: unknown, path: string[], first: boolean): string[][] {
	const at = path.indexOf('*');
	if (at < 0) return [path];
	const list: unknown = at === 0 ? answer : get(answer, path.slice(0, at));
	const entries = Array.isArray(list) ? list : [];
	const used = first ? entries.slice(0, 1) : entries;
	return used.flatMap((_, index) =>
		spread(answer, [...path.slice(0, at), String(index), ...path.slice(at + 1)], false),
	);
}

/** A number in the place of a value; others for others, so that keys stay keys. */
const numberFor = (value: unknown) =>
	[...(json(value) ?? '')].reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) % 9_999_991, 4711);

/** Ways to spoil one value. */
const SPOILT: Record<string, (value: unknown) => unknown> = {
	null: () => null,
	missing: () => undefined,
	'empty text': () => '',
	'an object': (value) => (isFields(value) ? { '0': value } : {}),
	'a list': (value) => (Array.isArray(value) ? [value] : [value]),
	'JSON text': (value) => json(value),
	// Others stay others.
	'a number': numberFor,
};
/** Those after which the value is still there. */
const KEPT = ['a list', 'JSON text'];

/** Every value of a sample, spoilt in every way: in all rows, or in the first alone. `row`: how deep rows are. */
export function spoiltValues(sample: unknown, row: number): Change[] {
	return pathsIn(sample).flatMap((path) =>
		Object.entries(SPOILT).flatMap(([how, spoil]) =>
			[false, ...(path.includes('*') ? [true] : [])].map((first): Change => {
				const kept = KEPT.includes(how);
				const values = (answer: unknown) =>
					spread(answer, path, false).map((at): unknown => get(answer, at));
				return {
					...(path.length > row && { spoils: values }),
					name: `${path.join('.')} ${how}${first ? ', once' : ''}`,
					kind: kept ? 'same' : 'less',
					alter: (answer) => {
						const copy = cloneDeep(answer) as object;
						for (const at of spread(answer, path, first)) {
							const value = spoil(get(answer, at));
							if (value === undefined) unset(copy, at);
							else set(copy, at, value);
						}
						return copy;
					},
				};
			}),
		),
	);
}
