/** `npm run operations`: writes docs/operations.md from the contracts and the nodes; `--check` only compares. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { INodeProperties, INodePropertyOptions, INodeType } from 'n8n-workflow';

import type {
	Composed,
	OpenApiDocument,
	OperationEntry,
	OperationObject,
} from './contract/document';
import { listContracts, loadDocument, operationsOf } from './contract/document';

const root = path.resolve(__dirname, '..');
const page = path.join(root, 'docs', 'operations.md');

const introduction = `# Operations

Every operation of the nodes and every event of the triggers. Written by \`npm run operations\` from the contracts and the nodes; do not edit it by hand. What each field means stands on the vendor's page.

- **Calls**: what is sent, by operation ID, with method and path. The operation ID is what _Endpoint Overrides_ in the credential asks for.
- **Form**: how well what is sent and answered is known. _composed_: the node makes it of several calls, or of none.
- **Address**: how well method and path are known. Of several calls, the least sure one counts.

How sure a statement is:

- **documented**: the vendor's own page or sample has it.
- **indexed**: a third-party catalogue has it and links to the vendor's page, whose own text we could not read.
- **inferred**: it follows from a sample or a neighbouring statement.
- **guess**: no direct evidence. Try it, and expect to set _Endpoint Overrides_.

The vendors' pages describe every operation, but the text we could obtain has lost the paths of KODA and Naxon: **every path of these two is a guess**. A call to an address that is not documented and does not exist fails with a message that says exactly this.`;

/** A part of the contract that may say how sure it is. */
type Judged = Partial<Record<'x-evidence' | 'x-verb-evidence', string>>;

type Contract = OpenApiDocument & { webhooks?: Record<string, Record<string, OperationObject>> };

const header = ['Operation', 'Description', 'Calls', 'Form', 'Address'];

const row = (cells: string[]) =>
	`| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** A table under a heading. No cell is padded, so that one changed row is one changed line. */
const table = (title: string, rows: string[]) =>
	[`### ${title}`, '', row(header), row(header.map(() => '---')), ...rows].join('\n');

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
function form(operation: OperationObject): string {
	const answer = Object.entries(operation.responses ?? {}).find(([status]) => /^2/.test(status));
	const parts = { body: operation.requestBody, answer: answer?.[1] };
	const doubts = Object.entries(parts).flatMap(([part, judged]) => {
		const evidence = (judged as Judged | undefined)?.['x-evidence'];
		return evidence ? [`; ${part} ${evidence}`] : [];
	});
	return ['documented', ...doubts].join('');
}

function evidence(operation: OperationObject & Judged): string {
	const verb = operation['x-verb-evidence'];
	return `${operation['x-evidence']}${verb ? ` (verb ${verb})` : ''}`;
}

/** The longest of the IDs that `id` begins with. */
const closest = (id: string, ids: string[]) =>
	ids.filter((one) => id.startsWith(one)).sort((a, b) => b.length - a.length)[0];

const entriesById = (contract: Contract) =>
	new Map(operationsOf(contract).map((entry) => [entry.operation.operationId ?? '', entry]));

/** The cell Calls. */
const calls = (entries: OperationEntry[]) =>
	entries
		.map(({ method, path: url, operation }) =>
			[operation.operationId ?? '', `${method.toUpperCase()} ${url}`].map(code).join(' '),
		)
		.join(', ');

/** From the surest to the least sure. */
const EVIDENCE = ['documented', 'indexed', 'inferred', 'guess'];

/** The cells of what is made of several operations; it is as sure as the least sure of them. */
function composedCells(contract: Contract, name: string, { uses }: Composed): string[] {
	const known = entriesById(contract);
	const used = uses.map((id) => {
		const entry = known.get(id);
		if (!entry) throw new Error(`${name} uses ${id}, which the contract does not have`);
		return entry;
	});
	const [weakest] = used
		.map(({ operation }) => operation)
		.toSorted(
			(a, b) => EVIDENCE.indexOf(b['x-evidence'] ?? '') - EVIDENCE.indexOf(a['x-evidence'] ?? ''),
		);
	return [calls(used) || 'none', 'composed', weakest ? evidence(weakest) : '–'];
}

/** A resource of a node, with its operations. */
interface Offered {
	node: INodeType;
	resource: INodePropertyOptions;
	operations: INodePropertyOptions[];
}

/** The resources of a node, in the editor's order. */
const resourcesOf = (node: INodeType): Offered[] =>
	optionsOf(node, ({ name }) => name === 'resource').map((resource) => ({
		node,
		resource,
		operations: optionsOf(
			node,
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes(resource.value) === true,
		),
	}));

/**
 * A table per resource of the nodes, a row per operation of the editor; every operation of the contract comes in one
 * of them, or in a trigger's. The tables of a second node have its name.
 */
function resourceTables(contract: Contract, nodes: INodeType[]): string[] {
	const left = entriesById(contract);
	const composed = contract['x-composed'] ?? {};
	const inOthers = [composed, ...Object.values(contract['x-events'] ?? {})].flatMap((all) =>
		Object.values(all).flatMap(({ uses }) => uses),
	);
	const resources = nodes.flatMap(resourcesOf);
	const offered = resources.flatMap(({ resource, operations }) =>
		operations.map(({ value }) => `${String(resource.value)}.${String(value)}`),
	);
	const tables = resources.map(({ node, resource, operations }) => {
		const rows = operations.map(({ name, value, description }) => {
			const id = `${String(resource.value)}.${String(value)}`;
			const texts = [`${resource.name}: ${name}`, description ?? ''];
			if (composed[id]) return row([...texts, ...composedCells(contract, id, composed[id])]);
			const entry = left.get(id);
			if (!entry) throw new Error(`The contract has no ${id}`);
			// What the editor does not offer, such as `getAllOf…`, is sent by the operation that it varies.
			const also = [...left].filter(
				([other]) => !offered.includes(other) && closest(other, offered) === id,
			);
			const sent = [entry, ...also.map(([, variant]) => variant)];
			for (const { operation } of sent) left.delete(operation.operationId ?? '');
			return row([...texts, calls(sent), form(entry.operation), evidence(entry.operation)]);
		});
		const of = node === nodes[0] ? '' : `${node.description.displayName}: `;
		return table(`${of}${resource.name}`, rows);
	});
	const unused = [...left.keys()].filter((id) => !inOthers.includes(id));
	if (unused.length > 0) throw new Error(`No operation of the node sends ${unused.join(', ')}`);
	return tables;
}

/** A row per event of a trigger: a webhook of the contract, or found out by calling. */
function triggerTable(contract: Contract, node: INodeType): string {
	const found = contract['x-events']?.[node.constructor.name] ?? {};
	const rows = optionsOf(node, ({ name }) => name === 'event').map(
		({ name, value, description }) => {
			const texts = [`${node.description.displayName}: ${name}`, description ?? ''];
			const event = found[String(value)];
			if (event) return row([...texts, ...composedCells(contract, name, event)]);
			const webhook = contract.webhooks?.[String(value)]?.post;
			if (!webhook) throw new Error(`The contract has no webhook ${String(value)}`);
			const called = `${code(webhook.operationId ?? '')}, which the service sends`;
			const address = `the trigger's own; verb ${evidence(webhook)}`;
			return row([...texts, called, form(webhook), address]);
		},
	);
	return table(node.description.displayName, rows);
}

async function section({ name, file }: { name: string; file: string }): Promise<string> {
	const contract = (await loadDocument(file)) as Contract;
	const folder = contract.info['x-node'];
	const node = folder && (await nodeOf(folder, folder));
	if (!node) throw new Error(`${file} names no info.x-node with a node`);
	const names = readdirSync(path.join(root, 'nodes', folder))
		.filter((one) => one.endsWith('.node.ts'))
		.map((one) => path.basename(one, '.node.ts'));
	const nodesOf = async (wanted: (name: string) => boolean) =>
		await Promise.all(names.filter(wanted).map(async (name) => await nodeOf(folder, name)));
	const isTrigger = (name: string) => name.endsWith('Trigger');
	const triggers = await nodesOf(isTrigger);
	const others = await nodesOf((name) => !isTrigger(name) && name !== folder);
	const source = /https?:[^\s,]+/.exec(
		(contract.info as { 'x-source'?: string })['x-source'] ?? '',
	);
	return [
		`## ${node.description.displayName}`,
		`Fields and examples: [${name}.md](${name}.md).${source ? ` The vendor's page: <${source[0]}>.` : ''}`,
		...resourceTables(contract, [node, ...others.flatMap((one) => one ?? [])]),
		...triggers.flatMap((trigger) => (trigger ? [triggerTable(contract, trigger)] : [])),
	].join('\n\n');
}

/** The anchor of each heading of a page, in order, as GitHub makes them: a heading that was there before gets a number. */
function anchors(headings: string[]): string[] {
	const seen = new Map<string, number>();
	return headings.map((heading) => {
		const slug = heading
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N} _-]/gu, '')
			.replaceAll(' ', '-');
		const before = seen.get(slug) ?? 0;
		seen.set(slug, before + 1);
		return before === 0 ? slug : `${slug}-${before}`;
	});
}

/** A line per node, with links to its tables; a vendor's first node and its triggers share one. */
function contents(texts: string[]): string {
	const headings = [...texts.join('\n').matchAll(/^(#+) (.+)$/gm)];
	const slugs = anchors(headings.map(([, , title]) => title));
	const lines = new Map<string, string[]>();
	let vendor = '';
	for (const [index, [, level, title]] of headings.entries()) {
		if (level === '##') vendor = title;
		if (level !== '###') continue;
		const [name, node = vendor] = title.split(': ').reverse();
		const links = lines.get(node) ?? [];
		lines.set(node, [...links, `[${name}](#${slugs[index]})`]);
	}
	return [...lines].map(([node, links]) => `- **${node}**: ${links.join(', ')}`).join('\n');
}

async function main(): Promise<void> {
	const sections: string[] = [];
	for (const contract of listContracts()) sections.push(await section(contract));
	const toc = contents([introduction, ...sections]);
	const wanted = `${[introduction, toc, ...sections].join('\n\n')}\n`;
	const current = existsSync(page) ? readFileSync(page, 'utf8') : '';
	if (wanted === current) {
		console.log('docs/operations.md is up to date.');
	} else if (process.argv.includes('--check')) {
		console.error('docs/operations.md is out of date: run npm run operations.');
		process.exitCode = 1;
	} else {
		writeFileSync(page, wanted);
		console.log('Wrote docs/operations.md.');
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
