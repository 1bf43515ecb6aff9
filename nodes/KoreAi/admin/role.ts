import { returnAllOrLimit } from '../../shared/fields/commonFields';
import { checkConfirmed, confirmation } from '../../shared/fields/confirmation';
import { input, operation, resource, rolePaging } from '../api';
import { fileId } from '../upload';
import { exportPaging } from './locators';
import { assignAdminRole, assignBotRole } from './roleAssignment';

const getMany = operation('role.getAll', {
	name: 'Get Many',
	action: 'Get many roles',
	description: 'Retrieve a list of the roles of one type with their permissions',
	fields: [input('role.getAll', 'roleType', { displayName: 'Type' }), ...returnAllOrLimit],
	key: ['role', '_id'],
	paging: rolePaging,
});

const exportRoles = operation('role.export', {
	name: 'Export',
	action: 'Export roles',
	description: 'Retrieve all roles of one type in the form in which another account imports them',
	fields: [input('role.export', 'roleType', { displayName: 'Type' })],
	run: async ({ api, inputOf }) =>
		await api.list('role.export', inputOf('role.export'), { key: ['role', '_id'] }, exportPaging),
});

const importRoles = operation('role.import', {
	name: 'Import',
	action: 'Import roles',
	description: 'Bring the roles of a file that was uploaded before into the account',
	check: "To find out, run 'Get Many' for roles.",
	fields: [
		input('role.import', 'roleType', { displayName: 'Type' }),
		fileId,
		input('role.import', 'fullImport', {
			displayName: 'Full Import',
			description:
				'Whether to import fully instead of incrementally. What becomes of roles that are not in the file, Kore.ai does not say.',
		}),
		confirmation('imported'),
	],
	run: async ({ api, fields, inputOf }) => {
		checkConfirmed(fields, 'import the roles', 'imported');
		const answer = await api.call('role.import', inputOf('role.import'));
		return api.rowsIn(answer, answer);
	},
});

export const roles = resource(
	'Role',
	getMany,
	assignAdminRole,
	assignBotRole,
	exportRoles,
	importRoles,
);
