import type { IDataObject } from 'n8n-workflow';

import { countOf, textIn } from '../../shared/call/answers';
import type { Client } from '../../shared/call/client';
import { collection, texts } from '../../shared/fields/commonFields';
import { field } from '../../shared/fields/field';
import type { FieldsOf } from '../../shared/fields/fields';
import { objectsIn, thingIn } from '../../shared/fields/lists';
import { waitForCompletion } from '../../shared/node/completion';
import { input, operation, resource } from '../api';
import type { Operations } from '../contract';
import { success } from '../job';
import { bot, botOf } from '../locators';

const check = 'To find out, look at the queues in Quality AI.';

const customQueueId = field({
	displayName: 'Custom Queue ID',
	name: 'customQueueId',
	type: 'string',
	isId: true,
	maxLength: 128,
	default: '',
	required: true,
	placeholder: 'e.g. RETAIL_L1',
	description: 'ID of the queue in your own system',
});

const emails = (description: string) =>
	texts('Agent Emails', 'agentEmails', 'Email', 'words', description);

type Waitable = FieldsOf<[typeof bot, ...typeof waitForCompletion]>;

/** The job of one queue: as it has begun, or once it is over. Throws when the queue was rejected, or the job failed. */
async function finished(
	api: Client<Operations>,
	fields: Waitable,
	begun: IDataObject,
): Promise<IDataObject> {
	const jobId = String(begun.jobId);
	if (countOf(begun.rejected) !== 0) {
		const reasons = objectsIn(begun.rejectedItems).flatMap(({ error }) =>
			textIn(thingIn(error).message),
		);
		api.fail(
			`Kore.ai rejected the queue: ${reasons.join(', ') || 'it gave no reason'}`,
			`Correct what is named. Job ID: ${jobId}.`,
		);
	}
	if (!fields.get('wait')) return begun;
	const lookLater = `Look later with 'Get Job Status' and the job ID ${jobId}.`;
	const path = { ...botOf(fields), jobId };
	const over = await success(api, fields, {
		what: 'change of the queue',
		lookLater,
		read: async (patient) => await patient.call('qualityQueue.getJob', { path }),
	});
	if ((countOf(thingIn(over.progress).failed) ?? 0) === 0) return over;
	return api.fail('Kore.ai could not change the queue', lookLater);
}

const create = operation('qualityQueue.create', {
	name: 'Create',
	action: 'Create quality queue',
	description: 'Add a queue to Quality AI, with agents if wanted, by a job of Kore.ai',
	check,
	fields: [
		bot,
		customQueueId,
		{
			displayName: 'Name',
			name: 'queueName',
			type: 'string',
			isName: true,
			maxLength: 256,
			default: '',
			required: true,
			placeholder: 'e.g. Retail',
		},
		{
			displayName: 'Conversation Source',
			name: 'conversationSource',
			type: 'options',
			options: [
				{ name: 'Agent AI', value: 'AgentAI' },
				{ name: 'QM Express AI', value: 'QMExpressAI' },
			],
			default: 'AgentAI',
			description: 'Where the conversations of the queue come from',
		},
		...waitForCompletion,
		collection('Additional Fields', [emails('Agents of the queue')]),
	],
	run: async ({ api, fields }) => {
		const queue = {
			customQueueId: fields.get('customQueueId'),
			queueName: fields.get('queueName'),
			conversationSource: fields.get('conversationSource'),
			agentEmails: fields.group('additionalFields').get('agentEmails'),
		};
		const asked = { path: botOf(fields), body: { queues: [queue] } };
		return await finished(api, fields, await api.call('qualityQueue.create', asked));
	},
});

const updateAgents = operation('qualityQueue.updateAgents', {
	name: 'Update Agents',
	action: 'Update agents of quality queue',
	description:
		'Assign agents to a queue of Quality AI, or take them out of it, by a job of Kore.ai',
	check,
	fields: [
		bot,
		customQueueId,
		{
			displayName: 'Change',
			name: 'change',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Assign', value: 'assign' },
				{ name: 'Unassign', value: 'unassign' },
			],
			default: 'assign',
		},
		{ ...emails('Whom to assign or unassign'), required: true, narrows: true },
		...waitForCompletion,
	],
	run: async ({ api, fields }) => {
		const mapping = {
			customQueueId: fields.get('customQueueId'),
			agentEmails: fields.get('agentEmails'),
		};
		const body = { action: fields.get('change'), mappings: [mapping] };
		const asked = { path: botOf(fields), body };
		return await finished(api, fields, await api.call('qualityQueue.updateAgents', asked));
	},
});

export const qualityQueues = resource(
	'Quality Queue',
	create,
	updateAgents,
	operation('qualityQueue.getJob', {
		name: 'Get Job Status',
		action: 'Get status of quality queue job',
		description: 'Retrieve how far a job is that creates or changes queues of Quality AI',
		fields: [
			bot,
			input('qualityQueue.getJob', 'jobId', {
				isId: true,
				placeholder: 'e.g. qjb-ac15b9d3-…',
				description: "The jobId that 'Create' or 'Update Agents' returned",
			}),
		],
	}),
);
