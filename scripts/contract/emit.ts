import path from 'node:path';
import type { Options } from 'prettier';
import prettier from 'prettier';

import { signatureOf } from '../../nodes/shared/openapi/signature';
import { answerOf } from './answers';
import type { OpenApiDocument, Schema } from './document';
import { isBearerAmongOthers, operationIdOf, operationsOf, scopeChoices } from './document';
import { bodyKind, givenOf, inputsOf } from './inputs';
import { outputSchema, shape } from './schema';
import { requestTypes } from './types';

/** A file that a contract determines: its absolute path and its whole text. */
export interface GeneratedFile {
	file: string;
	text: string;
}

function routesTable(document: OpenApiDocument): string {
	const rows = operationsOf(document).map((entry) => {
		const { method, path: url, operation } = entry;
		const body = bodyKind(entry);
		const inputs = inputsOf(entry);
		const given = givenOf(entry);
		const safe = method === 'get' || method === 'head' || operation['x-safe'] === true;
		const route = {
			method: method.toUpperCase(),
			path: url,
			evidence: operation['x-evidence'],
			safe,
			scopes: [
				...new Set(scopeChoices(document, operation).map((scopes) => scopes.join(' and '))),
			].filter(Boolean),
			...(isBearerAmongOthers(document, operation) && { bearer: true }),
			...answerOf(entry, safe),
			...(body && { body }),
			...(given && { given }),
			...(Object.keys(inputs).length > 0 && { inputs }),
		};
		return `'${operationIdOf(entry)}': ${JSON.stringify(route)},`;
	});
	return `export const routes = {\n${rows.join('\n')}\n} as const satisfies Record<string, Route>;`;
}

/** What the operations are recognized by in a vendor's own file. */
function marksTable(document: OpenApiDocument): string {
	const rows = operationsOf(document).map((entry) => {
		const { words, parameters, body, answer } = signatureOf(entry);
		const marks = {
			words,
			parameters: [...parameters.keys()],
			body: [...body.keys()],
			answer: [...answer.keys()],
		};
		return `'${operationIdOf(entry)}': ${JSON.stringify(marks)},`;
	});
	return `export const marks = (): Readonly<Record<string, Marks>> => ({\n${rows.join('\n')}\n});`;
}

async function formatted(file: string, text: string, own: Options = {}): Promise<GeneratedFile> {
	const options = await prettier.resolveConfig(file);
	return { file, text: await prettier.format(text, { ...options, ...own, filepath: file }) };
}

/** The files that a contract determines in its node's folder, but for the output schemas. */
export async function contractModules(
	contractFile: string,
	document: OpenApiDocument,
	folder: string,
): Promise<GeneratedFile[]> {
	const source = path.basename(contractFile);
	const header = `// Generated from contracts/${source} by npm run contract:generate. Change that file, not this one.`;
	const routes = [
		header,
		"import type { Route } from '../shared/call/vendor';",
		'',
		'/** Where each operation is and what it takes; `evidence` says how sure verb and path are. */',
		routesTable(document),
	];
	const marks = [
		header,
		"import type { Marks } from '../shared/openapi/endpoints';",
		'',
		"/** What each operation is recognized by in an OpenAPI file of the vendor's own; made when one is read. */",
		marksTable(document),
	];
	return [
		await formatted(path.join(folder, 'marks.ts'), marks.join('\n'), { printWidth: 240 }),
		// An input a line, so that it reads like a table.
		await formatted(path.join(folder, 'routes.ts'), routes.join('\n'), { printWidth: 240 }),
		await formatted(
			path.join(folder, 'contract.d.ts'),
			`${header}\n\n${await requestTypes(contractFile, document)}`,
		),
	];
}

/** A schema, or the one of the contract's own that it names: what is none of OpenAPI keeps its references. */
const named = ({ components }: OpenApiDocument, schema: Schema): Schema => {
	const [, name] = /^#\/components\/schemas\/(\w+)$/.exec(String(schema.$ref)) ?? [];
	return name === undefined ? schema : (components?.schemas?.[name] ?? schema);
};

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
		output && shape(named(document, output)),
	]);
	const files: GeneratedFile[] = [];
	for (const [id, schema] of [...answers, ...composed] as Array<[string, Schema | undefined]>) {
		if (!schema) continue;
		const [resource, operation] = id.split('.');
		const file = path.join(folder, 'v1.0.0', resource, `${operation}.json`);
		files.push(await formatted(file, JSON.stringify({ ...schema, version: 1 })));
	}
	return files;
}
