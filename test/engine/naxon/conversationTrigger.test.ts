import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { pollTrigger, type Setup } from '../../support/contexts';
import { minutesAgo, watch } from '../../support/events';
import { byId } from '../../../engine/jobs';
import { naxonAccount, type NaxonState } from '../../support/naxon';
import { useSandbox } from '../../support/sandbox';

const sandbox = useSandbox();

const state = async () => await sandbox().state<NaxonState>('naxon');
const sent = async (operationId?: string) => await sandbox().requests('naxon', operationId);
const seed = async (what: object) => await sandbox().control('seed', { vendor: 'naxon', ...what });
const fault = async (what: object) =>
	await sandbox().control('faults', { vendor: 'naxon', ...what });

const trigger = (event: string, parameters: INodeParameters = {}): Setup => ({
	node: 'naxonConversationTrigger',
	parameters: { event, ...parameters },
	credentials: naxonAccount(sandbox().url),
});
const since = (minutes: number) => ({ options: { startFrom: minutesAgo(minutes) } });
const ids = (rows: IDataObject[]) => rows.map(({ id }) => id);

const lastConversation = async () => (await state()).conversations.at(-1)!;
const rowsOf = (body: unknown) => (body as { data: IDataObject[] }).data;

interface Kind {
	/** Lets it happen `count` times; a new one of its own each time. */
	cause: (count: number, moment: object) => Promise<unknown>;
	/** The IDs of what came of it, in order: of conversations, or of messages. */
	made: (count: number) => Promise<number[]>;
}

const lastConversations = async (count: number) =>
	(await state()).conversations.slice(-count).map(({ id }) => id);
const kinds: Record<string, Kind> = {
	newConversation: {
		cause: async (conversations, moment) => await seed({ conversations, ...moment }),
		made: lastConversations,
	},
	updatedConversation: {
		cause: async (conversations, moment) => await seed({ conversations, ...moment }),
		made: lastConversations,
	},
	newMessage: {
		cause: async (messages, moment) => await seed({ messages, ...moment }),
		made: async (count) => (await lastConversation()).messages.slice(-count).map(({ id }) => id),
	},
};

describe.each(Object.entries(kinds))('%s', (event, { cause, made }) => {
	test('begins now: what is there is old, and each new one comes once', async () => {
		await cause(2, { at: 'now' });
		const watched = watch(trigger(event));
		expect(await watched.poll()).toEqual([]);
		expect(await watched.poll()).toEqual([]);
		await cause(1, { at: 'now' });
		expect(ids(await watched.poll())).toEqual(await made(1));
		expect(await watched.poll()).toEqual([]);
		await cause(2, { at: 'now' });
		expect(ids(await watched.poll())).toEqual(await made(2));
		expect(await watched.poll()).toEqual([]);
	});

	test('begins at a chosen time: the first poll gives what happened since, the oldest first', async () => {
		await cause(1, { at: minutesAgo(40) });
		await cause(3, { at: minutesAgo(20), everySeconds: 60 });
		const watched = watch(trigger(event, since(30)));
		expect(ids(await watched.poll())).toEqual(await made(3));
		expect(await watched.poll()).toEqual([]);
	});

	test('gives those of the same second that come later, and those that are shown late', async () => {
		const at = minutesAgo(10);
		await cause(1, { at });
		const watched = watch(trigger(event, since(30)));
		expect(ids(await watched.poll())).toEqual(await made(1));
		await cause(1, { at });
		expect(ids(await watched.poll())).toEqual(await made(1));
		await cause(1, { at: minutesAgo(13) });
		// A conversation keeps its later update, so a message alone shows here that it was late.
		expect(ids(await watched.poll())).toEqual(await made(1));
		expect(await watched.poll()).toEqual([]);
	});

	test('of a poll that fails, nothing is lost', async () => {
		const watched = watch(trigger(event, since(30)));
		await watched.poll();
		const before = watched.kept();
		await cause(2, { at: minutesAgo(1) });
		const cases: Array<[object, string, string]> = [
			[{ kind: 'status', status: 500 }, 'Naxon is not available right now', 'Try again later.'],
			[{ kind: 'status', status: 401 }, 'Naxon did not accept the credential', "Check 'API Token'"],
			[{ kind: 'html' }, 'Naxon answered with a web page instead of data', "'Base URL'"],
		];
		for (const [broken, message, wayOut] of cases) {
			await fault(broken);
			await expect(watched.poll()).rejects.toMatchObject({
				message: expect.stringContaining(message) as string,
				description: expect.stringContaining(wayOut) as string,
			});
			expect(watched.kept()).toEqual(before);
		}
		expect(ids(await watched.poll())).toEqual(await made(2));
	});

	test('of another model begins anew', async () => {
		const model = (id: number) => ({ model: byId(id) });
		await seed({ conversations: 1, at: minutesAgo(2), model: 101 });
		await seed({ conversations: 1, at: minutesAgo(2), model: 102 });
		const watched = watch(trigger(event, model(101)));
		await watched.poll();
		await seed({ conversations: 1, at: 'now', model: 102 });
		expect(await watched.poll()).toEqual([]);
		const other = trigger(event, model(102));
		expect(await watched.poll(other)).toEqual([]);
		await seed({ conversations: 1, at: 'now', model: 101 });
		await seed({ conversations: 1, at: 'now', model: 102 });
		const rows = await watched.poll(other);
		const { id } = await lastConversation();
		expect(rows.map((row) => row.conversation_id ?? row.id)).toEqual([id]);
		expect(rows[0].model_id).toBe(102);
	});

	test('by Fetch Test Event: the latest one, without any effect', async () => {
		await cause(2, { at: minutesAgo(90), everySeconds: 60 });
		const { json, staticData } = await pollTrigger(trigger(event), 'manual');
		expect(ids(json)).toEqual(await made(1));
		expect(staticData).toEqual({});
	});

	test('by Fetch Test Event, when there is none', async () => {
		await expect(pollTrigger(trigger(event), 'manual')).rejects.toMatchObject({
			message: 'Nothing happened in the last 7 days',
			description: expect.stringContaining('fetch again') as string,
		});
	});

	test('is not looked for again while a poll takes long', async () => {
		await cause(1, { at: minutesAgo(1) });
		await fault({ kind: 'delay', delayMs: 300 });
		const first = pollTrigger(trigger(event, since(5)));
		expect((await pollTrigger(trigger(event, since(5)))).json).toEqual([]);
		expect((await first).json).toHaveLength(1);
		expect((await pollTrigger(trigger(event, since(5)))).json).toHaveLength(1);
	});
});

describe('what is asked', () => {
	test.each([
		['newConversation', 'created_at'],
		['updatedConversation', 'updated_at'],
		['newMessage', 'updated_at'],
	])('%s: conversations by %s, from five minutes before', async (event, sort) => {
		const startFrom = '2026-11-01T10:00:00';
		const setup = trigger(event, { options: { startFrom } });
		await pollTrigger({ ...setup, timezone: 'Asia/Bangkok' });
		const [{ query, rawUrl, contractErrors }, ...more] = await sent('conversation.getAll');
		expect(query).toEqual({ page: '1', per_page: '50', sort, since: '2026-11-01T09:55:00+0700' });
		expect(rawUrl).not.toContain('+');
		expect(contractErrors).toEqual([]);
		expect(more).toEqual([]);
	});

	test('a conversation comes as Naxon gives it', async () => {
		await seed({ conversations: 1, at: minutesAgo(1) });
		for (const event of ['newConversation', 'updatedConversation']) {
			const { json } = await pollTrigger(trigger(event, since(2)));
			const { responseBody } = (await sent('conversation.getAll')).at(-1)!;
			expect(json).toEqual(rowsOf(responseBody));
		}
	});

	test('a message comes with the conversation that it is of', async () => {
		await seed({ conversations: 1, at: minutesAgo(1) });
		const { json } = await pollTrigger(trigger('newMessage', since(2)));
		const [{ path, responseBody }] = await sent('message.getAll');
		const { id, modelId, platformUserId } = await lastConversation();
		expect(path).toBe(`/conversations/${id}/messages`);
		expect(json).toEqual([
			{
				...rowsOf(responseBody)[0],
				conversation_id: id,
				model_id: modelId,
				model_name: expect.any(String) as string,
				platform: 'web',
				platform_user_id: platformUserId,
			},
		]);
	});

	test('with a model, its conversations alone', async () => {
		await seed({ conversations: 3, at: minutesAgo(1) });
		const { conversations } = await state();
		const ofModel = conversations.slice(-3).filter(({ modelId }) => modelId === 102);
		const { json } = await pollTrigger(
			trigger('newConversation', { model: byId(102), ...since(2) }),
		);
		expect(ids(json)).toEqual(ofModel.map(({ id }) => id));
		expect((await sent()).map(({ operationId, path }) => [operationId, path])).toEqual([
			['conversation.getAllOfModel', '/models/102/conversations'],
		]);
	});

	test('what changes without a message is not read for ever', async () => {
		const day = 24 * 60;
		await seed({ conversations: 1, at: minutesAgo(day) });
		const watched = watch(trigger('newMessage', since(day + 10)), { restarts: false });
		await watched.poll();
		// A list of rows without messages, as of an import that touches them all.
		const touched = Array.from({ length: 20 }, (_, index) => ({
			id: index + 1,
			updated_at: minutesAgo(60),
		}));
		const page = { data: touched, page: 1, rows_per_page: 50, total_pages: 1, total_rows: 20 };
		await fault({ operationId: 'conversation.getAll', kind: 'status', status: 200, body: page });
		const none = { data: [], page: 1, rows_per_page: 50, total_pages: 0, total_rows: 0 };
		await fault({
			operationId: 'message.getAll',
			kind: 'status',
			status: 200,
			body: none,
			count: 20,
		});
		expect(await watched.poll()).toEqual([]);
		await watched.poll();
		const [{ query }] = (await sent('conversation.getAll')).slice(-1);
		expect(Date.parse(String(query.since))).toBeGreaterThan(Date.parse(minutesAgo(66)));
	});
});

describe('filters', () => {
	test('Sender leaves out what others said, and goes on from the same place when it changes', async () => {
		const { conversations } = await state();
		await seed({ messages: 4, at: minutesAgo(3), everySeconds: 1, within: [1002] });
		const before = conversations.find(({ id }) => id === 1002)!.messages.length;
		const { messages } = (await state()).conversations.find(({ id }) => id === 1002)!;
		const expected = messages.slice(before) as Array<{ id: number; sender?: string }>;
		const ofUser = expected.filter(({ sender }) => sender === 'user');
		expect(ofUser).toHaveLength(2);

		const watched = watch(trigger('newMessage', { filters: { sender: 'user' }, ...since(5) }));
		expect(ids(await watched.poll())).toEqual(ofUser.map(({ id }) => id));
		expect(await watched.poll(trigger('newMessage', since(5)))).toEqual([]);
	});

	test.each<[string, string, INodeParameters, string]>([
		['Sender', 'newMessage', { filters: { sender: '={{ undefined }}' } }, 'is empty'],
		['Model', 'newConversation', { model: byId('={{ undefined }}') }, 'is empty'],
		['Start From', 'newMessage', { options: { startFrom: 'soon' } }, 'is not a date'],
	])('%s that makes no sense is refused', async (name, event, parameters, what) => {
		await expect(pollTrigger(trigger(event, parameters))).rejects.toMatchObject({
			message: `'${name}' ${what}`,
			description: expect.stringMatching(/\w/) as string,
		});
		expect(await sent()).toEqual([]);
	});

	test('an event that is none is refused', async () => {
		await expect(pollTrigger(trigger('other'))).rejects.toThrow("'Trigger On'");
	});
});

describe('rows that have no time', () => {
	const page = (data: object[]) => ({
		kind: 'status',
		status: 200,
		body: { data, page: 1, rows_per_page: 50, total_pages: 1, total_rows: data.length },
	});

	test.each(['newConversation', 'updatedConversation', 'newMessage'])(
		'%s: all of them are refused, one is left out',
		async (event) => {
			const ofMessages = event === 'newMessage';
			const operationId = ofMessages ? 'message.getAll' : 'conversation.getAll';
			await seed({ conversations: 1, at: minutesAgo(1) });
			await fault({ operationId, ...page([{ id: 7 }, { id: 8, created_at: null }]) });
			await expect(pollTrigger(trigger(event, since(5)))).rejects.toMatchObject({
				message: 'Naxon gave rows without a time, so new ones cannot be told from old ones',
				description: expect.stringContaining("'Endpoint Overrides'") as string,
			});
			const dated = { id: 9, created_at: minutesAgo(1), updated_at: minutesAgo(1) };
			await fault({ operationId, ...page([{ id: 7 }, dated]) });
			expect(ids((await pollTrigger(trigger(event, since(5)))).json)).toEqual([9]);
		},
	);
});

describe('rows that have no ID', () => {
	test.each([
		['newConversation', 'conversation.getAll'],
		['updatedConversation', 'conversation.getAll'],
		['newMessage', 'conversation.getAll'],
		['newMessage', 'message.getAll'],
	])('%s of %s: are refused, and nothing is lost', async (event, operationId) => {
		await seed({ conversations: 1, at: minutesAgo(1) });
		const watched = watch(trigger(event, since(5)));
		const rows = [1, 2].map((seq) => ({
			seq,
			created_at: minutesAgo(1),
			updated_at: minutesAgo(1),
		}));
		const body = { data: rows, page: 1, rows_per_page: 50, total_pages: 1, total_rows: 2 };
		await fault({ operationId, kind: 'status', status: 200, body });
		await expect(watched.poll()).rejects.toMatchObject({
			message: expect.stringContaining("Naxon gave a row without 'id'") as string,
			description: expect.stringContaining("'Endpoint Overrides'") as string,
		});
		expect(await watched.poll()).toHaveLength(1);
	});
});

describe('messages of several conversations', () => {
	const refused = async (status: number, count = 1) =>
		await fault({ operationId: 'message.getAll', kind: 'status', status, count });
	const said = async () =>
		(await state()).conversations.slice(-3).map(({ messages }) => messages[0].id);

	test('one that is gone meanwhile (404) is left out', async () => {
		await seed({ conversations: 3, at: minutesAgo(1) });
		await refused(404);
		const given = ids(await watch(trigger('newMessage', since(5))).poll());
		expect(given).toHaveLength(2);
		expect(await said()).toEqual(expect.arrayContaining(given));
	});

	test.each([
		[404, 3, 'Naxon answered 404'],
		[403, 3, 'Naxon does not allow this'],
		[401, 1, 'Naxon'],
	])(
		'%d for %d of three names the conversation, and nothing is lost',
		async (status, count, why) => {
			await seed({ conversations: 3, at: minutesAgo(1) });
			const watched = watch(trigger('newMessage', since(5)));
			await refused(status, count);
			const { conversations } = await state();
			const names = conversations.slice(-3).map(({ id }) => `Conversation ${id}: ${why}`);
			const failure = (await watched.poll().catch((reason: unknown) => reason)) as Error;
			expect(names.some((name) => failure.message.startsWith(name))).toBe(true);
			expect(ids(await watched.poll()).sort()).toEqual((await said()).sort());
		},
	);
});

describe('lists of several pages', () => {
	test('rows that change while they are read, and do not move, are read twice', async () => {
		const pages = [1, 2, 1, 2];
		for (const [version, page] of pages.entries()) {
			const row = { id: page, created_at: minutesAgo(1), version };
			const counts = { page, rows_per_page: 1, total_pages: 2, total_rows: 2 };
			const body = { data: [row], ...counts };
			await fault({ operationId: 'conversation.getAll', kind: 'status', status: 200, body });
		}
		const given = await watch(trigger('newConversation', since(5))).poll();
		expect(given.map(({ id, version }) => [id, version])).toEqual([
			[1, 2],
			[2, 3],
		]);
		expect(await sent('conversation.getAll')).toHaveLength(pages.length);
	});

	test('messages whose IDs JSON has rounded to the same are all given', async () => {
		await seed({ conversations: 1, at: minutesAgo(1) });
		const row = (seq: string) => ({
			id: seq === 'x' ? 7 : 2 ** 60,
			seq,
			created_at: minutesAgo(1),
		});
		// A first page, then all pages three times, each time in another order.
		for (const order of ['a', 'axb', 'xab', 'abx']) {
			for (const [index, seq] of [...order].entries()) {
				const counts = { page: index + 1, rows_per_page: 1, total_pages: 3, total_rows: 3 };
				const body = { data: [row(seq)], ...counts };
				await fault({ operationId: 'message.getAll', kind: 'status', status: 200, body });
			}
		}
		const given = await watch(trigger('newMessage', since(5))).poll();
		expect(given.map(({ seq }) => seq).sort()).toEqual(['a', 'b', 'x']);
	});
});
