import type { INodeParameters } from 'n8n-workflow';

import { itemsOf } from '../../../engine/jobs';
import {
	BOT,
	errorOf,
	hurry,
	OTHER_BOT,
	pairs,
	SKIP_FAILED,
	UNKNOWN_BOT,
	useKore,
} from '../../support/koreAi';
import { testEach } from '../../support/sandbox';

/** Customer Data: what is erased cannot be brought back, so nothing is by accident, and nothing twice. */
const { sandbox, run, runToError, sent, onlySent, fault, state } = useKore();

const DELETE = 'customerData.delete';
const STATUS = 'customerData.getDeletionStatus';
const CONFIRMED = { confirmation: 'DELETE' };
const FROM_ALL = { ...CONFIRMED, eraseFrom: 'all' };

/** Somebody with sessions in both bots that people talk with. */
async function person() {
	const { sessions } = await state();
	const bots = (email: string) =>
		new Set(sessions.filter(({ user }) => user.email === email).map(({ botId }) => botId));
	const found = sessions.find(({ user: { email } }) =>
		[BOT, OTHER_BOT].every((id) => bots(email).has(id)),
	);
	if (!found) throw new Error('The seed has nobody in both bots');
	return found.user;
}
const botsOf = async (email: string) => {
	const { sessions } = await state();
	return [
		...new Set(sessions.filter(({ user }) => user.email === email).map(({ botId }) => botId)),
	];
};

describe('delete', () => {
	test('from all bots', async () => {
		const { email } = await person();
		const before = (await state()).sessions.length;
		const { json, outputs, error } = await run(DELETE, { ...FROM_ALL, userIds: [email, 'u-2'] });
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({
			method: 'DELETE',
			path: '/api/public/bot/eraseUsersData',
			query: {},
			contentType: 'application/json',
			contractErrors: [],
			status: 200,
		});
		expect(request.body).toEqual({ userIds: [email, 'u-2'], RemoveDataFromAllBots: true });
		expect(json).toEqual([
			{ requestId: expect.stringMatching(/^eud-/) as string, status: 'in-progress' },
		]);
		expect(pairs(outputs[0])).toEqual([0]);
		expect(await botsOf(email)).toEqual([]);
		expect((await state()).sessions.length).toBeLessThan(before);
	});

	test('from these bots, and no other', async () => {
		const { email } = await person();
		const own = { ...CONFIRMED, userIds: [email], botIds: [OTHER_BOT] };
		const { error } = await run(DELETE, own);
		expect(error).toBeUndefined();
		expect((await onlySent()).body).toEqual({
			userIds: [email],
			botIds: [OTHER_BOT],
			RemoveDataFromAllBots: false,
		});
		const left = await botsOf(email);
		expect(left).toContain(BOT);
		expect(left).not.toContain(OTHER_BOT);
	});

	test('several bots in one entry are taken apart, and an ID with a bar is given as a JSON list', async () => {
		const own = { ...CONFIRMED, userIds: ['["auth0|123"]'], botIds: `${BOT},${OTHER_BOT}` };
		await run(DELETE, own);
		const [{ body }] = await sent();
		expect(body).toMatchObject({ userIds: ['auth0|123'], botIds: [BOT, OTHER_BOT] });
	});

	test('bots that were entered before all were chosen are not sent', async () => {
		const own = { ...FROM_ALL, userIds: ['u-1'], botIds: [OTHER_BOT] };
		await run(DELETE, own);
		expect((await onlySent()).body).toEqual({ userIds: ['u-1'], RemoveDataFromAllBots: true });
	});

	test('people and bots by expressions, item by item, without white space around', async () => {
		const items = itemsOf([
			{ people: [' u-1', 'u-2\n'], bot: BOT },
			{ people: 'u-3', bot: ` ${OTHER_BOT} ` },
		]);
		const own = {
			userIds: '={{ $json.people }}',
			botIds: ['={{ $json.bot }}'],
			confirmation: ' DELETE ',
		};
		const { outputs } = await run(DELETE, own, { items });
		expect(pairs(outputs[0])).toEqual([0, 1]);
		expect((await sent()).map(({ body }) => body)).toEqual([
			{ userIds: ['u-1', 'u-2'], botIds: [BOT], RemoveDataFromAllBots: false },
			{ userIds: ['u-3'], botIds: [OTHER_BOT], RemoveDataFromAllBots: false },
		]);
	});
});

describe('nothing is sent, and nothing erased', () => {
	const userIds = ['u-1'];
	const refused: Array<[string, INodeParameters, string, RegExp]> = [
		...['delete', 'Delete', 'yes', 'DELETE u-1', 'true', 'D E L E T E'].map(
			(word): [string, INodeParameters, string, RegExp] => [
				`the word ${word}`,
				{ userIds, eraseFrom: 'all', confirmation: word },
				"'Confirmation' does not say DELETE",
				/Type DELETE in capitals.*Nothing was erased/,
			],
		),
		[
			'a word that is read from an item',
			{ userIds, eraseFrom: 'all', confirmation: '={{ $json.sure }}' },
			"'Confirmation' does not say DELETE",
			/Type DELETE/,
		],
		[
			'no word',
			{ userIds, eraseFrom: 'all', confirmation: ' ' },
			"'Confirmation' is empty",
			/Fill it in/,
		],
		['nobody', { ...FROM_ALL, userIds: '={{ [] }}' }, "'User IDs' is empty", /Fill it in/],
		['blanks', { ...FROM_ALL, userIds: [' ', '={{ "" }}'] }, "'User IDs' is empty", /Fill it in/],
		['no bot', { ...CONFIRMED, userIds, botIds: '={{ [] }}' }, "'Bot IDs' is empty", /Fill it in/],
		[
			'somebody and nobody',
			{ ...FROM_ALL, userIds: ['u-1', '={{ $json.none }}'] },
			"'User IDs' has an empty entry",
			/Fill it in, or remove it/,
		],
		[
			'a bot and none',
			{ ...CONFIRMED, userIds, botIds: `={{ ['${BOT}', null] }}` },
			"'Bot IDs' has an empty entry",
			/Fill it in, or remove it/,
		],
		...[',', ';'].map((comma): [string, INodeParameters, string, RegExp] => [
			`several people in one entry, with ${comma}`,
			{ ...FROM_ALL, userIds: [`u-1${comma} u-2`] },
			`'User IDs' has several values in one entry: 'u-1${comma} u-2'`,
			/entry of its own/,
		]),
		[
			'from nowhere',
			{ ...CONFIRMED, userIds, eraseFrom: 'some' },
			"'Erase From' cannot be 'some'",
			/Use one of/,
		],
		[
			'from where an item says',
			{ ...CONFIRMED, userIds, eraseFrom: '={{ "all" }}' },
			"'Erase From' cannot be",
			/Use one of/,
		],
	];

	testEach('with what makes no sense', refused, async ([, own, message, wayOut]) => {
		const error = await runToError(DELETE, own);
		expect(error.message).toContain(message);
		expect(error.message).toMatch(/ \[item 0]$/);
		expect(error.description).toMatch(wayOut);
		expect(error).toMatchObject({ cause: 'configuration-invalid', pairedItem: { item: 0 } });
		expect(await sent()).toEqual([]);
		expect((await state()).sessions).toHaveLength(120);
	});

	test('for an item that names nobody, while another is erased', async () => {
		const items = itemsOf([{ people: [] }, { people: ['u-1'] }]);
		const own = { ...FROM_ALL, userIds: '={{ $json.people }}' };
		const { outputs } = await run(DELETE, own, { items, settings: SKIP_FAILED });
		expect(errorOf(outputs[0][0]).message).toContain('[item 0]');
		expect(outputs[0][1].json.status).toBe('in-progress');
		expect(await sent()).toHaveLength(1);
	});
});

describe('refused by the service', () => {
	test('a person who owns the account, together with everybody else of the call', async () => {
		const { email } = await person();
		const { users } = await state();
		const owner = users.find(({ isOwner }) => isOwner);
		const own = { ...FROM_ALL, userIds: [email, owner?.username ?? ''] };
		const error = await runToError(DELETE, own);
		expect(error.message).toBe('Kore.ai did not accept the values (400) [item 0]');
		expect(error.description).toContain(owner?.username);
		expect(error).toMatchObject({ httpCode: '400', pairedItem: { item: 0 } });
		expect((await botsOf(email)).length).toBeGreaterThan(0);
		expect((await state()).erasures).toEqual([]);
	});

	test('a bot that nobody has', async () => {
		const own = { ...CONFIRMED, userIds: ['u-1'], botIds: [UNKNOWN_BOT] };
		const error = await runToError(DELETE, own);
		expect(error.description).toContain(`Kore.ai said: "Bot not found: ${UNKNOWN_BOT}"`);
	});
});

test('a lost answer: it was erased, is not sent again, and its effect is said to be unknown', async () => {
	const { email } = await person();
	await fault(DELETE, { kind: 'reset', applyFirst: true, count: 9 });
	const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
	const { error } = await run(DELETE, { ...FROM_ALL, userIds: [email] }, { settings });
	expect(error?.message).toBe(
		'The connection to Kore.ai broke before an answer came: whether the operation took effect is unknown [item 0]',
	);
	expect(error?.description).toContain("look for the people's sessions");
	expect(error?.context.itemIndex).toBe(0);
	expect(await sent()).toHaveLength(1);
	expect((await state()).erasures).toHaveLength(1);
	expect(await botsOf(email)).toEqual([]);
});

describe('status of a deletion', () => {
	test('person by person, until all are done', async () => {
		const { json: begun } = await run(DELETE, { ...FROM_ALL, userIds: ['u-1', 'u-2'] });
		const requestId = String(begun[0].requestId);
		const { json: first, outputs } = await run(STATUS, { requestId });
		const [request] = await sent(STATUS);
		expect(request).toMatchObject({
			method: 'GET',
			path: `/api/public/bot/eraseUsersData/status/${requestId}`,
			query: {},
			body: null,
			contractErrors: [],
		});
		expect(first).toEqual([request.responseBody]);
		expect(pairs(outputs[0])).toEqual([0]);

		await sandbox().control('clock', { advanceSeconds: 6 });
		const { json: last } = await run(STATUS, { requestId });
		expect(last).toMatchObject([
			{
				_id: requestId,
				RemoveDataFromAllBots: true,
				response: ['u-1', 'u-2'].map((userId) => ({ userId, status: 'SUCCESS' })),
			},
		]);
		expect((first[0].response as unknown[]).length).toBeLessThan(2);
	});

	test('of a request that nobody made', async () => {
		const error = await runToError(STATUS, { requestId: 'eud-nobody' });
		expect(error.description).toContain('Kore.ai said: "Request not found: eud-nobody"');
		expect(error).toMatchObject({ httpCode: '400', pairedItem: { item: 0 } });
	});

	test.each([
		['={{ $json.none }}', "'Request ID' is empty [item 0]"],
		['={{ ".." }}', "'requestId' in the address is '..' [item 0]"],
	])('of %s: nothing is sent', async (requestId, message) => {
		const error = await runToError(STATUS, { requestId });
		expect(error.message).toBe(message);
		expect(error).toMatchObject({ cause: 'configuration-invalid', pairedItem: { item: 0 } });
		expect(await sent()).toEqual([]);
	});
});

describe('wait for completion', () => {
	const WAIT = { wait: true, waitInterval: 1, waitLimit: 2 };
	const erase = { ...FROM_ALL, ...WAIT, userIds: ['u-1', 'u-2'] };
	const SHOWN = { _id: 'eud-1', RemoveDataFromAllBots: true };
	const person = (userId: string, status = 'SUCCESS') => ({ userId, status });

	beforeEach(hurry);
	afterEach(() => jest.restoreAllMocks());

	test('gives the request once everybody is done with', async () => {
		await sandbox().control('faults', {
			...{ vendor: 'kore-ai', operationId: STATUS, kind: 'status', status: 200, count: 2 },
			body: { ...SHOWN, response: [person('u-1')] },
		});
		await sandbox().control('faults', {
			...{ vendor: 'kore-ai', operationId: STATUS, kind: 'status', status: 200 },
			body: { ...SHOWN, response: [person('u-1'), person('u-2', 'in-progress')] },
		});
		const whole = { ...SHOWN, response: [person('u-1'), person('u-2')] };
		await sandbox().control('faults', {
			...{ vendor: 'kore-ai', operationId: STATUS, kind: 'status', status: 200 },
			body: whole,
		});
		const { json, error } = await run(DELETE, erase);
		expect(error).toBeUndefined();
		expect(json).toEqual([whole]);
		expect(await sent(STATUS)).toHaveLength(4);
		expect(await sent(DELETE)).toHaveLength(1);
	});

	test('fails with the names of those whose data could not be erased', async () => {
		await sandbox().control('faults', {
			...{ vendor: 'kore-ai', operationId: STATUS, kind: 'status', status: 200 },
			body: { ...SHOWN, response: [person('u-1'), person('u-2', 'FAILED')] },
		});
		const error = await runToError(DELETE, erase);
		expect(error.message).toBe('Kore.ai could not erase the data of u-2 (FAILED) [item 0]');
		expect(error.description).toMatch(
			/^Look later with 'Get Deletion Status' and the request ID eud-/,
		);
	});

	test('says how far it is when that takes too long', async () => {
		await sandbox().control('faults', {
			...{ vendor: 'kore-ai', operationId: STATUS, kind: 'status', status: 200, count: 1000 },
			body: { ...SHOWN, response: [person('u-1')] },
		});
		const error = await runToError(DELETE, { ...erase, waitLimit: 1 });
		expect(error.message).toBe('The data of 1 of 2 people are erased after 1 second [item 0]');
		expect(await sent(DELETE)).toHaveLength(1);
	});
});
