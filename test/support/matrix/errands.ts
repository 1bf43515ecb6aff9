import type { ICredentialType, IDataObject, INodeParameters } from 'n8n-workflow';

import { ChatBotComApi } from '../../../credentials/ChatBotComApi.credentials';
import { KoopidApi } from '../../../credentials/KoopidApi.credentials';
import { KoreAiApi } from '../../../credentials/KoreAiApi.credentials';
import { NaxonApi } from '../../../credentials/NaxonApi.credentials';
import { BOT, byId } from '../../../engine/jobs';
import { activate, searchList, testCredential } from '../contexts';
import type { Account } from './accounts';

/** What a node or credential does besides its operations: pickers, the activation of a trigger, a credential's test. */
export interface Errand {
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

/** The errands at each vendor. */
export const ERRANDS: Record<string, Errand[]> = {
	koda: [
		picker('koda', 'callLists', 'callList.getAll', ofBot),
		picker('koda', 'chats', 'chat.getAll', ofBot),
		picker('koda', 'documents', 'document.search', ofBot),
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
		picker('chatBotCom', 'entities', 'entity.getAll'),
		picker('chatBotCom', 'chats', 'chat.getAll'),
		test(new ChatBotComApi(), 'story.getAll'),
		{
			name: 'activation',
			uses: ['webhook.getAll', 'webhook.create'],
			run: async (account) => {
				await activate({
					node: 'chatBotComTrigger',
					parameters: {},
					credentials: credentialsOf(account),
					active: true,
					webhookBaseUrl: 'https://n8n.example.com/webhook',
				});
				return [];
			},
		},
	],
	'kore-ai': [
		picker('koreAi', 'bots', 'bot.getAll'),
		test(new KoreAiApi(), 'session.getAllOfAccount'),
	],
	koopid: [test(new KoopidApi(), 'conversation.getChatStats')],
};
