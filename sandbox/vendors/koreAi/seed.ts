/** What the Kore.ai stand-in starts with. The same in every run; what is added continues it. */
import { FIRST_NAMES, LAST_NAMES, pick } from '../random';
import { seededTables } from './dataTables';
import { DEVELOPER, MASTER_ADMIN, seededGroups, seededRoles } from './directory';
import { seededAnalytics } from './analyticsSeed';
import { seededCenter } from './centerState';
import { emptyBuilding } from './buildingState';
import { emptyKnowledge } from './knowledge';
import {
	FIRST_BOT_ID,
	hexOf,
	idOf,
	type Bot,
	type EndUser,
	type KoreAiState,
	type Message,
} from './state';

const MINUTE = 60 * 1000;
/** Sessions lie in 30 days. */
const MINUTES = 30 * 24 * 60;
/** Has no factor in common with the minutes, so each session has a minute of its own. */
const STEP = 367;
const END_USERS = 12;

const CHANNELS = ['rtm', 'rtm', 'msteams', 'rtm', 'ivrVoice', 'rtm', 'rtm'] as const;
const CONTAINMENT = ['selfService', 'dropOff', 'agent'] as const;
const TOPICS = ['billing', 'shipping', 'login', 'returns'] as const;
const TURNS = [
	'Hi, what can I do for you?',
	'I have a question',
	'Tell me your order number',
	'It is 4711',
	'Thank you, it is on its way',
	'Great, bye',
] as const;

const SEEDED_BOTS: Array<Omit<Bot, 'createdAt'>> = [
	{
		id: FIRST_BOT_ID,
		name: 'Order Desk',
		channels: ['rtm', 'msteams', 'ivrVoice'],
		isPublished: true,
	},
	{
		id: 'st-22222222-2222-5222-8222-222222222222',
		name: 'Unreleased Bot',
		channels: [],
		isPublished: false,
	},
	{
		id: 'st-33333333-3333-5333-8333-333333333333',
		name: 'Help Desk',
		channels: ['rtm'],
		isPublished: true,
	},
];

function personName(index: number): string {
	const last = pick(LAST_NAMES, Math.floor(index / FIRST_NAMES.length) + index);
	return `${pick(FIRST_NAMES, index)}.${last}`
		.normalize('NFD')
		.replaceAll(/[^\w.]/g, '')
		.toLowerCase();
}

/** The person of the n-th session. */
export function endUser(index: number): EndUser {
	const number = index % END_USERS;
	return {
		id: idOf('u', `end user ${number}`),
		email: `${personName(number)}@customers.example.com`,
		phone: `+4930555${String(number).padStart(4, '0')}`,
	};
}

/** What is said: by the bot alone when the user writes nothing; alerts and actions now and then. */
function messagesOf(index: number, start: number, isInteractive: boolean): Message[] {
	const turns = TURNS.slice(0, 3 + (index % 4)).filter(
		(_, turn) => isInteractive || turn % 2 === 0,
	);
	return turns.map((text, turn) => {
		const isIncoming = isInteractive && turn % 2 === 1;
		const isTask = !isIncoming && turn > 0 && index % 4 === 0;
		return {
			id: idOf('ms', `${index} ${turn}`),
			at: start + turn * 7 * 1000 + (index % 1000),
			isIncoming,
			text,
			source: isTask ? pick([0, 2], index / 4) : 1,
			tags: isIncoming ? [{ name: 'intent', value: pick(TOPICS, index) }] : [],
		};
	});
}

/** Adds sessions with their messages. */
export function addSessions(state: KoreAiState, count: number): void {
	const first = state.sessionsMade;
	const [main, silent, other] = SEEDED_BOTS;
	for (let index = first; index < first + count; index += 1) {
		const start = state.seededFrom + ((index * STEP) % MINUTES) * MINUTE;
		const channel = pick(CHANNELS, index);
		const isInteractive = index % 5 !== 4;
		const messages = messagesOf(index, start, isInteractive);
		const rest = index % 10 === 9 ? silent : other;
		state.sessions.push({
			id: hexOf(`session ${index}`),
			botId: (index % 10 < 7 ? main : rest).id,
			channel,
			...(channel === 'ivrVoice' ? { callId: `call-${hexOf(`call ${index}`)}` } : {}),
			user: endUser(index),
			start,
			end: (messages.at(-1)?.at ?? start) + 500,
			isInteractive,
			containmentType: pick(CONTAINMENT, index),
			isActive: index % 40 === 39,
			isDeveloper: index % 13 === 12,
			userTags: [{ name: 'plan', value: index % 2 === 0 ? 'pro' : 'free' }],
			sessionTags: [{ name: 'topic', value: pick(TOPICS, index) }],
			tasks: index % 3,
			messages,
		});
	}
	state.sessionsMade += count;
	state.sessions.sort((a, b) => b.start - a.start);
}

/** Adds users of the account; the very first owns it. */
export function addUsers(state: KoreAiState, count: number): void {
	const first = state.users.length;
	for (let index = first; index < first + count; index += 1) {
		const { id: botId, name: botName } = pick(SEEDED_BOTS, index);
		const role = { roleId: DEVELOPER, roleName: 'Bot Developer', botId, botName };
		const id = idOf('u', `account user ${index}`);
		state.users.push({
			id,
			username: `${personName(index)}.${index}@example.com`,
			orgUserId: id,
			profile: {
				firstName: pick(FIRST_NAMES, index),
				lastName: pick(LAST_NAMES, Math.floor(index / FIRST_NAMES.length) + index),
			},
			roles: index % 4 === 3 ? [] : [role],
			adminRoles: index === 0 ? [MASTER_ADMIN] : [],
			canCreateBot: index === 0,
			isDeveloper: true,
			hasDataTableAndViewAccess: index === 0,
			lastLogin: state.seededFrom + ((index * STEP) % MINUTES) * MINUTE,
			isOwner: index === 0,
		});
	}
}

/** Adds bots without sessions. */
export function addBots(state: KoreAiState, count: number): void {
	const first = state.bots.length;
	for (let index = first; index < first + count; index += 1) {
		state.bots.push({
			id: idOf('st', `bot ${index}`),
			name: `Bot ${index + 1}`,
			channels: ['rtm'],
			isPublished: true,
			createdAt: state.seededFrom,
		});
	}
}

/** A state with the fixed bots, each published one with a publishing that is long done. */
export function seededState(seededFrom: number): KoreAiState {
	const bots = SEEDED_BOTS.map((bot) => ({ ...structuredClone(bot), createdAt: seededFrom }));
	const state: KoreAiState = {
		seededFrom,
		bots,
		sessions: [],
		users: [],
		roles: seededRoles(),
		groups: seededGroups(),
		...seededTables(seededFrom),
		files: [],
		imports: [],
		publishings: bots
			.filter(({ isPublished }) => isPublished)
			.map(({ id: botId }, index) => ({
				id: idOf('ds', String(index)),
				startedAt: seededFrom,
				reads: 0,
				botId,
				input: { versionComment: 'first version' },
			})),
		erasures: [],
		contactLists: [],
		campaigns: [],
		center: seededCenter(FIRST_BOT_ID, seededFrom),
		notifications: [],
		conversationDeletions: [],
		transfers: [],
		callsOut: [],
		textsOut: [],
		pendingReplies: [],
		repliesMade: 0,
		sessionsMade: 0,
		knowledge: emptyKnowledge(),
		analytics: seededAnalytics(seededFrom),
		building: emptyBuilding(),
		subscriptions: {},
	};
	addSessions(state, 120);
	addUsers(state, 60);
	return state;
}
