import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, fromList } from '../../../engine/jobs';
import { naxonAccount, pairs, runNaxon, type NaxonState } from '../../support/naxon';
import { testEach, useSandbox } from '../../support/sandbox';

const sandbox = useSandbox();

const state = async () => await sandbox().state<NaxonState>('naxon');
const sent = async (operationId?: string) => await sandbox().requests('naxon', operationId);
const onlySent = async () => {
	const requests = await sent();
	expect(requests).toHaveLength(1);
	return requests[0];
};
const rowsOf = (body: unknown) => (body as { data: IDataObject[] }).data;

const RETURN_ALL = { returnAll: true };
const SKIP_FAILED = { settings: { onError: 'continueRegularOutput' as const } };

describe('happy', () => {
	const lists: Array<[string, string, INodeParameters, (state: NaxonState) => number[]]> = [
		['model.getAll', '/models', {}, ({ models }) => models.map(({ id }) => id)],
		[
			'conversation.getAll',
			'/conversations',
			{},
			({ conversations }) => conversations.map(({ id }) => id),
		],
		[
			'conversation.getAllOfModel',
			'/models/102/conversations',
			{ model: byId('102') },
			({ conversations }) =>
				conversations.filter(({ modelId }) => modelId === 102).map(({ id }) => id),
		],
		[
			'message.getAll',
			'/conversations/1004/messages',
			{ conversation: fromList('1004') },
			({ conversations }) =>
				conversations.find(({ id }) => id === 1004)!.messages.map(({ id }) => id),
		],
	];

	testEach(
		'each list returns every row of every page',
		lists,
		async ([id, path, fields, expected]) => {
			const operation = id === 'conversation.getAllOfModel' ? 'conversation.getAll' : id;
			const parameters = { ...fields, ...RETURN_ALL, options: { pageSize: 2 } };
			const { json, outputs, error } = await runNaxon(sandbox().url, operation, parameters);

			expect(error).toBeUndefined();
			const ids = expected(await state());
			expect(ids.length).toBeGreaterThan(2);
			expect(json.map((row) => row.id)).toEqual(ids);
			expect(new Set(pairs(outputs[0]))).toEqual(new Set([0]));

			const requests = await sent();
			expect(new Set(requests.map((request) => request.operationId))).toEqual(new Set([id]));
			expect(requests.map(({ method, path: to }) => `${method} ${to}`)).toEqual(
				requests.map(() => `GET ${path}`),
			);
			const pages = requests.map(({ query }) => Number(query.page)).sort((a, b) => a - b);
			expect(pages).toEqual(Array.from({ length: Math.ceil(ids.length / 2) }, (_, i) => i + 1));
			for (const { query } of requests) {
				expect(Object.keys(query).sort()).toEqual(['page', 'per_page']);
				expect(query.per_page).toBe('2');
			}
			const inOrder = [...requests].sort((a, b) => Number(a.query.page) - Number(b.query.page));
			expect(json).toEqual(inOrder.flatMap(({ responseBody }) => rowsOf(responseBody)));
		},
	);

	const singles: Array<[string, string, INodeParameters, IDataObject]> = [
		[
			'model.get',
			'/models/102',
			{ model: fromList('102') },
			{ id: 102, name: 'Shop assistant', created_at: '2026-01-11T08:01:00+0700' },
		],
		[
			'conversation.get',
			'/conversations/1003',
			{ conversation: byId(1003) },
			{ id: 1003, platform: 'web', platform_user_id: 'u1236', model_id: 103 },
		],
	];

	testEach('each thing is returned as it came', singles, async ([id, path, fields, expected]) => {
		const { json, outputs } = await runNaxon(sandbox().url, id, fields);
		const request = await onlySent();
		expect(request).toMatchObject({ method: 'GET', path, operationId: id, body: null, query: {} });
		expect(request.contractErrors).toEqual([]);
		expect(json).toEqual([request.responseBody]);
		expect(json[0]).toMatchObject(expected);
		expect(pairs(outputs[0])).toEqual([0]);
	});

	test('each item asks for its own thing and is linked to it', async () => {
		const items = [1005, 1001, 1003].map((id) => ({ json: { id } }));
		const { json, outputs } = await runNaxon(
			sandbox().url,
			'conversation.get',
			{ conversation: byId('={{ $json.id }}') },
			{ items },
		);
		expect(json.map(({ id }) => id)).toEqual([1005, 1001, 1003]);
		expect(pairs(outputs[0])).toEqual([0, 1, 2]);
	});
});

describe('limit and page size', () => {
	test('nothing set asks for one page of 50', async () => {
		await sandbox().control('seed', { vendor: 'naxon', conversations: 100 });
		const { json } = await runNaxon(sandbox().url, 'conversation.getAll');
		expect(json).toHaveLength(50);
		expect((await onlySent()).query).toEqual({ page: '1', per_page: '50' });
	});

	testEach(
		'a limit reads no page more than needed',
		[
			[7, 3, ['1', '2', '3']],
			[6, 3, ['1', '2']],
			[2, 10, ['1']],
			[1000, 10, ['1', '2', '3']],
		],
		async ([limit, pageSize, pages]) => {
			const { json } = await runNaxon(sandbox().url, 'conversation.getAll', {
				limit,
				options: { pageSize },
			});
			const { conversations } = await state();
			expect(json.map(({ id }) => id)).toEqual(conversations.slice(0, limit).map(({ id }) => id));
			expect((await sent()).map(({ query }) => query.page).sort()).toEqual(pages);
			const perPage = String(Math.min(limit, pageSize));
			expect((await sent()).map(({ query }) => query.per_page)).toEqual(pages.map(() => perPage));
		},
	);

	test('a page size above what the service gives still returns every row once', async () => {
		await sandbox().control('seed', { vendor: 'naxon', conversations: 300 });
		const { json } = await runNaxon(sandbox().url, 'conversation.getAll', {
			...RETURN_ALL,
			options: { pageSize: 5000 },
		});
		const { conversations } = await state();
		expect(json.map(({ id }) => id)).toEqual(conversations.map(({ id }) => id));
	});
});

describe('which conversations', () => {
	test.each([
		['left out', undefined],
		['left empty', fromList('')],
	])('a model %s means all models', async (_, model) => {
		const parameters = { ...RETURN_ALL, ...(model ? { model } : {}) };
		const { json } = await runNaxon(sandbox().url, 'conversation.getAll', parameters);
		expect(json).toHaveLength((await state()).conversations.length);
		expect((await sent()).map(({ path }) => path)).toEqual(['/conversations']);
	});

	test('each item may name another model', async () => {
		const items = [{ json: { model: 101 } }, { json: { model: 102 } }];
		const { json, outputs } = await runNaxon(
			sandbox().url,
			'conversation.getAll',
			{ ...RETURN_ALL, model: byId('={{ $json.model }}') },
			{ items },
		);
		const { conversations } = await state();
		const [first, second] = [101, 102].map((model) =>
			conversations.filter(({ modelId }) => modelId === model),
		);
		expect(json.map(({ id }) => id)).toEqual([...first, ...second].map(({ id }) => id));
		expect(pairs(outputs[0])).toEqual([...first.map(() => 0), ...second.map(() => 1)]);
	});
});

describe('int64 ids', () => {
	test.each([
		['text', '9223372036854775807'],
		['text beyond what a number holds', '9007199254740993'],
	])('given as %s stay as they are', async (_, id) => {
		await runNaxon(sandbox().url, 'conversation.get', { conversation: byId(id) });
		await runNaxon(sandbox().url, 'message.getAll', { conversation: byId(`={{ "${id}" }}`) });
		await runNaxon(sandbox().url, 'model.get', { model: byId(id) });
		expect((await sent()).map(({ path }) => path)).toEqual([
			`/conversations/${id}`,
			`/conversations/${id}/messages`,
			`/models/${id}`,
		]);
	});

	test('given as a number are written out', async () => {
		const id = Number.MAX_SAFE_INTEGER;
		const items = [{ json: { id } }];
		await runNaxon(sandbox().url, 'model.get', { model: byId('={{ $json.id }}') }, { items });
		expect((await onlySent()).path).toBe('/models/9007199254740991');
	});
});

describe('the token', () => {
	test('is sent as Bearer', async () => {
		await runNaxon(sandbox().url, 'model.getAll');
		const { headers, status } = await onlySent();
		expect(status).toBe(200);
		expect(headers.authorization).toBe('Bearer naxon-token');
		expect(headers['x-api-token']).toBeUndefined();
	});

	test('is sent as a header of its own', async () => {
		const credentials = naxonAccount(sandbox().url, { sendAs: 'header' });
		const { error } = await runNaxon(sandbox().url, 'model.getAll', {}, { credentials });
		expect(error).toBeUndefined();
		const { headers, status } = await onlySent();
		expect(status).toBe(200);
		expect(headers['x-api-token']).toBe('naxon-token');
		expect(headers.authorization).toBeUndefined();
	});

	test('that is refused is not tried again with the other items, and is not told', async () => {
		const credentials = naxonAccount(sandbox().url, { apiToken: 'wrong-token-text' });
		const items = Array.from({ length: 20 }, (_, index) => ({ json: { id: 101 + index } }));
		const parameters = { model: byId('={{ $json.id }}'), requestOptions: { concurrency: 1 } };
		const result = await runNaxon(sandbox().url, 'model.get', parameters, {
			credentials,
			items,
			...SKIP_FAILED,
		});

		// n8n itself sends a call again that was answered 401, in case the token can be renewed.
		const requests = await sent();
		expect([1, 2]).toContain(requests.length);
		expect(new Set(requests.map(({ path, status }) => `${status} ${path}`))).toEqual(
			new Set(['401 /models/101']),
		);
		expect(pairs(result.outputs[0])).toEqual(items.map((_, index) => index));
		for (const [index, { error, details }] of result.json.entries()) {
			expect(error).toMatch(/Naxon did not accept the credential/);
			expect(error).toContain(`[item ${index}]`);
			expect(details).toMatchObject({
				description: expect.stringContaining("'API Token'") as string,
				httpCode: '401',
				cause: 'credential-invalid',
			});
		}
		expect(JSON.stringify(result.run)).not.toContain('wrong-token-text');
	});
});

describe('failing', () => {
	const refused: Array<[string, INodeParameters, string, string]> = [
		[
			'model.getAll',
			{ filters: { from: '2026-02-01', to: '2026-01-01' } },
			"'To' is before 'From'",
			'later date',
		],
		['model.getAll', { filters: { from: 'next week' } }, "'From' is not a date", 'ISO 8601'],
		['conversation.getAll', { limit: '={{ 0 }}' }, "'Limit' cannot be 0", 'at least 1'],
		['conversation.getAll', { limit: '={{ 2.5 }}' }, "'Limit' cannot be 2.5", 'number'],
		[
			'conversation.getAll',
			{ options: { pageSize: '={{ 2.5 }}' } },
			"'Page Size' cannot be 2.5",
			'number',
		],
		[
			'conversation.getAll',
			{ options: { pageSize: '={{ -1 }}' } },
			"'Page Size' cannot be -1",
			'at least 1',
		],
		[
			'conversation.getAll',
			{ filters: { sort: '={{ "id" }}' } },
			"'Compare Dates With' cannot be 'id'",
			'created_at, updated_at',
		],
		[
			'conversation.getAll',
			{ model: byId('={{ $json.none }}') },
			"'Model' is empty",
			'without it more would be meant',
		],
		[
			'model.getAll',
			{ filters: { from: '={{ $json.none }}' } },
			"'From' is empty",
			'without it more would be meant',
		],
		[
			'conversation.getAll',
			{ filters: { to: '={{ "" }}' } },
			"'To' is empty",
			'without it more would be meant',
		],
		['model.get', { model: byId('={{ $json.none }}') }, "'Model' is empty", 'Fill it in'],
		[
			'conversation.get',
			{ conversation: byId('={{ $json.none }}') },
			"'Conversation' is empty",
			'Fill it in',
		],
		[
			'message.getAll',
			{ conversation: byId('={{ $json.none }}') },
			"'Conversation' is empty",
			'Fill it in',
		],
	];

	testEach('what makes no sense sends nothing', refused, async ([id, fields, message, wayOut]) => {
		const { json, outputs } = await runNaxon(sandbox().url, id, fields, SKIP_FAILED);
		expect(await sent()).toEqual([]);
		expect(json).toHaveLength(1);
		expect(json[0].error).toContain(message);
		expect(json[0].error).toContain('[item 0]');
		expect(json[0].details).toMatchObject({
			description: expect.stringContaining(wayOut) as string,
			cause: 'configuration-invalid',
		});
		expect(pairs(outputs[0])).toEqual([0]);
	});

	const unknown: Array<[string, string, INodeParameters]> = [
		['model.get', 'model.get', { model: byId(999) }],
		['conversation.getAll', 'conversation.getAllOfModel', { model: byId(999) }],
		['conversation.get', 'conversation.get', { conversation: byId(999) }],
		['message.getAll', 'message.getAll', { conversation: byId(999) }],
	];

	testEach('an unknown ID says what to check', unknown, async ([id, called, fields]) => {
		const { json, outputs } = await runNaxon(sandbox().url, id, fields, SKIP_FAILED);
		expect(await onlySent()).toMatchObject({ operationId: called, status: 404 });
		expect(json[0].error).toMatch(/Naxon answered 404.*\[item 0\]/);
		const { description, httpCode, cause } = json[0].details as IDataObject;
		expect({ httpCode, cause }).toEqual({ httpCode: '404', cause: 'configuration-invalid' });
		expect(description).toMatch(/not found/);
		expect(description).toContain('Check the ID');
		expect(description).toContain(`'Endpoint Overrides'`);
		expect(description).toContain(`"${called}"`);
		expect(pairs(outputs[0])).toEqual([0]);
	});

	test('one bad item among good ones keeps its place', async () => {
		const items = [101, 999, 103].map((id) => ({ json: { id } }));
		const { json, outputs } = await runNaxon(
			sandbox().url,
			'model.get',
			{ model: byId('={{ $json.id }}') },
			{ items, ...SKIP_FAILED },
		);
		expect(json.map(({ id }) => id)).toEqual([101, undefined, 103]);
		expect(json[1].error).toContain('[item 1]');
		expect(pairs(outputs[0])).toEqual([0, 1, 2]);
	});

	test('without On Error the node fails and names the item', async () => {
		const { error } = await runNaxon(sandbox().url, 'model.get', { model: byId(999) });
		expect(error?.message).toContain('[item 0]');
		expect(error?.httpCode).toBe('404');
		expect(error?.context.itemIndex).toBe(0);
		expect(error?.failure).toEqual({ cause: 'configuration-invalid' });
	});
});

describe('endpoint overrides', () => {
	test('change where an operation goes', async () => {
		const endpointOverrides = '{"message.getAll": "GET /models/{conversation_id}/conversations"}';
		const credentials = naxonAccount(sandbox().url, { endpointOverrides });
		const { error } = await runNaxon(
			sandbox().url,
			'message.getAll',
			{ conversation: byId(101) },
			{ credentials },
		);
		expect(error).toBeUndefined();
		expect((await onlySent()).path).toBe('/models/101/conversations');
	});
});
