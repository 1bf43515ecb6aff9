import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { countingInto, countsIn } from '../../scripts/jest/counts';

const JEST = join(__dirname, '..', '..', 'node_modules', 'jest', 'bin', 'jest.js');

describe('countsIn', () => {
	const folder = mkdtempSync(join(tmpdir(), 'counts-'));
	const report = join(folder, 'report.json');
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test('counts what jest ran, also when an error refers to itself, as those of axios do', () => {
		writeFileSync(join(folder, 'package.json'), '{}');
		writeFileSync(
			join(folder, 'some.test.js'),
			`test('passes', () => {});
			test.skip('is skipped', () => {});
			test('fails', () => {
				const error = new Error('Refused');
				error.request = { response: { error } };
				throw error;
			});`,
		);
		const args = [JEST, '--rootDir', folder, ...countingInto(report)];
		spawnSync(process.execPath, args, { cwd: folder });
		expect(countsIn(report)).toMatchObject({
			numPassedTests: 1,
			numFailedTests: 1,
			numPendingTests: 1,
			numRuntimeErrorTestSuites: 0,
		});
	});

	test('a run that wrote nothing is one that failed, whatever was written before', () => {
		writeFileSync(report, '{"numPassedTests":1}');
		countingInto(report);
		expect(countsIn(report)).toEqual({
			numPassedTests: 0,
			numFailedTests: 0,
			numPendingTests: 0,
			numRuntimeErrorTestSuites: 1,
		});
	});
});
