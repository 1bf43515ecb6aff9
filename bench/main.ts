/**
 * `npm run bench`: measures this pack beside the HTTP Request node and a bare client, and prints tables.
 * `-- --json` prints the figures as JSON instead, `--write` puts the tables into docs/performance-tables.md,
 * `--only W1,W5` takes some workloads (and writes only their tables), `--rounds N` measures each N times, `--largest N`
 * leaves out sizes above N.
 */
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import prettier from 'prettier';

import { installN8n, type N8nInstallation } from '../scripts/n8n/install';
import { buildNodes } from '../scripts/n8n/playground';
import { step } from '../scripts/n8n/progress';
import { startService, stopProcess, stopProcesses } from '../scripts/processes';
import { measuresOf } from './child';
import { editor, measureEditor } from './editor';
import { measurePanels, panel } from './panel';
import { profileTable, rowsOf, tableOf, type Row, type Sample } from './report';
import { measureTrigger, trigger } from './trigger';
import { kinds, measureWebhooks, measureWorkers, webhooks } from './workers';
import type { Workload } from './workload';
import { BARE } from './ways';
import { workloads } from './workloads';
import { overhead } from './workloads/overhead';

const ROOT = join(__dirname, '..');
const PAGE = join(ROOT, 'docs', 'performance-tables.md');
const PROFILE = 'W8 profile';

/** Runs a workload once in one way and size. */
async function measure(
	n8n: N8nInstallation,
	args: { workload: string; way: string; size: number; url: string; profile?: boolean },
): Promise<Record<string, number>> {
	const { workload, way, size, url, profile } = args;
	const script = [workload, way, String(size), url, ...(profile ? ['profile'] : [])];
	try {
		return await measuresOf(n8n, 'worker.ts', script);
	} catch (error) {
		// The expressions of a large run can bring the whole process down, which is a result too.
		console.error((error as Error).message);
		return { lost: size, brokeDown: 1 };
	}
}

/** All ways in turn, and another way first in each round. */
async function runWorkload(
	n8n: N8nInstallation,
	{ name, ways, sizes, rounds }: Workload,
	url: string,
	wanted?: number,
): Promise<Sample[]> {
	const names = Object.keys(ways);
	const samples: Sample[] = [];
	for (const size of sizes) {
		for (let round = 0; round < (wanted ?? rounds); round++) {
			const first = round % names.length;
			for (const way of [...names.slice(first), ...names.slice(0, first)]) {
				const measures = await measure(n8n, { workload: name, way, size, url });
				samples.push({ workload: name, way, size, measures });
			}
		}
	}
	// In the order of the ways, not of the round.
	return samples.sort(
		(a, b) =>
			sizes.indexOf(a.size) - sizes.indexOf(b.size) || names.indexOf(a.way) - names.indexOf(b.way),
	);
}

const PROFILED = 5_000;

/** What an item's time is spent on, for every way through n8n. */
async function profile(n8n: N8nInstallation, url: string) {
	const times: Record<string, Record<string, number>> = {};
	for (const way of Object.keys(overhead.ways).filter((name) => name !== BARE)) {
		const args = { workload: overhead.name, way, size: PROFILED, url, profile: true };
		times[way] = await measure(n8n, args);
	}
	return times;
}

function machine(n8n: N8nInstallation) {
	const node = spawnSync(n8n.node, ['--version'], { encoding: 'utf8' }).stdout.trim();
	const model = cpus().at(0)?.model ?? 'unknown';
	return {
		n8n: n8n.version,
		node,
		cores: cpus().length,
		processor: model,
		date: new Date().toISOString().slice(0, 10),
	};
}

const marker = (name: string, edge: 'start' | 'end') => `<!-- ${name}: ${edge} -->`;

/** Replaces what stands between the markers of that name in docs/performance-tables.md. */
async function write(name: string, text: string): Promise<void> {
	const page = await readFile(PAGE, 'utf8');
	const start = page.indexOf(marker(name, 'start')) + marker(name, 'start').length;
	const end = page.indexOf(marker(name, 'end'));
	if (end < start) throw new Error(`${PAGE} has no place for ${name}`);
	const whole = `${page.slice(0, start)}\n\n${text}\n\n${page.slice(end)}`;
	const options = await prettier.resolveConfig(PAGE);
	await writeFile(PAGE, await prettier.format(whole, { ...options, filepath: PAGE }));
}

function readArguments() {
	const { values } = parseArgs({
		options: {
			json: { type: 'boolean', default: false },
			write: { type: 'boolean', default: false },
			only: { type: 'string' },
			rounds: { type: 'string' },
			largest: { type: 'string' },
		},
	});
	const numberOf = (name: 'rounds' | 'largest') => {
		const value = values[name] === undefined ? undefined : Number(values[name]);
		if (value === undefined || (Number.isInteger(value) && value > 0)) return value;
		throw new Error(`--${name} needs a number from 1 on, not ${values[name]}`);
	};
	const [rounds, largest] = [numberOf('rounds'), numberOf('largest')];
	const short = ({ name }: { name: string }) => name.split(' ')[0];
	const known = [...new Set([...workloads, trigger, ...kinds, webhooks, editor, panel].map(short))];
	const only = values.only?.split(',') ?? known;
	const unknown = only.find((name) => !known.includes(name));
	if (unknown !== undefined) throw new Error(`--only knows ${known.join(', ')}; not ${unknown}`);
	const isWanted = (workload: { name: string }) => only.includes(short(workload));
	return { json: values.json, write: values.write, rounds, largest, isWanted };
}

async function main(): Promise<void> {
	const { json, write: written, rounds, largest = Infinity, isWanted } = readArguments();
	const n8n = await installN8n();
	const about = machine(n8n);
	await buildNodes();
	const server = join(ROOT, 'bench', 'server.ts');
	const { url, process: service } = await startService('The service', [server], ROOT);
	const measured = `Measured on ${about.date}: n8n ${about.n8n}, Node.js ${about.node}, ${about.cores} cores (${about.processor}).`;
	const rows: Row[] = [];
	// At once: what comes later may fail.
	const publish = async (name: string, text: string) => {
		if (json) return;
		console.log(`### ${name}\n\n${text}\n`);
		if (written) await write(name, text);
	};
	const run = async (
		{ name, what, unit }: Pick<Workload, 'name' | 'what' | 'unit'>,
		measuring: () => Promise<Sample[]>,
	) => {
		const own = rowsOf(await step(name, measuring));
		rows.push(...own);
		const runs = own[0].runs === 1 ? 'One run' : `Medians of ${own[0].runs} runs`;
		const medians = `${runs}; Ratio is to the time of ${own[1].way}.`;
		await publish(name, `${[what, measured, medians].join(' ')}\n\n${tableOf(own, unit)}`);
	};
	for (const workload of workloads.filter(isWanted)) {
		const sizes = workload.sizes.filter((size) => size <= largest);
		if (sizes.length === 0) continue;
		await run(workload, async () => await runWorkload(n8n, { ...workload, sizes }, url, rounds));
	}
	const times = isWanted(overhead)
		? await step(PROFILE, async () => await profile(n8n, url))
		: undefined;
	if (times) {
		const what = `One run of ${PROFILED.toLocaleString('en')} items each; the service answers at once.`;
		await publish(PROFILE, `${what} ${measured}\n\n${profileTable(times, PROFILED)}`);
	}
	await stopProcess(service);
	if (isWanted(trigger)) await run(trigger, async () => await measureTrigger(n8n, rounds));
	for (const kind of kinds.filter(isWanted)) {
		await run(kind, async () => await measureWorkers(n8n, kind));
	}
	if (isWanted(webhooks)) await run(webhooks, async () => await measureWebhooks(n8n));
	if (isWanted(editor)) await run(editor, async () => await measureEditor(n8n, rounds));
	if (isWanted(panel)) await run(panel, async () => await measurePanels(n8n, rounds));
	if (json) console.log(JSON.stringify({ ...about, rows, times }, undefined, '\t'));
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.on(signal, () => void stopProcesses().then(() => process.exit(1)));
}
main()
	.catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	})
	.finally(() => void stopProcesses());
