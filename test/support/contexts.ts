import { createHash } from 'node:crypto';
import {
	ExecuteContext,
	HookContext,
	LoadOptionsContext,
	PollContext,
	RoutingNode,
	WebhookContext,
	WorkflowExecute,
} from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IN8nHttpFullResponse,
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

import { additionalData, nodeTypes } from '../../engine/runNode';

const PACK = 'n8n-nodes-chatbot-platforms';

/** One node of the pack as a workflow holds it. */
export interface Setup {
	node: string;
	parameters: INodeParameters;
	credentials: Record<string, ICredentialDataDecryptedObject>;
	timezone?: string;
	/** What n8n keeps for the workflow across restarts. */
	staticData?: IDataObject;
	/** Whether the workflow is published; otherwise the editor listens for a test event. */
	active?: boolean;
	/** Where n8n has its webhooks. */
	webhookBaseUrl?: string;
	/** What n8n gives a node with webhooks, for its addresses. */
	webhookId?: string;
	/** What comes after the node, one behind the other. */
	after?: Array<Pick<INode, 'name' | 'type' | 'parameters' | 'credentials' | 'onError'>>;
}

/** An HTTP call as Express hands it to a webhook. */
export interface Received {
	/** POST when left out. */
	method?: 'GET' | 'POST';
	body?: unknown;
	headers?: Record<string, string>;
	query?: Record<string, unknown>;
	/** The variables of the webhook's path. */
	params?: Record<string, string>;
}

/** An answer as Express is given it. */
export interface Answer {
	status?: number;
	type?: string;
	body?: unknown;
}

/** What became of a call to a webhook. */
export interface Reception {
	/** What the node itself answered; undefined when it left that to n8n. */
	answer?: Answer;
	/** What nodes of the workflow answered; n8n sends the first of it if the webhook's response mode says so. */
	replies: IN8nHttpFullResponse[];
	/** The response mode, as n8n evaluates it. */
	responseMode: unknown;
	result: IWebhookResponseData;
	/** The execution that n8n starts with the node's output; undefined when nothing starts. */
	run?: IRun;
}

function build(setup: Setup) {
	const { node: name, parameters, credentials, timezone = 'Europe/Warsaw', staticData } = setup;
	const { active = false, after = [], webhookBaseUrl, webhookId } = setup;
	const node: INode = {
		id: 'node',
		name: 'Node',
		type: `${PACK}.${name}`,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		...(webhookId === undefined ? {} : { webhookId }),
		credentials: Object.fromEntries(
			// Other data are another credential, but for its token: a trigger may remember one for some seconds.
			Object.entries(credentials).map(([type, { oauthTokenData: _token, ...data }]) => [
				type,
				{
					id: createHash('sha1')
						.update(JSON.stringify([type, data]))
						.digest('hex'),
					name: type,
				},
			]),
		),
	};
	const settings = { timezone };
	const nodes = [
		node,
		...after.map(
			(one, index): INode => ({
				id: `after-${index}`,
				typeVersion: 1,
				position: [0, 0],
				...one,
			}),
		),
	];
	const workflow = new Workflow({
		id: 'test',
		name: 'Test workflow',
		nodes,
		connections: Object.fromEntries(
			after.map((one, index) => [
				nodes[index].name,
				{ main: [[{ node: one.name, type: 'main', index: 0 }]] },
			]),
		),
		active,
		nodeTypes,
		settings,
		staticData,
	});
	const type = nodeTypes.getByNameAndVersion(node.type) as INodeType;
	const [built] = Object.values(workflow.nodes);
	const data = additionalData(credentials);
	if (webhookBaseUrl !== undefined) {
		Object.assign(data, { webhookBaseUrl, webhookTestBaseUrl: `${webhookBaseUrl}-test` });
	}
	return { workflow, node: built, type, additionalData: data };
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

function hooksOf(setup: Setup) {
	const { workflow, node, type, additionalData: data } = build(setup);
	const methods = type.webhookMethods?.default;
	if (!methods) throw new Error(`${setup.node} has no webhook methods`);
	const webhook = { isTest: setup.active !== true } as IWebhookData;
	return {
		methods,
		contextOf: (mode: 'trigger' | 'internal', activation: 'activate' | 'update') =>
			new HookContext(workflow, node, data, mode, activation, webhook),
	};
}

/** Activates a trigger: what n8n does with `webhookMethods` when a workflow is published. */
export async function activate(setup: Setup): Promise<boolean> {
	const { methods, contextOf } = hooksOf(setup);
	const context = contextOf('trigger', 'activate');
	if (await methods.checkExists.call(context)) return true;
	return await methods.create.call(context);
}

/** The opposite: when a workflow is unpublished, or the editor has stopped listening. */
export async function deactivate(setup: Setup): Promise<boolean> {
	const { methods, contextOf } = hooksOf(setup);
	return await methods.delete.call(contextOf('internal', 'update'));
}

const QUIET = { debug() {}, info() {}, error() {} };

/** What a poll gave, and what n8n keeps of it. */
export interface Polled {
	/** JSON of the items that start the workflow; none when nothing starts. */
	json: IDataObject[];
	/** What was written to n8n's log. */
	warnings: string[];
	/** For the `staticData` of the next poll: plain data, as n8n's database gives it back. */
	staticData: IDataObject;
}

/** Polls a trigger as n8n does at each interval, or, `manual`, by the button Fetch Test Event. */
export async function pollTrigger(
	setup: Setup,
	mode: 'trigger' | 'manual' = 'trigger',
): Promise<Polled> {
	const { workflow, node, type, additionalData: data } = build(setup);
	const context = new PollContext(workflow, node, data, mode, 'activate');
	if (!type.poll) throw new Error(`${setup.node} does not poll`);
	const warnings: string[] = [];
	const logger = { ...QUIET, warn: (message: string) => void warnings.push(message) };
	Object.defineProperty(context, 'logger', { value: logger });
	const outputs = await type.poll.call(context);
	return {
		warnings,
		json: (outputs ?? []).flat().map(({ json }) => json),
		staticData: JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject,
	};
}

/** Hands a call to a trigger's webhook and, like n8n, starts the workflow with what it gives back. `manual`: while the editor listens. */
export async function receive(
	setup: Setup,
	call: Received,
	mode: 'webhook' | 'manual' = 'webhook',
): Promise<Reception> {
	const { workflow, node, type, additionalData: data } = build(setup);
	const answer: Answer = {};
	const httpResponse = {
		status(status: number) {
			answer.status = status;
			return httpResponse;
		},
		type(contentType: string) {
			answer.type = contentType;
			return httpResponse;
		},
		json(body: unknown) {
			answer.body = body;
			return httpResponse;
		},
		send(body: unknown) {
			answer.body = body;
			return httpResponse;
		},
	};
	const httpRequest = { headers: {}, query: {}, params: {}, method: 'POST', ...call };
	Object.assign(data, { httpRequest, httpResponse });
	const replies: IN8nHttpFullResponse[] = [];
	data.hooks?.addHandler('sendResponse', (response) => {
		replies.push(response as IN8nHttpFullResponse);
	});
	const { webhooks = [] } = type.description;
	const description =
		webhooks.find(({ httpMethod }) => httpMethod === httpRequest.method) ?? webhooks[0];
	const webhook = { webhookDescription: description } as IWebhookData;
	const context = new WebhookContext(workflow, node, data, mode, webhook, [], null);
	const result = (await type.webhook?.call(context)) ?? {};
	const run = result.workflowData ? await start(workflow, node, data, result) : undefined;
	const responseMode = workflow.expression.getSimpleParameterValue(
		node,
		description.responseMode,
		'webhook',
		{},
	);
	return {
		answer: result.noWebhookResponse ? answer : undefined,
		replies,
		responseMode,
		result,
		run,
	};
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
