/** `npm run readme`: writes the operations table of README.md from the contracts and the nodes; `--check` only compares. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { INodeProperties, INodePropertyOptions, INodeType } from 'n8n-workflow';
import prettier from 'prettier';

import type { Composed, OpenApiDocument, OperationObject } from './contract/document';
import { listContracts, loadDocument, operationsOf } from './contract/document';

const root = path.resolve(__dirname, '..');
const readme = path.join(root, 'README.md');
const markers = { start: '<!-- operations:start -->', end: '<!-- operations:end -->' };

/** A part of the contract that may say how sure it is. */
type Judged = Partial<Record<'x-evidence' | 'x-verb-evidence', string>>;

interface Contract extends OpenApiDocument {
	webhooks?: Record<string, { post?: OperationObject }>;
}

const header = ['Resource', 'Operation', 'Description', 'Operation ID', 'What it does', 'Address'];

const row = (cells: string[]) =>
	`| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const code = (text: string) => `\`${text}\``;

/** A node of a contract by its class name, such as `Acme` or `AcmeTrigger`; undefined when there is none. */
async function nodeOf(folder: string, name: string): Promise<INodeType | undefined> {
	const file = path.join(root, 'nodes', folder, `${name}.node.ts`);
	if (!existsSync(file)) return undefined;
	const module = (await import(pathToFileURL(file).href)) as Record<string, new () => INodeType>;
	return new module[name]();
}

function optionsOf(
	node: INodeType,
	wanted: (property: INodeProperties) => boolean,
): INodePropertyOptions[] {
	const found = node.description.properties.find(wanted);
	if (!found) throw new Error(`${node.description.displayName} lacks the field the table is of`);
	return found.options as INodePropertyOptions[];
}

/** How sure what is sent and answered is: the vendor's page, and the parts that it does not show. */
function behaviour({ info }: Contract, operation: OperationObject): string {
	const source = /https?:[^\s,]+/.exec((info as { 'x-source'?: string })['x-source'] ?? '')?.[0];
	const answer = Object.entries(operation.responses ?? {}).find(([status]) => /^2/.test(status));
	const parts = { body: operation.requestBody, answer: answer?.[1] };
	const doubts = Object.entries(parts).flatMap(([part, judged]) => {
		const evidence = (judged as Judged | undefined)?.['x-evidence'];
		return evidence ? [`; ${part} ${evidence}`] : [];
	});
	return [source ? `[documented](${source})` : 'documented', ...doubts].join('');
}

function address(operation: OperationObject & Judged): string {
	const verb = operation['x-verb-evidence'];
	return `${operation['x-evidence']}${verb ? ` (verb ${verb})` : ''}`;
}

/** The longest of the IDs that `id` begins with. */
const closest = (id: string, ids: string[]) =>
	ids.filter((one) => id.startsWith(one)).sort((a, b) => b.length - a.length)[0];

const operationsById = (contract: Contract) =>
	new Map(operationsOf(contract).map(({ operation }) => [operation.operationId ?? '', operation]));

/** From the surest to the least sure. */
const EVIDENCE = ['documented', 'indexed', 'inferred', 'guess'];

/** The cells of what is made of several operations; it is as sure as the least sure of them. */
function composedCells(contract: Contract, name: string, { uses }: Composed): string[] {
	const known = operationsById(contract);
	const used = uses.map((id) => {
		const operation = known.get(id);
		if (!operation) throw new Error(`${name} uses ${id}, which the contract does not have`);
		return operation;
	});
	const weakest = used.toSorted(
		(a, b) => EVIDENCE.indexOf(b['x-evidence'] ?? '') - EVIDENCE.indexOf(a['x-evidence'] ?? ''),
	)[0];
	const how = uses.length > 0 ? 'made of these operations' : 'calls nothing';
	return [uses.map(code).join(', '), how, weakest ? address(weakest) : '–'];
}

/** One row per operation of the editor; every operation of the contract comes in one of them, or in a trigger's. */
function operationRows(contract: Contract, node: INodeType): string[] {
	const left = operationsById(contract);
	const composed = contract['x-composed'] ?? {};
	const inTriggers = Object.values(contract['x-events'] ?? {}).flatMap((events) =>
		Object.values(events).flatMap(({ uses }) => uses),
	);
	const operationsIn = (resource: INodePropertyOptions) =>
		optionsOf(
			node,
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes(resource.value) === true,
		);
	const resources = optionsOf(node, ({ name }) => name === 'resource');
	const offered = resources.flatMap((resource) =>
		operationsIn(resource).map(({ value }) => `${String(resource.value)}.${String(value)}`),
	);
	const rows = resources.flatMap((resource) =>
		operationsIn(resource).map(({ name, value, description }) => {
			const id = `${String(resource.value)}.${String(value)}`;
			const texts = [resource.name, name, description ?? ''];
			if (composed[id]) return row([...texts, ...composedCells(contract, id, composed[id])]);
			const operation = left.get(id);
			if (!operation) throw new Error(`The contract has no ${id}`);
			// What the editor does not offer, such as `getAllOf…`, is sent by the operation that it varies.
			const also = [...left.keys()].filter(
				(other) => !offered.includes(other) && closest(other, offered) === id,
			);
			const ids = [id, ...also];
			for (const used of ids) left.delete(used);
			return row([
				...texts,
				ids.map(code).join(', '),
				behaviour(contract, operation),
				address(operation),
			]);
		}),
	);
	const unused = [...left.keys()].filter((id) => !inTriggers.includes(id));
	if (unused.length > 0) throw new Error(`No operation of the node sends ${unused.join(', ')}`);
	return rows;
}

/** One row per event of a trigger: a webhook of the contract, or found out by calling. */
function triggerRows(contract: Contract, node: INodeType): string[] {
	const found = contract['x-events']?.[node.constructor.name] ?? {};
	return optionsOf(node, ({ name }) => name === 'event').map(({ name, value, description }) => {
		const texts = [node.description.displayName, name, description ?? ''];
		const event = found[String(value)];
		if (event) return row([...texts, ...composedCells(contract, name, event)]);
		const webhook = contract.webhooks?.[String(value)]?.post;
		if (!webhook) throw new Error(`The contract has no webhook ${String(value)}`);
		return row([
			...texts,
			code(webhook.operationId ?? ''),
			behaviour(contract, webhook),
			`the trigger's own; verb ${address(webhook)}`,
		]);
	});
}

async function section(file: string): Promise<string> {
	const contract = (await loadDocument(file)) as Contract;
	const folder = contract.info['x-node'];
	const node = folder && (await nodeOf(folder, folder));
	if (!node) throw new Error(`${file} names no info.x-node with a node`);
	const triggers = readdirSync(path.join(root, 'nodes', folder))
		.filter((name) => name.endsWith('Trigger.node.ts'))
		.map(async (name) => await nodeOf(folder, path.basename(name, '.node.ts')));
	return [
		`### ${node.description.displayName}`,
		'',
		row(header),
		row(header.map(() => '---')),
		...operationRows(contract, node),
		...(await Promise.all(triggers)).flatMap((trigger) =>
			trigger ? triggerRows(contract, trigger) : [],
		),
	].join('\n');
}

/** `text` with the tables between its markers. */
async function withTables(text: string): Promise<string> {
	const start = text.indexOf(markers.start);
	const end = text.indexOf(markers.end);
	if (start < 0 || end < start) {
		throw new Error(`README.md needs the lines ${markers.start} and ${markers.end}`);
	}
	const sections: string[] = [];
	for (const { file } of listContracts()) sections.push(await section(file));
	const options = await prettier.resolveConfig(readme);
	const tables = await prettier.format(sections.join('\n\n'), { ...options, filepath: readme });
	return `${text.slice(0, start + markers.start.length)}\n\n${tables}\n${text.slice(end)}`;
}

async function main(): Promise<void> {
	const current = readFileSync(readme, 'utf8');
	const wanted = await withTables(current);
	if (wanted === current) {
		console.log('The operations table of README.md is up to date.');
	} else if (process.argv.includes('--check')) {
		console.error('The operations table of README.md is out of date: run npm run readme.');
		process.exitCode = 1;
	} else {
		writeFileSync(readme, wanted);
		console.log('Wrote the operations table of README.md.');
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
