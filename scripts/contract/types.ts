import type { OpenAPI3, SchemaObject } from 'openapi-typescript';
import openapiTS, { astToString } from 'openapi-typescript';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { parse } from 'yaml';

import type { OpenApiDocument, OperationEntry, OperationObject, Schema } from './document';
import { operationIdOf, operationsOf, schemaIn } from './document';
import { bodyKind } from './inputs';

/** Stands for a form, which openapi-typescript has no type for. */
const formFormat = 'x-form';

const objectOf = (properties: Record<string, Schema>, required: string[]): Schema => ({
	type: 'object',
	...(Object.keys(properties).length > 0 && { properties, required }),
});

/** The body's schema as it stands in the contract file, so that named schemas keep their names. */
function bodySchema({ requestBody }: OperationObject, written: OpenApiDocument): Schema {
	const { $ref = '' } = (requestBody ?? {}) as { $ref?: string };
	const steps = $ref.split('/').slice(1);
	const body = steps.reduce<unknown>(
		(node, step) => (node as Record<string, unknown>)[step],
		$ref ? written : requestBody,
	);
	return schemaIn((body as OperationObject['requestBody'])?.content) ?? {};
}

/** What a call of an operation takes: `path` if the address has placeholders, and maybe `query`, `header` and `body`. */
function callSchema(entry: OperationEntry, written: OpenApiDocument): Schema {
	const { method, path, parameters } = entry;
	const call: Record<string, Schema> = {};
	for (const place of ['path', 'query', 'header']) {
		const own = parameters.filter((one) => one.in === place && !one['x-given']);
		if (own.length === 0) continue;
		call[place] = objectOf(
			Object.fromEntries(own.map(({ name, schema = {} }) => [name, schema])),
			own.filter(({ required }) => required).map(({ name }) => name),
		);
	}
	const kind = bodyKind(entry);
	if (kind === 'multipart') call.body = { type: 'string', format: formFormat };
	else if (kind) call.body = bodySchema(written.paths?.[path][method] ?? {}, written);
	return objectOf(call, call.path ? ['path'] : []);
}

const refsIn = (value: unknown): string[] =>
	[...JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);

/** The named schemas that requests, also those of webhooks, are made of, in the contract's order. */
function requestSchemas(calls: Schema, written: OpenApiDocument): Record<string, Schema> {
	const { components: { schemas = {} } = {}, webhooks = {} } = written;
	const received = Object.values(webhooks)
		.flatMap((item) => Object.values(item))
		.map((operation) => bodySchema(operation, written));
	const names = new Set(refsIn([calls, received]));
	// A set is walked through to what is added on the way.
	for (const name of names) refsIn(schemas[name]).forEach((next) => names.add(next));
	return Object.fromEntries(Object.entries(schemas).filter(([name]) => names.has(name)));
}

/** `export type Name = …`: unlike an interface, it may be taken for an object of any fields. */
function declaration({ name, type }: ts.PropertySignature): ts.Statement {
	const exported = [ts.factory.createModifier(ts.SyntaxKind.ExportKeyword)];
	const { text } = name as ts.Identifier | ts.StringLiteral;
	return ts.factory.createTypeAliasDeclaration(exported, text, undefined, type as ts.TypeNode);
}

/**
 * The text of `nodes/<Node>/contract.d.ts`: `Operations`, what a call of each operation takes, and the named
 * schemas that requests and webhooks are made of. Types of answers nobody reads.
 */
export async function requestTypes(
	contractFile: string,
	document: OpenApiDocument,
): Promise<string> {
	const written = parse(readFileSync(contractFile, 'utf8')) as OpenApiDocument;
	const entries = operationsOf(document);
	const calls = objectOf(
		Object.fromEntries(entries.map((entry) => [operationIdOf(entry), callSchema(entry, written)])),
		entries.map(operationIdOf),
	);
	const shapes = {
		openapi: document.openapi,
		info: document.info,
		paths: {},
		components: { schemas: { Operations: calls, ...requestSchemas(calls, written) } },
	} as OpenAPI3;
	const nodes = await openapiTS(shapes, {
		defaultNonNullable: false,
		transform: ({ format }: SchemaObject) =>
			format === formFormat ? ts.factory.createTypeReferenceNode('FormData') : undefined,
	});
	const interfaces = nodes.filter(ts.isInterfaceDeclaration);
	const components = interfaces.find(({ name }) => name.text === 'components');
	const [schemas] = components?.members ?? [];
	const members = (schemas as ts.PropertySignature).type as ts.TypeLiteralNode;
	const helpers = nodes.filter(
		(node) => ts.isTypeAliasDeclaration(node) && node.name.text === 'WithRequired',
	);
	const declared = members.members.map((member) => declaration(member as ts.PropertySignature));
	// Comments would only repeat the contract.
	return astToString([...declared, ...helpers], { formatOptions: { removeComments: true } })
		.replaceAll(/components\["schemas"\]\["(\w+)"\]/g, '$1')
		.replaceAll(/^(export )?type /gm, '\n$&')
		.trim();
}
