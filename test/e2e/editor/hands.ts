import type { Locator, Page } from 'playwright-core';

/** What somebody does in the editor with mouse and keyboard, on a workflow that is open. */
export class Hands {
	constructor(private readonly page: Page) {}

	/** The panel of the node that is open. */
	get panel(): Locator {
		return this.page.locator('[data-test-id="ndv"]');
	}

	/** A field of the open panel, or of the open credential, by its name in n8n. */
	field(name: string, within = this.panel): Locator {
		return within.locator(`[data-test-id="parameter-input-${name}"]`);
	}

	/** Types what one looks for into the node creator, and chooses the node, then the action if one is named. Its panel opens, if it has one. */
	async add(typed: string, node: string, action?: string): Promise<void> {
		const first = this.page.locator('[data-test-id="canvas-plus-button"]');
		const next = this.page.locator('[data-test-id="canvas-handle-plus"]').last();
		await first.or(next).last().click();
		await this.page.locator('[data-test-id="node-creator-search-bar"]').fill(typed);
		await this.chooseInCreator(node);
		if (action !== undefined) await this.chooseInCreator(action);
	}

	private async chooseInCreator(entry: string): Promise<void> {
		const creator = this.page.locator('[data-test-id="node-creator"]');
		const entries = creator.locator('[data-test-id="node-creator-item-name"]');
		await entries.getByText(entry, { exact: true }).first().click();
	}

	async type(field: string, text: string, within?: Locator): Promise<void> {
		await this.field(field, within).locator('input').last().fill(text);
	}

	/** Types a part of an option of a field, and chooses the option. */
	async choose(field: string, option: string): Promise<void> {
		await this.field(field).click();
		await this.page.getByRole('option').filter({ hasText: option }).first().click();
	}

	/** Drags a field of the input into a field of the panel. */
	async drag(inputField: string, field: string): Promise<void> {
		const input = this.panel.locator('[data-test-id="ndv-input-panel"]');
		const from = await middleOf(input.getByText(inputField).first());
		const to = await middleOf(this.field(field));
		const { mouse } = this.page;
		await mouse.move(from.x, from.y);
		await mouse.down();
		// n8n takes it for dragging once the mouse has moved.
		await mouse.move(from.x + 20, from.y + 20, { steps: 5 });
		await mouse.move(to.x, to.y, { steps: 10 });
		await mouse.up();
	}

	/** Executes the node whose panel is open, and waits until it is over. */
	async execute(): Promise<void> {
		const output = this.panel.locator('[data-test-id="output-panel"]');
		await this.panel.locator('[data-test-id="node-execute-button"]').first().click();
		await output.locator('[data-test-id^="node-run-status"]').waitFor();
	}
}

async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
	await element.scrollIntoViewIfNeeded();
	const box = await element.boundingBox();
	if (box === null) throw new Error('The element is not to be seen.');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
