import { returnAllOrLimit } from '../shared/fields/commonFields';
import { input, operation, resource } from './api';
import { interaction, story } from './locators';

const UPDATE = 'interaction.updateWelcome';

const responses = input(UPDATE, 'responses', {
	type: 'json',
	default: '[{ "type": "text", "elements": ["Hello!"] }]',
	description:
		'What the bot says, as a JSON array of up to 99 responses. Empty leaves it to ChatBot.com what becomes of it.',
});

/** Interactions, which are documented for stories of the old builder only (docs/evidence/chatbot-com.md §4). */
export const interactions = resource(
	'Interaction',
	operation('interaction.getAll', {
		name: 'Get Many',
		action: 'Get many interactions',
		description: 'Retrieve a list of what a story of the old builder answers to what',
		fields: [story, ...returnAllOrLimit],
		key: ['id'],
	}),
	operation('interaction.get', {
		name: 'Get',
		action: 'Get interaction',
		description: 'Retrieve an interaction of a story of the old builder',
		fields: [
			story,
			interaction({ name: 'interactionId', description: 'The interaction of the story' }),
		],
	}),
	operation('interaction.getFallback', {
		name: 'Get Fallback',
		action: 'Get fallback interaction',
		description: 'Retrieve what a story of the old builder says when nothing matches',
		fields: [story],
	}),
	operation('interaction.getWelcome', {
		name: 'Get Welcome',
		action: 'Get welcome interaction',
		description: 'Retrieve what a story of the old builder says first',
		fields: [story],
	}),
	operation(UPDATE, {
		name: 'Update Welcome',
		action: 'Update welcome interaction',
		description: 'Replace what a story of the old builder says first, or switch it on or off',
		check: "To find out, run 'Get Welcome' for the story.",
		fields: [story, input(UPDATE, 'enabled', { default: true }), responses],
	}),
);
