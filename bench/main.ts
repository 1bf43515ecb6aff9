/**
 * `npm run bench`: measures this pack beside the HTTP Request node and a bare client, and prints tables.
 * `-- --json` prints the figures as JSON instead, `--write` puts the tables into docs/performance.md,
 * `--only W1,W5` takes some workloads, `--rounds N` measures each N times.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import prettier from 'prettier';

import { installN8n, type N8nInstallation } from '../scripts/n8n/install';
import { step } from '../scripts/n8n/progress';
import { runCommand, startProcess, stopProcess, stopProcesses, tail } from '../scripts/processes';
import { profileTable, rowsOf, tableOf, type Sample } from './report';
import { measureTrigger, trigger } from './trigger';
import type { Workload } from './workload';
import { BARE } from './ways';
import { workloads } from './workloads';
import { overhead } from './workloads/overhead';

const ROOT = join(__dirname, '..');
const PAGE = join(ROOT, 'docs', 'performance.md');
const markers = { start: '<!-- bench:start -->', end: '<!-- bench:end -->' };

interface Service {
	url: string;
	stop: () => Promise<void>;
}

async function startService(): Promise<Service> {
	const args = ['--import', 'tsx', join(ROOT, 'bench', 'server.ts')];
	const child = startProcess(process.execPath, args, { cwd: ROOT });
	let errors = '';
	child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
	const line = await new Promise<string>((resolve, reject) => {
		createInterface({ input: child.stdout }).once('line', resolve);
		child.once('close', () => reject(new Error(`The service did not start:\n${tail(errors)}`)));
	});
	const { url } = JSON.parse(line) as { url: string };
	return { url, stop: async () => await stopProcess(child) };
}

/** Runs a workload once in one way and size, in a process of its own with n8n's Node and modules. */
async function measure(
	{ node, folder }: N8nInstallation,
	args: { workload: string; way: string; size: number; url: string; profile?: boolean },
): Promise<Record<string, number>> {
	const { workload, way, size, url, profile } = args;
	const home = await mkdtemp(join(tmpdir(), 'bench-'));
	const options = ['--expose-gc', '--require', join(__dirname, 'n8n.cjs'), '--import', 'tsx'];
	const script = [join(__dirname, 'worker.ts'), workload, way, String(size), url];
	if (profile) script.push('profile');
	const child = startProcess(node, [...options, ...script], {
		cwd: ROOT,
		env: { ...process.env, N8N_MODULES: join(folder, 'node_modules'), N8N_USER_FOLDER: home },
	});
	let [output, errors] = ['', ''];
	child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
	const status = await new Promise((resolve) => child.once('close', resolve));
	await rm(home, { recursive: true, force: true });
	if (status !== 0) throw new Error(`${workload}, ${way}, ${size}: ${tail(errors)}`);
	return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Record<string, number>;
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
	const [{ model }] = cpus();
	return {
		n8n: n8n.version,
		node,
		cores: cpus().length,
		processor: model,
		date: new Date().toISOString().slice(0, 10),
	};
}

async function writeTables(text: string): Promise<void> {
	const page = await readFile(PAGE, 'utf8');
	const [start, end] = [page.indexOf(markers.start), page.indexOf(markers.end)];
	if (start < 0 || end < start)
		throw new Error(`${PAGE} needs ${markers.start} and ${markers.end}`);
	const whole = `${page.slice(0, start + markers.start.length)}\n\n${text}\n\n${page.slice(end)}`;
	const options = await prettier.resolveConfig(PAGE);
	await writeFile(PAGE, await prettier.format(whole, { ...options, filepath: PAGE }));
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			json: { type: 'boolean', default: false },
			write: { type: 'boolean', default: false },
			only: { type: 'string' },
			rounds: { type: 'string' },
		},
	});
	const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
	if (rounds !== undefined && !(Number.isInteger(rounds) && rounds > 0)) {
		throw new Error(`--rounds needs a number from 1 on, not ${values.rounds}`);
	}
	const wanted = values.only?.split(',');
	const isWanted = ({ name }: { name: string }) => wanted?.includes(name.split(' ')[0]) ?? true;

	const n8n = await installN8n();
	await step('Building the nodes', async () => {
		const gulp = join(ROOT, 'node_modules', 'gulp', 'bin', 'gulp.js');
		const logFile = join(ROOT, 'coverage', 'build.log');
		await runCommand(process.execPath, [gulp, 'build'], { cwd: ROOT, logFile });
	});
	const service = await startService();
	const samples: Sample[] = [];
	for (const workload of workloads.filter(isWanted)) {
		samples.push(
			...(await step(
				workload.name,
				async () => await runWorkload(n8n, workload, service.url, rounds),
			)),
		);
	}
	const times = isWanted(overhead)
		? await step('A profile', async () => await profile(n8n, service.url))
		: undefined;
	await service.stop();
	if (isWanted(trigger)) {
		samples.push(...(await step(trigger.name, async () => await measureTrigger(n8n, rounds))));
	}
	const rows = rowsOf(samples);
	const about = machine(n8n);
	if (values.json) {
		console.log(JSON.stringify({ ...about, rows, times }, undefined, '\t'));
		return;
	}
	const text = [
		`Measured on ${about.date}: n8n ${about.n8n}, Node.js ${about.node}, ${about.cores} cores (${about.processor}).`,
		...[...workloads, trigger].filter(isWanted).flatMap(({ name, what, unit }) => {
			const own = rows.filter(({ workload }) => workload === name);
			const medians = `Medians of ${own[0].runs} runs; Ratio is to the time of ${own[1].way}.`;
			return [`### ${name}`, `${what} ${medians}`, tableOf(own, unit)];
		}),
		...(times ? ['### Profile of W8', profileTable(times, PROFILED)] : []),
	].join('\n\n');
	console.log(text);
	if (values.write) await writeTables(text);
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
