/** Contact lists of campaigns: whom to call or write to, and whom not to. */
import type { Clock } from '../../clock';
import { ApiError, type ApiRequest, type Handler } from '../../types';
import { fill } from './campaignState';
import type { Contact, ContactList, NewContact } from './campaignTypes';
import { find, idOf, isoText, newJob, OWNER_ID, type KoreAiState } from './state';

/** In the samples; that it is the default is inferred. */
export const PAGE_SIZE = 50;

const FIELDS = ['firstName', 'lastName', 'phoneNumber', 'timeZone', 'uniqueId', 'contactPriority'];

/** A page of rows, in the envelope of the contact centre. */
export function pageOf(rows: object[], { skip, page, limit }: Record<string, unknown>) {
	const size = Number(limit ?? PAGE_SIZE);
	// Of both, which samples have, the rows to skip count: a guess.
	const start = Number(skip ?? (Number(page ?? 1) - 1) * size);
	return {
		results: rows.slice(start, start + size),
		skip: start,
		limit: size,
		hasMore: start + size < rows.length,
		totalPages: Math.ceil(rows.length / size),
		totalResults: rows.length,
	};
}

/** A list as one answer of its own has it. */
function view(list: ContactList, { campaigns }: KoreAiState) {
	const using = campaigns.filter(({ input }) => input.contactLists.includes(list.name));
	return {
		_id: list.id,
		isActive: true,
		name: list.name,
		description: list.description,
		totalRecordCount: list.contacts.length,
		status: list.source === 'passiveApi' ? 'Ready' : 'Validated',
		createdBy: OWNER_ID,
		updatedBy: OWNER_ID,
		mapping: Object.fromEntries(FIELDS.map((name) => [name, name])),
		isListInUse: using.some(({ startedAt }) => startedAt !== undefined),
		listType: 'call',
		isGlobalDNC: false,
		isDefault: false,
		campaignInUse: using.map(({ id, input: { name } }) => ({ id, name })),
		source: list.source,
		apiConfigurations: { dataSyncMode: list.allowDuplicates ? 'allowDuplicates' : 'overwrite' },
		columns: [],
		files: [],
		createdAt: isoText(list.createdAt),
		updatedAt: isoText(list.updatedAt),
		allowDuplicates: list.allowDuplicates,
	};
}

const contactView = ({ id, phoneNumber, addedAt }: Contact) => ({
	_id: id,
	createdAt: isoText(addedAt),
	updatedAt: isoText(addedAt),
	phoneNumber,
});

/** Handlers of contact lists. */
export function contactListHandlers(state: KoreAiState, clock: Clock): Record<string, Handler> {
	const ofBot = (botId: string) => state.contactLists.filter((list) => list.botId === botId);
	/** The list that was asked for, with the contacts that have arrived. */
	const listOf = ({ params }: ApiRequest) => {
		const list = find(ofBot(params.botId), params.contactListId, 'Contact list');
		fill(list, clock, true);
		return list;
	};
	/** Refuses a name that another list has: lists are known by their names. A guess. */
	const checkName = (botId: string, name: string, own?: ContactList) => {
		if (ofBot(botId).some((list) => list !== own && list.name === name)) {
			throw new ApiError(400, `Contact list ${name} already exists`);
		}
	};
	const answer = (list: ContactList, what: string) => ({
		status: 'success',
		message: what && `Contact list ${list.name} ${what} successfully`,
		data: view(list, state),
	});

	return {
		'contactList.create': ({ params: { botId }, body }) => {
			const input = body as { name: string; description: string; allowDuplicates?: boolean };
			checkName(botId, input.name);
			const now = clock.now();
			const list: ContactList = {
				id: idOf('cl', `${botId} ${state.contactLists.length} ${input.name}`),
				botId,
				name: input.name,
				description: input.description,
				allowDuplicates: input.allowDuplicates ?? false,
				source: 'passiveApi',
				contacts: [],
				queue: [],
				createdAt: now,
				updatedAt: now,
			};
			state.contactLists.push(list);
			return answer(list, 'created');
		},
		'contactList.getAll': ({ params }) => {
			const lists = ofBot(params.botId);
			for (const list of lists) fill(list, clock, false);
			return { status: 'success', message: '', data: lists.map((list) => view(list, state)) };
		},
		'contactList.get': (request) => answer(listOf(request), ''),
		'contactList.update': (request) => {
			const list = listOf(request);
			const input = request.body as Partial<Pick<ContactList, 'name' | 'description'>>;
			if (input.name !== undefined) checkName(list.botId, input.name, list);
			Object.assign(list, input, { updatedAt: clock.now() });
			return {
				status: 'success',
				message: `Contact list ${list.name} updated successfully`,
				data: {
					contactListId: list.id,
					body: { ...input, scope: ['campaign_management'], iId: list.botId, listType: 'call' },
				},
			};
		},
		'contactList.delete': (request) => {
			const list = listOf(request);
			state.contactLists = state.contactLists.filter((one) => one !== list);
			return answer(list, 'deleted');
		},
		'contactList.getContacts': (request) => ({
			status: 'success',
			message: 'Contacts retrieved successfully',
			data: pageOf(listOf(request).contacts.map(contactView), request.query),
		}),
		'contactList.addContacts': ({ params, body }) => {
			const { contact_list_name: name, data } = body as {
				contact_list_name: string;
				data: NewContact[];
			};
			const list = ofBot(params.botId).find((one) => one.name === name);
			// Documented is that the list has to be there; status and words are inferred.
			if (list === undefined) throw new ApiError(400, `Contact list not found: ${name}`);
			const number = list.queue.length + list.contacts.length;
			list.queue.push({ ...newJob(`${list.id} ${number}`, clock), contacts: data });
			return { message: 'Adding contacts to public list is in progress' };
		},
	};
}
