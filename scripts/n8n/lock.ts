import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 1000;

/** Whether a process with this id exists. */
export function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// EPERM: it exists and belongs to someone else.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

async function take(path: string): Promise<boolean> {
	const own = `${path}.${process.pid}`;
	await writeFile(own, String(process.pid));
	try {
		// A hard link appears whole or not at all, so nobody reads a lock without its owner's id.
		await link(own, path);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		return false;
	} finally {
		await rm(own, { force: true });
	}
}

/**
 * Runs `run` while holding the lock file at `path`, which names its owner's process id.
 * Waits as long as another living process holds it; a dead owner's lock is taken over.
 */
export async function withLock<T>(path: string, run: () => Promise<T>): Promise<T> {
	let told = false;
	while (!(await take(path))) {
		const owner = Number(await readFile(path, 'utf8').catch(() => 'gone'));
		if (!isRunning(owner)) {
			await rm(path, { force: true });
			continue;
		}
		if (!told) console.log(`Waiting for process ${owner}, which is installing the same n8n …`);
		told = true;
		await sleep(POLL_MS);
	}
	try {
		return await run();
	} finally {
		await rm(path, { force: true });
	}
}
