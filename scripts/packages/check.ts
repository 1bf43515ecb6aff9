import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { inParallel } from '../../nodes/shared/call/concurrency';
import { installPack } from '../n8n/pack';
import { runCommand } from '../processes';
import { ROOT, pack, sourceUrl } from './pack';
import { installTools, type Tools } from './tools';
import type { Service } from './services';

/** What a published package consists of; no source maps, no types: n8n reads neither. */
const PUBLISHED = /(\.(js|json|svg|md)|^LICENSE|^NOTICE)$/;

/** What is built, checked and published. */
interface Built {
	name: string;
	folder: string;
	/** Files that n8n loads. */
	loaded: string[];
	/** Arguments of Node. */
	build: string[];
	lint?: string[];
}

/** n8n's scanner of community packages: its rules, without the download of what is published. */
interface Scanner {
	SOURCE_FILE_PATTERNS: string[];
	/** `details`: the offences. */
	analyzePackage(
		folder: string,
		patterns: string[],
	): Promise<{ passed: boolean; message?: string; details?: string }>;
}

const all = (services: Service[], { n8nNode }: Tools): Built[] => [
	{
		name: pack.name,
		folder: ROOT,
		loaded: [...pack.n8n.nodes, ...pack.n8n.credentials],
		build: [join(ROOT, 'node_modules', 'gulp', 'bin', 'gulp.js'), '--silent', 'build'],
	},
	...services.map(({ name, nodes, credentials }) => ({
		name,
		folder: join(ROOT, 'packages', name),
		loaded: [...nodes, ...credentials],
		build: [n8nNode, 'build'],
		lint: [n8nNode, 'lint'],
	})),
];

async function checkTarball({ folder, loaded }: Built, scanner: Scanner): Promise<void> {
	const temporary = await mkdtemp(join(tmpdir(), 'package-'));
	try {
		const name = await installPack(folder, temporary);
		const unpacked = join(temporary, 'node_modules', name);
		const missing = loaded.filter((file) => !existsSync(join(unpacked, file)));
		if (missing.length > 0) throw new Error(`The tarball lacks ${missing.join(', ')}`);
		const entries = await readdir(unpacked, { recursive: true, withFileTypes: true });
		const odd = entries.filter((entry) => entry.isFile() && !PUBLISHED.test(entry.name));
		if (odd.length > 0) {
			throw new Error(`Nobody reads ${odd.map((entry) => entry.name).join(', ')} in the tarball`);
		}
		await scan(unpacked, ['**/*.js', 'package.json'], scanner);
	} finally {
		await rm(temporary, { recursive: true, force: true });
	}
}

/** Throws when a page of a package leads to what is not there, or to the pack's copy of an example that the package has. */
async function checkLinks({ folder }: Built): Promise<void> {
	const pages = ['README.md', 'CHANGELOG.md'].map(
		async (page) => await readFile(join(folder, page), 'utf8'),
	);
	const [, ...links] = (await Promise.all(pages)).join('').split(`](${sourceUrl('')}`);
	const targets = links.map((link) => link.split(/[#)]/, 1)[0]);
	const wrong = targets.filter(
		(path) =>
			!existsSync(join(ROOT, path)) ||
			(path.startsWith('workflows/') && existsSync(join(folder, path))),
	);
	if (wrong.length > 0) throw new Error(`Its pages lead to ${wrong.join(', ')}`);
}

async function scan(folder: string, patterns: string[], scanner: Scanner): Promise<void> {
	const { passed, message, details } = await scanner.analyzePackage(folder, patterns);
	// A scan that looked at nothing passes with a message.
	if (!passed || message) throw new Error([message, details].filter(Boolean).join('\n'));
}

/**
 * Builds and lints the pack and all packages with the tools that n8n names for it, packs them, and scans source and
 * tarball as n8n does before it verifies a package. Prints what fails. Answers how many checks passed and failed.
 */
export async function checkAll(services: Service[]): Promise<{ passed: number; failed: number }> {
	const tools = await installTools();
	const scanner = (await import(pathToFileURL(tools.scanner).href)) as Scanner;
	const count = { passed: 0, failed: 0 };
	const check = async (what: string, run: () => Promise<void>) => {
		try {
			await run();
			count.passed++;
			console.log(`ok      ${what}`);
		} catch (error) {
			count.failed++;
			console.log(`FAILED  ${what}\n${error instanceof Error ? error.message : String(error)}`);
		}
	};
	const built = all(services, tools);
	await inParallel(built.length, 2, async (index) => {
		const one = built[index];
		const { name, folder, build, lint } = one;
		const logFile = join(ROOT, 'coverage', 'packages', `${name}.log`);
		const node = async (args: string[]) => {
			// Without it n8n-node draws a wheel.
			const env = { ...process.env, CI: 'true' };
			await runCommand(process.execPath, args, { cwd: folder, env, logFile });
		};
		await check(`${name}: build`, async () => await node(build));
		if (lint) {
			await check(`${name}: lint`, async () => await node(lint));
			await check(`${name}: links`, async () => await checkLinks(one));
		}
		await check(`${name}: scan of the source`, async () => {
			await scan(folder, scanner.SOURCE_FILE_PATTERNS, scanner);
		});
		await check(`${name}: tarball`, async () => await checkTarball(one, scanner));
	});
	return count;
}
