import { startInstance } from '../../scripts/n8n/instance';
import { startPlayground, type Playground } from '../../scripts/n8n/playground';
import { editorTests } from './editor';
import { failureTests } from './failures';
import { firstStepTests } from './firstSteps';
import { nodeTests } from './nodes';
import { pickerTests } from './pickers';
import { retryTests } from './retry';
import { secretTests } from './secrets';
import { triggerTests } from './triggers';
import { workflowTests } from './workflows';

let playground: Playground | undefined;

function running(): Playground {
	if (playground === undefined) throw new Error('The playground did not start.');
	return playground;
}

beforeAll(async () => {
	playground = await startPlayground(startInstance);
});

afterAll(async () => {
	await playground?.stop();
});

describe('a real n8n with the pack', () => nodeTests(running));
describe('pickers', () => pickerTests(running));
describe('example workflows', () => workflowTests(running));
describe('the first five minutes', () => firstStepTests(running));
describe('published triggers', () => triggerTests(running));
// They have calls refused, and those before find none.
describe('Retry in the list of executions', () => retryTests(running));
describe('failures', () => failureTests(running));
describe('the editor in Chromium', () => editorTests(running));
describe('secrets', () => secretTests(running));
