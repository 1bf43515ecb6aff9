import type { Page } from 'playwright-core';

import { byId } from '../../../engine/jobs';
import type { Playground } from '../../../scripts/n8n/playground';
import { chained, packNode, START } from '../build';
import { closePanel, openPanel, openWorkflow, shoot } from './browser';

const NODE = 'Get Call Lists';
const WRONG = 'win-back-2026';

/** What somebody mistyped: the editor shows it, and the node says it when it runs all the same. */
export function mistakeTests(playground: () => Playground, page: () => Page): void {
	it('a wrong ID in a picker is shown in red, and named by the node', async () => {
		const { n8n } = playground();
		const node = packNode(playground(), {
			name: NODE,
			type: 'koda',
			parameters: { resource: 'callList', operation: 'getAll', bot: byId(WRONG) },
			credential: 'kodaOAuth2Api',
		});
		const { id } = await n8n.api.createWorkflow(chained('A wrong ID', [START, node]));
		await openWorkflow(page(), playground(), id);
		const panel = await openPanel(page(), NODE);
		await panel.locator('[data-test-id="parameter-issues"]').first().hover();
		await page().getByText('Use a UUID, such as').first().waitFor();
		await shoot(page(), 'wrong-id');
		await closePanel(page());
		const { status, error } = await n8n.api.finished(await n8n.api.run(id, START.name));
		expect([status, error?.message]).toEqual(['error', `'Bot' cannot be '${WRONG}' [item 0]`]);
	});
}
