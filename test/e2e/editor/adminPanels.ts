/** The panels of Kore.ai Admin: at least one of every resource. */
export const admin = {
	node: 'koreAiAdmin',
	credential: 'koreAiApi',
	panels: [
		{ operation: 'user.getAll', labels: ['Return All', 'Limit'] },
		{
			operation: 'user.create',
			parameters: {
				email: 'jane.doe@example.com',
				additionalFields: { roles: { role: [{ roleId: '5d9d8db30d54920a8df1e68b' }] } },
			},
			labels: ['Email', 'Additional Fields', 'Roles'],
		},
		{
			operation: 'role.assignBotRole',
			parameters: { updateFields: { addUsers: ['jane.doe@example.com'] } },
			labels: ['Role', 'Bot', 'Update Fields', 'Add Users', 'Confirmation'],
		},
		{ operation: 'group.getAll', labels: ['Return All', 'Limit'] },
		{
			operation: 'dataTableRow.delete',
			parameters: {
				tableName: 'customertable',
				conditions: { condition: [{ field: 'CustType', value: 'Gold' }] },
			},
			labels: [
				'Table Name',
				'Conditions',
				'Column',
				'Operator',
				'Type',
				'Value',
				'Must Match',
				'Confirmation',
			],
		},
		{
			operation: 'dataTableRow.insertMany',
			parameters: { tableName: 'customertable', columns: 'selected', selected: ['CustType'] },
			labels: ['Table Name', 'Columns', 'Fields to Send'],
		},
		{
			operation: 'tableViewRow.getAll',
			parameters: { viewName: 'customers_by_type' },
			labels: ['View Name', 'Return All', 'Limit', 'Filters'],
		},
		{ operation: 'user.remove', labels: ['Remove By', 'User', 'Confirmation'] },
		{
			operation: 'customerData.delete',
			labels: ['User IDs', 'Erase From', 'Bot IDs', 'Confirmation'],
		},
	],
};
