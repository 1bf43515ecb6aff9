import { byId } from '../../../engine/jobs';
import { searchList } from '../../support/contexts';
import { expectEach } from '../../support/each';
import { bodyOf, koreAccount, shownFields, useKore } from '../../support/koreAi';

/** Users of the account, one by one: what is sent, what comes of it, and what is refused. */
const { sandbox, run, runToError, sent, onlySent, answerWith, state } = useKore();

const EMAIL = 'jane.doe@example.com';
const NO_USER = 'User not found. Please check the provided email address.';

const user = async (index = 1) => (await state()).users[index];
const picked = async (index = 1) => byId((await user(index)).username);

describe('get', () => {
	test('one, by email', async () => {
		const { json, error } = await run('user.get', { user: await picked() });
		expect(error).toBeUndefined();
		const { id, username, roles } = await user();
		expect(json).toMatchObject([
			{
				userInfo: { emailId: username, userId: id, status: 'active' },
				roles: { btRoles: roles, adminRoles: [] },
				groups: [{ groupName: 'Audit' }],
				canCreateBot: false,
			},
		]);
		expect(Object.keys(json[0]).sort()).toEqual(shownFields('user.get'));
		expect(await onlySent()).toMatchObject({
			method: 'POST',
			path: '/api/public/usersInfo',
			body: { emailIds: [username], status: 'all' },
			contractErrors: [],
		});
	});

	test('one that is not there is an error, although the answer is a good one', async () => {
		const error = await runToError('user.get', { user: byId(EMAIL) });
		expect(error.message).toBe(
			`Kore.ai answered that it did not do this: ${EMAIL}: ${NO_USER} [item 0]`,
		);
		expect((await onlySent()).status).toBe(200);
	});
});

describe('create', () => {
	test('with no more than an email', async () => {
		const { json, error } = await run('user.create', { email: EMAIL });
		expect(error).toBeUndefined();
		expect(json).toEqual([{ user: EMAIL, message: 'User is created Successfully.' }]);
		expect(Object.keys(json[0])).toEqual(shownFields('user.create').toReversed());
		expect(await onlySent()).toMatchObject({
			method: 'POST',
			path: '/api/public/users',
			body: { users: [{ userInfo: { emailId: EMAIL } }] },
		});
	});

	test('with everything', async () => {
		const { roles, groups, bots } = await state();
		const [tester, auditor] = ['Bot Tester', 'Auditor'].map(
			(wanted) => roles.find(({ name }) => name === wanted)?.id ?? '',
		);
		const { error } = await run('user.create', {
			email: EMAIL,
			additionalFields: {
				firstName: 'Jane',
				dept: 'Support',
				orgUserId: 'E-17',
				groups: [groups[1].id],
				roles: { role: [{ roleId: tester, botId: bots[0].id }, { roleId: auditor }] },
				canCreateBot: false,
				isDeveloper: false,
				sendEmail: false,
			},
		});
		expect(error).toBeUndefined();
		expect(bodyOf(await onlySent())).toEqual({
			users: [
				{
					userInfo: { emailId: EMAIL, orgUserId: 'E-17', dept: 'Support', firstName: 'Jane' },
					groups: [groups[1].id],
					roles: [{ roleId: tester, botId: bots[0].id }, { roleId: auditor }],
					canCreateBot: false,
					isDeveloper: false,
					sendEmail: false,
				},
			],
		});
		const { json } = await run('user.get', { user: byId(EMAIL) });
		expect(json).toMatchObject([
			{
				userInfo: { status: 'not active' },
				roles: { btRoles: [{ botName: 'Order Desk' }], adminRoles: [{ roleName: 'Auditor' }] },
				groups: [{ groupName: 'RiskManagement' }],
				isDeveloper: false,
			},
		]);
	});

	test.each([
		[
			"Kore.ai's sample of a failure",
			{
				userInfo: {
					emailId: 'a3q4',
					status: 'failure',
					reason: { errors: [{ msg: 'INVALID_EMAIL', code: 400 }] },
				},
			},
			'a3q4: INVALID_EMAIL',
		],
		['one without a status', { userInfo: { emailId: 'a3q4' } }, 'a3q4: it gave no reason'],
		['one in the form of a removal', { emailId: 'a3q4', reason: { message: 'No' } }, 'a3q4: No'],
	])('%s is an error that names the user', async (_what, told, text) => {
		await answerWith('user.create', { msg: 'Done', failedUserDetails: [told] });
		const error = await runToError('user.create', { email: EMAIL });
		expect(error.message).toBe(`Kore.ai answered that it did not do this: ${text} [item 0]`);
	});

	test('one that is there already stays as it is', async () => {
		const { username } = await user();
		const error = await runToError('user.create', { email: username });
		expect(error.message).toContain(`${username}: User already exists`);
	});
});

describe('update', () => {
	test('keeps what is left out, the flags too, which would be true by default', async () => {
		const { username } = await user();
		const { json, error } = await run('user.update', {
			user: byId(username),
			updateFields: { city: 'Warsaw', addTo: [(await state()).groups[1].id] },
		});
		expect(error).toBeUndefined();
		expect(json).toEqual([{ user: username, message: 'User is updated Successfully.' }]);
		const [, request] = await sent();
		expect(request).toMatchObject({ method: 'PUT', path: '/api/public/users' });
		expect(bodyOf(request)).toEqual({
			users: [
				{
					userInfo: { emailId: username, city: 'Warsaw' },
					groups: { addTo: [(await state()).groups[1].id] },
					canCreateBot: false,
					isDeveloper: true,
				},
			],
		});
		expect(await user()).toMatchObject({ canCreateBot: false, profile: { city: 'Warsaw' } });
	});

	test('flags that are given', async () => {
		const updateFields = { canCreateBot: true };
		await run('user.update', { user: await picked(), updateFields });
		expect(await user()).toMatchObject({ canCreateBot: true, isDeveloper: true });
	});

	test('changes nobody whose flags are not shown', async () => {
		await answerWith('user.get', [{ userInfo: { emailId: EMAIL }, isDeveloper: true }]);
		const updateFields = { city: 'Warsaw' };
		const error = await runToError('user.update', { user: byId(EMAIL), updateFields });
		expect(error.message).toContain("does not show 'canCreateBot' of the user");
		expect(await sent('user.update')).toEqual([]);
	});

	test('with nothing to change is refused', async () => {
		const error = await runToError('user.update', { user: byId(EMAIL), updateFields: {} });
		expect(error.message).toBe("'Update Fields' is empty [item 0]");
		expect(await sent()).toEqual([]);
	});
});

describe('set access', () => {
	test('of several', async () => {
		const emailIds = [(await user(1)).username, (await user(2)).username];
		const { json, error } = await run('user.setAccess', {
			emailIds,
			updateFields: { hasDataTableAndViewAccess: true, isDeveloper: false },
		});
		expect(error).toBeUndefined();
		expect(json).toEqual([{ emailIds, status: 'SUCCESS' }]);
		expect(bodyOf(await onlySent())).toEqual({
			emailIds,
			hasDataTableAndViewAccess: true,
			isDeveloper: false,
		});
		expect(await user(2)).toMatchObject({ hasDataTableAndViewAccess: true, isDeveloper: false });
	});

	test('refused, in the words of Kore.ai', async () => {
		const own = { emailIds: [EMAIL], updateFields: { isDeveloper: false } };
		const error = await runToError('user.setAccess', own);
		expect(error.description).toContain('One or more entered emails not found');
	});
});

describe('remove', () => {
	test.each(['email', 'orgUserId'])('by %s', async (removeBy) => {
		const { id, username, orgUserId } = await user();
		const { json, error } = await run('user.remove', {
			removeBy,
			...(removeBy === 'email' ? { user: byId(username) } : { orgUserId }),
			confirmation: 'REMOVE',
		});
		expect(error).toBeUndefined();
		const who = removeBy === 'email' ? username : orgUserId;
		expect(json).toEqual([{ user: who, message: 'Users are removed Successfully' }]);
		const key = removeBy === 'email' ? 'deleteEmailIds' : 'orgUserIds';
		expect(await onlySent()).toMatchObject({ method: 'DELETE', body: { [key]: [who] } });
		expect((await state()).users.map((one) => one.id)).not.toContain(id);
	});

	test('one that cannot be removed is an error that names the user', async () => {
		const { username } = await user(0);
		const error = await runToError('user.remove', {
			user: byId(username),
			confirmation: 'REMOVE',
		});
		expect(error.message).toBe(
			`Kore.ai answered that it did not do this: ${username}: Unauthorized to perform this activity [item 0]`,
		);
		expect((await state()).users).toHaveLength(60);
	});

	test('not without a confirmation', async () => {
		await expectEach(['DELETE', 'remove it'], async (confirmation) => {
			const error = await runToError('user.remove', { user: await picked(), confirmation });
			expect(error.message).toContain("'Confirmation'");
			expect(await sent()).toEqual([]);
		});
	});
});

test('the picker for users offers emails', async () => {
	const setup = { node: 'koreAiAdmin', parameters: {}, credentials: koreAccount(sandbox().url) };
	const { results } = await searchList(setup, 'users', 'example.com');
	const { users } = await state();
	expect(results).toHaveLength(60);
	expect(results[0]).toEqual({
		name: `${users[0].username} (${users[0].id})`,
		value: users[0].username,
	});
});
