import axios from 'axios';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import type { User } from '../../../sandbox/vendors/chatBotCom/state';
import { errorOf, runChatBot, useChatBot } from '../../support/chatBotCom';
import {
	describeBadInput,
	describeCases,
	describeClientToken,
	type BadInput,
	type ChatBotCase,
} from '../../support/chatBotComCases';
import { meet, testEach } from '../../support/sandbox';

const bench = useChatBot();

const ALL = { returnAll: true };

/** IDs in the sandbox, the newest first. */
const newestFirst = (users: User[]) =>
	users.toSorted((a, b) => b.createdAt - a.createdAt).map(({ id }) => id);
const idsOf = (json: IDataObject[]) => json.map(({ id }) => id);
const queries = async () => (await bench.sent('user.getAll')).map(({ query }) => query);
const pagesOf = async () =>
	(await bench.sent('user.getAll')).map(
		({ responseBody }) => (responseBody as { data: IDataObject[] }).data,
	);

const cases: ChatBotCase[] = [
	{
		operationId: 'user.getAll',
		parameters: { limit: 2 },
		query: { limit: '2' },
		// The two newest; the names of the others are in the attributes that have a value.
		output: ({ data }) =>
			(data as IDataObject[]).map((user, index) => {
				const attributes = user.attributes as IDataObject;
				return {
					id: user.id,
					userId: user.userId,
					name: attributes.default_name,
					email: ['user94@example.com', 'user93@example.com'][index],
					attributes: [{}, { default_country: 'Poland', plan: 'pro' }][index],
					banned: false,
					conversations: [2, 1][index],
					createdAt: ['2026-01-16T06:00:00.163Z', '2026-01-16T05:00:00.163Z'][index],
					lastSeen: ['2026-01-16T10:00:00.163Z', '2026-01-21T05:00:00.163Z'][index],
				};
			}),
	},
	{
		operationId: 'user.export',
		parameters: {},
		output: () => [{ fileName: 'users.csv' }],
	},
];

describe('Get Many', () => {
	describe('each operation', () => describeCases(bench, cases.slice(0, 1)));
	describe('each refusal', () => describeClientToken(bench, cases));

	test('Return All follows the last ID of each page and stops at the first short one', async () => {
		const { json, outputs } = await bench.run('user.getAll', ALL);
		const ids = newestFirst((await bench.state()).users);
		expect(ids).toHaveLength(95);
		expect(idsOf(json)).toEqual(ids);
		expect(new Set(outputs[0].map(({ pairedItem }) => JSON.stringify(pairedItem)))).toEqual(
			new Set(['{"item":0}']),
		);
		expect((await pagesOf()).map(({ length }) => length)).toEqual([40, 40, 15]);
		expect(await queries()).toEqual([
			{ limit: '40' },
			{ limit: '40', after: ids[39] },
			{ limit: '40', after: ids[79] },
		]);
	});

	test('a last page that is full is followed by one that is empty', async () => {
		await bench.sandbox().control('seed', { vendor: 'chatbot-com', users: 25 });
		expect((await bench.run('user.getAll', ALL)).json).toHaveLength(120);
		expect((await pagesOf()).map(({ length }) => length)).toEqual([40, 40, 40, 0]);
	});

	testEach(
		'a limit asks for no more than it needs',
		[
			[7, ['7']],
			[40, ['40']],
			[80, ['40', '40']],
			[1000, ['40', '40', '40']],
		],
		async ([limit, sizes]) => {
			const { json } = await bench.run('user.getAll', { limit });
			const ids = newestFirst((await bench.state()).users);
			expect(idsOf(json)).toEqual(ids.slice(0, limit));
			expect((await queries()).map((query) => query.limit)).toEqual(sizes);
		},
	);

	test.each([
		[{ limit: 45 }, 45],
		[{}, 50],
	])('%j takes two pages, the second of what is missing', async (parameters, count) => {
		const { json } = await bench.run('user.getAll', parameters);
		const ids = newestFirst((await bench.state()).users);
		expect(idsOf(json)).toEqual(ids.slice(0, count));
		const [first, second, ...more] = await queries();
		expect(more).toEqual([]);
		expect(first).toEqual({ limit: '40' });
		expect(second).toEqual({ limit: String(count - 40), after: ids[39] });
	});

	test('a user who is created meanwhile moves nothing', async () => {
		// The second page is answered when somebody else asks for one.
		await meet(bench.sandbox(), 'chatbot-com', 'user.getAll', { skip: 1, applyFirst: false });
		const before = newestFirst((await bench.state()).users);
		const running = bench.run('user.getAll', ALL);
		while ((await bench.sent('user.getAll')).length < 2) await sleep(10);
		const users = `${bench.sandbox().url}/chatbot-com/users`;
		const account = {
			headers: { authorization: 'Bearer chatbot-developer-token' },
			proxy: false,
		} as const;
		await axios.post(users, { userId: 'late', attributes: { plan: 'pro' } }, account);
		await axios.get(users, account);
		expect(idsOf((await running).json)).toEqual(before);
		expect((await bench.state()).users).toHaveLength(96);
	});

	test('rows that come on two pages come out once', async () => {
		const page = (from: number, to: number) => ({
			data: Array.from({ length: to - from }, (_, index) => ({ id: `u${from + index}` })),
		});
		await bench.answerWith('user.getAll', page(0, 40));
		await bench.answerWith('user.getAll', page(38, 45));
		const { json } = await bench.run('user.getAll', { ...ALL, simplify: false });
		expect(idsOf(json)).toEqual(Array.from({ length: 45 }, (_, index) => `u${index}`));
		expect(await bench.sent()).toHaveLength(2);
	});

	test('without Simplify the rows are as they came, but for their dates', async () => {
		const { json } = await bench.run('user.getAll', { limit: 3, simplify: false });
		const [rows] = await pagesOf();
		expect(rows[0].createdAt).toBe('2026-01-16 06:00:00.163Z');
		expect(rows[0].attributes).toHaveProperty('default_url', null);
		expect(json).toEqual(
			rows.map(({ createdAt, lastSeen, ...row }) => ({
				...row,
				createdAt: String(createdAt).replace(' ', 'T'),
				lastSeen: String(lastSeen).replace(' ', 'T'),
			})),
		);
	});

	test('dates that have a T already stay', async () => {
		const times = { createdAt: '2019-01-23T13:32:30.163Z', lastSeen: '2019-01-23T13:32:30.163Z' };
		await bench.answerWith('user.getAll', { data: [{ id: 'u1', attributes: {}, ...times }] });
		expect((await bench.run('user.getAll')).json).toMatchObject([times]);
	});

	testEach(
		'users in any form',
		[
			['data', { data: [{ id: 'u1' }], count: 1 }],
			['a bare list', [{ id: 'u1' }]],
			['items', { items: [{ id: 'u1' }] }],
		],
		async ([, body]) => {
			await bench.answerWith('user.getAll', body);
			expect(idsOf((await bench.run('user.getAll')).json)).toEqual(['u1']);
		},
	);

	const orders: Array<[INodeParameters, IDataObject, (user: User) => number]> = [
		[{}, {}, ({ createdAt }) => -createdAt],
		[{ sortBy: 'lastSeen' }, { 'sort[field]': 'lastSeen' }, ({ lastSeen }) => -lastSeen],
		[{ sortOrder: 'asc' }, { 'sort[order]': 'asc' }, ({ createdAt }) => createdAt],
		[
			{ sortBy: 'createdAt', sortOrder: 'desc' },
			{ 'sort[field]': 'createdAt', 'sort[order]': 'desc' },
			({ createdAt }) => -createdAt,
		],
	];

	testEach('sorting is sent', orders, async ([sort, query, rank]) => {
		const { json } = await bench.run('user.getAll', { limit: 10, sort });
		const { users } = await bench.state();
		const ranks = new Map(users.map((user) => [user.id, rank(user)]));
		expect(json.map(({ id }) => ranks.get(id as string))).toEqual(
			[...ranks.values()].sort((a, b) => a - b).slice(0, 10),
		);
		expect(await queries()).toEqual([{ limit: '10', ...query }]);
	});

	test('filters and how they are combined are sent with every page', async () => {
		const conditions = JSON.stringify([{ type: 'segment', value: 'Łódź & co' }]);
		await bench.run('user.getAll', { ...ALL, filters: { conditions, match: 'any' } });
		const sent = await queries();
		expect(sent).toHaveLength(3);
		for (const query of sent) {
			expect(query).toMatchObject({ filters: conditions, match: 'any' });
		}
		for (const { contractErrors } of await bench.sent()) expect(contractErrors).toEqual([]);
	});

	test('filters may come from an expression; none are not sent', async () => {
		const conditions = '={{ [{ type: "segment" }] }}';
		await bench.run('user.getAll', { limit: 1, filters: { conditions } });
		await bench.run('user.getAll', { limit: 1, filters: { conditions: '[]', match: 'all' } });
		expect(await queries()).toEqual([
			{ limit: '1', filters: '[{"type":"segment"}]' },
			{ limit: '1', match: 'all' },
		]);
	});

	describe('what makes no sense is told before anything is sent', () => {
		const withFilters = (given: unknown) => ({
			filters: { conditions: typeof given === 'string' ? given : JSON.stringify(given) },
		});
		const field = "'Conditions (Untested)'";
		const table: BadInput[] = [
			['user.getAll', "'Limit' cannot be 0", 'at least 1', { limit: '={{ 0 }}' }],
			['user.getAll', `${field} is not valid JSON`, 'Check quotes', withFilters('[{')],
			['user.getAll', `${field} is no array`, 'Use [ … ]', withFilters({ type: 'x' })],
			[
				'user.getAll',
				`${field} has 6 entries`,
				'Give 5 at most',
				withFilters([1, 2, 3, 4, 5, 6].map((value) => ({ value }))),
			],
			[
				'user.getAll',
				"'Sort By' cannot be 'name'",
				'createdAt, lastSeen',
				{ sort: { sortBy: '={{ "name" }}' } },
			],
		];
		describeBadInput(bench, table);
	});

	test('a page that fails ends the item, and no half list comes out', async () => {
		const fault = { kind: 'status', status: 400, skip: 1 };
		await bench.fault('user.getAll', fault);
		const error = await bench.runToError('user.getAll', ALL);
		expect(error.message).toBe('ChatBot.com did not accept the values (400) [item 0]');
		expect(error).toMatchObject({ httpCode: '400', cause: 'configuration-invalid' });
		expect(await bench.sent()).toHaveLength(2);
	});

	test('an answer of another shape is not taken for an empty list', async () => {
		await bench.answerWith('user.getAll', { users: [] });
		const error = await bench.runToError('user.getAll');
		expect(error.message).toContain('answered in another form than expected');
		expect(error.description).toContain("'Base URL' and 'Endpoint Overrides'");
	});
});

describe('Export', () => {
	test('is a CSV file of the chosen name', async () => {
		const { outputs, error } = await bench.run('user.export', { fileName: 'people.csv' });
		expect(error).toBeUndefined();
		const request = await bench.onlySent();
		expect(request).toMatchObject({
			operationId: 'user.export',
			method: 'POST',
			path: '/users/export',
			query: {},
			body: null,
			contractErrors: [],
		});
		const [{ json, binary, pairedItem }, ...more] = outputs[0];
		expect(more).toEqual([]);
		expect(json).toEqual({ fileName: 'people.csv' });
		expect(pairedItem).toEqual({ item: 0 });
		expect(Object.keys(binary ?? {})).toEqual(['data']);
		const { fileName, fileExtension, mimeType, data = '' } = binary?.data ?? {};
		expect({ fileName, fileExtension, mimeType }).toEqual({
			fileName: 'people.csv',
			fileExtension: 'csv',
			mimeType: 'text/csv',
		});
		const text = Buffer.from(data, 'base64').toString('utf8');
		expect(text).toBe(request.responseBody);
		const lines = text.trimEnd().split('\n');
		expect(lines[0]).toBe('Name,Email,First Seen,Last Seen,Source,User ID,IP,Region,Country');
		expect(lines).toHaveLength(96);
		expect(text).toContain('Ødegård');
	});

	test('keeps the bytes that came, a byte order mark and other encodings too', async () => {
		const bytes = Buffer.from('\uFEFFName,Email\r\nJo\u00FC,joe@doe.com\r\n', 'latin1');
		bytes.set([0xff], 0);
		const server = createServer((_, response) => {
			response.setHeader('Content-Type', 'text/csv').end(bytes);
		}).listen(0, '127.0.0.1');
		await once(server, 'listening');
		const { port } = server.address() as AddressInfo;
		const { outputs } = await runChatBot(`http://127.0.0.1:${port}`, 'user.export');
		server.close();
		const [{ binary }] = outputs[0];
		expect(Buffer.from(binary!.data.data, 'base64').equals(bytes)).toBe(true);
	});

	test('is named users.csv when nothing else is chosen', async () => {
		const { outputs } = await bench.run('user.export');
		expect(outputs[0][0].json).toEqual({ fileName: 'users.csv' });
		expect(outputs[0][0].binary?.data.fileName).toBe('users.csv');
	});

	test('each item gets a file of its own name', async () => {
		const items = ['a.csv', 'b.csv'].map((name) => ({ json: { name } }));
		const { outputs } = await bench.run(
			'user.export',
			{ fileName: '={{ $json.name }}' },
			{ items },
		);
		expect(outputs[0].map(({ binary }) => binary?.data.fileName)).toEqual(['a.csv', 'b.csv']);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test.each([
		['a web page', { kind: 'html' }, /answered with a web page instead of data \[item 0]$/],
		[
			'an object',
			{ kind: 'status', status: 200, body: { timestamp: 'now', status: { code: 200 } } },
			/^ChatBot\.com answered in another form than expected \[item 0]$/,
		],
		[
			'nothing',
			{ kind: 'status', status: 200, body: '' },
			/in another form than expected \[item 0]$/,
		],
		[
			'a text',
			{ kind: 'status', status: 200, body: 'No such account' },
			/in another form than expected \[item 0]$/,
		],
	])('%s is no file', async (_, fault, message) => {
		await bench.fault('user.export', fault);
		const { outputs } = await bench.run(
			'user.export',
			{},
			{ settings: { onError: 'continueRegularOutput' } },
		);
		const [item] = outputs[0];
		expect(item.binary).toBeUndefined();
		expect(errorOf(item).message).toMatch(message);
		expect(errorOf(item).description).toContain("'Base URL'");
	});

	test('is asked for again when it got lost, since it changes nothing', async () => {
		await bench.fault('user.export', { kind: 'reset' });
		const { error } = await bench.run('user.export');
		expect(error).toBeUndefined();
		expect(await bench.sent()).toHaveLength(2);
	});

	test('a 404 tells that the address is from a catalogue', async () => {
		await bench.fault('user.export', { kind: 'status', status: 404 });
		const error = await bench.runToError('user.export');
		expect(error.message).toContain('ChatBot.com answered 404');
		expect(error.description).toContain("Check 'Base URL' in the credential.");
		expect(error.description).not.toContain('the ID');
		expect(error.description).toContain("/users/export' is from a catalogue");
		expect(error.description).toContain('{"user.export": "POST /…"}');
	});

	describe('a name', () => {
		const table: BadInput[] = [
			['user.export', "'File Name' is empty", 'Fill it in', { fileName: '={{ $json.none }}' }],
		];
		describeBadInput(bench, table);
	});
});
