/** Seeds with a time: what they add, and what they refuse. */
import type { KoreAiState } from '../../sandbox/vendors/koreAi/state';
import type { NaxonState } from '../../sandbox/vendors/naxon/state';
import { BOT, OTHER_BOT, sessionsOf, useSandbox } from './koreAiClient';
import { expectEach } from '../support/each';

const { control, state } = useSandbox();

const AT = '2026-11-20T10:00:00.750Z';
const TIME = Date.parse(AT);

const seed = async (vendor: string, what: object) => await control('seed', { vendor, ...what });
const naxon = async () => await state<NaxonState>('naxon');
const kore = async () => await state<KoreAiState>('kore-ai');

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
		await control('clock', { advanceSeconds: 3600 });
		await seed('naxon', { conversations: 1, at: 'now' });
		const [{ createdAt }] = (await naxon()).conversations.slice(-1);
		expect(Math.abs(createdAt - 3_600_000 - Date.now())).toBeLessThan(10_000);
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
