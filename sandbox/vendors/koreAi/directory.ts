/** Roles and groups of the account, which its users have and are in. */
import { hexOf, idOf } from './ids';

export interface Role {
	id: string;
	type: 'admin' | 'bot';
	name: string;
	description: string;
	permissions: Record<string, string | string[]>;
}

export interface Group {
	id: string;
	name: string;
	description: string;
	/** IDs of users. */
	members: string[];
}

export interface RoleOfUser {
	roleId: string;
	roleName: string;
	botId: string;
	botName: string;
}

/** A user of the account, not of a bot. */
export interface AccountUser {
	id: string;
	username: string;
	orgUserId: string;
	profile: Record<string, string>;
	roles: RoleOfUser[];
	/** IDs of admin roles. */
	adminRoles: string[];
	canCreateBot: boolean;
	isDeveloper: boolean;
	hasDataTableAndViewAccess: boolean;
	/** Milliseconds since 1970; undefined of one who was never there. */
	lastLogin?: number;
	isOwner: boolean;
}

export const MASTER_ADMIN = hexOf('role master');
export const DEVELOPER = hexOf('role developer');

export const seededRoles = (): Role[] => [
	{
		id: MASTER_ADMIN,
		type: 'admin',
		name: 'Master Admin',
		description: 'Master administration role with full control on account activity',
		permissions: { Invite: 'YES', 'Manage Groups': 'YES', 'View and Run Audit Reports': 'YES' },
	},
	{
		id: hexOf('role auditor'),
		type: 'admin',
		name: 'Auditor',
		description: '',
		permissions: { Invite: 'NO', 'Manage Groups': 'NO', 'View and Run Audit Reports': 'YES' },
	},
	{
		id: hexOf('role owner'),
		type: 'bot',
		name: 'Bot Owner',
		description: 'Role of bot owners with full access to bot definition',
		permissions: { Tasks: ['FULL'], 'Bot Settings': ['FULL'], 'Publish bot': ['YES'] },
	},
	{
		id: DEVELOPER,
		type: 'bot',
		name: 'Bot Developer',
		description: 'Role for bot co-developers',
		permissions: { Tasks: ['FULL'], 'Bot Settings': ['FULL'], 'Publish bot': ['YES'] },
	},
	{
		id: hexOf('role tester'),
		type: 'bot',
		name: 'Bot Tester',
		description: 'Role for bot testers with read-only access to bot definition',
		permissions: { Tasks: ['VIEW'], 'Bot Settings': ['NO'], 'Publish bot': ['NO'] },
	},
];

export const seededGroups = (): Group[] => [
	{
		id: idOf('e', 'group audit'),
		name: 'Audit',
		description: 'Audit Team',
		members: [idOf('u', 'account user 1'), idOf('u', 'account user 2')],
	},
	{
		id: idOf('e', 'group risk'),
		name: 'RiskManagement',
		description: 'Risk Management Team',
		members: [idOf('u', 'account user 3')],
	},
];
