import type { INodeParameters } from 'n8n-workflow';

import type { Session } from '../../../sandbox/vendors/koreAi/state';
import { byId, itemsOf } from '../../../engine/jobs';
import { BOT, BOT_APP, DAY, pairs, sessionsOf, useKore } from '../../support/koreAi';
import { testEach } from '../../support/sandbox';

/** Debug Log: Get Many: a bare list, of which nobody says how its offset counts. */
const bench = useKore();
const { sent, onlySent, answerWith, state } = bench;

const GET = 'debugLog.getAll';
const ALL = { returnAll: true };

const run = async (parameters: INodeParameters, rest: object = {}) =>
	await bench.run(GET, { identity: 'nobody', ...parameters }, { account: BOT_APP, ...rest });

/** The person with the most logs in web chats: the sandbox gives them all under one identity. */
async function busiest(): Promise<{ identity: string; sessions: Session[] }> {
	const chats = sessionsOf(await state(), BOT).filter(({ channel }) => channel === 'rtm');
	const ofPerson = (email: string) => chats.filter(({ user }) => user.email === email);
	const people = [...new Set(chats.map(({ user }) => user.email))];
	const [identity] = people.sort((a, b) => ofPerson(b).length - ofPerson(a).length);
	return { identity, sessions: ofPerson(identity) };
}

const logs = (count: number, first = 0) =>
	Array.from({ length: count }, (_, n) => ({
		timestamp: '2026-01-20T00:00:00.000Z',
		debugTitle: `Step ${first + n}`,
		debugLevel: 'Info',
		metaInfo: {},
	}));

describe('happy', () => {
	test('all logs of a conversation, as they came', async () => {
		const { identity, sessions } = await busiest();
		const { json, outputs, error } = await run({ ...ALL, identity });
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({
			method: 'GET',
			path: `/api/1.1/${BOT}/debuglogs`,
			operationId: GET,
			body: null,
			contractErrors: [],
		});
		expect(request.query).toEqual({ identity, limit: '50', offset: '0' });
		expect(json).toEqual(request.responseBody);
		expect(new Set(json.map(({ timestamp }) => String(timestamp).slice(0, 16)))).toEqual(
			new Set(sessions.map(({ start }) => new Date(start).toISOString().slice(0, 16))),
		);
		expect(new Set(pairs(outputs[0]))).toEqual(new Set([0]));
	});

	test('of a call', async () => {
		const call = sessionsOf(await state(), BOT).find(({ callId }) => callId) as Session;
		const filters = { channelType: 'ivrVoice' };
		const { json } = await run({ identity: call.callId, filters });
		expect(json.length).toBeGreaterThan(0);
		expect(json[0]).toMatchObject({ metaInfo: { channel: 'ivrVoice', identity: call.callId } });
	});

	test('each item asks for its own', async () => {
		const { identity } = await busiest();
		const items = itemsOf([{ identity: 'nobody' }, { identity }]);
		const own = { identity: '={{ $json.identity }}', bot: byId(BOT), limit: 2 };
		const { outputs } = await run(own, { items });
		expect(pairs(outputs[0])).toEqual([1, 1]);
	});
});

describe('filters and options', () => {
	const from = '2026-01-20T00:00:00.000Z';
	const to = '2026-03-01T00:00:00.000Z';
	const cases: Array<[string, INodeParameters, object]> = [
		['Channel Type', { filters: { channelType: 'smartassist' } }, { channelType: 'smartassist' }],
		['From', { filters: { from } }, { fromDate: from }],
		['To', { filters: { to } }, { toDate: to }],
		['From and To, longer than a week', { filters: { from, to } }, { fromDate: from, toDate: to }],
		['Minimum Info', { options: { minimumInfo: true } }, { minimumInfo: 'true' }],
		['no Minimum Info', { options: { minimumInfo: false } }, { minimumInfo: 'false' }],
		['Time Zone', { options: { timezone: 'America/New_York' } }, { timezone: 'America/New_York' }],
		['Page Size', { options: { pageSize: 7 } }, { limit: '7' }],
	];

	testEach('whatever is set', cases, async ([, own, query]) => {
		await run(own);
		const request = await onlySent();
		expect(request.query).toEqual({ identity: 'nobody', limit: '50', offset: '0', ...query });
		expect(request).toMatchObject({ status: 200, contractErrors: [] });
	});

	test('an identity with slashes and a plus arrives as it is', async () => {
		const identity = '5f1e/smartassist/+48 600&a=b';
		await run({ identity });
		expect((await onlySent()).query.identity).toBe(identity);
	});

	test('a summary, and a time zone for the times', async () => {
		const { identity, sessions } = await busiest();
		const day = { from: sessions[0].start - DAY, to: sessions[0].start + DAY };
		const options = { minimumInfo: true, timezone: 'America/New_York' };
		const { json } = await run({ identity, filters: day, options, limit: 1 });
		expect(json[0]).not.toHaveProperty('debugMessage');
		expect(json[0].timestamp).toMatch(/-05:00$/);
	});
});

describe('pages', () => {
	const pages = async () => (await sent()).map(({ query }) => [query.offset, query.limit]);

	test('by records, as the newest page says: every log once', async () => {
		const { identity, sessions } = await busiest();
		const { json } = await run({ ...ALL, identity, options: { pageSize: 4 } });
		const { json: whole } = await run({ ...ALL, identity });
		expect(whole.length).toBe(5 * sessions.length);
		expect(json).toEqual(whole);
		const offsets = (await pages()).slice(0, -1).map(([offset]) => Number(offset));
		expect(offsets).toEqual(offsets.map((_, page) => 4 * page));
	});

	test('by pages, as older ones say', async () => {
		await answerWith(GET, logs(3));
		await answerWith(GET, logs(3, 3));
		await answerWith(GET, logs(1, 6));
		const options = { offsetCounts: 'pages', pageSize: 3 };
		const { json } = await run({ ...ALL, options });
		expect(json).toEqual(logs(7));
		expect(await pages()).toEqual([
			['0', '3'],
			['1', '3'],
			['2', '3'],
		]);
	});

	test('the last one is shorter than asked for, or empty', async () => {
		await answerWith(GET, logs(50));
		await answerWith(GET, []);
		expect((await run(ALL)).json).toHaveLength(50);
		expect(await pages()).toEqual([
			['0', '50'],
			['50', '50'],
		]);
	});

	test('no more than the limit needs', async () => {
		await answerWith(GET, logs(50));
		await answerWith(GET, logs(50, 50));
		const { json } = await run({ limit: 60 });
		expect(json).toEqual(logs(60));
		expect(await sent()).toHaveLength(2);
	});

	test('logs that look alike are all there', async () => {
		const [one] = logs(1);
		await answerWith(GET, [one, one]);
		expect((await run(ALL)).json).toEqual([one, one]);
	});
});

describe('failing', () => {
	const refused: Array<[string, INodeParameters, string, RegExp]> = [
		['no identity', { identity: '={{ $json.none }}' }, "'Identity' is empty", /Fill it in/],
		['pages of 51', { options: { pageSize: 51 } }, "'Page Size' cannot be 51", /at most 50/],
		[
			'To before From',
			{ filters: { from: '2026-02-01', to: '2026-01-01' } },
			"'To' is before 'From'",
			/later date/,
		],
		['no date', { filters: { from: 'then' } }, "'From' is not a date", /ISO 8601/],
		[
			'another way to count',
			{ options: { offsetCounts: '={{ "x" }}' } },
			"'Offset Counts' cannot be 'x'",
			/pages, records/,
		],
	];

	testEach('what makes no sense sends nothing', refused, async ([, own, message, wayOut]) => {
		const error = await bench.runToError(GET, { identity: 'a', ...own }, { account: BOT_APP });
		expect(error.message).toContain(message);
		expect(error.message).toContain('[item 0]');
		expect(error.description).toMatch(wayOut);
		expect(error).toMatchObject({ cause: 'configuration-invalid', pairedItem: { item: 0 } });
		expect(await sent()).toEqual([]);
	});

	test('a time zone that nobody has, in the words of the service', async () => {
		const { identity } = await busiest();
		const own = { identity, options: { timezone: 'Mars/Olympus' } };
		const error = await bench.runToError(GET, own, { account: BOT_APP });
		expect(error.description).toContain('Kore.ai said: "Unknown timezone: Mars/Olympus"');
		expect(error).toMatchObject({ httpCode: '400', pairedItem: { item: 0 } });
	});
});
