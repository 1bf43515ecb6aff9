import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

const GRACE_MS = 8000;
const TAIL_LINES = 25;
const windows = process.platform === 'win32';

export type Process = ChildProcessByStdio<Writable, Readable, Readable>;

const running = new Set<Process>();

/** The last lines of a program's output, for messages. */
export function tail(text: string): string {
	return text.trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
}

/** Starts a program with pipes for input and output, in a process group of its own. */
export function startProcess(
	command: string,
	args: string[],
	options: { cwd: string; env?: NodeJS.ProcessEnv },
): Process {
	const child = spawn(command, args, { ...options, stdio: 'pipe', detached: !windows });
	running.add(child);
	child.once('close', () => running.delete(child));
	child.once('error', () => running.delete(child));
	return child;
}

function signalGroup(child: Process, signal: NodeJS.Signals) {
	try {
		// The negative id reaches the whole group: what the program has started, too.
		if (windows) child.kill(signal);
		else if (child.pid !== undefined) process.kill(-child.pid, signal);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}

/**
 * Stops a process of ours and what it has started: SIGTERM, then SIGKILL after eight seconds or `graceMs`; with 0 only
 * SIGKILL. Answers when it has ended; one that has ended already is left alone.
 */
export async function stopProcess(child: Process, graceMs = GRACE_MS): Promise<void> {
	if (!running.has(child)) return;
	const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
	if (graceMs > 0) {
		const waiting = new AbortController();
		signalGroup(child, 'SIGTERM');
		const grace = sleep(graceMs, undefined, { signal: waiting.signal }).catch(() => undefined);
		await Promise.race([ended, grace]);
		waiting.abort();
	}
	signalGroup(child, 'SIGKILL');
	await ended;
}

/**
 * Starts a TypeScript program that prints `{ url }` as its first line, and stops when its input ends: with our process
 * at the latest. Throws with what it wrote when it does not come up; `what` names it.
 */
export async function startService(
	what: string,
	script: string[],
	cwd: string,
): Promise<{ url: string; process: Process }> {
	const child = startProcess(process.execPath, ['--import', 'tsx', ...script], { cwd });
	let errors = '';
	child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
	const line = await new Promise<string>((resolve, reject) => {
		createInterface({ input: child.stdout }).once('line', resolve);
		child.once('error', reject);
		child.once('close', () => reject(new Error(`${what} did not start:\n${tail(errors)}`)));
	});
	const { url } = JSON.parse(line) as { url: string };
	return { url, process: child };
}

/** Stops every process started here that still runs. */
export async function stopProcesses(): Promise<void> {
	await Promise.all([...running].map(async (child) => await stopProcess(child)));
}

/**
 * Runs a command to its end with everything it prints appended to `logFile`.
 * Throws, with the last lines of that log, when the command cannot start or ends with another
 * status than 0.
 */
export async function runCommand(
	command: string,
	args: string[],
	options: { cwd: string; env?: NodeJS.ProcessEnv; logFile: string },
): Promise<void> {
	const { logFile, ...rest } = options;
	const line = `${command} ${args.join(' ')}`;
	await mkdir(dirname(logFile), { recursive: true });
	await appendFile(logFile, `$ ${line}\n`);
	const child = startProcess(command, args, rest);
	child.stdin.end();
	let output = '';
	child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
	const status = await new Promise<number | string>((resolve) => {
		child.once('error', (error) => resolve(error.message));
		child.once('close', (code, signal) => resolve(code ?? signal ?? 1));
	});
	await appendFile(logFile, output);
	if (status === 0) return;
	const log = tail(await readFile(logFile, 'utf8'));
	throw new Error(`"${line}" ended with ${status}. Its output is in ${logFile} and ends:\n${log}`);
}
