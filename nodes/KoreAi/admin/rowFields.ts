import { isEmpty } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { fieldsOrJson } from '../../shared/fields/commonFields';
import { field, fieldList } from '../../shared/fields/field';
import type { Fields, FieldsOf } from '../../shared/fields/fields';
import { isThing } from '../../shared/fields/lists';
import type { RowQuery } from '../contract';

const column = field({
	displayName: 'Column',
	name: 'field',
	type: 'string',
	isName: true,
	default: '',
	required: true,
	placeholder: 'e.g. CustType',
});

const kind = field({
	displayName: 'Type',
	name: 'kind',
	type: 'options',
	options: [
		{ name: 'Number', value: 'number' },
		{ name: 'Text', value: 'text', description: 'Also a date, as the table has it' },
	],
	default: 'text',
});

const value = field({
	displayName: 'Value',
	name: 'value',
	type: 'string',
	narrows: true,
	default: '',
	placeholder: 'e.g. Preferred',
});

type Typed = Fields<{ kind: 'number' | 'text'; value: string | undefined }>;

/** A value in its type; a blank text is one. */
function typedIn(row: Typed): string | number {
	const text = row.get('value') ?? '';
	if (row.get('kind') !== 'number') return text;
	const number = text.trim() === '' ? NaN : Number(text);
	if (!Number.isFinite(number)) row.fail('value', 'is no number', 'Use digits, or the type Text.');
	if (Number.isInteger(number) && !Number.isSafeInteger(number)) {
		row.fail(
			'value',
			'is a number with too many digits',
			'It would be rounded: use the type Text.',
		);
	}
	return number;
}

/** Which rows are meant. */
export const conditions = fieldList([
	{
		displayName: 'Conditions',
		name: 'conditions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Condition',
		default: {},
		description: 'Which rows are meant, by the values of their columns',
		options: [
			{
				displayName: 'Condition',
				name: 'condition',
				values: [
					column,
					{
						displayName: 'Operator',
						name: 'operand',
						type: 'options',
						options: [
							{ name: 'Does Not Equal', value: 'notEquals' },
							{ name: 'Equals', value: 'equals' },
							{ name: 'Is Greater Than', value: 'greaterThan' },
							{ name: 'Is Less Than', value: 'lessThan' },
						],
						default: 'equals',
					},
					kind,
					{ ...value, required: true },
				],
			},
		],
	},
	{
		displayName: 'Must Match',
		name: 'operator',
		type: 'options',
		options: [
			{ name: 'All Conditions', value: 'and' },
			{ name: 'Any Condition', value: 'or' },
		],
		default: 'and',
	},
]);

/** Kore.ai's own signs. In the editor they have names, since n8n takes a value that begins with = for an expression. */
const SIGNS = { equals: '=', notEquals: '!=', greaterThan: '>', lessThan: '<' } as const;

interface Conditions {
	conditions: Array<Typed & Fields<{ field: string; operand: keyof typeof SIGNS }>>;
	operator: 'and' | 'or' | undefined;
}

/** The conditions as Kore.ai takes them; undefined without any. */
export function queryOf(fields: Fields<Conditions>): RowQuery | undefined {
	const expressions = fields.rows('conditions').map((row) => ({
		field: row.get('field'),
		operand: SIGNS[row.get('operand')],
		value: typedIn(row),
	}));
	if (expressions.length === 0) return undefined;
	return { expressions, operator: fields.get('operator') ?? 'and' };
}

/** The same of what changes rows. Throws NodeOperationError without any, when all rows would be meant. */
export const narrowQueryOf = (fields: Fields<Conditions>): RowQuery =>
	queryOf(fields) ??
	fields.fail('conditions', 'is empty', 'Add one: without it all rows would be meant.');

/** Values by column. */
export const values = fieldList([
	fieldsOrJson('Specify Values', 'specifyValues'),
	{
		displayName: 'Values',
		name: 'values',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Value',
		default: {},
		displayOptions: { show: { specifyValues: ['fields'] } },
		options: [{ displayName: 'Value', name: 'row', values: [column, kind, value] }],
	},
	{
		displayName: 'Values (JSON)',
		name: 'valuesJson',
		type: 'json',
		default: '{ "CustType": "Preferred" }',
		required: true,
		displayOptions: { show: { specifyValues: ['json'] } },
		description: 'Values by the name of their column',
	},
]);

/** They, as Kore.ai takes them. Throws NodeOperationError without any. */
export function valuesOf(fields: FieldsOf<typeof values>): IDataObject {
	if (fields.get('specifyValues') === 'json') {
		const given = fields.get('valuesJson');
		if (isThing(given) && !isEmpty(given)) return given;
		return fields.fail(
			'valuesJson',
			'is no object with values',
			'Use { "CustType": "Preferred" }.',
		);
	}
	const pairs = new Map<string, string | number>();
	for (const row of fields.rows('values')) {
		const name = row.get('field');
		if (pairs.has(name)) row.fail('field', `'${name}' is there twice`, 'Give each column once.');
		pairs.set(name, typedIn(row));
	}
	if (pairs.size === 0) fields.fail('values', 'is empty', 'Add a value.');
	return Object.fromEntries(pairs);
}
