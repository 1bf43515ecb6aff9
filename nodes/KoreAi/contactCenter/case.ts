import type { IDataObject } from 'n8n-workflow';

import { textIn } from '../../shared/call/answers';
import { returnAllOrLimit } from '../../shared/fields/commonFields';
import { thingIn } from '../../shared/fields/lists';
import { input, operation, resource } from '../api';
import { bot } from '../locators';
import {
	caseChanges,
	caseFilters,
	caseMore,
	casePaging,
	changesIn,
	simplifyCommon,
	userIn,
} from './caseParts';

const check = "To find out, run 'Get Many' for cases.";

/** The case in ten fields. */
export function simplify(row: IDataObject): IDataObject {
	const { name, emailId } = thingIn(row.userInfo);
	return {
		caseId: row._id,
		...simplifyCommon(row),
		user: textIn(name).join() || textIn(emailId).join(),
		dueDate: row.ETA,
	};
}

const getMany = operation('case.getAll', {
	name: 'Get Many',
	action: 'Get many cases',
	description: 'Retrieve a list of the cases of customers',
	simplify,
	key: ['_id'],
	paging: casePaging,
	fields: [bot, ...returnAllOrLimit, caseFilters],
});

const create = operation('case.create', {
	name: 'Create',
	action: 'Create case',
	description: 'Open a case of a customer, from a template',
	check,
	simplify,
	fields: [
		bot,
		input('case.create', 'caseTmp', {
			displayName: 'Template ID',
			isId: true,
			placeholder: 'e.g. ctm-d4e6152-…',
		}),
		input('case.create', 'name', { isName: true, placeholder: 'e.g. Parcel lost' }),
		input('case.create', 'desc', { displayName: 'Description', typeOptions: { rows: 4 } }),
		{
			displayName: 'Due Date',
			name: 'dueDate',
			type: 'dateTime',
			default: '',
			required: true,
			description: 'When the case has to be solved',
		},
		input('case.create', 'source', {
			placeholder: 'e.g. rtm',
			description: 'Channel that the case comes from, such as rtm (web and mobile)',
		}),
		caseMore,
	],
	run: async ({ api, fields, inputOf }) => {
		const { user, reach } = userIn(fields);
		const { path, body } = inputOf('case.create');
		return await api.call('case.create', { path, body: { ...body, ...reach, userInfo: user } });
	},
});

const update = operation('case.update', {
	name: 'Update',
	action: 'Update case',
	description: 'Change a case, keeping what is left out',
	check,
	simplify,
	fields: [
		bot,
		input('case.update', 'caseId', {
			isId: true,
			placeholder: 'e.g. ci-b4eaa6e-…',
			description: "ID of the case, as 'Get Many' has it",
		}),
		caseChanges,
	],
	run: async ({ api, fields, inputOf }) => {
		const { path, body } = inputOf('case.update');
		return await api.call('case.update', { path, body: changesIn(fields, body) });
	},
});

export const cases = resource('Case', getMany, create, update);
