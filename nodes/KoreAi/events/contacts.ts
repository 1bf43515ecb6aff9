import { omit, sortBy } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { FIRST, type Position } from '../../shared/call/paging';
import { isTold, keyOf } from '../../shared/call/rowKey';
import { hashOf } from '../../shared/trigger/contentIds';
import {
	aFlag,
	aNumber,
	aText,
	orNone,
	recordOf,
	thingOf,
	type StateForm,
} from '../../shared/trigger/form';
import { idsOf, keptAs, type Kept } from '../../shared/trigger/listing';
import { checkSilent, ofEach } from '../../shared/trigger/newRows';
import { eventsOf, type PollContext } from '../../shared/trigger/poll';
import { Allowance, byTurn, nextTurn, readPart, type Part } from '../../shared/trigger/rounds';
import { Sightings } from '../../shared/trigger/sightings';
import { resultPaging } from '../api';
import { forResults } from '../campaign/state';
import type { Operations } from '../contract';
import { bot, botOf, voiceCampaign } from '../locators';
import { campaignsOf, isCompleted, isOver, isSince, isWaiting, statusOf } from './campaigns';

/**
 * Pages of contacts that a poll reads: half of the 60 calls a minute and account (docs/evidence/kore-ai.md §2.1), since
 * n8n polls once a minute at most. The others are for the list of campaigns, and for what else calls the account.
 */
const PAGES = 30;

/** Characters of IDs that are kept of campaigns that were stopped, which may go on: 17 for each contact. */
const RESTING = 1_000_000;

/** What a reading of a campaign has shown. */
interface Shown {
	/** A hash of its contacts in their order. */
	order: string;
	/** Where nobody is called any more: IDs, with spaces between them, of what stood on a later page once more. */
	doubtful: string;
}

/** How far a reading of a campaign is that takes several polls. */
interface Reading extends Shown {
	at: Position;
	/** How many of the contacts that were called it has shown: the last of their IDs. */
	shown: number;
	/** Whether all that it shows was called before the trigger knew the campaign. */
	isOld: boolean;
	/** Whether the campaign was over before it began, and it showed nothing new. */
	isLast: boolean;
	/** Whether each contact that was announced came, and once. */
	isWhole: boolean;
}

/** What is known of a campaign. */
interface Progress {
	/** Its state when it was last listed. */
	status: string;
	/** IDs of the contacts that were called, with spaces between them; undefined when they are not known, as of one that was completed. */
	called?: string;
	/** Whether nothing more is expected while its status is the same. */
	over?: boolean;
	/** Of one that is being read. */
	reading?: Reading;
	/** What its last whole reading has shown. */
	last?: Shown;
	/** When it was last read to its end. */
	turn?: number;
}

/** By the ID of the campaign. */
type State = Record<string, Progress>;

const isShown = { order: aText, doubtful: aText };

const isReading = thingOf<Reading>({
	...isShown,
	at: thingOf<Position>({ page: aNumber, skip: aNumber, after: orNone(aText) }),
	shown: aNumber,
	isOld: aFlag,
	isLast: aFlag,
	isWhole: aFlag,
});

const isProgress = thingOf<Progress>({
	status: aText,
	called: orNone(aText),
	over: orNone(aFlag),
	reading: orNone(isReading),
	last: orNone(thingOf<Shown>(isShown)),
	turn: orNone(aNumber),
});

const FORM: StateForm<Kept<State>> = { number: 1, fits: keptAs(recordOf(isProgress)) };

type Poll = Pick<PollContext<Operations, State>, 'api' | 'state' | 'start' | 'isTest'>;

/** A campaign as it is listed, and what was known of it before. */
interface Watched {
	id: string;
	campaign: IDataObject;
	before: Progress;
}

const nameOf = ({ id, campaign: { name } }: Watched) => `Campaign '${String(name ?? id)}'`;

const wordsOf = (text: string | undefined) => (text ? text.split(' ') : []);

/** What tells contacts apart, which have no ID and no time. */
const KEY = ['phoneNumber', 'uniqueId', 'botSessionId'];

/** The contacts of each page that were called. `before` is how many were known. */
function calledIn({ api }: Poll, pages: IDataObject[][], before: number): IDataObject[][] {
	const rows = pages.flat();
	const silent = rows.filter(({ dialerOutcome }) => typeof dialerOutcome !== 'string');
	const why = 'so it cannot be told who was called';
	const silence = { things: 'contacts', what: "'dialerOutcome'", why };
	checkSilent(api, silent, rows.length + before, silence);
	// It is empty while a contact is still to be called.
	const called = pages.map((page) => page.filter(({ dialerOutcome }) => dialerOutcome));
	const nameless = called.flat().filter(({ phoneNumber }) => !isTold(phoneNumber));
	const unlike = { things: 'contacts', what: "'phoneNumber'", why: 'so they cannot be told apart' };
	checkSilent(api, nameless, called.flat().length + before, unlike);
	return called;
}

/** A hash of contacts in their order, whatever came of the calls; `before` is that of the ones before them. */
const orderOf = (before: string, pages: IDataObject[][]): string =>
	pages.reduce((order, page) => hashOf([order, ...page.map((row) => keyOf(row, KEY))]), before);

/** Where a reading begins. */
const BEGIN = { at: FIRST, isOld: false, isWhole: true, order: '', shown: 0, doubtful: '' };

/** What is known of a campaign before this poll. At the first, who was called by now is old, but in what was made since the start. */
function knownOf({ state, start }: Poll, id: string, campaign: IDataObject): Progress {
	if (state && Object.hasOwn(state, id)) return state[id];
	const isOld = !state && !isSince(start, campaign) && !isWaiting(campaign);
	if (!isOld) return { status: '', called: '' };
	return { status: statusOf(campaign), over: isOver(campaign) };
}

const isQuiet = ({ before: { over, status }, campaign }: Watched) =>
	over === true && status === statusOf(campaign);

/** Whether somebody may have been called. A test shows what is new alone. */
const isToRead = ({ isTest }: Poll, one: Watched) =>
	!isWaiting(one.campaign) && !isQuiet(one) && !(isTest && one.before.called === undefined);

/** What is known of a campaign by its place in the list. */
function listed(one: Watched): Progress {
	if (isQuiet(one)) return one.before;
	const { campaign, before } = one;
	const { reading } = before;
	const status = statusOf(campaign);
	const isLast = reading?.isLast === true && status === before.status;
	return { ...before, status, over: false, ...(reading && { reading: { ...reading, isLast } }) };
}

/** What is new in a part of a reading, who is known to be called after it, and what the reading has shown by then. */
function takeIn(poll: Poll, one: Watched, progress: Progress, reading: Reading, part: Part) {
	const { isOld } = reading;
	const before = wordsOf(progress.called);
	const sightings = new Sightings<IDataObject>(
		{ known: before, shown: reading.shown, doubtful: wordsOf(reading.doubtful) },
		(row) => KEY.map((name) => row[name]),
	);
	const pages = calledIn(poll, part.pages, before.length);
	const certain = pages.flatMap((page) => sightings.add(page));
	const isStill = reading.isLast && certain.length === 0 && !part.isRefused;
	// On two pages in two readings while nobody is called, it did not move: nothing must come twice.
	const twice = new Set(wordsOf(progress.last?.doubtful));
	const again = sightings.accept((id) => isOld || (isStill && twice.has(id)));
	const { known, shown, doubtful } = sightings.sighted;
	return {
		fresh: isOld ? [] : [...certain, ...again],
		// What this answer lacks was called all the same.
		called: known.join(' '),
		now: {
			isOld,
			isLast: isStill && doubtful.length === 0,
			isWhole: reading.isWhole && part.isWhole,
			order: orderOf(reading.order, part.pages),
			shown,
			doubtful: isOver(one.campaign) ? doubtful.join(' ') : '',
		},
	};
}

/** Reads on in a campaign as far as the poll may; `turn` is that of this poll. */
async function readOn(
	poll: Poll,
	path: { botId: string },
	one: Watched,
	{ allowance, turn }: { allowance: Allowance; turn: number },
): Promise<{ items: IDataObject[]; progress: Progress }> {
	const { id: campaignId, campaign, before } = one;
	const progress = listed(one);
	const { status, last } = progress;
	// Results may be shown later than the status: it is read until nothing comes any more.
	const isLast = isOver(campaign) && status === before.status;
	const begin = { ...BEGIN, isOld: progress.called === undefined, isLast };
	const reading = progress.reading ?? begin;
	const part = await readPart(poll.api, 'campaign.getStatus', forResults({ ...path, campaignId }), {
		name: nameOf(one),
		from: reading.at,
		allowance,
		key: KEY,
		paging: resultPaging,
	});
	const { fresh, called, now } = takeIn(poll, one, progress, reading, part);
	const about = { campaignId, campaignName: campaign.name };
	const items = fresh.map((row) => ({ ...about, ...row }));
	const { isOld, order, doubtful } = now;
	// What a first reading lacks would be taken for new: it begins again.
	const isAgain = isOld && part.isRefused;
	const next = isAgain ? { ...begin, isOld } : part.next && { ...now, at: part.next };
	if (next) {
		const since = isAgain ? turn : before.turn;
		return { items, progress: { status, called, last, reading: next, turn: since } };
	}
	// In the same order twice, nothing has moved: what is missing, or stands there twice, is so.
	const isEnd = now.isLast && (now.isWhole || order === last?.order);
	if (!isEnd) return { items, progress: { status, called, last: { order, doubtful }, turn } };
	const over = { status, over: true };
	return { items, progress: isCompleted(campaign) ? over : { ...over, called, turn } };
}

/** The state with no more of campaigns that were stopped than may be kept: of those that were read last. */
function bounded(state: State): State {
	const resting = Object.entries(state).filter(([, { over }]) => over);
	let left = RESTING;
	const tooMuch = sortBy(resting, ([, { turn = 0 }]) => -turn).filter(([, { called = '' }]) => {
		left -= called.length;
		return left < 0;
	});
	const forgotten = tooMuch.map(([id, progress]) => [id, omit(progress, 'called')] as const);
	return { ...state, ...Object.fromEntries(forgotten) };
}

/** Reads on in campaigns, those first that were not read for longest; what became of those that were asked for. */
async function readRound(poll: Poll, path: { botId: string }, watched: Watched[]) {
	const allowance = new Allowance(PAGES);
	const turn = nextTurn(Object.values(poll.state ?? {}));
	const { given, left } = await ofEach(
		poll.api,
		byTurn(watched, ({ before }) => before),
		nameOf,
		async (one) => {
			if (allowance.isSpent) return [];
			return [{ id: one.id, ...(await readOn(poll, path, one, { allowance, turn })) }];
		},
	);
	const read = given.flat();
	// One that cannot be read stays what it was, and has its next turn after the others.
	const unread = left.map((one) => [one.id, { ...listed(one), turn }] as const);
	return {
		items: read.flatMap(({ items }) => items),
		progress: [...unread, ...read.map(({ id, progress }) => [id, progress] as const)],
	};
}

/** All contacts can be read only, a hundred a page: so they are read in rounds, of which each poll does a part. */
export const contactCalled = eventsOf<Operations, Kept<State>>(FORM)({
	name: 'Contact Called',
	value: 'contactCalled',
	description: 'A voice campaign is done with one of its contacts, reached or not',
	fields: [bot, voiceCampaign],
	scope: (fields) => [botOf(fields), fields.get('campaign')],
	poll: async ({ state: kept, ...rest }) => {
		const poll = { ...rest, state: kept?.known };
		const { fields, state: before = {} } = poll;
		const path = botOf(fields);
		const { rows, missing, gone } = await campaignsOf(poll, path, 'voice', idsOf(kept));
		const wanted = fields.get('campaign');
		if (wanted && !rows.has(wanted)) {
			fields.fail('campaign', 'is no voice campaign of this bot', 'Choose one from the list.');
		}
		const watched = [...rows]
			.filter(([id]) => !wanted || id === wanted)
			.map(([id, campaign]) => ({ id, campaign, before: knownOf(poll, id, campaign) }));
		const toRead = watched.filter((one) => isToRead(poll, one));
		const { items, progress } = await readRound(poll, path, toRead);
		const state = Object.fromEntries([
			...Object.entries(before).filter(([id]) => !gone.has(id)),
			...watched.map((one) => [one.id, listed(one)] as const),
			...progress,
		]);
		return { items, state: { known: bounded(state), missing } };
	},
});
