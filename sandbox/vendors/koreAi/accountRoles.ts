/** Roles and groups of the account, and who has which role. */
import { ApiError, type Handler } from '../../types';
import { pageFrom, PAGE_SIZE } from './account';
import type { Group, Role } from './directory';
import { find, hexOf, idOf, isoText, OWNER_ID, type AccountUser, type KoreAiState } from './state';

interface Assignment {
	roleId: string;
	botId?: string;
	addUsers?: string[];
	removeUsers?: string[];
	addOrgUserIds?: string[];
	removeOrgUserIds?: string[];
	addGroups?: string[];
	removeGroups?: string[];
}

interface RoleInFile {
	role: string;
	rDesc?: string;
	permissions?: Role['permissions'];
}

/** In the vendor's sample, admin roles of the list have no ID. */
const listView = ({ id, type, name, description, permissions }: Role) => ({
	roleType: type,
	...(type === 'bot' ? { _id: id } : {}),
	role: name,
	rDesc: description,
	permissions,
});

const exportView = (role: Role) => ({
	...listView(role),
	_id: role.id,
	refId: idOf('', role.id).slice(1),
});

const importView = (role: Role, at: number) => ({
	mapping: { users: [], groups: [], bots: [] },
	roleType: role.type,
	rStatus: 'unpublished',
	isASystemRole: false,
	category: role.type,
	isDefault: false,
	_id: role.id,
	orgId: idOf('o', 'account'),
	role: role.name,
	createdDate: isoText(at),
	createdBy: OWNER_ID,
	modifiedDate: isoText(at),
	modifiedBy: OWNER_ID,
	permissions: role.permissions,
	rDesc: role.description,
	refId: idOf('', role.id).slice(1),
});

const groupView =
	({ users }: KoreAiState) =>
	({ id, name, description, members }: Group) => ({
		_id: id,
		gN: name,
		gDesc: description,
		groups: [],
		users: users
			.filter((user) => members.includes(user.id))
			.map((user) => ({
				_id: user.id,
				emailId: user.username,
				lastName: user.profile.lastName ?? '',
				firstName: user.profile.firstName ?? '',
				profImage: 'no-avatar',
				profColour: '#2e8b57',
				activationStatus: 'active',
				jTitle: '',
				orgId: idOf('o', 'account'),
			})),
		userCount: members.length,
	});

/** Gives a user a role, or takes it. */
function change(user: AccountUser, role: Role, bot: { id: string; name: string } | undefined) {
	const isOther = (one: { roleId: string; botId: string }) =>
		one.roleId !== role.id || one.botId !== bot?.id;
	return {
		give() {
			this.take();
			if (!bot) user.adminRoles.push(role.id);
			else {
				const { id: botId, name: botName } = bot;
				user.roles.push({ roleId: role.id, roleName: role.name, botId, botName });
			}
		},
		take() {
			if (bot) user.roles = user.roles.filter(isOther);
			else user.adminRoles = user.adminRoles.filter((id) => id !== role.id);
		},
	};
}

/** Handlers of roles and groups. What is refused, and its words, are guesses: none are documented. */
export function accountRoleHandlers(
	state: KoreAiState,
	now: () => number,
): Record<string, Handler> {
	function usersOf(names: string[] = [], key: 'username' | 'orgUserId'): AccountUser[] {
		return names.map((name) => {
			const user = state.users.find((one) => one[key] === name);
			if (!user) throw new ApiError(400, `User not found: ${name}`);
			return user;
		});
	}

	function membersOf(names: string[] = []): AccountUser[] {
		return names.flatMap((name) => {
			const group = state.groups.find((one) => one.name === name);
			if (!group) throw new ApiError(400, `Group not found: ${name}`);
			return state.users.filter(({ id }) => group.members.includes(id));
		});
	}

	const assign = (type: Role['type']) => (asked: Assignment) => {
		const role = find(
			state.roles.filter((one) => one.type === type),
			asked.roleId,
			'Role',
		);
		const bot = type === 'bot' ? find(state.bots, String(asked.botId), 'Bot') : undefined;
		const given = [
			...usersOf(asked.addUsers, 'username'),
			...usersOf(asked.addOrgUserIds, 'orgUserId'),
			...membersOf(asked.addGroups),
		];
		const taken = [
			...usersOf(asked.removeUsers, 'username'),
			...usersOf(asked.removeOrgUserIds, 'orgUserId'),
			...membersOf(asked.removeGroups),
		];
		for (const user of given) change(user, role, bot).give();
		for (const user of taken) change(user, role, bot).take();
		// As the samples have it: with a blank, and with the ID.
		return type === 'bot' ? { status: 'success ' } : { status: 'success', roleId: role.id };
	};

	const ofType = (type: unknown) => state.roles.filter((role) => role.type === type);

	return {
		'role.getAll': ({ query }) => {
			// Inferred: as that of groups.
			const size = Math.min(Number(query.limit ?? PAGE_SIZE), PAGE_SIZE);
			const all = ofType(query.roleType);
			const { rows, ...page } = pageFrom(all, Number(query.offset ?? 0) * size, size);
			return { ...page, roles: rows.map(listView) };
		},
		'role.export': ({ query }) => ofType(query.roleType).map(exportView),
		'role.import': ({ query, body }) => {
			const { fileId } = body as { fileId: string };
			const { text } = find(state.files, fileId, 'File');
			const type = query.roleType as Role['type'];
			const read = JSON.parse(text) as RoleInFile[];
			const imported = read.map(({ role: name, rDesc, permissions = {} }): Role => {
				const known = ofType(type).find((role) => role.name === name);
				const id = known?.id ?? hexOf(`role ${type} ${name}`);
				return { id, type, name, description: rDesc ?? '', permissions };
			});
			const names = imported.map(({ name }) => name);
			state.roles = [
				...state.roles.filter((role) => role.type !== type || !names.includes(role.name)),
				...imported,
			];
			return imported.map((role) => importView(role, now()));
		},
		'role.assignBotRole': ({ body }) => (body as Assignment[]).map(assign('bot')),
		'role.assignAdminRole': ({ body }) => (body as Assignment[]).map(assign('admin')),
		'group.getAll': ({ query }) => {
			const size = Math.min(Number(query.limit ?? PAGE_SIZE), PAGE_SIZE);
			const { rows, ...page } = pageFrom(state.groups, Number(query.offset ?? 0) * size, size);
			return { ...page, groups: rows.map(groupView(state)) };
		},
	};
}
