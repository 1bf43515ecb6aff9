import type { Match, Matching } from '../../nodes/shared/openapi/match';
import { fieldsIn, flatten } from '../../nodes/shared/openapi/schema';
import { signatureOf, telling, type Signature } from '../../nodes/shared/openapi/signature';
import type { OpenApiDocument, OperationEntry, Parameter, Schema } from './document';
import { answerSchema, mediaTypeIn, operationsOf, schemaIn, scopesOf } from './document';
import { typeOf } from './schema';

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
export interface OperationFacts extends Signature {
	parameters: Map<string, Value>;
	body: Map<string, Value>;
	bodyType?: string;
	answer: Map<string, Value>;
	scopes: string[];
	entry: OperationEntry;
}

export type OperationMatch = Match<OperationFacts, OperationFacts>;
export type OperationMatching = Matching<OperationFacts, OperationFacts>;

function factsOf(schema: Schema, required: boolean): Facts {
	const flat = flatten(schema);
	const facts: Facts = { required };
	for (const keyword of factKeywords) {
		const value = keyword === 'type' ? typeOf(flat) : flat[keyword];
		if (value !== undefined) facts[keyword] = value;
	}
	return facts;
}

function fieldsOf(schema: Schema | undefined): Map<string, Value> {
	return new Map(
		[...fieldsIn(schema)].map(([key, { schema: inner, required }]) => [
			key,
			{ facts: factsOf(inner, required), schema: inner },
		]),
	);
}

function parametersOf(parameters: Parameter[]): Map<string, Value> {
	return new Map(
		telling(parameters).map(([key, { in: place, required = false, schema = {}, description }]) => [
			key,
			{
				facts: factsOf(schema, required || place === 'path'),
				schema: { description, ...schema },
			},
		]),
	);
}

function operationFacts(document: OpenApiDocument, entry: OperationEntry): OperationFacts {
	const { operation } = entry;
	return {
		...signatureOf(entry),
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
