import { table } from './n8n/demonstration';
import { demonstrations } from './n8n/demonstrations';
import { startInstance } from './n8n/instance';
import { momentLines } from './n8n/moments';
import { startPlayground, type Playground } from './n8n/playground';
import { stopProcesses } from './processes';

const PARENT_POLL_MS = 1000;
/** Exit status of a program that was told to stop before it was done, as shells have it. */
const STOPPED = 130;

/** Answers when Ctrl+C is pressed, when we are told to stop, and when whoever started us is gone. */
async function askedToStop(): Promise<void> {
	await new Promise<void>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, resolve);
		const parent = process.ppid;
		const watch = () => process.ppid === parent || resolve();
		setInterval(watch, PARENT_POLL_MS).unref();
	});
}

/** Runs the demonstrations and prints what went in and came out; answers whether all agreed. */
async function demonstrate(playground: Playground): Promise<boolean> {
	let agreed = true;
	for (const { workflow: file, title, run } of demonstrations) {
		const workflow = playground.workflows.find((candidate) => candidate.file === file);
		if (workflow === undefined) throw new Error(`workflows/${file}.json is missing.`);
		console.log(`\n${title}`);
		const rows = await run(playground, workflow);
		console.log(table(rows));
		agreed &&= rows.every(({ agrees }) => agrees);
	}
	return agreed;
}

function printAddress({ n8n, sandbox, workflows }: Playground) {
	console.log(`
  n8n       ${n8n.url}
  sign in   ${n8n.owner.email}  ${n8n.owner.password}
  sandbox   ${sandbox.url}

Example workflows:`);
	for (const { name, id } of workflows) console.log(`  ${name}\n    ${n8n.url}/workflow/${id}`);
	console.log('\nLet something happen that a trigger starts on, from another shell:');
	for (const line of momentLines(sandbox.url)) console.log(line);
	console.log('\nPress Ctrl+C to stop everything. Nothing is kept.');
}

/** Answers the exit status. */
async function main(once: boolean): Promise<number> {
	const stopping = askedToStop();
	const starting = startPlayground(startInstance);
	const playground = await Promise.race([starting, stopping]);
	if (playground === undefined) {
		console.log('\nStopping …');
		await stopProcesses();
		// What was starting ends with an error now that its processes are gone, and tidies up.
		await starting.then(async (late) => await late.stop()).catch(() => undefined);
		return STOPPED;
	}
	try {
		const agreed = await Promise.race([demonstrate(playground), stopping]);
		if (agreed === undefined) return STOPPED;
		if (!agreed) {
			console.log('\nWhat went in and what came out differ: see DIFFERS above.');
			return 1;
		}
		if (once) return 0;
		printAddress(playground);
		await stopping;
		return 0;
	} finally {
		console.log('\nStopping …');
		await playground.stop();
	}
}

main(process.argv.includes('--once')).then(
	(status) => process.exit(status),
	(error: unknown) => {
		console.error(`\n${error instanceof Error ? error.message : String(error)}`);
		process.exit(1);
	},
);
