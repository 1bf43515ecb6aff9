import { chunk } from 'lodash';
import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { readBody } from '../shared/call/answers';
import type { Client } from '../shared/call/client';
import { texts } from '../shared/fields/commonFields';
import { inUtc, splitPeriod, type Period } from '../shared/fields/dates';
import { fieldList } from '../shared/fields/field';
import type { Fields, FieldsOf } from '../shared/fields/fields';
import { objectsIn } from '../shared/fields/lists';
import { input } from './api';
import type { Operations } from './contract';
import { bot } from './locators';
import { tagFilter, tagsOf } from './tags';

/** What sessions and messages have in common: whose they are, and which ones. */
export const scope = fieldList([
	{
		displayName: 'Scope',
		name: 'scope',
		type: 'options',
		options: [
			{ name: 'Account', value: 'account', description: 'All bots of the account' },
			{ name: 'Bot', value: 'bot', description: 'One bot' },
		],
		default: 'bot',
		description: 'Account needs an app that was created in the Admin Console',
	},
	{ ...bot, displayOptions: { show: { scope: ['bot'] } } },
]);

export const filters = fieldList([
	input('session.getAll', 'callId', {
		isId: true,
		description: 'Only of this call, for voice channels',
	}),
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		default: '',
		description:
			'Begin of the time range. Without From and To, Kore.ai gives the last seven days. Longer ranges are split into several calls.',
	},
	texts(
		'Session IDs',
		'sessionIds',
		'Session ID',
		'ids',
		'Only these sessions. To get sessions, Kore.ai then ignores every other filter; to get messages, give From and To as well.',
	),
	tagFilter,
	{
		displayName: 'To',
		name: 'to',
		type: 'dateTime',
		notBefore: 'from',
		default: '',
		description: 'End of the time range. Without it, now. A date without a time is its beginning.',
	},
	input('session.getAll', 'userId', {
		isId: true,
		description: 'Only of this person: email address or enterprise user ID',
	}),
]);

type Filters = FieldsOf<typeof filters>;

/** The dates of one call have to be less than seven days apart (docs/evidence/kore-ai.md §3.3); a day may have 25 hours. */
export const WINDOW = { hours: 7 * 24, seconds: -1 };

const MAX_WINDOWS = 1000;

const datesOf = ({ from, to }: Partial<Period>) => ({ dateFrom: inUtc(from), dateTo: inUtc(to) });

/** The dates of the calls that a time range needs, the earliest first; none when it ends before it begins. */
export const datesBetween = (period: Period): Array<ReturnType<typeof datesOf>> =>
	period.to < period.from ? [] : splitPeriod(period, WINDOW).map(datesOf);

/** Throws, naming the date field `name`, when a time range that it begins would take too many calls. */
export function checkLength<Name extends string>(
	given: Fields<Record<Name, unknown>>,
	name: Name,
	{ from, to }: Period,
): void {
	if (to.diff(from).as('weeks') > MAX_WINDOWS) {
		given.fail(name, 'is too long ago', `Choose one within ${MAX_WINDOWS} weeks.`);
	}
}

/** The dates of each call, the latest first, or the earliest with `forward`. */
function windowsOf(given: Filters, forward: boolean): Array<ReturnType<typeof datesOf>> {
	const from = given.get('from');
	const to = given.get('to');
	// Kore.ai takes the seven days up to To when there is no From.
	if (!from) return [datesOf({ to })];
	const end = to ?? DateTime.now();
	if (end < from) given.fail('from', 'is in the future', "Choose an earlier date, or a 'To'.");
	checkLength(given, 'from', { from, to: end });
	const parts = datesBetween({ from, to: end });
	return forward ? parts : parts.reverse();
}

/** More session IDs are refused; with them every other filter is ignored (docs/evidence/kore-ai.md §3.3). */
export const IDS_PER_CALL = 50;

/** Session IDs in parts of `size`; one part without any when none are given. */
function idsOf(given: Filters, size: number): Array<{ sessionId?: string[] }> {
	const all = given.get('sessionIds');
	return all ? chunk([...new Set(all)], size).map((sessionId) => ({ sessionId })) : [{}];
}

/** What Kore.ai takes where nothing is given, and the filter for something else. */
type Default = [what: string, filter: string];

/** Of the time range; nothing where one is given. */
export const lastDays = (given: Filters): Default[] =>
	(given.get('from') ?? given.get('to')) ? [] : [['the last seven days', "'From'"]];

/** Says of an empty list under which of Kore.ai's defaults it is empty, by the filter that would be another. */
export function tellDefaults(api: Client<Operations>, defaults: Default[]): void {
	if (defaults.length === 0) return;
	const looked = defaults.map(([what]) => what).join(' and ');
	const filters = defaults.map(([, filter]) => filter).join(' and ');
	api.hint(
		`The list is empty: without filters for it, Kore.ai looks at ${looked} only. Add ${filters}.`,
	);
}

interface Splitting {
	idsPerCall: number;
	/** Whether dates do not count beside session IDs. */
	idsAlone?: boolean;
	/** Whether the oldest come first. */
	forward?: boolean;
}

/** The inputs of the calls that Filters ask for: one per so many session IDs, and per window of the time range. */
export function inputsInTurn<Input extends { body?: object }>(
	common: Input,
	given: Filters,
	{ idsPerCall, idsAlone = false, forward = false }: Splitting,
): Input[] {
	const tags = tagsOf(given);
	const parts = idsOf(given, idsPerCall);
	const windows = idsAlone && parts[0].sessionId ? [{}] : windowsOf(given, forward);
	return parts.flatMap((ids) =>
		windows.map((dates) => ({ ...common, body: { ...common.body, tags, ...dates, ...ids } })),
	);
}

/** All tags of a session or message as `name: value`, whatever they are tags of; several values as a list. */
export function tagNames(tags: unknown): IDataObject {
	const values = new Map<string, unknown[]>();
	// Lists and tags are seen as such only; a text of JSON is taken for one.
	const read = (part: unknown) => readBody(part).value;
	const lists = Object.values(read(tags) ?? {}).map(read);
	for (const { name, value } of objectsIn(lists.flat().map(read))) {
		const known = values.get(String(name)) ?? [];
		values.set(String(name), known.includes(value) ? known : [...known, value]);
	}
	return Object.fromEntries(
		[...values].map(([name, all]) => [name, all.length === 1 ? all[0] : all]),
	) as IDataObject;
}
