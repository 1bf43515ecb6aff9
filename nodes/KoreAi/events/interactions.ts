import { isEmpty, sortBy, uniq } from 'lodash';
import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { Period } from '../../shared/fields/dates';
import {
	aNumber,
	listOf,
	orNone,
	recordOf,
	thingOf,
	type StateForm,
} from '../../shared/trigger/form';
import { checkSilent, checkTimes, idOf, present, timeOf } from '../../shared/trigger/newRows';
import { inPeriods } from '../../shared/trigger/periods';
import { eventsOf } from '../../shared/trigger/poll';
import { stableList } from '../../shared/trigger/stableList';
import type { Operations } from '../contract';
import {
	INTERACTIONS,
	interactionPaging,
	KEY,
	MOST,
	ofPeriod,
	simplify,
	WINDOW,
} from '../interaction';
import { latestNow, ofBot, periodSince, type BotPoll, type Calling } from './events';

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
	/** How long a time is read at once, in milliseconds, where the last poll found too much for that. */
	step?: number;
	/** How far a reading is that takes several polls. */
	round?: Round;
}

interface Round {
	/** Up to where it has read. */
	upTo: number;
	/** The latest end that it showed. */
	latest: number;
	/** When those began that it showed as going on. */
	begins: number[];
	/** In the first one: what ended before this is old. */
	first?: number;
}

const FORM: StateForm<Place> = {
	number: 1,
	fits: thingOf<Place>({
		from: aNumber,
		over: recordOf(aNumber),
		step: orNone(aNumber),
		round: orNone(
			thingOf<Round>({
				upTo: aNumber,
				latest: aNumber,
				begins: listOf(aNumber),
				first: orNone(aNumber),
			}),
		),
	}),
};

/** States of a conversation that is not over, of those that are documented (docs/evidence/kore-ai.md §5.1). */
const GOING_ON = ['ACTIVE', 'IDLE', 'OPEN', 'OVERDUE'];

const wordOf = (status: unknown) => (typeof status === 'string' ? status.trim().toUpperCase() : '');

/** Whether it has a completion status, and neither status is of one that goes on: that running ones lack it is inferred. */
const isOver = ({ finalStatus, smartStatus }: IDataObject) =>
	wordOf(finalStatus) !== '' &&
	![finalStatus, smartStatus].some((status) => GOING_ON.includes(wordOf(status)));

/**
 * When it ended at the earliest, by the service: one that is over may lack its end. NaN where it has no time, as our clock
 * must not move the place.
 */
const endOf = ({ sessionEndTime: end, sessionStartTime: begin }: IDataObject): number =>
	[end, begin].map(timeOf).find((time) => !Number.isNaN(time)) ?? NaN;

/** A part of a period, as far as the service gives it. */
async function inPart({ api, fields }: Calling, period: Period) {
	const { rows, still } = await stableList(
		api,
		INTERACTIONS,
		[ofPeriod(fields.get('bot'), period)],
		{ key: KEY, paging: interactionPaging, limit: MOST },
	);
	const share = rows.length / MOST;
	return { rows, still: still && share < 1, share };
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
	const { api, state, start, goesOn } = poll;
	const begun = present(api);
	// A place ahead of us that nothing was seen at is that of a wrong clock: as if it were published now.
	const before = state && (state.from <= begun || !isEmpty(state.over)) ? state : undefined;
	const first = start?.toMillis() ?? begun;
	const { from, over: known, step, round }: Place = before ?? { from: first - BEFORE, over: {} };
	const since = before ? round?.first : first;
	const period = periodSince(poll, DateTime.fromMillis(round?.upTo ?? from, { zone: 'utc' }));
	const read = async (part: Period) => await inPart(poll, part);
	const held = await inPeriods(api, { period, longest: WINDOW, read, step, goesOn });
	const { rows, still, upTo, isAll } = held;
	checkStatus(poll, rows);

	const now = present(api);
	const late = latestNow(api).toMillis();
	/** When it ended at the latest: what is remembered for too long does no harm. */
	const lastEndOf = ({ sessionEndTime }: IDataObject) => {
		const end = timeOf(sessionEndTime);
		return Number.isNaN(end) ? late : end;
	};
	const listed = new Map(rows.map((row) => [idOf(api, row, ...KEY), row]));
	const ended = [...listed].filter(([, row]) => isOver(row));
	const fresh = ended.filter(([id]) => !Object.hasOwn(known, id)).map(([, row]) => row);
	// All come by their IDs, but those since a start by their time.
	const dated = fresh.map((is) => ({ id: '', at: endOf(is), is }));
	if (start && since !== undefined) checkTimes(api, dated);
	const counts = since === undefined ? fresh : fresh.filter((row) => endOf(row) >= since);

	const ends = ended.map(([, row]) => endOf(row)).filter((end) => end <= now);
	const latest = Math.max(round?.latest ?? from, ...ends);
	const goingOn = [...listed.values()]
		.filter((row) => !isOver(row))
		.map(({ sessionStartTime }) => timeOf(sessionStartTime));
	const begins = uniq([...(round?.begins ?? []), ...goingOn]).filter(
		(time) => time >= latest - LONGEST,
	);
	// If nothing ends, the service's own clock moves it, so that periods stay short.
	const reached = Math.max(Math.min(latest - BEFORE, ...begins), (api.serviceTime ?? 0) - LONGEST);
	const next = isAll && still && upTo === undefined ? Math.max(from, reached) : from;
	// What other polls of the round listed may be listed again, though not long after its end.
	const keptFrom = !isAll ? -Infinity : round ? next - BEFORE : next;
	const kept = Object.entries(known).filter(([id, end]) => listed.has(id) || end >= keptFrom);
	const over = Object.fromEntries([
		...kept,
		...ended.map(([id, row]) => [id, lastEndOf(row)] as const),
	]);
	const left = { upTo: upTo ?? round?.upTo ?? from, latest, begins, first: since };
	const items = before || start ? sortBy(counts, lastEndOf) : [];
	return { items, state: { from: next, over, step: held.step, round: isAll ? undefined : left } };
}

const interactionFinished = eventsOf<Operations, Place>(FORM)({
	name: 'Interaction Finished',
	value: 'interactionFinished',
	description: 'A call or chat of the contact center is over',
	simplify,
	...ofBot,
	poll: finished,
});

export const interactionEvents = [interactionFinished];
