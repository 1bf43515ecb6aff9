/** Generated KODA data: the n-th row of a kind is the same in every run. */
import { FIRST_NAMES, LAST_NAMES, pick, uuidOf } from '../random';
import { callListOf } from './callLists';
import { play } from './calling';
import { entryOf } from './chats';
import { documentOf } from './documents';
import type { CallListSettings, ChatEntry, KodaState } from './state';

const HOUR = 3600 * 1000;
/** The moment seeds begin at, in milliseconds since 1970. */
const beginOf = ({ seededFrom }: KodaState) => seededFrom + 8 * HOUR;
const DAY = 24 * HOUR;

function settingsOf(number: number, start: number): CallListSettings {
	const day = new Date(start).toISOString().slice(0, 10);
	return {
		name: `Call list ${number}`,
		allowed_hours_start: '08:00',
		allowed_hours_end: '20:00',
		caller_phone_number: '+48222431496',
		start_block_id: '5d306675-4500-409d-80a2-6d16ac28db58',
		report_vars: ['var_1'],
		campaign_vars: ['var_1'],
		max_attempts: 3,
		attempts_delay: 3,
		campaign_date_start: day,
		campaign_date_time: '08:00',
		campaign_date_end: day,
		campaign_date_time_end: '20:00',
		campaign_allowed_days: ['0', '1', '2', '3', '4', '5', '6'],
	};
}

/** Adds finished call lists, one a day, each with two to six calls. */
export function addCallLists(state: KodaState, count: number): void {
	for (let added = 0; added < count; added += 1) {
		const index = state.callLists.length;
		const start = beginOf(state) + (index % 200) * DAY + Math.floor(index / 200) * 1000;
		const rows = Array.from({ length: 2 + (index % 5) }, (_, call) => ({
			phone_number: `+481231${String(index).padStart(4, '0')}${call}`,
			first_name: pick(FIRST_NAMES, index + call),
			package: `package${index}-${call}`,
		}));
		const id = uuidOf(`koda call list ${index}`);
		const list = callListOf(id, settingsOf(index + 1, start), rows, start, 'dashboard');
		play(list, start + DAY);
		state.callLists.push(list);
	}
}

const TALK_SECONDS = 12;

/** Adds a call list whose calls have all ended now (Unix seconds). */
export function addFinishedCalls(state: KodaState, count: number, now: number): void {
	const index = state.callLists.length;
	const [start, end] = [(now - TALK_SECONDS) * 1000, now * 1000];
	const rows = Array.from({ length: count }, (_, call) => ({
		phone_number: `+4812320${String(index).padStart(3, '0')}${call}`,
		first_name: pick(FIRST_NAMES, index + call),
	}));
	const settings = settingsOf(index + 1, start);
	const list = callListOf(uuidOf(`koda call list ${index}`), settings, rows, start, 'dashboard');
	for (const call of list.calls) {
		Object.assign(call, { startedAt: start, lastAttemptAt: start, finishedAt: end });
		call.attemptsLeft -= 1;
		call.status = 'finished';
	}
	Object.assign(list, { processedAt: start, playedTo: end, finishedCalls: count });
	state.callLists.push(list);
}

const TALK = [
	['user', 'Hello, where is my parcel?'],
	['bot', 'How can I help you'],
	['user', 'It was due yesterday'],
	['moderator', 'Let me look into it'],
] as const;

/** `begin`: that of all chats, in Unix seconds. */
function entriesOf(begin: number, chat: number, from: number, count: number): ChatEntry[] {
	return Array.from({ length: count }, (_, offset) => {
		const number = from + offset;
		const [type, text] = pick(TALK, number);
		const date = begin + chat * 600 + number * 20;
		return entryOf(type, date, `${text} (${number + 1})`, uuidOf(`koda block ${chat} ${number}`));
	});
}

/** Adds chats with three to nine entries; every third user is on the web, the others on fb. */
export function addChats(state: KodaState, count: number): void {
	for (let added = 0; added < count; added += 1) {
		const index = state.chats.length;
		const web = index % 3 === 2;
		state.chats.push({
			// Inferred: web users are known by a UUID; the ids of fb users are numbers.
			platformUserId: web ? uuidOf(`koda user ${index}`) : String(4_100_000_000 + index),
			platform: web ? 'web' : 'fb',
			avatar: `https://example.com/avatars/${index}.png`,
			firstName: pick(FIRST_NAMES, index),
			lastName: pick(LAST_NAMES, index),
			moderatorMode: index % 10 === 0,
			userVariables: {},
			entries: entriesOf(beginOf(state) / 1000, index, 0, 3 + (index % 7)),
			files: [],
		});
	}
}

/** Adds entries to the first chat. */
export function addMessages(state: KodaState, count: number): void {
	const [chat] = state.chats;
	chat.entries.push(...entriesOf(beginOf(state) / 1000, 0, chat.entries.length, count));
}

/** Far enough apart in the list of chats that each message brings another page's chat to the front. */
const STRIDE = 7;

/** Adds entries at a time (Unix seconds), each in another chat than the one before and numbered in all. */
export function addNewMessages(state: KodaState, count: number, date: number): void {
	for (let added = 0; added < count; added += 1) {
		const number = (state.newMessages += 1);
		const [type, text] = pick(TALK, number);
		const blockId = uuidOf(`koda new block ${number}`);
		const chat = pick(state.chats, number * STRIDE);
		chat.entries.push(entryOf(type, date, `${text} [${number}]`, blockId));
	}
}

const TOPICS = ['Password reset', 'Opening hours', 'Returns', 'Delivery', 'Invoices'] as const;
const DEPARTMENTS = ['support', 'sales', 'finance'] as const;

/** Adds published documents. */
export function addDocuments(state: KodaState, count: number): void {
	for (let added = 0; added < count; added += 1) {
		const index = state.documents.length;
		const topic = pick(TOPICS, index);
		const input = {
			title: `${topic} ${index + 1}`,
			content: `What customers ask about ${topic.toLowerCase()}, part ${index + 1}.`,
			metadata: {
				category: index % 2 === 0 ? 'faq' : 'guide',
				department: pick(DEPARTMENTS, index),
			},
			auto_publish: true,
		};
		const time = new Date(beginOf(state) + index * 60_000).toISOString().replace('.000Z', 'Z');
		state.documents.push(documentOf(uuidOf(`koda document ${index}`), input, time));
	}
}
