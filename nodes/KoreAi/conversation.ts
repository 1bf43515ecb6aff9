import type { IDataObject } from 'n8n-workflow';

import { countOf } from '../shared/call/answers';
import { collection, texts } from '../shared/fields/commonFields';
import { checkConfirmed, confirmation } from '../shared/fields/confirmation';
import { thingIn } from '../shared/fields/lists';
import { completion, waitForCompletion } from '../shared/node/completion';
import { input, operation, resource } from './api';
import { botById, botOf } from './locators';

const GET_DETAILS = 'conversation.getDetails';

const getDetails = operation(GET_DETAILS, {
	name: 'Get Details',
	action: 'Get details of conversation',
	description: 'Retrieve who took part in a conversation, its tasks, messages and a summary',
	fields: [
		botById,
		{
			displayName: 'Look Up By',
			name: 'lookUpBy',
			type: 'options',
			noDataExpression: true,
			options: [
				{
					name: 'Call ID',
					value: 'callId',
					description: 'Of a call in an agent desktop of a third party',
				},
				{ name: 'Conversation ID', value: 'conversationId' },
				{ name: 'Session ID', value: 'sessionId' },
			],
			default: 'sessionId',
		},
		...(['callId', 'conversationId', 'sessionId'] as const).map((name) =>
			input(GET_DETAILS, name, {
				isId: true,
				required: true,
				displayOptions: { show: { lookUpBy: [name] } },
				description: undefined,
			}),
		),
		collection('Options', [
			input(GET_DETAILS, 'isSummaryRequired', {
				displayName: 'Include Summary',
				description: 'Whether to have the conversation summarized',
			}),
			input(GET_DETAILS, 'limit', {
				displayName: 'Message Limit',
				name: 'messageLimit',
				default: 100,
				description: 'Max number of messages. What Kore.ai gives without it is not published.',
			}),
			input(GET_DETAILS, 'skip', {
				displayName: 'Skip Messages',
				default: 0,
				description: 'How many messages to leave out',
			}),
			input(GET_DETAILS, 'lang', {
				displayName: 'Summary Language',
				default: '',
				placeholder: 'e.g. en',
				description: 'Code of the language of the summary',
			}),
		]),
	],
	run: async ({ api, inputOf }) => await api.call(GET_DETAILS, inputOf(GET_DETAILS)),
});

const getSummary = operation('conversation.getSummary', {
	name: 'Get Summary',
	action: 'Get summary of conversation',
	description:
		'Have a conversation or a transcript summarized, in English and by the US cloud only',
	fields: [
		botById,
		{
			displayName: 'Summarize',
			name: 'summarize',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Conversation', value: 'conversationId', description: 'By its session ID' },
				{ name: 'Transcript', value: 'transcript', description: 'A text of your own' },
			],
			default: 'conversationId',
		},
		{
			displayName: 'Session ID',
			name: 'conversationId',
			type: 'string',
			isId: true,
			default: '',
			required: true,
			displayOptions: { show: { summarize: ['conversationId'] } },
		},
		{
			displayName: 'Transcript',
			name: 'transcript',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			required: true,
			displayOptions: { show: { summarize: ['transcript'] } },
			placeholder: 'e.g. Agent: How can I help you? Consumer: …',
		},
	],
	run: async ({ api, fields }) => {
		const name = fields.get('summarize');
		// The only language that Kore.ai documents.
		const body = { lang: 'en', inputMode: { [name]: fields.get(name) } };
		return await api.call('conversation.getSummary', { path: botOf(fields), body });
	},
});

/** `queued` and `completed` are documented; the others would mean that it goes on. */
const RUNNING = /queued|pending|progress|running|scheduled|started/i;
const COMPLETED = /^complete/i;

const isDone = ({ status }: IDataObject) => !RUNNING.test(String(status));

const deleteConversations = operation('conversation.delete', {
	name: 'Delete',
	action: 'Delete conversations',
	description: "Delete conversations of a bot, or all of a person's, which cannot be undone",
	check:
		"To find out, look at the change logs of the bot in Kore.ai, which have the deletion's ID.",
	fields: [
		botById,
		{
			displayName: 'Delete By',
			name: 'deleteBy',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Conversation IDs', value: 'conversationIds' },
				{ name: 'Person', value: 'person', description: 'All, or those of a time range' },
			],
			default: 'conversationIds',
		},
		{
			...texts(
				'Conversation IDs',
				'conversationIds',
				'Conversation ID',
				'ids',
				'The conversations to delete, 100 at most',
			),
			required: true,
			narrows: true,
			maxEntries: 100,
			displayOptions: { show: { deleteBy: ['conversationIds'] } },
		},
		input('conversation.delete', 'cId', {
			displayName: 'Customer ID',
			isId: true,
			required: true,
			displayOptions: { show: { deleteBy: ['person'] } },
			description: 'The person whose conversations to delete, as Kore.ai names them',
		}),
		{
			displayName: 'From',
			name: 'from',
			sentAs: 'startDate',
			type: 'dateTime',
			narrows: true,
			default: '',
			displayOptions: { show: { deleteBy: ['person'] } },
			description: 'Only conversations from this time on. Without it, from the first one.',
		},
		{
			displayName: 'To',
			name: 'to',
			sentAs: 'endDate',
			type: 'dateTime',
			notBefore: 'from',
			narrows: true,
			default: '',
			displayOptions: { show: { deleteBy: ['person'] } },
			description:
				'Only conversations up to this time, which cannot be in the future. Without it, now.',
		},
		confirmation('deleted'),
		...waitForCompletion,
	],
	run: async ({ api, fields, inputOf }) => {
		checkConfirmed(fields, 'delete the conversations', 'deleted');
		const begun = await api.call('conversation.delete', inputOf('conversation.delete'));
		if (!fields.get('wait')) return begun;
		const jobId = String(begun.jobId);
		const path = { ...botOf(fields), jobId };
		const over = await completion(api, fields, {
			begun: [
				'The deletion has begun',
				`Look later with 'Get Deletion Status' and the job ID ${jobId}.`,
			],
			read: async (patient) => await patient.call('conversation.getDeletionStatus', { path }),
			isDone,
			late: ({ status }) => `The deletion is still ${String(status)}`,
		});
		const { failedCount } = thingIn(over.result);
		const failed = countOf(failedCount) ?? 0;
		if (!COMPLETED.test(String(over.status)) || failed > 0) {
			const what =
				failed > 0 ? `${failed} of them failed` : String(over.status ?? 'it gave no status');
			api.fail(
				`Kore.ai could not delete the conversations: ${what}`,
				`'Get Deletion Status' tells more. Job ID: ${jobId}.`,
			);
		}
		return over;
	},
});

const getDeletionStatus = operation('conversation.getDeletionStatus', {
	name: 'Get Deletion Status',
	action: 'Get deletion status of conversations',
	description: 'Retrieve how far a deletion of conversations is',
	fields: [
		botById,
		input('conversation.getDeletionStatus', 'jobId', {
			isId: true,
			placeholder: 'e.g. cdj-1a2b3c4d-…',
			description: "The jobId that 'Delete' returned",
		}),
	],
});

export const conversations = resource(
	'Conversation',
	getDetails,
	getSummary,
	deleteConversations,
	getDeletionStatus,
);
