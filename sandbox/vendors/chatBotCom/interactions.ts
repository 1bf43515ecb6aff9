/** Operations on the interactions of the old builder's stories. */
import type { Clock } from '../../clock';
import type { ApiRequest, Handler } from '../../types';
import { envelope, find, type ChatBotComState, type Interaction, type Story } from './state';

const said = (text: string) => [{ type: 'text', elements: [text] }];

const view = ({ id, name, phrases, triggers, reply }: Interaction) => ({
	id,
	name,
	action: '',
	classifier: 'ml',
	userSays: phrases,
	triggers,
	parameters: [],
	responses: said(reply),
});

const defaultView = ({ name, reply }: Interaction) => ({
	name,
	responses: said(reply),
	enabled: true,
});

/** Handlers of the five operations on interactions. */
export function interactionHandlers(state: ChatBotComState, clock: Clock): Record<string, Handler> {
	const storyOf = ({ params }: ApiRequest) => find(state.stories, params.storyId, 'Story');
	const welcomeOf = ({ interactions: [first], welcome }: Story) => ({
		...defaultView(first),
		...welcome,
	});

	return {
		'interaction.getAll': (request) => storyOf(request).interactions.map(view),
		'interaction.get': (request) =>
			view(find(storyOf(request).interactions, request.params.interactionId, 'Interaction')),
		'interaction.getFallback': (request) => defaultView(storyOf(request).fallback),
		'interaction.getWelcome': (request) => welcomeOf(storyOf(request)),
		'interaction.updateWelcome': (request) => {
			const story = storyOf(request);
			// Guess: what is left out stays.
			const { enabled, responses = welcomeOf(story).responses } = request.body as Required<
				NonNullable<Story['welcome']>
			>;
			story.welcome = { enabled, responses };
			return envelope(clock);
		},
	};
}
