import { pick } from 'lodash';
import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { countOf } from '../../shared/call/answers';
import { hasOneOf } from '../../shared/call/success';
import { contentIds } from '../../shared/trigger/contentIds';
import {
	CURSOR,
	OVERLAP,
	advance,
	countsFrom,
	cursorAt,
	type Cursor,
	type Happening,
} from '../../shared/trigger/cursor';
import { aNumber, orNone, recordOf, thingOf, type StateForm } from '../../shared/trigger/form';
import { checkFields, idsOf, keptAs, type Kept, type Listing } from '../../shared/trigger/listing';
import { checkTimes, ofEach, present, serviceNow, timeOf } from '../../shared/trigger/newRows';
import { Allowance, byTurn, nextTurn } from '../../shared/trigger/rounds';
import { bot } from '../locators';
import { isFinished } from './callListFinished';
import { botOf, callListsOf, kodaEvents, type KodaContext } from './event';

/** Up to where the calls of a list were read. */
interface Progress {
	/** `finished_calls` of the list at that time. */
	count: number;
	/** When it, or the calls, were last seen to change. Undefined once so long ago that nothing is shown late. */
	changed?: number;
	/** By the list's own clock: its times have no zone, so they are compared with each other only. */
	cursor: Cursor;
	/** When it was asked for last, counted in polls. */
	turn?: number;
}

/** By the ID of the list; one that is made later needs none: all of its calls are new. */
type Known = Record<string, Progress>;

type State = Kept<Known>;

const isProgress = thingOf<Progress>({
	count: aNumber,
	changed: orNone(aNumber),
	cursor: CURSOR.fits,
	turn: orNone(aNumber),
});

const FORM: StateForm<State> = { number: 1, fits: keptAs(recordOf(isProgress)) };

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** How far a clock without a zone may be behind UTC, in milliseconds: the zones go from -12 to +14 hours. */
const BEHIND = 12 * HOUR;

/** KODA's `YYYY-MM-DD HH:mm:ss` in milliseconds by its own clock. Luxon takes 0.3 s for 50,000 of them. */
function clockOf(time: unknown): number {
	const fast = Date.parse(`${String(time).replace(' ', 'T')}Z`);
	return Number.isNaN(fast) ? timeOf(time) : fast;
}

/** A moment by a clock in the workflow's zone, in which times without one are read. */
const onClock = (moment: DateTime, timezone: string): number =>
	moment.setZone(timezone).setZone('utc', { keepLocalTime: true }).toMillis();

/**
 * Whether the last call of a list may be made (`max_call_at`, inferred) was a day before a moment, in whatever zone:
 * then no call of it has ended in the half day before.
 */
const endedBefore = ({ max_call_at: end }: IDataObject, moment: number): boolean =>
	end !== undefined && end !== null && clockOf(end) + DAY < moment;

/** Calls that answers hold at the same time, unless one alone has more: 50,000 are some 20 MB. */
const CALLS_AT_ONCE = 50_000;

/**
 * What a later poll reads: so many lists, and no further one once the lists that it has begun have so many calls. KODA
 * publishes no limit of calls (docs/evidence/koda.md §2), so these keep a poll to some 25 MB, or the size of one list.
 */
const LISTS_A_POLL = 100;
const CALLS_A_POLL = 100_000;

const callsIn = ({ total_calls }: IDataObject): number => countOf(total_calls) ?? 0;

const finishedIn = ({ finished_calls }: IDataObject): number => countOf(finished_calls) ?? 0;

/** Some of what every call has (docs/evidence/koda.md §5). */
const CALL = ['phone_number', 'calling_status', 'attempts_left'];

/**
 * The calls with `finish_calling` from a time on: that they are finished is inferred (docs/evidence/koda.md §5). They have
 * no ID. Of the others, which may be many, nothing is kept.
 */
async function finishedCalls(
	{ api, fields }: KodaContext<State>,
	{ id: listId, name }: IDataObject,
	from: number,
) {
	const path = { botId: fields.get('bot'), listId: String(listId) };
	const list = await api.call('callList.get', { path });
	const calls = api.rowsIn(list.calls, list);
	if (!calls.every((call) => hasOneOf(call, CALL))) api.failShape(list);
	const finished = calls
		.filter(({ finish_calling }) => finish_calling)
		.map((is) => ({ id: '', at: clockOf(is.finish_calling), is }));
	checkTimes(api, finished);
	// All that are the same in what follows have the same time.
	const late = finished.filter(({ at }) => at >= from);
	const ids = contentIds(late, ({ is }) => [is.phone_number, is.finish_calling, is.custom_data]);
	return late.map(({ at, is }, index) => ({
		id: ids[index],
		at,
		is: { list_id: listId, list_name: name, ...is },
	}));
}

type Finished = Happening<IDataObject>;

/** A list that was not there before. */
const UNREAD: Progress = { count: 0, cursor: cursorAt(0) };

/** What is known of a list, by its own name alone. */
const lastOf = (state: Known, id: string): Progress =>
	Object.hasOwn(state, id) ? state[id] : UNREAD;

/** What is remembered of a list of which nothing more is expected: up to when, and what is dated after that. */
function closed({ until, seen }: Cursor): Cursor {
	const later = Object.entries(seen).filter(([, at]) => at > until);
	return { ...cursorAt(until + 1), seen: Object.fromEntries(later) };
}

/** Reads a list, and gives what is new in it: calls may be shown later than they are counted. */
async function readOn(poll: KodaContext<State>, list: IDataObject, before: Progress) {
	const happenings = await finishedCalls(poll, list, countsFrom(before.cursor));
	// By any zone's clock it is not later than this; a later date must not hide what comes before it.
	const read = advance(before.cursor, happenings, true, present(poll.api) + DAY);
	const count = finishedIn(list);
	const now = serviceNow(poll.api);
	const isMoved = count !== before.count || read.fresh.length > 0;
	const since = isMoved ? now : Math.min(before.changed ?? -Infinity, now);
	const changed = now - since < OVERLAP ? since : undefined;
	const isOver = changed === undefined && isFinished(list);
	const cursor = isOver ? closed(read.cursor) : read.cursor;
	return { fresh: read.fresh, progress: { count, changed, cursor } };
}

interface ReadAll {
	/** Chooses what of each list counts. */
	keep?: (fresh: Finished[]) => Finished[];
	/** Whether a list is still to be read in this poll. */
	mayRead?: (list: IDataObject) => boolean;
	/** The turn of what is read, or was to be. */
	turn?: number;
}

/** Reads some lists, a few at a time. One that KODA no longer knows, or refuses, stays as it was. */
async function readAll(
	poll: KodaContext<State>,
	lists: Array<[string, IDataObject]>,
	state: Known,
	{ keep = (fresh) => fresh, mayRead = () => true, turn }: ReadAll,
) {
	const { given, left } = await ofEach(
		poll.api,
		lists,
		([id, { name }]) => `Call list '${String(name ?? id)}'`,
		async ([id, list]) => {
			if (!mayRead(list)) return undefined;
			const { fresh, progress } = await readOn(poll, list, lastOf(state, id));
			return { id, progress: { ...progress, turn }, fresh: keep(fresh) };
		},
		Math.floor(CALLS_AT_ONCE / Math.max(...lists.map(([, list]) => callsIn(list)))),
	);
	const read = given.filter((one) => one !== undefined);
	const progress = Object.fromEntries([
		...(turn === undefined ? [] : left).map(
			([id]) => [id, { ...lastOf(state, id), turn }] as const,
		),
		...read.map((one) => [one.id, one.progress] as const),
	]);
	return { given: read.flatMap(({ fresh }) => fresh), state: { ...state, ...progress } };
}

/**
 * The first poll: with a start, what finished since; without, what is finished is old. A list is read up to its own
 * newest call, as its clock is not known, unless it was over long before.
 */
async function begin(poll: KodaContext<State>, { rows }: Listing) {
	const { start, timezone } = poll;
	const moment = start?.toMillis() ?? present(poll.api);
	const from = start ? onClock(start, timezone) : Infinity;
	const lists = [...rows];
	const toRead = lists.filter(
		([, list]) => (!start || finishedIn(list) > 0) && !endedBefore(list, moment),
	);
	const isRead = new Set(toRead.map(([id]) => id));
	const keep = (fresh: Finished[]) => fresh.filter(({ at }) => at >= from);
	const read = await readAll(poll, toRead, {}, { keep });
	// Nothing that ends later can be dated before this.
	const cursor = cursorAt(moment - BEHIND);
	const unread = lists
		.filter(([id]) => !Object.hasOwn(read.state, id))
		.map(([id, list]): [string, Progress] => [
			id,
			{
				count: finishedIn(list),
				changed: isRead.has(id) ? serviceNow(poll.api) : undefined,
				cursor,
			},
		]);
	return { ...read, state: { ...read.state, ...Object.fromEntries(unread) } };
}

/**
 * A later poll: the lists whose number of finished calls has changed, and for as long after that as calls may be shown
 * late; of many, those that were not read for longest.
 */
async function goOn(poll: KodaContext<State>, { rows, gone }: Listing, known: Known) {
	const kept = Object.entries(known).filter(([id]) => !gone.has(id));
	const changed = [...rows].filter(([id, list]) => {
		const { changed: at, count } = lastOf(known, id);
		return at !== undefined || count !== finishedIn(list);
	});
	const lists = new Allowance(LISTS_A_POLL);
	const calls = new Allowance(CALLS_A_POLL);
	return await readAll(
		poll,
		byTurn(changed, ([id]) => lastOf(known, id)),
		Object.fromEntries(kept),
		{
			mayRead: (list) => lists.take() && calls.take(callsIn(list)),
			turn: nextTurn(Object.values(known)),
		},
	);
}

/** A call in ten fields. */
const simplify = (call: IDataObject) =>
	pick(call, [
		'list_id',
		'list_name',
		'phone_number',
		'calling_status',
		'attempts_left',
		'start_calling',
		'finish_calling',
		'call_duration',
		'custom_data',
		'data_collected',
	]);

/** Lists are read only when they say that more calls are finished: with 50,000 calls, an answer is large. */
export const callFinished = kodaEvents(FORM)({
	name: 'Call Finished',
	value: 'callFinished',
	description: 'A call of a campaign is finished',
	fields: [bot],
	simplify,
	scope: botOf,
	poll: async (poll) => {
		const lists = await callListsOf(poll, idsOf(poll.state));
		const isTold = (list: IDataObject) => countOf(list.finished_calls) !== undefined;
		checkFields(poll, lists, isTold, 'finished_calls');
		const { given, state: known } = poll.state
			? await goOn(poll, lists, poll.state.known)
			: await begin(poll, lists);
		const items = given.toSorted((a, b) => a.at - b.at).map(({ is }) => is);
		return { items, state: { known, missing: lists.missing } };
	},
});
