import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Playground } from '../../scripts/n8n/playground';

const root = join(__dirname, '..', '..');
const screenshots = join(root, 'coverage', 'screenshots');

const CHROMIUM = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** One node of an example workflow, and texts its panel has to show. */
const PANELS = [
	{
		file: 'campaign-from-a-contact-list',
		node: 'Create Call List',
		texts: ['Resource', 'Operation', 'Bot', 'Start Block', 'Caller Phone Number', 'Calls (JSON)'],
	},
	{
		file: 'take-over-a-chat',
		node: 'Send Moderator Message',
		texts: ['Resource', 'Operation', 'Bot', 'Chat', 'Message'],
	},
	{
		file: 'refresh-a-knowledge-base-article',
		node: 'Create Document',
		texts: ['Resource', 'Operation', 'Bot', 'Title', 'Content', 'Auto Publish', 'Metadata'],
	},
	{
		file: 'keyword-alert',
		node: 'Get Conversation',
		texts: ['Resource', 'Operation', 'Conversation'],
	},
	{
		file: 'keyword-alert',
		node: 'Naxon Trigger',
		texts: ['Webhook URLs', 'Trigger On', 'Model', 'Keyword', 'Verify Secret'],
	},
];

/** What the node creator has to offer for each service. */
const CREATOR = [
	{
		name: 'KODA',
		texts: ['Actions (18)', 'Create call list', 'Get many chats', 'Delete document'],
	},
	{ name: 'Naxon', texts: ['Actions (5)', 'Get conversation', 'Triggers (1)'] },
];

/** The editor in a headless browser; every page is kept in coverage/screenshots. */
export function editorTests(playground: () => Playground): void {
	let browser: Browser;
	let context: BrowserContext;
	let page: Page;

	beforeAll(async () => {
		const executablePath = CHROMIUM.find((path) => existsSync(path));
		if (executablePath === undefined) {
			throw new Error('No Chromium was found. On Debian or Ubuntu: sudo apt-get install chromium');
		}
		mkdirSync(screenshots, { recursive: true });
		browser = await chromium.launch({ executablePath, args: FLAGS });
		context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
		const { url, api } = playground().n8n;
		const [name, ...value] = api.cookie.split('=');
		await context.addCookies([{ name, value: value.join('='), url }]);
	});

	beforeEach(async () => {
		page = await context.newPage();
	});

	afterEach(async () => {
		await page.close();
	});

	afterAll(async () => {
		await browser?.close();
	});

	/** A node on the canvas; its handles carry its name, too. */
	const onCanvas = (name: string) =>
		page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);

	async function open(file: string) {
		const workflow = playground().workflows.find((candidate) => candidate.file === file);
		await page.goto(`${playground().n8n.url}/workflow/${workflow?.id}`);
		await page.locator('[data-test-id="canvas-node"]').first().waitFor();
		return workflow;
	}

	const shoot = async (name: string) =>
		await page.screenshot({ path: join(screenshots, `${name}.png`) });

	const files = [...new Set(PANELS.map(({ file }) => file))];

	it.each(files)('shows the workflow %s with all its nodes', async (file) => {
		const workflow = await open(file);
		await page.waitForTimeout(1000);
		await shoot(file);
		const nodes = workflow?.nodes.filter(({ type }) => !type.endsWith('.stickyNote')) ?? [];
		expect(nodes.length).toBeGreaterThan(2);
		for (const { name } of nodes) {
			expect(await onCanvas(name).count()).toBe(1);
		}
		expect(await page.getByText('Install this node').count()).toBe(0);
	});

	it.each(PANELS)('opens the panel of $node', async ({ file, node, texts }) => {
		await open(file);
		await onCanvas(node).dblclick();
		const panel = page.locator('[data-test-id="ndv"]');
		await panel.waitFor();
		await page.waitForTimeout(1500);
		await shoot(`${file}-${node.toLowerCase().replaceAll(' ', '-')}`);
		const shown = await panel.innerText();
		for (const text of texts) expect(shown).toContain(text);
	});

	it.each(CREATOR)('finds the actions of $name in the node creator', async ({ name, texts }) => {
		await open('campaign-from-a-contact-list');
		await page.locator('[data-test-id="node-creator-plus-button"]').click();
		await page.locator('[data-test-id="node-creator-search-bar"]').fill(name);
		const creator = page.locator('[data-test-id="node-creator"]');
		const entry = creator.getByText(name, { exact: true }).first();
		await entry.click({ timeout: 5000 });
		await creator.getByText('Node details').waitFor();
		await page.waitForTimeout(1000);
		await shoot(`node-creator-${name.toLowerCase()}`);
		const shown = await creator.innerText();
		for (const text of texts) expect(shown).toContain(text);
	});

	it.each(['KODA sandbox', 'Naxon sandbox'])('opens the credential %s', async (name) => {
		await page.goto(`${playground().n8n.url}/home/credentials`);
		await page.getByText(name, { exact: true }).first().click();
		const dialog = page.locator('[data-test-id="editCredential-modal"]');
		await dialog.waitFor();
		await page.waitForTimeout(1500);
		await shoot(`credential-${name.toLowerCase().replaceAll(' ', '-')}`);
		expect(await dialog.innerText()).toContain('Base URL');
	});
}
