import { collection, returnAllOrLimit, texts } from '../shared/fields/commonFields';
import { inUtc } from '../shared/fields/dates';
import { dated, numbered, type ChatBotOperation, type ChatBotResource } from './api';
import { story } from './locators';
import { sort, sortQuery } from './sort';

const getMany: ChatBotOperation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many unmatched phrases',
	description: 'Retrieve a list of phrases that the bot did not understand',
	fields: [
		...returnAllOrLimit,
		collection('Options', [
			{
				displayName: 'From',
				name: 'from',
				narrows: true,
				type: 'dateTime',
				default: '',
				description: 'Only phrases dated at or after this time. Documented for v1 of the API only.',
			},
			{
				displayName: 'Ignored',
				name: 'ignored',
				type: 'boolean',
				default: false,
				description:
					'Whether to retrieve the phrases that were ignored. Documented for v1 of the API only.',
			},
			{
				displayName: 'Search Text',
				name: 'text',
				narrows: true,
				type: 'string',
				default: '',
				minLength: 3,
				maxLength: 256,
				description:
					'Only phrases with this text, of 3 to 256 characters. Documented for v1 of the API only.',
			},
			{
				displayName: 'Story ID',
				name: 'storyId',
				narrows: true,
				type: 'string',
				default: '',
				minLength: 24,
				maxLength: 24,
				description:
					'Only phrases of this story; Get Many for stories tells its ID. Documented for v1 of the API only.',
			},
			{
				displayName: 'To',
				name: 'to',
				narrows: true,
				type: 'dateTime',
				default: '',
				description:
					'Only phrases dated at or before this time. Documented for v1 of the API only.',
			},
		]),
		sort([
			{ name: 'Date', value: 'date' },
			{ name: 'Times Unmatched', value: 'unmatched' },
		]),
	],
	run: async ({ api, fields }) => {
		const options = fields.group('options');
		const { from, to } = options.period('from', 'to');
		const query = {
			...sortQuery<'date' | 'unmatched'>(fields),
			'filter[from]': inUtc(from),
			'filter[to]': inUtc(to),
			'filter[ignored]': options.get<boolean | undefined>('ignored'),
			'filter[text]': options.get<string | undefined>('text'),
			'filter[stories]': options.get<string | undefined>('storyId'),
		};
		const phrases = await api.list('training.getAll', { query }, fields.window('id'), numbered);
		return phrases.map(dated);
	},
};

const train: ChatBotOperation = {
	name: 'Train',
	value: 'train',
	action: 'Train bot with phrases',
	description:
		'Teach a story that phrases belong to one of its user inputs, and tell which ones it used',
	check: "To find out, run 'Get Many' for training and see whether the phrases are still listed.",
	fields: [
		story,
		{
			displayName: 'User Input ID',
			name: 'targetId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 5b07ffafc2376e30306d9b16',
			description: 'ID of the user input of the story that the phrases belong to',
		},
		{
			...texts(
				'Phrase IDs',
				'items',
				'Phrase ID',
				"IDs from 'Get Many'. An entry's expression may give a list of them.",
			),
			required: true,
		},
	],
	run: async ({ api, fields }) =>
		await api.call('training.train', {
			body: {
				storyId: fields.get('story'),
				targetId: fields.get('targetId'),
				items: fields.get<string[]>('items'),
			},
		}),
};

export const training: ChatBotResource = {
	name: 'Training',
	value: 'training',
	operations: [getMany, train],
};
