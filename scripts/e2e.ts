import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const results = join(root, 'coverage', 'e2e.json');

interface JestResults {
	numPassedTests: number;
	numFailedTests: number;
	numRuntimeErrorTestSuites: number;
}

/** Runs the e2e suite and ends with the line `N passed, N failed`; answers the exit status. */
function main(): number {
	mkdirSync(join(root, 'coverage'), { recursive: true });
	rmSync(results, { force: true });
	const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
	const config = join(root, 'test', 'e2e', 'jest.config.js');
	const args = [jest, '--config', config, '--json', '--outputFile', results];
	const { status } = spawnSync(process.execPath, [...args, ...process.argv.slice(2)], {
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
