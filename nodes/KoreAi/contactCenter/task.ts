import type { IDataObject } from 'n8n-workflow';

import { returnAllOrLimit } from '../../shared/fields/commonFields';
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

const check = "To find out, run 'Get Many' for tasks.";

/** The task in ten fields. */
export const simplify = (row: IDataObject): IDataObject => ({
	taskId: row._id,
	caseId: row.caseId,
	caseRefId: row.caseRefId,
	...simplifyCommon(row),
});

const getMany = operation('task.getAll', {
	name: 'Get Many',
	action: 'Get many tasks',
	description: 'Retrieve a list of the tasks in cases of customers',
	simplify,
	key: ['_id'],
	paging: casePaging,
	fields: [bot, ...returnAllOrLimit, caseFilters],
});

const create = operation('task.create', {
	name: 'Create',
	action: 'Create task',
	description: 'Add a task to a case, from a template',
	check,
	simplify,
	fields: [
		bot,
		input('task.create', 'caseId', { isId: true, placeholder: 'e.g. ci-31d9184-…' }),
		input('task.create', 'caseRefId', {
			displayName: 'Case Reference ID',
			isId: true,
			placeholder: 'e.g. CS000131',
			description: "What people call the case: the refId that 'Get Many' for cases has",
		}),
		input('task.create', 'taskTmp', {
			displayName: 'Template ID',
			isId: true,
			placeholder: 'e.g. ttm-16623a9-…',
		}),
		input('task.create', 'name', { isName: true, placeholder: 'e.g. Call the carrier' }),
		input('task.create', 'desc', {
			displayName: 'Description',
			required: true,
			typeOptions: { rows: 4 },
		}),
		input('task.create', 'source', {
			placeholder: 'e.g. rtm',
			description: 'Channel that the case comes from, such as rtm (web and mobile)',
		}),
		caseMore,
	],
	run: async ({ api, fields, inputOf }) => {
		const { user, reach } = userIn(fields);
		const { path, body } = inputOf('task.create');
		const userInfo = { ...user, ...reach };
		return await api.call('task.create', { path, body: { ...body, userInfo } });
	},
});

const update = operation('task.update', {
	name: 'Update',
	action: 'Update task',
	description: 'Change a task, keeping what is left out',
	check,
	simplify,
	fields: [
		bot,
		input('task.update', 'taskId', {
			isId: true,
			placeholder: 'e.g. ti-73acd32-…',
			description: "ID of the task, as 'Get Many' has it",
		}),
		caseChanges,
	],
	run: async ({ api, fields, inputOf }) => {
		const { path, body } = inputOf('task.update');
		return await api.call('task.update', { path, body: changesIn(fields, body) });
	},
});

export const tasks = resource('Task', getMany, create, update);
