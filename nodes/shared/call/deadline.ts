import { sleep } from 'n8n-workflow';

/** So long what was aborted may take to end itself: n8n's request helper does at once, its OAuth2 client never. */
const GRACE_MS = 100;

/** Thrown when a task neither ended in time nor after it was aborted, so that its request was never sent. */
export class NeverSent extends Error {}

/**
 * What `task` gives within `ms` milliseconds. Its signal is aborted when they are over, or `cancelled` is; what it
 * then throws is thrown. Throws NeverSent when it hangs on all the same. Milliseconds above 2^31 are none.
 */
export async function withDeadline<T>(
	ms: number,
	cancelled: AbortSignal | undefined,
	task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
	const ending = new AbortController();
	const timer = AbortSignal.timeout(ms);
	const ends = [timer, cancelled].filter((signal) => signal !== undefined);
	let end = () => {};
	const over = new Promise<never>((_, reject) => {
		end = () => {
			ending.abort();
			void sleep(GRACE_MS).then(() => reject(new NeverSent('no answer in time')));
		};
	});
	for (const signal of ends) signal.addEventListener('abort', end, { once: true });
	if (cancelled?.aborted) end();
	try {
		return await Promise.race([task(ending.signal), over]);
	} finally {
		for (const signal of ends) signal.removeEventListener('abort', end);
	}
}
