/**
 * `npm test`: lint, types, drift, then the unit, engine, answers, fault and contract suites. Ends with `N passed, N failed`.
 * With `--full`, `npm run test:full`, the suites that take a sample of their cases take all (see test/support/seeded.ts),
 * and their figures are written into docs/reliability.md.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { countingInto, countsIn } from './jest/counts';

const ROOT = join(__dirname, '..');
const COVERAGE = join(ROOT, 'coverage');

interface Step {
	name: string;
	/** A package's command and its arguments. */
	command: string[];
	/** Whether jest runs it, so that its tests are counted one by one. */
	counted?: boolean;
}

const jest = (name: string, ...patterns: string[]): Step => ({
	name,
	command: ['jest/bin/jest.js', ...patterns],
	counted: true,
});

/** What only reads, so that the suites can run beside it. */
const checks: Step[] = [
	{ name: 'lint', command: ['eslint/bin/eslint.js', '--max-warnings', '0', '.'] },
	{ name: 'lint of what the editor gets', command: ['tsx/dist/cli.mjs', 'scripts/lint/editor.ts'] },
	{ name: 'format', command: ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'] },
	{ name: 'types', command: ['typescript/bin/tsc', '--noEmit'] },
	{
		name: 'generated files',
		command: ['tsx/dist/cli.mjs', 'scripts/contract/generate.ts', '--check'],
	},
	{ name: 'phone numbers', command: ['tsx/dist/cli.mjs', 'scripts/phone.ts', '--check'] },
	{ name: 'operations', command: ['tsx/dist/cli.mjs', 'scripts/operations.ts', '--check'] },
];

const steps: Step[] = [
	{ name: 'build', command: ['gulp/bin/gulp.js', '--silent', 'build'] },
	jest(
		'unit, engine, answers and fault',
		'--testPathIgnorePatterns',
		'test/e2e/',
		'test/contract/contract.test.ts',
		// Those run in bundles.
		'test/(answers|engine|fault|hostile|matrix|sandbox|unit)/',
	),
	// Judges what the suites above sent, so it comes last.
	jest('contract', 'test/contract/contract.test.ts'),
];

interface Count {
	passed: number;
	failed: number;
}

/** Runs a step. What jest reports comes as it does, what a check prints once it is over: checks run side by side. */
async function run({ name, command: [script, ...args], counted }: Step): Promise<Count> {
	const started = Date.now();
	if (counted) console.log(`\n— ${name}`);
	const report = join(COVERAGE, `${name.replaceAll(/\W+/g, '-')}.json`);
	const step = spawn(
		process.execPath,
		[join(ROOT, 'node_modules', script), ...args, ...(counted ? countingInto(report) : [])],
		{ cwd: ROOT, stdio: ['ignore', counted ? 'ignore' : 'pipe', counted ? 'inherit' : 'pipe'] },
	);
	const ended = new Promise<number | null>((resolve) => step.on('close', resolve));
	const said = await Promise.all(
		[step.stdout, step.stderr].map((from) => (from ? text(from) : '')),
	);
	const status = await ended;
	if (!counted) console.log(`\n— ${name}\n${said.join('')}`.trimEnd());
	console.log(
		`  ${status === 0 ? 'ok' : 'FAILED'} after ${Math.round((Date.now() - started) / 1000)} s`,
	);
	if (!counted) return { passed: Number(status === 0), failed: Number(status !== 0) };
	const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } =
		countsIn(report);
	// A skipped test, or a suite that could not start, is a failure here.
	const failed = numFailedTests + numRuntimeErrorTestSuites + numPendingTests;
	return { passed: numPassedTests, failed: failed || Number(status !== 0) };
}

const isFull = process.argv.includes('--full');
// Jest hands the environment on to its workers.
if (isFull) process.env.WHOLE_SUITES = '1';
// What an earlier run sent and counted must not count for this one.
for (const left of ['traffic', 'answers', 'matrix', 'secrets', 'hostile', 'polls', 'longRun']) {
	rmSync(join(COVERAGE, left), { recursive: true, force: true });
}
mkdirSync(COVERAGE, { recursive: true });
if (isFull) {
	steps.push({ name: 'figures', command: ['tsx/dist/cli.mjs', 'scripts/reliability.ts'] });
}

async function inTurn(some: Step[]): Promise<Count[]> {
	const counts: Count[] = [];
	for (const step of some) counts.push(await run(step));
	return counts;
}

void Promise.all([checks, steps].map(inTurn)).then((lanes) => {
	const counts = lanes.flat();
	const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
	console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
	process.exitCode = sum('failed') === 0 ? 0 : 1;
});
