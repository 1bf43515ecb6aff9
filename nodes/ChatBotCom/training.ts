import { collection, returnAllOrLimit, texts } from '../shared/fields/commonFields';
import { field } from '../shared/fields/field';
import { dated, numbered, operation, resource } from './api';
import { story } from './locators';
import { sort } from './sort';

const phrases = field({
	...texts(
		'Phrase IDs',
		'items',
		'Phrase ID',
		'ids',
		"IDs from 'Get Many'. An entry's expression may give a list of them.",
	),
	required: true,
});

export const training = resource(
	'Training',
	operation('training.getAll', {
		name: 'Get Many',
		action: 'Get many unmatched phrases',
		description: 'Retrieve a list of phrases that the bot did not understand',
		key: ['id'],
		paging: numbered,
		tidy: dated,
		fields: [
			...returnAllOrLimit,
			collection('Options', [
				{
					displayName: 'From',
					name: 'from',
					sentAs: 'filter[from]',
					narrows: true,
					type: 'dateTime',
					default: '',
					description:
						'Only phrases dated at or after this time. Documented for v1 of the API only.',
				},
				{
					displayName: 'Ignored',
					name: 'ignored',
					sentAs: 'filter[ignored]',
					type: 'boolean',
					default: false,
					description:
						'Whether to retrieve the phrases that were ignored. Documented for v1 of the API only.',
				},
				{
					displayName: 'Search Text',
					name: 'text',
					sentAs: 'filter[text]',
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
					sentAs: 'filter[stories]',
					narrows: true,
					type: 'string',
					isId: true,
					default: '',
					minLength: 24,
					maxLength: 24,
					description:
						'Only phrases of this story; Get Many for stories tells its ID. Documented for v1 of the API only.',
				},
				{
					displayName: 'To',
					name: 'to',
					sentAs: 'filter[to]',
					notBefore: 'from',
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
	}),
	operation('training.train', {
		name: 'Train',
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
				isId: true,
				default: '',
				required: true,
				placeholder: 'e.g. 5b07ffafc2376e30306d9b16',
				description: 'ID of the user input of the story that the phrases belong to',
			},
			phrases,
		],
	}),
	operation('training.delete', {
		name: 'Delete',
		action: 'Delete unmatched phrases from training',
		description:
			'Remove phrases that the bot did not understand (documented for v1 of the API only)',
		check: "To find out, run 'Get Many' for training and see whether the phrases are still listed.",
		fields: [phrases],
		run: async ({ api, fields }) => {
			await api.call('training.delete', { body: fields.get('items') });
			return { deleted: true };
		},
	}),
);
