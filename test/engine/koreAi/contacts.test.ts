import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId } from '../../../engine/jobs';
import { searchList } from '../../support/contexts';
import { hintsOf } from '../../support/hints';
import { BOT, fileOf, koreAccount, shownFields, useKore } from '../../support/koreAi';
import { testEach } from '../../support/sandbox';

/** Contacts of the contact center: what is sent, what comes of it, and what is refused. */
const { sandbox, run, runToError, sent, onlySent, state, answerWith } = useKore();

const BASE = `/agentassist/api/v1/public/${BOT}/contacts`;
const confirmed = { confirmation: 'DELETE' };
const contactsIn = async () => (await state()).center.contacts;
const active = async () => (await contactsIn()).filter(({ isActive }) => isActive);

const named = { firstName: 'John', lastName: 'Doe', salutation: 'Mr' };
const cellPhone = { phoneNumber: '9876501234', countryCode: '+91', extension: '+' };
const whole = { ...named, cellPhone };
const person = { ...named, phoneNumber: '9876501234', countryCode: '+91' };

test('the list, in ten fields', async () => {
	const { json, error } = await run('contact.getAll', { returnAll: true });
	expect(error).toBeUndefined();
	const known = await active();
	expect(json.map(({ contactId }) => contactId)).toEqual(known.map(({ id }) => id));
	expect(Object.keys(json[0]).sort()).toEqual(shownFields('contact.getAll'));
	expect(json[0]).toMatchObject({ phoneNumber: '+48600100000', countryCode: '+48' });
	const request = await onlySent();
	expect(request).toMatchObject({ method: 'GET', path: BASE, contractErrors: [] });
	expect(request.query).toEqual({ skip: '0', limit: '50' });
});

describe('create', () => {
	test('one', async () => {
		const { json, error } = await run('contact.create', person);
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({ method: 'POST', path: BASE, contractErrors: [] });
		expect(request.body).toEqual([whole]);
		expect(json).toMatchObject([
			{ contactId: (await contactsIn()).at(-1)?.id, phoneNumber: '+919876501234' },
		]);
	});

	test('several by one call, an item for each', async () => {
		const second = { ...whole, cellPhone: { ...cellPhone, phoneNumber: '9876501235' } };
		const { json, error } = await run('contact.createMany', {
			contacts: JSON.stringify([whole, second]),
		});
		expect(error).toBeUndefined();
		expect((await onlySent()).body).toEqual([whole, second]);
		expect(json.map(({ phoneNumber }) => phoneNumber)).toEqual(['+919876501234', '+919876501235']);
	});

	test('from a file', async () => {
		const text = [
			'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension',
			'john,doe,Mr,9876501234,+91,+',
			'jane,doe,Mrs,1234501234,+91,91',
		].join('\n');
		const item = { json: {}, binary: { data: fileOf(text, 'contacts.csv', 'text/csv') } };
		const { json, error } = await run('contact.import', {}, { items: [item] });
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({ path: `${BASE}/import-contacts`, contractErrors: [] });
		expect(json.map(({ name, phoneNumber }) => [name, phoneNumber])).toEqual([
			['john doe', '+919876501234'],
			['jane doe', '+911234501234'],
		]);
	});

	testEach(
		'what Kore.ai refuses is said in its words',
		[
			[
				{ phoneNumber: '600100000', countryCode: '+48' },
				'Contact with +48600100000 already exists',
			],
			[{ phoneNumber: '98-76' }, 'Invalid phone number: 98-76'],
		] as Array<[INodeParameters, string]>,
		async ([own, message]) => {
			const error = await runToError('contact.create', { ...person, ...own });
			expect(error.description).toContain(message);
			expect(error).toMatchObject({ httpCode: '400', pairedItem: { item: 0 } });
		},
	);

	testEach(
		'what is no list of whole contacts is not sent',
		[
			['contact.createMany', '[3]'],
			['contact.createMany', '{ "firstName": "John" }'],
			['contact.createMany', JSON.stringify([whole, { ...whole, cellPhone: '+919876501234' }])],
			['contact.updateMany', JSON.stringify([whole])],
		],
		async ([id, contacts]) => {
			const error = await runToError(id, { contacts });
			expect(error.message).toContain("'Contacts (JSON)' is no list of contacts");
			expect(await sent()).toEqual([]);
		},
	);
});

test('update', async () => {
	const [{ id }] = await active();
	const { json, error } = await run('contact.update', { contact: byId(id), ...person });
	expect(error).toBeUndefined();
	const request = await onlySent();
	expect(request).toMatchObject({ method: 'PUT', path: `${BASE}/${id}`, contractErrors: [] });
	expect(request.body).toEqual(whole);
	expect(json).toMatchObject([{ contactId: id, name: 'John Doe' }]);
});

describe('several at once', () => {
	test('update', async () => {
		const [{ id }] = await active();
		const contacts = JSON.stringify([{ id, ...whole }]);
		const result = await run('contact.updateMany', { contacts });
		const { json, error } = result;
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({ method: 'PUT', path: `${BASE}/bulk-update` });
		expect(request.body).toEqual([{ id, ...whole }]);
		expect(json).toMatchObject([{ totalRequested: 1, successful: 1, failedRecords: [] }]);
		expect(hintsOf(result)).toEqual([]);
	});

	test('delete, of which one is not there: it is said', async () => {
		const [{ id }] = await active();
		const contactIds = [id, 'none'];
		const result = await run('contact.deleteMany', { contactIds, ...confirmed });
		const { json, error } = result;
		expect(error).toBeUndefined();
		const { method, path, body } = await onlySent();
		expect({ method, path, body }).toEqual({
			method: 'DELETE',
			path: `${BASE}/bulk-delete`,
			body: { ids: contactIds },
		});
		expect(json).toMatchObject([{ successful: 1, failed: 1 }]);
		expect(hintsOf(result)).toEqual([
			"Kore.ai deleted 1 of 2 contacts. 'failedRecords' has the others.",
		]);
		expect((await active()).map((contact) => contact.id)).not.toContain(id);
	});

	test('delete of none fails', async () => {
		const own = { contactIds: ['none'], ...confirmed };
		const error = await runToError('contact.deleteMany', own);
		expect(error.message).toContain('Kore.ai deleted 0 of 1 contacts');
	});

	test('delete wants to be confirmed', async () => {
		const error = await runToError('contact.deleteMany', {
			contactIds: ['c-1'],
			confirmation: 'yes',
		});
		expect(error.message).toContain("'Confirmation'");
		expect(await sent()).toEqual([]);
	});
});

test('delete', async () => {
	const [{ id }] = await active();
	const { json } = await run('contact.delete', { contact: byId(id), ...confirmed });
	expect(json).toEqual([{ deleted: true }]);
	expect((await onlySent()).path).toBe(`${BASE}/${id}`);
	const error = await runToError('contact.delete', { contact: byId(id), ...confirmed });
	expect(error.description).toContain(`Contact not found: ${id}`);
});

test('an answer that shows no contact leaves open whether one was made', async () => {
	await answerWith('contact.create', [{ firstName: 'John' }]);
	const error = await runToError('contact.create', person);
	expect(error.description).toContain("run 'Get Many' for contacts");
});

test('the picker shows the number beside the name', async () => {
	const credentials = koreAccount(sandbox().url);
	const setup = { node: 'koreAiContactCenter', parameters: {}, credentials };
	const { results } = await searchList(setup, 'contacts', '600100003');
	const [{ input, id }] = (await active()).slice(3);
	const { firstName, lastName } = input as unknown as IDataObject;
	expect(results).toEqual([
		{ name: `${String(firstName)} ${String(lastName)} (+48600100003)`, value: id },
	]);
});
