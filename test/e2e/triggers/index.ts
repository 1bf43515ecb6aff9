import { setTimeout as sleep } from 'node:timers/promises';
import type { Execution, Workflow } from '../../../scripts/n8n/api';
import { itemsOf } from '../../../scripts/n8n/api';
import { until } from '../../../scripts/n8n/patience';
import type { Playground } from '../../../scripts/n8n/playground';
import { chained, EVERY_SECONDS, packNode, POLL_TIMES } from '../build';
import { createRunner } from '../workflows/runner';
import { nameOf, WATCHED, World, type Happened, type Watched } from './happenings';

type Stored = Workflow & { id: string; versionId: string };

/** A workflow that consists of the trigger. */
function workflowOf(watched: Watched, playground: Playground): Workflow {
	const { node, credential, event, parameters: own } = watched;
	const parameters = { pollTimes: POLL_TIMES, event, ...own };
	return chained(nameOf(watched), [
		packNode(playground, { name: 'Trigger', type: node, parameters, credential }),
	]);
}

/** Published workflows, one for each event, while things happen and n8n is restarted, or left running. */
export function triggerTests(playground: () => Playground, restarts = true): void {
	const stored = new Map<string, Stored>();
	/** What happened so far. */
	const happened: Happened = new Map();
	let world: World;

	function add(more: Happened) {
		for (const [name, keys] of more) happened.set(name, [...(happened.get(name) ?? []), ...keys]);
	}

	/** Everything that the workflow of an event was started with, in order. */
	async function started(watched: Watched): Promise<string[]> {
		const { api } = playground().n8n;
		const ids = await api.executionIds(stored.get(nameOf(watched))?.id ?? '');
		const executions: Execution[] = [];
		for (const id of ids.toReversed()) executions.push(await api.finished(id));
		const odd = executions.filter(({ status, mode }) => status !== 'success' || mode !== 'trigger');
		expect(odd.map(({ error, status, mode }) => [status, mode, error?.message])).toEqual([]);
		return executions.flatMap((execution) => itemsOf(execution, 'Trigger').map(watched.keyOf));
	}

	/** Waits until every workflow was started with as much as happened. Throws when that takes too long. */
	async function untilStarted() {
		for (const watched of WATCHED) {
			const name = nameOf(watched);
			const wanted = happened.get(name)?.length ?? 0;
			await until(
				async () => await started(watched),
				({ length }) => length >= wanted,
				({ length }) => `${name}: ${length} of ${wanted} have started`,
			);
		}
	}

	beforeAll(async () => {
		const { n8n } = playground();
		world = await World.open(playground());
		for (const watched of WATCHED) {
			const workflow = await n8n.api.createWorkflow(workflowOf(watched, playground()));
			stored.set(nameOf(watched), workflow);
			await n8n.api.publish(workflow);
		}
		// n8n answers before a trigger has looked for the first time, and what happens before that is old.
		for (const workflow of stored.values()) {
			const hasLooked = async () => await n8n.api.hasLooked(workflow);
			await until(hasLooked, Boolean, () => `${workflow.name} has not looked.`);
		}
	});

	afterAll(async () => {
		for (const workflow of stored.values()) await playground().n8n.api.unpublish(workflow);
	});

	it(`misses nothing${restarts ? ' before, during and after a restart of n8n' : ''}`, async () => {
		const { n8n } = playground();
		const { run } = createRunner(playground);
		const publish = async () => await run('ship-a-bot');
		add(await world.happen(publish));
		// n8n keeps a poll's place before it stores what the poll gave, and waits for neither when it is stopped.
		await untilStarted();
		if (restarts) {
			await n8n.end();
			add(await world.happen());
			await n8n.start();
			add(await world.happen(publish));
			await untilStarted();
		}
		for (const keys of happened.values()) expect(keys.length).toBeGreaterThan(restarts ? 1 : 0);
		// Twice as long as it takes to look again.
		await sleep(2 * EVERY_SECONDS * 1000);
	});

	it.each(WATCHED)('starts once on each $event of $node', async (watched) => {
		const wanted = happened.get(nameOf(watched)) ?? [];
		expect((await started(watched)).sort()).toEqual(wanted.toSorted());
	});

	it('keeps to the contracts', async () => {
		const all = await playground().sandbox.requests();
		const bad = all.filter(({ status, contractErrors }) => status >= 400 || contractErrors.length);
		expect(bad.map(({ operationId, status }) => [operationId, status])).toEqual([]);
	});
}
