import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypes,
	IRun,
	IRunExecutionData,
	IVersionedNodeType,
	IWorkflowExecuteAdditionalData,
	NodeApiError,
} from 'n8n-workflow';
import { NodeHelpers, Workflow } from 'n8n-workflow';

import { ChatBotCom } from '../nodes/ChatBotCom/ChatBotCom.node';
import { ChatBotComTrigger } from '../nodes/ChatBotCom/ChatBotComTrigger.node';
import { Koda } from '../nodes/Koda/Koda.node';
import { KodaTrigger } from '../nodes/Koda/KodaTrigger.node';
import { Koopid } from '../nodes/Koopid/Koopid.node';
import { KoreAi } from '../nodes/KoreAi/KoreAi.node';
import { KoreAiAdmin } from '../nodes/KoreAi/KoreAiAdmin.node';
import { KoreAiEventTrigger } from '../nodes/KoreAi/KoreAiEventTrigger.node';
import { KoreAiAnalytics } from '../nodes/KoreAi/KoreAiAnalytics.node';
import { KoreAiContactCenter } from '../nodes/KoreAi/KoreAiContactCenter.node';
import { KoreAiTrigger } from '../nodes/KoreAi/KoreAiTrigger.node';
import { Naxon } from '../nodes/Naxon/Naxon.node';
import { NaxonConversationTrigger } from '../nodes/Naxon/NaxonConversationTrigger.node';
import { NaxonTrigger } from '../nodes/Naxon/NaxonTrigger.node';
import { Credentials } from './credentials';

const PACK = 'n8n-nodes-chatbot-platforms';
const SOURCE = 'test.source';

/** Stands for whatever comes before: its pinned data are the items. */
const source: INodeType = {
	description: {
		displayName: 'Source',
		name: 'source',
		group: ['trigger'],
		version: 1,
		description: 'Items',
		defaults: {},
		inputs: [],
		outputs: ['main'],
		properties: [],
	},
};

/** By type; a benchmark adds others. */
export const implementations: Record<string, INodeType | IVersionedNodeType> = {
	[SOURCE]: source,
	...Object.fromEntries(
		[
			new ChatBotCom(),
			new ChatBotComTrigger(),
			new Koda(),
			new KodaTrigger(),
			new Koopid(),
			new KoreAi(),
			new KoreAiAdmin(),
			new KoreAiEventTrigger(),
			new KoreAiAnalytics(),
			new KoreAiContactCenter(),
			new KoreAiTrigger(),
			new Naxon(),
			new NaxonConversationTrigger(),
			new NaxonTrigger(),
		].map((node) => [`${PACK}.${node.description.name}`, node]),
	),
};

export const nodeTypes: INodeTypes = {
	getByName: (name) => implementations[name],
	getByNameAndVersion: (name, version) =>
		NodeHelpers.getVersionedNodeType(implementations[name], version),
	getKnownTypes: () => ({}),
};

export interface Job {
	/** The node's name in the pack, such as `koda`, or the type of another one. */
	node: string;
	typeVersion?: number;
	parameters: INodeParameters;
	/** Credential data by type; OAuth2 tokens are written back into it, as n8n does. */
	credentials: Record<string, ICredentialDataDecryptedObject>;
	/** Input items; one empty item when left out. */
	items?: INodeExecutionData[];
	/** Settings of the node: On Error, Retry On Fail and so on. */
	settings?: Partial<INode>;
	timezone?: string;
	/** An execution that failed, which n8n's Retry in the list of executions goes on with. */
	retryOf?: IRun;
	/** Called with the running execution, to cancel it. */
	onStart?: (execution: { cancel: () => void }) => unknown;
}

export interface Result {
	/** Items of the node's outputs. */
	outputs: INodeExecutionData[][];
	/** JSON of the first output's items. */
	json: IDataObject[];
	/** Why the workflow failed. */
	error?: NodeApiError;
	run: IRun;
}

/** Runs one node after a source of items in n8n's own engine. */
export async function runNode(job: Job): Promise<Result> {
	const node: INode = {
		id: 'node',
		name: 'Node',
		type: job.node.includes('.') ? job.node : `${PACK}.${job.node}`,
		typeVersion: job.typeVersion ?? 1,
		position: [200, 0],
		parameters: job.parameters,
		credentials: Object.fromEntries(
			Object.keys(job.credentials).map((type) => [type, { id: type, name: type }]),
		),
		...job.settings,
	};
	const start: INode = {
		id: 'source',
		name: 'Source',
		type: SOURCE,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const workflow = new Workflow({
		id: 'test',
		nodes: [start, node],
		connections: { Source: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
		active: false,
		nodeTypes,
		settings: { timezone: job.timezone ?? 'Europe/Warsaw' },
	});
	const pinData = { Source: job.items ?? [{ json: {} }] };
	const additional = additionalData(job.credentials);
	const execution = job.retryOf
		? new WorkflowExecute(
				additional,
				'retry',
				dataForRetry(job.retryOf, node),
			).processRunExecutionData(workflow)
		: new WorkflowExecute(additional, 'manual').run({ workflow, startNode: start, pinData });
	job.onStart?.(execution);
	const run = await execution;
	const data = run.data.resultData.runData.Node?.[0];
	const outputs = (data?.data?.main ?? []).map((items) => items ?? []);
	return {
		outputs,
		json: (outputs[0] ?? []).map(({ json }) => json),
		error: (data?.error ?? run.data.resultData.error) as NodeApiError | undefined,
		run,
	};
}

/**
 * What n8n's ExecutionService.retry makes of a stored execution (n8n 2.41, `executions/execution.service.js`), with the
 * node as the workflow has it now.
 */
function dataForRetry({ data }: IRun, node: INode): IRunExecutionData {
	const stored = JSON.parse(JSON.stringify(data)) as IRunExecutionData;
	delete stored.resultData.error;
	stored.resultData.runData[node.name].pop();
	for (const waiting of stored.executionData?.nodeExecutionStack ?? []) waiting.node = node;
	return stored;
}

/** What the engine needs of n8n around it. */
export function additionalData(credentials: Job['credentials']): IWorkflowExecuteAdditionalData {
	const workflowData = { id: 'test', name: 'test', nodes: [], connections: {}, active: false };
	return {
		credentialsHelper: new Credentials(credentials),
		hooks: new ExecutionLifecycleHooks('manual', '1', workflowData as never),
		executionId: '1',
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: '',
		instanceBaseUrl: '',
		webhookBaseUrl: 'http://127.0.0.1/webhook',
		webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
		formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
		setExecutionStatus: () => undefined,
		logAiEvent: () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;
}
