import { fieldList } from '../shared/fields/field';

/** What a tag is called, and what it is a tag of. */
export const tagParts = fieldList([
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		isName: true,
		default: '',
		required: true,
	},
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Message', value: 'message' },
			{ name: 'Session', value: 'session' },
			{ name: 'User', value: 'user' },
		],
		default: 'user',
	},
]);
