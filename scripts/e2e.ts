/** `npm run e2e`: the pack in a whole n8n; with `-- --queue` in queue mode, with `-- --installer` by n8n's own installer. Other arguments are jest's. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { whatQueueModeLacks } from './n8n/queueServices';

const root = join(__dirname, '..');
const results = join(root, 'coverage', 'e2e.json');

interface JestResults {
	numPassedTests: number;
	numFailedTests: number;
	numRuntimeErrorTestSuites: number;
}

/** Suites that run when they are asked for, each by an argument of its name. */
const SUITES = ['queue', 'installer'];

/** Runs one of the e2e suites and ends with the line `N passed, N failed`; answers the exit status. */
function main(): number {
	const given = process.argv.slice(2);
	const suiteName = SUITES.find((name) => given.includes(`--${name}`)) ?? 'playground';
	const own = given.filter((arg) => arg !== `--${suiteName}`);
	const lacking = suiteName === 'queue' ? whatQueueModeLacks() : undefined;
	if (lacking !== undefined) {
		console.error(lacking);
		console.log('0 passed, 1 failed');
		return 1;
	}
	mkdirSync(join(root, 'coverage'), { recursive: true });
	rmSync(results, { force: true });
	const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
	const config = join(root, 'test', 'e2e', 'jest.config.js');
	const args = [jest, '--config', config, '--json', '--outputFile', results];
	const suite = `test/e2e/${suiteName}\\.test\\.ts$`;
	const { status } = spawnSync(process.execPath, [...args, ...own, '--', suite], {
		cwd: root,
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	let counts: JestResults;
	try {
		counts = JSON.parse(readFileSync(results, 'utf8')) as JestResults;
	} catch {
		// Without results nothing has run, for instance because n8n could not be installed.
		counts = { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1 };
	}
	const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
	console.log(`${counts.numPassedTests} passed, ${failed} failed`);
	return failed === 0 && status !== 0 ? 1 : Math.min(failed, 1);
}

process.exit(main());
