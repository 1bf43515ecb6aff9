import type { IDataObject } from 'n8n-workflow';

import { textIn } from '../shared/call/answers';
import { collection, returnAllOrLimit } from '../shared/fields/commonFields';
import { objectsIn, thingIn } from '../shared/fields/lists';
import { centerPaging, input, operation, resource } from './api';
import { bot, botOf } from './locators';

interface Named {
	name?: string;
	queueName?: string;
}

/** The conversation in ten fields: agent and queue are the last ones it was with. */
function simplify(row: IDataObject): IDataObject {
	const participant = objectsIn<Named>(row.participants).at(-1);
	const { status: disposition } = thingIn(row.dispositions);
	return {
		conversationId: row._id,
		sessionId: row.botSessionId,
		status: row.status,
		source: row.source,
		orgId: row.orgId,
		agent: participant?.name,
		queue: participant?.queueName ?? objectsIn<Named>(row.queues).at(-1)?.name,
		startTime: row.startTime,
		endTime: row.endTime,
		disposition: textIn(disposition).join(),
	};
}

const filters = collection('Filters', [
	input('ccConversation.getAll', 'language', {
		default: '',
		placeholder: 'e.g. en',
		description: 'Code of the language in which details are given',
	}),
	input('ccConversation.getAll', 'source', {
		displayName: 'Channel',
		default: '',
		description: 'Only of this channel, such as rtm (web and mobile) or audiocodes (voice)',
	}),
	input('ccConversation.getAll', 'status', { default: 'ACTIVE', description: undefined }),
]);

const getMany = operation('ccConversation.getAll', {
	name: 'Get Many',
	action: 'Get many conversations of contact center',
	description: 'Retrieve a list of the conversations that agents had or have',
	simplify,
	key: ['_id'],
	paging: centerPaging,
	fields: [bot, ...returnAllOrLimit, filters],
});

const get = operation('ccConversation.get', {
	name: 'Get',
	action: 'Get conversation of contact center',
	description: 'Retrieve a conversation, with its agents, queues, transfers and notes',
	simplify,
	fields: [
		bot,
		input('ccConversation.get', 'conversationId', {
			isId: true,
			placeholder: 'e.g. c-1a2b3c4d-…',
			description: "ID of the conversation, as 'Get Many' has it",
		}),
	],
});

const getBySession = operation('ccConversation.getBySession', {
	name: 'Get by Session',
	action: 'Get conversation of contact center by session',
	description: 'Retrieve the conversation that a session with a bot was handed over to',
	simplify,
	fields: [
		bot,
		input('ccConversation.getBySession', 'sessionId', {
			isId: true,
			description: "ID of the parent bot's session",
		}),
	],
});

const ASSIGN = 'ccConversation.assign';

const assign = operation(ASSIGN, {
	name: 'Assign',
	action: 'Assign conversation to agent or queue',
	description: 'Transfer a running conversation to an agent or a queue',
	check: "To find out, run 'Get by Session' for the conversation.",
	inTurn: (fields) => fields.get('botSessionId'),
	fields: [
		bot,
		input(ASSIGN, 'botSessionId', {
			displayName: 'Session ID',
			isId: true,
			description: "ID of the bot's session that the conversation is of",
		}),
		{
			displayName: 'Assign To',
			name: 'assignTo',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Agent', value: 'agent' },
				{ name: 'Queue', value: 'queue' },
			],
			default: 'agent',
		},
		input(ASSIGN, 'aId', {
			displayName: 'Agent ID',
			isId: true,
			required: true,
			displayOptions: { show: { assignTo: ['agent'] } },
			description: "ID of the agent (a-…), as 'Get Many' and 'Get Availability' for agents have it",
		}),
		input(ASSIGN, 'queueId', {
			displayName: 'Queue ID',
			isId: true,
			required: true,
			displayOptions: { show: { assignTo: ['queue'] } },
			description: 'ID of the queue (qu-…)',
		}),
		input(ASSIGN, 'orgId', {
			displayName: 'Organization ID',
			isId: true,
			description: "ID of the organization (o-…), as 'Get Many' has it",
		}),
		input(ASSIGN, 'callbackUrl', {
			displayName: 'Callback URL',
			placeholder: 'e.g. https://n8n.example.com/webhook-waiting/231',
			description:
				'Address that Kore.ai tells what came of it. The Resume URL of a Wait node lets the workflow go on then.',
		}),
	],
	run: async ({ api, fields, inputOf }) => {
		const { body } = inputOf(ASSIGN);
		const isQueue = fields.get('assignTo') === 'queue';
		return await api.call(ASSIGN, {
			path: botOf(fields),
			body: { ...body, ...(isQueue && { transferredType: 'QUEUE' as const }) },
		});
	},
});

export const ccConversations = resource('Conversation', getMany, get, getBySession, assign);
