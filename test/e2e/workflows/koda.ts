import { itemsOf } from '../../../scripts/n8n/api';
import type { Runner } from './runner';

interface ChatState {
	chats: Array<{
		platformUserId: string;
		moderatorMode: boolean;
		entries: Array<{ type: string; block: { text: string } }>;
	}>;
}

interface KnowledgeState {
	documents: Array<{ id: string; title: string; content: string; meta: Record<string, string> }>;
}

export function kodaTests({ playground, run }: Runner): void {
	it('campaign-from-a-contact-list: twelve people are called in one call list', async () => {
		const [request] = await playground().sandbox.requests('koda', 'callList.create');
		expect(request.body).toMatchObject({
			caller_phone_number: '+48222431496',
			allowed_hours_start: '00:00',
			allowed_hours_end: '23:59',
			campaign_vars: ['answer'],
			max_attempts: 3,
			attempts_delay: 1,
		});
		const { calls } = request.body as { calls: unknown[] };
		expect(calls).toHaveLength(12);
		expect(calls[0]).toEqual({
			phone_number: '+48600100001',
			first_name: 'Ewa',
			last_name: 'Kowalska',
			order: 'A-117',
		});
	});

	it('take-over-a-chat: the person gets both messages and the bot takes over again', async () => {
		const [summary] = itemsOf(await run('take-over-a-chat'), 'Summary');
		const operations = ['enableModeratorMode', 'sendModeratorMessage', 'disableModeratorMode'];
		for (const operation of operations) {
			const requests = await playground().sandbox.requests('koda', `chat.${operation}`);
			expect(requests.map(({ status }) => status)).toEqual([200]);
		}
		const { chats } = await playground().sandbox.state<ChatState>('koda');
		const chat = chats.find(({ platformUserId }) => platformUserId === summary.platform_user_id);
		const last = chat?.entries.slice(-3) ?? [];
		expect(last.map(({ type }) => type)).toEqual(['user', 'moderator', 'bot']);
		expect(last[0].block.text).toBe(summary.asked);
		expect(last[1].block.text).toMatch(/^Hello \S+, a colleague/);
		expect(last[2].block.text).toBe('Thank you for waiting. The chatbot takes over again.');
		expect(chat?.moderatorMode).toBe(false);
		expect(summary.handed_back).toBe(true);
	});

	it('refresh-a-knowledge-base-article: makes a document, then updates the same one', async () => {
		const [first] = itemsOf(await run('refresh-a-knowledge-base-article'), 'Summary');
		const again = await run('refresh-a-knowledge-base-article');
		const second = itemsOf(again, 'Summary');
		expect(again.runData['Create Document']).toBeUndefined();
		expect(second.map(({ doc_id: id }) => id)).toEqual([first.doc_id]);

		const source = 'https://example.com/help/returns';
		const { documents } = await playground().sandbox.state<KnowledgeState>('koda');
		const stored = documents.filter(({ meta }) => meta.source === source);
		expect(stored).toHaveLength(1);
		expect(stored[0]).toMatchObject({
			id: first.doc_id,
			title: 'Returns and refunds',
			meta: { source, category: 'faq' },
		});
		const [parsed] = await playground().sandbox.requests('koda', 'document.parseUrl');
		const { content } = (parsed.responseBody as { response: { content: string } }).response;
		expect(stored[0].content).toBe(content);
	});
}
