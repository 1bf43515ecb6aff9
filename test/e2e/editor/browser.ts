import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { PATIENCE_MS } from '../../../scripts/n8n/patience';
import type { Playground } from '../../../scripts/n8n/playground';

const screenshots = join(__dirname, '..', '..', '..', 'coverage', 'screenshots');

/** Keeps the page as coverage/screenshots/<name>.png. */
export async function shoot(page: Page, name: string): Promise<void> {
	await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

/** The text of an element as soon as it fits, or as it is in the end. */
export async function textOf(element: Locator, fits: (text: string) => boolean): Promise<string> {
	for (const deadline = Date.now() + PATIENCE_MS; ; ) {
		const text = await element.innerText();
		if (fits(text) || Date.now() > deadline) return text;
		await element.page().waitForTimeout(100);
	}
}

/** Asserts that an element shows texts, now or soon. */
export async function expectTexts(element: Locator, texts: string[]): Promise<void> {
	const shown = await textOf(element, (text) => texts.every((wanted) => text.includes(wanted)));
	for (const text of texts) expect(shown).toContain(text);
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
