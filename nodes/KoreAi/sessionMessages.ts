import { chunk, groupBy, sortBy } from 'lodash';
import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { countOf } from '../shared/call/answers';
import type { Client } from '../shared/call/client';
import { texts } from '../shared/fields/commonFields';
import type { Period } from '../shared/fields/dates';
import { koreAi, operation } from './api';
import type { Operations } from './contract';
import { IDS_PER_CALL as SESSIONS_PER_CALL, datesBetween } from './history';
import { IDS_PER_CALL, PAGE, simplify, version } from './message';

/** Messages may be a little outside of what the session says of itself. */
const MARGIN = { hours: 1 };

type Session = Record<'sessionId' | 'botId' | 'channel' | 'start_time' | 'end_time', string> &
	IDataObject;

type Version = keyof typeof PAGE;

/** The rows of the sessions. Throws NodeOperationError for IDs that Kore.ai does not know. */
async function sessionsOf(api: Client<Operations>, ids: string[]): Promise<Session[]> {
	const { createdIn, defaultBotId } = api.credentials;
	const botId = String(defaultBotId ?? '').trim();
	const ofBot = createdIn === 'bot';
	if (ofBot && botId === '') {
		api.fail(
			"'Default Bot ID' in the credential is empty",
			'An app of a bot needs it. Fill it in.',
		);
	}
	const inputs = chunk(ids, SESSIONS_PER_CALL).map((sessionId) => ({ body: { sessionId } }));
	const window = { key: ['sessionId'] };
	const rows = ofBot
		? await api.listInTurn(
				'session.getAll',
				inputs.map((input) => ({ path: { botId }, ...input })),
				window,
			)
		: await api.listInTurn('session.getAllOfAccount', inputs, window);
	const known = new Map(rows.map((row) => [String(row.sessionId), row as Session]));
	const unknown = ids.filter((id) => !known.has(id));
	if (unknown.length > 0) {
		const all = unknown.slice(0, 5).join(', ') + (unknown.length > 5 ? ' and others' : '');
		api.fail(
			`'Session IDs' names sessions that Kore.ai does not know: ${all}`,
			'Check them, and that the app may read the bot that they are of.',
		);
	}
	return ids.map((id) => known.get(id)!);
}

/** The time that a session took; one that is open goes on. */
function periodOf(session: Session): Period {
	const [from, end] = [session.start_time, session.end_time].map((time) =>
		DateTime.fromISO(String(time), { zone: 'utc' }),
	);
	const now = DateTime.utc();
	const to = session.sessionStatus === 'closed' && end.isValid ? end.plus(MARGIN) : now;
	return { from: from.minus(MARGIN), to: DateTime.max(to, from) };
}

/** All messages of sessions that are of one bot and channel, the oldest first. */
async function messagesOf(
	api: Client<Operations>,
	sessions: Session[],
	used: Version,
): Promise<IDataObject[]> {
	const [{ botId, channel }] = sessions;
	const periods = sessions.map(periodOf);
	const period = periods.reduce((all, one) => ({
		from: DateTime.min(all.from, one.from),
		to: DateTime.max(all.to, one.to),
	}));
	const sessionId = sessions.map(({ sessionId: id }) => id);
	const inputs = datesBetween(period).map((dates) => ({
		path: { botId },
		// Without it Kore.ai gives those of rtm only.
		body: { sessionId, channelType: channel, forward: true, ...dates },
	}));
	const id = used === 'v1' ? 'message.getAll' : 'message.getAllV2';
	const paging = { ...koreAi.paging, size: PAGE[used] };
	return await api.listInTurn(id, inputs, { key: ['_id'] }, paging);
}

/** Sessions in parts that one call each can ask for: of one bot and channel, and near each other in time. */
const together = (sessions: Session[]): Session[][] =>
	Object.values(groupBy(sessions, ({ botId, channel }) => `${botId} ${channel}`)).flatMap((group) =>
		chunk(
			group.toSorted((a, b) => a.start_time.localeCompare(b.start_time)),
			IDS_PER_CALL,
		),
	);

/** Says which sessions have messages by their own count, and gave none. */
function tellSilent(api: Client<Operations>, sessions: Session[], messages: IDataObject[]): void {
	const spoken = new Set(messages.map(({ sessionId }) => sessionId));
	const silent = sessions.filter(
		({ sessionId, noOfMessagesExchanged: count }) =>
			(countOf(count) ?? 0) > 0 && !spoken.has(sessionId),
	);
	if (silent.length === 0) return;
	const [first, ...others] = silent.map(({ sessionId, channel }) => `${sessionId} (${channel})`);
	const more = others.length > 0 ? ` and ${others.length} more` : '';
	api.hint(
		`Kore.ai counts messages in sessions of which it gave none: ${first}${more}. V2 leaves out messages of alert and action tasks; V1 gives them.`,
	);
}

export const getMessages = operation('session.getMessages', {
	name: 'Get Messages',
	action: 'Get messages of session',
	description:
		'Retrieve all messages of sessions, whenever, by which channel and with which bot they were',
	largeAnswers: true,
	simplify,
	fields: [
		{
			...texts(
				'Session IDs',
				'sessionIds',
				'Session ID',
				'ids',
				"Sessions whose messages to retrieve. Bot, channel and time are the sessions' own.",
			),
			required: true,
			narrows: true,
		},
		{ ...version, displayOptions: undefined },
	],
	run: async ({ api, fields }) => {
		const ids = [...new Set(fields.get('sessionIds'))];
		const sessions = await sessionsOf(api, ids);
		const found: IDataObject[] = [];
		for (const part of together(sessions)) {
			found.push(...(await messagesOf(api, part, fields.get('version'))));
		}
		// In the order of the sessions; what names none of them last.
		const places = new Map(ids.map((id, place) => [id, place]));
		const messages = sortBy(found, (row) => places.get(String(row.sessionId)) ?? ids.length);
		tellSilent(api, sessions, messages);
		return messages;
	},
});
