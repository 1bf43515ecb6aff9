import type { IDataObject } from 'n8n-workflow';

import type { CampaignAdapter, ListRow, PlannedList } from '../../compose/campaign/adapter';
import type { Contact } from '../../compose/campaign/rows';
import type { Client } from '../../shared/call/client';
import { toDateTime } from '../../shared/fields/dates';
import { objectsIn } from '../../shared/fields/lists';
import { isSameText } from '../../shared/fields/sameText';
import { toE164 } from '../../shared/phone/phoneNumber';
import { koda } from '../api';
import type { CallListInput, Operations } from '../contract';
import type { Campaign } from './campaign';

/** What makes two lists of the same calls different campaigns. Times are left out: they may come from `$now`. */
const SETTINGS = ['start_block_id', 'campaign_vars', 'campaign_date_start'] as const;

/** How messages call things; the number of a call has its name in KODA (docs/evidence/koda.md §3.1.1). */
export const about = {
	words: {
		vendor: koda.name,
		list: 'call list',
		owner: 'the bot',
		withdraw: { verb: 'pause', done: 'paused', after: ' Do not resume it.' },
	},
	reserved: 'phone_number',
};

/** Call lists of a bot, each with the settings `body`. */
export function adapterOf(
	botId: string,
	body: Campaign['body'],
	pageSize?: number,
): CampaignAdapter<Operations> {
	const path = { botId };
	const window = { key: ['id'], pageSize };
	const bodyOf = ({ name, contacts }: PlannedList): CallListInput => ({
		name,
		...body,
		calls: contacts.map(callOf),
	});
	return {
		...about,
		all: async (api) => (await api.list('callList.getAll', { path }, window)).map(rowOf),
		newest: async (api, own, known) => {
			const size = pageSize ?? koda.paging.size;
			// KODA's default order, asked for all the same.
			const input = { path, query: { sort_by: 'created_at', sort_order: 'DESC' } as const };
			const rows = await api.list('callList.getAll', input, { ...window, limit: size });
			const ids = rows.map(({ id }) => String(id));
			const isEnough = ids.includes(own) && ids.some((id) => known.has(id));
			if (isEnough || rows.length < size) return rows.map(rowOf);
			return (await api.list('callList.getAll', input, window)).map(rowOf);
		},
		read: async (api, { id }) => {
			const details = await api.call('callList.get', { path: { botId, listId: id } });
			return {
				contacts: async () =>
					callsOf(api, details).map(({ phone_number: number, custom_data: data }) => ({
						number:
							numberIn(number) ?? failShown(api, details, 'shows a number that cannot be read in'),
						variables: objectsIn(data)[0] ?? {},
					})),
				otherSetting: (planned) => otherSetting(details, bodyOf(planned)),
			};
		},
		request: bodyOf,
		create: async (api, planned) => {
			const { list_id: id, count } = await api.call('callList.create', {
				path,
				body: bodyOf(planned),
			});
			return { id: String(id), accepted: Number(count ?? planned.contacts.length) };
		},
		// Of lists with the same settings, one that is paused has another status, but so has one whose calls have begun: KODA's
		// words were not found (docs/evidence/koda.md §8.5).
		seemsWithdrawn: (other, own) => other.status !== own.status,
		withdraw: async (api, { id }) =>
			await api.call('callList.pause', { path: { botId, listId: id } }),
	};
}

/** One call of a call list: the number, and what the bot knows about it (docs/evidence/koda.md §3.1.1). */
const callOf = ({ number, variables }: Contact): CallListInput['calls'][number] => ({
	...variables,
	phone_number: number,
});

/** When a list was created is in no particular zone: they are compared with each other only (docs/evidence/koda.md §2). */
const rowOf = ({ id, name, status, created_at: at }: IDataObject): ListRow => ({
	id: String(id),
	name: String(name),
	status,
	at: toDateTime(at, 'utc')?.toMillis(),
});

/** What is compared with the planned numbers: in which spelling KODA shows them is not known (docs/evidence/koda.md §2). */
function numberIn(shown: unknown): string | undefined {
	// Of many thousands hardly any is otherwise.
	if (typeof shown === 'string' && /^\+\d+$/.test(shown)) return shown;
	const text = String(shown ?? '').trim();
	const read = toE164(/^[1-9]/.test(text) ? `+${text}` : text);
	return 'number' in read ? read.number : undefined;
}

function callsOf(api: Client<Operations>, list: IDataObject): IDataObject[] {
	const { calls } = list;
	if (Array.isArray(calls)) return api.rowsIn(calls, list);
	return failShown(api, list, 'does not show the calls of');
}

const failShown = (api: Client<Operations>, { name }: IDataObject, what: string) =>
	api.fail(
		`KODA ${what} the call list '${String(name)}'`,
		"So it cannot be told whether it is one of this campaign. Nothing was created on the strength of it. Give the campaign another 'Name'.",
	);

/** The setting that a list has otherwise than wanted; what it does not show counts as the same. */
function otherSetting(details: IDataObject, list: CallListInput): string | undefined {
	return SETTINGS.find((name) => {
		const [there, wanted] = [details[name], list[name]].map((value) => JSON.stringify(value));
		return details[name] !== undefined && !(there && wanted && isSameText(there, wanted));
	});
}
