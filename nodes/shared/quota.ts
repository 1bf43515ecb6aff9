import { wait } from './pool';

const MINUTE_MS = 60_000;

/** When the calls of the last minute started, by what they are counted by; for all runs of this process. */
const started = new Map<string, number[]>();

/** Waits until fewer than `perMinute` calls of `key` started within the last 60 seconds, or `signal` is aborted. */
export async function turn(key: string, perMinute: number, signal: AbortSignal): Promise<void> {
	for (;;) {
		const since = Date.now() - MINUTE_MS;
		for (const [other, times] of started) {
			while (times.length > 0 && times[0] <= since) times.shift();
			if (times.length === 0) started.delete(other);
		}
		const times = started.get(key) ?? [];
		if (times.length < perMinute || signal.aborted) {
			times.push(Date.now());
			started.set(key, times);
			return;
		}
		await wait(times[times.length - perMinute] - since, signal);
	}
}
