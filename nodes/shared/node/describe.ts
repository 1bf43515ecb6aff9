import type { INodeProperties } from 'n8n-workflow';

import { simplify } from '../fields/commonFields';
import type { Field } from '../fields/fields';
import type { Operation, Resource } from './operation';
import { requestOptions } from '../call/settings';

/** Options by their names, as the editor lists them. */
export const byName = <T extends { name: string }>(options: T[]) =>
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
	const simplified = 'simplify' in operation && operation.simplify;
	return simplified ? [...operation.fields, simplify] : operation.fields;
}

/** A field without the limits that n8n's description cannot say. */
export function propertyOf(field: Field): INodeProperties {
	const {
		minLength: _min,
		maxLength: _max,
		maxEntries: _entries,
		timeOfDay: _time,
		narrows: _narrows,
		...property
	} = field;
	return property;
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
		const users = operations.filter((operation) => fieldsOf(operation).includes(field));
		const operation = users.map((user) => user.value);
		return {
			...propertyOf(field),
			displayOptions: {
				...field.displayOptions,
				show: { resource: [value], operation, ...field.displayOptions?.show },
			},
		};
	});
}
