import {
	ExecuteContext,
	HookContext,
	LoadOptionsContext,
	RoutingNode,
	WebhookContext,
	WorkflowExecute,
} from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	INode,
	INodeListSearchResult,
	INodeParameters,
	INodeType,
	INodeTypes,
	IRun,
	IRunExecutionData,
	IWebhookData,
	IWebhookResponseData,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { Workflow, createEmptyRunExecutionData, createRunExecutionData } from 'n8n-workflow';

import { additionalData, nodeTypes } from './engine';

const PACK = 'n8n-nodes-chatbot-platforms';

/** One node of the pack as a workflow holds it. */
export interface Setup {
	node: string;
	parameters: INodeParameters;
	credentials: Record<string, ICredentialDataDecryptedObject>;
	timezone?: string;
}

/** An HTTP call as Express hands it to a webhook. */
export interface Received {
	body: unknown;
	headers?: Record<string, string>;
	query?: Record<string, unknown>;
}

/** What became of a call to a webhook. */
export interface Reception {
	/** What the node itself answered; undefined when it left that to n8n. */
	answer?: { status?: number; body?: unknown };
	result: IWebhookResponseData;
	/** The execution that n8n starts with the node's output; undefined when nothing starts. */
	run?: IRun;
}

function build({ node: name, parameters, credentials, timezone = 'Europe/Warsaw' }: Setup) {
	const node: INode = {
		id: 'node',
		name: 'Node',
		type: `${PACK}.${name}`,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: Object.fromEntries(
			Object.keys(credentials).map((type) => [type, { id: type, name: type }]),
		),
	};
	const settings = { timezone };
	const workflow = new Workflow({
		id: 'test',
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes,
		settings,
	});
	const type = nodeTypes.getByNameAndVersion(node.type) as INodeType;
	const [built] = Object.values(workflow.nodes);
	return { workflow, node: built, type, additionalData: additionalData(credentials) };
}

/** Calls a list search method of a node, as the editor does for a From List mode. */
export async function searchList(
	setup: Setup,
	method: string,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const { workflow, node, type, additionalData: data } = build(setup);
	data.currentNodeParameters = setup.parameters;
	const context = new LoadOptionsContext(workflow, node, data, 'parameters.locator');
	const search = type.methods?.listSearch?.[method];
	if (!search) throw new Error(`${setup.node} has no list search ${method}`);
	return await search.call(context, filter, paginationToken);
}

/** Activates a trigger: what n8n does with `webhookMethods` when a workflow is published. */
export async function activate(setup: Setup): Promise<boolean> {
	const { workflow, node, type, additionalData: data } = build(setup);
	const context = new HookContext(workflow, node, data, 'trigger', 'activate');
	const methods = type.webhookMethods?.default;
	if (!methods) throw new Error(`${setup.node} has no webhook methods`);
	if (await methods.checkExists.call(context)) return true;
	return await methods.create.call(context);
}

/** Hands a call to a trigger's webhook and, like n8n, starts the workflow with what it gives back. */
export async function receive(setup: Setup, call: Received): Promise<Reception> {
	const { workflow, node, type } = build(setup);
	const answer: Reception['answer'] = {};
	const httpResponse = {
		status(status: number) {
			answer.status = status;
			return httpResponse;
		},
		json(body: unknown) {
			answer.body = body;
			return httpResponse;
		},
	};
	const httpRequest = { headers: {}, query: {}, params: {}, method: 'POST', ...call };
	const data = Object.assign(additionalData(setup.credentials), { httpRequest, httpResponse });
	const webhook = { webhookDescription: type.description.webhooks?.[0] } as IWebhookData;
	const context = new WebhookContext(workflow, node, data, 'webhook', webhook, [], null);
	const result = (await type.webhook?.call(context)) ?? {};
	const run = result.workflowData ? await start(workflow, node, data, result) : undefined;
	return { answer: result.noWebhookResponse ? answer : undefined, result, run };
}

async function start(
	workflow: Workflow,
	node: INode,
	data: IWorkflowExecuteAdditionalData,
	{ workflowData = [] }: IWebhookResponseData,
): Promise<IRun> {
	const stack = [{ node, data: { main: workflowData }, source: null }];
	const runData: IRunExecutionData = createRunExecutionData({
		executionData: { nodeExecutionStack: stack },
	});
	return await new WorkflowExecute(data, 'webhook', runData).processRunExecutionData(workflow);
}

/** Runs a credential's test request as n8n's credential dialog does. Rejects when the service refuses. */
export async function testCredential(
	type: ICredentialType,
	credential: ICredentialDataDecryptedObject,
): Promise<unknown> {
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: 'test.temp',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [type.name]: { id: type.name, name: type.name } },
	};
	const request = type.test?.request;
	if (!request) throw new Error(`${type.name} has no test request`);
	const nodeType: INodeType = {
		description: {
			displayName: 'Temp',
			name: 'temp',
			group: ['transform'],
			version: 1,
			description: 'Carries the request',
			defaults: {},
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: type.name, required: true }],
			properties: [
				{ displayName: 'Temp', name: 'temp', type: 'string', routing: { request }, default: '' },
			],
		},
	};
	const types = { getByName: () => nodeType, getByNameAndVersion: () => nodeType };
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: types as unknown as INodeTypes,
	});
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData({ [type.name]: credential }),
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	const decrypted = { id: type.name, name: type.name, type: type.name, data: credential };
	return await new RoutingNode(context, nodeType, decrypted).runNode();
}
