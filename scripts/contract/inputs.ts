import { groupBy, isEmpty, mapValues } from 'lodash';
import { flatten } from '../../nodes/shared/openapi/schema';

import type { Input, Route } from '../../nodes/shared/call/vendor';
import type { OperationEntry, Schema } from './document';
import { mediaTypeIn, schemaIn } from './document';
import { typeOf } from './schema';

/** What else than its type the routes table says of a value, in this order. */
const keywords = [
	'format',
	'enum',
	'default',
	'minimum',
	'maximum',
	'minLength',
	'maxLength',
	'minItems',
	'maxItems',
] as const;

/** The type that all variants have in common; undefined where they differ. */
function commonType({ oneOf = [], anyOf = [], ...schema }: Schema): string | undefined {
	const types = new Set([...oneOf, ...anyOf].map(commonType));
	return types.size > 1 ? undefined : (typeOf(flatten(schema)) ?? [...types][0]);
}

function constraintsOf(schema: Schema): Schema {
	const flat = flatten(schema);
	const type = commonType(schema);
	const stated = keywords.filter((keyword) => flat[keyword] !== undefined);
	return {
		...(type && { type }),
		...Object.fromEntries(stated.map((keyword) => [keyword, flat[keyword]])),
	};
}

function inputOf(place: Input['in'], schema: Schema, required: boolean): Input {
	const { title, description, example, examples } = schema;
	const [sample = example] = Array.isArray(examples) ? (examples as unknown[]) : [];
	const constraints = constraintsOf(schema);
	const { items } = flatten(schema);
	const ofEntries = items && constraints.type === 'array' ? constraintsOf(items) : {};
	return {
		in: place,
		...constraints,
		...(Object.keys(ofEntries).length > 0 && { items: ofEntries }),
		...(required && { required }),
		...(typeof title === 'string' && { title }),
		...(typeof description === 'string' && { description: description.trim() }),
		...(sample !== undefined && { example: sample }),
	} as Input;
}

/** What the request body of an operation is; undefined when it has none. */
export function bodyKind({ operation }: OperationEntry): 'json' | 'multipart' | undefined {
	const type = mediaTypeIn(operation.requestBody?.content);
	if (type === undefined) return undefined;
	return type.startsWith('multipart/') ? 'multipart' : 'json';
}

/** The names of what an operation takes from no field, by place; undefined when there are none. */
export function givenOf({ parameters }: OperationEntry): Route['given'] {
	const given = groupBy(
		parameters.filter((one) => one['x-given']),
		(one) => one.in,
	);
	return isEmpty(given) ? undefined : mapValues(given, (all) => all.map(({ name }) => name));
}

/**
 * What an operation takes, by name: path and query parameters, headers and the fields of its body. A body that is
 * a list, or may be one, has none. Of a name that stands in two places the first of path, query, header and body counts.
 */
export function inputsOf({ operation, parameters }: OperationEntry): Record<string, Input> {
	const inputs = new Map<string, Input>();
	const add = (name: string, input: Input) => {
		if (!inputs.has(name)) inputs.set(name, input);
	};
	for (const place of ['path', 'query', 'header'] as const) {
		const own = parameters.filter((one) => one.in === place && !one['x-given']);
		for (const parameter of own) {
			const { name, required = false, schema = {}, description, example } = parameter;
			const texts = {
				...(description && { description }),
				...(example !== undefined && { example }),
			};
			add(name, inputOf(place, { ...schema, ...texts }, required));
		}
	}
	const body = schemaIn(operation.requestBody?.content) ?? {};
	const { properties = {}, required = [] } = flatten(body);
	const fields = commonType(body) === 'object' ? Object.entries(properties) : [];
	for (const [name, schema] of fields) {
		add(name, inputOf('body', schema, required.includes(name)));
	}
	return Object.fromEntries(inputs);
}
