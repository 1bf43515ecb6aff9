import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Locator, type Page } from 'playwright-core';
import type { Playground } from '../../../scripts/n8n/playground';

const screenshots = join(__dirname, '..', '..', '..', 'coverage', 'screenshots');

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

/** n8n takes a browser without a window for a robot that looks at links, whose approval does not count. */
export const PERSON =
	'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** n8n's editor in a headless browser, signed in as the owner. */
export interface Editor {
	newPage(): Promise<Page>;
	close(): Promise<void>;
}

/** Starts Chromium. Throws with advice when there is none. */
export async function startEditor({ n8n: { url, api } }: Playground): Promise<Editor> {
	const executablePath = CHROMIUM.find((path) => existsSync(path));
	if (executablePath === undefined) {
		throw new Error('No Chromium was found. On Debian or Ubuntu: sudo apt-get install chromium');
	}
	mkdirSync(screenshots, { recursive: true });
	const browser = await chromium.launch({ executablePath, args: FLAGS });
	const context = await browser.newContext({
		userAgent: PERSON,
		viewport: { width: 1600, height: 1000 },
	});
	const [name, ...value] = api.cookie.split('=');
	await context.addCookies([{ name, value: value.join('='), url }]);
	return { newPage: async () => await context.newPage(), close: async () => await browser.close() };
}

/** Keeps the page as coverage/screenshots/<name>.png. */
export async function shoot(page: Page, name: string): Promise<void> {
	await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

/** A node on the canvas; its handles carry its name, too. */
export function onCanvas(page: Page, name: string): Locator {
	return page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
}

/** Opens a workflow and waits until its nodes are there. */
export async function openWorkflow(page: Page, { n8n }: Playground, id: string): Promise<void> {
	await page.goto(`${n8n.url}/workflow/${id}`);
	await page.locator('[data-test-id="canvas-node"]').first().waitFor();
}

/** Opens the panel of a node on the canvas; answers it once it has settled. */
export async function openPanel(page: Page, node: string): Promise<Locator> {
	await onCanvas(page, node).dblclick();
	const panel = page.locator('[data-test-id="ndv"]');
	await panel.waitFor();
	await page.waitForTimeout(700);
	return panel;
}

/** Closes the panel that is open, if there is one. */
export async function closePanel(page: Page): Promise<void> {
	const panel = page.locator('[data-test-id="ndv"]');
	if (!(await panel.isVisible())) return;
	await panel.locator('[data-test-id="ndv-close-button"]').click();
	await panel.waitFor({ state: 'hidden' });
}

/** Opens an execution on the canvas of its workflow, which cannot be changed there. */
export async function openExecution(page: Page, { n8n }: Playground, id: string): Promise<void> {
	const { workflowId } = await n8n.api.execution(id);
	await page.goto(`${n8n.url}/workflow/${workflowId}/executions/${id}`);
	await page.locator('[data-test-id="canvas-node-status-success"]').first().waitFor();
}

/** A name as a part of a file name. */
export const fileName = (name: string): string => name.toLowerCase().replaceAll(/[^\w-]+/g, '-');
