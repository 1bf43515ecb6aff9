import { SupplyDataContext } from 'n8n-core';
import { makeHandleToolInvocation } from 'n8n-core/dist/execution-engine/node-execution-context/utils/get-input-connection-data';
import type { IExecuteData, INode } from 'n8n-workflow';
import { NodeConnectionTypes, Workflow, createRunExecutionData } from 'n8n-workflow';

import { Koda } from '../../nodes/Koda/Koda.node';
import { accounts } from '../../engine/credentials';
import { additionalData, nodeTypes, runNode } from '../../engine/runNode';
import { BOT, byId } from '../../engine/jobs';
import { useSandbox } from '../support/sandbox';

/** As a tool of an AI agent: n8n gives the node the agent's execution, the same one for every call. */
const sandbox = useSandbox();

const agent: INode = {
	id: 'agent',
	name: 'Agent',
	type: 'test.source',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

async function tool(settings: Partial<INode> = {}) {
	const credentials = accounts(sandbox().url);
	const { json } = await runNode({
		node: 'koda',
		credentials,
		parameters: { resource: 'chat', operation: 'getAll', bot: byId(BOT), limit: 1 },
	});
	const node: INode = {
		...agent,
		id: 'tool',
		name: 'Tool',
		type: 'n8n-nodes-chatbot-platforms.koda',
		credentials: { kodaOAuth2Api: { id: 'kodaOAuth2Api', name: 'KODA' } },
		parameters: {
			resource: 'chat',
			operation: 'sendModeratorMessage',
			bot: byId(BOT),
			chat: byId(String(json[0].platform_user_id)),
			message: 'Yes',
		},
		...settings,
	};
	const workflow = new Workflow({
		id: 'test',
		nodes: [agent, node],
		connections: {},
		active: false,
		nodeTypes,
	});
	const run = createRunExecutionData();
	const execution: IExecuteData = { node: agent, data: { main: [[{ json: {} }]] }, source: null };
	const context = (runIndex: number) =>
		new SupplyDataContext(
			workflow,
			workflow.getNode('Tool')!,
			additionalData(credentials),
			'manual',
			run,
			runIndex,
			[{ json: {} }],
			{},
			NodeConnectionTypes.AiTool,
			execution,
			[],
			undefined,
			agent,
		);
	return makeHandleToolInvocation(context, node, new Koda(), run);
}

const sent = async () => (await sandbox().requests('koda', 'chat.sendModeratorMessage')).length;

test('the same call twice is sent twice', async () => {
	const invoke = await tool();
	expect(JSON.parse(await invoke({}))).toEqual([{ success: true }]);
	expect(JSON.parse(await invoke({}))).toEqual([{ success: true }]);
	expect(await sent()).toBe(2);
});

test('a call whose answer got lost is not sent again by Retry On Fail', async () => {
	await sandbox().control('faults', {
		vendor: 'koda',
		operationId: 'chat.sendModeratorMessage',
		kind: 'reset',
		applyFirst: true,
		count: 9,
	});
	const invoke = await tool({ retryOnFail: true, maxTries: 3, waitBetweenTries: 1 });
	await expect(invoke({})).rejects.toThrow('whether the operation took effect is unknown');
	expect(await sent()).toBe(1);
});
