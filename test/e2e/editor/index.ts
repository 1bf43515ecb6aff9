import type { Page } from 'playwright-core';
import { itemsOf } from '../../../scripts/n8n/api';
import { startEditor, type Editor } from '../../../scripts/n8n/editor';
import type { Playground } from '../../../scripts/n8n/playground';
import {
	closePanel,
	expectTexts,
	fileName,
	onCanvas,
	openPanel,
	openWorkflow,
	shoot,
} from './browser';
import { credentialTests } from './credentials';
import { mistakeTests } from './mistakes';
import { panelTests } from './panels';
import { searchTests } from './search';

/** The example workflows, and texts that the panels of some of their nodes have to show. */
const EXAMPLES = [
	{
		file: 'win-back-campaign',
		panels: {
			'Create Call Lists': [
				'Resource',
				'Operation',
				'Bot',
				'Phone Number Field',
				'Default Country',
				'Calls per List',
			],
			'Get Report': ['Operation', 'Bot', 'Call List', 'Return'],
		},
	},
	{
		file: 'campaign-results',
		panels: { 'KODA Trigger': ['Poll Times', 'Trigger On', 'Bot', 'Simplify'] },
	},
	{
		file: 'docs-to-knowledge-base',
		panels: {
			'Sync Documents': ['Metadata Key', 'Metadata Value', 'Sync Name', 'Delete Missing'],
		},
	},
	{
		file: 'keyword-escalation',
		panels: { 'Reply as Moderator': ['Chat', 'Message', 'Send File', 'Take Over', 'Hand Back'] },
	},
	{
		file: 'take-over-a-chat',
		panels: { 'Send Moderator Message': ['Resource', 'Operation', 'Bot', 'Chat', 'Message'] },
	},
	{
		file: 'refresh-a-knowledge-base-article',
		panels: {
			'Create From URL': ['Operation', 'Bot', 'URL', 'Title', 'Metadata Key', 'Auto Publish'],
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
		file: 'win-back-campaign-kore-ai',
		panels: {
			'Create Campaign': ['Bot', 'Type', 'Dry Run', 'Phone Number Field', 'Start When Ready'],
			'Get Report': ['Operation', 'Bot', 'Campaign', 'Return', 'Answered Statuses'],
		},
	},
	{
		file: 'faq-from-a-spreadsheet',
		panels: {
			'Sync FAQs': ['Bot', 'Language', 'Node', 'Question', 'Answer', 'Return Others', 'Dry Run'],
			'Train FAQs': ['Bot', 'Language', 'Wait for Completion', 'Check Every (Seconds)'],
		},
	},
	{
		file: 'agent-roster-from-a-spreadsheet',
		panels: {
			'Create Skills': ['Bot', 'Skill Group', 'Name', 'Additional Fields'],
			'Create Agents': ['Bot', 'Email', 'First Name', 'Last Name', 'Role ID', 'Queues', 'Skills'],
		},
	},
	{
		file: 'website-to-search-ai',
		panels: {
			'Create Source': ['Bot', 'Name', 'Pages', 'URL', 'Crawl Depth', 'Max URLs'],
			Ask: ['Bot', 'Question', 'Include Search Results'],
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
		panels: { 'Send Query': ['Operation', 'Story', 'Session ID', 'Send', 'Text', 'Simplify'] },
	},
	{
		file: 'weekly-bot-report',
		panels: {
			'Containment Report': ['Operation', 'Bot', 'Aggregation Type', 'Wait for Completion'],
			Feedback: ['Operation', 'Bot', 'Return All', 'Channels', 'From', 'To'],
		},
	},
	{
		file: 'weekly-dashboard',
		panels: {
			'Agent Session Stats': ['Operation', 'From', 'To', 'Window Size (Days)'],
			'Redacted Messages With Plot': ['Operation', 'From', 'To', 'File Name'],
		},
	},
	{
		file: 'support-agent-with-tools',
		panels: {
			'Pause call list in KODA': ['Tool Description', 'Resource', 'Operation', 'Bot', 'Call List'],
			'Reply to chat as moderator in KODA': ['Chat', 'Message', 'Take Over', 'Hand Back'],
		},
	},
	{
		file: 'support-agent-with-approval',
		panels: { Approval: ['Message', 'Approval Options'] },
	},
];

/** What the node creator has to offer for each service. */
const CREATOR = [
	{
		name: 'KODA',
		texts: [
			'Actions (24)',
			'Create call list from items',
			'Reply to chat as moderator',
			'Sync documents',
		],
	},
	{ name: 'Naxon', texts: ['Actions (5)', 'Get conversation', 'Triggers (1)'] },
	{
		name: 'Kore.ai',
		texts: ['Actions (85)', 'Get many sessions', 'Publish bot'],
	},
	{
		name: 'Kore.ai Contact Center',
		texts: ['Actions (83)', 'Create campaign from items', 'Add contacts to contact list'],
	},
	{
		name: 'Kore.ai Analytics',
		texts: ['Actions (14)', 'Get many debug logs', 'Create containment report'],
	},
	{
		name: 'Kore.ai Admin',
		texts: [
			'Actions (20)',
			'Get many users with roles',
			'Assign bot role',
			'Insert many data table rows',
		],
	},
	{
		name: 'ChatBot.com',
		texts: [
			'Actions (39)',
			'Send query to bot',
			'Reply to webhook',
			'Create webhook',
			'Triggers (1)',
		],
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
		editor = await startEditor(playground().n8n);
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
		const nodes = workflow.nodes.filter(({ type }) => !type.endsWith('.stickyNote'));
		expect(nodes.length).toBeGreaterThan(2);
		for (const { name } of nodes) {
			// Of two, it would be said that there are two.
			await onCanvas(page, name).waitFor();
		}
		expect(await page.getByText('Install this node').count()).toBe(0);
		await page.waitForTimeout(1000);
		await shoot(page, file);
		for (const [node, texts] of Object.entries(panels)) {
			const panel = await openPanel(page, node);
			await expectTexts(panel, texts);
			await shoot(page, `${file}-${fileName(node)}`);
			await closePanel(page);
		}
	});

	it('runs win-back-campaign, whose node has two outputs with names', async () => {
		const { n8n, sandbox } = playground();
		const { id } = await open('win-back-campaign');
		const before = await n8n.api.executionIds(id);
		await page.locator('[data-test-id="execute-workflow-button"]').click();
		const run = async () => {
			let [latest] = await n8n.api.executionIds(id);
			while (latest === before[0]) {
				await page.waitForTimeout(200);
				[latest] = await n8n.api.executionIds(id);
			}
			return await n8n.api.finished(latest);
		};
		const creations = async () => (await sandbox.requests('koda', 'callList.create')).length;
		const created = await creations();
		// It ran before, so its lists are there, and everybody was called.
		const execution = await run();
		expect(execution).toMatchObject({ status: 'success' });
		const lists = itemsOf(execution, 'Create Call Lists');
		expect(lists.map(({ status }) => status)).toEqual(Array(4).fill('existing'));
		expect(await creations()).toBe(created);
		await onCanvas(page, 'Summary')
			.locator('[data-test-id="canvas-node-status-success"]')
			.waitFor();
		await page.waitForTimeout(6000);
		await shoot(page, 'win-back-campaign-run');
		const outputs = onCanvas(page, 'Create Call Lists').locator(
			'[data-test-id="canvas-node-output-handle"]',
		);
		await outputs.nth(1).waitFor();
		expect(await outputs.allInnerTexts()).toEqual(['Call Lists', 'Rejected']);
	});

	describe('the node creator', () => {
		beforeAll(async () => {
			await open('win-back-campaign');
		});

		it.each(CREATOR)('offers the actions of $name', async ({ name, texts }) => {
			await page.locator('[data-test-id="node-creator-plus-button"]').click();
			await page.locator('[data-test-id="node-creator-search-bar"]').fill(name);
			const creator = page.locator('[data-test-id="node-creator"]');
			const entry = creator.getByText(name, { exact: true }).first();
			await entry.click();
			await creator.getByText('Node details').waitFor();
			await expectTexts(creator, texts);
			await shoot(page, `node-creator-${fileName(name)}`);
			await page.keyboard.press('Escape');
			await creator.waitFor({ state: 'hidden' });
		});

		searchTests(() => page);
	});

	describe('panels', () => panelTests(playground, () => editor));
	describe('credentials', () => credentialTests(playground, () => page));
	describe('mistakes', () => mistakeTests(playground, () => page));
}
