/**
 * `npm run e2e`: the pack in a whole n8n; with `-- --queue` in queue mode, with `-- --installer` by n8n's own installer,
 * with `-- --n8n 1.123` in an older n8n, and with `--short` behind it without what takes long there, with
 * `-- --screenshots` for the pictures in docs/images. Other arguments are jest's.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { countingInto, countsIn } from './jest/counts';
import { whatQueueModeLacks } from './n8n/queueServices';
import { VERSIONS } from './n8n/versions';

const root = join(__dirname, '..');
const results = join(root, 'coverage', 'e2e.json');

/** Suites that run when they are asked for, each by an argument of its name; that of `n8n` takes a version. */
const SUITES = ['queue', 'installer', 'n8n', 'screenshots'];

/** Why a suite cannot run, and the way out; undefined when it can. */
function whatIsLacking(suiteName: string, version: string): string | undefined {
	if (suiteName === 'queue' || suiteName === 'installer') return whatQueueModeLacks();
	if (suiteName !== 'n8n' || version in VERSIONS) return undefined;
	return `There is no n8n "${version}" to run in. Name one of ${Object.keys(VERSIONS).join(', ')}.`;
}

/** Runs one of the e2e suites and ends with the line `N passed, N failed`; answers the exit status. */
function main(): number {
	const own = process.argv.slice(2);
	const suiteName = SUITES.find((name) => own.includes(`--${name}`)) ?? 'playground';
	const named = own.indexOf(`--${suiteName}`);
	const [, version = ''] = named < 0 ? [] : own.splice(named, suiteName === 'n8n' ? 2 : 1);
	const short = suiteName === 'n8n' && own.includes('--short');
	const forJest = own.filter((argument) => !(short && argument === '--short'));
	const lacking = whatIsLacking(suiteName, version);
	if (lacking !== undefined) {
		console.error(lacking);
		console.log('0 passed, 1 failed');
		return 1;
	}
	mkdirSync(join(root, 'coverage'), { recursive: true });
	const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
	const config = join(root, 'test', 'e2e', 'jest.config.js');
	const args = [jest, '--config', config, ...countingInto(results)];
	const suite = `test/e2e/${suiteName}\\.test\\.ts$`;
	const { status } = spawnSync(process.execPath, [...args, ...forJest, '--', suite], {
		cwd: root,
		env: { ...process.env, E2E_N8N: version, E2E_SHORT: short ? '1' : '' },
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	// Without results nothing has run, for instance because n8n could not be installed.
	const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = countsIn(results);
	const failed = numFailedTests + numRuntimeErrorTestSuites;
	console.log(`${numPassedTests} passed, ${failed} failed`);
	return failed === 0 && status !== 0 ? 1 : Math.min(failed, 1);
}

process.exit(main());
