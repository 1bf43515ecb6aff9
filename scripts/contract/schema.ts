import { flatten } from '../../nodes/shared/openapi/schema';
import type { OperationObject, Schema } from './document';
import { answerSchema } from './document';

const deepest = 12;

/** A schema's type without 'null'; undefined when it names none or several. */
export function typeOf(schema: Schema): string | undefined {
	const types = [schema.type ?? []].flat().filter((type) => type !== 'null');
	return types.length === 1 ? types[0] : undefined;
}

/** Only types, properties and items, all `$ref` and `allOf` gone: what n8n shows of an output. */
export function shape(schema: Schema, depth = 0): Schema {
	const { type, properties, items } = flatten(schema);
	const result: Schema = {};
	if (type !== undefined) result.type = type;
	if (properties && depth < deepest) {
		result.properties = Object.fromEntries(
			Object.entries(properties).map(([name, property]) => [name, shape(property, depth + 1)]),
		);
	}
	if (items && depth < deepest) result.items = shape(items, depth + 1);
	return result;
}

const flag = (name: string): Schema => ({
	type: 'object',
	properties: { [name]: { type: 'boolean' } },
});

/**
 * The schema of one output item of an operation: what the answer wraps in `response`, or the rows
 * of a page (`data` + `total_rows`) or array; `{success}` where there is nothing but a yes, and
 * `{deleted}` for a delete. `x-output` overrides it, undefined when that is 'none'.
 */
export function outputSchema(operation: OperationObject): Schema | undefined {
	const override = operation['x-output'];
	if (override === 'none') return undefined;
	if (override) return shape(override);
	if (operation.operationId?.endsWith('.delete')) return flag('deleted');

	let schema = flatten(answerSchema(operation) ?? {});
	const { response, data, total_rows: total } = schema.properties ?? {};
	if (response) schema = flatten(response);
	else if (data && total) schema = flatten(data);
	if (schema.items) schema = flatten(schema.items);
	return schema.properties ? shape(schema) : flag('success');
}
