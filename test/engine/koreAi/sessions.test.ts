import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Session } from '../../../sandbox/vendors/koreAi/state';
import { byId, itemsOf } from '../../../engine/jobs';
import {
	bodyOf,
	BOT,
	errorOf,
	OTHER_BOT,
	pairs,
	rowsOf,
	sessionsOf,
	shownFields,
	SKIP_FAILED,
	useKore,
} from '../../support/koreAi';
import { testEach } from '../../support/sandbox';

/** Session: Get Many, within the seven days that one call takes. */
const { sandbox, run, runToError, sent, onlySent, answerWith, state } = useKore();

const GET = 'session.getAll';
const FROM = '2026-01-20T00:00:00.000Z';
const TO = '2026-01-26T12:30:00.000Z';
const DATES = { from: FROM, to: TO };
const ALL = { returnAll: true };
const RAW = { ...ALL, simplify: false };

/** The bot's sessions of these dates that fit, the newest first. */
const expected = async (fits: (session: Session) => boolean = () => true, botId = BOT) => {
	const all = sessionsOf(await state(), botId, Date.parse(FROM), Date.parse(TO));
	const found = all.filter(fits);
	expect(all.length).toBeGreaterThan(2);
	expect(found.length).toBeGreaterThan(0);
	return found.map(({ id }) => id);
};
const ids = (rows: IDataObject[]) => rows.map(({ sessionId }) => sessionId);

describe('the answer', () => {
	test('in ten fields: those that the editor shows before a first run', async () => {
		const { json, outputs, error } = await run(GET, { ...ALL, filters: DATES });
		expect(error).toBeUndefined();
		expect(ids(json)).toEqual(await expected());
		expect(new Set(pairs(outputs[0]))).toEqual(new Set([0]));
		for (const row of json) expect(Object.keys(row).sort()).toEqual(shownFields(GET));

		const { sessions } = await state();
		const session = sessions.find(({ id }) => id === json[0].sessionId) as Session;
		expect(json[0]).toEqual({
			sessionId: session.id,
			botId: BOT,
			userId: session.user.id,
			channel: session.channel,
			startTime: new Date(session.start).toISOString(),
			endTime: new Date(session.end).toISOString(),
			status: session.isActive ? 'active' : 'closed',
			containmentType: session.containmentType,
			messages: session.messages.length,
			tags: {
				[session.userTags[0].name]: session.userTags[0].value,
				[session.sessionTags[0].name]: session.sessionTags[0].value,
			},
		});
	});

	test('raw, as it came', async () => {
		const { json } = await run(GET, { ...RAW, filters: DATES });
		expect(json).toEqual(rowsOf(await sent(), 'sessions'));
		expect(Object.keys(json[0])).toEqual(expect.arrayContaining(['start_time', 'session_lang']));
	});

	testEach(
		'tags in any form',
		[
			['none', {}, {}],
			['null', { tags: null }, {}],
			['empty lists', { tags: { userTags: [], sessionTags: [], altText: [] } }, {}],
			[
				'one of several values, and one of the same value twice',
				{
					tags: {
						userTags: [
							{ name: 'plan', value: 'pro' },
							{ name: 'vip', value: 'yes' },
						],
						sessionTags: [
							{ name: 'plan', value: 'max' },
							{ name: 'vip', value: 'yes' },
						],
						messageTags: [{ name: 'plan', value: 'free' }],
					},
				},
				{ plan: ['pro', 'max', 'free'], vip: 'yes' },
			],
			[
				'values of any type',
				{ tags: { userTags: [{ name: 'vip', value: true }, null, {}] } },
				{ vip: true },
			],
		],
		async ([, tags, simple]) => {
			await answerWith(GET, { sessions: [{ sessionId: '1', ...tags }], moreAvailable: false });
			const { json } = await run(GET);
			expect(json).toEqual([{ sessionId: '1', tags: simple }]);
		},
	);

	test('of many items: each row is linked to its own', async () => {
		const items = itemsOf([{ bot: OTHER_BOT }, { bot: BOT }]);
		const parameters = { ...ALL, bot: byId('={{ $json.bot }}'), filters: DATES };
		const { json, outputs } = await run(GET, parameters, { items });
		const [other, own] = [await expected(undefined, OTHER_BOT), await expected()];
		expect(ids(json)).toEqual([...other, ...own]);
		expect(pairs(outputs[0])).toEqual([...other.map(() => 0), ...own.map(() => 1)]);
	});
});

describe('what is sent', () => {
	test('nothing set: one page of 50, and no dates', async () => {
		const { error } = await run(GET);
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({
			method: 'POST',
			path: `/api/public/bot/${BOT}/getSessions`,
			operationId: GET,
			contentType: 'application/json',
			contractErrors: [],
		});
		expect(request.query).toEqual({});
		expect(request.body).toEqual({ skip: 0, limit: 50 });
	});

	const tag = { name: 'plan', values: ['pro', 'max'], type: 'user' };
	const filters: Array<[string, INodeParameters, object, object]> = [
		['From and To', {}, {}, { dateFrom: FROM, dateTo: TO }],
		['User ID', { userId: 'ewa@example.com' }, {}, { userId: 'ewa@example.com' }],
		['Session Type', { sessionType: 'non-interactive' }, {}, { sessionType: 'non-interactive' }],
		['Containment Type', { containmentType: 'dropOff' }, { containmentType: 'dropOff' }, {}],
		['Call ID', { callId: 'call/1 2' }, { callId: 'call/1 2' }, {}],
		['Tags', { tags: { tag: [tag] } }, {}, { tags: { and: [tag] } }],
	];

	testEach('each filter is sent', filters, async ([, filter, query, body]) => {
		await run(GET, { filters: { ...filter, ...DATES } });
		const request = await onlySent();
		expect(request.query).toEqual(query);
		expect(request.body).toEqual({ ...body, dateFrom: FROM, dateTo: TO, skip: 0, limit: 50 });
		expect(request).toMatchObject({ status: 200, contractErrors: [] });
	});

	test('Session IDs, beside which Kore.ai ignores the dates', async () => {
		await run(GET, { filters: { ...DATES, sessionIds: ['64b6', '64b7'] } });
		expect((await onlySent()).body).toEqual({ sessionId: ['64b6', '64b7'], skip: 0, limit: 50 });
	});

	test('several tags with several values, of all types', async () => {
		const tags = ['user', 'session', 'message'].map((type, index) => ({
			name: `tag ${index}`,
			values: [`${index}`, 'x'],
			type,
		}));
		await run(GET, { filters: { tags: { tag: tags } } });
		expect(bodyOf(await onlySent()).tags).toEqual({ and: tags });
	});

	test('all of the account', async () => {
		const filters = { ...DATES, containmentType: 'agent', sessionType: 'interactive' };
		const { json } = await run(GET, { ...ALL, scope: 'account', filters });
		const request = await onlySent();
		expect(request).toMatchObject({
			method: 'POST',
			path: '/api/public/getSessions',
			operationId: 'session.getAllOfAccount',
			query: { containmentType: 'agent' },
			body: { dateFrom: FROM, dateTo: TO, sessionType: 'interactive', skip: 0, limit: 100 },
			status: 200,
		});
		const { sessions } = await state();
		const found = sessions
			.filter(({ start }) => start >= Date.parse(FROM) && start <= Date.parse(TO))
			.filter(({ containmentType, isInteractive }) => containmentType === 'agent' && isInteractive)
			.sort((a, b) => b.start - a.start);
		expect(new Set(found.map(({ botId }) => botId)).size).toBeGreaterThan(1);
		expect(ids(json)).toEqual(found.map(({ id }) => id));
	});

	const zones: Array<[string, string]> = [
		['2026-01-20T00:00:00', '2026-01-19T23:00:00.000Z'],
		['2026-01-20', '2026-01-19T23:00:00.000Z'],
		['2026-01-20T09:00:00+09:00', FROM],
		['={{ 1768867200 }}', FROM],
		['={{ DateTime.fromISO("2026-01-20T00:00:00Z") }}', FROM],
	];

	testEach('a date is read in the zone of the workflow', zones, async ([from, dateFrom]) => {
		await run(GET, { filters: { from, to: TO } });
		expect(bodyOf(await onlySent())).toMatchObject({ dateFrom, dateTo: TO });
	});
});

describe('pages', () => {
	const pages = async () =>
		(await sent()).map((request) => [bodyOf(request).skip, bodyOf(request).limit]);

	test.each([
		[
			7,
			[
				[0, 7],
				[7, 7],
				[14, 7],
			],
		],
		[1000, [[0, 1000]]],
	])('of %d, while more are available', async (pageSize, asked) => {
		const { json } = await run(GET, { ...ALL, filters: DATES, options: { pageSize } });
		const rows = await expected();
		expect(ids(json)).toEqual(rows);
		expect(await pages()).toEqual(asked.slice(0, Math.ceil(rows.length / pageSize)));
	});

	testEach(
		'a limit in pages of 5 reads none more than needed',
		[
			[1, [[0, 1]]],
			[5, [[0, 5]]],
			[
				9,
				[
					[0, 5],
					[5, 5],
				],
			],
			[
				10,
				[
					[0, 5],
					[5, 5],
				],
			],
		],
		async ([limit, asked]) => {
			const { json } = await run(GET, { limit, filters: DATES, options: { pageSize: 5 } });
			expect(ids(json)).toEqual((await expected()).slice(0, limit));
			expect(await pages()).toEqual(asked.map(([skip, size]) => [skip, Math.min(size, limit)]));
		},
	);

	test('that are shorter than asked for: the next begins where they end', async () => {
		const page = (first: number, last: boolean) => ({
			sessions: [0, 1, 2].map((n) => ({ sessionId: `s${first + n}` })),
			moreAvailable: !last,
			total: 6,
		});
		await answerWith(GET, page(1, false));
		await answerWith(GET, page(4, true));
		const { json } = await run(GET, ALL);
		expect(ids(json)).toEqual(['s1', 's2', 's3', 's4', 's5', 's6']);
		expect(await pages()).toEqual([
			[0, 100],
			[3, 100],
		]);
	});

	test('that overlap, because a session began meanwhile', async () => {
		await answerWith(GET, {
			sessions: [{ sessionId: 'b' }, { sessionId: 'a' }],
			moreAvailable: true,
		});
		await answerWith(GET, {
			sessions: [{ sessionId: 'a' }, { sessionId: '9' }],
			moreAvailable: false,
		});
		const { json } = await run(GET, ALL);
		expect(ids(json)).toEqual(['b', 'a', '9']);
	});

	test('without a word on whether more are available: until one is empty', async () => {
		await answerWith(GET, { sessions: [{ sessionId: 'a' }] });
		await answerWith(GET, { sessions: [] });
		const { json } = await run(GET, ALL);
		expect(ids(json)).toEqual(['a']);
		expect(await sent()).toHaveLength(2);
	});

	test('whose word on whether more are available is none: until one is empty', async () => {
		await answerWith(GET, { sessions: [{ sessionId: 'a' }], moreAvailable: 'perhaps' });
		await answerWith(GET, { sessions: [{ sessionId: 'b' }], moreAvailable: null });
		await answerWith(GET, { sessions: [] });
		expect(ids((await run(GET, ALL)).json)).toEqual(['a', 'b']);
		expect(await sent()).toHaveLength(3);
	});

	test('that contradict themselves are read on, and what is missing is said', async () => {
		const one = { sessions: [{ sessionId: 'a' }], moreAvailable: 'false', total: '3' };
		await answerWith(GET, one);
		await answerWith(GET, { ...one, sessions: [{ sessionId: 'b' }] });
		await answerWith(GET, { ...one, sessions: [] });
		const { json, error, run: done } = await run(GET, { ...ALL, simplify: false });
		expect(error).toBeUndefined();
		expect(ids(json)).toEqual(['a', 'b']);
		expect(done.data.resultData.runData.Node[0].hints?.map(({ message }) => message)).toEqual([
			'The list is not complete: Kore.ai announced 3 rows and gave 2.',
		]);
	});

	test('with rows of the same ID on one page: all of them', async () => {
		const sessions = [null, '', null, '', undefined, 'a', 'a'].map((sessionId) => ({
			sessionId,
			botId: 'st-1',
		}));
		await answerWith(GET, { sessions, moreAvailable: false });
		const { json } = await run(GET, RAW);
		expect(ids(json)).toEqual([null, '', null, '', undefined, 'a', 'a']);
	});

	test('that repeat themselves without end', async () => {
		await answerWith(GET, { sessions: [{ sessionId: 'a' }], moreAvailable: true }, { count: 20 });
		const error = await runToError(GET, ALL);
		expect(error.message).toMatch(/gives a list that repeats itself.* \[item 0]/);
		expect((await sent()).length).toBeLessThan(5);
	});
});

test('an item that fails keeps its place', async () => {
	const items = itemsOf([{ limit: 1 }, { limit: 0 }, { limit: 1 }]);
	const own = { limit: '={{ $json.limit }}', filters: DATES };
	const { outputs } = await run(GET, own, { items, settings: SKIP_FAILED });
	expect(pairs(outputs[0])).toEqual([0, 1, 2]);
	expect(errorOf(outputs[0][1]).message).toContain('[item 1]');
	expect((await sandbox().requests('kore-ai')).map(({ status }) => status)).toEqual([200, 200]);
});
