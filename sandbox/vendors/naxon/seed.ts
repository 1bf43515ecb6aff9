/** Generated Naxon data: the n-th row of a kind is the same in every run. */
import { pick } from '../random';
import { ulidOf, type Conversation, type Message, type NaxonState } from './state';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** The moment of the first conversation. */
const beginOf = ({ seededFrom }: NaxonState) => seededFrom + 60 * MINUTE;

const NAMES = ['Acme Web Chat', 'Shop assistant', 'Support desk'] as const;
const TALK = [
	['user', 'I want a refund'],
	['bot', 'I am sorry to hear that. What is your order number?'],
	['user', 'It is A-17, and it is urgent'],
	['bot', 'Thank you, I am looking it up'],
] as const;

/** Adds models, one a minute before the first conversation. */
export function addModels(state: NaxonState, count: number): void {
	for (let added = 0; added < count; added += 1) {
		const index = state.models.length;
		const name = index < NAMES.length ? NAMES[index] : `${pick(NAMES, index)} ${index + 1}`;
		state.models.push({ id: 101 + index, name, createdAt: beginOf(state) - DAY + index * MINUTE });
	}
}

function messagesOf(conversation: number, from: number, count: number, start: number): Message[] {
	return Array.from({ length: count }, (_, offset) => {
		const number = from + offset;
		const [sender, message] = pick(TALK, number);
		const createdAt = start + number * 10_000;
		const id = conversation * 100_000 + number + 1;
		return { id, seq: ulidOf(createdAt, id), sender, message, createdAt };
	});
}

/** Adds conversations of two to five messages, ten minutes apart, over the models in turn. */
export function addConversations(state: NaxonState, count: number): void {
	for (let added = 0; added < count; added += 1) {
		const index = state.conversations.length;
		const createdAt = beginOf(state) + index * 10 * MINUTE;
		const id = 1001 + index;
		const messages = messagesOf(id, 0, 2 + (index % 4), createdAt);
		const conversation: Conversation = {
			id,
			modelId: pick(state.models, index).id,
			createdAt,
			// Every fifth one was taken up again a day later.
			updatedAt: index % 5 === 4 ? createdAt + DAY : (messages.at(-1)?.createdAt ?? createdAt),
			platform: 'web',
			platformUserId: `u${1234 + index}`,
			messages,
		};
		state.conversations.push(conversation);
	}
}

/** Adds messages to the first conversation. */
export function addMessages(state: NaxonState, count: number): void {
	const [conversation] = state.conversations;
	const { id, messages, createdAt } = conversation;
	messages.push(...messagesOf(id, messages.length, count, createdAt));
	conversation.updatedAt = messages.at(-1)?.createdAt ?? conversation.updatedAt;
}
