import { isEmpty } from 'lodash';
import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { Period } from '../../shared/fields/dates';
import { checkSilent, idOf, present, timeOf } from '../../shared/trigger/newRows';
import { eventsOf } from '../../shared/trigger/poll';
import { stableList, type StableList } from '../../shared/trigger/stableList';
import type { Operations } from '../contract';
import { checkLength } from '../history';
import {
	halvesOf,
	INTERACTIONS,
	interactionPaging,
	KEY,
	MOST,
	ofPeriod,
	partsOf,
	simplify,
} from '../interaction';
import { latestNow, ofBot, type BotPoll, type Calling } from './events';

const DAY = 24 * 60 * 60_000;

/** How long an interaction may take, or be shown after its end, in milliseconds: which time dates mean was not found. */
const BEFORE = DAY;

/** How long one that the service lists as going on is waited for. */
const LONGEST = 6 * DAY;

/** Up to where interactions were read. */
interface Place {
	/** From when on the service is asked, in milliseconds since 1970. Only what it showed moves it. */
	from: number;
	/** Those that were over when last looked at, and that the service may list again: the end by the ID. */
	over: Record<string, number>;
}

/** States of a conversation that is not over, of those that are documented (docs/evidence/kore-ai.md §5.1). */
const GOING_ON = ['ACTIVE', 'IDLE', 'OPEN', 'OVERDUE'];

const wordOf = (status: unknown) => (typeof status === 'string' ? status.trim().toUpperCase() : '');

/** Whether it has a completion status, and neither status is of one that goes on: that running ones lack it is inferred. */
const isOver = ({ finalStatus, smartStatus }: IDataObject) =>
	wordOf(finalStatus) !== '' &&
	![finalStatus, smartStatus].some((status) => GOING_ON.includes(wordOf(status)));

/** All of a period; where that is more than the service gives, all of its halves. */
async function inPeriod({ api, fields }: Calling, period: Period): Promise<StableList> {
	const options = { key: KEY, paging: interactionPaging, limit: MOST };
	const { rows, still } = await stableList(
		api,
		INTERACTIONS,
		[ofPeriod(fields.get('bot'), period)],
		options,
	);
	if (rows.length < MOST) return { rows, still };
	const halves = halvesOf(period);
	if (!halves) return { rows, still: false };
	return await inPeriods({ api, fields }, halves);
}

async function inPeriods(calling: Calling, periods: Period[]): Promise<StableList> {
	const looks: StableList[] = [];
	for (const period of periods) looks.push(await inPeriod(calling, period));
	return { rows: looks.flatMap(({ rows }) => rows), still: looks.every(({ still }) => still) };
}

/** `checkSilent` of whether interactions are over: one that goes on may lack a completion status, but not a live one. */
function checkStatus({ api }: Calling, rows: IDataObject[]): void {
	const silent = rows.filter(
		({ finalStatus, smartStatus }) =>
			!wordOf((finalStatus ?? '') === '' ? smartStatus : finalStatus),
	);
	const why = 'so it cannot be told which are over';
	checkSilent(api, silent, rows.length, { things: 'interactions', what: "'finalStatus'", why });
}

/** Each comes when it is over, by its ID: it may be shown as such long after its end, in any order. */
async function finished(poll: BotPoll<Place>) {
	const { api, state, start, fields } = poll;
	const begun = present(api);
	// A place ahead of us that nothing was seen at is that of a wrong clock: as if it were published now.
	const before = state && (state.from <= begun || !isEmpty(state.over)) ? state : undefined;
	const first = start?.toMillis() ?? begun;
	const { from, over: known }: Place = before ?? { from: first - BEFORE, over: {} };
	const period = { from: DateTime.fromMillis(from, { zone: 'utc' }), to: latestNow(api) };
	checkLength(fields.group('options'), 'startFrom', period);
	const { rows, still } = await inPeriods(poll, partsOf(period));
	checkStatus(poll, rows);

	const now = present(api);
	const endOf = ({ sessionEndTime }: IDataObject) => {
		const end = timeOf(sessionEndTime);
		return Number.isNaN(end) ? now : end;
	};
	const listed = new Map(rows.map((row) => [idOf(api, row, ...KEY), row]));
	const ended = [...listed].filter(([, row]) => isOver(row));
	const fresh = ended.filter(([id]) => !Object.hasOwn(known, id)).map(([, row]) => row);
	const counts = before ? fresh : start ? fresh.filter((row) => endOf(row) >= first) : [];

	const ends = ended.map(([, row]) => endOf(row)).filter((end) => end <= now);
	const latest = Math.max(from, ...ends);
	const begins = [...listed.values()]
		.filter((row) => !isOver(row))
		.map(({ sessionStartTime }) => timeOf(sessionStartTime))
		.filter((time) => time >= latest - LONGEST);
	// If nothing ends, the service's own clock moves it, so that periods stay short.
	const reached = Math.max(Math.min(latest - BEFORE, ...begins), (api.serviceTime ?? 0) - LONGEST);
	const next = still ? Math.max(from, reached) : from;
	const kept = Object.entries(known).filter(([id, end]) => listed.has(id) || end >= next);
	const over = Object.fromEntries([
		...kept,
		...ended.map(([id, row]) => [id, endOf(row)] as const),
	]);
	return { items: counts.sort((a, b) => endOf(a) - endOf(b)), state: { from: next, over } };
}

const interactionFinished = eventsOf<Operations, Place>()({
	name: 'Interaction Finished',
	value: 'interactionFinished',
	description: 'A call or chat of the contact center is over',
	simplify,
	...ofBot,
	poll: finished,
});

export const interactionEvents = [interactionFinished];
