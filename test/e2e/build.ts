import { randomUUID } from 'node:crypto';
import type { Workflow, WorkflowNode } from '../../scripts/n8n/api';
import type { Playground } from '../../scripts/n8n/playground';

type Credential = { credentials: Playground['credentials'] };

/** Seconds after which a polling trigger looks again. */
export const EVERY_SECONDS = 6;

/** n8n looks once a minute at most for each entry of Poll Times, so there are many. */
export const POLL_TIMES = {
	item: Array.from({ length: 60 / EVERY_SECONDS }, (_, index) => ({
		mode: 'custom',
		cronExpression: `${index * EVERY_SECONDS} * * * * *`,
	})),
};

/** A node of the pack with one of the playground's credentials. */
export function packNode(
	{ credentials }: Credential,
	{ credential, ...node }: Omit<WorkflowNode, 'credentials'> & { credential: string },
): WorkflowNode {
	const { id, name } = credentials[credential];
	return {
		typeVersion: 1,
		...node,
		type: `n8n-nodes-chatbot-platforms.${node.type}`,
		credentials: { [credential]: { id, name } },
	};
}

/** Begins a workflow that is run by hand. */
export const START: WorkflowNode = {
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	parameters: {},
};

/** A webhook below `/webhook/` that answers at once. */
export const webhook = (path: string): WorkflowNode => ({
	name: 'Webhook',
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} },
	webhookId: path,
});

/** The rows that the webhook was sent, as items. */
export const ROWS: WorkflowNode = {
	name: 'Rows',
	type: 'n8n-nodes-base.splitOut',
	typeVersion: 1,
	parameters: { fieldToSplitOut: 'body.rows', options: {} },
};

/** A workflow in which each node follows the one before. */
export const chained = (name: string, nodes: WorkflowNode[]): Workflow => ({
	name,
	nodes: nodes.map((node, index) => ({ ...node, position: [220 * index, 0] })),
	connections: Object.fromEntries(
		nodes
			.slice(1)
			.map((node, index) => [
				nodes[index].name,
				{ main: [[{ node: node.name, type: 'main', index: 0 }]] },
			]),
	),
	settings: { executionOrder: 'v1' },
});

/** A workflow that answers ChatBot.com, which calls it by the name of its webhook; `reply` are fields of Reply. */
export const answering = (
	playground: Credential,
	webhookName: string,
	reply: Record<string, unknown>,
): Workflow =>
	chained(`ChatBot.com: ${webhookName}`, [
		packNode(playground, {
			name: 'ChatBot.com Trigger',
			type: 'chatBotComTrigger',
			parameters: { webhookName, responseMode: 'responseNode' },
			// n8n's REST API wants one, and no other workflow may have it.
			webhookId: randomUUID(),
			credential: 'chatBotComApi',
		}),
		packNode(playground, {
			name: 'Reply',
			type: 'chatBotCom',
			parameters: { resource: 'webhook', operation: 'reply', ...reply },
			credential: 'chatBotComApi',
		}),
	]);
