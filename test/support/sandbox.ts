import { join, relative } from 'node:path';

import { Sandbox } from '../../scripts/sandbox';
import { expectEach, type Row } from './each';
import { sandboxUrl } from './sandboxes';

const SUITES = join(__dirname, '..');

/** Seconds from `now` to 10:00 UTC of the next day, when the sandbox's campaigns may call. */
export const untilMorning = (now = Date.now()) =>
	Math.ceil((new Date(now + 24 * 3600_000).setUTCHours(10, 0, 0, 0) - now) / 1000);

/** Resets the sandbox of this Jest worker. What the running test file sends is kept under its name. */
export async function resetSandbox(): Promise<void> {
	const { testPath = '' } = expect.getState();
	await new Sandbox(sandboxUrl()).control('reset', { suite: relative(SUITES, testPath) });
}

/** The sandbox of this Jest worker, reset before each test of a file. */
export function useSandbox(): () => Sandbox {
	const sandbox = new Sandbox(sandboxUrl());
	beforeEach(resetSandbox);
	return () => sandbox;
}

/** One test that holds a rule against every row of a table, each at the sandbox as it is after a reset. */
export function testEach<T extends Row>(
	name: string,
	rows: readonly T[],
	rule: (row: T) => Promise<void>,
): void {
	test(name, async () => {
		await expectEach(rows, async (row) => {
			await resetSandbox();
			await rule(row);
		});
	});
}

/** How many calls meet, after how many that do not, and how often. */
interface Meeting {
	count?: number;
	skip?: number;
	times?: number;
	/** False where none is to have an effect before all have come. */
	applyFirst?: boolean;
}

/**
 * The next calls of an operation are answered when all of them have come, as they were answered alone: so they are in
 * flight at the same moment, however slow the machine is. If they cannot be, they are given up in the end: the run fails.
 */
export async function meet(
	sandbox: Sandbox,
	vendor: string,
	operationId: string,
	{ count = 2, skip = 0, times = 1, applyFirst = true }: Meeting = {},
): Promise<void> {
	const fault = { vendor, operationId, kind: 'meet', count, applyFirst };
	for (let time = 0; time < times; time++) {
		await sandbox.control('faults', { ...fault, skip: time === 0 ? skip : 0 });
	}
}
