/** The lists of the Kore.ai stand-in: windows, filters and pages. */
import { BOT, DATES, get, messagesOf, post, sessionsOf, useSandbox } from './koreAiClient';

const { control, state } = useSandbox();

describe('sessions', () => {
	it('come newest first, of a bot or the account, and page by skip', async () => {
		const ofBot = await sessionsOf({ ...DATES, limit: 1000 });
		const all = (await post('/api/public/getSessions', { ...DATES, limit: 1000 })).data;
		expect(new Set(ofBot.map(({ botId }) => botId))).toEqual(new Set([BOT]));
		expect(all).toMatchObject({ total: all.sessions.length, moreAvailable: false });
		expect(all.total).toBeGreaterThan(ofBot.length);
		const times = ofBot.map(({ start_time: time }) => time);
		expect(times).toEqual([...times].sort().reverse());
		expect(times.every((time) => time >= '2026-01-13' && time < '2026-01-19')).toBe(true);

		const body = { ...DATES, skip: 3, limit: 4 };
		const { data } = await post(`/api/public/bot/${BOT}/getSessions`, body);
		expect(data).toMatchObject({ total: ofBot.length, moreAvailable: true });
		expect(data.sessions).toEqual(ofBot.slice(3, 7));
	});

	it('refuses a window of seven days and more', async () => {
		for (const dateTo of ['2026-01-20', '2026-02-19', '2026-01-20T00:00:00.000Z']) {
			const body = { dateFrom: '2026-01-13', dateTo };
			expect(await post('/api/public/getSessions', body)).toMatchObject({ status: 400 });
			expect(await post('/api/public/getMessages', body)).toMatchObject({ status: 400 });
		}
		for (const dateTo of ['2026-01-19', '2026-01-19T23:59:59.999Z']) {
			const longest = { dateFrom: '2026-01-13', dateTo };
			expect((await post('/api/public/getSessions', longest)).status).toBe(200);
		}
	});

	it('fills in the window up to seven days from what is there', async () => {
		expect(await sessionsOf({})).toEqual([]);
		const after = await sessionsOf({ dateFrom: '2026-01-13', limit: 1000 });
		const before = await sessionsOf({ dateTo: '2026-01-19', limit: 1000 });
		expect(after.length).toBeGreaterThan((await sessionsOf({ ...DATES })).length);
		expect(before.every(({ start_time: time }) => time >= '2026-01-12')).toBe(true);
		expect(before.length).toBeGreaterThan((await sessionsOf({ ...DATES })).length);
	});

	it('filters by user, type, containment and tags', async () => {
		const [first] = await sessionsOf(DATES);
		const same = await sessionsOf({ ...DATES, userId: first.userId });
		expect(new Set(same.map(({ userId }) => userId))).toEqual(new Set([first.userId]));
		const silent = await sessionsOf({ ...DATES, sessionType: 'non-interactive' });
		expect(new Set(silent.map((row) => row.sessionType))).toEqual(new Set(['non-interactive']));
		const agent = await sessionsOf(DATES, { containmentType: 'agent' });
		expect(new Set(agent.map((row) => row.containmentType))).toEqual(new Set(['agent']));
		const and = [
			{ name: 'plan', values: ['pro'], type: 'user' },
			{ name: 'topic', values: ['billing', 'login'], type: 'session' },
		];
		const tagged = await sessionsOf({ ...DATES, tags: { and } });
		expect(tagged.length).toBeGreaterThan(0);
		for (const { tags } of tagged) {
			expect(tags.userTags).toEqual([{ name: 'plan', value: 'pro' }]);
			expect(tags.sessionTags).toMatchObject([{ value: expect.stringMatching(/billing|login/) }]);
		}
	});

	it('finds up to fifty by ID, without their tags when they are old', async () => {
		const [first] = await sessionsOf(DATES);
		expect(first.tags.sessionTags).toHaveLength(1);
		const sessionId = [first.sessionId, first.sessionId, 'nobody'];
		const { data } = await post(`/api/public/bot/${BOT}/getSessions`, {
			sessionId,
			dateFrom: '2020-01-01',
			dateTo: '2026-01-01',
			userId: 'nobody',
		});
		expect(data).toMatchObject({ total: 1, moreAvailable: false, invalidSessions: ['nobody'] });
		expect(data.sessions).toEqual([{ ...first, tags: { ...first.tags, sessionTags: [] } }]);
		const many = { sessionId: Array.from({ length: 51 }, () => 'x') };
		expect((await post('/api/public/getSessions', many)).status).toBe(400);
	});
});

describe('messages', () => {
	it('are of rtm unless told, newest first, or oldest', async () => {
		const rows = await messagesOf({ ...DATES, limit: 100 });
		expect(new Set(rows.map(({ chnl }) => chnl))).toEqual(new Set(['rtm']));
		const times = rows.map(({ createdOn }) => createdOn);
		expect(times).toEqual([...times].sort().reverse());
		expect((await messagesOf({ ...DATES, limit: 1, forward: true }))[0].createdOn < times[0]).toBe(
			true,
		);
		const voice = await messagesOf({ ...DATES, limit: 100, channelType: 'ivrVoice' });
		expect(new Set(voice.map(({ chnl }) => chnl))).toEqual(new Set(['ivrVoice']));
	});

	it('take a hundred at most, in version 2 ten thousand, which leaves out tasks', async () => {
		const path = `/api/public/bot/${BOT}/getMessages`;
		expect((await post(path, { limit: 101 })).status).toBe(400);
		expect((await post(`${path}V2`, { limit: 10_001 })).status).toBe(400);
		expect((await messagesOf({ ...DATES, limit: 100 })).some(({ ms }) => ms !== 1)).toBe(true);
		const second = await messagesOf({ ...DATES, limit: 10_000 }, 'V2');
		expect(second.length).toBeGreaterThan(0);
		expect(second.every(({ ms }) => ms === 1)).toBe(true);
	});

	it('are those of sessions, or from a message on', async () => {
		const sessions = await sessionsOf(DATES);
		const { sessionId, noOfMessagesExchanged: count } =
			sessions.find(({ channel }) => channel === 'rtm') ?? sessions[0];
		const rows = await messagesOf({ ...DATES, sessionId: [sessionId] });
		expect(rows).toHaveLength(count);
		const ids = rows.map(({ _id }) => _id).reverse();
		const from = { msgId: ids[0], sessionId: [sessionId] };
		const idsOf = async (body: object) => (await messagesOf(body)).map(({ _id }) => _id);
		expect(await idsOf(from)).toEqual(ids);
		expect(await idsOf({ ...from, direction: -1 })).toEqual([ids[0]]);
		expect(await idsOf({ ...from, direction: 0 })).toEqual([...ids].reverse());
		expect((await post(`/api/public/getMessages`, { ...from, ...DATES })).status).toBe(400);
		expect((await post(`/api/public/getMessages`, { msgId: 'ms-nobody' })).status).toBe(400);
	});

	it('tell of traces, latency and agents when asked', async () => {
		const extras = { includeTraceId: true, includeLatency: true, getAgentsInfo: true };
		const rows = await messagesOf({ ...DATES, ...extras, limit: 100 });
		for (const { type, traceId, latency } of rows) {
			expect([traceId !== undefined, latency !== undefined]).toEqual([
				type === 'incoming',
				type === 'outgoing',
			]);
		}
		expect(rows.some(({ author }) => author !== undefined)).toBe(true);
		const plain = await messagesOf({ ...DATES, limit: 100 });
		expect(plain.some((row) => row.traceId ?? row.latency ?? row.author)).toBe(false);
	});
});

describe('other lists', () => {
	it('skips debug logs by records, and answers fifty at most', async () => {
		const path = `/api/1.1/${BOT}/debuglogs`;
		const people = await state<{ sessions: Array<{ user: { email: string } }> }>('kore-ai');
		const identity = people.sessions[0].user.email;
		const { data } = await get(path, { identity, limit: 3, offset: 1 }, 'cs-bot');
		const all = (await get(path, { identity }, 'cs-bot')).data;
		expect(data).toEqual(all.slice(1, 4));
		expect(data[0]).toMatchObject({ metaInfo: { channel: 'rtm', identity } });
		const zoned = { identity, timezone: 'America/New_York', minimumInfo: true };
		const [short] = (await get(path, zoned, 'cs-bot')).data;
		expect(short.timestamp).toMatch(/-05:00$/);
		expect(short).not.toHaveProperty('debugMessage');
		for (const wrong of [{}, { identity, limit: 51 }, { identity, timezone: 'Nowhere' }]) {
			expect((await get(path, wrong, 'cs-bot')).status).toBe(400);
		}
	});

	it('skips users by records and bots by pages', async () => {
		const users = (await get('/api/public/alluserroles')).data;
		expect(users).toMatchObject({ total: 60, availableMore: true });
		expect(users.users).toHaveLength(50);
		const rest = (await get('/api/public/alluserroles', { offset: 50, limit: 500 })).data;
		expect(rest).toMatchObject({ total: 60, availableMore: false });
		expect(rest.users).toHaveLength(10);

		await control('seed', { vendor: 'kore-ai', bots: 52 });
		const bots = (await get('/api/public/bots', { offset: 1, limit: 50 })).data;
		expect(bots).toMatchObject({ total: 55, availableMore: false });
		expect(bots.bots).toHaveLength(5);
	});

	it('adds sessions in the same days', async () => {
		const before = await sessionsOf({ ...DATES, limit: 1000 });
		await control('seed', { vendor: 'kore-ai', sessions: 400 });
		const after = await sessionsOf({ ...DATES, limit: 1000 });
		expect(after.length).toBeGreaterThan(before.length * 2);
		expect(new Set(after.map(({ sessionId }) => sessionId)).size).toBe(after.length);
	});
});
