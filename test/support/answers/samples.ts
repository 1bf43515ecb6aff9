import { memoize } from 'lodash';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const FOLDER = join(__dirname, '..', '..', '..', 'contracts');
const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

/** What every text of an error says here, so that it can be found again in what a user reads. */
export const WORDS = 'Quota of zone 17 is used up';

/** The status inside errors. */
const REFUSED = 404;

interface Schema {
	type?: string | string[];
	properties?: Record<string, Schema>;
	items?: Schema;
	allOf?: Schema[];
	oneOf?: Schema[];
	example?: unknown;
	examples?: unknown[];
	enum?: unknown[];
	const?: unknown;
}

interface Media {
	schema?: Schema;
	example?: unknown;
}

interface OperationObject {
	operationId: string;
	'x-safe'?: boolean;
	responses: Record<string, { content?: Record<string, Media> }>;
}

interface Document {
	paths: Record<string, Record<string, OperationObject>>;
}

/** One operation of a contract, with an answer that it gives when all is well. */
export interface Sample {
	id: string;
	/** Upper case. */
	method: string;
	status: number;
	contentType: string;
	/** The contract's example; text where it is no JSON. */
	answer: unknown;
	/** Whether the contract has no example, so that the answer was made from its schema. */
	built: boolean;
	/** Whether the contract says nothing of the answer's form. */
	untyped: boolean;
	/** Whether it may be any object. */
	open: boolean;
	/** Whether it changes nothing. */
	safe: boolean;
	/** An error in the form of the contract. */
	error: unknown;
}

/** A document in which every reference is replaced by what it leads to. No contract has circles but in `children`. */
function resolved(document: object): Document {
	const follow = (value: unknown, trail: string[]): unknown => {
		if (Array.isArray(value)) return value.map((entry) => follow(entry, trail));
		if (typeof value !== 'object' || value === null) return value;
		const { $ref } = value as { $ref?: string };
		if ($ref === undefined) {
			const entries = Object.entries(value).map(([name, inner]) => [name, follow(inner, trail)]);
			return Object.fromEntries(entries) as object;
		}
		if (trail.includes($ref)) return {};
		const target = $ref
			.slice(2)
			.split('/')
			.reduce<unknown>((from, name) => (from as Record<string, unknown>)[name], document);
		return follow(target, [...trail, $ref]);
	};
	return follow(document, []) as Document;
}

/** An example of a schema: its own, or made of those of its parts; `text` and `number` where it has none. */
function exampleOf(schema: Schema, text: string, number: number): unknown {
	const { example, examples, allOf, oneOf, properties, items } = schema;
	if (example !== undefined) return example;
	if (examples) return examples[0];
	if (schema.const !== undefined) return schema.const;
	if (schema.enum) return schema.enum[0];
	if (allOf) return Object.assign({}, ...allOf.map((part) => exampleOf(part, text, number)));
	if (oneOf) return exampleOf(oneOf[0], text, number);
	const [type] = [schema.type].flat();
	if (properties ?? type === 'object') {
		const entries = Object.entries(properties ?? {});
		return Object.fromEntries(
			entries.map(([name, inner]) => [name, exampleOf(inner, text, number)]),
		);
	}
	if (type === 'array') return [exampleOf(items ?? {}, text, number)];
	if (type === 'number' || type === 'integer') return number;
	return type === 'boolean' ? true : text;
}

/** Any JSON, for a contract that says no more of an answer. */
const ANY = [
	{ name: 'Any row 1', value: 4711 },
	{ name: 'Any row 2', value: 4712 },
];

/** An error without its examples, which speak of successes. */
const plain = (schema: Schema): Schema =>
	JSON.parse(
		JSON.stringify(schema, (name, value: unknown) => (name === 'examples' ? undefined : value)),
	) as Schema;

function sampleOf(method: string, operation: OperationObject): Sample {
	const { responses, operationId: id } = operation;
	const status = Object.keys(responses).find((code) => code.startsWith('2')) ?? '200';
	const [[contentType, { schema = {}, example }]] = Object.entries(
		responses[status].content ?? { 'application/json': {} as Media },
	);
	const { properties: shape = {} } = schema;
	const noForm = Object.keys(schema).every((name) => name.startsWith('x-'));
	const noFields = schema.type === 'array' && Object.keys(schema.items?.properties ?? {});
	const untyped = noForm || (Array.isArray(noFields) && noFields.length === 0 && !example);
	const error = responses.default?.content?.['application/json']?.schema ?? {};
	const hasForm = Object.keys(error).length > 0;
	return {
		id,
		method: method.toUpperCase(),
		status: Number(status),
		contentType,
		answer:
			example ?? (untyped ? ANY : exampleOf({ ...schema, properties: shape }, 'Some text', 200)),
		built: example === undefined,
		untyped,
		open: schema.type === 'object' && Object.keys(shape).length === 0,
		safe: method === 'get' || operation['x-safe'] === true,
		error: hasForm ? exampleOf(plain(error), WORDS, REFUSED) : { error: WORDS },
	};
}

/** The samples of a contract by operation ID; `vendor` as its file is called. A test file reads them once. */
export const samplesOf = memoize((vendor: string): Map<string, Sample> => {
	const text = readFileSync(join(FOLDER, `${vendor}.openapi.yaml`), 'utf8');
	const { paths } = resolved(parse(text) as object);
	const all = Object.values(paths).flatMap((verbs) =>
		METHODS.filter((method) => method in verbs).map((method) => sampleOf(method, verbs[method])),
	);
	return new Map(all.map((sample) => [sample.id, sample]));
});
