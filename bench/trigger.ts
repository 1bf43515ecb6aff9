import { join } from 'node:path';

import type { N8nInstallation } from '../scripts/n8n/install';
import { startInstance } from '../scripts/n8n/instance';
import { Caller, listeners, notification } from './deliveries';
import type { Sample } from './report';

const DELIVERIES = 1_000;
const IN_FLIGHT = 50;
const WARM_UP = 100;
const ROUNDS = 3;

export const trigger = {
	name: 'W6 trigger',
	what: `${DELIVERIES.toLocaleString('en')} notifications of Naxon, ${IN_FLIGHT} at a time, to a published workflow of one running n8n (SQLite): a trigger that checks a secret in a header, and one more node. Naxon Trigger reads its credential once in ten seconds, so this is its best case; n8n's Webhook node reads it for every call. n8n's own health page is the limit of its web server.`,
	unit: 'deliveries',
};

/** Measures the triggers in an n8n of its own, `rounds` times each, one after the other. */
export async function measureTrigger(
	installation: N8nInstallation,
	rounds = ROUNDS,
): Promise<Sample[]> {
	const n8n = await startInstance(installation, join(__dirname, '..'));
	const caller = new Caller(n8n, IN_FLIGHT);
	const samples: Sample[] = [];
	const add = (way: string, measures: Sample['measures']) =>
		samples.push({ workload: trigger.name, way, size: DELIVERIES, measures });
	try {
		const known = await listeners(n8n);
		const ways = Object.keys(known);
		for (const way of ways) await caller.start(known[way], WARM_UP, notification);
		for (let round = 0; round < rounds; round++) {
			for (const way of round % 2 ? ways.toReversed() : ways) {
				const { until: _, ...measures } = await caller.start(known[way], DELIVERIES, notification);
				add(way, measures);
			}
			const health = `${n8n.url}/healthz`;
			add('health page', await caller.call(DELIVERIES, async (http) => await http.get(health)));
		}
		return samples;
	} finally {
		await n8n.stop();
	}
}
