import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { isThing } from '../../shared/fields/lists';
import { contentIds } from '../../shared/trigger/contentIds';
import { checkFields, entered, listingOf, type Listing } from '../../shared/trigger/listing';
import { checkSilent, ofEach, timeOf } from '../../shared/trigger/newRows';
import { eventsOf, type PollContext } from '../../shared/trigger/poll';
import { campaignPaging, resultPaging } from '../api';
import { simplify } from '../campaign/list';
import { forResults } from '../campaign/state';
import { campaignType } from '../campaign/type';
import type { CampaignType, Operations } from '../contract';
import { bot, botOf, voiceCampaign } from '../locators';

type Poll<State> = Pick<PollContext<Operations, State>, 'api' | 'state'>;

/** A campaign's state, a word; empty when it has none. */
const statusOf = ({ status }: IDataObject) =>
	isThing(status) ? '' : (/[a-z]+/.exec(String(status ?? '').toLowerCase())?.[0] ?? '');

const isCompleted = (campaign: IDataObject) => statusOf(campaign) === 'completed';

/** Whether nobody is called any more, unless it is started again (docs/evidence/kore-ai.md §9.2.1). */
const isOver = (campaign: IDataObject) => isCompleted(campaign) || statusOf(campaign) === 'stopped';

/** Whether nobody has been called yet. */
const isWaiting = (campaign: IDataObject) =>
	['preparing', 'ready', 'scheduled'].includes(statusOf(campaign));

const isSince = (start: DateTime | undefined, { createdAt }: IDataObject) =>
	start !== undefined && !(timeOf(createdAt) < start.toMillis());

/** The campaigns of a bot, by ID. */
async function campaignsOf<State>(
	poll: Poll<State>,
	path: { botId: string },
	type: CampaignType,
	known: string[],
): Promise<Listing> {
	// The oldest first: a new one then moves no other.
	const body = { type, sortBy: { createdAt: 'asc' as const } };
	const options = { key: ['_id'] as const, known, paging: campaignPaging };
	const listed = await listingOf(poll, 'campaign.getAll', { path, body }, options);
	checkFields(poll, listed, (row) => statusOf(row) !== '', 'status');
	return listed;
}

/** The state is the IDs of the campaigns that are completed. */
const campaignFinished = eventsOf<Operations, string[]>()({
	name: 'Campaign Finished',
	value: 'campaignFinished',
	description: 'A campaign is completed: everybody was called, or written to',
	simplify,
	fields: [bot, campaignType],
	scope: (fields) => [botOf(fields), fields.get('campaignType')],
	poll: async (poll) => {
		const { fields, state: before, start } = poll;
		const type = fields.get('campaignType');
		const listed = await campaignsOf(poll, botOf(fields), type, before ?? []);
		const { fresh, state } = entered(listed, isCompleted, before);
		return { items: before ? fresh : fresh.filter((one) => isSince(start, one)), state };
	},
});

/** Up to where the results of a campaign were read. */
interface Progress {
	status: string;
	/** IDs of the contacts that were called; undefined when they are not known, as of one that was over. */
	called?: string[];
	/** Whether nothing more is expected while its status is the same. */
	over?: boolean;
}

/** By the ID of the campaign. */
type State = Record<string, Progress>;

/** The contacts of a campaign that were called. They have no ID and no time. */
async function calledIn({ api }: Poll<State>, path: { botId: string }, campaign: IDataObject) {
	const key = ['phoneNumber', 'uniqueId', 'botSessionId'];
	const asked = forResults({ ...path, campaignId: String(campaign._id) });
	const { rows, missing } = await api.listing('campaign.getStatus', [asked], { key }, resultPaging);
	if (missing) api.tellMissing(missing);
	const silent = rows.filter(({ dialerOutcome }) => typeof dialerOutcome !== 'string');
	const why = 'so it cannot be told who was called';
	checkSilent(api, silent, rows.length, { things: 'contacts', what: "'dialerOutcome'", why });
	// It is empty while a contact is still to be called.
	const called = rows.filter(({ dialerOutcome }) => dialerOutcome);
	const ids = contentIds(called, (row) => key.map((name) => row[name]));
	return { ids, called, isWhole: !missing };
}

/** Reads on in a campaign; `before` is undefined for one that is new. */
async function readOn(
	poll: Poll<State>,
	path: { botId: string },
	campaign: IDataObject,
	before: Progress = { status: '', called: [] },
): Promise<{ items: IDataObject[]; progress: Progress }> {
	const status = statusOf(campaign);
	if (isWaiting(campaign)) return { items: [], progress: { ...before, status, over: false } };
	const { ids, called: all, isWhole } = await calledIn(poll, path, campaign);
	const known = new Set(before.called);
	const fresh = before.called ? all.filter((_, index) => !known.has(ids[index])) : [];
	const about = { campaignId: String(campaign._id), campaignName: campaign.name };
	// Results may be shown later than the status: it is read until nothing comes any more.
	const isDone = isOver(campaign) && status === before.status && fresh.length === 0 && isWhole;
	// What this answer lacks was called all the same.
	const called = [...new Set([...known, ...ids])];
	const items = fresh.map((row) => ({ ...about, ...row }));
	return { items, progress: isDone ? { status, over: true } : { status, called } };
}

const contactCalled = eventsOf<Operations, State>()({
	name: 'Contact Called',
	value: 'contactCalled',
	description: 'A voice campaign is done with one of its contacts, reached or not',
	fields: [bot, voiceCampaign],
	scope: (fields) => [botOf(fields), fields.get('campaign')],
	poll: async (poll) => {
		const { fields, state: before, start } = poll;
		const path = botOf(fields);
		const { rows, gone } = await campaignsOf(poll, path, 'voice', Object.keys(before ?? {}));
		const wanted = fields.get('campaign');
		const listed = [...rows].filter(([id]) => !wanted || id === wanted);
		if (wanted && !rows.has(wanted)) {
			fields.fail('campaign', 'is no voice campaign of this bot', 'Choose one from the list.');
		}
		const progressOf = ([id, campaign]: [string, IDataObject]): Progress | undefined => {
			if (before) return Object.hasOwn(before, id) ? before[id] : undefined;
			// Of the first poll: what was called by now is old, but of campaigns made since the start.
			const isOld = !isSince(start, campaign) && !isWaiting(campaign);
			return isOld ? { status: statusOf(campaign), over: isCompleted(campaign) } : undefined;
		};
		const isQuiet = (entry: [string, IDataObject]) => {
			const progress = progressOf(entry);
			return progress?.over === true && progress.status === statusOf(entry[1]);
		};
		const kept = Object.entries(before ?? {}).filter(([id]) => !gone.has(id));
		// One that cannot be read stays what it was, at the first poll too.
		const known = listed.flatMap((one) => {
			const progress = progressOf(one);
			return progress ? [[one[0], progress] as const] : [];
		});
		const { given: read } = await ofEach(
			poll.api,
			listed.filter((one) => !isQuiet(one)),
			([id, { name }]) => `Campaign '${String(name ?? id)}'`,
			async (one) => ({ id: one[0], ...(await readOn(poll, path, one[1], progressOf(one))) }),
		);
		const state = Object.fromEntries([
			...kept,
			...known,
			...read.map(({ id, progress }) => [id, progress] as const),
		]);
		return { items: read.flatMap(({ items }) => items), state };
	},
});

export const campaignEvents = [campaignFinished, contactCalled];
