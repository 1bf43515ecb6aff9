import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../shared/call/client';
import { checkChanges, collection, texts } from '../../shared/fields/commonFields';
import { checkConfirmed, confirmation } from '../../shared/fields/confirmation';
import type { FieldsOf } from '../../shared/fields/fields';
import { locator } from '../../shared/node/pickers';
import { operation } from '../api';
import type { AdminRoleAssignment, Operations } from '../contract';
import { botToChange } from '../locators';

const check = "To find out, run 'Get' for one of the users.";

/** A role of one type; Get Many shows no IDs of admin roles, so that the list is what Export gives. */
const roleOf = (what: string, search: string) =>
	locator({
		displayName: 'Role',
		name: 'role',
		id: '5d9d8db30d54920a8df1e68b',
		description: `The ${what} role to give or take`,
		search,
	});

const emails = <const Name extends string>(displayName: string, name: Name, who: string) =>
	texts(displayName, name, 'Email', 'ids', `${who}, by email`);

const orgUserIds = <const Name extends string>(displayName: string, name: Name, who: string) =>
	texts(displayName, name, 'User ID', 'ids', `${who}, by what your organization knows them by`);

const groupNames = <const Name extends string>(displayName: string, name: Name, who: string) =>
	texts(displayName, name, 'Group Name', 'names', `${who}, by their names`);

const GIVEN = 'Who is given the role';
const TAKEN = 'Who loses the role';

const changes = collection('Update Fields', [
	groupNames('Add Groups', 'addGroups', GIVEN),
	orgUserIds('Add Organization User IDs', 'addOrgUserIds', GIVEN),
	emails('Add Users', 'addUsers', GIVEN),
	groupNames('Remove Groups', 'removeGroups', TAKEN),
	orgUserIds('Remove Organization User IDs', 'removeOrgUserIds', TAKEN),
	emails('Remove Users', 'removeUsers', TAKEN),
]);

const assigning = [changes, confirmation('changed')] as const;

/** Who is given the role, and who loses it. Throws NodeOperationError when it is nobody, or not confirmed. */
function assigneesOf(fields: FieldsOf<typeof assigning>): Omit<AdminRoleAssignment, 'roleId'> {
	checkConfirmed(fields, 'change who has the role', 'changed');
	const given = fields.group('updateFields');
	const who = {
		addUsers: given.get('addUsers'),
		removeUsers: given.get('removeUsers'),
		addOrgUserIds: given.get('addOrgUserIds'),
		removeOrgUserIds: given.get('removeOrgUserIds'),
		addGroups: given.get('addGroups'),
		removeGroups: given.get('removeGroups'),
	};
	checkChanges(fields, who);
	// Kore.ai takes one or the other (docs/evidence/kore-ai.md §4.4.2).
	for (const [byId, byName] of [
		['addOrgUserIds', 'addUsers'],
		['removeOrgUserIds', 'removeUsers'],
	] as const) {
		if (who[byId] && who[byName]) {
			given.fail(byId, 'cannot go with users by email', 'Name all users in one of both ways.');
		}
	}
	return who;
}

/** What came of an assignment. Throws NodeApiError when the answer does not say that it was done. */
function outcomeOf(api: Client<Operations>, answer: IDataObject): IDataObject {
	const rows = api.rowsIn(answer, answer);
	const isDone = rows.every(({ status }) => /^\s*success\s*$/i.test(String(status)));
	return isDone ? { status: 'success' } : api.failShape(answer);
}

export const assignBotRole = operation('role.assignBotRole', {
	name: 'Assign Bot Role',
	action: 'Assign bot role',
	description: 'Give a role in one bot to users and groups, or take it from them',
	check,
	fields: [roleOf('bot', 'botRoles'), botToChange, ...assigning],
	run: async ({ api, fields }) => {
		const who = assigneesOf(fields);
		const which = { roleId: fields.get('role'), botId: fields.get('bot') };
		const answer = await api.call('role.assignBotRole', { body: [{ ...which, ...who }] });
		return { ...which, ...outcomeOf(api, answer) };
	},
});

export const assignAdminRole = operation('role.assignAdminRole', {
	name: 'Assign Admin Role',
	action: 'Assign admin role',
	description: 'Give a role in the account to users and groups, or take it from them',
	check,
	fields: [roleOf('admin', 'adminRoles'), ...assigning],
	run: async ({ api, fields }) => {
		const who = assigneesOf(fields);
		const roleId = fields.get('role');
		const answer = await api.call('role.assignAdminRole', { body: [{ roleId, ...who }] });
		return { roleId, ...outcomeOf(api, answer) };
	},
});
