import { field } from '../shared/fields/field';

/** A language of a bot. */
export const botLanguage = field({
	displayName: 'Language',
	name: 'language',
	type: 'string',
	isId: true,
	default: '',
	placeholder: 'e.g. de',
	description: 'Code of the language of the bot',
});
