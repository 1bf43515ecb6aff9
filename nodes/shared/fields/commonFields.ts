import { sortBy } from 'lodash';
import type { INodePropertyOptions } from 'n8n-workflow';

import { field, fieldList, type Field } from './field';
import type { Fields } from './fields';

/** Return All and Limit, for every Get Many. */
export const returnAllOrLimit = fieldList([
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
]);

/** On, a row of at most ten fields; off, as the service gives it. */
export const simplify = field({
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
});

/** For operations that look before they change something. An expression that gives nothing must not mean the real thing. */
export const dryRun = field({
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
	narrows: true,
	description: 'Whether to only show what would be done. Nothing is changed.',
});

const COLLECTIONS = {
	'Additional Fields': { name: 'additionalFields', placeholder: 'Add Field' },
	Filters: { name: 'filters', placeholder: 'Add Filter' },
	Options: { name: 'options', placeholder: 'Add option' },
	Rows: { name: 'rows', placeholder: 'Add option' },
	Schedule: { name: 'schedule', placeholder: 'Add option' },
	Sort: { name: 'sort', placeholder: 'Add Sort' },
	'Update Fields': { name: 'updateFields', placeholder: 'Add Field' },
} as const;

type Collections = typeof COLLECTIONS;

/** A collection of optional fields, sorted by name. */
export const collection = <Title extends keyof Collections, const Options extends Field[]>(
	displayName: Title,
	options: Options,
) =>
	({
		displayName,
		...COLLECTIONS[displayName],
		type: 'collection',
		default: {},
		options: sortBy(options, (option) => option.displayName.toLowerCase()).map((option) =>
			displayName === 'Filters' ? { ...option, narrows: true } : option,
		),
	}) as Field & { name: Collections[Title]['name']; type: 'collection'; options: Options };

/** Whether the first or the last comes first. */
export const sortOrder = field({
	displayName: 'Sort Order',
	name: 'sortOrder',
	type: 'options',
	options: [
		{ name: 'Ascending', value: 'asc' },
		{ name: 'Descending', value: 'desc' },
	],
	default: 'desc',
});

/**
 * Sort: by one of `options`, in an order. The first of them, descending, is what the service takes when nothing is
 * chosen; `sentAs` is its own name for what is sorted by, `order` the field Sort Order with its names and words.
 */
export const sort = <const By extends INodePropertyOptions[], const Order extends Field>(
	options: By,
	sentAs: string,
	order: Order,
) =>
	collection('Sort', [
		field({
			displayName: 'Sort By',
			name: 'sortBy',
			sentAs,
			type: 'options',
			options,
			default: `${options[0].value}`,
		}),
		order,
	]);

/** Throws NodeOperationError when Update Fields give a body nothing to change. */
export function checkChanges(fields: Fields<{ updateFields: unknown }>, body: object = {}): void {
	if (Object.values(body).some((value) => value !== undefined)) return;
	fields.fail('updateFields', 'is empty', 'Add what is to be changed.');
}

/** Rows per call of a paged list; `size` is what is sent when the user sets nothing, `max` what the service takes. */
export const pageSize = (size: number, max?: number) =>
	field({
		displayName: 'Page Size',
		name: 'pageSize',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: max, numberPrecision: 0 },
		default: size,
		description: 'Rows to ask for in one call. Larger pages need fewer calls.',
	});

/** Texts that a user adds one by one, or gives as a list by an expression; `entries` says what several in one entry mean. */
export const texts = <const Name extends string>(
	displayName: string,
	name: Name,
	entry: string,
	entries: NonNullable<Field['entries']>,
	description: string,
) =>
	field({
		displayName,
		name,
		type: 'string',
		entries,
		typeOptions: { multipleValues: true, multipleValueButtonText: `Add ${entry}` },
		default: [],
		description,
	});

/** Whether several things are given by fields of their own or as JSON. */
export const fieldsOrJson = <const Name extends string>(displayName: string, name: Name) =>
	field({
		displayName,
		name,
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Using Fields Below', value: 'fields' },
			{ name: 'Using JSON', value: 'json' },
		],
		default: 'fields',
	});

/** Names and values that a user adds row by row. */
export const nameValueRows = <const Name extends string>(
	displayName: string,
	name: Name,
	row: string,
	description: string,
) =>
	field({
		displayName,
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: `Add ${row}`,
		default: {},
		description,
		options: [
			{
				displayName: row,
				name: 'row',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						isName: true,
						default: '',
						required: true,
					},
					{ displayName: 'Value', name: 'value', type: 'string', default: '' },
				],
			},
		],
	});
