import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../../engine/jobs';

/** A user of the account that the sandbox does not know. */
const nobody = byId('jane.doe@example.com');

export const TABLE = 'customertable';

/** Conditions, and values of columns, as the editor has them. */
export const where = (...condition: INodeParameters[]) => ({ conditions: { condition } });
export const cells = (...row: INodeParameters[]) => ({ values: { row } });

/** The least that each operation of Kore.ai Admin takes. */
export const ADMIN_MINIMAL: Record<string, INodeParameters> = {
	'user.getAll': {},
	'user.get': { user: nobody },
	'user.create': { email: 'jane.doe@example.com' },
	'user.update': { user: nobody, updateFields: { firstName: 'Jane' } },
	'user.setAccess': { emailIds: ['jane.doe@example.com'], updateFields: { isDeveloper: true } },
	'user.remove': { user: nobody, confirmation: 'REMOVE' },
	'role.getAll': {},
	'role.export': {},
	'role.import': { fileId: 'file-1', confirmation: 'IMPORT' },
	'role.assignBotRole': {
		role: byId('5d9d8db30d54920a8df1e68b'),
		bot: byId('st-11111111-1111-5111-8111-111111111111'),
		updateFields: { addUsers: ['jane.doe@example.com'] },
		confirmation: 'CHANGE',
	},
	'role.assignAdminRole': {
		role: byId('5d9d8db30d54920a8df1e68b'),
		updateFields: { addUsers: ['jane.doe@example.com'] },
		confirmation: 'CHANGE',
	},
	'group.getAll': {},
	'dataTableRow.getAll': { tableName: TABLE },
	'dataTableRow.insert': { tableName: TABLE, ...cells({ field: 'CustType', value: 'Gold' }) },
	'dataTableRow.insertMany': { tableName: TABLE },
	'dataTableRow.update': {
		tableName: TABLE,
		...where({ field: 'CustType', value: 'Gold' }),
		...cells({ field: 'CustType', value: 'Preferred' }),
	},
	'dataTableRow.delete': {
		tableName: TABLE,
		...where({ field: 'CustType', value: 'Gold' }),
		confirmation: 'DELETE',
	},
	'tableViewRow.getAll': { viewName: 'customers_by_type' },
	'customerData.delete': { userIds: ['u-1'], eraseFrom: 'all', confirmation: 'DELETE' },
	'customerData.getDeletionStatus': { requestId: 'eud-1' },
};
