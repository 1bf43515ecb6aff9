import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	INodePropertyOptions,
	INodeTypeDescription,
} from 'n8n-workflow';

import { KoreAiAnalytics } from '../../nodes/KoreAi/KoreAiAnalytics.node';
import { KoreAiAdmin } from '../../nodes/KoreAi/KoreAiAdmin.node';
import { KoreAiContactCenter } from '../../nodes/KoreAi/KoreAiContactCenter.node';
import { Client } from '../../nodes/shared/call/client';
import type { KoreAiState, Message, Session } from '../../sandbox/vendors/koreAi/state';
import type { LoggedRequest, Sandbox } from '../../scripts/sandbox';
import { accounts } from '../../engine/credentials';
import { byId } from '../../engine/jobs';
import { runNode, type Job, type Result } from '../../engine/runNode';
import { ANALYTICS_MINIMAL, OF_BOT_APP } from './koreAiAnalytics';
import { CENTER_MINIMAL } from './koreAiCenter';
import { ADMIN_MINIMAL } from './koreAiAdmin';
import { BUILDING_MINIMAL } from './koreAiBuilding';
import { KNOWLEDGE_MINIMAL } from './koreAiMinimal';
import { AGENTLESS } from './koreAiCampaigns';
import { useSandbox } from './sandbox';

export const DAY = 86_400_000;

/** Bots of the sandbox: the default one of the account, one without channels, a further one. */
export const BOT = 'st-11111111-1111-5111-8111-111111111111';
export const SILENT_BOT = 'st-22222222-2222-5222-8222-222222222222';
export const OTHER_BOT = 'st-33333333-3333-5333-8333-333333333333';

/** A bot that nobody has. */
export const UNKNOWN_BOT = 'st-00000000-0000-4000-8000-000000000000';

/** Apps of the sandbox, as changes of the credential: of a bot, of the Data module, and one that may do little. */
export const BOT_APP = {
	clientId: 'cs-bot',
	clientSecret: 'bot-secret-of-kore-ai',
	createdIn: 'bot',
};
export const DATA_APP = { clientId: 'cs-data', clientSecret: 'data-secret-of-kore-ai' };
export const NARROW_APP = { clientId: 'cs-narrow', clientSecret: 'narrow-secret-of-kore-ai' };

/** A file that an item carries, as n8n holds small ones. */
export const fileOf = (content: string, fileName: string, mimeType = 'application/json') => ({
	data: Buffer.from(content).toString('base64'),
	fileName,
	mimeType,
});

/** The least that each operation of the node takes beside its bot. */
export const MINIMAL: Record<string, INodeParameters> = {
	'session.getAll': {},
	'message.getAll': {},
	'debugLog.getAll': { identity: 'call-1' },
	...ANALYTICS_MINIMAL,
	'bot.getAll': {},
	'bot.publish': { bot: byId(BOT), versionComment: 'first version' },
	'bot.getPublishStatus': {},
	'bot.import': { bot: byId(BOT), source: 'ids', definitionId: 'file-1', configId: 'file-2' },
	'bot.getImportStatus': { importId: 'bir-1' },
	'bot.uploadFile': {},
	'session.getMessages': { sessionIds: ['6465cf6e4769ed4e822b1a2c'] },
	'session.close': { userId: 'u-1', channel: 'rtm' },
	'botMessage.send': { userId: 'jane', text: 'Hello' },
	'botMessage.getReply': { pollId: 'poll-1' },
	'intent.find': { streamName: 'Order Desk', input: 'Where is my order?' },
	'notification.send': { message: 'Hello', recipients: ['jane@example.com'] },
	'notification.getStatus': { requestId: 'ds-1' },
	'conversation.getDetails': { sessionId: 'session-1' },
	'conversation.getSummary': { conversationId: 'session-1' },
	'conversation.delete': { conversationIds: ['session-1'], confirmation: 'DELETE' },
	'conversation.getDeletionStatus': { jobId: 'cdj-1' },
	...KNOWLEDGE_MINIMAL,
	...ADMIN_MINIMAL,
	...BUILDING_MINIMAL,
	'ccConversation.getAll': {},
	'ccConversation.get': { conversationId: 'c-1' },
	'ccConversation.getBySession': { sessionId: 'session-1' },
	'ccConversation.assign': {
		botSessionId: 'session-1',
		aId: 'a-1',
		orgId: 'o-1',
		callbackUrl: 'https://example.com/done',
	},
	'interaction.getAll': {},
	'agent.getAll': { orgId: 'o-1' },
	'agent.getAvailability': {},
	...CENTER_MINIMAL,
	'call.dialOut': { target: '+48600000001', caller: '+48220000000' },
	'sms.send': { fromNo: '+48220000000', toNo: '+48600000001' },
	'campaign.getAll': {},
	'campaign.get': { campaign: byId('cd-1') },
	'campaign.create': AGENTLESS,
	'campaign.update': { ...AGENTLESS, campaign: byId('cd-1') },
	'campaign.delete': { campaign: byId('cd-1') },
	'campaign.start': { campaign: byId('cd-1') },
	'campaign.stop': { campaign: byId('cd-1') },
	'campaign.getStatus': { campaign: byId('cd-1') },
	'campaign.getReport': { campaign: byId('cd-1') },
	'campaign.getResults': { campaign: byId('cd-1') },
	'campaign.setSchedule': { recurrence: 'Off', campaignName: 'Agentless Voice' },
	'campaign.callBack': {
		campaignInstanceId: 'cid-1',
		contactId: 'cid-2',
		callAt: '2099-01-01T10:00:00Z',
	},
	'contactList.getAll': {},
	'contactList.get': { contactList: byId('cl-1') },
	'contactList.create': { name: 'Customers', description: 'Everybody with a contract' },
	'contactList.update': { contactList: byId('cl-1'), updateFields: { name: 'Customers' } },
	'contactList.delete': { contactList: byId('cl-1') },
	'contactList.getContacts': { contactList: byId('cl-1') },
	'contactList.addContacts': {
		contactList: byId('cl-1'),
		contacts: { contact: [{ phoneNumber: '48600000001' }] },
	},
};

/** The nodes beside Kore.ai itself. */
const OTHERS = [new KoreAiContactCenter(), new KoreAiAdmin(), new KoreAiAnalytics()].map(
	({ description }) => description,
);

/** The node that has an operation. */
export function nodeFor(operationId: string): string {
	const [resource] = operationId.split('.');
	const offers = ({ properties }: INodeTypeDescription) =>
		properties
			.filter(({ name }) => name === 'resource')
			.flatMap(({ options }) => (options ?? []) as INodePropertyOptions[])
			.some(({ value }) => value === resource);
	return OTHERS.find(offers)?.name ?? 'koreAi';
}

/** Operations that only an app of the bot may do. */
const OF_BOT =
	/^(debugLog|conversation|botVariable|pushDevice)\.|^session\.close$|^batchTest\.(run|getRunStatus)$/;

/** Operations that only an app of the Data module may do. */
const OF_DATA = /^(dataTableRow|tableViewRow)\./;

/** The app that an operation takes: of the Admin Console, but for what only one of the bot or of the Data module may do. */
export function appFor(operationId: string) {
	if (OF_DATA.test(operationId)) return DATA_APP;
	return OF_BOT.test(operationId) || OF_BOT_APP.test(operationId) ? BOT_APP : {};
}

/** The bot, where a test names none and leaves the credential's as it is: an item of the default bot names it. */
const named = ({ defaultBotId }: ICredentialDataDecryptedObject = {}): INodeParameters =>
	defaultBotId === undefined ? { bot: byId(BOT) } : {};

/** An item with a file, for the operation that sends one. */
export const ITEM: INodeExecutionData = {
	json: {},
	binary: { data: fileOf('{"name":"Order Desk"}', 'botDefinition.json') },
};

export const SKIP_FAILED = { onError: 'continueRegularOutput' as const };

/** The error item's words, and what it is linked to. */
export interface ErrorItem {
	message: string;
	description: string;
	httpCode: string | null;
	cause: string | null;
	pairedItem: unknown;
}

interface JobRest extends Partial<Omit<Job, 'node' | 'parameters'>> {
	/** Changes of the credential. */
	account?: ICredentialDataDecryptedObject;
}
type Run<Outcome> = (
	operationId: string,
	parameters?: INodeParameters,
	rest?: JobRest,
) => Promise<Outcome>;

export interface KoreBench {
	sandbox: () => Sandbox;
	/** Runs an operation of the Kore.ai nodes; no secret and no token may be in what n8n keeps of the run. */
	run: Run<Result>;
	/** The same with On Error set to continue; one error item is expected. */
	runToError: Run<ErrorItem>;
	/** What was sent, oldest first: everything, or for one operation of the contract. */
	sent: (operationId?: string) => Promise<LoggedRequest[]>;
	/** The one request that was sent. */
	onlySent: () => Promise<LoggedRequest>;
	/** Injects a fault into the next answers of an operation; see sandbox/faults.ts. */
	fault: (operationId: string, fault: object) => Promise<unknown>;
	/** The next answer to an operation has status 200 and this body. */
	answerWith: (operationId: string, body: unknown, rest?: object) => Promise<unknown>;
	state: () => Promise<KoreAiState>;
}

/** The credential of a Kore.ai node at the sandbox, with changes. */
export const koreAccount = (url: string, changes: ICredentialDataDecryptedObject = {}) => ({
	koreAiApi: { ...accounts(url).koreAiApi, ...changes },
});

const TOKEN = /eyJ[\w-]+\.[\w-]+\.[\w-]+/;

/** Asserts that neither a token nor the client secret is anywhere in a value. */
export function expectNoSecret(value: unknown, clientSecret: unknown): void {
	const text = inspect(value, { depth: Infinity, showHidden: true, maxStringLength: Infinity });
	expect(text).not.toContain(String(clientSecret));
	expect(text).not.toMatch(TOKEN);
}

/** Reads an error item. */
export function errorOf({ json, pairedItem }: INodeExecutionData): ErrorItem {
	expect(Object.keys(json)).toEqual(['error', 'details']);
	const details = json.details as Omit<ErrorItem, 'message' | 'pairedItem'>;
	return { message: json.error as string, ...details, pairedItem };
}

/** The sandbox, and Kore.ai nodes at it. */
export function useKore(): KoreBench {
	const sandbox = useSandbox();
	const run: KoreBench['run'] = async (operationId, parameters = {}, rest = {}) => {
		const [resource, operation] = operationId.split('.');
		const { account, ...job } = rest;
		const credentials = koreAccount(sandbox().url, account);
		const result = await runNode({
			node: nodeFor(operationId),
			credentials,
			parameters: { resource, operation, ...named(account), ...parameters },
			...job,
		});
		expectNoSecret(result, credentials.koreAiApi.clientSecret);
		return result;
	};
	const sent: KoreBench['sent'] = async (operationId) =>
		await sandbox().requests('kore-ai', operationId);
	const fault: KoreBench['fault'] = async (operationId, rest) =>
		await sandbox().control('faults', { vendor: 'kore-ai', operationId, ...rest });
	return {
		sandbox,
		run,
		async runToError(operationId, parameters, rest) {
			const settings = { ...rest?.settings, ...SKIP_FAILED };
			const { outputs, error } = await run(operationId, parameters, { ...rest, settings });
			if (error) throw error;
			expect(outputs[0]).toHaveLength(1);
			return errorOf(outputs[0][0]);
		},
		sent,
		async onlySent() {
			const requests = await sent();
			expect(requests).toHaveLength(1);
			return requests[0];
		},
		fault,
		answerWith: async (operationId, body, rest = {}) =>
			await fault(operationId, { kind: 'status', status: 200, body, ...rest }),
		state: async () => await sandbox().state<KoreAiState>('kore-ai'),
	};
}

/** Lets Wait for Completion look again after a moment, in the place of its seconds. */
export function hurry(): void {
	const moment = async () => await new Promise<void>((resolve) => setTimeout(resolve, 5));
	jest.spyOn(Client.prototype, 'wait').mockImplementation(moment);
}

/** Cancels an execution a moment after `done`. */
export async function cancelWhen(
	execution: { cancel: () => void },
	done: () => Promise<boolean>,
): Promise<void> {
	while (!(await done())) await sleep(20);
	await sleep(300);
	execution.cancel();
}

/** The input items that output items are linked to. */
export const pairs = (items: Result['outputs'][0]) =>
	items.map(({ pairedItem }) => (pairedItem as { item: number } | undefined)?.item);

/** The body of a request that has one. */
export const bodyOf = ({ body }: LoggedRequest) => body as IDataObject;

/** Rows of the pages that were answered, in the order of the requests. */
export const rowsOf = (requests: LoggedRequest[], name: string) =>
	requests.flatMap(({ responseBody }) => (responseBody as Record<string, IDataObject[]>)[name]);

/** Milliseconds of a date. */
export const ms = (date: unknown) => Date.parse(String(date));

/** The sandbox's sessions of a bot that started within a time, the newest first. */
export const sessionsOf = ({ sessions }: KoreAiState, botId: string, from = 0, to = Infinity) =>
	sessions
		.filter((session) => session.botId === botId && session.start >= from && session.start <= to)
		.sort((a, b) => b.start - a.start);

/** The sandbox's messages of a channel with their sessions, the newest first. */
export function messagesOf(
	sessions: Session[],
	channel = 'rtm',
): Array<{ session: Session; message: Message }> {
	return sessions
		.filter((session) => session.channel === channel)
		.flatMap((session) => session.messages.map((message) => ({ session, message })))
		.sort((a, b) => b.message.at - a.message.at);
}

/** The fields that the editor shows for an operation before its first run. */
export function shownFields(operationId: string): string[] {
	const folder = join(__dirname, '..', '..', 'nodes', 'KoreAi', '__schema__', 'v1.0.0');
	const file = join(folder, `${operationId.replace('.', '/')}.json`);
	const { properties } = JSON.parse(readFileSync(file, 'utf8')) as { properties: object };
	return Object.keys(properties).sort();
}
