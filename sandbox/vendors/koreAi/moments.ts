/** Sessions, messages and calls of campaigns at chosen times. */
import { z } from 'zod';
import type { Clock } from '../../clock';
import { ApiError } from '../../types';
import { amount, momentFields, momentsOf, readMoments } from '../moments';
import { addAudit, addChange, addFeedback } from './analyticsSeed';
import { addCompleted } from './campaignSeed';
import type { Campaign } from './campaignTypes';
import { endUser } from './seed';
import { FIRST_BOT_ID, find, hexOf, idOf, type KoreAiState, type Session } from './state';

const schema = z
	.object({
		...momentFields,
		/** Bot and channel of new sessions. */
		bot: z.string().default(FIRST_BOT_ID),
		channel: z.string().default('rtm'),
		/** New ones: active, and without a message. */
		sessions: amount,
		/** Whether these are handed to an agent of the contact centre. */
		handedOver: z.boolean().default(false),
		/** New ones, by the person and the bot in turn, in each of `within`, or else in the session made last, or the latest one. */
		messages: amount,
		within: z.array(z.string()).optional(),
		/** Whether these sessions are closed after that. */
		close: z.boolean().default(false),
		/** New answers to a survey of the bot, and entries of its change log and of the audit log. */
		feedback: amount,
		changes: amount,
		audits: amount,
		/** ID of a campaign, of which this many contacts more are called. */
		campaign: z.string().optional(),
		calls: amount,
		/** New campaigns by voice that are completed, of which each called so many contacts, one at least. */
		finishedCampaigns: amount,
		/** Whether it is completed by then: everybody else is called, one after the other. */
		finish: z.boolean().default(false),
	})
	.strict();

type Asked = z.output<typeof schema>;

function newSession(
	state: KoreAiState,
	{ bot, channel, handedOver }: Asked,
	start: number,
): Session {
	const index = state.sessionsMade;
	state.sessionsMade += 1;
	return {
		id: hexOf(`session ${index}`),
		botId: bot,
		channel,
		user: endUser(index),
		start,
		end: start,
		isInteractive: true,
		containmentType: handedOver ? 'agent' : 'selfService',
		isActive: true,
		isDeveloper: false,
		userTags: [],
		sessionTags: [],
		tasks: 0,
		messages: [],
	};
}

function addMessage({ id, messages }: Session, at: number): void {
	const number = messages.length;
	const isIncoming = number % 2 === 0;
	messages.push({
		id: idOf('ms', `${id} ${number}`),
		at,
		isIncoming,
		text: `${isIncoming ? 'Question' : 'Answer'} ${number + 1}`,
		source: 1,
		tags: [],
	});
}

/** The sessions with these IDs. Throws a refusal for one that nobody has. */
function sessionsOf({ sessions }: KoreAiState, ids: string[]): Session[] {
	return ids.map((wanted) => {
		const found = sessions.find(({ id }) => id === wanted);
		if (found === undefined) throw new ApiError(400, `No session ${wanted}`);
		return found;
	});
}

/** Lets what comes of contacts of a running campaign be known at these moments. */
function callAt(campaign: Campaign, { calls, finish }: Asked, momentOf: (index: number) => number) {
	if (campaign.startedAt === undefined || campaign.stoppedAt !== undefined) {
		throw new ApiError(400, `Campaign is not running: ${campaign.id}`);
	}
	const left = campaign.dialing.filter(({ dueAt }) => dueAt > momentOf(0));
	const called = finish ? left : left.slice(0, calls);
	for (const [index, one] of called.entries()) one.dueAt = momentOf(index);
}

/** Adds what is no part of a session. */
function addLogs(
	{ analytics }: KoreAiState,
	{ bot, feedback, changes, audits }: Asked,
	momentOf: (index: number) => number,
): void {
	for (let index = 0; index < feedback; index += 1) addFeedback(analytics, bot, momentOf(index));
	for (let index = 0; index < changes; index += 1) addChange(analytics, bot, momentOf(index));
	for (let index = 0; index < audits; index += 1) addAudit(analytics, momentOf(index));
}

/**
 * Adds what a seed with a time asks for.
 *
 * @throws ApiError 400 for options that make no sense
 */
export function addAt(state: KoreAiState, options: Record<string, unknown>, clock: Clock): void {
	const asked = readMoments(schema, options);
	const momentOf = momentsOf(asked, clock);
	if (asked.campaign !== undefined) {
		callAt(find(state.campaigns, asked.campaign, 'Campaign'), asked, momentOf);
		return;
	}
	addLogs(state, asked, momentOf);
	const called = Array.from({ length: Math.max(1, asked.calls) }, (_, index) => momentOf(index));
	for (let made = 0; made < asked.finishedCampaigns; made += 1) {
		addCompleted(state, asked.bot, called);
	}
	const made = Array.from({ length: asked.sessions }, (_, index) =>
		newSession(state, asked, momentOf(index)),
	);
	// Of several with the same start, the one made last is the latest.
	state.sessions.unshift(...made.toReversed());
	state.sessions.sort((a, b) => b.start - a.start);

	const { within = [(made.at(-1) ?? state.sessions[0]).id] } = asked;
	for (const [index, session] of sessionsOf(state, within).entries()) {
		for (let added = 0; added < asked.messages; added += 1) addMessage(session, momentOf(added));
		session.messages.sort((a, b) => a.at - b.at);
		if (!asked.close) continue;
		session.isActive = false;
		session.end = momentOf(index);
	}
}
