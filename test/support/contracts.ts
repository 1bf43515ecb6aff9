import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

const FOLDER = join(__dirname, '..', '..', 'contracts');
const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

interface Referable {
	$ref?: string;
}
interface Parameter extends Referable {
	name: string;
	in: string;
	required?: boolean;
	schema?: { type?: string };
}
interface Content {
	content?: Record<string, { schema?: object }>;
	required?: boolean;
}
interface PathItem extends Record<string, unknown> {
	parameters?: Parameter[];
}
interface OperationObject {
	operationId: string;
	parameters?: Parameter[];
	requestBody?: Content & Referable;
	responses: Record<string, Content & Referable>;
	security?: SecurityRequirement[];
}
type SecurityRequirement = Record<string, string[]>;
interface Composed {
	uses: string[];
}
interface Document {
	info: { 'x-node': string };
	'x-composed'?: Record<string, Composed>;
	'x-events'?: Record<string, Record<string, Composed>>;
	paths: Record<string, PathItem>;
	security?: SecurityRequirement[];
	components?: { securitySchemes?: Record<string, { in?: string; name?: string }> };
}

/** A request and its answer, as the traffic files hold them. */
export interface Exchange {
	method: string;
	/** As received, without the vendor's prefix. */
	url: string;
	contentType: string | null;
	body: unknown;
	status: number;
	responseBody: unknown;
}

/** Where a request or an answer leaves the contract. */
export interface Breach {
	where: 'operation' | 'path' | 'query' | 'contentType' | 'body' | 'response';
	what: string;
	/** Of JSON Schema, where a value broke a rule. */
	keyword?: string;
}

type Finding = Omit<Breach, 'where'>;

const pointer = (...segments: string[]) =>
	segments
		.map((segment) => segment.replaceAll('~', '~0').replaceAll('/', '~1'))
		.map(encodeURIComponent)
		.join('/');

/** One contract, compiled by Ajv alone: nothing here is shared with the sandbox's own checks. */
export class Contract {
	readonly vendor: string;
	/** Folder under nodes/. */
	readonly node: string;
	readonly operations: Operation[];
	/** What the node makes of several operations, by ID, and what each uses. */
	readonly composed: Map<string, string[]>;
	/** The same for the events of triggers, by class and event. */
	readonly events: Map<string, string[]>;

	private readonly compiled = new Map<string, ValidateFunction>();

	/** Query and path values arrive as text; bodies have to have the type they should. */
	private readonly ajv = {
		strict: addFormats(new Ajv2020({ strict: false, allErrors: true })),
		fromText: addFormats(new Ajv2020({ strict: false, allErrors: true, coerceTypes: 'array' })),
	};

	constructor(file: string) {
		this.vendor = basename(file, '.openapi.yaml');
		const document = parse(readFileSync(join(FOLDER, file), 'utf8')) as Document;
		this.node = document.info['x-node'];
		const usesOf = (all: Record<string, Composed> = {}, prefix = '') =>
			Object.entries(all).map(([id, { uses }]): [string, string[]] => [`${prefix}${id}`, uses]);
		this.composed = new Map(usesOf(document['x-composed']));
		this.events = new Map(
			Object.entries(document['x-events'] ?? {}).flatMap(([node, events]) =>
				usesOf(events, `${node}.`),
			),
		);
		for (const ajv of Object.values(this.ajv)) ajv.addSchema(document, this.vendor);
		const resolve = <T extends Referable>(value: T, at: string): { value: T; at: string } => {
			if (!value.$ref) return { value, at };
			const target = value.$ref.replace(/^#\//, '');
			const names = target.split('/').map((name) => name.replaceAll('~1', '/'));
			const found = names.reduce<unknown>(
				(from, name) => (from as Record<string, unknown>)[name],
				document,
			);
			return resolve(found as T, target);
		};
		const schemes = document.components?.securitySchemes ?? {};
		/** Names of the query parameters that an alternative of `security` consists of. */
		const inQuery = (alternative: SecurityRequirement) =>
			Object.keys(alternative)
				.filter((scheme) => schemes[scheme]?.in === 'query')
				.map((scheme) => String(schemes[scheme].name));
		this.operations = Object.entries(document.paths).flatMap(([path, item]) =>
			METHODS.filter((method) => item[method]).map((method) => {
				const object = item[method] as OperationObject;
				const at = pointer('paths', path, method);
				const shared = pointer('paths', path);
				const parameters = [
					...(item.parameters ?? []).map((one, i) => resolve(one, `${shared}/parameters/${i}`)),
					...(object.parameters ?? []).map((one, i) => resolve(one, `${at}/parameters/${i}`)),
				];
				const body = object.requestBody && resolve(object.requestBody, `${at}/requestBody`);
				const responses = Object.fromEntries(
					Object.entries(object.responses).map(([status, response]) => [
						status,
						resolve(response, `${at}/responses/${status}`),
					]),
				);
				const { operationId: id, security = document.security ?? [] } = object;
				const keys = security.map(inQuery);
				return { id, method: method.toUpperCase(), path, parameters, keys, body, responses };
			}),
		);
	}

	/** The operation whose method and path a request has. Literal paths come before those with placeholders. */
	match({
		method,
		url,
	}: Exchange): { operation: Operation; values: Record<string, string> } | undefined {
		const [path] = url.split('?');
		const fitting = this.operations.flatMap((operation) => {
			const names: string[] = [];
			const pattern = operation.path
				.replace(/[.*+?^$|()[\]\\]/g, '\\$&')
				.replace(/\{(\w+)\}/g, (_, name: string) => {
					names.push(name);
					return '([^/]+)';
				});
			const found = operation.method === method && new RegExp(`^${pattern}$`).exec(path);
			if (!found) return [];
			const values = names.map((name, index) => [name, decodeURIComponent(found[index + 1])]);
			return [{ operation, values: Object.fromEntries(values) as Record<string, string> }];
		});
		return fitting.sort((a, b) => Object.keys(a.values).length - Object.keys(b.values).length)[0];
	}

	/** Where a request leaves the contract. */
	checkRequest(exchange: Exchange): Breach[] {
		const matched = this.match(exchange);
		const { method, url } = exchange;
		if (!matched) return [{ where: 'operation', what: `${method} ${url} is no operation` }];
		const { operation, values } = matched;
		return [
			...this.checkValues(
				operation,
				'path',
				new Map(Object.entries(values).map(([k, v]) => [k, [v]])),
			),
			...this.checkQuery(operation, queryOf(url)),
			...this.checkBody(operation, exchange),
		];
	}

	/** Where an answer leaves the contract. */
	checkResponse(exchange: Exchange): Breach[] {
		const matched = this.match(exchange);
		if (!matched) return [];
		const { responses } = matched.operation;
		const { status, responseBody } = exchange;
		const found = responses[String(status)] ?? responses.default;
		if (!found) return [{ where: 'response', what: `status ${status} is not described` }];
		if (!found.value.content?.['application/json']?.schema) return [];
		const at = `${found.at}/${pointer('content', 'application/json', 'schema')}`;
		return this.validate('strict', at, responseBody).map((found) => ({
			where: 'response',
			...found,
		}));
	}

	/** Keys in the query are no parameters of the operation, but have to be those of one alternative. */
	private checkQuery(operation: Operation, given: Map<string, string[]>): Breach[] {
		const isKey = (name: string) => operation.keys.some((names) => names.includes(name));
		const keys = [...given].filter(([name]) => isKey(name));
		const rest = [...given].filter(([name]) => !isKey(name));
		const fits = (names: string[]) =>
			names.length === keys.length && keys.every(([name]) => names.includes(name));
		const isComplete = operation.keys.length === 0 || operation.keys.some(fits);
		const spoilt = keys.filter(([, values]) => values.length > 1 || values[0] === '');
		const names = keys.map(([name]) => name).join(', ') || 'none';
		return [
			...(isComplete ? [] : [{ where: 'query' as const, what: `keys are incomplete: ${names}` }]),
			...spoilt.map(([name]) => ({
				where: 'query' as const,
				what: `${name} is empty or comes twice`,
			})),
			...this.checkValues(operation, 'query', new Map(rest)),
		];
	}

	private checkValues(
		{ parameters }: Operation,
		where: 'path' | 'query',
		given: Map<string, string[]>,
	): Breach[] {
		const known = parameters.filter(({ value }) => value.in === where);
		const names = known.map(({ value }) => value.name);
		const unknown = [...given.keys()].filter((name) => !names.includes(name));
		const missing = known.filter(({ value }) => value.required && !given.has(value.name));
		const wrong = known.flatMap(({ value: { name, schema }, at }): Finding[] => {
			const values = given.get(name);
			if (!values) return [];
			if (schema?.type !== 'array' && values.length > 1) return [{ what: `${name} comes twice` }];
			const value = schema?.type === 'array' ? values : values[0];
			return this.validate('fromText', `${at}/schema`, value).map((found) => ({
				...found,
				what: `${name}${found.what}`,
			}));
		});
		return [
			...unknown.map((name) => ({ where, what: `${name} is not in the contract` })),
			...missing.map(({ value }) => ({ where, what: `${value.name} is missing` })),
			...wrong.map((found) => ({ where, ...found })),
		];
	}

	private checkBody({ body }: Operation, exchange: Exchange): Breach[] {
		const type = exchange.contentType?.split(';')[0].trim();
		const has = exchange.body !== null && exchange.body !== undefined && exchange.body !== '';
		if (!body) return has ? [{ where: 'body', what: 'none is described' }] : [];
		if (!has) return body.value.required ? [{ where: 'body', what: 'is missing' }] : [];
		if (!type || !body.value.content?.[type]) {
			return [{ where: 'contentType', what: `${type} is not described` }];
		}
		const at = `${body.at}/${pointer('content', type, 'schema')}`;
		const value = type === 'multipart/form-data' ? withTexts(exchange.body) : exchange.body;
		const unknown = type === 'multipart/form-data' ? unknownParts(body.value, value) : [];
		return [
			...unknown.map((name) => ({
				where: 'body' as const,
				what: `${name} is not in the contract`,
			})),
			...this.validate('strict', at, value).map((found) => ({ where: 'body' as const, ...found })),
		];
	}

	private validate(mode: 'strict' | 'fromText', at: string, value: unknown): Finding[] {
		const key = `${mode} ${at}`;
		const validate =
			this.compiled.get(key) ?? this.ajv[mode].compile({ $ref: `${this.vendor}#/${at}` });
		this.compiled.set(key, validate);
		validate(value);
		return (validate.errors ?? []).map(({ instancePath, message, params, keyword }) => ({
			what: `${instancePath} ${message} ${JSON.stringify(params)}`,
			keyword,
		}));
	}
}

interface Resolved<T> {
	value: T;
	/** JSON pointer in the document. */
	at: string;
}

export interface Operation {
	id: string;
	method: string;
	path: string;
	parameters: Array<Resolved<Parameter>>;
	/** Per alternative of its security the keys that go into the query. */
	keys: string[][];
	body?: Resolved<Content>;
	responses: Record<string, Resolved<Content>>;
}

function unknownParts({ content }: Content, value: unknown): string[] {
	const { properties = {} } = (content?.['multipart/form-data'].schema ?? {}) as {
		properties?: object;
	};
	return Object.keys(value as object).filter((name) => !(name in properties));
}

/** The log shows a file as an object; on the wire, and in the contract, it is text. */
const withTexts = (body: unknown) =>
	Object.fromEntries(
		Object.entries(body as object).map(([name, part]) => [
			name,
			typeof part === 'object' ? 'file' : part,
		]),
	);

function queryOf(url: string): Map<string, string[]> {
	const given = new Map<string, string[]>();
	for (const [name, value] of new URLSearchParams(url.split('?')[1] ?? '')) {
		given.set(name, [...(given.get(name) ?? []), value]);
	}
	return given;
}

let read: Contract[] | undefined;

/** Every contract of the pack; a test file reads them once. */
export const contracts = (): Contract[] =>
	(read ??= readdirSync(FOLDER)
		.filter((file) => file.endsWith('.openapi.yaml'))
		.map((file) => new Contract(file)));
