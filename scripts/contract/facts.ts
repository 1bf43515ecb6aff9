import type { OpenApiDocument, OperationEntry, Parameter, Schema } from './document';
import { answerSchema, mediaTypeIn, operationsOf, schemaIn, scopesOf } from './document';
import { flatten, typeOf } from './schema';

/** Keywords of a schema that are facts about a value; texts and samples are not. */
export const factKeywords = [
	'type',
	'format',
	'default',
	'enum',
	'const',
	'pattern',
	'minimum',
	'maximum',
	'minLength',
	'maxLength',
	'minItems',
	'maxItems',
] as const;

export type FactKeyword = (typeof factKeywords)[number];

/** What a contract says of one value. */
export type Facts = Partial<Record<FactKeyword, unknown>> & { required: boolean };

/** One value with its facts and the schema it was read from. */
export interface Value {
	facts: Facts;
	schema: Schema;
}

/** One operation as comparable facts. Fields are keyed `calls[].phone_number`, parameters `query page`. */
export interface OperationFacts {
	id: string;
	method: string;
	path: string;
	words: string[];
	parameters: Map<string, Value>;
	body: Map<string, Value>;
	bodyType?: string;
	answer: Map<string, Value>;
	scopes: string[];
	entry: OperationEntry;
}

const deepest = 8;

function factsOf(schema: Schema, required: boolean): Facts {
	const flat = flatten(schema);
	const facts: Facts = { required };
	for (const keyword of factKeywords) {
		const value = keyword === 'type' ? typeOf(flat) : flat[keyword];
		if (value !== undefined) facts[keyword] = value;
	}
	return facts;
}

function collectFields(
	schema: Schema,
	prefix: string,
	ancestors: Schema[],
	into: Map<string, Value>,
) {
	// A schema within itself adds nothing, however deep.
	if (ancestors.includes(schema) || ancestors.length > deepest) return;
	const flat = flatten(schema);
	const within = [...ancestors, schema];
	if (flat.items) {
		const key = `${prefix}[]`;
		into.set(key, { facts: factsOf(flat.items, false), schema: flat.items });
		collectFields(flat.items, key, within, into);
	}
	for (const [name, property] of Object.entries(flat.properties ?? {})) {
		const key = prefix === '' ? name : `${prefix}.${name}`;
		into.set(key, {
			facts: factsOf(property, flat.required?.includes(name) ?? false),
			schema: property,
		});
		collectFields(property, key, within, into);
	}
}

function fieldsOf(schema: Schema | undefined): Map<string, Value> {
	const fields = new Map<string, Value>();
	if (schema) collectFields(schema, '', [], fields);
	return fields;
}

function parametersOf(parameters: Parameter[]): Map<string, Value> {
	// A declared Authorization header says no more than the security does.
	return new Map(
		parameters
			.filter(({ name, in: place }) => place !== 'header' || name.toLowerCase() !== 'authorization')
			.map(({ name, in: place, required = false, schema = {}, description }) => [
				`${place} ${name}`,
				{
					facts: factsOf(schema, required || place === 'path'),
					schema: { description, ...schema },
				},
			]),
	);
}

const idle = new Set(
	'a all an and as by for from in into of on or returns the to with v1'.split(' '),
);

/** The telling words of a text or identifier, lower case, without a plural s. */
export function wordsOf(text: string): string[] {
	return text
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== '' && !idle.has(word))
		.map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));
}

function operationFacts(document: OpenApiDocument, entry: OperationEntry): OperationFacts {
	const { method, path, operation } = entry;
	const texts = [operation.summary, operation.operationId, ...(operation.tags ?? [])];
	return {
		id: operation.operationId ?? `${method.toUpperCase()} ${path}`,
		method: method.toUpperCase(),
		path,
		words: [...new Set(texts.flatMap((text) => wordsOf(text ?? '')))],
		parameters: parametersOf(entry.parameters),
		body: fieldsOf(schemaIn(operation.requestBody?.content)),
		bodyType: mediaTypeIn(operation.requestBody?.content),
		answer: fieldsOf(answerSchema(operation)),
		scopes: scopesOf(document, operation),
		entry,
	};
}

/** Every operation of a document as comparable facts, in the document's order. */
export function allFacts(document: OpenApiDocument): OperationFacts[] {
	return operationsOf(document).map((entry) => operationFacts(document, entry));
}
