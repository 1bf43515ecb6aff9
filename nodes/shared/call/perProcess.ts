/** Something that this n8n process keeps beyond one run. */
interface Kept<T> {
	current: T;
}

const all: Array<{ kept: Kept<unknown>; reset: () => void }> = [];

/** Keeps what `make` gives for as long as the process runs. CONTRIBUTING.md lists what is kept, and why. */
export function perProcess<T>(make: () => T): Kept<T> {
	const kept = { current: make() };
	const reset = () => {
		kept.current = make();
	};
	all.push({ kept, reset });
	return kept;
}

/** Forgets all of it, as a restart of n8n does. */
export function forgetAll(): void {
	for (const { reset } of all) reset();
}

/** How many entries what is kept has in all, as far as it can be counted. */
export const countKept = (): number =>
	all.reduce((sum, { kept: { current } }) => {
		const isCounted = current instanceof Map || current instanceof Set;
		return isCounted ? sum + current.size : sum;
	}, 0);
