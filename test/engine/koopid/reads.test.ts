import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { itemsOf } from '../../../engine/jobs';
import {
	DAY,
	KEY_OF_KOOPID_ADMIN,
	koopidAccount,
	KEYS,
	ownQuery,
	pairs,
	PLAIN_GETS,
	RANGED_GETS,
	useKoopid,
} from '../../support/koopid';
import { testEach } from '../../support/sandbox';

const { sandbox, run, runToError, sent, onlySent, fault } = useKoopid();

const CHATS = 'conversation.getChatStats';
const ACTIVITY = 'customer.getActivity';
const STATS = 'conversation.getStats';
const GET = 'analytics.get';

const HOUR = 3_600_000;
const END = Math.floor(Date.now() / DAY - 1) * DAY;
const RANGE = { from: END - 2 * DAY, to: END };
const RANGE_AS_TEXT = { start: String(RANGE.from), end: String(RANGE.to) };

const SKIP_FAILED = { settings: { onError: 'continueRegularOutput' as const } };

describe('happy', () => {
	const reads: Array<[id: string, path: string, given: INodeParameters, query: IDataObject]> = [
		[CHATS, '/Dashboard/ChatStats', {}, {}],
		[ACTIVITY, '/Dashboard/UserActivity', { for: 2 * HOUR }, { for: '7200000' }],
		[ACTIVITY, '/Dashboard/UserActivity', { for: '' }, {}],
		[STATS, '/Dashboard/1020/ConversationStats', RANGE, RANGE_AS_TEXT],
		[
			STATS,
			'/Dashboard/1020/ConversationStats',
			{ ...RANGE, options: { tz: 'Europe/Warsaw' } },
			{ ...RANGE_AS_TEXT, tz: 'Europe/Warsaw' },
		],
		[
			GET,
			'/Dashboard/Analytics/sentiment/1020',
			{ analysisType: 'sentiment', ...RANGE },
			RANGE_AS_TEXT,
		],
		[
			GET,
			'/Dashboard/Analytics/top%20%2F%20words/1020',
			{ analysisType: 'top / words', options: { data: 'a&b' } },
			{ data: 'a&b' },
		],
	];

	testEach('each operation asks with its time range', reads, async ([id, path, given, query]) => {
		const { json, outputs, error } = await run(id, given);
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({
			operationId: id,
			method: 'GET',
			path,
			body: null,
			status: 200,
		});
		expect(request.query).toEqual({ ...KEYS, ...query });
		expect(request.contractErrors).toEqual([]);
		const rows = [request.responseBody].flat();
		expect(rows.length).toBeGreaterThan(0);
		expect(json).toEqual(rows);
		expect(pairs(outputs[0])).toEqual(rows.map(() => 0));
	});

	test('an analysis is the one that was asked for, and of two days has two values', async () => {
		const items = itemsOf([{ type: 'topics' }, { type: 'sentiment' }]);
		const { json, outputs } = await run(
			GET,
			{ analysisType: '={{ $json.type }}', ...RANGE },
			{ items },
		);
		const values = [{ time: RANGE.from }, { time: RANGE.from + DAY }];
		expect(json).toMatchObject([
			{ analysisType: 'topics', values },
			{ analysisType: 'sentiment', values },
		]);
		expect(pairs(outputs[0])).toEqual([0, 1]);
	});

	test('activity of two hours has a row for each', async () => {
		const { json } = await run(ACTIVITY, { for: 2 * HOUR });
		expect(json.map(({ time }) => time)).toEqual([
			expect.any(Number),
			(json[0].time as number) + HOUR,
		]);
	});

	test('chat stats may be a text', async () => {
		await sandbox().control('seed', { vendor: 'koopid', plainText: 1 });
		const { json, outputs, error } = await run(CHATS);
		expect(error).toBeUndefined();
		const { responseBody } = await onlySent();
		expect(responseBody).toMatch(/^active: \d+\n$/);
		expect(json).toEqual([{ value: responseBody }]);
		expect(pairs(outputs[0])).toEqual([0]);
	});
});

describe('failing', () => {
	const refused: Array<[string, INodeParameters, string, string]> = [
		[ACTIVITY, { for: 'a day' }, `'For' cannot be "a day"`, 'a whole number'],
		[ACTIVITY, { for: 1.5 }, "'For' cannot be 1.5", 'a whole number'],
		[GET, { analysisType: '={{ " " }}' }, "'Analysis Type' is empty", 'Fill it in'],
		[GET, { analysisType: '={{ $json.none }}' }, "'Analysis Type' is empty", 'Fill it in'],
		[
			GET,
			{ analysisType: '..' },
			"'analysisType' in the address is '..'",
			'Give the ID of what the operation is about.',
		],
		[STATS, { ...RANGE, to: RANGE.from - 1 }, "'To' is before 'From'", 'later date'],
	];

	testEach('what makes no sense sends nothing', refused, async ([id, parameters, what, wayOut]) => {
		expect(await runToError(id, parameters)).toEqual({
			message: `${what} [item 0]`,
			description: expect.stringContaining(wayOut) as string,
			httpCode: null,
			cause: 'configuration-invalid',
			pairedItem: { item: 0 },
		});
		expect(await sent()).toEqual([]);
	});

	testEach(
		'more than the service covers is refused in its words',
		[
			[ACTIVITY, { for: 32 * DAY }],
			[STATS, { from: END - 32 * DAY, to: END }],
			[GET, { analysisType: 'sentiment', from: END - 32 * DAY, to: END }],
		],
		async ([id, parameters]) => {
			const error = await runToError(id, parameters);
			expect(await onlySent()).toMatchObject({ operationId: id, status: 400 });
			expect(error).toEqual({
				message: 'Koopid did not accept the values (400) [item 0]',
				description: expect.stringContaining('"The range is longer than 31 days"') as string,
				httpCode: '400',
				cause: 'configuration-invalid',
				pairedItem: { item: 0 },
			});
		},
	);

	test('chat stats of a service that is down', async () => {
		await fault(CHATS, { kind: 'status', status: 500 });
		expect(await runToError(CHATS)).toEqual({
			message: 'Koopid is not available right now (500, sent once) [item 0]',
			description: expect.stringContaining('Try again later.') as string,
			httpCode: '500',
			cause: 'temporarily-unavailable',
			pairedItem: { item: 0 },
		});
	});

	test('one analysis of many without a type keeps its place', async () => {
		const items = itemsOf(['a', 'b', '', 'd'].map((type) => ({ type })));
		const parameters = { analysisType: '={{ $json.type }}', ...RANGE };
		const { json, outputs } = await run(GET, parameters, { items, ...SKIP_FAILED });
		expect(json.map(({ analysisType }) => analysisType)).toEqual(['a', 'b', undefined, 'd']);
		expect(json[2].error).toBe("'Analysis Type' is empty [item 2]");
		expect(pairs(outputs[0])).toEqual([0, 1, 2, 3]);
	});
});

describe('who may', () => {
	const ADMIN = { apiKey: KEY_OF_KOOPID_ADMIN };
	/** docs/evidence/koopid.md §2: three calls are for Provider Admins alone. */
	const restricted = [STATS, 'message.getRedacted', 'message.getRedactedWithPlot'];

	testEach('operations for a role name it when it is missing', restricted, async (id) => {
		const credentials = koopidAccount(sandbox().url, ADMIN);
		const error = await runToError(id, RANGE, { credentials, ...SKIP_FAILED });
		expect(await onlySent()).toMatchObject({ operationId: id, status: 403 });
		expect(error).toEqual({
			message: 'Koopid does not allow this with the credential [item 0]',
			description: expect.stringContaining(
				'The operation needs Provider Admin: have it granted in Koopid.',
			) as string,
			httpCode: '403',
			cause: 'configuration-invalid',
			pairedItem: { item: 0 },
		});
	});

	testEach(
		'the others need no such role',
		[...PLAIN_GETS, ...RANGED_GETS].filter(([id]) => !restricted.includes(id)),
		async ([id, , parameters]) => {
			const credentials = koopidAccount(sandbox().url, ADMIN);
			const { error } = await run(id, parameters, { credentials });
			expect(error).toBeUndefined();
			expect((await onlySent()).query.apiKey).toBe(KEY_OF_KOOPID_ADMIN);
		},
	);

	test.each([
		['provider', { providerId: '9' }, 'Unknown providerId'],
		['partner', { partnerId: '9' }, 'Unknown partnerId'],
	])('another %s is refused in the words of the service', async (_, changes, words) => {
		const credentials = koopidAccount(sandbox().url, changes);
		const error = await runToError(CHATS, {}, { credentials, ...SKIP_FAILED });
		expect(error.message).toBe('Koopid does not allow this with the credential [item 0]');
		expect(error.description).toContain(`Koopid said: "${words}".`);
		expect(error.httpCode).toBe('403');
	});

	test("each item's own provider is asked, and the credential's where it names none", async () => {
		const items = itemsOf([{ provider: '1020' }, { provider: '9' }]);
		const settings = { onError: 'continueRegularOutput' as const };
		const providerId = '={{ $json.provider }}';
		const { json } = await run(CHATS, { providerId }, { items, settings });
		expect((await sent()).map(({ query }) => query.providerId).sort()).toEqual(['1020', '9']);
		expect(json[1]).toMatchObject({ error: expect.stringContaining('[item 1]') });
		await run(CHATS);
		expect((await sent()).at(-1)?.query).toEqual(KEYS);
	});

	test('an expression that comes to no provider means no other one', async () => {
		const error = await runToError(CHATS, { providerId: '={{ $json.nobody }}' });
		expect(error.message).toContain("'Provider ID'");
		expect(await sent()).toEqual([]);
	});

	test('a provider of the credential is in the address and in the query', async () => {
		const credentials = koopidAccount(sandbox().url, { providerId: ' a/b ' });
		await run(STATS, {}, { credentials });
		const { path, query } = await onlySent();
		expect(path).toBe('/Dashboard/a%2Fb/ConversationStats');
		expect(query.providerId).toBe('a/b');
	});

	test('a wrong key is asked for once, whatever the number of items', async () => {
		const credentials = koopidAccount(sandbox().url, { apiKey: 'wrong-key' });
		const items = itemsOf(Array.from({ length: 20 }, (_, index) => ({ index })));
		const { json, outputs } = await run(STATS, RANGE, { credentials, items, ...SKIP_FAILED });
		expect(await onlySent()).toMatchObject({ status: 401 });
		expect(pairs(outputs[0])).toEqual(items.map((_, index) => index));
		for (const [index, { error, details }] of json.entries()) {
			expect(error).toBe(`Koopid did not accept the credential [item ${index}]`);
			expect(details).toEqual({
				description: expect.stringContaining(
					"Check 'API Key', 'Provider ID' and 'Partner ID' in the credential.",
				) as string,
				httpCode: '401',
				cause: 'credential-invalid',
			});
		}
	});
});

test('Endpoint Overrides change where an operation goes', async () => {
	const endpointOverrides =
		'{"conversation.getStats": "GET /Dashboard/Analytics/chats/{providerId}"}';
	const credentials = koopidAccount(sandbox().url, { endpointOverrides });
	const { json, error } = await run(STATS, RANGE, { credentials });
	expect(error).toBeUndefined();
	expect(json).toMatchObject([{ analysisType: 'chats' }]);
	const request = await onlySent();
	expect(request.path).toBe('/Dashboard/Analytics/chats/1020');
	expect(ownQuery(request)).toEqual(RANGE_AS_TEXT);
});
