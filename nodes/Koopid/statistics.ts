import type { IDataObject } from 'n8n-workflow';

import { inParallel } from '../shared/call/concurrency';
import { fieldList } from '../shared/fields/field';
import type { FieldsOf } from '../shared/fields/fields';
import { operation, rowsOf } from './api';
import type { Operations } from './contract';
import { provider, providerOf } from './provider';
import { rangeOptions, rangesOf, fromAndTo, type Range, type RangeFields } from './timeRange';

/** Said of what the body of a POST may hold: Koopid publishes none (docs/evidence/koopid.md §4). */
const BODY =
	'Koopid does not publish what it takes here. These fields are sent over those of the form, so an own name or value wins.';

/** The form of a POST: a time range, an interval, and a JSON body over both. */
export const form = fieldList([
	...fromAndTo,
	rangeOptions(
		{
			displayName: 'Body (JSON)',
			name: 'body',
			type: 'json',
			default: '{}',
			description: BODY,
		},
		{
			displayName: 'Interval',
			name: 'interval',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 86400000,
			description:
				'How long the span of one row is, sent as interval. Its name and unit are guesses: Koopid says only that there is one. 86400000 would be a day in milliseconds; Time Unit does not change it.',
		},
	),
]);

/** The JSON bodies of a POST, one per window. */
export function bodiesOf(
	fields: FieldsOf<typeof form>,
): Array<{ body: IDataObject; range: Range }> {
	const options = fields.group('options');
	const own = options.get('body') ?? {};
	if (typeof own !== 'object' || Array.isArray(own)) {
		return options.fail('body', 'is no JSON object', 'Use { "name": "value" }.');
	}
	if (options.get('windowDays') !== undefined && ('start' in own || 'end' in own)) {
		const why = 'sets the time range, which is split into windows';
		options.fail('body', why, "Remove start and end from it, or 'Window Size (Days)'.");
	}
	const interval = options.get('interval');
	return rangesOf(fields).map((range) => {
		const { start, end } = range;
		return { range, body: { start, end, interval, ...own } };
	});
}

/** Calls of one item under way at the same time; Calls in Flight limits those of all items. */
const AT_ONCE = 8;

/** What several calls come to, in order. After one fails nothing new is started, and what runs is waited for. */
export async function inOrder<Input, Result>(
	inputs: Input[],
	call: (input: Input) => Promise<Result>,
): Promise<Result[]> {
	const results: Result[] = [];
	await inParallel(inputs.length, AT_ONCE, async (index) => {
		results[index] = await call(inputs[index]);
	});
	return results;
}

/** The rows of several calls in order; where the time range was split, each row says which window it is from. */
export async function rowsOfAll<Input extends { range: Range }>(
	inputs: Input[],
	call: (input: Input) => Promise<unknown>,
): Promise<IDataObject[]> {
	const answers = await inOrder(inputs, call);
	return answers.flatMap((answer, index) => {
		const { window } = inputs[index].range;
		return rowsOf(answer).map((row) => (window ? { window, ...row } : row));
	});
}

/** The rows of a GET for each of the user's time ranges. */
export async function rowsOfRanges(
	fields: RangeFields,
	call: (times: Pick<Range, 'start' | 'end'>) => Promise<unknown>,
): Promise<IDataObject[]> {
	const inputs = rangesOf(fields).map((range) => ({ range }));
	return await rowsOfAll(inputs, async ({ range: { start, end } }) => await call({ start, end }));
}

/** Operations that are a POST of the form and nothing else. */
type PostId = {
	[Id in keyof Operations]: keyof Operations[Id] extends 'query' | 'body'
		? 'body' extends keyof Operations[Id]
			? Id
			: never
		: never;
}[keyof Operations];

/** A statistic that is asked for with the form. */
export const statistic = (id: PostId, name: string, action: string, description: string) =>
	operation(id, {
		name,
		action,
		description,
		fields: [provider, ...form],
		run: async ({ api, fields }) => {
			const query = providerOf(fields);
			return await rowsOfAll(
				bodiesOf(fields),
				async ({ body }) => await api.answer(id, { query, body }),
			);
		},
	});
