import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { triggerOf } from '../../scripts/n8n/api';
import { demonstrations } from '../../scripts/n8n/demonstrations';
import { startEditor, type Editor } from '../../scripts/n8n/editor';
import { startInstance } from '../../scripts/n8n/instance';
import {
	startPlayground,
	type ImportedWorkflow,
	type Playground,
} from '../../scripts/n8n/playground';
import { fileName, openExecution, openPanel } from './editor/browser';

const IMAGES = join(__dirname, '..', '..', 'docs', 'images');
const LARGEST_BYTES = 150_000;

/** Room for the names below nodes, and beside them. */
const AROUND = { x: 60, y: 28, below: 84 };

/** What is around a workflow and not of it; notes say what the pages say, too. */
const BESIDE = [
	'canvas-background',
	'canvas-controls',
	'canvas-minimap',
	'execution-preview-details',
	'floating-nodes',
	'logs-panel',
	'sticky',
];

/** Sizes of the window for a workflow and for the panel of a node. */
const CANVAS = { width: 2200, height: 1000 };
const PANEL = { width: 1500, height: 760 };

interface Picture {
	name: string;
	workflow: string;
	/** The first node to be seen. */
	from?: string;
	/** An output of a node, whose panel is a picture of its own, named after it. */
	branch?: { node: string; name: string };
}

/** The pictures of README and the guides. */
const PICTURES: Picture[] = [
	{
		name: 'campaign',
		workflow: 'win-back-campaign',
		from: 'Rows',
		branch: { node: 'Create Call Lists', name: 'Rejected' },
	},
	{ name: 'moderation', workflow: 'take-over-a-chat' },
	{ name: 'knowledge-base', workflow: 'docs-to-knowledge-base' },
	{ name: 'keyword-alert', workflow: 'keyword-alert' },
	{ name: 'agent', workflow: 'support-agent-with-tools' },
];

const THEMES = ['light', 'dark'] as const;

let playground: Playground | undefined;
let editor: Editor | undefined;
let page: Page;

function running(): Playground {
	if (playground === undefined) throw new Error('The playground did not start.');
	return playground;
}

/** Runs a workflow as `npm start` does, else by its own trigger; answers the execution. */
async function run(workflow: ImportedWorkflow): Promise<string> {
	const { api } = running().n8n;
	const shown = demonstrations.find((one) => one.workflow === workflow.file);
	if (shown === undefined) await api.finished(await api.run(workflow.id, triggerOf(workflow)));
	else await shown.run(running(), workflow);
	const [id] = await api.executionIds(workflow.id);
	return id;
}

/** The part of the page that the nodes take, from the one named `from` on. */
async function placeOfNodes(from?: string) {
	const boxes = await page.locator('[data-test-id="canvas-node"]').evaluateAll((nodes) =>
		nodes.map((node) => {
			const { left, top, right, bottom } = node.getBoundingClientRect();
			return { name: node.dataset.nodeName, left, top, right, bottom };
		}),
	);
	const start = boxes.find(({ name }) => name === from)?.left ?? 0;
	const own = boxes.filter(({ left }) => left >= start);
	const x = Math.min(...own.map(({ left }) => left)) - AROUND.x;
	const y = Math.min(...own.map(({ top }) => top)) - AROUND.y;
	const width = Math.max(...own.map(({ right }) => right)) + AROUND.x - x;
	const height = Math.max(...own.map(({ bottom }) => bottom)) + AROUND.below - y;
	return { x, y, width, height };
}

type Clip = NonNullable<Parameters<Page['screenshot']>[0]>['clip'];

/** Keeps a part of the page as docs/images/<name>-<theme>.png. */
async function keep(name: string, theme: string, clip?: Clip) {
	const path = join(IMAGES, `${name}-${theme}.png`);
	await page.screenshot({ path, clip });
	expect(statSync(path).size).toBeLessThan(LARGEST_BYTES);
}

beforeAll(async () => {
	mkdirSync(IMAGES, { recursive: true });
	playground = await startPlayground(startInstance);
	editor = await startEditor(playground.n8n);
	page = await editor.newPage();
});

afterAll(async () => {
	await editor?.close();
	await playground?.stop();
});

describe.each(PICTURES)('$name', ({ name, workflow: file, from, branch }) => {
	let execution: string;

	beforeAll(async () => {
		const workflow = running().workflows.find((candidate) => candidate.file === file);
		if (workflow === undefined) throw new Error(`workflows/${file}.json is missing.`);
		execution = await run(workflow);
	});

	it.each(THEMES)('is kept in %s', async (colorScheme) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize(CANVAS);
		await openExecution(page, running(), execution);
		const hidden = BESIDE.map((id) => `[data-test-id^="${id}"]`).join(', ');
		await page.addStyleTag({ content: `${hidden} { visibility: hidden !important; }` });
		await page.waitForTimeout(1500);
		await keep(name, colorScheme, await placeOfNodes(from));
		if (branch === undefined) return;
		await page.setViewportSize(PANEL);
		const panel = await openPanel(page, branch.node);
		await panel.getByText(branch.name).last().click();
		await page.waitForTimeout(1000);
		await keep(fileName(branch.name), colorScheme, (await panel.boundingBox()) ?? undefined);
	});
});
