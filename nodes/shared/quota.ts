import { wait } from './pool';

const MINUTE_MS = 60_000;

/** When the calls of the last minute started, by what they are counted by; for all runs of this process. */
const started = new Map<string, number[]>();

/** Waits until fewer than `perMinute` calls of `key` started within the last 60 seconds, or `signal` is aborted. */
export async function turn(key: string, perMinute: number, signal: AbortSignal): Promise<void> {
	for (;;) {
		const since = Date.now() - MINUTE_MS;
		for (const [other, times] of started) {
			const recent = times.filter((time) => time > since);
			if (recent.length > 0) started.set(other, recent);
			else started.delete(other);
		}
		const times = started.get(key) ?? [];
		if (times.length < perMinute || signal.aborted) {
			started.set(key, [...times, Date.now()]);
			return;
		}
		await wait(times[times.length - perMinute] - since, signal);
	}
}
