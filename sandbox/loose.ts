/** Answers in other forms than the contracts show: what a vendor that nobody pictured might send. Names no vendor. */

import { isPlainObject } from 'lodash';

/** What the changes need to know of a vendor. */
export interface Loosened {
	/** The vendor's form of an error. */
	errorBody: (status: number, message: string) => unknown;
}

/** Turns the JSON of an answer into another form; gives the same back where there is nothing to change. */
export type Loosen = (answer: unknown, vendor: Loosened) => unknown;

type Fields = Record<string, unknown>;

/** What says whether more rows follow, in any contract. */
const LAST = ['is_last_page'];
const MORE = ['moreAvailable', 'availableMore', 'hasMore'];
const FLAGS = [...LAST, ...MORE];

/** What counts rows or pages of a list, in any contract. */
const COUNTS = ['found', 'total', 'total_rows', 'count', 'totalResults', 'totalCount'];
const PAGES = ['pages', 'total_pages', 'totalPages'];

/** Whether a value is an object of JSON. */
export const isFields = (value: unknown): value is Fields => isPlainObject(value);

/** A copy in which each value that is neither a list nor an object is what `change` makes of it. */
export function mapLeaves(value: unknown, change: (leaf: unknown) => unknown): unknown {
	if (Array.isArray(value)) return value.map((entry) => mapLeaves(entry, change));
	if (!isFields(value)) return change(value);
	const entries = Object.entries(value).map(([name, inner]) => [name, mapLeaves(inner, change)]);
	return Object.fromEntries(entries) as Fields;
}

/** The key under which an answer has its list; undefined when it has none, or is the list. */
export const listKey = (answer: unknown): string | undefined =>
	isFields(answer)
		? Object.keys(answer).find((name) => {
				const value = answer[name];
				return Array.isArray(value) && value.every(isFields);
			})
		: undefined;

/** A copy in which `change` was made to what an answer has in `data`, where that has the list. */
function inEnvelope(answer: unknown, change: (inner: unknown) => unknown): unknown {
	const hasList = isFields(answer) && listKey(answer.data) !== undefined;
	return hasList ? { ...answer, data: change(answer.data) } : answer;
}

/** A copy in which what stands about a page beside its list, directly or in `meta`, is changed by name. */
export function mapPageInfo(
	answer: unknown,
	change: (value: unknown, name: string) => unknown,
): unknown {
	if (listKey(answer) === undefined || !isFields(answer)) {
		return inEnvelope(answer, (inner) => mapPageInfo(inner, change));
	}
	const mapped = (fields: Fields) =>
		Object.fromEntries(
			Object.entries(fields).map(([name, value]) => {
				const known = [...FLAGS, ...COUNTS, ...PAGES].includes(name);
				return [name, known ? change(value, name) : value];
			}),
		);
	const { meta } = answer;
	return { ...mapped(answer), ...(isFields(meta) ? { meta: mapped(meta) } : {}) };
}

const asText = (value: unknown) =>
	typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;

/** Whether nothing follows, by the flags of an answer; undefined when it has none. */
function isLast(answer: unknown): boolean | undefined {
	let last: boolean | undefined;
	mapPageInfo(answer, (value, name) => {
		if (LAST.includes(name)) last = value === true;
		if (MORE.includes(name)) last = value === false;
		return value;
	});
	return last;
}

/** An empty list beside other things as an empty object. */
function emptied(fields: Fields): Fields {
	const key = listKey(fields)!;
	return (fields[key] as unknown[]).length === 0 ? { ...fields, [key]: {} } : fields;
}

/** How many rows more than there are `totals` speaks of. */
const TOO_MANY = 7;

/** The forms, by the name that the control API has for each. */
export const LOOSE = {
	/** Numbers and booleans as text. */
	types: (answer) => mapLeaves(answer, asText),
	/** Every boolean as text. */
	flags: (answer) => mapLeaves(answer, (leaf) => (leaf === !!leaf ? String(leaf) : leaf)),
	/** Totals that speak of more rows and pages than there are. */
	totals: (answer) =>
		mapPageInfo(answer, (value, name) => {
			if (FLAGS.includes(name) || typeof value !== 'number') return value;
			return value + (PAGES.includes(name) ? 2 : TOO_MANY);
		}),
	/** The vendor's error instead of the answer, with the status of a success. */
	errors: (_answer, { errorBody }) => errorBody(404, 'Quota of zone 17 is used up'),
	/** An empty list as an empty object. */
	emptyList: (answer) => {
		if (Array.isArray(answer) && answer.length === 0) return {};
		return isFields(answer) && listKey(answer) !== undefined
			? emptied(answer)
			: inEnvelope(answer, (inner) => emptied(inner as Fields));
	},
	/** Every page says that it is the last one, whatever the totals beside it say. */
	lastFlag: (answer) =>
		mapPageInfo(answer, (value, name) => {
			if (!FLAGS.includes(name)) return value;
			return isLast(answer) === undefined ? value : LAST.includes(name);
		}),
	/** No number of pages. */
	pagesNull: (answer) =>
		mapPageInfo(answer, (value, name) => (PAGES.includes(name) ? null : value)),
} satisfies Record<string, Loosen>;

export type LooseForm = keyof typeof LOOSE;
