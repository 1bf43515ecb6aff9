import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { readBody } from '../../shared/call/answers';
import { CURSOR, cursorAt, cursorNow, type Cursor } from '../../shared/trigger/cursor';
import { aText, listOf, thingOf, type StateForm } from '../../shared/trigger/form';
import { checkSilent, newRows, idOf, present, timeOf } from '../../shared/trigger/newRows';
import type { HeldSoFar, Pace } from '../../shared/trigger/periods';
import { eventsOf } from '../../shared/trigger/poll';
import type { Operations } from '../contract';
import { IDS_PER_CALL, WINDOW } from '../history';
import { botOf } from '../locators';
import { simplify } from '../session';
import { lookSince, ofBot, periodSince, type BotPoll, type Calling } from './events';

/** The sessions that started at or after `since`: that the dates mean the start is inferred from the order of rows. */
async function sessionsSince(poll: Calling, since: DateTime, pace: Pace): Promise<HeldSoFar> {
	const path = botOf(poll.fields);
	return await lookSince(poll, 'session.getAll', periodSince(poll, since), pace, {
		longest: WINDOW,
		inputsOf: ({ from, to }) => [{ path, body: { dateFrom: from, dateTo: to } }],
		key: ['sessionId'],
	});
}

const sessionIdOf = ({ api }: Calling, row: IDataObject) => idOf(api, row, 'sessionId');

const happeningsOf = (poll: Calling, rows: IDataObject[]) =>
	rows.map((row) => ({ id: sessionIdOf(poll, row), at: timeOf(row.start_time), is: row }));

const sessionStarted = eventsOf<Operations, Cursor>(CURSOR)({
	name: 'Session Started',
	value: 'sessionStarted',
	description: 'Somebody began to talk with the bot',
	simplify,
	...ofBot,
	poll: async (poll) => {
		return await newRows(poll, async (since, pace) => {
			const { rows, ...held } = await sessionsSince(poll, since, pace);
			return { happenings: happeningsOf(poll, rows), ...held };
		});
	},
});

/** How long a session may have been open when the trigger begins, in milliseconds: one day. */
const OPEN_BEFORE = 24 * 60 * 60_000;

/** Open sessions that are remembered at most: asking for them takes ten calls a poll. */
const MAX_OPEN = 500;

interface Closing {
	/** Up to where sessions were found, by their start. It begins so long before the trigger does. */
	started: Cursor;
	/** IDs of those that were open when last looked at, the earliest first. */
	open: string[];
}

const FORM: StateForm<Closing> = {
	number: 1,
	fits: thingOf<Closing>({ started: CURSOR.fits, open: listOf(aText) }),
};

/** `closed` and `active` are documented (docs/evidence/kore-ai.md §3.3). */
const isClosed = ({ sessionStatus }: IDataObject) => readBody(sessionStatus).value === 'closed';

/** `checkSilent` of whether sessions are over. */
function checkStatus({ api }: Calling, rows: IDataObject[]): void {
	const silent = rows.filter(
		({ sessionStatus }) => typeof sessionStatus !== 'string' || sessionStatus === '',
	);
	const why = 'so it cannot be told which are over';
	checkSilent(api, silent, rows.length, { things: 'sessions', what: "'sessionStatus'", why });
}

const endOf = ({ end_time: end }: IDataObject, otherwise: number) => {
	const time = timeOf(end);
	return Number.isNaN(time) ? otherwise : time;
};

/** Sessions by ID as they are now, and the IDs that Kore.ai no longer knows. */
async function sessionsById({ api, fields }: Calling, ids: string[]) {
	const path = botOf(fields);
	const found: IDataObject[] = [];
	const gone = new Set<string>();
	for (let at = 0; at < ids.length; at += IDS_PER_CALL) {
		const sessionId = ids.slice(at, at + IDS_PER_CALL);
		const body = { sessionId, limit: IDS_PER_CALL };
		const answer = await api.call('session.getAll', { path, body });
		found.push(...api.rowsIn(answer.sessions ?? [], answer));
		for (const id of [answer.invalidSessions].flat()) gone.add(String(id));
	}
	return { found, gone };
}

/** What Kore.ai says of no session. */
const NONE = { found: [], gone: new Set<string>() };

/** Each session as it is now: a list that shifts may show one before and after it was closed. */
function latestOf(poll: Calling, rows: IDataObject[]): Map<string, IDataObject> {
	const latest = new Map<string, IDataObject>();
	for (const row of rows) {
		const id = sessionIdOf(poll, row);
		if (!isClosed(latest.get(id) ?? {})) latest.set(id, row);
	}
	return latest;
}

/** A session is closed already when it is found, or it is found open and looked at until it is closed. */
async function closedSessions(poll: BotPoll<Closing>) {
	const { start } = poll;
	const now = present(poll.api);
	const first = start ? cursorAt(start.toMillis()) : cursorNow(now);
	const earlier = { ...first, ...cursorAt(first.from - OPEN_BEFORE) };
	const before = poll.state ?? { started: earlier, open: [] };
	const rows: IDataObject[] = [];
	let isPart = false;
	const { items: fresh, state: started } = await newRows(
		{ ...poll, state: before.started },
		async (since, pace) => {
			const { rows: found, ...held } = await sessionsSince(poll, since, pace);
			rows.push(...found);
			isPart = held.upTo !== undefined;
			return { happenings: happeningsOf(poll, found), ...held };
		},
	);

	const listed = latestOf(poll, rows);
	const asked = before.open.filter((id) => !listed.has(id));
	const byId = sessionsById(poll, asked);
	// Of a part, what was read comes all the same: the next poll asks for the others.
	const { found, gone } = await (isPart ? byId.catch(() => NONE) : byId);
	checkStatus(poll, [...rows, ...found]);
	const latest = latestOf(poll, [...rows, ...found]);
	const ids = [...new Set([...before.open, ...fresh.map((row) => sessionIdOf(poll, row))])];
	const open = ids.filter((id) => !isClosed(latest.get(id) ?? {}) && !gone.has(id));

	// What ended before the trigger begins does not count.
	const from = started.from + OPEN_BEFORE;
	const wereOpen = new Set(before.open);
	const isFirst = !poll.state && !start;
	const counts = (id: string, row: IDataObject) =>
		isClosed(row) && (wereOpen.has(id) || (!isFirst && endOf(row, now) >= from));
	const closed = ids.flatMap((id) => {
		const row = latest.get(id);
		return row && counts(id, row) ? [row] : [];
	});
	return {
		items: closed.sort((a, b) => endOf(a, now) - endOf(b, now)),
		state: { started, open: open.slice(-MAX_OPEN) },
	};
}

const sessionClosed = eventsOf<Operations, Closing>(FORM)({
	name: 'Session Closed',
	value: 'sessionClosed',
	description: 'A conversation with the bot is over',
	simplify,
	...ofBot,
	poll: closedSessions,
});

export const sessionEvents = [sessionStarted, sessionClosed];
