/** Contacts of the contact centre: people whom agents can call. */
import type { Clock } from '../../clock';
import { ApiError, type Handler } from '../../types';
import { skippingPage } from './centerPages';
import { ORGANIZATION_ID, type Contact, type ContactInput } from './centerState';
import { ACCOUNT_ID, find, hexOf, isoText, OWNER_ID, type KoreAiState } from './state';

const COLUMNS = [
	'firstName',
	'lastName',
	'salutation',
	'cellPhoneNumber',
	'cellPhoneCountryCode',
	'cellPhoneExtension',
];

const numberOf = ({ cellPhone }: ContactInput) =>
	`${cellPhone.countryCode}${cellPhone.phoneNumber}`;

/** The contacts of a CSV file without quotes. */
function rowsOf(text: string): ContactInput[] {
	const [head = '', ...lines] = text.replace('\uFEFF', '').trim().split(/\r?\n/);
	const columns = head.split(',');
	// Guess: status and words.
	if (COLUMNS.some((name) => !columns.includes(name))) throw new ApiError(400, 'Invalid file');
	return lines.map((line) => {
		const cells = line.split(',');
		const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
		return {
			firstName: cell('firstName'),
			lastName: cell('lastName'),
			salutation: cell('salutation'),
			cellPhone: {
				phoneNumber: cell('cellPhoneNumber'),
				countryCode: cell('cellPhoneCountryCode'),
				extension: cell('cellPhoneExtension'),
			},
		};
	});
}

/** Handlers of contacts. */
export function centerContactHandlers(
	{ center }: KoreAiState,
	clock: Clock,
): Record<string, Handler> {
	const ofBot = (botId: string) =>
		center.contacts.filter((one) => one.botId === botId && one.isActive);
	const view = ({ id, input, botId, isActive, createdAt, updatedAt }: Contact) => ({
		status: isActive ? 'ACTIVE' : 'INACTIVE',
		firstName: input.firstName,
		lastName: input.lastName,
		fullName: `${input.firstName} ${input.lastName}`,
		salutation: input.salutation,
		cellPhone: { ...input.cellPhone, phoneNumber: numberOf(input) },
		createdBy: OWNER_ID,
		orgId: ORGANIZATION_ID,
		accountId: ACCOUNT_ID,
		instanceBotId: botId,
		address: [],
		twitterDetails: [],
		createdAt: isoText(createdAt),
		updatedAt: isoText(updatedAt),
		id,
	});
	const check = (botId: string, input: ContactInput, own?: Contact) => {
		// Documented: digits alone, and each number once; status and words are a guess.
		if (!/^\d+$/.test(input.cellPhone.phoneNumber)) {
			throw new ApiError(400, `Invalid phone number: ${input.cellPhone.phoneNumber}`);
		}
		const number = numberOf(input);
		if (ofBot(botId).some((one) => one !== own && numberOf(one.input) === number)) {
			throw new ApiError(400, `Contact with ${number} already exists`);
		}
	};
	const add = (botId: string, inputs: ContactInput[]) => {
		for (const input of inputs) check(botId, input);
		const at = clock.now();
		return inputs.map((input) => {
			const id = hexOf(`contact ${center.contacts.length}`);
			const contact = { id, botId, input, isActive: true, createdAt: at, updatedAt: at };
			center.contacts.push(contact);
			return view(contact);
		});
	};
	const change = (contact: Contact, input: ContactInput) => {
		check(contact.botId, input, contact);
		return view(Object.assign(contact, { input, updatedAt: clock.now() }));
	};
	/** What became of each of several, in the form of both samples; what a failed one looks like is a guess. */
	const summary = <T extends { id: string }>(rows: T[], work: (row: T) => object) => {
		const done: object[] = [];
		const failed: object[] = [];
		for (const row of rows) {
			try {
				done.push({ id: row.id, ...work(row) });
			} catch (error) {
				failed.push({ id: row.id, reason: (error as Error).message });
			}
		}
		return {
			totalRequested: rows.length,
			successful: done.length,
			failed: failed.length,
			successfulRecords: done,
			failedRecords: failed,
		};
	};
	const contactOf = (botId: string, id: string) => find(ofBot(botId), id, 'Contact');
	const remove = (contact: Contact) => view(Object.assign(contact, { isActive: false }));

	return {
		'contact.getAll': ({ params, query }) => skippingPage(ofBot(params.botId).map(view), query),
		'contact.create': ({ params, body }) => add(params.botId, body as ContactInput[]),
		'contact.import': ({ params, files: [file] }) => {
			return add(params.botId, rowsOf(file.content.toString('utf8')));
		},
		'contact.update': ({ params: { botId, contactId }, body }) =>
			change(contactOf(botId, contactId), body as ContactInput),
		'contact.updateMany': ({ params, body }) =>
			summary(body as Array<ContactInput & { id: string }>, ({ id, ...input }) => {
				const { id: _id, ...contact } = change(contactOf(params.botId, id), input);
				return { contact: { _id: id, ...contact } };
			}),
		'contact.delete': ({ params: { botId, contactId } }) => remove(contactOf(botId, contactId)),
		'contact.deleteMany': ({ params, body }) => {
			const { ids } = body as { ids: string[] };
			const rows = ids.map((id) => ({ id }));
			return summary(rows, ({ id }) => {
				remove(contactOf(params.botId, id));
				return {};
			});
		},
	};
}
