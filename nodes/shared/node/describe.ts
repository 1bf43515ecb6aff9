import { defaults, isEmpty, once, sortBy } from 'lodash';
import type { IDataObject, IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { requestOptions } from '../call/settings';
import { simplify } from '../fields/commonFields';
import { propertyOf, type Field } from '../fields/field';
import type { Fields } from '../fields/fields';
import { downloadFields } from './files';
import type { Described, Resource } from './operation';
import { sharedFields, type Place } from './sharedFields';

/** Options by their names, as the editor lists them. Without a collator: making one takes n8n's start milliseconds. */
export const byName = <T extends { name: string }>(options: T[]) =>
	sortBy(options, ({ name }) => name.toLowerCase());

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
		...sharedFields(resources.flatMap(placesIn)).map(({ field, resources: resource, operations }) =>
			shownFor(field, { resource, operation: operations }),
		),
		requestOptions,
	];
}

const placesIn = <Operations>({ value, operations }: Resource<Operations>): Place[] =>
	operations.map((operation) => ({
		resource: value,
		operation: operation.value,
		fields: fieldsOf(operation),
	}));

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

type Shape = (row: IDataObject) => IDataObject;

interface Simplifiable {
	fields: readonly Field[];
	simplify?: Shape;
	files?: unknown;
}

/** The fields of an operation or event: Download File and Simplify before the optional ones, as in n8n's own nodes. */
export function fieldsOf(described: Simplifiable): readonly Field[] {
	const { fields, files, simplify: shape } = described;
	const first = fields.findIndex(({ type }) => type === 'collection');
	const optional = first === -1 ? fields.length : first;
	return [
		...fields.slice(0, optional),
		...(files ? downloadFields(fields) : []),
		...(shape ? [simplify] : []),
		...fields.slice(optional),
	];
}

/** What is made of each row, as the field Simplify says. */
export const shapeOf = ({ simplify: simplified }: Simplifiable, fields: Fields<object>): Shape =>
	simplified && (fields as Fields<{ simplify: boolean }>).get('simplify') ? simplified : asItIs;

const asItIs: Shape = (row) => row;

/** What names in an item whose bot or provider was changed, where the node's panel does not: the credential gave it. */
export function namingTarget({ check }: Pick<Described, 'check'>, fields: Fields<object>): Shape {
	const unseen = once(() => (check === undefined ? {} : fields.fromCredential));
	return (row) => (isEmpty(unseen()) ? row : defaults({}, row, unseen()));
}

/** What a property shows for, added to when it is shown anyway. */
export const shownFor = (field: Field, show: IDisplayOptions['show']): INodeProperties => ({
	...propertyOf(field),
	displayOptions: { ...field.displayOptions, show: { ...show, ...field.displayOptions?.show } },
});
