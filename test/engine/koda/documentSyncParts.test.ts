import { WorkflowExecute } from 'n8n-core';
import type {
	IConnections,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypes,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { accounts } from '../../../engine/credentials';
import { additionalData, nodeTypes } from '../../../engine/runNode';
import { BOT, byId, itemsOf } from '../../../engine/jobs';
import { useKoda } from '../../support/koda';
import { articles, keyed, mirror, sync } from '../../support/kodaDocuments';
import { testEach } from '../../support/sandbox';

/** Document: Sync in workflows that give it its items in parts. */
const bench = useKoda();

const PINNED = 'test.source';

/** How a node hands its items on; each is the type of a node in the workflows below. */
const handing: Record<string, (this: IExecuteFunctions) => INodeExecutionData[][]> = {
	on() {
		return [this.getInputData()];
	},
	/** As If does when all items are alike. */
	toFirst() {
		return [this.getInputData(), []];
	},
	toBoth() {
		return [this.getInputData(), this.getInputData()];
	},
	/** As Loop Over Items does with two batches. */
	inLoop() {
		const { $, $runIndex } = this.getWorkflowDataProxy(0) as unknown as {
			$: (node: string) => { all: () => INodeExecutionData[] };
			$runIndex: number;
		};
		const items = $('First').all();
		const batches = [items.slice(0, 3), items.slice(3)];
		return $runIndex < batches.length ? [[], batches[$runIndex]] : [items, []];
	},
	together() {
		return [[0, 1].flatMap((input) => this.getInputData(input) ?? [])];
	},
};

const MERGE = 'test.together';

const types: INodeTypes = {
	...nodeTypes,
	getByNameAndVersion: (type) => {
		const execute = handing[type.split('.')[1]];
		if (!execute || type === PINNED) return nodeTypes.getByNameAndVersion(type);
		const { description } = nodeTypes.getByNameAndVersion(PINNED) as INodeType;
		const inputs = type === MERGE ? ['main', 'main'] : ['main'];
		return {
			description: { ...description, inputs, outputs: ['main', 'main'] } as typeof description,
			execute: async function () {
				return await Promise.resolve(execute.call(this));
			},
		};
	},
};

/** By node, what each output leads to: a name, or `name 1` for the second input. */
type Wires = Record<string, string[][]>;

const connections = (wires: Wires): IConnections =>
	Object.fromEntries(
		Object.entries(wires).map(([from, outputs]) => [
			from,
			{
				main: outputs.map((to) =>
					to.map((target) => {
						const [node, index = 0] = target.split(' ');
						return { node, type: 'main' as const, index: Number(index) };
					}),
				),
			},
		]),
	);

/**
 * Runs Sync in a workflow of this shape, which begins with `First`; that gives the first five articles, `Second` the
 * others. Answers the error of each run.
 */
async function runIn(wires: Wires, parameters: INodeParameters, settings: Partial<INode> = {}) {
	const credentials = accounts(bench.sandbox().url);
	const node = (name: string, type: string, rest: Partial<INode> = {}): INode => ({
		...{ id: name, name, type, typeVersion: 1, position: [0, 0], parameters: {} },
		...rest,
	});
	const workflow = new Workflow({
		id: 'test',
		nodes: [
			node('First', PINNED),
			node('Second', PINNED),
			node('Other', PINNED),
			node('Loop', 'test.inLoop'),
			node('Merge', MERGE),
			node('If', 'test.toFirst'),
			node('Both', 'test.toBoth'),
			node('Body', 'test.on'),
			node('Sync', 'n8n-nodes-chatbot-platforms.koda', {
				parameters: { bot: byId(BOT), ...parameters },
				credentials: Object.fromEntries(
					Object.keys(credentials).map((type) => [type, { id: type, name: type }]),
				),
				...settings,
			}),
		],
		connections: connections(wires),
		active: false,
		settings: { executionOrder: 'v1' },
		nodeTypes: types,
	});
	const { data } = await new WorkflowExecute(additionalData(credentials), 'manual').run({
		workflow,
		startNode: workflow.getNode('First')!,
		pinData: { First: itemsOf(articles(5)), Second: itemsOf(articles(5, 6)) },
	});
	return (data.resultData.runData.Sync ?? []).map(({ error }) => error);
}

/** Two branches end in the node: it runs once for each. */
const branches: Wires = { First: [['Sync', 'Second']], Second: [['Sync']] };

const message =
	"'Delete Missing' is on, but this node can run several times in one execution, each time with a part of the items";

const all = itemsOf(articles(10));

/** Runs Sync in the workflow where the ten documents are there already; answers its errors, and how many are left. */
async function mirrorIn(wires: Wires) {
	expect((await bench.run(sync, { items: all })).error).toBeUndefined();
	const errors = await runIn(wires, mirror);
	return [errors.map((error) => error?.message), (await keyed(bench)).length];
}

interface Wired {
	name: string;
	wires: Wires;
}

testEach<Wired>(
	'a node that can be given its items in parts deletes nothing',
	[
		{ name: 'two branches', wires: branches },
		{
			name: 'two branches into the node before it',
			wires: { First: [['Body', 'Second']], Second: [['Body']], Body: [['Sync']] },
		},
		{
			name: 'both outputs of a node',
			wires: { First: [['Both']], Both: [['Sync'], ['Sync']] },
		},
		{
			name: 'both outputs of a node, one of them by another',
			wires: { First: [['Both']], Both: [['Sync'], ['Body']], Body: [['Sync']] },
		},
		{
			name: 'in Loop Over Items',
			wires: { First: [['Loop']], Loop: [[], ['Sync']], Sync: [['Loop']] },
		},
		{
			name: 'beside the way back to Loop Over Items',
			wires: { First: [['Loop']], Loop: [[], ['Body']], Body: [['Sync', 'Loop']] },
		},
		{
			name: 'in a loop that an If ends',
			wires: { First: [['Sync']], Sync: [['If']], If: [[], ['Sync']] },
		},
	],
	async ({ wires }) => {
		expect(await mirrorIn(wires)).toEqual([[message], 10]);
	},
);

testEach<Wired & { left: number }>(
	'one that is given all items at once goes on',
	[
		{
			name: 'behind Loop Over Items',
			wires: { First: [['Loop']], Loop: [['Sync'], ['Body']], Body: [['Loop']] },
			left: 5,
		},
		{
			name: 'two triggers',
			wires: { First: [['Sync']], Other: [['Sync']] },
			left: 5,
		},
		{
			name: 'two triggers into the node before it',
			wires: { First: [['Body']], Other: [['Body']], Body: [['Sync']] },
			left: 5,
		},
		{
			name: 'both outputs of an If, one without items',
			wires: { First: [['If']], If: [['Sync'], ['Sync']] },
			left: 5,
		},
		{
			name: 'both branches of an If, one without items',
			wires: { First: [['If']], If: [['Body'], ['Other']], Body: [['Sync']], Other: [['Sync']] },
			left: 5,
		},
		{
			name: 'branches that a Merge brings together',
			wires: { First: [['Merge', 'Second']], Second: [['Merge 1']], Merge: [['Sync']] },
			left: 10,
		},
	],
	async ({ wires, left }) => {
		expect(await mirrorIn(wires)).toEqual([[undefined], left]);
	},
);

test('the message says what to do, and nothing is sent', async () => {
	const [error] = await runIn(branches, mirror);
	expect(error?.message).toBe(message);
	expect(error).toMatchObject({ description: expect.stringContaining('Merge') as unknown });
	await bench.expectSilence();
});

test('without Delete Missing it goes on', async () => {
	expect(await runIn(branches, sync)).toEqual([undefined, undefined]);
	expect(await keyed(bench)).toHaveLength(10);
});

test("n8n's Retry On Fail is the same run", async () => {
	await bench.sandbox().control('faults', {
		vendor: 'koda',
		operationId: 'document.create',
		kind: 'status',
		status: 400,
	});
	const retry = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };
	expect(await runIn({ First: [['Sync']] }, mirror, retry)).toEqual([undefined]);
	expect(await keyed(bench)).toHaveLength(5);
});
