import { startInstance } from '../../scripts/n8n/instance';
import { startPlayground, type Playground } from '../../scripts/n8n/playground';
import type { VersionName } from '../../scripts/n8n/versions';
import { failureTests } from './failures';
import { logTests, nodeTests } from './nodes';
import { pickerTests } from './pickers';
import { retryTests } from './retry';
import { secretTests } from './secrets';
import { triggerTests } from './triggers';
import { typeTests } from './types';
import { shortWorkflowTests, workflowTests } from './workflows';

/** `npm run e2e -- --n8n 1.123` says it. */
const version = process.env.E2E_N8N as VersionName;

/** `-- --short`: what takes long is left out. */
const short = process.env.E2E_SHORT === '1';

let playground: Playground | undefined;

function running(): Playground {
	if (playground === undefined) throw new Error('The playground did not start.');
	return playground;
}

beforeAll(async () => {
	playground = await startPlayground(startInstance, version);
});

afterAll(async () => {
	await playground?.stop();
});

describe(`n8n ${version} with the pack`, () => nodeTests(running, version));
describe('types', () => typeTests(version));
describe('pickers', () => pickerTests(running));
describe('example workflows', () =>
	short ? shortWorkflowTests(running) : workflowTests(running, version));
describe('published triggers', () => triggerTests(running, !short));
describe('after all of it', () => logTests(running, 'while it worked'));
// They have calls refused, and those before find none.
describe('Retry in the list of executions', () => retryTests(running));
describe('failures', () => failureTests(running));
if (!short) describe('secrets', () => secretTests(running));
