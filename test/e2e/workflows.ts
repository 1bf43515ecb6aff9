import Ajv from 'ajv';
import { itemsOf, triggerOf, type Execution } from '../../scripts/n8n/api';
import { assertSuccess } from '../../scripts/n8n/demonstration';
import { demonstrations } from '../../scripts/n8n/demonstrations';
import type { ImportedWorkflow, Playground } from '../../scripts/n8n/playground';

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

/** The example workflows, run through n8n, checked in n8n's executions and in the sandbox. */
export function workflowTests(playground: () => Playground): void {
	const find = (file: string): ImportedWorkflow => {
		const workflow = playground().workflows.find((candidate) => candidate.file === file);
		if (workflow === undefined) throw new Error(`workflows/${file}.json is missing.`);
		return workflow;
	};

	async function run(file: string): Promise<Execution> {
		const { api } = playground().n8n;
		const workflow = find(file);
		const execution = await api.finished(await api.run(workflow.id, triggerOf(workflow)));
		assertSuccess(workflow, execution);
		return execution;
	}

	it.each(demonstrations)('$workflow: n8n and the sandbox agree', async (demonstration) => {
		const rows = await demonstration.run(playground(), find(demonstration.workflow));
		expect(rows.length).toBeGreaterThan(0);
		expect(rows.filter(({ agrees }) => !agrees)).toEqual([]);
	});

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

	it('keyword-alert: a call without the secret is turned away', async () => {
		const { id, webhookUrl } = find('keyword-alert');
		const { n8n, sandbox } = playground();
		const before = await n8n.api.executionIds(id);
		const { status } = await sandbox.control<{ status: number }>('webhook', {
			url: `${webhookUrl}?secret=wrong`,
			payload: { keyword: 'refund' },
		});
		expect(status).toBe(401);
		expect(await n8n.api.executionIds(id)).toEqual(before);
	});

	it('keyword-alert: every answer is JSON that says what became of the call', async () => {
		const { n8n, sandbox, credentials } = playground();
		const { id, webhookUrl } = find('keyword-alert');
		const url = `${webhookUrl}?secret=${credentials.naxonApi.data.webhookSecret}`;
		const send = async (event: string) =>
			await sandbox.control<{ status: number; body: unknown }>('webhook', { url, event });
		const before = await n8n.api.executionIds(id);
		expect(await send('conversation-closed')).toMatchObject({
			status: 200,
			body: { message: 'Received; starts no workflow' },
		});
		expect(await n8n.api.executionIds(id)).toEqual(before);
		expect(await send('keyword-notification')).toMatchObject({
			status: 200,
			body: { message: 'Received; starts the workflow' },
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

	it('gives out what n8n previewed before the first run', async () => {
		const { api } = playground().n8n;
		const checked: string[] = [];
		for (const workflow of playground().workflows) {
			const [id] = await api.executionIds(workflow.id);
			const execution = await api.execution(id);
			for (const { name, type, parameters } of workflow.nodes) {
				const { resource, operation } = parameters;
				if (typeof resource !== 'string' || execution.runData[name] === undefined) continue;
				const schema = await api.outputSchema(type, resource, String(operation));
				const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
				for (const item of itemsOf(execution, name)) {
					expect([name, validate(item), validate.errors]).toEqual([name, true, null]);
					const previewed = Object.keys(schema.properties ?? {});
					expect(Object.keys(item).filter((key) => !previewed.includes(key))).toEqual([]);
				}
				checked.push(name);
			}
		}
		expect(checked).toEqual(expect.arrayContaining(['Create Call List', 'Get Conversation']));
	});

	it('keeps to the contracts and asks for one token', async () => {
		const { sandbox } = playground();
		const all = await sandbox.requests();
		expect(all.length).toBeGreaterThan(10);
		const bad = all.filter(({ status, contractErrors }) => status >= 400 || contractErrors.length);
		expect(bad.map(({ operationId, contractErrors }) => [operationId, contractErrors])).toEqual([]);
		expect(await sandbox.requests('koda', 'token')).toHaveLength(1);
	});
}
