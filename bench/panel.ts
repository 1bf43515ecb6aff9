import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

import type { Placed } from './deliveries';
import type { Sample } from './report';
import type { N8nInstallation } from '../scripts/n8n/install';
import { startEditor } from '../scripts/n8n/editor';
import { startInstance } from '../scripts/n8n/instance';

const ROOT = join(__dirname, '..');
const ROUNDS = 5;

export const panel = {
	name: 'W16 panel',
	what: "The panel of a node in Chromium, from the double click on the canvas until its fields are there: our largest node, n8n's own Slack node (which has many resources, too) and its HTTP Request node. One browser, in turn.",
	unit: 'panels',
};

const NODES: Record<string, Placed> = {
	'this pack, Kore.ai': {
		name: 'Kore.ai',
		type: 'n8n-nodes-chatbot-platforms.koreAi',
		parameters: { resource: 'session', operation: 'getAll' },
	},
	"n8n's Slack": {
		name: 'Slack',
		type: 'n8n-nodes-base.slack',
		typeVersion: 2.3,
		parameters: { resource: 'message', operation: 'search' },
	},
	"n8n's HTTP Request": {
		name: 'HTTP Request',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {},
	},
};

/** Opens each panel once to warm up, then `rounds` times. */
export async function measurePanels(n8n: N8nInstallation, rounds = ROUNDS): Promise<Sample[]> {
	const instance = await startInstance(n8n, ROOT);
	const editor = await startEditor(instance);
	try {
		const { id } = await instance.api.createWorkflow({
			name: 'Panels',
			nodes: Object.values(NODES).map((node, index) => ({ ...node, position: [300 * index, 0] })),
			connections: {},
			settings: {},
		});
		const page = await editor.newPage();
		await page.goto(`${instance.url}/workflow/${id}`);
		await page.locator('[data-test-id="canvas-node"]').first().waitFor();
		const view = page.locator('[data-test-id="ndv"]');
		const samples: Sample[] = [];
		for (let round = 0; round <= rounds; round++) {
			for (const [way, { name }] of Object.entries(NODES)) {
				const started = performance.now();
				await page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
				await view.locator('[data-test-id="parameter-item"]').first().waitFor();
				const milliseconds = performance.now() - started;
				await view.locator('[data-test-id="ndv-close-button"]').click();
				await view.waitFor({ state: 'hidden' });
				if (round > 0)
					samples.push({ workload: panel.name, way, size: 1, measures: { milliseconds } });
			}
		}
		return samples;
	} finally {
		await editor.close();
		await instance.stop();
	}
}
