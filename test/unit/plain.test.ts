import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../nodes/shared/call/client';
import type { Route, Vendor } from '../../nodes/shared/call/vendor';
import {
	collection,
	nameValueRows,
	returnAllOrLimit,
} from '../../nodes/shared/fields/commonFields';
import { field, type Field } from '../../nodes/shared/fields/field';
import { Fields } from '../../nodes/shared/fields/fields';
import { define } from '../../nodes/shared/node/define';
import type { ItemOperation, Output } from '../../nodes/shared/node/operation';
import { callInput } from '../../nodes/shared/node/plain';
import { source } from '../support/fields';

const common = { evidence: 'documented', safe: false, scopes: [] } as const;

const routes = {
	'thing.getAll': { ...common, method: 'GET', path: '/things', inputs: { since: { in: 'query' } } },
	'thing.get': {
		...common,
		method: 'GET',
		path: '/things/{thing_id}',
		inputs: { thing_id: { in: 'path', type: 'string', required: true, example: 'a1' } },
	},
	'thing.delete': {
		...common,
		method: 'DELETE',
		path: '/things/{thing_id}',
		inputs: { thing_id: { in: 'path', type: 'string', required: true } },
	},
	'thing.update': {
		...common,
		method: 'PUT',
		path: '/things/{thing_id}',
		body: 'json',
		inputs: {
			thing_id: { in: 'path', type: 'string', required: true },
			notify: { in: 'query', type: 'boolean', default: true },
			shownUrl: {
				in: 'body',
				type: 'string',
				maxLength: 9,
				minLength: 2,
				description: 'Where it is',
			},
			count: { in: 'body', type: 'integer', minimum: 1, maximum: 5, default: 2 },
			ratio: { in: 'body', type: 'number' },
			kind: { in: 'body', type: 'string', enum: ['first_kind', 'other'] },
			userIds: { in: 'body', type: 'array', maxItems: 3, items: { type: 'string' } },
			extra: { in: 'body', type: 'object' },
			labels: { in: 'body', type: 'object' },
			at: { in: 'body', type: 'string', format: 'date-time' },
		},
	},
} as const satisfies Record<string, Route>;

interface Operations {
	'thing.getAll': { query?: { since?: string } };
	'thing.get': { path: { thing_id: string } };
	'thing.delete': { path: { thing_id: string } };
	'thing.update': { path: { thing_id: string }; query?: object; body?: object };
}

const { operation, resource, input } = define<Operations, typeof routes>(routes);
const vendor: Pick<Vendor<Operations>, 'routes' | 'dateText'> = { routes };

const thing = field({
	displayName: 'Thing',
	name: 'thing',
	sentAs: 'thing_id',
	type: 'string',
	default: '',
	required: true,
});

const words = { name: 'Do', action: 'Do thing', description: 'Does it' };

describe('a field from the contract', () => {
	test.each<[string, Partial<Field>]>([
		['thing_id', { displayName: 'Thing ID', type: 'string', default: '', required: true }],
		['notify', { displayName: 'Notify', type: 'boolean', default: true }],
		[
			'shownUrl',
			{
				displayName: 'Shown URL',
				type: 'string',
				minLength: 2,
				maxLength: 9,
				description: 'Where it is',
			},
		],
		[
			'count',
			{
				type: 'number',
				default: 2,
				typeOptions: { minValue: 1, maxValue: 5, numberPrecision: 0 },
			},
		],
		['ratio', { type: 'number', default: '', typeOptions: {} }],
		[
			'kind',
			{
				type: 'options',
				default: 'first_kind',
				options: [
					{ name: 'First Kind', value: 'first_kind' },
					{ name: 'Other', value: 'other' },
				],
			},
		],
		[
			'userIds',
			{
				displayName: 'User IDs',
				type: 'string',
				typeOptions: { multipleValues: true },
				maxEntries: 3,
			},
		],
		['extra', { type: 'json', default: '{}' }],
	])('%s has what the contract says', (name, expected) => {
		expect(input('thing.update', name as 'count')).toEqual(
			expect.objectContaining({ name, ...expected }),
		);
	});

	test('has the example as placeholder, and what was changed', () => {
		expect(input('thing.get', 'thing_id').placeholder).toBe('e.g. a1');
		const changed = input('thing.get', 'thing_id', { name: 'thing', displayName: 'Thing' });
		expect(changed).toMatchObject({ name: 'thing', displayName: 'Thing', sentAs: 'thing_id' });
	});
});

test('an operation has its value and its resource from its ID', () => {
	const get = operation('thing.get', { ...words, fields: [thing] });
	expect(get).toMatchObject({ id: 'thing.get', value: 'get' });
	expect(resource('Thing', get)).toMatchObject({ name: 'Thing', value: 'thing' });
});

test.each<[string, Field[], string]>([
	[
		'has a field that the call does not take',
		[thing, { ...thing, name: 'x', sentAs: undefined }],
		'x',
	],
	['lacks what the call needs', [], 'thing_id'],
	[
		'has one inside a collection that the call does not take',
		[thing, collection('Options', [{ ...thing, name: 'y', sentAs: 'y' }])],
		'y',
	],
])('an operation that %s is none', (_, fields, name) => {
	expect(() => operation('thing.get', { ...words, fields })).toThrow(name);
});

describe('what a call takes', () => {
	const inputOf = (
		described: Field[],
		values: IDataObject,
		id: keyof Operations = 'thing.update',
	) => {
		const asked: string[] = [];
		const evaluate = (name: string) => {
			asked.push(name);
			return values[name];
		};
		return { ...callInput(vendor, id, new Fields(source, described, evaluate)), asked };
	};

	test('is each value where the contract has its name', () => {
		const described = [
			thing,
			input('thing.update', 'count'),
			input('thing.update', 'notify'),
			collection('Options', [input('thing.update', 'kind'), input('thing.update', 'ratio')]),
			nameValueRows('Labels', 'labels', 'Label', ''),
		];
		const given = { thing: 't', count: 3, notify: false, options: { ratio: 0.5 } };
		const rows = { row: [{ name: 'a', value: 'b' }] };
		expect(inputOf(described, { ...given, labels: rows })).toMatchObject({
			path: { thing_id: 't' },
			query: { notify: false },
			body: { count: 3, ratio: 0.5, labels: { a: 'b' } },
		});
	});

	test('leaves out what the call does not know, and has no body where there is none', () => {
		const { path, query, body } = inputOf(
			[thing, { ...thing, name: 'x' }],
			{ thing: 't', x: 'x' },
			'thing.get',
		);
		expect({ path, query, body }).toEqual({ path: { thing_id: 'x' }, query: {}, body: undefined });
		expect(inputOf([thing], { thing: 't' })).toHaveProperty('body', {});
	});

	test('leaves hidden fields unread', () => {
		const mode = { ...thing, name: 'mode', sentAs: 'kind' };
		const hidden: Field = {
			...thing,
			name: 'extra',
			sentAs: undefined,
			displayOptions: { show: { mode: ['json'] } },
		};
		const { asked, body } = inputOf([thing, mode, hidden], { thing: 't', mode: 'other' });
		expect(asked).not.toContain('extra');
		expect(body).toEqual({ kind: 'other' });
		const shown = inputOf([thing, mode, hidden], { thing: 't', mode: 'json', extra: 'more' });
		expect(shown.body).toEqual({ kind: 'json', extra: 'more' });
	});

	test('has dates as the vendor takes them', () => {
		const at = field({ displayName: 'At', name: 'at', type: 'dateTime', default: '' });
		const described = [thing, at];
		const values = { thing: 't', at: '2026-01-31T09:00:00+07:00' };
		expect(inputOf(described, values).body).toEqual({ at: '2026-01-31T02:00:00.000Z' });
		const dateText = (date: DateTime) => String(date.toUnixInteger());
		const fields = new Fields(source, described, (name) => values[name as 'at']);
		expect(callInput({ ...vendor, dateText }, 'thing.update', fields).body).toEqual({
			at: '1769824800',
		});
	});
});

describe('a plain operation', () => {
	const run = async (one: ItemOperation<Operations>, values: IDataObject, answer: unknown) => {
		const calls: unknown[][] = [];
		const note =
			(verb: string) =>
			async (...args: unknown[]) => {
				calls.push([verb, ...args]);
				return await Promise.resolve(answer);
			};
		const api = { call: note('call'), list: note('list') } as unknown as Client<Operations>;
		const fields = new Fields(source, one.fields, (name) => values[name]);
		const inputOf = (id: keyof Operations) => callInput(vendor, id, fields) as never;
		const output: Output | Output[] = await one.run({
			api,
			fields,
			inputOf,
			node: {} as never,
			itemIndex: 0,
		});
		return { output, calls };
	};

	test('is one call, and its answer', async () => {
		const get = operation('thing.get', {
			...words,
			fields: [thing],
			tidy: (row) => ({ ...row, tidy: true }),
		});
		const { output, calls } = await run(get, { thing: 't' }, { a: 1 });
		expect(calls).toEqual([['call', 'thing.get', { path: { thing_id: 't' }, query: {} }]]);
		expect(output).toEqual({ a: 1, tidy: true });
	});

	test('is a list when it has Return All', async () => {
		const getAll = operation('thing.getAll', {
			...words,
			fields: [...returnAllOrLimit],
			key: ['id'],
			tidy: ({ id }) => ({ id }),
		});
		const { output, calls } = await run(getAll, { limit: 2 }, [{ id: 1, a: 1 }]);
		const input = { path: {}, query: {} };
		const window = { key: ['id'], limit: 2, pageSize: undefined };
		expect(calls).toEqual([['list', 'thing.getAll', input, window, undefined]]);
		expect(output).toEqual([{ id: 1 }]);
	});

	test('that deletes says so', async () => {
		const remove = operation('thing.delete', { ...words, fields: [thing] });
		expect((await run(remove, { thing: 't' }, { success: true })).output).toEqual({
			deleted: true,
		});
	});
});
