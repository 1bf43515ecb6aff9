import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { accounts } from '../../engine/credentials';
import { runNode, type Job, type Result } from '../../engine/runNode';
import { getConversation, itemsOf } from '../../engine/jobs';
import { useSandbox } from './sandbox';

/** What the sandbox remembers of Naxon; times are milliseconds since 1970. */
export interface NaxonState {
	models: Array<{ id: number; name: string; createdAt: number }>;
	conversations: Array<{
		id: number;
		modelId: number;
		createdAt: number;
		updatedAt: number;
		platformUserId: string;
		messages: Array<{ id: number }>;
	}>;
}

/** The credentials of a Naxon node at the sandbox, with changes. */
export const naxonAccount = (url: string, changes: Record<string, string> = {}) => ({
	naxonApi: { ...accounts(url).naxonApi, ...changes },
});

/** Runs an operation of the Naxon node: `conversation.get` and so on. */
export async function runNaxon(
	url: string,
	operationId: string,
	parameters: INodeParameters = {},
	job: Partial<Job> = {},
): Promise<Result> {
	const [resource, operation] = operationId.split('.');
	return await runNode({
		node: 'naxon',
		credentials: naxonAccount(url),
		parameters: { resource, operation, ...parameters },
		...job,
	});
}

export const pairs = (items: INodeExecutionData[]) =>
	items.map(({ pairedItem }) => (pairedItem as { item: number } | undefined)?.item);

/** The first of the sandbox's conversations; the others count on from it. */
export const FIRST_ID = 1001;

/** An item for each of that many conversations. */
export const ids = (count: number) =>
	itemsOf(Array.from({ length: count }, (_, n) => ({ id: FIRST_ID + n })));

const READ = 'conversation.get';

/** The sandbox, and Naxon's node with one conversation for each item. */
export function useConversations() {
	const sandbox = useSandbox();
	const naxon = async (parameters: INodeParameters, job: Partial<Job> = {}) =>
		await runNode({ node: 'naxon', credentials: accounts(sandbox().url), parameters, ...job });
	const readConversations = async (count: number, job: Partial<Job> = {}) =>
		await naxon(getConversation, { items: ids(count), ...job });
	/** Injects a fault: a status that Get Conversation is answered with, once unless `rest` has a count. */
	const answerWith = async (status: number, rest: object = {}) =>
		await sandbox().control('faults', {
			vendor: 'naxon',
			operationId: READ,
			kind: 'status',
			status,
			...rest,
		});
	const sent = async () => await sandbox().requests('naxon', READ);
	return { sandbox, naxon, readConversations, answerWith, sent };
}
