import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const pack = mkdtempSync(path.join(tmpdir(), 'editor-lint-'));

afterAll(() => rmSync(pack, { recursive: true, force: true }));

/** Fields by functions, as the pack has them: the rules over this file find no parameter in it. */
const node = ({ limit, action, strict, dark }: Record<string, string>) => `
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
const count = (more: object) => ({
	displayName: 'Limit', name: 'limit', type: 'number', default: 50,
	description: 'Max number of results to return', ...more,
});
const whether = (description: string) => ({
	displayName: 'Strict', name: 'strict', type: 'boolean', default: false, description,
});
const offered = (more: object) => ({
	name: 'Get', value: 'get', description: 'Retrieve a thing', ...more,
});
export class Acme implements INodeType {
	description = {
		displayName: 'Acme', name: 'acme', group: ['transform'], version: 1,
		icon: { light: 'file:acme.svg', dark: 'file:${dark}.svg' },
		subtitle: '={{ $parameter["operation"] }}', description: 'Reads things of Acme',
		defaults: { name: 'Acme' }, usableAsTool: true, inputs: ['main'], outputs: ['main'],
		credentials: [{ name: 'acmeApi', required: true }],
		properties: [
			{
				displayName: 'Operation', name: 'operation', type: 'options', noDataExpression: true,
				options: [offered(${action})], default: 'get',
			},
			whether('${strict}'),
			{
				displayName: 'Options', name: 'options', type: 'collection', default: {},
				placeholder: 'Add option', options: [count(${limit})],
			},
		],
	} as unknown as INodeTypeDescription;
	async execute() { return []; }
}`;

const credential = (typeOptions: string) => `
import type { ICredentialType, INodeProperties } from 'n8n-workflow';
const secret = (more: object) => ({ displayName: 'Key', name: 'apiKey', default: '', ...more });
export class AcmeApi implements ICredentialType {
	name = 'acmeApi';
	displayName = 'Acme API';
	icon = { light: 'file:../nodes/Acme/acme.svg', dark: 'file:../nodes/Acme/acme.dark.svg' };
	documentationUrl = 'https://example.com';
	properties = [secret({ type: 'string', ${typeOptions} })] as INodeProperties[];
	test = { request: { baseURL: 'https://example.com', url: '/' } };
}`;

/** Writes a pack of one node and one credential, and answers what the check says of it. */
function check(sources: { node: string; credential: string }) {
	const n8n = {
		nodes: ['dist/nodes/Acme/Acme.node.js'],
		credentials: ['dist/credentials/AcmeApi.credentials.js'],
	};
	const files = {
		'package.json': JSON.stringify({ n8n }),
		'nodes/Acme/Acme.node.ts': sources.node,
		'nodes/Acme/acme.svg': '<svg/>',
		'nodes/Acme/acme.dark.svg': '<svg/>',
		'credentials/AcmeApi.credentials.ts': sources.credential,
	};
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(path.dirname(path.join(pack, name)), { recursive: true });
		writeFileSync(path.join(pack, name), text);
	}
	const { status, stderr } = spawnSync(
		process.execPath,
		['--import', 'tsx', path.join(root, 'scripts/lint/editor.ts'), pack],
		// In a test's environment n8n's plugin takes every file for a node's.
		{ cwd: root, encoding: 'utf8', env: { ...process.env, NODE_ENV: undefined } },
	);
	return { status, offences: stderr.trim().split('\n').filter(Boolean) };
}

test('offences in what functions built are found, each with its place and rule', () => {
	const { status, offences } = check({
		node: node({ limit: '{}', action: '{}', strict: 'To be strict', dark: 'gone' }),
		credential: credential(''),
	});
	expect(status).toBe(1);
	const found = offences.map((line) => line.split(': ').slice(0, 2).join(': '));
	const base = 'n8n-nodes-base/node-param';
	expect(found.sort()).toEqual([
		'Acme › icon.dark: @n8n/community-nodes/icon-validation',
		`Acme › properties[0 operation].options[0 Get]: ${base}-operation-option-without-action`,
		`Acme › properties[1 strict].description: ${base}-description-boolean-without-whether`,
		`Acme › properties[2 options].options[0 limit]: ${base}-type-options-missing-from-limit`,
		'AcmeApi › properties[0 apiKey]: @n8n/community-nodes/credential-password-field',
	]);
});

test('a pack without offence passes', () => {
	const files = {
		node: node({
			limit: '{ typeOptions: { minValue: 1 } }',
			action: "{ action: 'Get thing' }",
			strict: 'Whether to be strict',
			dark: 'acme.dark',
		}),
		credential: credential('typeOptions: { password: true }'),
	};
	expect(check(files)).toEqual({ status: 0, offences: [] });
});
