import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Message, Session } from '../../../sandbox/vendors/koreAi/state';
import {
	bodyOf,
	BOT,
	messagesOf,
	rowsOf,
	pairs,
	sessionsOf,
	shownFields,
	useKore,
} from '../../support/koreAi';
import { testEach } from '../../support/sandbox';

/** Message: Get Many, within the seven days that one call takes. */
const { run, runToError, sent, onlySent, answerWith, state } = useKore();

const GET = 'message.getAll';
const FROM = '2026-01-20T00:00:00.000Z';
const TO = '2026-01-26T12:30:00.000Z';
const DATES = { from: FROM, to: TO };
const ALL = { returnAll: true };

/** The three operations that the node calls: operation, path, page size, and what the node has to be told. */
const VARIANTS: Array<[string, string, number, INodeParameters]> = [
	['message.getAll', `/api/public/bot/${BOT}/getMessages`, 100, { version: 'v1' }],
	['message.getAllV2', `/api/public/bot/${BOT}/getMessagesV2`, 1000, { version: 'v2' }],
	['message.getAllOfAccount', '/api/public/getMessages', 100, { scope: 'account' }],
];

interface Entry {
	session: Session;
	message: Message;
}

/** What the sandbox has of these dates, the newest first; V2 leaves alerts and actions out. */
async function entriesOf(called: string, channel = 'rtm'): Promise<Entry[]> {
	const { sessions } = await state();
	const some = called === 'message.getAllOfAccount' ? sessions : sessionsOf(await state(), BOT);
	const found = messagesOf(some, channel).filter(
		({ message: { at, source } }) =>
			at >= Date.parse(FROM) &&
			at <= Date.parse(TO) &&
			(called !== 'message.getAllV2' || ![0, 2].includes(source)),
	);
	expect(found.length).toBeGreaterThan(0);
	return found;
}
const idsOf = (entries: Entry[]) => entries.map(({ message }) => message.id);
const ids = (rows: IDataObject[]) => rows.map(({ messageId }) => messageId);

describe.each(VARIANTS)('%s', (called, path, size, own) => {
	test('every message in ten fields, the newest first', async () => {
		const { json, outputs, error } = await run(GET, { ...own, ...ALL, filters: DATES });
		expect(error).toBeUndefined();
		const entries = await entriesOf(called);
		expect(ids(json)).toEqual(idsOf(entries));
		expect(new Set(pairs(outputs[0]))).toEqual(new Set([0]));
		for (const row of json) expect(Object.keys(row).sort()).toEqual(shownFields(GET));

		const { session, message } = entries.find((entry) => entry.message.isIncoming) as Entry;
		expect(json.find(({ messageId }) => messageId === message.id)).toEqual({
			messageId: message.id,
			sessionId: session.id,
			botId: session.botId,
			type: 'incoming',
			text: message.text,
			createdOn: new Date(message.at).toISOString(),
			createdBy: session.user.id,
			channel: 'rtm',
			language: 'en',
			tags: {
				intent: message.tags[0].value,
				plan: session.userTags[0].value,
				topic: session.sessionTags[0].value,
			},
		});
	});

	test('raw, as they came', async () => {
		const parameters = { ...own, ...ALL, simplify: false, filters: DATES };
		const { json } = await run(GET, parameters);
		expect(json).toEqual(rowsOf(await sent(), 'messages'));
		expect(Object.keys(json[0])).toEqual(expect.arrayContaining(['_id', 'components', 'chnl']));
	});

	test('nothing set: one page of 50, and no dates', async () => {
		const { error } = await run(GET, own);
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({ method: 'POST', path, operationId: called });
		expect(request).toMatchObject({ contentType: 'application/json', contractErrors: [] });
		expect(request.query).toEqual({});
		expect(request.body).toEqual({ skip: 0, limit: 50 });
	});

	test(`pages of ${size} unless told otherwise`, async () => {
		await run(GET, { ...own, ...ALL });
		expect((await onlySent()).body).toEqual({ skip: 0, limit: size });
	});

	test('pages of another size, until none is left', async () => {
		const { json } = await run(GET, { ...own, ...ALL, filters: DATES, options: { pageSize: 9 } });
		const entries = await entriesOf(called);
		expect(entries.length).toBeGreaterThan(18);
		expect(ids(json)).toEqual(idsOf(entries));
		const pages = (await sent()).map((request) => [bodyOf(request).skip, bodyOf(request).limit]);
		expect(pages).toEqual(
			Array.from({ length: Math.ceil(entries.length / 9) }, (_, page) => [9 * page, 9]),
		);
	});

	test('a limit reads no page more than it needs', async () => {
		const options = { pageSize: 5 };
		const { json } = await run(GET, { ...own, limit: 12, filters: DATES, options });
		expect(ids(json)).toEqual(idsOf(await entriesOf(called)).slice(0, 12));
		expect((await sent()).map((request) => bodyOf(request).skip)).toEqual([0, 5, 10]);
	});

	test('pages that are shorter than asked for', async () => {
		const page = (id: string, moreAvailable: boolean) => ({
			messages: [{ _id: id }],
			moreAvailable,
		});
		await answerWith(called, page('ms-1', true));
		await answerWith(called, page('ms-2', false));
		const { json } = await run(GET, { ...own, ...ALL });
		expect(ids(json)).toEqual(['ms-1', 'ms-2']);
		expect((await sent()).map((request) => bodyOf(request).skip)).toEqual([0, 1]);
	});

	const tag = { name: 'plan', values: ['pro'], type: 'user' };
	const filters: Array<[string, INodeParameters, object, object]> = [
		['From and To', DATES, {}, { dateFrom: FROM, dateTo: TO }],
		['User ID', { userId: 'ewa@example.com' }, {}, { userId: 'ewa@example.com' }],
		['Call ID', { callId: 'call-1' }, { callId: 'call-1' }, {}],
		['Channel Type', { channelType: 'ivrVoice' }, {}, { channelType: 'ivrVoice' }],
		['Session IDs', { sessionIds: ['64b6', '64b7'] }, {}, { sessionId: ['64b6', '64b7'] }],
		['Tags', { tags: { tag: [tag] } }, {}, { tags: { and: [tag] } }],
	];

	testEach('each filter is sent', filters, async ([, filter, query, body]) => {
		await run(GET, { ...own, filters: filter });
		const request = await onlySent();
		expect(request.query).toEqual(query);
		expect(request.body).toEqual({ ...body, skip: 0, limit: 50 });
		expect(request).toMatchObject({ operationId: called, status: 200, contractErrors: [] });
	});

	const options = ['getAgentsInfo', 'includeLatency', 'includeTraceId'];

	testEach(
		'each option is sent, on or off',
		options.flatMap((name) => [true, false].map((value) => [name, value] as const)),
		async ([name, value]) => {
			await run(GET, { ...own, options: { [name]: value } });
			const request = await onlySent();
			expect(request.query).toEqual({});
			expect(request.body).toEqual({ [name]: value, skip: 0, limit: 50 });
			expect(request).toMatchObject({ operationId: called, status: 200, contractErrors: [] });
		},
	);

	testEach(
		'the order is sent',
		[
			['asc', true],
			['desc', false],
		] as const,
		async ([sortOrder, forward]) => {
			await run(GET, { ...own, sort: { sortOrder } });
			expect((await onlySent()).body).toEqual({ forward, skip: 0, limit: 50 });
		},
	);

	test('option Include Secure Form is for V2 alone', async () => {
		const parameters = { ...own, options: { includeSecureForm: true } };
		if (called === 'message.getAllV2') {
			await run(GET, parameters);
			const request = await onlySent();
			expect(request.query).toEqual({ includeSecureForm: 'true' });
			expect(request).toMatchObject({ operationId: called, status: 200, contractErrors: [] });
			return;
		}
		const error = await runToError(GET, parameters);
		expect(error.message).toBe("'Include Secure Form' needs V2 [item 0]");
		expect(error.description).toMatch(/Remove it, or choose V2/);
		expect(await sent()).toEqual([]);
	});

	const directions: Array<[string, number, (at: number) => [number, number | undefined]]> = [
		['back', -1, (at) => [0, at + 1]],
		['both ways', 0, () => [0, undefined]],
		['forward', 1, (at) => [at, undefined]],
	];

	testEach('from a message back, on, or both ways', directions, async ([, direction, part]) => {
		const { sessions } = await state();
		const some = called === 'message.getAllOfAccount' ? sessions : sessionsOf(await state(), BOT);
		const all = messagesOf(some)
			.map(({ message }) => message)
			.filter(({ source }) => called !== 'message.getAllV2' || source === 1)
			.reverse();
		const at = 40;
		const filters = { msgId: all[at].id, direction };
		const { json } = await run(GET, { ...own, ...ALL, filters });
		const [request] = await sent();
		expect(request.body).toMatchObject({ msgId: all[at].id, direction });
		expect(request.body).not.toHaveProperty('dateFrom');
		expect(request.body).not.toHaveProperty('dateTo');
		const expected = all.slice(...part(at)).map(({ id }) => id);
		expect(ids(json).sort()).toEqual(expected.sort());
	});

	test('from a message on, without a direction', async () => {
		const filters = { msgId: 'ms-nobody' };
		const error = await runToError(GET, { ...own, filters });
		expect((await onlySent()).body).toEqual({ msgId: 'ms-nobody', skip: 0, limit: 50 });
		expect(error.description).toContain('Kore.ai said: "Message not found: ms-nobody"');
		expect(error).toMatchObject({ httpCode: '400', pairedItem: { item: 0 } });
	});
});

describe('what is asked for comes', () => {
	const raw = { ...ALL, simplify: false, version: 'v1' };

	test('another channel', async () => {
		const filters = { ...DATES, channelType: 'msteams' };
		const { json } = await run(GET, { ...raw, filters });
		expect(json.map(({ _id: id }) => id)).toEqual(idsOf(await entriesOf(GET, 'msteams')));
		expect(new Set(json.map(({ chnl }) => chnl))).toEqual(new Set(['msteams']));
	});

	test('a call of a voice channel', async () => {
		const call = sessionsOf(await state(), BOT).find(({ callId }) => callId) as Session;
		const from = new Date(call.start - 1000).toISOString();
		const to = new Date(call.end + 1000).toISOString();
		const filters = { from, to, callId: call.callId ?? '', channelType: 'ivrVoice' };
		const { json } = await run(GET, { ...raw, filters });
		expect(json.map(({ _id: id }) => id).sort()).toEqual(call.messages.map(({ id }) => id).sort());
	});

	test('latency, trace ID and agents', async () => {
		const options = { includeLatency: true, includeTraceId: true, getAgentsInfo: true };
		const { json } = await run(GET, { ...raw, filters: DATES, options });
		const all = json as Array<IDataObject & { latency?: IDataObject; author?: IDataObject }>;
		expect(all.find(({ latency }) => latency)?.latency?.totalMs).toBe(1234);
		expect(all.some(({ traceId }) => typeof traceId === 'string')).toBe(true);
		expect(all.some(({ author }) => author?.type === 'agent')).toBe(true);
	});

	test('V1 has the alerts and actions that V2 leaves out', async () => {
		const count = async (version: string) =>
			(await run(GET, { ...ALL, version, filters: DATES })).json.length;
		expect(await count('v2')).toBeLessThan(await count('v1'));
	});
});

describe('the ten fields', () => {
	const texts = ['Hello', 'there'].map((text) => ({ cT: 'text', data: { text } }));
	const cases: Array<[string, IDataObject, IDataObject]> = [
		['several components', { components: texts }, { text: 'Hello\nthere' }],
		[
			'components without text',
			{ components: [{ cT: 'image', data: { url: 'x' } }, { cT: 'x' }] },
			{ text: '' },
		],
		['no components', {}, { text: '' }],
		['a channel in the list of channels', { channels: [{ type: 'rcs' }] }, { channel: 'rcs' }],
		['a channel beside it', { chnl: 'rtm', channels: [{ type: 'rcs' }] }, { channel: 'rtm' }],
		['a channel in a field of the other name', { channel: 'korevg' }, { channel: 'korevg' }],
	];

	testEach('of whatever a message has', cases, async ([, row, simple]) => {
		await answerWith('message.getAllV2', { messages: [{ _id: 'ms-1', ...row }] });
		const { json } = await run(GET, { limit: 1 });
		expect(json).toMatchObject([{ messageId: 'ms-1', ...simple }]);
	});
});

describe('is refused before any call', () => {
	const refused: Array<[string, INodeParameters, string, RegExp]> = [
		[
			'a message and From',
			{ filters: { msgId: 'ms-1', from: FROM } },
			"'Start at Message ID' cannot be combined with 'From' and 'To'",
			/Remove one/,
		],
		[
			'a message and To',
			{ filters: { msgId: 'ms-1', to: TO } },
			"'Start at Message ID' cannot be combined with 'From' and 'To'",
			/Remove one/,
		],
		[
			'a direction from nowhere',
			{ filters: { direction: -1 } },
			"'Direction' needs 'Start at Message ID'",
			/Fill that in/,
		],
		[
			'another direction',
			{ filters: { msgId: 'ms-1', direction: '={{ 5 }}' } },
			"'Direction' cannot be '5'",
			/Use one of/,
		],
		['To before From', { filters: { from: TO, to: FROM } }, "'To' is before 'From'", /later date/],
		[
			'101 a page in V1',
			{ version: 'v1', options: { pageSize: 101 } },
			"'Page Size' cannot be 101",
			/100 or fewer/,
		],
		[
			'101 a page of the account',
			{ scope: 'account', options: { pageSize: 101 } },
			"'Page Size' cannot be 101",
			/100 or fewer/,
		],
		[
			'10,001 a page in V2',
			{ options: { pageSize: 10_001 } },
			"'Page Size' cannot be 10001",
			/at most 10000/,
		],
		...['callId', 'channelType', 'msgId', 'direction'].map(
			(name): [string, INodeParameters, string, RegExp] => [
				`a filter that gives nothing: ${name}`,
				{ filters: { [name]: '={{ $json.none }}' } },
				'is empty',
				/more would be meant/,
			],
		),
		['another version', { version: '={{ "v3" }}' }, "'API Version' cannot be 'v3'", /v1, v2/],
		['another scope', { scope: '={{ "world" }}' }, "'Scope' cannot be 'world'", /account, bot/],
	];

	testEach('what makes no sense', refused, async ([, own, message, wayOut]) => {
		const error = await runToError(GET, own);
		expect(error.message).toContain(message);
		expect(error.message).toContain('[item 0]');
		expect(error.description).toMatch(wayOut);
		expect(error).toMatchObject({ cause: 'configuration-invalid', pairedItem: { item: 0 } });
		expect(await sent()).toEqual([]);
	});

	test.each([
		['v1', 100],
		['v2', 10_000],
	])('not the largest page of %s', async (version, pageSize) => {
		await run(GET, { ...ALL, version, options: { pageSize } });
		expect(await onlySent()).toMatchObject({ body: { skip: 0, limit: pageSize }, status: 200 });
	});
});
