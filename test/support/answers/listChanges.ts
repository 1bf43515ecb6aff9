import { cloneDeep, get, set, unset } from 'lodash';

import { LOOSE } from '../../../sandbox/loose';
import { json, named, type Change } from './kinds';
import type { ListForm } from './lists';
import type { Alter } from './vendor';

const putRows = ({ rows }: ListForm, answer: unknown, value: unknown): unknown =>
	rows === '' ? value : set(cloneDeep(answer) as object, rows, value);

/** The rows of an answer. */
export const takeRows = ({ rows }: ListForm, answer: unknown): unknown[] =>
	(rows === '' ? answer : get(answer, rows)) as unknown[];

/** The rows in another form. */
export function ofRows(form: ListForm): Change[] {
	const rows = (change: (rows: unknown[]) => unknown): Alter => {
		return (answer) => putRows(form, answer, change(takeRows(form, answer)));
	};
	const same = named('same', {
		'rows by number': rows((all) => ({ ...all })),
		'rows in a list': rows((all) => [all]),
		'rows as JSON text': rows(json),
		'rows in items': rows((items) => ({ items })),
		'each row in a list': rows((all) => all.map((row) => [row])),
		'each row in node': rows((all) => all.map((node) => ({ node }))),
		'a null among the rows': rows((all) => [null, ...all]),
		'a text among the rows': rows((all) => [...all, 'end']),
	});
	const nothing = named('nothing', {
		'rows null': rows(() => null),
		'rows an empty object': rows(() => ({})),
		'rows empty text': rows(() => ''),
		'rows a list of null': rows(() => [null]),
		'rows false': rows(() => false),
	});
	const empty = named('empty', {
		'no rows': rows(() => []),
		'no rows, as an object': rows(() => ({})),
		'no rows, as null': rows(() => null),
	}).map(
		(change): Change => ({ ...change, alter: (answer) => uncounted(form, change.alter(answer)) }),
	);
	if (form.rows === '') return [...same, ...nothing.slice(1), ...empty];
	const bare = named('same', {
		'the rows alone': (answer) => takeRows(form, answer),
		'rows under another name': (answer) => {
			const copy = cloneDeep(answer) as object;
			unset(copy, form.rows);
			return set(copy, form.rows.replace(/[^.]+$/, 'records'), takeRows(form, answer));
		},
	});
	return [
		...same,
		...nothing,
		...empty,
		...bare,
		...named('nothing', { 'rows missing': without(form.rows) }),
	];
}

/** Totals and flags that agree with a list without rows. */
function uncounted({ total, pages, last, cursor }: ListForm, answer: unknown): unknown {
	const copy = cloneDeep(answer) as object;
	if (total) set(copy, total, 0);
	if (pages) set(copy, pages, 0);
	if (last) set(copy, last[0], last[1]);
	if (cursor) set(copy, cursor, null);
	return copy;
}

const without =
	(path: string): Alter =>
	(answer) => {
		const copy = cloneDeep(answer) as object;
		unset(copy, path);
		return copy;
	};

/** Totals and flags that are loosely typed, missing, or contradict the rows. */
export function ofTotals({ total, pages, last, cursor }: ListForm, hasRows = true): Change[] {
	const at = (path: string, value: (old: unknown) => unknown): Alter => {
		return (answer) => set(cloneDeep(answer) as object, path, value(get(answer, path)));
	};
	const changes: Change[] = [];
	for (const path of [total, pages, last?.[0]].filter((one) => one !== undefined)) {
		changes.push(
			...named('same', {
				[`${path} null`]: at(path, () => null),
				[`${path} missing`]: without(path),
				[`${path} as text`]: at(path, String),
				[`${path} empty text`]: at(path, () => ''),
				[`${path} an object`]: at(path, () => ({})),
			}),
		);
	}
	if (last) {
		const [path, onLast] = last;
		changes.push(
			...named('same', {
				[`${path} as 1 or 0`]: at(path, Number),
				[`${path} as '1' or '0'`]: at(path, (flag) => String(Number(flag))),
				[`${path} as yes or no`]: at(path, (flag) => (flag ? 'yes' : 'no')),
			}),
		);
		if (total)
			changes.push(...named('same', { [`${path} always the last`]: at(path, () => onLast) }));
	}
	if (total) {
		const more = (old: unknown) => Number(old) + 7;
		changes.push(
			...named('short', {
				[`${total} more than come`]: at(total, more),
				[`${total} more than come, as text`]: at(total, (old) => String(more(old))),
			}),
			...named('same', {
				[`${total} 0`]: at(total, () => 0),
				[`${total} negative`]: at(total, () => -1),
			}),
		);
	}
	if (cursor && hasRows) {
		// On the last page there is none to be spoilt.
		const unlessLast = (to: unknown) => at(cursor, (old) => (old === null ? null : to));
		changes.push(
			...named('same', {
				[`${cursor} empty text on the last page`]: at(cursor, (old) => old ?? ''),
			}),
			...named('short', {
				[`${cursor} an object`]: unlessLast({}),
				[`${cursor} always the same`]: unlessLast('always'),
				...(last && {
					[`${cursor} null`]: unlessLast(null),
					[`${cursor} missing`]: without(cursor),
					[`${cursor} empty text`]: unlessLast(''),
				}),
			}),
		);
	}
	if (pages) changes.push(...named('same', { [`${pages} 0`]: at(pages, () => 0) }));
	if (total && (pages ?? last)) changes.push({ name: 'totals', kind: 'short', alter: totals });
	return changes;
}

const totals: Alter = (answer) => LOOSE.totals(answer);
