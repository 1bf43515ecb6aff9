import { collection, returnAllOrLimit, texts } from '../shared/fields/commonFields';
import { field } from '../shared/fields/field';
import { dated, input, numbered, operation, resource } from './api';
import { ofStory, story } from './locators';
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

const LIST = 'training.getAll';

const filters = [
	input(LIST, 'filter[from]', { displayName: 'From', name: 'from', type: 'dateTime', default: '' }),
	input(LIST, 'filter[ignored]', { displayName: 'Ignored', name: 'ignored' }),
	input(LIST, 'filter[text]', { displayName: 'Search Text', name: 'text' }),
	ofStory('filter[stories]', 'Only phrases of this story. Documented for v1 of the API only.'),
	input(LIST, 'filter[to]', {
		displayName: 'To',
		name: 'to',
		type: 'dateTime',
		default: '',
		notBefore: 'from',
	}),
];

const sorting = sort([
	{ name: 'Date', value: 'date' },
	{ name: 'Times Unmatched', value: 'unmatched' },
]);

export const training = resource(
	'Training',
	operation(LIST, {
		name: 'Get Many',
		action: 'Get many unmatched phrases',
		description: 'Retrieve a list of phrases that the bot did not understand',
		key: ['id'],
		paging: numbered,
		tidy: dated,
		fields: [...returnAllOrLimit, collection('Filters', filters), sorting],
	}),
	operation('training.train', {
		name: 'Train',
		action: 'Train bot with phrases',
		description:
			'Teach a story that phrases belong to one of its user inputs, and tell which ones it used',
		check: "To find out, run 'Get Many' for training and see whether the phrases are still listed.",
		fields: [
			story,
			input('training.train', 'targetId', {
				isId: true,
				placeholder: 'e.g. 5b07ffafc2376e30306d9b16',
			}),
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
