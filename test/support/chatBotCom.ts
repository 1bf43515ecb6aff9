import Ajv from 'ajv';
import { LoadOptionsContext } from 'n8n-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeParameters,
	INodePropertyOptions,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { parse } from 'yaml';

import { ChatBotCom } from '../../nodes/ChatBotCom/ChatBotCom.node';
import { idOf, type ChatBotComState } from '../../sandbox/vendors/chatBotCom/state';
import type { LoggedRequest, Sandbox } from '../../scripts/sandbox';
import { accounts } from '../../engine/credentials';
import { additionalData, nodeTypes, runNode, type Job, type Result } from '../../engine/runNode';
import { useSandbox } from './sandbox';

const ROOT = join(__dirname, '..', '..');

/** IDs of the seeds: the n-th user, chat and phrase, and what is there by name. */
export const userId = (index: number) => idOf(`user ${index}`);
export const chatId = (index: number) => idOf(`chat ${index}`);
export const phraseId = (index: number) => idOf(`phrase ${index}`);
export const segmentId = (name: string) => idOf(`segment ${name}`);
export const storyId = (name: string) => idOf(`story ${name}`);
export const entityId = (name: string) => idOf(`entity ${name}`);

/** An ID that the sandbox does not know. */
export const UNKNOWN = '000000000000000000000000';

export const SKIP_FAILED = { settings: { onError: 'continueRegularOutput' as const } };

/** The credentials of a ChatBot.com node at the sandbox, with changes. */
export const chatBotAccount = (url: string, changes: ICredentialDataDecryptedObject = {}) => ({
	chatBotComApi: { ...accounts(url).chatBotComApi, ...changes },
});

/** Runs an operation of the ChatBot.com node: `user.get` and so on. */
export async function runChatBot(
	url: string,
	operationId: string,
	parameters: INodeParameters = {},
	job: Partial<Job> = {},
): Promise<Result> {
	const [resource, operation] = operationId.split('.');
	return await runNode({
		node: 'chatBotCom',
		credentials: chatBotAccount(url),
		parameters: { resource, operation, ...parameters },
		...job,
	});
}

/** The error item's words, and what it is linked to. */
export interface ErrorItem {
	message: string;
	description: string;
	httpCode: string | null;
	cause: string | null;
	pairedItem: unknown;
}

/** Reads an error item. */
export function errorOf({ json, pairedItem }: Result['outputs'][0][0]): ErrorItem {
	expect(Object.keys(json)).toEqual(['error', 'details']);
	const details = json.details as Omit<ErrorItem, 'message' | 'pairedItem'>;
	return { message: json.error as string, ...details, pairedItem };
}

type JobRest = Partial<Omit<Job, 'node' | 'parameters'>>;

export interface ChatBotBench {
	sandbox: () => Sandbox;
	run: (operationId: string, parameters?: INodeParameters, rest?: JobRest) => Promise<Result>;
	/** The same with On Error set to continue; one error item is expected. */
	runToError: (
		operationId: string,
		parameters?: INodeParameters,
		rest?: JobRest,
	) => Promise<ErrorItem>;
	/** What was sent, oldest first: everything, or for one operation of the contract. */
	sent: (operationId?: string) => Promise<LoggedRequest[]>;
	/** The only request there was. */
	onlySent: () => Promise<LoggedRequest>;
	state: () => Promise<ChatBotComState>;
	/** The next answers to an operation are made up, as sandbox/faults.ts describes. */
	fault: (operationId: string, fault: object) => Promise<unknown>;
	/** The next answer to an operation has status 200 and this body. */
	answerWith: (operationId: string, body: unknown, rest?: object) => Promise<unknown>;
}

/** The sandbox, and what the ChatBot.com suites do with it. */
export function useChatBot(): ChatBotBench {
	const sandbox = useSandbox();
	const run: ChatBotBench['run'] = async (operationId, parameters, rest) =>
		await runChatBot(sandbox().url, operationId, parameters, rest);
	const sent: ChatBotBench['sent'] = async (operationId) =>
		await sandbox().requests('chatbot-com', operationId);
	const fault: ChatBotBench['fault'] = async (operationId, rest) =>
		await sandbox().control('faults', { vendor: 'chatbot-com', operationId, ...rest });
	return {
		sandbox,
		run,
		runToError: async (operationId, parameters, rest) => {
			const { outputs, error } = await run(operationId, parameters, { ...rest, ...SKIP_FAILED });
			if (error) throw error;
			expect(outputs[0]).toHaveLength(1);
			return errorOf(outputs[0][0]);
		},
		sent,
		onlySent: async () => {
			const requests = await sent();
			expect(requests).toHaveLength(1);
			return requests[0];
		},
		state: async () => await sandbox().state<ChatBotComState>('chatbot-com'),
		fault,
		answerWith: async (operationId, body, rest = {}) =>
			await fault(operationId, { kind: 'status', status: 200, body, ...rest }),
	};
}

const document = parse(
	readFileSync(join(ROOT, 'contracts', 'chatbot-com.openapi.yaml'), 'utf8'),
) as { paths: Record<string, Record<string, { operationId?: string; 'x-evidence'?: string }>> };

/** What the contract says of one operation; the path has `{placeholders}`. */
export interface ContractOperation {
	operationId: string;
	method: string;
	path: string;
	evidence: string;
}

/** The operations of contracts/chatbot-com.openapi.yaml. */
export const contractOperations: ContractOperation[] = Object.entries(document.paths).flatMap(
	([path, verbs]) =>
		Object.entries(verbs).flatMap(([verb, { operationId, 'x-evidence': evidence }]) =>
			operationId
				? { operationId, method: verb.toUpperCase(), path, evidence: evidence ?? '' }
				: [],
		),
);

/** One operation of the contract. */
export function contractOf(operationId: string): ContractOperation {
	const found = contractOperations.find((operation) => operation.operationId === operationId);
	if (!found) throw new Error(`The contract has no ${operationId}`);
	return found;
}

const ajv = new Ajv({ strict: false, allErrors: true });

/**
 * Asserts that an output item is what the editor shows before the first run: valid against the schema file,
 * and with its very fields, no more and no fewer.
 */
export function expectFitsSchema(operationId: string, json: IDataObject): void {
	const folder = join(ROOT, 'nodes', 'ChatBotCom', '__schema__', 'v1.0.0');
	const file = join(folder, `${operationId.replace('.', '/')}.json`);
	const { version: _, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as {
		version: number;
		properties: IDataObject;
	};
	ajv.validate(schema, json);
	expect(ajv.errors ?? []).toEqual([]);
	expect(Object.keys(json).sort()).toEqual(Object.keys(schema.properties).sort());
}

/** Calls a loader of a list to choose several from, as the editor does. */
export async function loadOptions(
	credentials: Record<string, ICredentialDataDecryptedObject>,
	method: keyof ChatBotCom['methods']['loadOptions'],
): Promise<INodePropertyOptions[]> {
	const node: INode = {
		id: 'node',
		name: 'Node',
		type: 'n8n-nodes-chatbot-platforms.chatBotCom',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { chatBotComApi: { id: 'chatBotComApi', name: 'chatBotComApi' } },
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const data = Object.assign(additionalData(credentials), { currentNodeParameters: {} });
	const context = new LoadOptionsContext(workflow, node, data, 'parameters.segments');
	return await new ChatBotCom().methods.loadOptions[method].call(context);
}
