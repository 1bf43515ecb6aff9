import { omit, sortBy } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { FIRST, type Position } from '../../shared/call/paging';
import { contentIds } from '../../shared/trigger/contentIds';
import { checkSilent, ofEach } from '../../shared/trigger/newRows';
import { eventsOf, type PollContext } from '../../shared/trigger/poll';
import { Allowance, byTurn, nextTurn, readPart } from '../../shared/trigger/rounds';
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

/** How far a reading of a campaign is that takes several polls. */
interface Reading {
	at: Position;
	/** Whether all that it shows was called before the trigger knew the campaign. */
	isOld: boolean;
	/** Whether the campaign was over before it began, and it showed nothing new. */
	isLast: boolean;
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
	/** When it was last read to its end. */
	turn?: number;
}

/** By the ID of the campaign. */
type State = Record<string, Progress>;

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

/** The contacts among rows that were called, by ID. `before` is how many were known. */
function calledIn({ api }: Poll, rows: IDataObject[], before: number): Map<string, IDataObject> {
	const silent = rows.filter(({ dialerOutcome }) => typeof dialerOutcome !== 'string');
	const why = 'so it cannot be told who was called';
	const silence = { things: 'contacts', what: "'dialerOutcome'", why };
	checkSilent(api, silent, rows.length + before, silence);
	// It is empty while a contact is still to be called.
	const called = rows.filter(({ dialerOutcome }) => dialerOutcome);
	const ids = contentIds(called, (row) => KEY.map((name) => row[name]));
	return new Map(ids.map((id, index) => [id, called[index]]));
}

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

/** Reads on in a campaign as far as the poll may; `turn` is that of this poll. */
async function readOn(
	poll: Poll,
	path: { botId: string },
	one: Watched,
	{ allowance, turn }: { allowance: Allowance; turn: number },
): Promise<{ items: IDataObject[]; progress: Progress }> {
	const { id: campaignId, campaign, before } = one;
	const progress = listed(one);
	const { status } = progress;
	// Results may be shown later than the status: it is read until nothing comes any more.
	const wasOver = isOver(campaign) && status === before.status;
	const begin = { at: FIRST, isOld: progress.called === undefined, isLast: wasOver };
	const { at, isOld, isLast: wasLast } = progress.reading ?? begin;
	const part = await readPart(poll.api, 'campaign.getStatus', forResults({ ...path, campaignId }), {
		name: nameOf(one),
		from: at,
		allowance,
		key: KEY,
		paging: resultPaging,
	});
	const known = new Set(wordsOf(progress.called));
	const all = calledIn(poll, part.rows, known.size);
	const fresh = isOld ? [] : [...all].filter(([id]) => !known.has(id)).map(([, row]) => row);
	const about = { campaignId, campaignName: campaign.name };
	const items = fresh.map((row) => ({ ...about, ...row }));
	// What this answer lacks was called all the same.
	const called = [...new Set([...known, ...all.keys()])].join(' ');
	const isLast = wasLast && fresh.length === 0 && part.isWhole;
	// What a first reading lacks would be taken for new: it begins again.
	const isAgain = isOld && part.isRefused;
	const next = isAgain ? FIRST : part.next;
	if (next) {
		const reading = { at: next, isOld, isLast };
		return { items, progress: { status, called, reading, turn: isAgain ? turn : before.turn } };
	}
	if (!isLast) return { items, progress: { status, called, turn } };
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
export const contactCalled = eventsOf<Operations, State>()({
	name: 'Contact Called',
	value: 'contactCalled',
	description: 'A voice campaign is done with one of its contacts, reached or not',
	fields: [bot, voiceCampaign],
	scope: (fields) => [botOf(fields), fields.get('campaign')],
	poll: async (poll) => {
		const { fields, state: before = {} } = poll;
		const path = botOf(fields);
		const { rows, gone } = await campaignsOf(poll, path, 'voice', Object.keys(before));
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
		return { items, state: bounded(state) };
	},
});
