import type { OpenAPI3 } from 'openapi-typescript';
import openapiTS, { astToString } from 'openapi-typescript';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import type ts from 'typescript';
import { parse } from 'yaml';

import type { OpenApiDocument, OperationEntry, Schema } from './document';
import { answersAnything, operationsOf, scopeChoices } from './document';
import { outputSchema, shape } from './schema';

/** A file that a contract determines: its absolute path and its whole text. */
export interface GeneratedFile {
	file: string;
	text: string;
}

const keptTypes = new Set(['WithRequired', 'components', 'operations']);

function operationIdOf({ operation, method, path: url }: OperationEntry): string {
	if (!operation.operationId) throw new Error(`${method} ${url} has no operationId`);
	return operation.operationId;
}

function routesTable(document: OpenApiDocument): string {
	const rows = operationsOf(document).map((entry) => {
		const { method, path: url, operation } = entry;
		const route = {
			method: method.toUpperCase(),
			path: url,
			evidence: operation['x-evidence'],
			safe: method === 'get' || method === 'head' || operation['x-safe'] === true,
			scopes: [
				...new Set(scopeChoices(document, operation).map((scopes) => scopes.join(' and '))),
			].filter(Boolean),
			...(answersAnything(operation) && { untyped: true }),
		};
		return `'${operationIdOf(entry)}': ${JSON.stringify(route)},`;
	});
	return `export const routes = {\n${rows.join('\n')}\n} as const satisfies Record<string, Route>;`;
}

async function typesOf(contractFile: string): Promise<string> {
	// Words and samples would only repeat the contract inside comments.
	const shapes = parse(readFileSync(contractFile, 'utf8'), (key, value: unknown) =>
		/^examples?$/.test(String(key)) ||
		(/^(description|summary)$/.test(String(key)) && typeof value === 'string')
			? undefined
			: value,
	) as OpenAPI3;
	const nodes = await openapiTS(shapes, { defaultNonNullable: false });
	const name = (node: ts.Node) => (node as ts.InterfaceDeclaration).name?.text;
	return astToString(nodes.filter((node) => keptTypes.has(name(node))));
}

/** The text of `nodes/<Node>/contract.ts`: the routes table and the types of requests and answers. */
export async function contractModule(
	contractFile: string,
	document: OpenApiDocument,
	target: string,
): Promise<GeneratedFile> {
	const source = path.basename(contractFile);
	const text = [
		`// Generated from contracts/${source} by npm run contract:generate. Change that file, not this one.`,
		"import type { Route } from '../shared/call/vendor';",
		'',
		'/** Where each operation is; `evidence` says how sure verb and path are. */',
		routesTable(document),
		'',
		'/** Requests and answers by operation ID. */',
		'export type Operations = Pick<operations, keyof typeof routes>;',
		'',
		await typesOf(contractFile),
	].join('\n');
	const options = await prettier.resolveConfig(target);
	return { file: target, text: await prettier.format(text, { ...options, filepath: target }) };
}

/** The output schemas that n8n shows before a first run: one file per `resource.operation`. */
export async function outputSchemas(
	document: OpenApiDocument,
	folder: string,
): Promise<GeneratedFile[]> {
	const answers = operationsOf(document).map((entry) => [
		operationIdOf(entry),
		outputSchema(entry.operation),
	]);
	const composed = Object.entries(document['x-composed'] ?? {}).map(([id, { output }]) => [
		id,
		output && shape(output),
	]);
	const files: GeneratedFile[] = [];
	for (const [id, schema] of [...answers, ...composed] as Array<[string, Schema | undefined]>) {
		if (!schema) continue;
		const [resource, operation] = id.split('.');
		const file = path.join(folder, 'v1.0.0', resource, `${operation}.json`);
		const options = await prettier.resolveConfig(file);
		const text = await prettier.format(JSON.stringify({ ...schema, version: 1 }), {
			...options,
			filepath: file,
		});
		files.push({ file, text });
	}
	return files;
}
