import type { IDataObject } from 'n8n-workflow';

import { collection, returnAllOrLimit } from '../../shared/fields/commonFields';
import { input, operation, resource } from '../api';
import { hasSucceeded } from '../job';
import { bot, BOT_VERSIONS, botOf } from '../locators';
import {
	answer,
	knowledgeTaskOf,
	language,
	newFaq,
	node,
	nodeOf,
	question,
	textsOf,
} from './fields';
import { faqPaging } from './paging';
import { sync } from './sync';
import { getTrainingStatus, train } from './training';

/** The row in ten fields. */
export const simplify = (row: IDataObject): IDataObject => ({
	faqId: row._id,
	...textsOf(row),
	path: row.fullPath,
	nodeId: row.parent,
	knowledgeTaskId: row.knowledgeTaskId,
	language: row.language,
	isEnabled: row.faqStatus,
	isPublished: row.isPublished,
	modifiedOn: row.modifiedOn,
});

const create = operation('faq.create', {
	name: 'Create',
	action: 'Create FAQ',
	description: 'Add a question with its answer to the knowledge graph of a bot',
	check: "To find out, run 'Get Many' for FAQs.",
	fields: [
		bot,
		language,
		node,
		question,
		answer,
		collection('Options', [
			{
				displayName: 'Extracted Question ID',
				name: 'questionId',
				type: 'string',
				isId: true,
				default: '',
				placeholder: 'e.g. qna-1a2b3c4d-…',
				description:
					"The questionId that 'Get Questions' for an extraction gave, if it comes of one",
			},
		]),
	],
	run: async ({ api, fields }) => {
		const { botId } = botOf(fields);
		const code = fields.get('language');
		const task = await knowledgeTaskOf(api, botId, code);
		const content = {
			question: fields.get('question'),
			answer: fields.get('answer'),
			questionId: fields.group('options').get('questionId'),
		};
		const faq = newFaq(content, { botId, taskId: task.id, node: nodeOf(fields, task) });
		const input = { path: { botId }, query: { language: code }, body: { faqs: [faq] } };
		const said = await api.call('faq.create', input);
		if (hasSucceeded(said.status)) return said;
		return api.failShape(said, 'answered that it did not add the FAQ');
	},
});

const getMany = operation('faq.getAll', {
	name: 'Get Many',
	action: 'Get many FAQ entries',
	description: 'Retrieve a list of the questions and answers of a bot',
	simplify,
	fields: [
		bot,
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'V1', value: 'v1', description: 'By the ID of the knowledge task' },
				{ name: 'V2', value: 'v2', description: 'In development or published' },
			],
			default: 'v2',
		},
		language,
		{
			...input('faq.getAllV2', 'state', {
				displayName: 'Version of Bot',
				options: [...BOT_VERSIONS],
				description: undefined,
			}),
			displayOptions: { show: { apiVersion: ['v2'] } },
		},
		{
			...input('faq.getAll', 'ktId', {
				displayName: 'Knowledge Task ID',
				isId: true,
				description:
					"The knowledgeTaskId that 'Get Many' for knowledge tasks gives. What is published has another one.",
			}),
			displayOptions: { show: { apiVersion: ['v1'] } },
		},
		...returnAllOrLimit,
		collection('Filters', [
			{
				...input('faq.getAll', 'parentId', { displayName: 'Node ID', isId: true }),
				displayOptions: { show: { '/apiVersion': ['v1'] } },
				description: 'Only FAQs of this node',
			},
			{
				...input('faq.getAllV2', 'nodeName', { displayName: 'Node Name or ID', isId: true }),
				displayOptions: { show: { '/apiVersion': ['v2'] } },
				description: 'Only FAQs of this node. Kore.ai documents both its name and its ID.',
			},
			input('faq.getAllV2', 'search', {
				description: 'Only FAQs with this reference ID or display name',
			}),
			input('faq.getAllV2', 'type', {
				placeholder: 'e.g. all',
				description: "Kind of the FAQs. Kore.ai's samples have all; other kinds are not published.",
			}),
		]),
		collection('Options', [
			input('faq.getAllV2', 'withallchild', {
				displayName: 'Include Nodes Below',
				description: 'Whether to return the FAQs of the nodes below, too',
			}),
		]),
	],
	run: async ({ api, fields, inputOf }) => {
		const id = fields.get('apiVersion') === 'v1' ? 'faq.getAll' : 'faq.getAllV2';
		return await api.list(id, inputOf(id), fields.window('_id'), faqPaging);
	},
});

export const faqs = resource('FAQ', create, sync, getMany, train, getTrainingStatus);
