import { flagOf } from '../../shared/call/answers';
import type { Client } from '../../shared/call/client';
import {
	checkChanges,
	collection,
	returnAllOrLimit,
	texts,
} from '../../shared/fields/commonFields';
import { checkConfirmed, confirmation } from '../../shared/fields/confirmation';
import { input, operation, resource, userPaging } from '../api';
import type { NewUser, Operations } from '../contract';
import { canCreateBot, groupIds, isDeveloper, profile, profileOf, user } from './userFields';
import { newUserRoles, rolesOf } from './userRoles';

const check = "To find out, run 'Get' for the user.";

/** A user as Kore.ai shows one. Throws NodeApiError when there is none. */
async function lookUp(api: Client<Operations>, email: string) {
	const answer = await api.call('user.get', { body: { emailIds: [email], status: 'all' } });
	const [found] = api.rowsIn(answer, answer);
	return found;
}

const getMany = operation('user.getAll', {
	name: 'Get Many',
	action: 'Get many users with roles',
	description: 'Retrieve a list of the users of the account with their roles',
	fields: returnAllOrLimit,
	key: ['userId'],
	paging: userPaging,
});

const get = operation('user.get', {
	name: 'Get',
	action: 'Get user',
	description: 'Retrieve a user with status, last login, roles and groups',
	fields: [user],
	run: async ({ api, fields }) => await lookUp(api, fields.get('user')),
});

const create = operation('user.create', {
	name: 'Create',
	action: 'Create user',
	description: 'Add a person to the account, who gets an invitation',
	check,
	fields: [
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			isId: true,
			default: '',
			required: true,
			placeholder: 'e.g. jane.doe@example.com',
		},
		collection('Additional Fields', [
			...profile,
			newUserRoles,
			canCreateBot,
			groupIds('Group IDs', 'groups', 'The groups to put the user into'),
			isDeveloper,
			{
				displayName: 'Organization User ID',
				name: 'orgUserId',
				type: 'string',
				isId: true,
				default: '',
				description: 'What your organization knows the user by',
			},
			{
				displayName: 'Send Email',
				name: 'sendEmail',
				type: 'boolean',
				default: true,
				description: 'Whether Kore.ai writes to the user how to activate the account',
			},
		]),
	],
	run: async ({ api, fields }) => {
		const emailId = fields.get('email');
		const more = fields.group('additionalFields');
		const newUser: NewUser = {
			userInfo: { emailId, orgUserId: more.get('orgUserId'), ...profileOf(more) },
			groups: more.get('groups'),
			roles: rolesOf(more.rows('roles')),
			canCreateBot: more.get('canCreateBot'),
			isDeveloper: more.get('isDeveloper'),
			sendEmail: more.get('sendEmail'),
		};
		const { msg } = await api.call('user.create', { body: { users: [newUser] } });
		return { user: emailId, message: msg };
	},
});

const update = operation('user.update', {
	name: 'Update',
	action: 'Update user',
	description: 'Change what is known of a user, and the groups, keeping what is left out',
	check,
	fields: [
		user,
		collection('Update Fields', [
			...profile,
			groupIds('Add to Groups', 'addTo', 'The groups to put the user into'),
			canCreateBot,
			isDeveloper,
			groupIds('Remove From Groups', 'removeFrom', 'The groups to take the user out of'),
		]),
	],
	run: async ({ api, fields }) => {
		const emailId = fields.get('user');
		const given = fields.group('updateFields');
		const groups = { addTo: given.get('addTo'), removeFrom: given.get('removeFrom') };
		const flags = {
			canCreateBot: given.get('canCreateBot'),
			isDeveloper: given.get('isDeveloper'),
		};
		const own = profileOf(given);
		checkChanges(fields, { ...own, ...groups, ...flags });
		// Left out, they would be given to the user: both are true by default (docs/evidence/kore-ai.md §4.4.1).
		const now = await lookUp(api, emailId);
		const kept = (name: keyof typeof flags) =>
			flags[name] ?? flagOf(now[name]) ?? api.failShape(now, `does not show '${name}' of the user`);
		const changed = {
			userInfo: { emailId, ...own },
			groups: groups.addTo || groups.removeFrom ? groups : undefined,
			canCreateBot: kept('canCreateBot'),
			isDeveloper: kept('isDeveloper'),
		};
		const { msg } = await api.call('user.update', { body: { users: [changed] } });
		return { user: emailId, message: msg };
	},
});

const setAccess = operation('user.setAccess', {
	name: 'Set Access',
	action: 'Set access of users',
	description: 'Change whether users may create bots, data tables, or use the App Builder',
	check,
	fields: [
		{
			...texts('User Emails', 'emailIds', 'Email', 'ids', 'Whose access to change'),
			required: true,
			narrows: true,
		},
		collection('Update Fields', [
			input('user.setAccess', 'canCreateBot', { displayName: 'Can Create Bots' }),
			input('user.setAccess', 'hasDataTableAndViewAccess', {
				displayName: 'Can Create Data Tables and Views',
			}),
			input('user.setAccess', 'isDeveloper', { displayName: 'Can Use App Builder' }),
		]),
	],
	run: async ({ api, fields, inputOf }) => {
		const { body } = inputOf('user.setAccess');
		const { emailIds, ...access } = body;
		checkChanges(fields, access);
		const answer = await api.call('user.setAccess', { body });
		// Its only words are SUCCESS (docs/evidence/kore-ai.md §4.4.1).
		if (!/^\s*success/i.test(String(answer[0]))) return api.failShape(answer);
		return { emailIds, status: answer[0] };
	},
});

const remove = operation('user.remove', {
	name: 'Remove',
	action: 'Remove user',
	description: 'Take a person out of the account',
	check,
	fields: [
		{
			displayName: 'Remove By',
			name: 'removeBy',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Email', value: 'email' },
				{ name: 'Organization User ID', value: 'orgUserId' },
			],
			default: 'email',
		},
		{ ...user, displayOptions: { show: { removeBy: ['email'] } } },
		{
			displayName: 'Organization User ID',
			name: 'orgUserId',
			type: 'string',
			isId: true,
			default: '',
			required: true,
			displayOptions: { show: { removeBy: ['orgUserId'] } },
			description: 'What your organization knows the user by',
		},
		confirmation('removed'),
	],
	run: async ({ api, fields }) => {
		checkConfirmed(fields, 'remove the user', 'removed');
		const byEmail = fields.get('removeBy') === 'email';
		const who = byEmail ? fields.get('user') : fields.get('orgUserId');
		const body = byEmail ? { deleteEmailIds: [who] } : { orgUserIds: [who] };
		const { msg } = await api.call('user.remove', { body });
		return { user: who, message: msg };
	},
});

export const users = resource('User', getMany, get, create, update, setAccess, remove);
