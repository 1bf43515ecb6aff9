/**
 * `npm run mutation`: changes the kernel in small ways (mutants) and tells which changes no unit or fault test notices.
 * It takes a sample, drawn anew each time: `-- --seed 5` draws one again, `--lines 300` sets its size, `--all` takes
 * everything, `--files nodes/shared/fields,nodes/shared/call/pool.ts` a part. Left out are the tests under SLOW, and
 * mutants of what is computed when a file is loaded, each of which needs every test: `--slow` and `--static` take
 * these in. Whatever it finds, it ends with 0. The same as a page: coverage/mutation/report.html.
 */
import type { Stryker } from '@stryker-mutator/core';
import { groupBy, sortBy } from 'lodash';
import { randomInt } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';

import { linesOf, sample } from './mutation/sample';
import { startSandbox } from './sandbox';

type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

const ROOT = join(__dirname, '..');
const FOLDER = join('coverage', 'mutation');
const WORKERS = 2;

/** Tests that wait for the clock, and rules over all operations, which say little of the kernel. */
const SLOW = [
	'/fault/(slowDown|load|retry)[.]test',
	'/unit/(campaignWindow|check|toolDescriptions)[.]test',
];
/** A table that scripts/phone.ts writes. */
const GENERATED = 'nodes/shared/phone/phoneCountries.ts';

const { values: args } = parseArgs({
	options: {
		all: { type: 'boolean', default: false },
		files: { type: 'string', default: 'nodes/shared' },
		lines: { type: 'string', default: '250' },
		seed: { type: 'string', default: String(randomInt(1_000_000)) },
		slow: { type: 'boolean', default: false },
		static: { type: 'boolean', default: false },
	},
});

function sourcesOf(path: string): string[] {
	if (!statSync(path).isDirectory()) return [path];
	const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
	return names.filter((name) => name.endsWith('.ts')).map((name) => join(path, name));
}

/** What a mutant has replaced, on one line. */
function originalOf({ fileName, location: { start, end } }: Mutant): string {
	const lines = readFileSync(fileName, 'utf8')
		.split('\n')
		.slice(start.line - 1, end.line);
	lines.push((lines.pop() ?? '').slice(0, end.column - 1));
	lines[0] = lines[0].slice(start.column - 1);
	return oneLine(lines.join('\n'));
}

const oneLine = (text = '') => text.replaceAll(/\s+/g, ' ');

/** Killed ones of those that a test could have told; a mutant that does not even load says nothing. */
function scoreOf(mutants: Mutant[]): string {
	const { Killed = [], Timeout = [], Survived = [], NoCoverage = [] } = groupBy(mutants, 'status');
	const killed = Killed.length + Timeout.length;
	const all = killed + Survived.length + NoCoverage.length;
	const share = all ? ((100 * killed) / all).toFixed(1) : '–';
	const parts = [
		`${killed} of ${all} killed`,
		`${Timeout.length} of them by time`,
		`${NoCoverage.length} that no test reaches`,
	];
	return `${share} % (${parts.join(', ')})`;
}

async function main() {
	process.chdir(ROOT);
	const files = args.files.split(',').flatMap(sourcesOf);
	const mutable = files.filter((file) => file !== GENERATED);
	const seed = Number(args.seed);
	const parts = sample(mutable, args.all ? Infinity : Number(args.lines), seed);
	console.log(`Seed ${seed}: ${linesOf(parts)} lines of ${mutable.length} files`);

	mkdirSync(FOLDER, { recursive: true });
	const sandboxes = await Promise.all(
		Array.from({ length: WORKERS }, () => startSandbox('--seeded-from', '2026-01-12')),
	);
	Object.assign(process.env, {
		MUTATION_SANDBOXES: sandboxes.map(({ url }) => url).join(' '),
		MUTATION_TESTS: join(ROOT, FOLDER, 'tests.json'),
		MUTATION_LEFT_OUT: JSON.stringify(args.slow ? [] : SLOW),
	});
	const stryker = await import('@stryker-mutator/core');
	const mutants = await new stryker.Stryker({
		mutate: parts.map(({ file, from, to }) => `${file}:${from}-${to}`),
		testRunner: 'jest',
		plugins: ['@stryker-mutator/jest-runner'],
		jest: { configFile: 'scripts/mutation/jest.config.cjs', enableFindRelatedTests: false },
		coverageAnalysis: 'perTest',
		ignoreStatic: !args.static,
		ignorePatterns: ['coverage', 'dist', 'packages', 'playground/node_modules'],
		tempDirName: join(FOLDER, 'sandbox'),
		concurrency: WORKERS,
		// An endless loop is found by counting; time must not tell, for the machine may be busy.
		timeoutMS: 60_000,
		timeoutFactor: 5,
		dryRunTimeoutMinutes: 20,
		reporters: ['progress-append-only', 'html'],
		htmlReporter: { fileName: join(FOLDER, 'report.html') },
		thresholds: { high: 100, low: 85, break: null },
		allowEmpty: true,
	}).runMutationTest();
	await Promise.all(sandboxes.map(async (sandbox) => await sandbox.stop()));

	const survivors = mutants.filter(({ status }) => ['Survived', 'NoCoverage'].includes(status));
	for (const mutant of sortBy(survivors, 'fileName', 'location.start.line')) {
		const { fileName, location, replacement, status } = mutant;
		const place = `${relative(ROOT, fileName)}:${location.start.line}`;
		console.log(`\n${place}${status === 'NoCoverage' ? ' (no test reaches it)' : ''}`);
		console.log(`- ${originalOf(mutant)}\n+ ${oneLine(replacement)}`);
	}
	const folders = groupBy(mutants, ({ fileName }) => relative(ROOT, join(fileName, '..')));
	console.log();
	for (const [folder, some] of Object.entries(folders)) console.log(`${folder} ${scoreOf(some)}`);
	const { Ignored = [], RuntimeError = [] } = groupBy(mutants, 'status');
	console.log(`Left out: ${Ignored.length} static, ${RuntimeError.length} that do not load`);
	console.log(`Mutation score ${scoreOf(mutants)}, seed ${seed}`);
}

void main();
