import type { Page } from 'playwright-core';
import { SEARCHES } from '../../support/searches';
import { fileName, shoot } from './browser';

/** The node creator calls a trigger that stands alone by its name without this. */
const shownAs = (entry: string) => entry.replace(/ Trigger$/, '');

/** What the node creator finds by what people type. The page has a workflow open. */
export function searchTests(page: () => Page): void {
	it.each(SEARCHES)('finds what fits "$typed"', async ({ typed, entries }) => {
		await page().locator('[data-test-id="node-creator-plus-button"]').click();
		await page().locator('[data-test-id="node-creator-search-bar"]').fill(typed);
		const creator = page().locator('[data-test-id="node-creator"]');
		const found = creator.locator('[data-test-id="node-creator-item-name"]');
		for (const entry of entries) {
			await found.getByText(shownAs(entry), { exact: true }).waitFor();
		}
		await shoot(page(), `search-${fileName(typed)}`);
		await page().keyboard.press('Escape');
		await creator.waitFor({ state: 'hidden' });
	});
}
