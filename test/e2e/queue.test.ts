import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPlayground, type Playground } from '../../scripts/n8n/playground';
import { startQueueInstance, type QueueInstance } from '../../scripts/n8n/queue';
import { Crew } from './queue/crew';
import { found } from './queue/effects';
import { interruptedTests } from './queue/interrupted';
import { loadTests } from './queue/load';
import { triggerTests } from './queue/triggers';
import { twinTests } from './queue/twins';
import { retryTests } from './retry';

/** For the page about reliability. */
const FIGURES = join(__dirname, '..', '..', 'coverage', 'queue.json');

let playground: Playground<QueueInstance> | undefined;
let crew: Crew | undefined;

function running(): Playground<QueueInstance> {
	if (playground === undefined) throw new Error('The playground did not start.');
	return playground;
}

function hired(): Crew {
	if (crew === undefined) throw new Error('No workflows were published.');
	return crew;
}

beforeAll(async () => {
	playground = await startPlayground(startQueueInstance);
	crew = await Crew.hire(playground);
});

afterAll(async () => {
	await playground?.stop();
	if (crew) writeFileSync(FIGURES, JSON.stringify({ executions: crew.executions, ...found }));
});

describe('queue mode: triggers', () => triggerTests(running));
describe('queue mode: much work at once', () => loadTests(running, hired));
describe('queue mode: Retry in the list of executions', () => retryTests(running));
describe('queue mode: twins', () => twinTests(running, hired));
describe('queue mode: a worker ends', () => interruptedTests(running, hired));
