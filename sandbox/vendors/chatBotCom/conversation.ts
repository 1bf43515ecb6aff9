/** Talking to a story: `POST /query`, and the attributes of the session that it keeps. */
import type { Clock } from '../../clock';
import { ApiError, type Handler } from '../../types';
import {
	envelope,
	find,
	idOf,
	shownAttributes,
	type Attributes,
	type ChatBotComState,
	type Interaction,
	type Session,
	type Story,
} from './state';

/** Documented: a session ends so long after its last message. */
const SESSION_MS = 10 * 60_000;
/** Documented defaults. */
const DEFAULTS = { confidence: 0.5, lifespan: 2 };

interface Query {
	sessionId: string;
	query?: string;
	trigger?: string;
	goto?: string;
	storyId?: string;
	confidence?: number;
	lifespan?: number;
	reset?: boolean;
	parameters?: Attributes;
	debug?: boolean;
}

interface Match {
	interaction: Interaction;
	/** 0 to 1; 0 is the fallback's. */
	score: number;
	/** What was understood, as the answer repeats it. */
	resolvedQuery: string;
}

/** How well a text fits, 0 to 1: trained texts whole, else the share of the keywords in it. */
function scoreOf({ phrases, keywords }: Interaction, text: string): number {
	const lower = text.toLowerCase();
	if (phrases.includes(lower)) return 1;
	if (keywords.length === 0) return 0;
	const words = lower.split(/[^\p{L}\p{N}]+/u);
	return keywords.filter((keyword) => words.includes(keyword)).length / keywords.length;
}

function matchText(story: Story, text: string, confidence: number): Match {
	const scores = story.interactions.map((interaction) => ({
		interaction,
		score: scoreOf(interaction, text),
		resolvedQuery: text,
	}));
	const [best] = scores.sort((a, b) => b.score - a.score);
	if (best.score >= confidence) return best;
	return { interaction: story.fallback, score: 0, resolvedQuery: text };
}

function match(story: Story, { query, trigger, goto, confidence }: Query): Match {
	if (query !== undefined) return matchText(story, query, confidence ?? DEFAULTS.confidence);
	const all = [...story.interactions, story.fallback];
	const wanted = (interaction: Interaction) =>
		goto === undefined ? interaction.triggers.includes(trigger ?? '') : interaction.id === goto;
	const interaction = all.find(wanted);
	// Guess: what an unknown trigger or interaction does was not found.
	if (interaction === undefined) throw new ApiError(404, `No interaction ${goto ?? trigger}`);
	return { interaction, score: 1, resolvedQuery: goto ?? trigger ?? '' };
}

/** A phrase that nothing matched waits for training, counted by its text. */
function noteUnmatched(state: ChatBotComState, storyId: string, text: string, date: number): void {
	const known = state.phrases.find((phrase) => phrase.storyId === storyId && phrase.text === text);
	if (known !== undefined) {
		Object.assign(known, { unmatched: known.unmatched + 1, date });
		return;
	}
	const id = idOf(`phrase ${storyId} ${text}`);
	state.phrases.push({ id, storyId, date, text, unmatched: 1, ignored: false });
}

/** Guess: a context lasts until more texts than `lifespan` went unmatched in a row. */
function updateContext(session: Session, { interaction, score }: Match, lifespan: number): void {
	session.misses = score === 0 ? session.misses + 1 : 0;
	if (score > 0) session.context = interaction;
	else if (session.misses > lifespan) session.context = undefined;
}

function resultOf(session: Session, { interaction, score, resolvedQuery }: Match, input: Query) {
	const { id, name } = interaction;
	const { context } = session;
	return {
		source: 'custom',
		resolvedQuery,
		confidence: input.confidence ?? DEFAULTS.confidence,
		score,
		lifespan: input.lifespan ?? DEFAULTS.lifespan,
		incomplete: false,
		storyId: session.storyId,
		interaction: { id, name, action: '' },
		parameters: {},
		sessionParameters: shownAttributes(session.attributes),
		contexts:
			context === undefined
				? []
				: [{ id: context.id, name: context.name, action: '', parameters: {} }],
		fulfillment: [{ type: 'text', delay: 2000, message: interaction.reply }],
		// Guess: that debug adds the performed actions is documented, their form is not.
		...(input.debug === true ? { debug: { actions: [`matched ${name} with ${score}`] } } : {}),
	};
}

/** Handlers of the two operations that a conversation has. */
export function conversationHandlers(
	state: ChatBotComState,
	clock: Clock,
): Record<string, Handler> {
	const activeSession = (sessionId: string) =>
		state.sessions.find(
			(session) =>
				session.sessionId === sessionId && clock.now() - session.lastMessageAt < SESSION_MS,
		);

	const begin = (sessionId: string, storyId: string): Session => {
		const session = { sessionId, storyId, lastMessageAt: 0, attributes: {}, misses: 0 };
		state.sessions = state.sessions.filter((other) => other.sessionId !== sessionId);
		state.sessions.push(session);
		return session;
	};

	/** Guess: which story answers when none is named was not found; here the last one, else the first published. */
	const storyOf = (named: string | undefined, active: Session | undefined): Story => {
		const published = state.stories.find((story) => story.published);
		return find(state.stories, named ?? active?.storyId ?? published?.id ?? '', 'Story');
	};

	return {
		'conversation.sendQuery': ({ body }) => {
			const input = body as Query;
			const given = [input.query, input.trigger, input.goto].filter((part) => part !== undefined);
			if (given.length !== 1) {
				throw new ApiError(400, 'Exactly one of query, trigger and goto is needed');
			}
			const { sessionId, storyId, parameters, reset } = input;
			const active = activeSession(sessionId);
			const story = storyOf(storyId, active);
			const matched = match(story, input);
			const session = active ?? begin(sessionId, story.id);
			if (reset === true) session.context = undefined;
			Object.assign(session.attributes, parameters);
			Object.assign(session, { storyId: story.id, lastMessageAt: clock.now() });
			updateContext(session, matched, input.lifespan ?? DEFAULTS.lifespan);
			if (matched.score === 0) {
				noteUnmatched(state, story.id, matched.resolvedQuery, clock.now());
			}
			return { result: resultOf(session, matched, input), sessionId, ...envelope(clock) };
		},
		'session.updateAttributes': ({ body }) => {
			const { sessionId, attributes } = body as { sessionId: string; attributes: Attributes };
			const session = activeSession(sessionId);
			// Documented: the active session. Guess: there is a 404 where there is none.
			if (session === undefined) throw new ApiError(404, `No active session ${sessionId}`);
			Object.assign(session.attributes, attributes);
			return envelope(clock);
		},
	};
}
