import type { IDataObject } from 'n8n-workflow';

import { textIn } from '../../shared/call/answers';
import type { Paging } from '../../shared/call/paging';
import { checkChanges, collection } from '../../shared/fields/commonFields';
import { field } from '../../shared/fields/field';
import type { Fields, FieldsOf } from '../../shared/fields/fields';
import { thingIn } from '../../shared/fields/lists';
import { centerPaging, input } from '../api';

/** Cases and tasks, asked for in the body (docs/evidence/kore-ai.md §9.8.8). */
export const casePaging: Paging = { ...centerPaging, inBody: true };

const nameOf = (value: unknown) => textIn(thingIn(value).name).join();

/** What cases and tasks have in common. */
export const simplifyCommon = (row: IDataObject): IDataObject => ({
	refId: row.refId,
	name: row.name,
	status: nameOf(row.status),
	priority: nameOf(row.priority),
	assignee: nameOf(row.currAssignee),
	createdAt: row.createdAt,
	updatedAt: row.updatedAt,
});

const OF = 'case.getAll';

const time = <const Name extends string>(displayName: string, name: Name, description: string) =>
	field({ displayName, name, type: 'dateTime', default: '', description });

/** Which cases or tasks are wanted. */
export const caseFilters = collection('Filters', [
	input(OF, 'channel', { displayName: 'Channels', entries: 'words' }),
	{ ...time('From', 'from', 'Only those from this time on'), sentAs: 'startDate' },
	input(OF, 'priority', { displayName: 'Priorities', entries: 'names' }),
	input(OF, 'queues', { entries: 'names' }),
	input(OF, 'searchText', { displayName: 'Search' }),
	input(OF, 'status', { displayName: 'Statuses', entries: 'names' }),
	{
		...time('To', 'to', 'Only those up to this time'),
		sentAs: 'endDate',
		notBefore: 'from',
	},
	input(OF, 'unassigned', { displayName: 'Unassigned Only' }),
	input(OF, 'unresolved', { displayName: 'Unresolved Only' }),
]);

/** What a case or task is created with beside what it needs. */
export const caseMore = collection('Additional Fields', [
	{
		displayName: 'User Email',
		name: 'emailId',
		type: 'string',
		isName: true,
		default: '',
		placeholder: 'e.g. name@example.com',
		description: 'Needed without User ID, if there is no phone number',
	},
	{
		displayName: 'User ID',
		name: 'userId',
		type: 'string',
		isId: true,
		default: '',
		placeholder: 'e.g. u-fd371c0a-…',
	},
	{ displayName: 'User Name', name: 'userName', type: 'string', isName: true, default: '' },
	{
		displayName: 'User Phone Number',
		name: 'phoneNumber',
		type: 'string',
		isName: true,
		default: '',
		description: 'Needed without User ID, if there is no email',
	},
]);

/** Who it is about. Throws NodeOperationError when that is nobody. */
export function userIn(fields: FieldsOf<[typeof caseMore]>) {
	const given = fields.group('additionalFields');
	const user = { _id: given.get('userId'), name: given.get('userName') };
	const reach = { emailId: given.get('emailId'), phoneNumber: given.get('phoneNumber') };
	if (!user._id && !reach.emailId && !reach.phoneNumber) {
		fields.fail(
			'additionalFields',
			'name no user',
			"Add 'User ID', 'User Email' or 'User Phone Number'.",
		);
	}
	return { user, reach };
}

/** What can be changed of a case or task. */
export const caseChanges = collection('Update Fields', [
	input('case.update', 'desc', { displayName: 'Description', typeOptions: { rows: 4 } }),
	time('Due Date', 'dueDate', 'When it has to be done'),
	input('case.update', 'language', { placeholder: 'e.g. english' }),
	input('case.update', 'name', { isName: true }),
	input('case.update', 'priority', {
		displayName: 'Priority (JSON)',
		description: 'As the list shows it without Simplify, with its ID and name',
	}),
	input('case.update', 'status', {
		displayName: 'Status (JSON)',
		description: 'As the list shows it without Simplify, with its ID and name',
	}),
	input('case.update', 'tags', { entries: 'names' }),
]);

/** The changes as the service takes them. Throws NodeOperationError when there are none. */
export function changesIn(fields: FieldsOf<[typeof caseChanges]>, body: object): object {
	const dueDate = fields.group('updateFields').get('dueDate')?.toMillis();
	const changes = { ...body, dueDate };
	checkChanges(fields as Fields<{ updateFields: unknown }>, changes);
	return changes;
}
