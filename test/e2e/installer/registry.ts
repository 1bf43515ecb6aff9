import axios from 'axios';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { npmCommand } from '../../../scripts/n8n/npm';
import { installPack } from '../../../scripts/n8n/pack';
import { freeUrl } from '../../../scripts/n8n/ports';
import { runCommand, startProcess, stopProcess } from '../../../scripts/processes';
import type { Tools } from '../../../scripts/packages/tools';

/** A registry of npm on this machine that knows what was published to it, and nothing else. */
export interface Registry {
	/** What a process needs in its environment so that the `npm` that it starts asks this registry. */
	environment: NodeJS.ProcessEnv;
	/** Publishes what npm would pack of the package in `folder`, as `version`. Answers its name. */
	publish(folder: string, version: string): Promise<string>;
	stop(): Promise<void>;
}

const config = (folder: string) => `
storage: ${join(folder, 'storage')}
packages:
  '**': { access: $all, publish: $all, unpublish: $all }
log: { type: stdout, format: json, level: warn }
`;

/** Starts it, in a folder of its own. */
export async function startRegistry({ verdaccio }: Tools): Promise<Registry> {
	const folder = await mkdtemp(join(tmpdir(), 'registry-'));
	const url = await freeUrl();
	const host = url.replace('http:', '');
	await writeFile(join(folder, 'config.yaml'), config(folder));
	const args = [verdaccio, '--config', join(folder, 'config.yaml'), '--listen', url];
	const server = startProcess(process.execPath, args, { cwd: folder });
	const stop = async () => {
		await stopProcess(server);
		await rm(folder, { recursive: true, force: true });
	};
	const answers = async () => await axios.get(`${url}/-/ping`, { proxy: false });
	while (!(await answers().catch(() => undefined))) {
		if (server.exitCode !== null) throw new Error('The registry did not start');
		await sleep(100);
	}

	// n8n names npm's own registry in each command; what comes last counts.
	const bin = join(folder, 'bin');
	await mkdir(bin);
	const path = process.env.PATH ?? '';
	const wrapper = `#!/bin/sh\nPATH='${path}' exec npm "$@" --registry=${url}/\n`;
	await writeFile(join(bin, 'npm'), wrapper);
	await chmod(join(bin, 'npm'), 0o755);

	return {
		environment: {
			PATH: `${bin}:${path}`,
			// n8n asks npm's registry itself before it asks npm: nothing is to leave this machine.
			HTTPS_PROXY: 'http://127.0.0.1:9',
			NO_PROXY: '127.0.0.1,localhost',
		},
		async publish(source, version) {
			const temporary = await mkdtemp(join(folder, 'published-'));
			const name = await installPack(source, temporary);
			const unpacked = join(temporary, 'node_modules', name);
			const file = join(unpacked, 'package.json');
			const manifest = JSON.parse(await readFile(file, 'utf8')) as object;
			await writeFile(file, JSON.stringify({ ...manifest, version }));
			const { command, args: before } = npmCommand();
			const flags = ['--ignore-scripts', '--provenance=false', `--registry=${url}/`];
			const token = `--${host}/:_authToken=anybody`;
			await runCommand(command, [...before, 'publish', ...flags, token], {
				cwd: unpacked,
				logFile: join(folder, 'publish.log'),
			});
			return name;
		},
		stop,
	};
}
