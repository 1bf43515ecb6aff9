import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../shared/call/client';
import { byAge } from '../../shared/call/twins';
import { textKey } from '../../shared/fields/sameText';
import type { CampaignAdapter, ListRow, PlannedList, ShownContact } from './adapter';
import type { Contact } from './rows';

/** A list that has people of the campaign, but is none of its lists. */
export interface Conflict {
	id: string;
	name: string;
	/** People of the campaign that are in it; undefined when it shows no calls. */
	shared?: number;
	/** Whether it is no campaign yet. */
	isBegun?: boolean;
	/** The setting that alone is different, as the service calls it. */
	setting?: string;
}

/** What there is of a campaign. */
interface Existing {
	/** IDs of its lists by name. */
	found: Map<string, string>;
	conflicts: Conflict[];
	/** IDs of all lists. */
	ids: ReadonlySet<string>;
}

/**
 * Looks for the lists of a campaign among those that are there: from a run that broke off, or the same campaign started
 * twice. Answers those that are there, and the others under the campaign's name whose people would be called a second
 * time. `base` is the campaign's name without a number.
 */
export async function findExisting<Operations>(
	api: Client<Operations>,
	adapter: CampaignAdapter<Operations>,
	base: string,
	planned: PlannedList[],
): Promise<Existing> {
	const found = new Map<string, ListRow>();
	const ids = new Set<string>();
	const wanted = new Map(planned.map((list) => [textKey(list.name), list]));
	let numbers: Set<string> | undefined;
	const theirs = () =>
		(numbers ??= new Set(planned.flatMap(({ contacts }) => numbersOf(contacts))));
	const conflicts: Conflict[] = [];
	for (const row of await adapter.all(api)) {
		const { id } = row;
		ids.add(id);
		const key = textKey(row.name);
		const list = wanted.get(key);
		const name = list?.name ?? row.name;
		if (!isOf(textKey(base), key)) continue;
		const shown = await adapter.read(api, row);
		const isMarked = list !== undefined && shown.isMarked?.(list) === true;
		const contacts = isMarked ? list.contacts : await shown.contacts();
		const setting = list && shown.otherSetting(list);
		if (row.isBegun && list && !setting && isPart(contacts, list)) continue;
		const isSame = !row.isBegun && list !== undefined && sameContacts(contacts, list.contacts);
		if (isSame && !setting) {
			// The first stays where two processes have made it at the same moment.
			const [first] = [row, found.get(name) ?? []].flat().sort(byAge);
			found.set(name, first);
			continue;
		}
		const shared = contacts.filter(({ number }) => theirs().has(number)).length;
		const isTaken = list !== undefined && row.isBegun === true;
		if (shared > 0 || isTaken) {
			conflicts.push({ id, name, shared, isBegun: row.isBegun, ...(isSame && { setting }) });
		}
		// It may be one of this campaign whose calls are not shown yet.
		else if (list && contacts.length === 0) conflicts.push({ id, name });
	}
	return {
		found: new Map([...found].map(([name, { id }]) => [name, id])),
		conflicts: conflicts.filter(({ name }) => !found.has(name)),
		ids,
	};
}

/** Whether a list has the campaign's name, or that with a number. */
export const isOf = (base: string, name: string) =>
	name === base || (name.startsWith(`${base} `) && /^\d+$/.test(name.slice(base.length + 1)));

export const numbersOf = (contacts: Array<{ number: string }>) =>
	contacts.map(({ number }) => number);

/** Whether all that is in a list is wanted there. */
function isPart(contacts: ShownContact[], planned: PlannedList): boolean {
	const numbers = new Set(numbersOf(planned.contacts));
	return contacts.every(({ number }) => numbers.has(number));
}

/** Whether a list is about the same people with the same variables, each the same text. Empty ones do not count. */
function sameContacts(there: ShownContact[], wanted: Contact[]): boolean {
	if (there.length !== wanted.length) return false;
	const known = new Map(there.map((contact) => [contact.number, contact]));
	return wanted.every(({ number, variables }) => {
		const contact = known.get(number);
		if (!contact?.variables) return contact !== undefined;
		return variablesText(contact.variables) === variablesText(variables);
	});
}

const variablesText = (variables: IDataObject) =>
	JSON.stringify(
		Object.entries(variables)
			.map(([name, value]) => [textKey(name), textKey(String(value ?? ''))])
			.filter(([, value]) => value !== '')
			.toSorted(([a], [b]) => (a < b ? -1 : 1)),
	);
