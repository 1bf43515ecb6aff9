import type { IDataObject } from 'n8n-workflow';

import type { CampaignAdapter, ListRow, PlannedList } from '../../compose/campaign/adapter';
import type { Client } from '../../shared/call/client';
import { GRACE_SECONDS } from '../../shared/call/twins';
import { toDateTime } from '../../shared/fields/dates';
import { objectsIn } from '../../shared/fields/lists';
import { isSameText } from '../../shared/fields/sameText';
import { campaignPaging, koreAi } from '../api';
import type { CampaignSettings, Operations } from '../contract';
import {
	contactLists,
	countOn,
	fill,
	isMarked,
	isMarkedOtherwise,
	markOf,
	namesIn,
	numbersOn,
	type Filling,
} from './filling';
import { checkStatus, isActive, isReady, prepared, statusOf } from './state';
import { trigger } from './trigger';

/** How messages call things; contacts are known by phoneNumber (docs/evidence/kore-ai.md §9.2). */
export const about = {
	words: {
		vendor: koreAi.name,
		list: 'campaign',
		begun: 'contact list',
		owner: 'the bot',
		withdraw: { verb: 'delete', done: 'deleted', after: '' },
	},
	reserved: 'phoneNumber',
};

interface Settings extends Filling {
	/** Whether it is to be started once it is ready. */
	isToStart: boolean;
}

/** Campaigns of a bot, each with a contact list of its own of the same name. */
export function adapterOf(settings: Settings): CampaignAdapter<Operations> {
	const { botId, body, isToStart, fields } = settings;
	const { campaignType } = body;
	const ofType = { campaignType };
	/** Contact lists and campaigns as they were read last. */
	const lists = new Map<string, IDataObject>();
	const campaigns = new Map<string, IDataObject>();
	const bodyOf = ({ name }: PlannedList): CampaignSettings => ({
		...body,
		name,
		contactLists: [name],
	});
	const campaignRows = async (api: Client<Operations>, limit?: number): Promise<ListRow[]> => {
		// The newest first, if all are wanted, too.
		const asked = { type: campaignType, sortBy: { createdAt: 'desc' } } as const;
		const input = { path: { botId }, body: asked };
		const rows = await api.list('campaign.getAll', input, { key: ['_id'], limit }, campaignPaging);
		for (const row of rows) campaigns.set(String(row._id), row);
		return rows.map(rowOf);
	};
	const readLists = async (api: Client<Operations>) => {
		for (const list of await contactLists(api, botId)) lists.set(String(list._id), list);
	};
	const listsOf = (campaign: IDataObject) =>
		namesIn(campaign).map((name) => [...lists.values()].find((list) => list.name === name));
	return {
		...about,
		longestName: 48,
		all: async (api) => {
			const rows = await campaignRows(api);
			await readLists(api);
			const inUse = new Set([...campaigns.values()].flatMap(namesIn));
			const begun = [...lists.values()].filter(({ name }) => !inUse.has(String(name)));
			return [...rows, ...begun.map((list) => ({ ...rowOf(list), isBegun: true }))];
		},
		newest: async (api, own, known) => {
			const rows = await campaignRows(api, campaignPaging.size);
			const isEnough = rows.some(({ id }) => id === own) && rows.some(({ id }) => known.has(id));
			return isEnough || rows.length < campaignPaging.size ? rows : await campaignRows(api);
		},
		read: async (api, { id, isBegun }) => {
			const campaign = campaigns.get(id) ?? {};
			const find = () => (isBegun ? [lists.get(id)] : listsOf(campaign));
			// Another process may have made one since they were read.
			if (!isBegun && find().includes(undefined)) await readLists(api);
			const found = find().filter((list) => list !== undefined);
			const [first, ...others] = found;
			return {
				contacts: async () => {
					const numbers: string[] = [];
					for (const list of found)
						numbers.push(...(await numbersOn(api, botId, String(list._id))));
					return [...new Set(numbers)].map((number) => ({ number }));
				},
				isMarked: (planned) =>
					first !== undefined &&
					others.length === 0 &&
					(isBegun || countOn(first) === planned.contacts.length) &&
					isMarked(first, markOf(planned, body)),
				otherSetting: (planned) =>
					(isBegun ? undefined : otherSetting(campaign, body)) ??
					(first && isMarkedOtherwise(first, markOf(planned, body))
						? 'setting or variables'
						: undefined),
			};
		},
		request: bodyOf,
		create: async (api, planned) => {
			const contactListId = await fill(api, settings, planned);
			const made = await api.call('campaign.create', {
				path: { botId },
				query: ofType,
				body: bodyOf(planned),
			});
			return {
				id: String(made._id ?? made.id),
				accepted: planned.contacts.length,
				more: { contact_list_id: contactListId },
			};
		},
		seemsWithdrawn: ({ status }) => isSameText(String(status), 'Stopped'),
		withdraw: async (api, { id, status }) => {
			const path = { botId, campaignId: id };
			if (isActive({ status: status as string })) await trigger(api, path, campaignType, 'stop');
			return await api.call('campaign.delete', { path, query: ofType });
		},
		finish: async (api, id, isOwn) => {
			const path = { botId, campaignId: id };
			let state = await prepared(api, fields, path);
			if (isToStart && isReady(state) && !isOwn) {
				// Whoever made it starts it at their next look, and Kore.ai may say so late.
				await api.wait(fields.get('waitInterval') + GRACE_SECONDS);
				state = await statusOf(api, path);
			}
			if (!isToStart || !isReady(state)) return { campaign_status: state.status };
			const asking = api.having({ check: checkStatus });
			const started = await trigger(asking, path, campaignType, 'play');
			return { campaign_status: started.status };
		},
	};
}

const rowOf = ({ _id: id, name, status, createdAt }: IDataObject): ListRow => ({
	id: String(id),
	name: String(name),
	status,
	at: toDateTime(createdAt, 'utc')?.toMillis(),
});

/** The setting that a campaign has otherwise than wanted; what it does not show counts as the same. */
function otherSetting(campaign: IDataObject, wanted: CampaignSettings): string | undefined {
	const [there] = objectsIn(campaign.dncLists);
	const pairs: Array<[string, unknown, unknown]> = [
		['dialingMode', campaign.dialingMode, wanted.dialingMode],
		['dncLists', there?.name, wanted.dncLists?.name],
		['format', campaign.format, wanted.format],
	];
	const other = pairs.find(
		([, one, own]) => one !== undefined && one !== null && !isSameText(String(one), String(own)),
	);
	return other?.[0];
}
