/** Command line: `tsx sandbox/main.ts [--port N] [--traffic FILE] [--seeded-from DATE] [--until-stdin-closes]`. */
import { parseArgs } from 'node:util';
import { startSandbox } from './server';

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '0' },
			traffic: { type: 'string' },
			'seeded-from': { type: 'string' },
			'until-stdin-closes': { type: 'boolean', default: false },
		},
	});
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		throw new Error(`--port needs a number from 0 to 65535, not ${values.port}`);
	}
	const date = values['seeded-from'];
	const seededFrom = date === undefined ? undefined : Date.parse(date);
	if (Number.isNaN(seededFrom)) throw new Error(`--seeded-from needs a date, not ${date}`);
	const running = await startSandbox({ port, traffic: values.traffic, seededFrom });
	let stopping = false;
	const stop = () => {
		if (stopping) return;
		stopping = true;
		void running.close().then(() => process.exit(0));
	};
	process.on('SIGTERM', stop);
	process.on('SIGINT', stop);
	if (values['until-stdin-closes']) process.stdin.on('close', stop).on('end', stop).resume();
	process.stdout.write(`${JSON.stringify({ url: running.url })}\n`);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
