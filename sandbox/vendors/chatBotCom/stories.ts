/** Operations on stories and entities. */
import type { Clock } from '../../clock';
import type { ApiRequest, Handler } from '../../types';
import { uuidOf } from '../random';
import {
	envelope,
	find,
	idOf,
	type ChatBotComState,
	type Entity,
	type Interaction,
	type Story,
} from './state';

function storyView({ id, name, description, published, integrations }: Story) {
	return { id, name, description, version: 2, published, integrations, metrics: [] };
}

interface Node {
	id: string;
	type: string;
	name: string;
	children: Node[];
}

function answerNode({ id, name }: Interaction): Node {
	return { id: uuidOf(`answer of ${id}`), type: 'BOT_RESPONSE', name, children: [] };
}

/** The sample's tree: a start, the welcome, an input for every other interaction, the fallback. */
function diagramOf({ id, interactions, fallback }: Story): Node {
	const [welcome, ...others] = interactions;
	const inputs = others.map((interaction) => ({
		id: interaction.inputId,
		type: 'USER_INPUT',
		name: interaction.name,
		children: [answerNode(interaction)],
	}));
	const lost = {
		id: fallback.inputId,
		type: 'DEFAULT_FALLBACK',
		name: fallback.name,
		children: [answerNode(fallback)],
	};
	return {
		id: uuidOf(`start of ${id}`),
		type: 'START_POINT',
		name: '',
		children: [{ ...answerNode(welcome), children: [...inputs, lost] }],
	};
}

/** Handlers of the six operations on stories and entities. */
export function storyHandlers(state: ChatBotComState, clock: Clock): Record<string, Handler> {
	const entityOf = ({ params }: ApiRequest) => find(state.entities, params.id, 'Entity');
	let created = 0;

	return {
		'story.getAll': () => state.stories.map(storyView),
		'story.get': ({ params }) => {
			const story = find(state.stories, params.storyId, 'Story');
			return {
				...storyView(story),
				settings: {
					confidence: 0.7,
					language: 'en',
					compact: true,
					ignoreAttachments: true,
					navigation: 'mouse',
				},
				state: {},
				history: { undo: true, redo: false },
				diagram: diagramOf(story),
			};
		},
		'entity.getAll': () => state.entities,
		'entity.get': entityOf,
		'entity.create': ({ body }) => {
			const { name, entries } = body as Entity;
			const id = idOf(`new entity ${created++}`);
			state.entities.push({ id, name, entries });
			return { id, ...envelope(clock) };
		},
		'entity.update': (request) => {
			const { name, entries } = request.body as Entity;
			Object.assign(entityOf(request), { name, entries });
			return envelope(clock);
		},
	};
}
