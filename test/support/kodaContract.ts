import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { parse } from 'yaml';

import type { LoggedRequest } from '../../scripts/sandbox';

const ROOT = join(__dirname, '..', '..');

interface Media {
	example?: IDataObject;
}

interface Operation {
	operationId: string;
	security: Array<{ oauth2: string[] }>;
	requestBody?: { $ref?: string; content?: Record<string, Media> };
}

const contract = parse(readFileSync(join(ROOT, 'contracts', 'koda.openapi.yaml'), 'utf8')) as {
	paths: Record<string, Record<string, Operation>>;
	components: { requestBodies: Record<string, Required<Operation>['requestBody']> };
};

/** What the contract says of one operation. */
export interface ContractOperation {
	method: string;
	/** With `{placeholders}`. */
	path: string;
	scopes: string[];
	contentType: string | null;
	/** The vendor's sample of a body. */
	example: IDataObject;
}

/** Reads an operation out of contracts/koda.openapi.yaml. */
export function contractOf(operationId: string): ContractOperation {
	const [found] = Object.entries(contract.paths).flatMap(([path, verbs]) =>
		Object.entries(verbs)
			.filter(([, operation]) => operation.operationId === operationId)
			.map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
	);
	if (!found) throw new Error(`The contract has no ${operationId}`);
	const { operation, ...address } = found;
	const shared = operation.requestBody?.$ref?.split('/').at(-1);
	const { content = {} } =
		(shared && contract.components.requestBodies[shared]) || operation.requestBody || {};
	const [[contentType, media] = [null, {} as Media]] = Object.entries(content);
	return {
		...address,
		scopes: operation.security.flatMap(({ oauth2 }) => oauth2),
		contentType,
		example: media.example ?? {},
	};
}

/** The request that the contract describes, to hold against one from the sandbox's log. */
export interface Expected {
	path: Record<string, string>;
	query?: Record<string, string>;
	/** Left out: there is none. */
	body?: unknown;
}

/** Asserts method, address, query, body and media type of a logged request, and that it went through. */
export function expectSent(request: LoggedRequest, operationId: string, expected: Expected): void {
	const { method, path, contentType } = contractOf(operationId);
	const filled = path.replace(/{(\w+)}/g, (_, name: string) =>
		encodeURIComponent(expected.path[name]),
	);
	expect({
		method: request.method,
		path: request.path,
		query: request.query,
		body: request.body,
		contractErrors: request.contractErrors,
		status: request.status,
	}).toEqual({
		method,
		path: filled,
		query: expected.query ?? {},
		body: expected.body ?? null,
		contractErrors: [],
		status: 200,
	});
	if (expected.body !== undefined) expect(request.contentType?.split(';')[0]).toBe(contentType);
}

const ajv = new Ajv({ strict: false, allErrors: true });

/**
 * Asserts that an output item is what the editor shows before the first run: valid against the schema file,
 * and with its very fields, no more and no fewer.
 */
export function expectFitsSchema(operationId: string, json: IDataObject): void {
	const path = join(
		ROOT,
		'nodes',
		'Koda',
		'__schema__',
		'v1.0.0',
		`${operationId.replace('.', '/')}.json`,
	);
	const { version: _, ...schema } = JSON.parse(readFileSync(path, 'utf8')) as {
		version: number;
		properties: IDataObject;
	};
	ajv.validate(schema, json);
	expect(ajv.errors ?? []).toEqual([]);
	expect(Object.keys(json).sort()).toEqual(Object.keys(schema.properties).sort());
}
