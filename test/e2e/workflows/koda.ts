import { itemsOf, triggerOf } from '../../../scripts/n8n/api';
import type { Runner } from './runner';

interface ChatState {
	chats: Array<{
		platformUserId: string;
		moderatorMode: boolean;
		entries: Array<{ type: string; block: { text: string } }>;
	}>;
}

interface KnowledgeState {
	documents: Array<{
		id: string;
		title: string;
		content: string;
		meta: Record<string, string>;
		published: boolean;
	}>;
}

const REFRESH = 'refresh-a-knowledge-base-article';
const PAGE = 'https://example.com/help/returns';

export function kodaTests({ playground, find, run }: Runner): void {
	/** Runs a copy of the workflow that gives its document another title. */
	const retitled = async (title: string) => {
		const { api } = playground().n8n;
		const { nodes, connections, settings } = find(REFRESH);
		const changed = nodes.map((node) => {
			if (node.name !== 'Create From URL') return node;
			return { ...node, parameters: { ...node.parameters, title } };
		});
		const copy = { name: title, nodes: changed, connections, settings };
		const stored = await api.createWorkflow(copy);
		return await api.finished(await api.run(stored.id, triggerOf(stored)));
	};

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

	it(`${REFRESH}: creates one document of the page, updates it, or leaves it alone`, async () => {
		const { sandbox } = playground();
		const [created] = itemsOf(await run(REFRESH), 'Summary');
		const [unchanged] = itemsOf(await run(REFRESH), 'Summary');
		const [updated] = itemsOf(await retitled('Sending back'), 'Summary');
		const id = created.doc_id;
		expect([created, unchanged, updated]).toEqual([
			{ result: 'Returns and refunds: created', doc_id: id, page: PAGE },
			{ result: 'Returns and refunds: unchanged', doc_id: id, page: PAGE },
			{ result: 'Sending back: updated', doc_id: id, page: PAGE },
		]);

		const [{ body, responseBody }] = await sandbox.requests('koda', 'document.parseUrl');
		expect(body).toMatchObject({ url: PAGE });
		const { content } = (responseBody as { response: { content: string } }).response;
		const { documents } = await sandbox.state<KnowledgeState>('koda');
		const stored = documents.filter(({ meta }) => meta.source_url === PAGE);
		expect(stored).toHaveLength(1);
		expect(stored[0]).toMatchObject({
			id,
			title: 'Sending back',
			content,
			meta: { category: 'faq' },
			published: true,
		});
	});
}
