import { isEqual } from 'lodash';
import type { Page } from 'playwright-core';
import type { Playground } from '../../../scripts/n8n/playground';
import type { Editor } from '../../../scripts/n8n/editor';
import { closePanel, fileName, openPanel, openWorkflow, shoot, textOf } from './browser';
import { LISTS, PANELS, type PanelNode } from './panelTable';
import { TRIGGER_PANELS } from './triggerPanels';

const COLUMNS = 5;

/** A panel with more fields than this is longer than the window. */
const LABELS_IN_VIEW = 9;
const END_OF_PANEL = 5000;
const MIDDLE = { x: 800, y: 500 };

/** A workflow with a node for each panel, named after its operation or event. */
function workflowOf({ node, credential, panels }: PanelNode, { credentials }: Playground) {
	const { id, name } = credentials[credential];
	const nodes = panels.map(({ operation: panel, parameters }, index) => {
		const [resource, operation] = panel.split('.');
		const chosen = operation === undefined ? { event: panel } : { resource, operation };
		return {
			name: panel,
			type: `n8n-nodes-chatbot-platforms.${node}`,
			typeVersion: 1,
			position: [224 * (index % COLUMNS), 208 * Math.floor(index / COLUMNS)],
			parameters: { ...chosen, ...parameters },
			credentials: { [credential]: { id, name } },
		};
	});
	return { name: `Panels of ${node}`, nodes, connections: {}, settings: { executionOrder: 'v1' } };
}

/** The lines of a text that are wanted, in the order in which they stand there. */
const linesOf = (text: string, wanted: string[]) => [
	...new Set(text.split('\n').filter((line) => wanted.includes(line))),
];

/** The panels of operations in their initial state, and the lists of pickers in them. */
export function panelTests(playground: () => Playground, editor: () => Editor): void {
	describe.each([...PANELS, ...TRIGGER_PANELS])('$node', (table) => {
		const { node, panels } = table;
		const lists = LISTS.filter((list) => list.node === node);
		let page: Page;

		beforeAll(async () => {
			const { api } = playground().n8n;
			const { id } = await api.createWorkflow(workflowOf(table, playground()));
			page = await editor().newPage();
			await openWorkflow(page, playground(), id);
		});

		afterEach(async () => {
			await closePanel(page);
		});

		afterAll(async () => {
			await page?.close();
		});

		it.each(panels)('shows the fields of $operation in order', async ({ operation, labels }) => {
			const panel = await openPanel(page, operation);
			const image = `panel-${fileName(`${node} ${operation}`)}`;
			await shoot(page, image);
			if (labels.length > LABELS_IN_VIEW) {
				await page.mouse.move(MIDDLE.x, MIDDLE.y);
				await page.mouse.wheel(0, END_OF_PANEL);
				await page.waitForTimeout(400);
				await shoot(page, `${image}-end`);
			}
			const shown = await textOf(panel, (text) => isEqual(linesOf(text, labels), labels));
			expect(linesOf(shown, labels)).toEqual(labels);
		});

		if (lists.length === 0) return;

		it.each(lists)('fills the list $label of $operation', async ({ operation, label, entry }) => {
			const panel = await openPanel(page, operation);
			const field = panel
				.locator('[data-test-id="parameter-item"], .parameter-item')
				.filter({ has: page.getByText(label, { exact: true }) });
			await field.locator('[data-test-id="rlc-input"], .el-select').last().click();
			const choices = page.locator('[data-test-id="rlc-item"]:visible, [role="option"]:visible');
			await choices.filter({ hasText: entry }).first().waitFor();
			await choices.nth(1).waitFor();
			await page.waitForTimeout(400);
			await shoot(page, `list-${fileName(`${node} ${label}`)}`);
		});
	});
}
