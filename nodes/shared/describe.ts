import type { INodeProperties } from 'n8n-workflow';

import type { Field } from './fields';
import type { Operation, Resource } from './operation';
import { requestOptions } from './settings';

const byName = <T extends { name: string }>(options: T[]) =>
	options.toSorted((a, b) => a.name.localeCompare(b.name));

/** All properties of an action node: Resource, Operation, each operation's fields, the Request Options setting. */
export function describe<Operations>(resources: Array<Resource<Operations>>): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: byName(resources.map(({ name, value }) => ({ name, value }))),
			default: `${resources[0].value}`,
		},
		...resources.map(operationSelector),
		...resources.flatMap(resourceFields),
		requestOptions,
	];
}

function operationSelector<Operations>({
	value: resource,
	operations,
}: Resource<Operations>): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: byName(
			operations.map(({ name, value, action, description }) => ({
				name,
				value,
				action,
				description,
			})),
		),
		default: `${operations[0].value}`,
	};
}

/** The fields of one operation as the editor shows them. */
export function fieldsOf<Operations>(operation: Operation<Operations>): Field[] {
	return operation.simplify ? [...operation.fields, simplify] : operation.fields;
}

/**
 * A field that several operations share (the same object) is described once, for all of them,
 * where every operation's own order is kept.
 */
function resourceFields<Operations>({
	value,
	operations,
}: Resource<Operations>): INodeProperties[] {
	const order: Field[] = [];
	for (const fields of operations.map(fieldsOf)) {
		for (const [index, field] of fields.entries()) {
			if (!order.includes(field)) order.splice(order.indexOf(fields[index - 1]) + 1, 0, field);
		}
	}
	return order.map((field) => {
		const { maxLength: _max, timeOfDay: _time, ...property } = field;
		const users = operations.filter((operation) => fieldsOf(operation).includes(field));
		const operation = users.map((user) => user.value);
		return {
			...property,
			displayOptions: {
				...field.displayOptions,
				show: { resource: [value], operation, ...field.displayOptions?.show },
			},
		};
	});
}

const simplify: Field = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** Return All and Limit, for every Get Many. */
export const returnAllOrLimit: Field[] = [
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
];

const COLLECTIONS = {
	'Additional Fields': { name: 'additionalFields', placeholder: 'Add Field' },
	Options: { name: 'options', placeholder: 'Add option' },
	Sort: { name: 'sort', placeholder: 'Add Sort' },
};

/** A collection of optional fields, sorted by name. */
export const collection = (displayName: keyof typeof COLLECTIONS, options: Field[]): Field => ({
	displayName,
	...COLLECTIONS[displayName],
	type: 'collection',
	default: {},
	options: options.toSorted((a, b) => a.displayName.localeCompare(b.displayName)),
});

/** Rows per call of a paged list; `size` is what is sent when the user sets nothing. */
export const pageSize = (size: number): Field => ({
	displayName: 'Page Size',
	name: 'pageSize',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: size,
	description: 'Rows to ask for in one call. Larger pages need fewer calls.',
});

/** Names and values that a user adds row by row. */
export const nameValueRows = (
	displayName: string,
	name: string,
	row: string,
	description: string,
): Field => ({
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
				{ displayName: 'Name', name: 'name', type: 'string', default: '', required: true },
				{ displayName: 'Value', name: 'value', type: 'string', default: '' },
			],
		},
	],
});
