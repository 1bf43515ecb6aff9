import { setTimeout as sleep } from 'node:timers/promises';

/** So long, in milliseconds, is waited for something that n8n does: far above what it takes, so that a busy machine fails nothing. */
export const PATIENCE_MS = 300_000;

interface Waiting {
	everyMs?: number;
	patienceMs?: number;
}

/** Asks again and again until the answer fits, and answers that. Throws what is `missing` after `patienceMs`. */
export async function until<T>(
	ask: () => Promise<T>,
	fits: (answer: T) => boolean,
	missing: (last: T) => string,
	{ everyMs = 200, patienceMs = PATIENCE_MS }: Waiting = {},
): Promise<T> {
	for (const deadline = Date.now() + patienceMs; ; await sleep(everyMs)) {
		const answer = await ask();
		if (fits(answer)) return answer;
		if (Date.now() > deadline) throw new Error(missing(answer));
	}
}
