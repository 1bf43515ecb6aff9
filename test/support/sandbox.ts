import { join, relative } from 'node:path';

import { Sandbox } from '../../scripts/sandbox';
import { sandboxUrl } from './sandboxes';

const SUITES = join(__dirname, '..');

/** The sandbox of this Jest worker, reset before each test of a file. What the file sends is kept under its name. */
export function useSandbox(): () => Sandbox {
	const sandbox = new Sandbox(sandboxUrl());
	beforeEach(async () => {
		const { testPath = '' } = expect.getState();
		await sandbox.control('reset', { suite: relative(SUITES, testPath) });
	});
	return () => sandbox;
}
