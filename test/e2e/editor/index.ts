import type { Page } from 'playwright-core';
import type { Playground } from '../../../scripts/n8n/playground';
import {
	closePanel,
	fileName,
	onCanvas,
	openPanel,
	openWorkflow,
	shoot,
	startEditor,
	type Editor,
} from './browser';
import { credentialTests } from './credentials';
import { panelTests } from './panels';

/** The example workflows, and texts that the panels of some of their nodes have to show. */
const EXAMPLES = [
	{
		file: 'campaign-from-a-contact-list',
		panels: {
			'Create Call List': [
				'Resource',
				'Operation',
				'Bot',
				'Start Block',
				'Caller Phone Number',
				'Calls (JSON)',
			],
		},
	},
	{
		file: 'take-over-a-chat',
		panels: { 'Send Moderator Message': ['Resource', 'Operation', 'Bot', 'Chat', 'Message'] },
	},
	{
		file: 'refresh-a-knowledge-base-article',
		panels: {
			'Create Document': ['Operation', 'Bot', 'Title', 'Content', 'Auto Publish', 'Metadata'],
		},
	},
	{
		file: 'keyword-alert',
		panels: {
			'Get Conversation': ['Resource', 'Operation', 'Conversation'],
			'Naxon Trigger': ['Webhook URLs', 'Trigger On', 'Model', 'Keyword', 'Verify Secret'],
		},
	},
	{
		file: 'nightly-conversation-export',
		panels: {
			'Get Many Sessions': ['Operation', 'Scope', 'Bot', 'Return All', 'From', 'To', 'Simplify'],
			'Get Many Messages': ['Operation', 'Bot', 'API Version', 'Channel Type', 'Session IDs'],
		},
	},
	{
		file: 'ship-a-bot',
		panels: {
			'Import Bot': ['Operation', 'Bot', 'Files', 'Config Field Name', 'Wait for Completion'],
			'Publish Bot': ['Operation', 'Bot', 'Version Comment', 'Check Every (Seconds)'],
		},
	},
	{
		file: 'answer-from-any-form',
		panels: { 'Send Query': ['Operation', 'Session ID', 'Send', 'Text', 'Story', 'Simplify'] },
	},
	{
		file: 'weekly-dashboard',
		panels: {
			'Agent Session Stats': ['Operation', 'Start', 'End', 'Body (JSON)', 'Window Size (Days)'],
			'Redacted Messages With Plot': ['Operation', 'Start', 'End', 'File Name'],
		},
	},
];

/** What the node creator has to offer for each service. */
const CREATOR = [
	{
		name: 'KODA',
		texts: ['Actions (18)', 'Create call list', 'Get many chats', 'Delete document'],
	},
	{ name: 'Naxon', texts: ['Actions (5)', 'Get conversation', 'Triggers (1)'] },
	{
		name: 'Kore.ai',
		texts: ['Actions (12)', 'Get many sessions', 'Publish bot', 'Delete customer data'],
	},
	{
		name: 'ChatBot.com',
		texts: ['Actions (26)', 'Send query to bot', 'Create user', 'Get many chats'],
	},
	{
		name: 'Koopid',
		texts: ['Actions (19)', 'Get session stats of agents', 'Get top words', 'Post analytics'],
	},
];

/** The editor in a headless browser; every page is kept in coverage/screenshots. */
export function editorTests(playground: () => Playground): void {
	let editor: Editor;
	let page: Page;

	beforeAll(async () => {
		editor = await startEditor(playground());
		page = await editor.newPage();
	});

	afterAll(async () => {
		await editor?.close();
	});

	async function open(file: string) {
		const workflow = playground().workflows.find((candidate) => candidate.file === file);
		if (workflow === undefined) throw new Error(`workflows/${file}.json is missing.`);
		await openWorkflow(page, playground(), workflow.id);
		return workflow;
	}

	it.each(EXAMPLES)('shows the workflow $file and its panels', async ({ file, panels }) => {
		const workflow = await open(file);
		await page.waitForTimeout(1000);
		await shoot(page, file);
		const nodes = workflow.nodes.filter(({ type }) => !type.endsWith('.stickyNote'));
		expect(nodes.length).toBeGreaterThan(2);
		for (const { name } of nodes) {
			expect(await onCanvas(page, name).count()).toBe(1);
		}
		expect(await page.getByText('Install this node').count()).toBe(0);
		for (const [node, texts] of Object.entries(panels)) {
			const shown = await (await openPanel(page, node)).innerText();
			await shoot(page, `${file}-${fileName(node)}`);
			for (const text of texts) expect(shown).toContain(text);
			await closePanel(page);
		}
	});

	describe('the node creator', () => {
		beforeAll(async () => {
			await open('campaign-from-a-contact-list');
		});

		it.each(CREATOR)('offers the actions of $name', async ({ name, texts }) => {
			await page.locator('[data-test-id="node-creator-plus-button"]').click();
			await page.locator('[data-test-id="node-creator-search-bar"]').fill(name);
			const creator = page.locator('[data-test-id="node-creator"]');
			const entry = creator.getByText(name, { exact: true }).first();
			await entry.click({ timeout: 5000 });
			await creator.getByText('Node details').waitFor();
			await page.waitForTimeout(1000);
			await shoot(page, `node-creator-${fileName(name)}`);
			const shown = await creator.innerText();
			for (const text of texts) expect(shown).toContain(text);
			await page.keyboard.press('Escape');
			await creator.waitFor({ state: 'hidden' });
		});
	});

	describe('panels', () => panelTests(playground, () => editor));
	describe('credentials', () => credentialTests(playground, () => page));
}
