import axios from 'axios';
import { itemsOf } from '../../../scripts/n8n/api';
import type { Runner } from './runner';

interface Talk {
	sessions: Array<{ sessionId: string; context?: { name: string } }>;
}

interface Answer {
	result: { fulfillment: Array<{ message: string }> };
}

interface FormAnswer {
	answer: string;
	session: string;
}

export function chatBotComTests({ playground, find, run }: Runner): void {
	const queries = async () =>
		await playground().sandbox.requests('chatbot-com', 'conversation.sendQuery');

	it('answer-from-any-form: goes on with the conversation of a form that names its session', async () => {
		const { webhookUrl } = find('answer-from-any-form');
		const session = 'visitor-of-the-shop-17';
		const send = async (text: string) => {
			const form = new URLSearchParams({ text, session });
			const { data } = await axios.post<FormAnswer>(webhookUrl ?? '', form, { proxy: false });
			const [request] = (await queries()).slice(-1);
			expect(request.body).toMatchObject({ sessionId: session, query: text });
			const { fulfillment } = (request.responseBody as Answer).result;
			expect(data).toMatchObject({ answer: fulfillment[0].message, session });
		};
		await send('Where is my order?');
		await send('Well, I want a refund');
		const { sessions } = await playground().sandbox.state<Talk>('chatbot-com');
		const kept = sessions.filter(({ sessionId }) => sessionId === session);
		expect(kept).toHaveLength(1);
		expect(kept[0].context?.name).toBe('refund');
	});

	it('answer-from-any-form: cuts a text that is too long for ChatBot.com', async () => {
		const { webhookUrl } = find('answer-from-any-form');
		const text = `Where is my order? ${'It is late. '.repeat(30)}`;
		const { status } = await axios.post(webhookUrl ?? '', { text }, { proxy: false });
		const [request] = (await queries()).slice(-1);
		expect(status).toBe(200);
		expect((request.body as { query: string }).query).toBe(text.slice(0, 256));
	});

	it('answer-from-any-form: answers the example when it is executed by hand', async () => {
		const [answered] = itemsOf(await run('answer-from-any-form'), 'Send Query');
		const [request] = (await queries()).slice(-1);
		expect(request.body).toMatchObject({ query: 'Where is my order?' });
		const { fulfillment } = (request.responseBody as Answer).result;
		expect(answered.text).toBe(fulfillment[0].message);
	});
}
