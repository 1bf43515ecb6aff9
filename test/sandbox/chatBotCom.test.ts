/** The ChatBot.com stand-in: tokens, cursors, conversations and what it refuses. */
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';

import { createClock } from '../../sandbox/clock';
import type { ApiRequest } from '../../sandbox/types';
import { chatBotCom } from '../../sandbox/vendors/chatBotCom';
import { startSandbox, type OwnSandbox } from '../../scripts/sandbox';
import { SEEDED } from '../support/sandboxes';
import { expectEach } from '../support/each';

const SESSION = 'c6d4bc58-4947-4f82-9e0b-67b87c6dc2de';
const DONE = { status: { code: 200, type: 'success' } };

interface Row {
	id: string;
	createdAt: string;
	[field: string]: unknown;
}

let sandbox: OwnSandbox;
let api: AxiosInstance;
let client: AxiosInstance;

const withToken = (token: string) =>
	axios.create({
		baseURL: `${sandbox.url}/chatbot-com`,
		headers: { authorization: `Bearer ${token}` },
		validateStatus: () => true,
		proxy: false,
	});

beforeAll(async () => {
	sandbox = await startSandbox(...SEEDED);
	api = withToken('chatbot-developer-token');
	client = withToken('chatbot-client-token');
});

afterAll(async () => {
	await sandbox.stop();
});

beforeEach(async () => {
	await sandbox.control('reset');
});

const say = (query: string, more: object = {}) =>
	client.post('/query', { sessionId: SESSION, query, ...more });

const refused = (code: number) => ({ status: code, data: { status: { code, type: 'error' } } });

async function firstRow(path: string): Promise<Row> {
	const { data } = await api.get<Row[] | { data: Row[] }>(path);
	return Array.isArray(data) ? data[0] : data.data[0];
}

/** Ids of all pages, following `next` until a page is shorter than `size`. */
async function collect(size: number, page: (last?: Row) => Promise<Row[]>): Promise<string[]> {
	const ids: string[] = [];
	for (let last: Row | undefined; ; ) {
		const rows = await page(last);
		ids.push(...rows.map(({ id }) => id));
		if (rows.length < size) return ids;
		last = rows[rows.length - 1];
	}
}

describe('tokens', () => {
	it('lets the client token query, and nothing else', async () => {
		expect(await client.get('/users')).toMatchObject(refused(401));
		expect(await client.get('/v2/stories')).toMatchObject(refused(401));
		expect((await say('hello')).status).toBe(200);
		expect((await api.get('/users')).status).toBe(200);
	});

	it('refuses a token that it does not know', async () => {
		const other = withToken('chatbot-other-token');
		expect(await other.get('/users')).toMatchObject(refused(401));
		expect(await other.post('/query', { sessionId: SESSION, query: 'hello' })).toMatchObject(
			refused(401),
		);
	});
});

describe('lists', () => {
	it('pages users by the id of the last, newest first and each once', async () => {
		const sizes: number[] = [];
		const ids = await collect(40, async (last) => {
			const { data } = await api.get('/users', { params: { after: last?.id } });
			sizes.push(data.count);
			return data.data;
		});
		expect(sizes).toEqual([40, 40, 15]);
		expect(new Set(ids).size).toBe(95);
		const { data } = await api.get('/users', { params: { limit: 2 } });
		expect(data.data.map(({ id }: Row) => id)).toEqual(ids.slice(0, 2));
		expect(data.data[0].createdAt).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}Z$/);
		expect(data.data[0].createdAt > data.data[1].createdAt).toBe(true);
	});

	it('sorts users as told', () => {
		const { handlers } = chatBotCom.create(createClock(), Date.parse(SEEDED[1]));
		const firstBy = (query: ApiRequest['query']): Row => {
			const request = { params: {}, query: { limit: 3, ...query }, body: undefined };
			const answer = handlers['user.getAll']({
				...request,
				files: [],
				headers: {},
				path: '/users',
			});
			return (answer as { data: Row[] }).data[0];
		};
		const first = firstBy({ 'sort[order]': 'asc' });
		expect(first.createdAt).toBe('2026-01-12 08:00:00.163Z');
		const lately = firstBy({ 'sort[field]': 'lastSeen' });
		expect(Date.parse(String(lately.lastSeen))).toBeGreaterThan(
			Date.parse(String(firstBy({}).lastSeen)),
		);
	});

	it('pages chats by the time of the last in milliseconds, forty each', async () => {
		await sandbox.control('seed', { vendor: 'chatbot-com', chats: 25 });
		const ids = await collect(40, async (last) => {
			const after = last && Date.parse(last.createdAt);
			return (await api.get('/v2/chats', { params: { after } })).data;
		});
		expect(ids).toHaveLength(120);
		expect(new Set(ids).size).toBe(120);
		const { data } = await api.get(`/v2/chats/${ids[50]}`);
		expect(data).toMatchObject({ id: ids[50], source: expect.any(String) });
	});

	it('pages phrases by number and trains them', async () => {
		const { data: last } = await api.get('/training', { params: { page: 3 } });
		expect(last.items).toHaveLength(4);
		const [{ id, storyId, text }] = last.items;
		const { data: story } = await api.get(`/v2/stories/${storyId}`);
		const [{ children: inputs }] = story.diagram.children;
		const { id: targetId, name, type } = inputs[0];
		expect(type).toBe('USER_INPUT');
		const training = { storyId, targetId, items: [id, 'unknown'] };
		const { data } = await api.put('/training/train', training);
		expect(data).toMatchObject({ used: [id], unused: ['unknown'], ...DONE });
		const { data: answer } = await say(text, { storyId });
		expect(answer.result).toMatchObject({ score: 1, interaction: { name } });
	});
});

describe('conversations', () => {
	it('need exactly one of query, trigger and goto', async () => {
		await expectEach<[string, object]>(
			[
				['none', {}],
				['text and trigger', { query: 'hello', trigger: 'welcome' }],
				['trigger and go-to', { trigger: 'welcome', goto: '5b07ffafc2376e30306d9b16' }],
			],
			async ([, parts]) => {
				const answer = await client.post('/query', { sessionId: SESSION, ...parts });
				expect(answer).toMatchObject(refused(400));
				expect(await sandbox.state('chatbot-com')).toMatchObject({ sessions: [] });
			},
		);
	});

	it('answer texts, triggers and go-tos', async () => {
		const { data: welcome } = await client.post('/query', {
			sessionId: SESSION,
			trigger: 'welcome',
		});
		expect(welcome).toMatchObject({ sessionId: SESSION, ...DONE });
		const { data: text } = await say('When do you open?');
		const { interaction, ...result } = text.result;
		expect(interaction).toMatchObject({ name: 'opening hours', action: '' });
		expect(result).toMatchObject({ score: 1, resolvedQuery: 'When do you open?' });
		const { data: jump } = await client.post('/query', {
			sessionId: SESSION,
			goto: interaction.id,
		});
		expect(jump.result.fulfillment).toEqual(result.fulfillment);
		expect(jump.result.fulfillment).not.toEqual(welcome.result.fulfillment);
		expect((await client.post('/query', { sessionId: SESSION, trigger: 'none' })).status).toBe(404);
	});

	it('fall back on what nothing matches, which then waits for training', async () => {
		const { data } = await say('do you sell umbrellas');
		expect(data.result).toMatchObject({ score: 0, interaction: { name: 'fallback' } });
		const { data: training } = await api.get('/training');
		expect(training.items[0]).toMatchObject({ text: 'do you sell umbrellas', unmatched: 1 });
		expect((await say('open the door')).data.result.score).toBe(0.5);
		expect((await say('open the door', { confidence: 0.9 })).data.result.score).toBe(0);
	});

	it('keep attributes for ten minutes after the last message', async () => {
		const attributes = { plan: 'pro' };
		const update = () => api.put('/session/attributes', { sessionId: SESSION, attributes });
		expect(await update()).toMatchObject(refused(404));
		await say('hello', { parameters: { default_name: 'Ann' } });
		expect(await update()).toMatchObject({ status: 200, data: DONE });
		await sandbox.control('clock', { advanceSeconds: 590 });
		const { data: same } = await say('hello');
		expect(same.result.sessionParameters).toMatchObject({ default_name: 'Ann', plan: 'pro' });
		await sandbox.control('clock', { advanceSeconds: 590 });
		expect((await update()).status).toBe(200);
		await sandbox.control('clock', { advanceSeconds: 20 });
		expect(await update()).toMatchObject(refused(404));
		const { data: other } = await say('hello');
		expect(other.result.sessionParameters).toMatchObject({ default_name: null });
		expect(other.result.sessionParameters).not.toHaveProperty('plan');
	});

	it('show what was done only when debugging', async () => {
		expect((await say('hello')).data.result).not.toHaveProperty('debug');
		expect((await say('hello', { debug: true })).data.result).toHaveProperty('debug');
	});
});

describe('users', () => {
	it('are answered in an array, or plain when their userId asks for it', async () => {
		const create = (userId: string) => api.post('/users', { userId, attributes: { plan: 'pro' } });
		const { data: list } = await create('crm-1');
		expect(list).toEqual([expect.objectContaining({ id: expect.any(String), ...DONE })]);
		expect((await create('object-1')).data).toMatchObject({ id: expect.any(String), ...DONE });
		expect(await create('crm-1')).toMatchObject(refused(400));
		const { data } = await api.get(`/users/${list[0].id}`);
		expect(data).toMatchObject({ userId: 'crm-1', attributes: { plan: 'pro' }, conversations: [] });
	});

	it('need a userId or an email address', async () => {
		const create = (attributes: object) => api.post('/users', { attributes });
		expect(await create({ plan: 'pro' })).toMatchObject(refused(400));
		expect((await create({ default_email: 'ann@example.com' })).status).toBe(200);
	});

	it('are updated, banned and put into segments', async () => {
		const { id } = await firstRow('/users');
		const path = `/users/${id}`;
		await api.put(path, { attributes: { plan: 'basic' } });
		await api.put(`${path}/ban`, { banned: true });
		const { data: created } = await api.post('/users/segments', { name: 'New' });
		const { data: second } = await api.post('/users/segments', { name: 'Newer' });
		await api.post(`${path}/segments`, [created.id]);
		await api.post(`${path}/segments`, { segmentIds: [second.id] });
		const { data } = await api.get(path);
		expect(data).toMatchObject({ banned: true, attributes: { plan: 'basic' } });
		expect(data.attributes.default_email).toEqual(expect.any(String));
		expect(data.segments).toEqual(
			expect.arrayContaining([
				{ id: created.id, name: 'New' },
				{ id: second.id, name: 'Newer' },
			]),
		);
		await api.delete(`/users/segments/${created.id}`);
		const { data: segments } = await api.get('/users/segments');
		expect(segments).toContainEqual(expect.objectContaining({ id: second.id, users: 1 }));
		expect(segments).not.toContainEqual(expect.objectContaining({ id: created.id }));
	});

	it('have conversations with either name of the time', async () => {
		const { data } = await api.get('/users');
		const { id } = data.data.find(({ conversations }: Row) => Number(conversations) > 1);
		const { data: user } = await api.get(`/users/${id}`);
		expect(user.conversations[0]).toHaveProperty('date');
		expect(user.conversations[1]).toHaveProperty('createdAt');
	});

	it('are exported as a table', async () => {
		const answer = await api.post<string>('/users/export');
		expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
		const lines = answer.data.trimEnd().split('\n');
		expect(lines[0]).toBe('Name,Email,First Seen,Last Seen,Source,User ID,IP,Region,Country');
		expect(lines).toHaveLength(96);
		expect(answer.data).toContain('"Ødegård, ""Michael"""');
	});
});

describe('reports', () => {
	const report = async (params: object): Promise<{ date: string; value: number }[]> =>
		(await api.get('/reports/conversations', { params })).data.data;
	const week = { from: '2026-01-12', to: '2026-01-18' };

	it('honour the span and the dimension, and are the same each time', async () => {
		const days = await report(week);
		expect(days.map(({ date }) => date.slice(0, 10))).toEqual(
			[12, 13, 14, 15, 16, 17, 18].map((day) => `2026-01-${day}`),
		);
		expect(await report(week)).toEqual(days);
		expect(await report({ ...week, dimension: 'hour' })).toHaveLength(6 * 24 + 1);
		expect(await report({ period: 'last7days' })).toHaveLength(7);
		expect(await report({ period: 'yesterday', dimension: 'hour' })).toHaveLength(24);
		expect(await report({})).toHaveLength(30);
	});

	it('sum up', async () => {
		const { data } = await api.get('/reports/conversations.paid', { params: week });
		const values = (data.data as { value: number }[]).map(({ value }) => value);
		expect(data.summary).toMatchObject({
			total: values.reduce((sum, value) => sum + value),
			max: Math.max(...values),
		});
	});
});

describe('the contract', () => {
	it('refuses what breaks it', async () => {
		await expectEach<[string, () => Promise<AxiosResponse>]>(
			[
				['a page of more than 40', () => api.get('/users', { params: { limit: 41 } })],
				['a cursor that is no id', () => api.get('/users', { params: { after: 'crm-42' } })],
				['a query of 257 letters', () => say('x'.repeat(257))],
				['a session of 9 letters', () => say('hello', { sessionId: '123456789' })],
				['attributes without any', () => api.post('/users', { userId: 'crm-9', attributes: {} })],
				[
					'an attribute with a dot in its name',
					() => api.post('/users', { userId: 'crm-9', attributes: { 'a.b': 'c' } }),
				],
				['parameters that are no texts', () => say('hello', { parameters: { age: 7 } })],
				[
					'an unknown period',
					() => api.get('/reports/conversations', { params: { period: 'ever' } }),
				],
				['an entity without entries', () => api.post('/entities', { name: 'sizes', entries: [] })],
			],
			async ([, request]) => {
				expect(await request()).toMatchObject(refused(400));
				const [entry] = (await sandbox.requests('chatbot-com')).slice(-1);
				expect(entry.contractErrors).not.toEqual([]);
			},
		);
	});

	it('is kept by the answers', async () => {
		const { id } = await firstRow('/users');
		const { id: story } = await firstRow('/v2/stories');
		const { id: entity } = await firstRow('/entities');
		for (const path of [`/users/${id}`, `/v2/stories/${story}`, `/entities/${entity}`, '/training'])
			await api.get(path);
		await say('hello', { debug: true });
		const logged = await sandbox.requests('chatbot-com');
		expect(logged).toHaveLength(8);
		for (const entry of logged) expect(entry).toMatchObject({ status: 200, contractErrors: [] });
	});
});
