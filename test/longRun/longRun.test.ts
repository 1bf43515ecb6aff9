import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { accounts } from '../../engine/credentials';
import { BOT, byId } from '../../engine/jobs';
import { runNode, type Job } from '../../engine/runNode';
import { countKept, forgetAll } from '../../nodes/shared/call/perProcess';
import { credentialOf } from '../../nodes/shared/trigger/webhook';
import { expectEach } from '../support/each';
import { KODA } from '../support/polls/koda';
import { KORE } from '../support/polls/koreAi';
import { NAXON } from '../support/polls/naxon';
import { Run, restoreClock } from '../support/polls/run';
import { useSandbox } from '../support/sandbox';
import { WHOLE } from '../support/seeded';

/** Thousands of executions and polls in one process: what is kept does not grow, and nobody gets what is another's. */
const sandbox = useSandbox();

const EVENTS = [...KODA, ...NAXON, ...KORE];

const POLLS = WHOLE ? 200 : 40;

const EXECUTIONS = WHOLE ? 3000 : 150;

/** Megabytes by which the heap may grow: far more than it does, and far less than a leak of every run. */
const HEAP_MB = 60;

const FOLDER = join(__dirname, '..', '..', 'coverage', 'longRun');

function note(name: string, counts: Record<string, number>): void {
	mkdirSync(FOLDER, { recursive: true });
	writeFileSync(join(FOLDER, `${name}.json`), JSON.stringify(counts, null, '\t'));
}

// Set as it is: a mock would remember every call.
const elapsed = performance.now.bind(performance);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** After the last waits of what has ended are over. */
async function heapMegabytes(): Promise<number> {
	await sleep(1000);
	collectGarbage();
	return process.memoryUsage().heapUsed / 1024 / 1024;
}

beforeEach(forgetAll);

afterEach(() => {
	restoreClock();
	performance.now = elapsed;
});

/** What differs between credentials and does not count at the service. */
const account = (number: number) => ({
	...accounts(sandbox().url).naxonApi,
	headerName: `X-Token-${number}`,
});

test('executions leave nothing behind once the minute is over that Calls per Minute counts', async () => {
	let later = 0;
	performance.now = () => elapsed() + later;
	const job = (number: number): Job => ({
		node: 'naxon',
		credentials: { naxonApi: account(number) },
		parameters: {
			resource: 'model',
			operation: 'getAll',
			limit: 1,
			requestOptions: { callsPerMinute: 1000 },
		},
	});
	const counts = { executions: 0, most: 0, kept: 0 };
	let heap = 0;
	for (let number = 0; number < EXECUTIONS; number++) {
		const { json, error } = await runNode(job(number));
		expect([json.length, error]).toEqual([1, undefined]);
		counts.executions += 1;
		counts.most = Math.max(counts.most, countKept());
		if (number % 50 === 49) later += 61_000;
		if (number === 50) heap = await heapMegabytes();
	}
	later += 61_000;
	await runNode(job(EXECUTIONS));
	counts.kept = countKept();
	note('executions', counts);
	// Each credential has a count of its own for a minute.
	expect(counts.most).toBeGreaterThan(30);
	expect(counts.most).toBeLessThanOrEqual(51);
	expect(counts.kept).toBe(1);
	expect((await heapMegabytes()) - heap).toBeLessThan(HEAP_MB);
});

test('an execution remembers nothing of the ones before it: each sends what it is to send', async () => {
	const times = WHOLE ? 500 : 40;
	const { kodaOAuth2Api } = accounts(sandbox().url);
	const chats = (await sandbox().state<{ chats: Array<{ platformUserId: string }> }>('koda')).chats;
	const user = chats[0].platformUserId;
	for (let number = 0; number < times; number++) {
		const { error } = await runNode({
			node: 'koda',
			credentials: { kodaOAuth2Api },
			parameters: {
				resource: 'chat',
				operation: 'enableModeratorMode',
				bot: byId(BOT),
				chat: byId(user),
				options: {},
			},
		});
		expect(error).toBeUndefined();
	}
	const sent = await sandbox().requests('koda', 'chat.enableModeratorMode');
	note('effects', { executions: times, sent: sent.length });
	expect(sent).toHaveLength(times);
});

test('credentials that webhooks read are forgotten when they are no longer fresh', async () => {
	let later = 0;
	performance.now = () => later;
	const getCredentials = jest.fn(async () => await Promise.resolve({} as IDataObject));
	const trigger = (number: number) =>
		({
			getNode: () => ({ credentials: { naxonApi: { id: String(number), name: 'Account' } } }),
			getWorkflow: () => ({ id: 'workflow' }),
			getCredentials,
			getRequestObject: () => ({}),
		}) as unknown as IWebhookFunctions;
	const calls = WHOLE ? 20_000 : 2000;
	let most = 0;
	for (let number = 0; number < calls; number++) {
		await credentialOf(trigger(number), 'naxonApi');
		later += 100;
		most = Math.max(most, countKept());
	}
	note('webhooks', { calls, most });
	expect(getCredentials).toHaveBeenCalledTimes(calls);
	expect(most).toBeLessThanOrEqual(101);
});

test('polls of many workflows leave nothing behind, and each gets its own', async () => {
	const counts = { polls: 0, happened: 0, lost: 0, doubled: 0, odd: 0, largestState: 0, kept: 0 };
	let heap = 0;
	await expectEach(EVENTS, async (event) => {
		// Two workflows with the same node, at the same time.
		const runs = ['one', 'two'].map((workflow) => new Run(event, { tellsTime: true, workflow }));
		for (const run of runs) await run.publish();
		for (let poll = 0; poll < POLLS; poll++) {
			for (const [index, run] of runs.entries()) {
				run.pass(1);
				if (poll % (index + 2) === 0 && (event.dated || poll < 20))
					run.happen(event.dated ? 20 : 2);
			}
			await Promise.all(runs.map(async (run) => await run.poll()));
			// As where there is a network, so that waits can end.
			await new Promise(setImmediate);
			counts.polls += runs.length;
		}
		for (const run of runs) {
			const verdict = await run.settle();
			counts.happened += verdict.happened;
			counts.lost += verdict.lost.length;
			counts.doubled += verdict.doubled.length;
			counts.odd += verdict.odd.length;
			counts.largestState = Math.max(counts.largestState, verdict.largest);
			// It holds an ID and a time of each that a day brought.
			const most = event.keepsDay ? 100 * verdict.happened : 12_000;
			expect(verdict.largest).toBeLessThan(most);
			const { lost, doubled, odd, errors } = verdict;
			expect({ lost, doubled, odd, errors }).toEqual({
				lost: [],
				doubled: [],
				odd: [],
				errors: [],
			});
			expect(verdict.happened).toBeGreaterThan(5);
		}
		// Of the second event on: by then, all is loaded that is loaded once.
		if (event === EVENTS[1]) heap = await heapMegabytes();
		counts.kept = Math.max(counts.kept, countKept());
	});
	note('polls', counts);
	expect(counts.kept).toBe(0);
	expect((await heapMegabytes()) - heap).toBeLessThan(HEAP_MB);
});
