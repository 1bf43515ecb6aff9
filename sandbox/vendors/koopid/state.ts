/** What the Koopid stand-in remembers: messages, at regular moments before the sandbox's start. */
import { createHash } from 'node:crypto';
import { pick } from '../random';

export const DAY = 86_400_000;
/** Between two messages: 200 in 30 days, every twentieth at midnight UTC, where windows meet. */
const STEP = 216 * 60_000;
const FIRST_MESSAGES = 200;

export interface Message {
	/** Milliseconds since 1970, a multiple of 3.6 hours. */
	time: number;
	text: string;
	redacted: string;
	sender: string;
	sentiment: string;
	workflow: string;
	topic: string;
	session: string;
}

export interface KoopidState {
	/** Oldest first. */
	messages: Message[];
	/** Whether chat stats answer a text instead of JSON. */
	plainText: boolean;
}

/** Text, the same redacted, sender, sentiment, topic. The words that replace entities are inferred. */
const TALK = [
	['Where is my order 4711?', 'Where is my order ID1?', 'customer', 'neutral', 'delivery'],
	['It leaves on 3 March.', 'It leaves on DATE1.', 'bot', 'neutral', 'delivery'],
	['I was charged 89 euros twice!', 'I was charged MONEY1 twice!', 'customer', 'negative', 'bill'],
	['Sorry, Ms Kowalska. I refund it.', 'Sorry, PERSON1. I refund it.', 'agent', 'neutral', 'bill'],
	['Write to ewa@example.com', 'Write to EMAIL1', 'customer', 'neutral', 'contact'],
	['Done. Anything else?', 'Done. Anything else?', 'agent', 'positive', 'contact'],
	['No, that was great, thank you', 'No, that was great, thank you', 'customer', 'positive', 'end'],
] as const;

function messageAt(time: number): Message {
	const number = Math.round(time / STEP);
	const [text, redacted, sender, sentiment, topic] = pick(TALK, number);
	const session = `s${Math.floor(number / TALK.length)}`;
	return { time, text, redacted, sender, sentiment, workflow: 'reception', topic, session };
}

/** Adds messages before the oldest one. */
export function addOlderMessages(state: KoopidState, count: number): void {
	const [{ time }] = state.messages;
	const older = Array.from({ length: count }, (_, index) =>
		messageAt(time - (count - index) * STEP),
	);
	state.messages.unshift(...older);
}

/** The state at a start: a message every 3.6 hours of the 30 days before `now`. */
export function createState(now: number): KoopidState {
	const state = { messages: [messageAt(Math.floor(now / STEP) * STEP)], plainText: false };
	addOlderMessages(state, FIRST_MESSAGES - 1);
	return state;
}

/** A whole number below `limit`, always the same for the same name. */
export function amountOf(name: string, limit: number): number {
	return createHash('sha256').update(name).digest().readUInt32BE() % limit;
}
