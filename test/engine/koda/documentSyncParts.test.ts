import { WorkflowExecute } from 'n8n-core';
import type { IConnections, INode, INodeParameters, INodeTypes } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { accounts } from '../../../engine/credentials';
import { additionalData, nodeTypes } from '../../../engine/runNode';
import { BOT, byId, itemsOf } from '../../../engine/jobs';
import { useKoda } from '../../support/koda';
import { articles, keyed, mirror, sync, writes } from '../../support/kodaDocuments';

/** Document: Sync in workflows that give it its items in parts. */
const bench = useKoda();

const PINNED = 'test.source';
const LOOP = 'n8n-nodes-base.splitInBatches';

/** Loop Over Items is pinned here, so that any node may stand for it. */
const types: INodeTypes = {
	...nodeTypes,
	getByNameAndVersion: (name) => nodeTypes.getByNameAndVersion(name === LOOP ? PINNED : name),
};

type Wires = Record<string, string[][]>;

const connections = (wires: Wires): IConnections =>
	Object.fromEntries(
		Object.entries(wires).map(([from, outputs]) => [
			from,
			{ main: outputs.map((to) => to.map((node) => ({ node, type: 'main' as const, index: 0 }))) },
		]),
	);

/** Runs Sync in a workflow of this shape; `First` and `Loop` give the first five articles, `Second` the others. */
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
			node('Loop', LOOP),
			node('Body', PINNED),
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
		nodeTypes: types,
	});
	const half = itemsOf(articles(5));
	const { data } = await new WorkflowExecute(additionalData(credentials), 'manual').run({
		workflow,
		startNode: workflow.getNode('First')!,
		pinData: { First: half, Loop: half, Second: itemsOf(articles(5, 6)) },
	});
	return (data.resultData.runData.Sync ?? []).map(({ error }) => error);
}

/** Two branches end in the node: it runs once for each. */
const branches: Wires = { First: [['Sync', 'Second']], Second: [['Sync']] };
const inLoop: Wires = { First: [['Loop']], Loop: [['Sync']], Sync: [['Loop']] };
const behindLoop: Wires = { First: [['Loop']], Loop: [['Sync'], ['Body']], Body: [['Loop']] };

const message =
	"'Delete Missing' is on, but this node runs several times in one execution, each time with a part of the items";

test('a second run in one execution deletes nothing that the first has made', async () => {
	const [first, second] = await runIn(branches, mirror);
	expect(first).toBeUndefined();
	expect(second?.message).toBe(message);
	expect(second).toMatchObject({ description: expect.stringContaining('Merge') as unknown });
	expect(await keyed(bench)).toHaveLength(5);
	expect((await writes(bench)).map(([what]) => what)).toEqual(Array(5).fill('create'));
});

test('without Delete Missing it goes on', async () => {
	expect(await runIn(branches, sync)).toEqual([undefined, undefined]);
	expect(await keyed(bench)).toHaveLength(10);
});

test('in Loop Over Items it is refused before anything is sent', async () => {
	const [error] = await runIn(inLoop, mirror);
	expect(error?.message).toBe(message);
	await bench.expectSilence();
});

test('behind the loop it is not', async () => {
	expect(await runIn(behindLoop, mirror)).toEqual([undefined]);
	expect(await keyed(bench)).toHaveLength(5);
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
