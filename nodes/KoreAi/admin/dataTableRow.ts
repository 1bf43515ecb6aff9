import { collection, returnAllOrLimit } from '../../shared/fields/commonFields';
import { checkConfirmed, confirmation } from '../../shared/fields/confirmation';
import { input, operation, resource, rowPaging } from '../api';
import { insertMany, insertRows } from './insertRows';
import { conditions, narrowQueryOf, queryOf, values, valuesOf } from './rowFields';

const check = "To find out, run 'Get Many' for the rows of the table.";

const table = input('dataTableRow.getAll', 'tableName', {
	displayName: 'Table Name',
	isName: true,
	description: 'The data table, which has to be assigned to the app with the rights for this',
});

const filters = collection('Filters', [...conditions]);

const getMany = operation('dataTableRow.getAll', {
	name: 'Get Many',
	action: 'Get many data table rows',
	description: 'Retrieve the rows of a data table, or those that meet conditions',
	fields: [table, ...returnAllOrLimit, filters],
	run: async ({ api, fields }) => {
		const asked = {
			path: { tableName: fields.get('tableName') },
			body: { query: queryOf(fields.group('filters')) },
		};
		return await api.list('dataTableRow.getAll', asked, fields.window('sys_Id'), rowPaging);
	},
});

const insert = operation('dataTableRow.insert', {
	name: 'Insert',
	action: 'Insert data table row',
	description: 'Add a row to a data table',
	check,
	fields: [table, ...values],
	run: async ({ api, fields }) => {
		const [row] = await insertRows(api, fields.get('tableName'), [valuesOf(fields)]);
		return row;
	},
});

const update = operation('dataTableRow.update', {
	name: 'Update',
	action: 'Update data table rows',
	description: 'Change columns of all rows of a data table that meet conditions',
	check,
	fields: [table, ...conditions, ...values],
	run: async ({ api, fields }) =>
		await api.call('dataTableRow.update', {
			path: { tableName: fields.get('tableName') },
			body: { query: narrowQueryOf(fields), data: valuesOf(fields) },
		}),
});

const remove = operation('dataTableRow.delete', {
	name: 'Delete',
	action: 'Delete data table rows',
	description: 'Delete all rows of a data table that meet conditions, which cannot be undone',
	check,
	fields: [table, ...conditions, confirmation('deleted')],
	run: async ({ api, fields }) => {
		checkConfirmed(fields, 'delete the rows', 'deleted');
		return await api.call('dataTableRow.delete', {
			path: { tableName: fields.get('tableName') },
			body: { query: narrowQueryOf(fields) },
		});
	},
});

export const dataTableRows = resource(
	'Data Table Row',
	getMany,
	insert,
	insertMany,
	update,
	remove,
);

const viewRows = operation('tableViewRow.getAll', {
	name: 'Get Many',
	action: 'Get many table view rows',
	description: 'Retrieve the rows of a table view, or those that meet conditions',
	fields: [
		input('tableViewRow.getAll', 'viewName', {
			displayName: 'View Name',
			isName: true,
			description: 'The table view, which has to be assigned to the app with the right to read',
		}),
		...returnAllOrLimit,
		filters,
	],
	run: async ({ api, fields }) => {
		const asked = {
			path: { viewName: fields.get('viewName') },
			body: { query: queryOf(fields.group('filters')) },
		};
		return await api.list('tableViewRow.getAll', asked, fields.window(), rowPaging);
	},
});

export const tableViewRows = resource('Table View Row', viewRows);
