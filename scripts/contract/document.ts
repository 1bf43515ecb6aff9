import { bundle, createConfig } from '@redocly/openapi-core';
import { readdirSync } from 'node:fs';
import path from 'node:path';

import {
	goodAnswers,
	type OpenApiDocument,
	type OperationEntry,
	type OperationObject,
} from '../../nodes/shared/openapi/document';

export * from '../../nodes/shared/openapi/document';

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

/** Their media types. */
export const answerTypes = (operation: OperationObject): string[] =>
	goodAnswers(operation).flatMap(({ content = {} }) => Object.keys(content));

/** Whether a 2xx answer may be anything: a text, or JSON of no known shape. */
export const answersAnything = (operation: OperationObject): boolean =>
	goodAnswers(operation)
		.flatMap(({ content = {} }) => Object.entries(content))
		.some(([type, { schema }]) => !type.includes('json') || Object.keys(schema ?? {}).length === 0);
