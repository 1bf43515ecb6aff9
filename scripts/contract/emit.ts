import path from 'node:path';
import { isEmpty, mapValues, pick } from 'lodash';
import type { Options } from 'prettier';
import prettier from 'prettier';

import type { Input } from '../../nodes/shared/call/vendor';
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

/** A table of the operations as the text of a JSON object in TypeScript: V8 reads one much faster than its own literals. */
function jsonText(rows: Array<[id: string, text: string]>): string {
	const lines = rows.map(([id, text]) => `${JSON.stringify(id)}: ${text}`);
	const signs = `{\n${lines.join(',\n')}\n}`
		.replaceAll('`', '\\u0060')
		.replaceAll('${', '\\u0024{');
	return `String.raw\`${signs}\``;
}

/** An input a line, so that it reads like a table. */
function routeText(route: object, inputs: Record<string, Input>): string {
	const text = JSON.stringify(route);
	const lines = Object.entries(inputs).map(
		([name, input]) => `\t${JSON.stringify(name)}: ${JSON.stringify(input)}`,
	);
	return lines.length === 0 ? text : `${text.slice(0, -1)},"inputs":{\n${lines.join(',\n')}\n}}`;
}

/** What fields are made of by TypeScript, which does not look into a text. */
const typeOf = (input: Input) => ({
	...pick(input, ['in', 'type', 'enum', 'required']),
	...(typeof input.default === 'number' && { default: input.default }),
});

function routesTable(document: OpenApiDocument): string {
	const entries = operationsOf(document).map((entry) => {
		const { method, path: url, operation } = entry;
		const body = bodyKind(entry);
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
		};
		return { id: operationIdOf(entry), route, inputs: inputsOf(entry) };
	});
	const types = entries.map(({ id, inputs }) => {
		const own = isEmpty(inputs)
			? ''
			: ` & { inputs: ${JSON.stringify(mapValues(inputs, typeOf))} }`;
		return `'${id}': Omit<Route, 'inputs'>${own};`;
	});
	const rows = entries.map(({ id, route, inputs }): [string, string] => [
		id,
		routeText(route, inputs),
	]);
	return [
		// Unlike an interface, a type may be taken for a record of any routes.
		`type Routes = {\n${types.join('\n')}\n};`,
		'/** Where each operation is and what it takes; `evidence` says how sure verb and path are. */',
		`export const routes = jsonParse<Routes>(${jsonText(rows)});`,
	].join('\n\n');
}

/** What the operations are recognized by in a vendor's own file. */
function marksTable(document: OpenApiDocument): string {
	const rows = operationsOf(document).map((entry): [string, string] => {
		const { words, parameters, body, answer } = signatureOf(entry);
		const marks = {
			words,
			parameters: [...parameters.keys()],
			body: [...body.keys()],
			answer: [...answer.keys()],
		};
		return [operationIdOf(entry), JSON.stringify(marks)];
	});
	return `export const marks = () =>\n\tjsonParse<Readonly<Record<string, Marks>>>(${jsonText(rows)});`;
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
		"import { jsonParse } from 'n8n-workflow';",
		'',
		"import type { Route } from '../shared/call/vendor';",
		'',
		routesTable(document),
	];
	const marks = [
		header,
		"import { jsonParse } from 'n8n-workflow';",
		'',
		"import type { Marks } from '../shared/openapi/endpoints';",
		'',
		"/** What each operation is recognized by in an OpenAPI file of the vendor's own; a text, since few have one. */",
		marksTable(document),
	];
	return [
		await formatted(path.join(folder, 'marks.ts'), marks.join('\n'), { printWidth: 240 }),
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
