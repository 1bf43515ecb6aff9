/** Command line: `tsx bench/worker.ts WORKLOAD WAY SIZE URL [profile]`. Does the work once to warm up and once to be measured; prints the measures, or whose time it was. */
import { performance } from 'node:perf_hooks';
import { GlobalConfig } from '@n8n/config';
import { Container } from '@n8n/di';
import { Expression } from 'n8n-workflow';

import { forgetPeak, peak, present } from './memory';
import { profiled } from './profile';
import type { Counts } from './server';
import { workloads } from './workloads';

/** What one run took. */
export interface Measures extends Counts {
	milliseconds: number;
	/** Processor time of the whole process, in milliseconds. */
	processor: number;
	/** Results that are missing or wrong. */
	lost: number;
	/** Megabytes of the whole process at most, and how many more than before the run. */
	peak: number;
	added: number;
}

const WARM_UP = 100;

/** Expressions as n8n evaluates them by default: in a virtual machine of their own. */
async function startExpressions(): Promise<void> {
	const { engine, idleTimeout, ...settings } = Container.get(GlobalConfig).expressionEngine;
	const idleTimeoutMs = idleTimeout === undefined ? undefined : idleTimeout * 1000;
	await Expression.initExpressionEngine({ ...settings, engine, idleTimeoutMs });
}

async function main([name, way, text, url, mode]: string[]): Promise<
	Measures | Record<string, number>
> {
	const workload = workloads.find((candidate) => candidate.name === name);
	const contestant = workload?.ways[way];
	if (!workload || !contestant) throw new Error(`There is no ${name} ${way}`);
	const size = Number(text);
	await startExpressions();
	const { behaviour, expected = () => size, warmUp = WARM_UP } = workload;
	const control = async (body?: object): Promise<Counts> => {
		const init = body && { method: 'POST', body: JSON.stringify(body) };
		// A connection that was kept may be closed by the time the work is done.
		const headers = { Connection: 'close' };
		return (await (await fetch(`${url}/control`, { ...init, headers })).json()) as Counts;
	};

	await control({ latency: behaviour.latency });
	const few = Math.min(size, warmUp);
	const warm = await contestant({ url, size: few });
	if ((await warm()) === 0 && expected(few) > 0) throw new Error(`${name} ${way} gives nothing`);
	const work = await contestant({ url, size });
	await control(behaviour);
	if (mode === 'profile') return await profiled(work);
	forgetPeak();
	const before = present();
	const processor = process.cpuUsage();
	const started = performance.now();
	const right = await work();
	const milliseconds = performance.now() - started;
	const { user, system } = process.cpuUsage(processor);
	const most = peak();
	return {
		milliseconds,
		processor: (user + system) / 1000,
		lost: expected(size) - right,
		peak: most,
		added: most - before,
		...(await control()),
	};
}

main(process.argv.slice(2)).then(
	(measures) => {
		process.stdout.write(`${JSON.stringify(measures)}\n`, () => process.exit(0));
	},
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
