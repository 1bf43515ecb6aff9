import type { ICredentialType, IDataObject, INodeParameters } from 'n8n-workflow';

import { ChatBotComApi } from '../../../credentials/ChatBotComApi.credentials';
import { KodaOAuth2Api } from '../../../credentials/KodaOAuth2Api.credentials';
import { KoopidApi } from '../../../credentials/KoopidApi.credentials';
import { KoreAiApi } from '../../../credentials/KoreAiApi.credentials';
import { NaxonApi } from '../../../credentials/NaxonApi.credentials';
import { BOT, byId } from '../../../engine/jobs';
import { samplesOf } from '../answers/samples';
import type { Given } from '../answers/vendor';
import { activate, deactivate, searchList, testCredential, type Setup } from '../contexts';
import type { Account } from './accounts';

/** What a node or credential does besides its operations: pickers, the activation of a trigger, a credential's test. */
export interface Errand extends Given {
	name: string;
	/** Operations of the contract that it uses. */
	uses: string[];
	/** Whether n8n itself makes the call, and so what it says of it. */
	ofN8n?: true;
	run: (account: Account) => Promise<IDataObject[]>;
}

const credentialsOf = ({ credential, data }: Account) => ({ [credential]: data });

const picker = (
	node: string,
	method: string,
	uses: string,
	parameters: INodeParameters = {},
): Errand => ({
	name: `picker ${method}`,
	uses: [uses],
	run: async (account) => {
		const setup = { node, parameters, credentials: credentialsOf(account) };
		const { results } = await searchList(setup, method);
		return results as unknown as IDataObject[];
	},
});

/** Of a call that tells the credential. */
const test = (type: ICredentialType, uses: string): Errand => ({
	name: 'credential test',
	uses: [uses],
	ofN8n: true,
	run: async ({ data }) => {
		await testCredential(type, data);
		return [];
	},
});

const ofBot = { bot: byId(BOT) };

const HOOK = { active: true, webhookBaseUrl: 'https://n8n.example.com/webhook' };

/** What n8n does with `webhookMethods`. */
const hook = (
	name: string,
	{ uses, ...given }: Given & Pick<Errand, 'uses'>,
	work: (account: Account) => Promise<unknown>,
): Errand => ({
	name,
	uses,
	...given,
	run: async (account) => {
		await work(account);
		return [];
	},
});

const chatBotHook = (account: Account): Setup => ({
	node: 'chatBotComTrigger',
	parameters: {},
	credentials: credentialsOf(account),
	...HOOK,
});

/** A trigger's own webhook, by its address. */
const ownHook = (rows: unknown[]) =>
	rows.map((row) => ({ ...(row as object), url: `${HOOK.webhookBaseUrl}/test/node/webhook` }));

const { answer: shownHook } = samplesOf('chatbot-com').get('webhook.get') as { answer: object };

const CHATBOT_HOOKS = [
	hook(
		'activation',
		{ uses: ['webhook.getAll', 'webhook.create'] },
		async (account) => await activate(chatBotHook(account)),
	),
	// One that was registered with another token is replaced.
	hook(
		'activation',
		{
			uses: ['webhook.get', 'webhook.delete'],
			rows: { 'webhook.getAll': ownHook },
			answers: { 'webhook.get': { ...shownHook, token: 'another' } },
		},
		async (account) => await activate(chatBotHook(account)),
	),
	hook(
		'deactivation',
		{ uses: ['webhook.getAll', 'webhook.delete'], rows: { 'webhook.getAll': ownHook } },
		async (account) => await deactivate(chatBotHook(account)),
	),
];

const koreHook = (account: Account, staticData: IDataObject = {}): Setup => ({
	node: 'koreAiEventTrigger',
	parameters: ofBot,
	credentials: credentialsOf(account),
	staticData,
	...HOOK,
	webhookId: '3f2c7a10-5b6d-4e8f-9a0b-1c2d3e4f5a6b',
});

const KORE_HOOKS = [
	hook(
		'activation',
		{ uses: ['agentIntegration.getChannelMappings', 'webhook.subscribe'] },
		async (account) => await activate(koreHook(account)),
	),
	hook('deactivation', { uses: ['agentIntegration.reset'] }, async (account) => {
		const setup = koreHook(account);
		await activate(setup);
		await deactivate(setup);
	}),
];

/** The errands at each vendor. */
export const ERRANDS: Record<string, Errand[]> = {
	koda: [
		picker('koda', 'callLists', 'callList.getAll', ofBot),
		picker('koda', 'chats', 'chat.getAll', ofBot),
		picker('koda', 'documents', 'document.search', ofBot),
		test(new KodaOAuth2Api(), 'token'),
	],
	naxon: [
		picker('naxon', 'models', 'model.getAll'),
		picker('naxon', 'conversations', 'conversation.getAll'),
		test(new NaxonApi(), 'model.getAll'),
	],
	'chatbot-com': [
		picker('chatBotCom', 'users', 'user.getAll'),
		picker('chatBotCom', 'segments', 'segment.getAll'),
		picker('chatBotCom', 'stories', 'story.getAll'),
		picker('chatBotCom', 'interactions', 'interaction.getAll', { story: byId(BOT) }),
		picker('chatBotCom', 'entities', 'entity.getAll'),
		picker('chatBotCom', 'chats', 'chat.getAll'),
		picker('chatBotCom', 'webhooks', 'webhook.getAll'),
		test(new ChatBotComApi(), 'story.getAll'),
		...CHATBOT_HOOKS,
	],
	'kore-ai': [
		picker('koreAi', 'bots', 'bot.getAll'),
		picker('koreAi', 'contents', 'content.getAll', {
			resource: 'content',
			operation: 'get',
			...ofBot,
		}),
		picker('koreAi', 'nodes', 'knowledgeTask.getAll', {
			resource: 'faq',
			operation: 'create',
			language: 'en',
			...ofBot,
		}),
		picker('koreAiContactCenter', 'campaigns', 'campaign.getAll'),
		picker('koreAiContactCenter', 'campaignsOfType', 'campaign.getAll', { campaignType: 'voice' }),
		picker('koreAiContactCenter', 'contactLists', 'contactList.getAll'),
		picker('koreAiAdmin', 'users', 'user.getAll'),
		picker('koreAiAdmin', 'botRoles', 'role.export'),
		picker('koreAiAdmin', 'adminRoles', 'role.export'),
		picker('koreAiContactCenter', 'queues', 'queue.getAll'),
		picker('koreAiContactCenter', 'skillGroups', 'skillGroup.getAll'),
		picker('koreAiContactCenter', 'skills', 'skill.getAll', {
			resource: 'skill',
			operation: 'get',
			skillGroup: byId('sg-1'),
		}),
		picker('koreAiContactCenter', 'agentGroups', 'agentGroup.getAll'),
		picker('koreAiContactCenter', 'contacts', 'contact.getAll'),
		picker('koreAiContactCenter', 'agents', 'agent.getAvailability'),
		test(new KoreAiApi(), 'session.getAllOfAccount'),
		...KORE_HOOKS,
	],
	koopid: [test(new KoopidApi(), 'conversation.getChatStats')],
};
