import type { INodeParameters } from 'n8n-workflow';

import { byId, itemsOf } from '../../../engine/jobs';
import { expectEach } from '../../support/each';
import { BOT, shownFields, useKore } from '../../support/koreAi';
import { contactListIn, CUSTOMERS, DONE } from '../../support/koreAiCampaigns';

/** Contact lists: what is sent, what comes of it, and what is refused. */
const { sandbox, run, runToError, sent, fault, answerWith, state } = useKore();

const ACCOUNT = '5904d6045256d3e3db038448';
const L = `/campaign/api/v2/public/${BOT}/campaign/contactList`;

const list = async (name = CUSTOMERS) => byId(contactListIn(await state(), name).id);
const contacts = (...numbers: string[]) => ({
	contacts: { contact: numbers.map((phoneNumber) => ({ phoneNumber })) },
});

test('the list, in ten fields', async () => {
	const { json, error } = await run('contactList.getAll', { returnAll: true });
	expect(error).toBeUndefined();
	const first = contactListIn(await state(), CUSTOMERS);
	expect(json.map(({ name }) => name)).toEqual([CUSTOMERS, 'Prospects', 'Do Not Call']);
	expect(json[0]).toEqual({
		contactListId: first.id,
		name: CUSTOMERS,
		description: 'Everybody with a contract',
		status: 'Ready',
		contacts: 12,
		source: 'passiveApi',
		isInUse: true,
		campaigns: [DONE, 'Renewal Reminder', 'Delivery Note'],
		createdAt: new Date(first.createdAt).toISOString(),
		updatedAt: new Date(first.updatedAt).toISOString(),
	});
	expect(Object.keys(json[0]).sort()).toEqual(shownFields('contactList.getAll'));
	const [{ method, path, query, body }] = await sent();
	expect({ method, path }).toEqual({ method: 'POST', path: `${L}/getAllListDetails` });
	expect(query).toEqual({ accountId: ACCOUNT, type: 'call' });
	expect(body).toBeNull();
	expect((await run('contactList.getAll', { limit: 1 })).json).toHaveLength(1);
});

test('get, in ten fields and raw', async () => {
	const one = { contactList: await list() };
	const { json } = await run('contactList.get', one);
	expect(json).toMatchObject([{ contactListId: one.contactList.value, contacts: 12 }]);
	const raw = await run('contactList.get', { ...one, simplify: false });
	expect(raw.json).toMatchObject([{ _id: one.contactList.value, listType: 'call' }]);
});

test.each([
	[{}, undefined],
	[{ additionalFields: { allowDuplicates: true } }, true],
])('create with %j', async (parameters, allowDuplicates) => {
	const named = { name: 'Customers May', description: 'People who left in spring' };
	const { json } = await run('contactList.create', { ...named, ...parameters });
	const made = contactListIn(await state(), 'Customers May');
	expect(json).toMatchObject([{ contactListId: made.id, name: 'Customers May', contacts: 0 }]);
	const [{ path, body, query }] = await sent();
	expect({ path, query }).toEqual({
		path: `${L}/createContactList`,
		query: { accountId: ACCOUNT },
	});
	const duplicates = allowDuplicates === undefined ? {} : { allowDuplicates };
	expect(body).toEqual({ ...named, source: 'passiveApi', ...duplicates });
});

test('update, of the name alone', async () => {
	const contactList = await list();
	const { json } = await run('contactList.update', {
		contactList,
		updateFields: { name: 'Regulars' },
	});
	expect(json).toEqual([{ contactListId: contactList.value, name: 'Regulars' }]);
	const [{ method, path, body }] = await sent();
	expect({ method, path, body }).toEqual({
		method: 'PUT',
		path: `${L}/${contactList.value}`,
		body: { name: 'Regulars' },
	});
	expect(contactListIn(await state(), 'Regulars').description).toBe('Everybody with a contract');
});

test('update shows what is new, though the service writes it as a text of JSON', async () => {
	const body = JSON.stringify({ name: 'Regulars', description: 'All' });
	const data = { contactListId: 'cl-1', body };
	await answerWith('contactList.update', { status: 'success', message: '', data });
	const { json } = await run('contactList.update', {
		contactList: byId('cl-1'),
		updateFields: { name: 'Regulars' },
	});
	expect(json).toEqual([{ contactListId: 'cl-1', name: 'Regulars', description: 'All' }]);
});

test('an update of nothing is refused before anything is sent', async () => {
	const error = await runToError('contactList.update', { contactList: await list() });
	expect(error.message).toBe("'Update Fields' is empty [item 0]");
	expect(await sent()).toEqual([]);
});

test('delete', async () => {
	const contactList = await list();
	const { json } = await run('contactList.delete', { contactList });
	expect(json).toEqual([{ deleted: true }]);
	const [{ method, path }] = await sent();
	expect({ method, path }).toEqual({ method: 'DELETE', path: `${L}/${contactList.value}` });
	expect((await state()).contactLists.map(({ id }) => id)).not.toContain(contactList.value);
});

describe('contacts', () => {
	test('page by page', async () => {
		const page = (from: number, count: number) => ({
			status: 'success',
			data: {
				results: Array.from({ length: count }, (_, index) => ({ _id: `cc-${from + index}` })),
				skip: from,
				limit: 50,
				hasMore: from + count < 60,
				totalResults: 60,
			},
		});
		await answerWith('contactList.getContacts', page(0, 50));
		await answerWith('contactList.getContacts', page(50, 10));
		const contactList = await list();
		const { json } = await run('contactList.getContacts', { contactList, returnAll: true });
		expect(json).toHaveLength(60);
		const requests = await sent();
		expect(requests.map(({ query }) => query)).toEqual([
			{ accountId: ACCOUNT, skip: '0', limit: '50' },
			{ accountId: ACCOUNT, skip: '50', limit: '50' },
		]);
	});

	test('as the service has them', async () => {
		const contactList = await list();
		const { json } = await run('contactList.getContacts', { contactList });
		const known = contactListIn(await state(), CUSTOMERS).contacts;
		expect(json.map(({ phoneNumber }) => phoneNumber)).toEqual(
			known.map(({ phoneNumber }) => phoneNumber),
		);
		expect(Object.keys(json[0]).sort()).toEqual(shownFields('contactList.getContacts'));
	});

	test('are none when the answer names nobody', async () => {
		const data = { results: [{ foo: 1 }], skip: 0, limit: 50, hasMore: false, totalResults: 1 };
		await answerWith('contactList.getContacts', { status: 'success', data });
		const error = await runToError('contactList.getContacts', { contactList: byId('cl-1') });
		expect(error.message).toBe('Kore.ai answered in another form than expected [item 0]');
	});

	test('are queued, by the name of the list, and appear a moment later', async () => {
		const contactList = await list('Prospects');
		const row = { phoneNumber: '+48 600 000 001', firstName: 'Ewa', contactPriority: '1' };
		const { json } = await run('contactList.addContacts', {
			contactList,
			contacts: { contact: [row, { phoneNumber: '48600000002' }] },
		});
		expect(json).toEqual([{ message: 'Adding contacts to public list is in progress' }]);
		const request = (await sent('contactList.addContacts'))[0];
		expect(request).toMatchObject({
			method: 'POST',
			path: `/api/1.1/public/${BOT}/campaign/contactList/addContacts`,
			query: {},
			body: { contact_list_name: 'Prospects', data: [row, { phoneNumber: '48600000002' }] },
		});
		const read = async () => (await run('contactList.getContacts', { contactList })).json;
		expect(await read()).toEqual([]);
		await sandbox().control('clock', { advanceSeconds: 10 });
		const numbers = (await read()).map(({ phoneNumber }) => phoneNumber);
		expect(numbers).toEqual(['48600000001', '48600000002']);
	});

	test('of several items ask for the name of their list once', async () => {
		const contactList = await list('Prospects');
		const parameters = { contactList, ...contacts('={{ $json.phone }}') };
		const items = itemsOf([{ phone: '48600000001' }, { phone: '48600000002' }]);
		const { json } = await run('contactList.addContacts', parameters, { items });
		expect(json).toHaveLength(2);
		expect(await sent('contactList.get')).toHaveLength(1);
		const bodies = (await sent('contactList.addContacts')).map(({ body }) => body);
		expect(bodies).toEqual(
			['48600000001', '48600000002'].map((phoneNumber) => ({
				contact_list_name: 'Prospects',
				data: [{ phoneNumber }],
			})),
		);
	});

	test('as JSON, in one call', async () => {
		const data = Array.from({ length: 200 }, (_, index) => ({ phoneNumber: `4860000${index}` }));
		await run('contactList.addContacts', {
			contactList: await list('Prospects'),
			specifyContacts: 'json',
			contactsJson: JSON.stringify(data),
		});
		const [{ body }] = await sent('contactList.addContacts');
		expect(body).toEqual({ contact_list_name: 'Prospects', data });
	});

	test.each<[kind: string, parameters: INodeParameters, words: string]>([
		['none', { contacts: {} }, "'Contacts' is empty"],
		['no number', contacts(' '), "'Phone Number'"],
		['no list', { specifyContacts: 'json', contactsJson: '{}' }, "'Contacts (JSON)' is no list"],
		[
			'a number that is none',
			{ specifyContacts: 'json', contactsJson: '[{ "phoneNumber": 48600000001 }]' },
			"'Contacts (JSON)' is no list",
		],
	])('%s: refused before any is added', async (_kind, parameters, words) => {
		const contactList = byId('cl-1');
		const error = await runToError('contactList.addContacts', { contactList, ...parameters });
		expect(error.message).toContain(words);
		expect(await sent()).toEqual([]);
	});
});

describe('what goes wrong', () => {
	const contactList = byId('cl-1');
	const inputs: Record<string, INodeParameters> = {
		'contactList.getAll': {},
		'contactList.get': { contactList },
		'contactList.create': { name: 'One', description: 'Some' },
		'contactList.update': { contactList, updateFields: { name: 'One' } },
		'contactList.delete': { contactList },
		'contactList.getContacts': { contactList },
		'contactList.addContacts': { contactList, ...contacts('48600000001') },
	};
	const rows = Object.entries(inputs).map(([id, parameters]) => ({ id, parameters }));
	const named = { status: 'success', data: { _id: 'cl-1', name: 'One' } };

	test.each([
		['a refusal', 400, { errors: [{ msg: 'The list is locked', code: 400 }] }],
		['an envelope that says failure', 200, { status: 'failure', message: 'The list is locked' }],
	])("%s is shown in the service's words", async (_kind, status, body) => {
		await expectEach(rows, async ({ id, parameters }) => {
			if (id === 'contactList.addContacts') await answerWith('contactList.get', named);
			await fault(id, { kind: 'status', status, body });
			const error = await runToError(id, parameters);
			expect(`${error.message} ${error.description}`).toContain('The list is locked');
		});
	});

	test('a list that is not there', async () => {
		const error = await runToError('contactList.get', { contactList });
		expect(`${error.message} ${error.description}`).toContain('Contact list not found: cl-1');
	});
});
