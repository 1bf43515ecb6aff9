import { BOT, byId } from '../../../engine/jobs';
import { until } from '../../../scripts/n8n/patience';
import { startPlayground, type Playground } from '../../../scripts/n8n/playground';
import type { N8nProcess } from '../../../scripts/n8n/process';
import { startQueueInstance, type QueueInstance } from '../../../scripts/n8n/queue';
import { chained, packNode, START } from '../build';
import { startedBy } from '../queue/crew';
import { versionIn } from './disk';
import type { Registry } from './registry';

/** A process that finds nothing in its folder installs what the database names. */
const REINSTALL = { N8N_REINSTALL_MISSING_PACKAGES: 'true' };

/** Packages of nodes in queue mode, where each process has a folder of its own: main installs, workers run. */
export function queueTests(given: () => { name: string; registry: Registry }): void {
	let playground: Playground<QueueInstance>;
	let workflowId: string;
	/** Runs when main installs the pack. */
	let early: N8nProcess;
	/** Starts after main has installed it. */
	let fresh: N8nProcess;

	const versionAt = (part: N8nProcess) => versionIn(part.folder, given().name);

	/** Waits until a worker and the webhook process have said `count` times that they have followed main. */
	async function followed(worker: N8nProcess, what: 'installed' | 'uninstalled', count = 1) {
		const words = `Community package ${what}: ${given().name}`;
		const parts = [worker, playground.n8n.webhookProcess];
		const times = (part: N8nProcess) => part.log().split(words).length - 1;
		await until(
			async () => Math.min(...parts.map(times)),
			(least) => least >= count,
			() => `${worker.log()}\nNo "${words}"`,
		);
		return parts.map(versionAt);
	}

	/** Reads KODA's chats; answers how that went, and where. */
	async function run() {
		const { api, workers } = playground.n8n;
		const { id, status, error } = await api.finished(await api.run(workflowId, START.name));
		const ranOn = workers.filter((worker) => startedBy(worker).includes(id));
		return { status, message: error?.message, urls: ranOn.map(({ url }) => url) };
	}

	const wellOn = ({ url }: N8nProcess) => ({ status: 'success', message: undefined, urls: [url] });

	beforeAll(async () => {
		const { name, registry } = given();
		playground = await startPlayground(async (installation) => {
			const options = { workers: 1, settings: registry.environment };
			const n8n = await startQueueInstance(installation, undefined, options);
			await n8n.api.packages.install(name, '0.1.0');
			return n8n;
		});
		[early] = playground.n8n.workers;
		const chats = packNode(playground, {
			name: 'Chats',
			type: 'koda',
			parameters: { resource: 'chat', operation: 'getAll', bot: byId(BOT) },
			credential: 'kodaOAuth2Api',
		});
		const workflow = chained('Needs the pack', [START, chats]);
		({ id: workflowId } = await playground.n8n.api.createWorkflow(workflow));
	});

	afterAll(async () => await playground?.stop());

	it('a worker and a webhook process that run install what main installs', async () => {
		expect(await followed(early, 'installed')).toEqual(['0.1.0', '0.1.0']);
		expect(await run()).toEqual(wellOn(early));
	});

	it('a worker with an empty folder installs the pack when it starts, and runs what needs it', async () => {
		await early.end();
		fresh = await playground.n8n.addWorker(REINSTALL);
		expect(versionAt(fresh)).toBe('0.1.0');
		expect(await run()).toEqual(wellOn(fresh));
	});

	it('an update reaches what runs, and not a worker that does not', async () => {
		await playground.n8n.api.packages.update(given().name, '0.1.1');
		expect(await followed(fresh, 'installed', 2)).toEqual(['0.1.1', '0.1.1']);
		expect(await run()).toEqual(wellOn(fresh));
		await early.start(REINSTALL);
		expect(versionAt(early)).toBe('0.1.0');
		await early.end();
	});

	it('uninstalled, it is gone from what runs, and nothing is run without it', async () => {
		await playground.n8n.api.packages.uninstall(given().name);
		expect(await followed(fresh, 'uninstalled')).toEqual([undefined, undefined]);
		await expect(run()).rejects.toThrow(`Unrecognized node type: ${given().name}.koda`);
	});
}
