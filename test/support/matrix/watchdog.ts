/** Seconds after which a run that only waits counts as hung: far above Timeout and waits, also where unpacking is slow. */
const HUNG_SECONDS = 150;

/**
 * What `work` gives, or undefined when it hangs; it is then told to `stop`. Only seconds in which the process is idle
 * now and then are counted, so that a busy machine makes nothing hang.
 */
export async function unlessHung<T>(
	work: () => Promise<T>,
	stop: () => void = () => undefined,
): Promise<T | undefined> {
	let seconds = 0;
	let timer: NodeJS.Timeout | undefined;
	const hung = new Promise<undefined>((resolve) => {
		timer = setInterval(() => {
			if (++seconds < HUNG_SECONDS) return;
			resolve(undefined);
			stop();
		}, 1000);
	});
	try {
		return await Promise.race([work(), hung]);
	} finally {
		clearInterval(timer);
	}
}
