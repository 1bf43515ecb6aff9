import { createHash } from 'crypto';
import { chunk } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import type { PlannedList } from '../../compose/campaign/adapter';
import { countOf, textIn } from '../../shared/call/answers';
import type { Client } from '../../shared/call/client';
import { lookAfter, type Twin } from '../../shared/call/twins';
import { toDateTime } from '../../shared/fields/dates';
import { isSameText } from '../../shared/fields/sameText';
import { completion, type Waiting } from '../../shared/node/completion';
import { campaignPaging, contactPaging, listPaging } from '../api';
import type { CampaignSettings, NewContact, Operations } from '../contract';
import { TYPES } from './type';

/** Whose contact lists, how many contacts go into a call, and how long to wait for them. */
export interface Filling {
	botId: string;
	/** Of every campaign but its name and contact lists. */
	body: CampaignSettings;
	batchSize: number;
	fields: Waiting;
}

/** All contact lists of the bot. */
export const contactLists = async (api: Client<Operations>, botId: string) =>
	await api.list(
		'contactList.getAll',
		{ path: { botId }, query: { type: 'call' } },
		{ key: ['_id'] },
		listPaging,
	);

/** Numbers as they are sent and compared: samples have digits alone (docs/evidence/kore-ai.md §9.2.4, add-contacts…). */
export const digitsOf = (number: unknown): string => String(number).replaceAll(/\D/g, '');

/** The numbers of who is on a list, in E.164. */
export async function numbersOn(
	api: Client<Operations>,
	botId: string,
	contactListId: string,
): Promise<string[]> {
	const path = { botId, contactListId };
	const rows = await api.list('contactList.getContacts', { path }, { key: ['_id'] }, contactPaging);
	return rows.map(({ phoneNumber }) => `+${digitsOf(phoneNumber)}`);
}

/** How the description of a list of ours begins. */
const MARK = 'Create From Items: ';

const HASHED_AT_ONCE = 1000;

/** What a list's description says of the people, variables and settings that it was made for; 80 characters. */
export function markOf({ contacts }: PlannedList, body: CampaignSettings): string {
	const settings = { ...body, name: '', description: '', contactLists: [] };
	const hash = createHash('sha256').update(JSON.stringify(settings));
	for (const some of chunk(contacts, HASHED_AT_ONCE)) {
		hash.update(JSON.stringify(some.map(({ number, variables }) => [number, variables])));
	}
	return `${MARK}${contacts.length} contacts, ${hash.digest('hex').slice(0, 32)}`;
}

/** Whether a list was made for these people. */
export const isMarked = ({ description }: IDataObject, mark: string): boolean =>
	String(description).includes(mark);

/** Whether a list was made for people, variables or settings other than these. */
export const isMarkedOtherwise = (list: IDataObject, mark: string): boolean =>
	String(list.description).includes(MARK) && !isMarked(list, mark);

/** How many are on a list by what the service says of it. */
export const countOn = ({ totalRecordCount: count }: IDataObject) => countOf(count);

/**
 * Makes a contact list with the planned contacts, or goes on with the one that is there; answers its ID once Kore.ai
 * shows all of them. Throws NodeOperationError when others are on it, or they do not arrive in time.
 */
export async function fill(
	api: Client<Operations>,
	filling: Filling,
	planned: PlannedList,
): Promise<string> {
	const { botId, batchSize, body } = filling;
	const { name, contacts } = planned;
	const [{ id, list }, isNew] = await listFor(api, filling, planned);
	// Another run may have made it since this one looked, and not have a campaign for it yet.
	if (!isNew && isMarkedOtherwise(list, markOf(planned, body))) {
		api.fail(
			`Kore.ai's contact list '${name}' (${id}) was made for other people, variables or settings`,
			'Nobody was added to it. Give the campaign another name.',
		);
	}
	if (!isNew) await refuseShared(api, filling, name, id);
	const numbers = isNew ? [] : await numbersOn(api, botId, id);
	const there = new Set(numbers);
	if (there.size < numbers.length) {
		api.fail(
			`Kore.ai's contact list '${name}' (${id}) has people twice, who would be called twice`,
			'Nobody was added to it. Delete it, or give the campaign another name.',
		);
	}
	const wanted = new Set(there.size > 0 ? contacts.map(({ number }) => number) : []);
	if (numbers.some((number) => !wanted.has(number))) {
		api.fail(
			`Kore.ai's contact list '${name}' (${id}) has people who are not of this campaign`,
			'Nobody was added to it. Give the campaign another name.',
		);
	}
	// In their order and one call after the other, since campaigns dial in that of the list.
	for (let from = 0; from < contacts.length; from += batchSize) {
		const batch = contacts.slice(from, from + batchSize).filter(({ number }) => !there.has(number));
		if (batch.length === 0) continue;
		const data = batch.map(({ number, variables }): NewContact & IDataObject => ({
			...variables,
			phoneNumber: digitsOf(number),
		}));
		await api.for(`${name} contacts ${from}`).call('contactList.addContacts', {
			path: { botId },
			body: { contact_list_name: name, data },
		});
	}
	await arrived(api, filling, planned, id);
	return id;
}

/** Throws when another campaign has the list: whoever is added to it would be called by that one, too. */
async function refuseShared(
	api: Client<Operations>,
	{ botId, body: { campaignType } }: Filling,
	name: string,
	id: string,
): Promise<void> {
	for (const type of TYPES) {
		const asked = { path: { botId }, body: { type } };
		const rows = await api.list('campaign.getAll', asked, { key: ['_id'] }, campaignPaging);
		const other = rows.find(
			(row) =>
				namesIn(row).includes(name) &&
				(type !== campaignType || !isSameText(String(row.name), name)),
		);
		if (!other) continue;
		const called = [
			...textIn(other.name).map((text) => `'${text}'`),
			...textIn(other._id).map((text) => `(${text})`),
		].join(' ');
		api.fail(
			`Kore.ai's contact list '${name}' (${id}) belongs to the ${type} campaign ${called}`,
			'Nobody was added to it. Give the campaign another name.',
		);
	}
}

/** The names of a campaign's contact lists. */
export const namesIn = ({ contactLists: names }: IDataObject) => [names ?? []].flat().map(String);

/** A contact list as it is shown. */
interface Shown extends Twin {
	list: IDataObject;
}

/** The contact list of the name, and whether it was made now. */
async function listFor(
	api: Client<Operations>,
	{ botId, body: settings }: Filling,
	planned: PlannedList,
): Promise<[list: Shown, isNew: boolean]> {
	const { name } = planned;
	const named = async () =>
		(await contactLists(api, botId)).filter((list) => list.name === name).map(shownOf);
	const found = await named();
	if (found.length > 0) return [onlyOne(api, name, found), false];
	const body = {
		name,
		description: markOf(planned, settings),
		source: 'passiveApi',
		allowDuplicates: false,
	} as const;
	const [own, isNew] = await api.call('contactList.create', { path: { botId }, body }).then(
		(list): [Shown, boolean] => [shownOf(list), true],
		async (reason: unknown): Promise<[Shown, boolean]> => {
			// Another process may have made it at the same moment, and the name may be taken by that.
			const [other] = await named();
			if (other) return [other, false];
			throw reason;
		},
	);
	if (!isNew) return [own, false];
	const verdict = await lookAfter({
		own: own.id,
		look: named,
		wait: async (seconds) => await api.wait(seconds),
	});
	if (verdict.kind === 'first') onlyOne(api, name, [own, ...verdict.left]);
	if (verdict.kind !== 'later') return [own, true];
	const path = { botId, contactListId: own.id };
	await api.for(`twin ${own.id}`).call('contactList.delete', { path });
	return [verdict.first, false];
}

const shownOf = (list: IDataObject): Shown => ({
	id: String(list._id),
	at: toDateTime(list.createdAt, 'utc')?.toMillis(),
	list,
});

/** Contacts are added by the name of a list. */
function onlyOne(api: Client<Operations>, name: string, [first, ...others]: Shown[]): Shown {
	if (others.length === 0) return first;
	const ids = [first, ...others].map(({ id }) => id).join(', ');
	return api.fail(
		`Kore.ai has several contact lists '${name}' (${ids}), and contacts are added by name`,
		'Delete all but one, and run it again.',
	);
}

/** Waits until Kore.ai shows all contacts, which it queues first. */
async function arrived(
	api: Client<Operations>,
	{ botId, fields }: Filling,
	{ name, contacts }: PlannedList,
	id: string,
): Promise<void> {
	const path = { botId, contactListId: id };
	const state = await completion(api, fields, {
		begun: [
			`The contacts were sent to the contact list '${name}' (${id})`,
			'Running it again with the same rows and settings goes on from there.',
		],
		read: async (patient) => await patient.call('contactList.get', { path }),
		isDone: (list) => (countOn(list) ?? 0) >= contacts.length,
		late: (list) =>
			`Kore.ai shows ${countOn(list) ?? 'no number of'} contacts of ${contacts.length} on the contact list '${name}'`,
	});
	if (countOn(state) === contacts.length) return;
	api.fail(
		`Kore.ai's contact list '${name}' (${id}) has ${countOn(state)} contacts, and ${contacts.length} were sent`,
		'No campaign was created for it. Look who else is on it, or give the campaign another name.',
	);
}
