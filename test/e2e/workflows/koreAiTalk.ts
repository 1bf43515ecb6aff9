import axios from 'axios';

import { itemsOf } from '../../../scripts/n8n/api';
import type { Runner } from './runner';

const BOT = 'st-11111111-1111-5111-8111-111111111111';

interface Talk {
	sessions: Array<{
		id: string;
		botId: string;
		channel: string;
		containmentType: string;
		user: { id: string; email: string };
		messages: object[];
	}>;
	transfers: Array<{ sessionId: string; agentId?: string; queueId?: string }>;
}

/** What a bot is asked and answers, and conversations that are handed to a person. */
export function koreAiTalkTests({ playground, find, run }: Runner): void {
	const state = async () => await playground().sandbox.state<Talk>('kore-ai');

	it('ask-the-bot: a form gets what the bot says, and goes on with its conversation', async () => {
		const { webhookUrl } = find('ask-the-bot');
		const user = 'visitor.17@example.com';
		const ask = async (text: string) => {
			const form = new URLSearchParams({ text, user });
			const { data } = await axios.post<{ answer: string; done: boolean; user: string }>(
				webhookUrl ?? '',
				form,
				{ proxy: false },
			);
			const [sent] = (await playground().sandbox.requests('kore-ai', 'botMessage.send')).slice(-1);
			expect(sent.body).toMatchObject({ from: { id: user }, message: { type: 'text', val: text } });
			const { data: said } = sent.responseBody as { data: Array<{ val: string }> };
			return { ...data, said: said.map(({ val }) => val).join('\n') };
		};
		const first = await ask('Where is my order?');
		expect(first).toMatchObject({ answer: first.said, user });
		const second = await ask('It is 4711');
		expect(second.answer).toBe(second.said);
		const { sessions } = await state();
		expect(sessions.filter(({ user: { email } }) => email === user)).toHaveLength(1);
	});

	it('ask-the-bot: asks the example when it is executed by hand', async () => {
		const [answered] = itemsOf(await run('ask-the-bot'), 'Send Message');
		expect(answered.text).toContain('Where is my order?');
	});

	it('hand-over-to-an-agent: who asks for a person gets an agent who is available', async () => {
		const { sandbox } = playground();
		const { sessions, transfers } = await state();
		const before = transfers.length;
		// Somebody who is in the contact center, and speaks next.
		const waiting = sessions.find(
			({ botId, channel, containmentType, messages }) =>
				botId === BOT &&
				channel === 'rtm' &&
				containmentType === 'agent' &&
				messages.length % 2 === 0,
		);
		const within = [waiting?.id];
		await sandbox.control('seed', { vendor: 'kore-ai', at: 'now', messages: 1, within });
		const execution = await run('hand-over-to-an-agent');
		const [message] = itemsOf(execution, 'Kore.ai Trigger');
		expect(message).toMatchObject({ sessionId: waiting?.id, type: 'incoming' });
		const available = itemsOf(execution, 'Available');
		expect(available.length).toBeGreaterThan(1);
		const made = (await state()).transfers.slice(before);
		expect(made).toMatchObject([{ sessionId: message.sessionId, agentId: available[0]._id }]);
		const [asked] = (await sandbox.requests('kore-ai', 'agent.getAvailability')).slice(-1);
		const { AVAILABLE } = asked.responseBody as { AVAILABLE: Array<{ _id: string }> };
		expect(available.map(({ _id: id }) => id)).toEqual(AVAILABLE.map(({ _id: id }) => id));
	});
}
