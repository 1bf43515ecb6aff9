import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { hintsOf } from '../../support/hints';
import type { LoggedRequest } from '../../../scripts/sandbox';
import {
	bodyOf,
	BOT,
	DAY,
	messagesOf,
	ms,
	rowsOf,
	sessionsOf,
	useKore,
} from '../../support/koreAi';
import { testEach } from '../../support/sandbox';

/** Long time ranges and many session IDs, in as many calls as the service's limits need. */
const { run, runToError, sent, onlySent, fault, state, answerWith } = useKore();

const WEEK = 7 * DAY;
const ALL = { returnAll: true };

/** The 30 days that the sandbox has sessions of. */
const FROM = '2026-01-12T00:00:00.000Z';
const TO = '2026-02-11T00:00:00.000Z';
const MONTH = { from: FROM, to: TO };

const spanOf = (request: LoggedRequest) => {
	const { dateFrom, dateTo } = bodyOf(request);
	return { from: ms(dateFrom), to: ms(dateTo) };
};
const ids = (rows: IDataObject[]) => rows.map(({ sessionId, messageId }) => messageId ?? sessionId);

/** One request per window, whatever pages it took. */
const windows = async () =>
	(await sent()).filter((request) => bodyOf(request).skip === 0).map(spanOf);

/** What sessions and messages are asked for and have to give, the newest first. */
const LISTS: Array<[string, string, INodeParameters, () => Promise<string[]>]> = [
	[
		'session.getAll',
		'session.getAll',
		{},
		async () => sessionsOf(await state(), BOT).map(({ id }) => id),
	],
	[
		'session.getAllOfAccount',
		'session.getAll',
		{ scope: 'account' },
		async () => (await state()).sessions.map(({ id }) => id),
	],
	[
		'message.getAll',
		'message.getAll',
		{ version: 'v1' },
		async () => messagesOf(sessionsOf(await state(), BOT)).map(({ message }) => message.id),
	],
	[
		'message.getAllV2',
		'message.getAll',
		{},
		async () =>
			messagesOf(sessionsOf(await state(), BOT))
				.filter(({ message }) => ![0, 2].includes(message.source))
				.map(({ message }) => message.id),
	],
	[
		'message.getAllOfAccount',
		'message.getAll',
		{ scope: 'account' },
		async () => messagesOf((await state()).sessions).map(({ message }) => message.id),
	],
];

describe.each(LISTS)('%s', (called, id, own, expected) => {
	test('30 days: windows of less than seven, the newest first, every row once and in order', async () => {
		const { json, error } = await run(id, { ...own, ...ALL, filters: MONTH });
		expect(error).toBeUndefined();
		const rows = await expected();
		expect(rows.length).toBeGreaterThan(50);
		expect(ids(json)).toEqual(rows);

		const spans = await windows();
		expect(spans).toHaveLength(5);
		expect(spans[0].to).toBe(ms(TO));
		expect(spans[4].from).toBe(ms(FROM));
		for (const [index, { from, to }] of spans.entries()) {
			expect(to - from).toBeLessThan(WEEK);
			if (index > 0) expect(to).toBe(spans[index - 1].from);
		}
		for (const { operationId, status } of await sent()) {
			expect({ operationId, status }).toEqual({ operationId: called, status: 200 });
		}
	});

	testEach('a limit asks no window that it does not need', [1, 12, 40], async (limit) => {
		const { json } = await run(id, { ...own, limit, filters: MONTH });
		const rows = await expected();
		expect(ids(json)).toEqual(rows.slice(0, limit));
		let found = 0;
		const name = id === 'session.getAll' ? 'sessions' : 'messages';
		const requests = await sent();
		for (const request of requests) {
			expect(found).toBeLessThan(limit);
			found += rowsOf([request], name).length;
		}
		expect(found).toBeGreaterThanOrEqual(limit);
	});
});

test('a window of which rows are missing is told, and the others are read all the same', async () => {
	for (const sessions of [[{ sessionId: 'a' }], []]) {
		await answerWith('session.getAll', { sessions, moreAvailable: true, total: 3 });
	}
	const result = await run('session.getAll', { ...ALL, filters: MONTH });
	expect(await windows()).toHaveLength(5);
	expect(result.json.length).toBeGreaterThan(50);
	expect(hintsOf(result)).toEqual([
		'The list is not complete: Kore.ai announced 3 rows and gave 1.',
	]);
});

describe('windows', () => {
	const spansOf = async (filters: INodeParameters, timezone = 'UTC') => {
		const { error } = await run('session.getAll', { ...ALL, filters }, { timezone });
		expect(error).toBeUndefined();
		return (await windows()).map(({ from, to }) => [from, to]);
	};
	const at = (time: number) => new Date(time).toISOString();

	testEach(
		'whatever the dates',
		[
			['no time at all', 0, 1],
			['a second less than seven days', WEEK - 1000, 1],
			['seven days', WEEK, 2],
			['two seconds less than fourteen days', 2 * WEEK - 2000, 2],
			['fourteen days', 2 * WEEK, 3],
		],
		async ([, length, count]) => {
			const end = ms(FROM) + length;
			const spans = await spansOf({ from: FROM, to: at(end) });
			expect(spans).toHaveLength(count);
			expect(spans[0][1]).toBe(end);
			expect(spans[count - 1][0]).toBe(ms(FROM));
			for (const [from, to] of spans) expect(to - from).toBeLessThan(WEEK);
		},
	);

	test.each([
		['Europe/Warsaw', '2025-10-20', '2025-11-12', '2025-10-19T22:00:00Z', '2025-11-11T23:00:00Z'],
		['Europe/Warsaw', '2026-03-25', '2026-04-09', '2026-03-24T23:00:00Z', '2026-04-08T22:00:00Z'],
		[
			'America/New_York',
			'2025-10-30',
			'2025-11-14',
			'2025-10-30T04:00:00Z',
			'2025-11-14T05:00:00Z',
		],
	])('over a change of the clock in %s from %s', async (timezone, from, to, begin, end) => {
		const spans = await spansOf({ from, to }, timezone);
		expect(spans[0][1]).toBe(ms(end));
		expect(spans.at(-1)?.[0]).toBe(ms(begin));
		for (const span of spans) expect(span[1] - span[0]).toBeLessThan(WEEK);
		expect((await sent()).map(({ status }) => status)).toEqual(spans.map(() => 200));
	});

	test('only To: one call, for which Kore.ai takes the seven days before', async () => {
		const { json } = await run('session.getAll', { ...ALL, filters: { to: TO } });
		const rows = sessionsOf(await state(), BOT, ms(TO) - WEEK, ms(TO));
		expect(rows.length).toBeGreaterThan(5);
		expect(ids(json)).toEqual(rows.map(({ id }) => id));
		expect((await onlySent()).body).toEqual({ dateTo: TO, skip: 0, limit: 100 });
	});

	test('only From: up to now', async () => {
		const now = Date.now();
		const from = now - 20 * DAY;
		const spans = await spansOf({ from: at(from) });
		expect(spans).toHaveLength(3);
		expect(spans[2][0]).toBe(from);
		expect([now <= spans[0][1], spans[0][1] <= Date.now()]).toEqual([true, true]);
	});

	test('only From, long ago: every row up to the last', async () => {
		const from = '2026-02-01T00:00:00.000Z';
		const { json, error } = await run('session.getAll', { ...ALL, filters: { from } });
		expect(error).toBeUndefined();
		const rows = sessionsOf(await state(), BOT, ms(from));
		expect(rows.length).toBeGreaterThan(10);
		expect(ids(json)).toEqual(rows.map(({ id }) => id));
	});

	test('a session where two windows meet comes once', async () => {
		const { id, start } = sessionsOf(await state(), BOT)[40];
		// Found by what was sent, not by how long the node makes its windows.
		const probe = await spansOf({ from: at(0), to: at(3 * WEEK) });
		const length = probe[probe.length - 1][1] - probe[probe.length - 1][0];
		const before = (await sent()).length;
		const filters = { from: at(start - length), to: at(start + DAY) };
		const { json } = await run('session.getAll', { ...ALL, simplify: false, filters });
		const answers = (await sent()).slice(before);
		const both = rowsOf(answers, 'sessions').filter(({ sessionId }) => sessionId === id);
		expect(both).toHaveLength(2);
		expect(json.filter(({ sessionId }) => sessionId === id)).toHaveLength(1);
		const times = json.map((row) => ms(row.start_time));
		expect(times).toEqual([...times].sort((a, b) => b - a));
	});

	test('a window that fails ends the item, and nothing goes on behind its back', async () => {
		const body = { errors: [{ msg: 'Too much', code: 400 }] };
		await fault('session.getAll', { kind: 'status', status: 400, body, skip: 2 });
		const error = await runToError('session.getAll', { ...ALL, filters: MONTH });
		expect(error.description).toContain('Kore.ai said: "Too much"');
		expect(error.pairedItem).toEqual({ item: 0 });
		expect(await sent()).toHaveLength(3);
	});
});

describe('Sort Order', () => {
	const oldest = { ...ALL, sort: { sortOrder: 'asc' } };

	test('begins with the first window, each of them asked for that way', async () => {
		const { json } = await run('message.getAll', { ...oldest, version: 'v1', filters: MONTH });
		const rows = messagesOf(sessionsOf(await state(), BOT)).reverse();
		expect(ids(json)).toEqual(rows.map(({ message }) => message.id));
		const spans = await windows();
		expect(spans[0].from).toBe(ms(FROM));
		expect(spans.at(-1)?.to).toBe(ms(TO));
		for (const request of await sent()) expect(bodyOf(request).forward).toBe(true);
	});

	test('with a limit reads the first window only', async () => {
		const { json } = await run('message.getAll', {
			limit: 3,
			version: 'v1',
			filters: MONTH,
			sort: { sortOrder: 'asc' },
		});
		const rows = messagesOf(sessionsOf(await state(), BOT)).reverse();
		expect(ids(json)).toEqual(rows.slice(0, 3).map(({ message }) => message.id));
		expect((await onlySent()).body).toMatchObject({ dateFrom: FROM, forward: true, limit: 3 });
	});
});

describe('Session IDs', () => {
	const asked = async () => (await sent()).map((request) => bodyOf(request).sessionId as string[]);

	test('120 of the account are three calls, of which none has more than 50', async () => {
		const all = (await state()).sessions.map(({ id }) => id);
		expect(all).toHaveLength(120);
		const filters = { ...MONTH, sessionIds: `={{ ${JSON.stringify(all)} }}` };
		const { json } = await run('session.getAll', { ...ALL, scope: 'account', filters });
		expect((await asked()).map(({ length }) => length)).toEqual([50, 50, 20]);
		expect((await asked()).flat()).toEqual(all);
		expect(ids(json).sort()).toEqual([...all].sort());
	});

	test('one that comes twice is asked for once', async () => {
		const [first, second] = sessionsOf(await state(), BOT).map(({ id }) => id);
		const filters = { sessionIds: [first, second, first] };
		const { json } = await run('session.getAll', { ...ALL, filters });
		expect(ids(json)).toEqual([first, second]);
		expect(await asked()).toEqual([[first, second]]);
	});

	test('those that nobody has are no rows', async () => {
		const [first] = sessionsOf(await state(), BOT);
		const filters = { sessionIds: ['5cadbefc6a81a71559f6bece', first.id] };
		const { json, error } = await run('session.getAll', { ...ALL, filters });
		expect(error).toBeUndefined();
		expect(ids(json)).toEqual([first.id]);
	});

	test.each(['v1', 'v2'])(
		'45 for messages (%s) are three calls of 20, within the dates',
		async (version) => {
			const week = { from: '2026-01-20T00:00:00.000Z', to: '2026-01-26T00:00:00.000Z' };
			const sessions = sessionsOf(await state(), BOT);
			const some = sessions.slice(20, 65);
			const filters = { ...week, sessionIds: some.map(({ id }) => id) };
			const { json } = await run('message.getAll', { ...ALL, version, filters });
			expect((await asked()).map(({ length }) => length)).toEqual([20, 20, 5]);
			expect((await asked()).flat()).toEqual(some.map(({ id }) => id));
			const within = ({ at }: { at: number }) => at >= ms(week.from) && at <= ms(week.to);
			const rows = messagesOf(some)
				.map(({ message }) => message)
				.filter((message) => within(message) && (version === 'v1' || message.source === 1));
			expect(rows.length).toBeGreaterThan(10);
			expect(ids(json).sort()).toEqual(rows.map(({ id }) => id).sort());
		},
	);

	test('for messages go into every window', async () => {
		const some = sessionsOf(await state(), BOT).slice(0, 25);
		const filters = { ...MONTH, sessionIds: some.map(({ id }) => id) };
		const { json } = await run('message.getAll', { ...ALL, version: 'v1', filters });
		expect(await sent()).toHaveLength(2 * 5);
		const rows = messagesOf(some).map(({ message }) => message.id);
		expect(ids(json).sort()).toEqual(rows.sort());
	});

	test('limit stops between the calls', async () => {
		const all = (await state()).sessions.map(({ id }) => id);
		const own = { limit: 60, scope: 'account', filters: { sessionIds: all } };
		const { json } = await run('session.getAll', own);
		expect(json).toHaveLength(60);
		expect(await sent()).toHaveLength(2);
	});
});
