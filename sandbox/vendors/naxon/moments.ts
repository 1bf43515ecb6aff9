/** Conversations and messages at chosen times. */
import { z } from 'zod';
import type { Clock } from '../../clock';
import { ApiError } from '../../types';
import { amount, momentFields, momentsOf, readMoments } from '../moments';
import { pick } from '../random';
import { ulidOf, type Conversation, type NaxonState } from './state';

const schema = z
	.object({
		...momentFields,
		/** New ones, with a message each. */
		conversations: amount,
		/** New ones, by a person and the chatbot in turn, in each of `within`, or else in the last conversation. */
		messages: amount,
		within: z.array(z.number().int()).optional(),
		/** Of new conversations; all models in turn without it. */
		model: z.number().int().optional(),
	})
	.strict();

/** Naxon's times have whole seconds. */
const wholeSecond = (time: number) => Math.floor(time / 1000) * 1000;

function addMessage({ id: conversation, messages }: Conversation, createdAt: number): void {
	const number = messages.length;
	const id = conversation * 100_000 + number + 1;
	const isUser = number % 2 === 0;
	messages.push({
		id,
		seq: ulidOf(createdAt, id),
		sender: isUser ? 'user' : 'bot',
		message: `${isUser ? 'Question' : 'Answer'} ${number + 1}`,
		createdAt,
	});
}

/**
 * Adds what a seed with a time asks for.
 *
 * @throws ApiError 400 for options that make no sense
 */
export function addAt(state: NaxonState, options: Record<string, unknown>, clock: Clock): void {
	const asked = readMoments(schema, options);
	const momentOf = momentsOf(asked, clock);
	for (let added = 0; added < asked.conversations; added += 1) {
		const index = state.conversations.length;
		const createdAt = wholeSecond(momentOf(added));
		const conversation: Conversation = {
			id: 1001 + index,
			modelId: asked.model ?? pick(state.models, index).id,
			createdAt,
			updatedAt: createdAt,
			platform: 'web',
			platformUserId: `u${1234 + index}`,
			messages: [],
		};
		addMessage(conversation, createdAt);
		state.conversations.push(conversation);
	}
	const last = state.conversations.slice(-1).map(({ id }) => id);
	for (const wanted of asked.within ?? last) {
		const conversation = state.conversations.find(({ id }) => id === wanted);
		if (conversation === undefined) throw new ApiError(400, `No conversation ${wanted}`);
		for (let added = 0; added < asked.messages; added += 1) {
			const createdAt = wholeSecond(momentOf(added));
			addMessage(conversation, createdAt);
			conversation.updatedAt = Math.max(conversation.updatedAt, createdAt);
		}
	}
}
