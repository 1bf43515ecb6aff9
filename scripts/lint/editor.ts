/**
 * Part of `npm run lint`: the rules for nodes and credentials over what the editor gets. Fields are built by functions,
 * so a rule that looks at literals in a file sees nothing of them; here each built description is such a literal.
 * Prints `node › path.to.property: rule: message`. An argument is the folder of another pack.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ESLint } from 'eslint';

import { classSource } from './classSource';
import { EXCEPTIONS, OFF, type Exception } from './exceptions';

const ROOT = path.resolve(__dirname, '..', '..');

/** Only what n8n asks of nodes and credentials: style and imports are those of the sources. */
const OF_N8N = /^(n8n-nodes-base|@n8n\/community-nodes)\//;

const TYPES = { nodes: 'INodeType', credentials: 'ICredentialType' } as const;
type Part = keyof typeof TYPES;

interface Offence extends Exception {
	/** Where in the description. */
	path: string;
	message: string;
}

/** An instance of the class that a file of the pack exports under its own name, from source. */
async function instanceOf(source: string, name: string): Promise<object> {
	const module = (await import(pathToFileURL(source).href)) as Record<string, new () => object>;
	return new module[name]();
}

/** Lints a class as if its text stood in its file, so that icons, credentials and package.json are found. */
async function offencesOf(eslint: ESLint, source: string, part: Part): Promise<Offence[]> {
	const node = path.basename(source).split('.')[0];
	const lines = classSource(node, TYPES[part], await instanceOf(source, node));
	const code = lines.map(({ text }) => text).join('\n');
	const [{ messages }] = await eslint.lintText(code, { filePath: source });
	return messages
		.filter(({ ruleId }) => ruleId === null || OF_N8N.test(ruleId))
		.map(({ line, ruleId, message }) => {
			const { path: place, text } = lines[line - 1] ?? lines[0];
			return { node, rule: ruleId ?? 'not linted', path: place, text, message };
		});
}

const isOf = ({ node, rule, text }: Offence, exception: Exception) =>
	node === exception.node &&
	rule === exception.rule &&
	text.includes(JSON.stringify(exception.text));

/** Every offence of the pack in `root`, a line each. */
async function offences(root: string): Promise<string[]> {
	const { n8n } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
		n8n: Record<Part, string[]>;
	};
	const eslint = new ESLint({
		cwd: root,
		overrideConfigFile: path.join(ROOT, 'eslint.config.mjs'),
		overrideConfig: { rules: OFF },
	});
	const found: Offence[] = [];
	for (const part of ['nodes', 'credentials'] as const) {
		for (const file of n8n[part]) {
			const source = path.join(root, file.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
			found.push(...(await offencesOf(eslint, source, part)));
		}
	}
	// The exceptions are those of this pack.
	const allowed = root === ROOT ? EXCEPTIONS : [];
	const idle = allowed.filter((exception) => !found.some((offence) => isOf(offence, exception)));
	return [
		...found
			.filter((offence) => !allowed.some((exception) => isOf(offence, exception)))
			.map(({ node, path: place, rule, message }) => `${node} › ${place}: ${rule}: ${message}`),
		...idle.map(({ node, rule, text }) => `${node}: ${rule}: the exception for '${text}' is idle`),
	];
}

async function main() {
	const found = await offences(path.resolve(process.argv[2] ?? ROOT));
	for (const offence of found) console.error(offence);
	process.exitCode = found.length === 0 ? 0 : 1;
}

void main();
