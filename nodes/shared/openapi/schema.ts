import type { Schema } from './document';

const DEEPEST = 8;

/**
 * Folds `allOf` into one schema and the variants of `oneOf`/`anyOf` into optional properties of it,
 * one level: the properties themselves stay as they are.
 */
export function flatten(schema: Schema): Schema {
	const { allOf = [], oneOf = [], anyOf = [], ...own } = schema;
	const merged: Schema = {};
	const merge = (part: Schema, required: boolean) => {
		merged.type ??= part.type;
		merged.items ??= part.items;
		if (part.properties) merged.properties = { ...merged.properties, ...part.properties };
		if (required && part.required) {
			merged.required = [...new Set([...(merged.required ?? []), ...part.required])];
		}
	};
	for (const part of allOf) merge(flatten(part), true);
	for (const part of [...oneOf, ...anyOf]) merge(flatten(part), false);
	const { type, items, properties, required } = merged;
	Object.assign(merged, own);
	merged.type ??= type;
	merged.items ??= items;
	if (properties) merged.properties = { ...properties, ...own.properties };
	if (required) merged.required = [...new Set([...required, ...(own.required ?? [])])];
	if (merged.properties) merged.type ??= 'object';
	if (merged.items) merged.type ??= 'array';
	return merged;
}

/** One field of a schema: its own schema, and whether it has to be there. */
export interface SchemaField {
	schema: Schema;
	required: boolean;
}

function collect(
	schema: Schema,
	prefix: string,
	ancestors: Schema[],
	into: Map<string, SchemaField>,
): void {
	// A schema within itself adds nothing, however deep.
	if (ancestors.includes(schema) || ancestors.length > DEEPEST) return;
	const flat = flatten(schema);
	const within = [...ancestors, schema];
	const add = (key: string, inner: Schema, required: boolean) => {
		into.set(key, { schema: inner, required });
		collect(inner, key, within, into);
	};
	if (flat.items) add(`${prefix}[]`, flat.items, false);
	for (const [name, property] of Object.entries(flat.properties ?? {})) {
		const key = prefix === '' ? name : `${prefix}.${name}`;
		add(key, property, flat.required?.includes(name) ?? false);
	}
}

/** Every field of a schema, at any depth, keyed as `calls[].phone_number`. */
export function fieldsIn(schema: Schema | undefined): Map<string, SchemaField> {
	const fields = new Map<string, SchemaField>();
	if (schema) collect(schema, '', [], fields);
	return fields;
}
