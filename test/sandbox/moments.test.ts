/** Seeds with a time: what they add, and what they refuse. */
import { moments } from '../../scripts/n8n/moments';
import type { KodaState } from '../../sandbox/vendors/koda/state';
import type { KoreAiState } from '../../sandbox/vendors/koreAi/state';
import type { NaxonState } from '../../sandbox/vendors/naxon/state';
import { BOT, OTHER_BOT, post, sessionsOf, useSandbox } from './koreAiClient';
import { packNodes } from '../support/descriptions';
import { expectEach } from '../support/each';

const { control, state } = useSandbox();

const AT = '2026-11-20T10:00:00.750Z';
const TIME = Date.parse(AT);

const seed = async (vendor: string, what: object) => await control('seed', { vendor, ...what });
const naxon = async () => await state<NaxonState>('naxon');
const kore = async () => await state<KoreAiState>('kore-ai');

test('what npm start prints lets something happen, for every trigger of the pack', async () => {
	const seeds = moments.filter(({ command }) => command === 'seed');
	await expectEach(seeds, async ({ body }) => {
		const vendor = String(body.vendor);
		const before = await state(vendor);
		await control('seed', body);
		expect(await state(vendor)).not.toEqual(before);
	});
	const triggers = packNodes()
		.filter(({ description }) => description.group.includes('trigger'))
		.map(({ description }) => description.displayName);
	expect([...new Set(moments.map(({ trigger }) => trigger))].sort()).toEqual(triggers.sort());
});

describe('koda', () => {
	it('adds a call list whose calls have ended, within the hours or not', async () => {
		const before = await state<KodaState>('koda');
		const begun = Math.floor(Date.now() / 1000) * 1000;
		await control('seed', { vendor: 'koda', finishedCalls: 2 });
		const { callLists } = await state<KodaState>('koda');
		const made = callLists.slice(before.callLists.length);
		expect(made).toMatchObject([{ finishedCalls: 2, calls: [{ status: 'finished' }, {}] }]);
		for (const { finishedAt } of made[0].calls) {
			expect(Number(finishedAt)).toBeGreaterThanOrEqual(begun);
			expect(Number(finishedAt)).toBeLessThanOrEqual(Date.now());
		}
	});
});

describe('naxon', () => {
	it('adds conversations with a message, and messages, in whole seconds', async () => {
		await seed('naxon', { conversations: 2, at: AT, everySeconds: 60, model: 102 });
		const made = (await naxon()).conversations.slice(-2);
		const whole = Date.parse('2026-11-20T10:00:00Z');
		expect(made.map(({ createdAt }) => createdAt)).toEqual([whole, whole + 60_000]);
		for (const { modelId, messages, createdAt, updatedAt } of made) {
			expect(modelId).toBe(102);
			expect(messages).toMatchObject([{ sender: 'user', createdAt }]);
			expect(updatedAt).toBe(createdAt);
		}
		const within = made.map(({ id }) => id);
		await seed('naxon', { messages: 1, within, at: '2026-11-20T11:00:00+01:00' });
		await seed('naxon', { messages: 1, within, at: '2026-11-20T12:00:00+01:00' });
		for (const { messages, updatedAt } of (await naxon()).conversations.slice(-2)) {
			expect(messages.map(({ sender }) => sender)).toEqual(['user', 'bot', 'user']);
			expect(updatedAt).toBe(Date.parse('2026-11-20T11:00:00Z'));
			expect(new Set(messages.map(({ id, seq }) => `${id} ${seq}`)).size).toBe(3);
		}
	});

	it('adds them now, by its own clock', async () => {
		const begun = Math.floor(Date.now() / 1000) * 1000;
		await control('clock', { advanceSeconds: 3600 });
		await seed('naxon', { conversations: 1, at: 'now' });
		const [{ createdAt }] = (await naxon()).conversations.slice(-1);
		const at = createdAt - 3_600_000;
		expect([begun <= at, at <= Date.now()]).toEqual([true, true]);
	});
});

describe('kore-ai', () => {
	it('adds open sessions, messages in them, and closes them', async () => {
		await seed('kore-ai', { sessions: 2, at: AT, everySeconds: 60 });
		const made = (await kore()).sessions.slice(0, 2).reverse();
		expect(made.map(({ start }) => start)).toEqual([TIME, TIME + 60_000]);
		const within = made.map(({ id }) => id);
		const at = '2026-11-20T11:00:00.000Z';
		await seed('kore-ai', { messages: 2, close: true, within, at });
		const dates = { dateFrom: '2026-11-20', dateTo: '2026-11-20' };
		const rows = await sessionsOf(dates);
		expect(rows.map(({ sessionId }) => sessionId)).toEqual([...within].reverse());
		expect(rows[1]).toMatchObject({
			botId: BOT,
			channel: 'rtm',
			sessionStatus: 'closed',
			end_time: at,
			noOfMessagesExchanged: 2,
		});
	});

	it('takes the session made last, of the bot and channel asked for', async () => {
		await seed('kore-ai', { sessions: 1, at: 'now' });
		const own = { sessions: 1, messages: 1, bot: OTHER_BOT, channel: 'sms', at: AT };
		await seed('kore-ai', own);
		const { sessions } = await kore();
		expect(sessions[0].messages).toEqual([]);
		expect(sessions.find(({ start }) => start === TIME)).toMatchObject({
			botId: OTHER_BOT,
			channel: 'sms',
			isActive: true,
			messages: [{ at: TIME, isIncoming: true }],
		});
	});
});

it('what makes no sense is refused and adds nothing', async () => {
	await expectEach(
		[
			['naxon', { conversations: 1, at: 'soon' }],
			['naxon', { conversations: -1, at: AT }],
			['naxon', { sessions: 1, at: AT }],
			['naxon', { messages: 1, within: [1], at: AT }],
			['naxon', { order: 'random' }],
			['kore-ai', { sessions: 1.5, at: AT }],
			['kore-ai', { conversations: 1, at: AT }],
			['kore-ai', { close: true, within: ['nobody'], at: AT }],
		],
		async ([vendor, what]) => {
			const before = await state(vendor);
			await expect(seed(vendor, what)).rejects.toMatchObject({ response: { status: 400 } });
			expect(await state(vendor)).toEqual(before);
		},
	);
});

describe('campaigns of kore-ai', () => {
	const running = async () => {
		const { campaigns } = await kore();
		return campaigns.find(({ dialing }) => dialing.length > 0) as (typeof campaigns)[0];
	};
	const due = async () => (await running()).dialing.map(({ dueAt }) => dueAt);

	it('calls so many contacts more, or all of them', async () => {
		const { id } = await running();
		const past = new Date(Math.min(...(await due())) - 60_000).toISOString();
		await seed('kore-ai', { campaign: id, calls: 2, at: past, everySeconds: 5 });
		const first = Date.parse(past);
		expect((await due()).slice(0, 2)).toEqual([first, first + 5000]);
		const earlier = new Date(first - 60_000).toISOString();
		await seed('kore-ai', { campaign: id, finish: true, at: earlier });
		expect(new Set(await due())).toEqual(new Set([first - 60_000]));
	});

	it('adds one that is completed, with as many contacts as were called', async () => {
		const { campaigns: before } = await kore();
		await seed('kore-ai', { finishedCampaigns: 2, calls: 2, at: AT, everySeconds: 5 });
		const made = (await kore()).campaigns.slice(before.length);
		const dialing = [{ dueAt: TIME }, { dueAt: TIME + 5000 }];
		expect(made).toMatchObject(
			Array(2).fill({ type: 'voice', botId: BOT, startedAt: TIME, dialing }),
		);
		expect(new Set(made.flatMap((one) => one.dialing.map(({ id }) => id))).size).toBe(4);
	});

	it('refuses one that nobody has started, or that is not there', async () => {
		const { campaigns } = await kore();
		const idle = campaigns.find(({ startedAt }) => startedAt === undefined);
		const ids = [idle?.id, 'cd-none'];
		await expectEach(ids, async (campaign) => {
			const refused = seed('kore-ai', { campaign, finish: true, at: 'now' });
			await expect(refused).rejects.toMatchObject({ response: { status: 400 } });
		});
	});
});

describe('a limit of calls', () => {
	it('of a minute, without a word on how long to wait', async () => {
		await control('rateLimit', { vendor: 'kore-ai', requestsPerMinute: 2 });
		const call = async () => await post('/api/public/getSessions', {});
		const answers = [await call(), await call(), await call()];
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
		expect(answers[2].headers).not.toHaveProperty('retry-after');
		await control('rateLimit', { vendor: 'kore-ai', requestsPerMinute: 1, retryAfterSeconds: 7 });
		await call();
		expect((await call()).headers).toMatchObject({ 'retry-after': '7' });
	});
});
