import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What jest counted. */
export interface JestCounts {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	/** Files that could not be run. */
	numRuntimeErrorTestSuites: number;
}

/** Arguments with which jest writes into `file` what `countsIn` reads there; what an earlier run has written is removed. */
export function countingInto(file: string): string[] {
	rmSync(file, { force: true });
	const processor = join(__dirname, 'withoutDetails.cjs');
	return ['--json', '--outputFile', file, '--testResultsProcessor', processor];
}

/** What jest has written into `file`; one file that could not be run when it has written nothing. */
export function countsIn(file: string): JestCounts {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as JestCounts;
	} catch {
		return {
			numPassedTests: 0,
			numFailedTests: 0,
			numPendingTests: 0,
			numRuntimeErrorTestSuites: 1,
		};
	}
}
