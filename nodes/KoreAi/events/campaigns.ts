import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { isThing } from '../../shared/fields/lists';
import {
	ENTERED,
	checkFields,
	entered,
	listingOf,
	type Kept,
	type Listing,
} from '../../shared/trigger/listing';
import { timeOf } from '../../shared/trigger/newRows';
import { eventsOf, type PollContext } from '../../shared/trigger/poll';
import { campaignPaging } from '../api';
import { simplify } from '../campaign/list';
import { campaignType } from '../campaign/type';
import type { CampaignType, Operations } from '../contract';
import { bot, botOf } from '../locators';

type Poll = Pick<PollContext<Operations, unknown>, 'api'>;

/** A campaign's state, a word; empty when it has none. */
export const statusOf = ({ status }: IDataObject) =>
	isThing(status) ? '' : (/[a-z]+/.exec(String(status ?? '').toLowerCase())?.[0] ?? '');

export const isCompleted = (campaign: IDataObject) => statusOf(campaign) === 'completed';

/** Whether nobody is called any more, unless it is started again (docs/evidence/kore-ai.md §9.2.1). */
export const isOver = (campaign: IDataObject) =>
	isCompleted(campaign) || statusOf(campaign) === 'stopped';

/** Whether nobody has been called yet. */
export const isWaiting = (campaign: IDataObject) =>
	['preparing', 'ready', 'scheduled'].includes(statusOf(campaign));

export const isSince = (start: DateTime | undefined, { createdAt }: IDataObject) =>
	start !== undefined && !(timeOf(createdAt) < start.toMillis());

/** The campaigns of a bot, by ID. */
export async function campaignsOf(
	poll: Poll,
	path: { botId: string },
	type: CampaignType,
	before?: Kept<string[]>,
): Promise<Listing> {
	// The oldest first: a new one then moves no other.
	const body = { type, sortBy: { createdAt: 'asc' as const } };
	const options = { key: ['_id'] as const, before, paging: campaignPaging };
	const listed = await listingOf(poll, 'campaign.getAll', { path, body }, options);
	checkFields(poll, listed, (row) => statusOf(row) !== '', 'status');
	return listed;
}

/** The state is the IDs of the campaigns that are completed. */
export const campaignFinished = eventsOf<Operations, Kept<string[]>>(ENTERED)({
	name: 'Campaign Finished',
	value: 'campaignFinished',
	description: 'A campaign is completed: everybody was called, or written to',
	simplify,
	fields: [bot, campaignType],
	scope: (fields) => [botOf(fields), fields.get('campaignType')],
	poll: async (poll) => {
		const { fields, state: before, start } = poll;
		const type = fields.get('campaignType');
		const listed = await campaignsOf(poll, botOf(fields), type, before);
		const { fresh, state } = entered(listed, isCompleted, before);
		return { items: before ? fresh : fresh.filter((one) => isSince(start, one)), state };
	},
});
