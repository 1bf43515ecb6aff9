import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import type { LoggedRequest, Sandbox } from '../../scripts/sandbox';
import { accounts } from '../../engine/credentials';
import { runNode, type Job, type Result } from '../../engine/runNode';
import { useSandbox } from './sandbox';

export const DAY = 86_400_000;

/** What the sandbox's credential adds to every query. */
export const KEYS = { apiKey: 'koopid-key', providerId: '1020', partnerId: '1021' };

/** The sandbox's key that lacks the role Provider Admin. */
export const KEY_OF_KOOPID_ADMIN = 'koopid-admin-key';

/** What an item says beside the answer: of what may change something, the provider that the credential gave. */
export const toldOf = (id: string) =>
	id === 'analytics.post' ? { providerId: KEYS.providerId } : {};

/** Operation ID, path and the parameters it cannot do without. */
type Called = [id: string, path: string, parameters: INodeParameters];

/** The operations that are a POST and nothing else, from docs/evidence/koopid.md §4. */
export const STATISTICS: Called[] = [
	['agent.getAccessStats', '/Dashboard/AgentAccessStats', {}],
	['agent.getQueueStats', '/Dashboard/AgentQueueStats', {}],
	['agent.getSessionStats', '/Dashboard/AgentSessionStats', {}],
	['bot.getAccessStats', '/Dashboard/BotAccessStats', {}],
	['conversation.getIntents', '/Dashboard/Intents', {}],
	['conversation.getInteractionTypes', '/Dashboard/InteractionType', {}],
	['conversation.getInteractions', '/Dashboard/Interactions', {}],
	['conversation.getSummary', '/Dashboard/Summary', {}],
	['customer.getEndpoints', '/Dashboard/CustomerEndpoint', {}],
	['database.getStats', '/Dashboard/DBStats', {}],
	['message.getMessages', '/Dashboard/Messages', {}],
	['message.getTopWords', '/Dashboard/TopWords', {}],
];

const ANALYSIS = { analysisType: 'sentiment' };

/** Analytics by POST, from docs/evidence/koopid.md §4. */
export const ANALYTICS_POST: Called = [
	'analytics.post',
	'/Dashboard/Analytics/sentiment/1020',
	ANALYSIS,
];

/** The operations that are a GET with a time range, from docs/evidence/koopid.md §4. */
export const RANGED_GETS: Called[] = [
	['conversation.getStats', '/Dashboard/1020/ConversationStats', {}],
	['message.getRedacted', '/Dashboard/1020/RedactedMessages', {}],
	['message.getRedactedWithPlot', '/Dashboard/1020/RedactedMessagesWithPlot', {}],
	['analytics.get', '/Dashboard/Analytics/sentiment/1020', ANALYSIS],
];

/** The GETs without one. */
export const PLAIN_GETS: Called[] = [
	['conversation.getChatStats', '/Dashboard/ChatStats', {}],
	['customer.getActivity', '/Dashboard/UserActivity', {}],
];

/** What the sandbox remembers of Koopid; `time` is milliseconds since 1970, the oldest first. */
export interface KoopidState {
	messages: Array<{ time: number; text: string; redacted: string }>;
}

/** The error item's words, and the input item it is linked to. */
export interface ErrorItem {
	message: string;
	description: string;
	httpCode: string | null;
	cause: string | null;
	pairedItem: unknown;
}

type JobRest = Partial<Omit<Job, 'node' | 'parameters'>>;
type Run<Outcome> = (
	operationId: string,
	parameters?: INodeParameters,
	rest?: JobRest,
) => Promise<Outcome>;

export interface KoopidBench {
	sandbox: () => Sandbox;
	/** Runs an operation of the Koopid node, by its ID in the contract. */
	run: Run<Result>;
	/** The same with On Error set to continue; one error item is expected. */
	runToError: Run<ErrorItem>;
	/** What was sent, oldest first. */
	sent: (operationId?: string) => Promise<LoggedRequest[]>;
	/** The one request that was sent. */
	onlySent: () => Promise<LoggedRequest>;
	/** Injects a fault into the next answers of an operation; see sandbox/faults.ts. */
	fault: (operationId: string, fault: object) => Promise<void>;
	state: () => Promise<KoopidState>;
}

/** The credential of a Koopid node at the sandbox, with changes. */
export const koopidAccount = (url: string, changes: ICredentialDataDecryptedObject = {}) => ({
	koopidApi: { ...accounts(url).koopidApi, ...changes },
});

/** Runs an operation of the Koopid node, which need not be at a sandbox. */
export async function runKoopid(
	operationId: string,
	parameters: INodeParameters,
	rest: JobRest & Pick<Job, 'credentials'>,
): Promise<Result> {
	const [resource, operation] = operationId.split('.');
	const all = { resource, operation, ...parameters };
	return await runNode({ node: 'koopid', parameters: all, ...rest });
}

/** The sandbox, and Koopid nodes at it. */
export function useKoopid(): KoopidBench {
	const sandbox = useSandbox();
	const run: KoopidBench['run'] = async (operationId, parameters = {}, rest = {}) =>
		await runKoopid(operationId, parameters, {
			credentials: koopidAccount(sandbox().url),
			...rest,
		});
	const sent: KoopidBench['sent'] = async (operationId) =>
		await sandbox().requests('koopid', operationId);
	return {
		sandbox,
		run,
		async runToError(operationId, parameters, rest) {
			const settings = { onError: 'continueRegularOutput' as const };
			const { outputs, error } = await run(operationId, parameters, { settings, ...rest });
			if (error) throw error;
			expect(outputs[0]).toHaveLength(1);
			const [{ json, pairedItem }] = outputs[0];
			expect(Object.keys(json)).toEqual(['error', 'details']);
			const details = json.details as unknown as Omit<ErrorItem, 'message' | 'pairedItem'>;
			return { message: json.error as unknown as string, ...details, pairedItem };
		},
		sent,
		async onlySent() {
			const requests = await sent();
			expect(requests).toHaveLength(1);
			return requests[0];
		},
		async fault(operationId, fault) {
			await sandbox().control('faults', { vendor: 'koopid', operationId, ...fault });
		},
		state: async () => await sandbox().state<KoopidState>('koopid'),
	};
}

/** The input items that output items are linked to. */
export const pairs = (items: Result['outputs'][0]) =>
	items.map(({ pairedItem }) => (pairedItem as { item: number } | undefined)?.item);

/** What of a logged query is no key. */
export function ownQuery({ query }: LoggedRequest): IDataObject {
	const { apiKey: _key, providerId: _provider, partnerId: _partner, ...own } = query;
	return own;
}
