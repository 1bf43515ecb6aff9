import { byId } from '../../../engine/jobs';
import type { Role } from '../../../sandbox/vendors/koreAi/directory';
import { searchList } from '../../support/contexts';
import { expectEach } from '../../support/each';
import { BOT, fileOf, koreAccount, rowsOf, shownFields, useKore } from '../../support/koreAi';
import { ADMIN_MINIMAL } from '../../support/koreAiAdmin';

/** Roles and groups of the account, and who is given which. */
const { sandbox, run, runToError, sent, onlySent, answerWith, state } = useKore();

const all = { returnAll: true };

async function roleNamed(wanted: string): Promise<Role> {
	const role = (await state()).roles.find(({ name }) => name === wanted);
	if (!role) throw new Error(`There is no role ${wanted}.`);
	return role;
}

describe('lists', () => {
	test.each(['bot', 'admin'])('roles of the type %s', async (roleType) => {
		const { json, error } = await run('role.getAll', { roleType, ...all });
		expect(error).toBeUndefined();
		const { roles } = await state();
		const names = roles.filter(({ type }) => type === roleType).map(({ name }) => name);
		expect(json.map(({ role }) => role)).toEqual(names);
		const request = await onlySent();
		expect(request).toMatchObject({
			method: 'GET',
			path: '/api/public/roles',
			query: { roleType, limit: '50', offset: '0' },
			contractErrors: [],
		});
		expect(json).toEqual(rowsOf([request], 'roles'));
	});

	test('roles page by page, as the offset of groups counts', async () => {
		const page = (...names: string[]) => ({
			roles: names.map((role) => ({ roleType: 'admin', role })),
			total: 3,
			availableMore: !names.includes('c'),
		});
		await answerWith('role.getAll', page('a', 'b'));
		await answerWith('role.getAll', page('b', 'c'));
		const { json } = await run('role.getAll', { roleType: 'admin', ...all });
		expect(json.map(({ role }) => role)).toEqual(['a', 'b', 'c']);
		expect((await sent()).map(({ query }) => query.offset)).toEqual(['0', '1']);
	});

	test('a service without pages of roles is told apart from the end of the list', async () => {
		const page = { roles: [{ role: 'a' }], total: 2, availableMore: true };
		await answerWith('role.getAll', page, { count: 9 });
		const error = await runToError('role.getAll', all);
		expect(error.message).toContain('the same page comes again');
	});

	test('groups with their members', async () => {
		const { json, error } = await run('group.getAll', all);
		expect(error).toBeUndefined();
		const { groups } = await state();
		expect(json.map(({ gN }) => gN)).toEqual(groups.map(({ name }) => name));
		expect(json[0].userCount).toBe(2);
		expect(Object.keys(json[0]).sort()).toEqual(shownFields('group.getAll'));
		expect(await onlySent()).toMatchObject({ method: 'GET', path: '/api/public/groups' });
	});
});

describe('export and import', () => {
	test('export gives IDs, of admin roles too', async () => {
		const { json, error } = await run('role.export', { roleType: 'admin' });
		expect(error).toBeUndefined();
		const { roles } = await state();
		const ids = roles.filter(({ type }) => type === 'admin').map(({ id }) => id);
		expect(json.map(({ _id: id }) => id)).toEqual(ids);
		expect(await onlySent()).toMatchObject({
			path: '/api/public/roles/export',
			query: { roleType: 'admin' },
		});
	});

	test('what was exported is imported, from a file', async () => {
		const own = [{ role: 'Reviewer', rDesc: 'Reads', permissions: { Tasks: ['VIEW'] } }];
		const item = { json: {}, binary: { data: fileOf(JSON.stringify(own), 'roles.json') } };
		const uploaded = await run('bot.uploadFile', {}, { items: [item] });
		const { fileId } = uploaded.json[0];
		const { json, error } = await run('role.import', {
			roleType: 'bot',
			fileId: String(fileId),
			fullImport: true,
			confirmation: 'IMPORT',
		});
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ role: 'Reviewer', rDesc: 'Reads', roleType: 'bot' }]);
		const [, request] = await sent();
		expect(request).toMatchObject({
			method: 'POST',
			path: '/api/public/roles/import',
			query: { roleType: 'bot', fullImport: 'true' },
			body: { fileId },
		});
		expect(await roleNamed('Reviewer')).toMatchObject({ permissions: { Tasks: ['VIEW'] } });
	});
});

describe('assign', () => {
	test('a bot role to users and groups, and from a user', async () => {
		const { users } = await state();
		const { id: roleId } = await roleNamed('Bot Tester');
		const updateFields = {
			addUsers: [users[4].username],
			addGroups: ['RiskManagement'],
			removeUsers: [users[5].username],
		};
		const { json, error } = await run('role.assignBotRole', {
			role: byId(roleId),
			bot: byId(BOT),
			updateFields,
			confirmation: 'CHANGE',
		});
		expect(error).toBeUndefined();
		expect(json).toEqual([{ roleId, botId: BOT, status: 'success' }]);
		expect(await onlySent()).toMatchObject({
			method: 'POST',
			path: '/api/public/btroles/assignments/',
			body: [{ roleId, botId: BOT, ...updateFields }],
		});
		const now = (await state()).users;
		for (const index of [3, 4]) {
			expect(now[index].roles).toContainEqual(
				expect.objectContaining({ roleId, botId: BOT, botName: 'Order Desk' }),
			);
		}
	});

	test('an admin role, by the IDs of the organization', async () => {
		const { users } = await state();
		const { id: roleId } = await roleNamed('Auditor');
		const own = { role: byId(roleId), confirmation: 'CHANGE' };
		const who = [users[1].orgUserId];
		const given = await run('role.assignAdminRole', {
			...own,
			updateFields: { addOrgUserIds: who },
		});
		expect(given.json).toEqual([{ roleId, status: 'success' }]);
		expect((await state()).users[1].adminRoles).toEqual([roleId]);
		await run('role.assignAdminRole', { ...own, updateFields: { removeOrgUserIds: who } });
		expect((await state()).users[1].adminRoles).toEqual([]);
	});

	test('an answer that does not say success is none, and nobody knows what became of it', async () => {
		await answerWith('role.assignAdminRole', [{ status: 'failed' }]);
		const error = await runToError('role.assignAdminRole', ADMIN_MINIMAL['role.assignAdminRole']);
		expect(error.description).toContain("run 'Get' for one of the users");
	});

	test('what is refused before anything is sent', async () => {
		const id = 'role.assignAdminRole';
		const minimal = ADMIN_MINIMAL[id];
		await expectEach(
			[
				[{ confirmation: 'DELETE' }, "'Confirmation' does not say CHANGE"],
				[{ updateFields: {} }, "'Update Fields' is empty"],
				[
					{ updateFields: { addUsers: ['a@example.com'], addOrgUserIds: ['E-1'] } },
					"'Add Organization User IDs' cannot go with users by email",
				],
			] as const,
			async ([own, text]) => {
				const error = await runToError(id, { ...minimal, ...own } as never);
				expect(error.message).toContain(text);
			},
		);
		const { error } = await run('role.import', { fileId: 'file-1', confirmation: 'yes' });
		expect(error?.message).toContain("'Confirmation' does not say IMPORT");
		expect(await sent()).toEqual([]);
	});
});

test.each([
	['botRoles', 'bot'],
	['adminRoles', 'admin'],
])('the picker %s', async (method, wanted) => {
	const setup = { node: 'koreAiAdmin', parameters: {}, credentials: koreAccount(sandbox().url) };
	const { results } = await searchList(setup, method);
	const roles = (await state()).roles.filter(({ type }) => type === wanted);
	expect(results).toEqual(roles.map(({ id, name }) => ({ name, value: id })));
});
