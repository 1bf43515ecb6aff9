import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { startSandbox, type Sandbox } from '../../scripts/sandbox';

/** Where the suites leave what was sent, for the contract suite to judge. */
export const TRAFFIC = join(__dirname, '..', '..', 'coverage', 'traffic');

/** Starts a sandbox for a test file and resets it before each test. `suite` names its traffic file. */
export function useSandbox(suite: string): () => Sandbox {
	let sandbox: Sandbox | undefined;
	beforeAll(async () => {
		mkdirSync(TRAFFIC, { recursive: true });
		const traffic = join(TRAFFIC, `${suite}.ndjson`);
		rmSync(traffic, { force: true });
		sandbox = await startSandbox('--traffic', traffic);
	});
	afterAll(async () => await sandbox?.stop());
	beforeEach(async () => {
		await sandbox?.control('reset');
	});
	return () => {
		if (!sandbox) throw new Error('The sandbox is there from beforeAll on');
		return sandbox;
	};
}
