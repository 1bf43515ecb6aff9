import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { describe } from '../shared/node/describe';
import { execute } from '../shared/node/execute';
import { chatBot } from './api';
import { chats } from './chat';
import { conversations, sessions } from './conversation';
import { entities } from './entity';
import { interactions } from './interaction';
import { listSearch, loadOptions } from './locators';
import { reports } from './report';
import { segments } from './segment';
import { stories } from './story';
import { training } from './training';
import { users } from './user';
import { webhooks } from './webhook';

const resources = [
	conversations,
	chats,
	entities,
	interactions,
	reports,
	segments,
	sessions,
	stories,
	training,
	users,
	webhooks,
];

export class ChatBotCom implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ChatBot.com',
		name: 'chatBotCom',
		icon: { light: 'file:chatBotCom.svg', dark: 'file:chatBotCom.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Talk to ChatBot.com bots, and manage their users, segments and training',
		defaults: { name: 'ChatBot.com' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'chatBotComApi', required: true }],
		properties: [...describe(resources)],
	};

	methods = { listSearch, loadOptions };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, chatBot, resources);
	}
}
