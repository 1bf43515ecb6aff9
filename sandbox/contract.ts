/** A vendor's OpenAPI contract, compiled for checking requests and answers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseQuery } from 'node:querystring';
import addFormats from 'ajv-formats';
import { OpenAPIBackend, type Document } from 'openapi-backend';
import { parse } from 'yaml';

/** What the sandbox needs to know of one operation. */
export interface ContractOperation {
	operationId: string;
	/** Upper case. */
	method: string;
	/** Template with `{name}` placeholders. */
	path: string;
	successStatus: number;
	/** Media types of the body; empty when none is described. */
	contentTypes: string[];
	/** Alternatives, each a list of scopes; empty when the operation is public. */
	scopes: string[][];
}

/** A request as the validator takes it. */
export interface RequestToCheck {
	method: string;
	/** Percent-encoded and below the vendor's base URL, with its query. */
	path: string;
	headers: Record<string, string | string[]>;
	/** Parsed; `undefined` when the request has none. */
	body: unknown;
}

export interface Contract {
	operations: ContractOperation[];
	/** Every scope the contract names anywhere. */
	scopes: Set<string>;
	/** Messages of breaches (none: valid) and the query with contract types. */
	checkRequest(
		operationId: string,
		request: RequestToCheck,
	): { errors: string[]; query: Record<string, unknown> };
	checkResponse(operationId: string, status: number, body: unknown): string[];
}

interface Breach {
	instancePath?: string;
	message?: string;
	params?: Record<string, unknown>;
}

interface SecurityScheme {
	in?: string;
	name?: string;
	flows?: Record<string, { scopes?: Record<string, string> }>;
}

function describe(errors: Breach[] | null | undefined): string[] {
	return (errors ?? []).map(({ instancePath, message, params }) => {
		const extra = params?.additionalProperty;
		const detail = typeof extra === 'string' ? ` (${extra})` : '';
		return `${instancePath ?? ''} ${message ?? 'is invalid'}${detail}`.trim();
	});
}

/** A request's address without the credentials in its query, which are no parameters of the operation. */
function withoutCredentials(path: string, names: ReadonlySet<string>): string {
	const at = path.indexOf('?');
	if (at < 0 || names.size === 0) return path;
	const query = new URLSearchParams(path.slice(at + 1));
	for (const name of names) query.delete(name);
	return `${path.slice(0, at)}?${query.toString()}`;
}

/**
 * Loads and compiles a contract of `contracts/`.
 *
 * @param file file name, for example `vendor.openapi.yaml`
 * @throws when the file is missing or is no OpenAPI document
 */
export async function loadContract(file: string): Promise<Contract> {
	const source = readFileSync(join(__dirname, '..', 'contracts', file), 'utf8');
	const api = new OpenAPIBackend({
		definition: parse(source) as Document,
		// Each validator is compiled once, at its first use: a start stays quick.
		quick: true,
		coerceTypes: true,
		ajvOpts: { allErrors: true, strict: false, logger: false },
		customizeAjv: (ajv) => {
			addFormats(ajv);
			return ajv;
		},
	});
	await api.init();

	const byId = new Map(api.getOperations().map((operation) => [operation.operationId, operation]));
	const operationOf = (operationId: string) => {
		const operation = byId.get(operationId);
		if (operation === undefined) throw new Error(`${file} has no operation ${operationId}`);
		return operation;
	};
	const operations = api.getOperations().map((operation): ContractOperation => {
		const requestBody = operation.requestBody as { content?: object } | undefined;
		const statuses = Object.keys(operation.responses ?? {});
		return {
			operationId: operation.operationId ?? '',
			method: operation.method.toUpperCase(),
			path: operation.path,
			successStatus: Number(statuses.find((status) => status.startsWith('2')) ?? 200),
			contentTypes: Object.keys(requestBody?.content ?? {}),
			scopes: (operation.security ?? []).map((alternative) => Object.values(alternative).flat()),
		};
	});
	const schemes = (api.definition.components?.securitySchemes ?? {}) as Record<
		string,
		SecurityScheme
	>;
	const flows = Object.values(schemes).flatMap((scheme) => Object.values(scheme.flows ?? {}));
	const credentialsOf = ({ security = [] }: ReturnType<typeof operationOf>) => {
		const used = security.flatMap((alternative) => Object.keys(alternative));
		const found = used.map((name) => schemes[name]).filter((scheme) => scheme?.in === 'query');
		return new Set(found.flatMap(({ name }) => name ?? []));
	};

	return {
		operations,
		scopes: new Set([
			...flows.flatMap((flow) => Object.keys(flow.scopes ?? {})),
			...operations.flatMap(({ scopes }) => scopes.flat()),
		]),
		checkRequest(operationId, request) {
			const operation = operationOf(operationId);
			const path = withoutCredentials(request.path, credentialsOf(operation));
			// The validator's own parser would take sort[field] for a field of an object.
			const query = { ...parseQuery(path.split('?')[1] ?? '') } as Record<string, string>;
			const result = api.validator.validateRequest({ ...request, path, query }, operation);
			const { query: typed = {} } = (result.coerced ?? {}) as { query?: Record<string, unknown> };
			return { errors: describe(result.errors), query: typed };
		},
		checkResponse: (operationId, status, body) =>
			describe(api.validator.validateResponse(body, operationOf(operationId), status).errors),
	};
}
