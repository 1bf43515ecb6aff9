import { field } from '../../shared/fields/field';
import type { Fields } from '../../shared/fields/fields';
import type { NewUser } from '../contract';

/** Roles that a new user begins with. */
export const newUserRoles = field({
	displayName: 'Roles',
	name: 'roles',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Role',
	default: {},
	description: 'What the user may do, in which bot',
	options: [
		{
			displayName: 'Role',
			name: 'role',
			values: [
				{
					displayName: 'Role ID',
					name: 'roleId',
					type: 'string',
					isId: true,
					default: '',
					required: true,
					placeholder: 'e.g. 5d9d8db30d54920a8df1e68b',
					description: "The _id of the role, as 'Export' for roles shows it",
				},
				{
					displayName: 'Bot ID',
					name: 'botId',
					type: 'string',
					isId: true,
					narrows: true,
					default: '',
					placeholder: 'e.g. st-1a2b3c4d-…',
					description: 'The bot that a bot role is for. Leave empty for a role of no bot.',
				},
			],
		},
	],
});

type Row = Fields<{ roleId: string; botId: string | undefined }>;

/** Rows of it, as Kore.ai takes them; undefined without any. */
export function rolesOf(rows: Row[]): NewUser['roles'] {
	const roles = rows.map((row) => ({ roleId: row.get('roleId'), botId: row.get('botId') }));
	return roles.length > 0 ? roles : undefined;
}
