import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../shared/call/client';
import { byAge, type Twin } from '../../shared/call/twins';
import { toDateTime } from '../../shared/fields/dates';
import { isSameText, textKey } from '../../shared/fields/sameText';
import type { CallListInput, Operations } from '../contract';
import type { Call } from './rows';

/** What makes two lists of the same calls different campaigns. Times are left out: they may come from `$now`. */
const SETTINGS = ['start_block_id', 'campaign_vars', 'campaign_date_start'] as const;

/** A list of the bot that has people of the campaign, but is none of its lists. */
export interface Conflict {
	id: string;
	name: string;
	/** People of the campaign that are in it; undefined when it shows no calls. */
	shared?: number;
	/** The setting that alone is different, as KODA calls it. */
	setting?: string;
}

/** What there is of a campaign. */
interface Existing {
	/** IDs of its lists by name. */
	found: Map<string, string>;
	conflicts: Conflict[];
	/** IDs of all lists of the bot. */
	ids: ReadonlySet<string>;
}

/**
 * Looks for the lists of a campaign among those of the bot: from a run that broke off, or the same campaign started twice.
 * Answers those that are there, and the others under the campaign's name whose people would be called a second time.
 * `base` is the campaign's name without a number.
 */
export async function findExisting(
	api: Client<Operations>,
	botId: string,
	base: string,
	planned: CallListInput[],
	pageSize?: number,
): Promise<Existing> {
	const found = new Map<string, Twin>();
	const ids = new Set<string>();
	const wanted = new Map(planned.map((list) => [textKey(list.name), list]));
	let numbers: Set<string> | undefined;
	const theirs = () => (numbers ??= new Set(planned.flatMap(({ calls }) => calls.map(numberOf))));
	const conflicts: Conflict[] = [];
	const window = { key: ['id'], pageSize };
	for (const row of await api.list('callList.getAll', { path: { botId } }, window)) {
		const id = String(row.id);
		ids.add(id);
		const key = textKey(String(row.name));
		const list = wanted.get(key);
		const name = list?.name ?? String(row.name);
		if (!isOf(textKey(base), key)) continue;
		const details = await api.call('callList.get', { path: { botId, listId: id } });
		const calls = callsOf(api, details);
		const setting = list && otherSetting(details, list);
		const isSame = list !== undefined && sameCalls(calls, list.calls as Call[]);
		if (isSame && !setting) {
			// The first stays where two processes have made it at the same moment.
			const [first] = [twinOf(row), found.get(name) ?? []].flat().sort(byAge);
			found.set(name, first);
			continue;
		}
		const shared = calls.filter((call) => theirs().has(numberOf(call))).length;
		if (shared > 0) conflicts.push({ id, name, shared, ...(isSame && { setting }) });
		// It may be one of this campaign whose calls KODA does not show yet.
		else if (list && calls.length === 0) conflicts.push({ id, name });
	}
	return {
		found: new Map([...found].map(([name, { id }]) => [name, id])),
		conflicts: conflicts.filter(({ name }) => !found.has(name)),
		ids,
	};
}

/** When a list was created, in no particular zone: they are compared with each other only (docs/evidence/koda.md §2). */
export const twinOf = ({ id, created_at: at }: IDataObject): Twin => ({
	id: String(id),
	at: toDateTime(at, 'utc')?.toMillis(),
});

/** Whether a list has the campaign's name, or that with a number. */
export const isOf = (base: string, name: string) =>
	name === base || (name.startsWith(`${base} `) && /^\d+$/.test(name.slice(base.length + 1)));

export const numberOf = ({ phone_number: number }: IDataObject | CallListInput['calls'][number]) =>
	String(number);

export function callsOf(api: Client<Operations>, list: IDataObject): IDataObject[] {
	const { calls, name } = list;
	if (Array.isArray(calls)) return api.rowsIn(calls, list);
	return api.fail(
		`KODA does not show the calls of the call list '${String(name)}'`,
		"So it cannot be told whether it is one of this campaign. Nothing was created now. Give the campaign another 'Name'.",
	);
}

/** The setting that a list has otherwise than wanted; what it does not show counts as the same. */
function otherSetting(details: IDataObject, list: CallListInput): string | undefined {
	return SETTINGS.find((name) => {
		const [there, wanted] = [details[name], list[name]].map((value) => JSON.stringify(value));
		return details[name] !== undefined && !(there && wanted && isSameText(there, wanted));
	});
}

/** Whether a list is about the same people with the same variables, each the same text. Empty ones do not count. */
function sameCalls(there: IDataObject[], wanted: Call[]): boolean {
	if (there.length !== wanted.length) return false;
	const known = new Map(there.map((call) => [call.phone_number, call.custom_data as IDataObject]));
	return wanted.every(({ phone_number: number, ...variables }) => {
		const data = known.get(number);
		return known.has(number) && variablesText(data ?? {}) === variablesText(variables);
	});
}

const variablesText = (variables: IDataObject) =>
	JSON.stringify(
		Object.entries(variables)
			.map(([name, value]) => [textKey(name), textKey(String(value ?? ''))])
			.filter(([, value]) => value !== '')
			.toSorted(([a], [b]) => (a < b ? -1 : 1)),
	);
