import { bundle, createConfig } from '@redocly/openapi-core';
import { readdirSync } from 'node:fs';
import path from 'node:path';

/** The parts of a JSON schema that the contract scripts read. */
export interface Schema {
	type?: string | string[];
	properties?: Record<string, Schema>;
	required?: string[];
	items?: Schema;
	allOf?: Schema[];
	oneOf?: Schema[];
	anyOf?: Schema[];
	additionalProperties?: boolean | Schema;
	[keyword: string]: unknown;
}

export interface Parameter {
	name: string;
	in: string;
	required?: boolean;
	description?: string;
	schema?: Schema;
	example?: unknown;
	/** Set where no field gives the value, but the credential or another input does. */
	'x-given'?: true;
}

type Content = Record<string, { schema?: Schema }>;

export interface SecurityScheme {
	type: string;
	scheme?: string;
	in?: string;
	name?: string;
	flows?: Record<string, { tokenUrl?: string; scopes?: Record<string, string> }>;
}

export type SecurityRequirement = Record<string, string[]>;

export interface OperationObject {
	operationId?: string;
	summary?: string;
	tags?: string[];
	parameters?: Parameter[];
	requestBody?: { required?: boolean; content?: Content };
	responses?: Record<string, { content?: Content }>;
	security?: SecurityRequirement[];
	'x-evidence'?: string;
	'x-safe'?: boolean;
	'x-output'?: 'none' | Schema;
	/** What the answer to a change shows when it was done, by path inside the data; see `Shown`. */
	'x-success'?: Record<string, string>;
}

/** What the pack makes of several operations of the service: which, and the form of an output item. */
export interface Composed {
	uses: string[];
	output?: Schema;
}

export interface OpenApiDocument {
	openapi: string;
	info: { title: string; version: string; 'x-node'?: string };
	servers?: Array<{ url: string }>;
	security?: SecurityRequirement[];
	paths?: Record<string, Record<string, OperationObject> & { parameters?: Parameter[] }>;
	webhooks?: Record<string, Record<string, OperationObject>>;
	components?: {
		schemas?: Record<string, Schema>;
		securitySchemes?: Record<string, SecurityScheme>;
	};
	/** Operations of the node, by `resource.operation`, that are none of the service's. */
	'x-composed'?: Record<string, Composed>;
	/** Events of triggers, by class and value, that are found out by calling the service. */
	'x-events'?: Record<string, Record<string, Composed>>;
}

/** One operation with where it stands; `parameters` include those of its path. */
export interface OperationEntry {
	method: string;
	path: string;
	operation: OperationObject;
	parameters: Parameter[];
}

export const methods = ['get', 'head', 'post', 'put', 'patch', 'delete'] as const;

export const contractsFolder = path.resolve(__dirname, '../../contracts');

/** Reads an OpenAPI 3.x file (JSON or YAML) with every `$ref` replaced by what it names; throws if it is none. */
export async function loadDocument(file: string): Promise<OpenApiDocument> {
	const config = await createConfig({});
	const { bundle: bundled, problems } = await bundle({
		ref: path.resolve(file),
		config,
		dereference: true,
	}).catch((error: unknown) => {
		throw new Error(`${file} is not an OpenAPI 3.0 or 3.1 document: ${String(error)}`);
	});
	const errors = problems.filter(({ severity }) => severity === 'error');
	if (errors.length > 0) {
		throw new Error(`${file}: ${errors.map(({ message }) => message).join('; ')}`);
	}
	const document = bundled.parsed as OpenApiDocument;
	if (typeof document?.openapi !== 'string' || !document.openapi.startsWith('3.')) {
		throw new Error(`${file} is not an OpenAPI 3.0 or 3.1 document`);
	}
	return document;
}

/** The contract files of a folder, sorted: `name` is the part before `.openapi.yaml`. */
export function listContracts(folder = contractsFolder): Array<{ name: string; file: string }> {
	const suffix = '.openapi.yaml';
	return readdirSync(folder)
		.filter((file) => file.endsWith(suffix))
		.sort()
		.map((file) => ({ name: file.slice(0, -suffix.length), file: path.join(folder, file) }));
}

/** Every operation under `paths`, in the document's order; webhooks are not among them. */
export function operationsOf(document: OpenApiDocument): OperationEntry[] {
	return Object.entries(document.paths ?? {}).flatMap(([url, item]) =>
		methods
			.filter((method) => item[method])
			.map((method) => {
				const operation = item[method];
				const own = operation.parameters ?? [];
				const inherited = (item.parameters ?? []).filter(
					(outer) => !own.some(({ name, in: place }) => name === outer.name && place === outer.in),
				);
				return { method, path: url, operation, parameters: [...inherited, ...own] };
			}),
	);
}

/** What an operation is called in our contracts. Throws when it has no operationId. */
export function operationIdOf({ operation, method, path: url }: OperationEntry): string {
	if (!operation.operationId) throw new Error(`${method} ${url} has no operationId`);
	return operation.operationId;
}

/** The scopes that each alternative of an operation's security asks for; [] when it names none. */
export function scopeChoices(document: OpenApiDocument, operation: OperationObject): string[][] {
	const alternatives = operation.security ?? document.security ?? [];
	return alternatives.map((requirement) => Object.values(requirement).flat());
}

/** Whether an operation takes its token as a bearer token, where others of the document have a header of their own for it. */
export function isBearerAmongOthers(
	{ components, security = [] }: OpenApiDocument,
	operation: OperationObject,
): boolean {
	const schemes = components?.securitySchemes ?? {};
	const isBearer = (name: string) => schemes[name]?.scheme === 'bearer';
	const names = (operation.security ?? security).flatMap((requirement) => Object.keys(requirement));
	return names.some(isBearer) && !Object.keys(schemes).every(isBearer);
}

/** The scopes of the first alternative. */
export const scopesOf = (document: OpenApiDocument, operation: OperationObject): string[] =>
	scopeChoices(document, operation)[0] ?? [];

/** The media type to read of `content`: JSON, or else the first one. */
export function mediaTypeIn(content: Content = {}): string | undefined {
	const types = Object.keys(content);
	return types.find((type) => type.includes('json')) ?? types[0];
}

/** The schema of that media type. */
export function schemaIn(content: Content = {}): Schema | undefined {
	return content[mediaTypeIn(content) ?? '']?.schema;
}

/** The 2xx answers of an operation. */
const goodAnswers = ({ responses = {} }: OperationObject) =>
	Object.entries(responses)
		.filter(([status]) => status.startsWith('2'))
		.map(([, answer]) => answer);

/** Their media types. */
export const answerTypes = (operation: OperationObject): string[] =>
	goodAnswers(operation).flatMap(({ content = {} }) => Object.keys(content));

/** Whether a 2xx answer may be anything: a text, or JSON of no known shape. */
export const answersAnything = (operation: OperationObject): boolean =>
	goodAnswers(operation)
		.flatMap(({ content = {} }) => Object.entries(content))
		.some(([type, { schema }]) => !type.includes('json') || Object.keys(schema ?? {}).length === 0);

/** The schema of the first 2xx answer that has a body. */
export const answerSchema = (operation: OperationObject): Schema | undefined =>
	goodAnswers(operation)
		.map(({ content }) => schemaIn(content))
		.find((schema) => schema !== undefined);
