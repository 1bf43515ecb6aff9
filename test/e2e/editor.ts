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
		texts: ['Resource', 'Call List', 'Operation', 'Create', 'Bot', 'Caller Phone Number'],
	},
	{
		file: 'take-over-a-chat',
		node: 'Send Moderator Message',
		texts: ['Resource', 'Chat', 'Operation', 'Send Moderator Message', 'Message'],
	},
	{
		file: 'refresh-a-knowledge-base-article',
		node: 'Create Document',
		texts: ['Resource', 'Document', 'Title', 'Content', 'Additional Fields'],
	},
	{
		file: 'keyword-alert',
		node: 'Get Conversation',
		texts: ['Resource', 'Conversation', 'Operation', 'Get'],
	},
	{ file: 'keyword-alert', node: 'Naxon Trigger', texts: ['Webhook URLs', 'Naxon sandbox'] },
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

	async function open(file: string) {
		const workflow = playground().workflows.find((candidate) => candidate.file === file);
		await page.goto(`${playground().n8n.url}/workflow/${workflow?.id}`);
		const nodes = page.locator('[data-test-id="canvas-node"]');
		await nodes.first().waitFor();
		return workflow;
	}

	const shoot = async (name: string) =>
		await page.screenshot({ path: join(screenshots, `${name}.png`) });

	const files = [...new Set(PANELS.map(({ file }) => file))];

	it.each(files)('shows the workflow %s with all its nodes', async (file) => {
		const workflow = await open(file);
		await page.waitForTimeout(1000);
		await shoot(file);
		for (const { name } of workflow?.nodes ?? []) {
			expect(await page.locator(`[data-node-name="${name}"]`).count()).toBe(1);
		}
		expect(await page.getByText('Install this node').count()).toBe(0);
	});

	it.each(PANELS)('opens the panel of $node', async ({ file, node, texts }) => {
		await open(file);
		await page.locator(`[data-node-name="${node}"]`).dblclick();
		const panel = page.locator('[data-test-id="ndv"]');
		await panel.waitFor();
		await page.waitForTimeout(1500);
		await shoot(`${file}-${node.toLowerCase().replaceAll(' ', '-')}`);
		const shown = await panel.innerText();
		for (const text of texts) expect(shown).toContain(text);
	});
}
