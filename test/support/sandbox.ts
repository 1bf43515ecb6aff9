import { join, relative } from 'node:path';

import { Sandbox } from '../../scripts/sandbox';
import { sandboxUrl } from './sandboxes';

const SUITES = join(__dirname, '..');

/** Seconds from `now` to 10:00 UTC of the next day, when the sandbox's campaigns may call. */
export const untilMorning = (now = Date.now()) =>
	Math.ceil((new Date(now + 24 * 3600_000).setUTCHours(10, 0, 0, 0) - now) / 1000);

/** The sandbox of this Jest worker, reset before each test of a file. What the file sends is kept under its name. */
export function useSandbox(): () => Sandbox {
	const sandbox = new Sandbox(sandboxUrl());
	beforeEach(async () => {
		const { testPath = '' } = expect.getState();
		await sandbox.control('reset', { suite: relative(SUITES, testPath) });
	});
	return () => sandbox;
}
