/** Something that this n8n process keeps beyond one run. */
interface Kept<T> {
	current: T;
}

const resets: Array<() => void> = [];

/** Keeps what `make` gives for as long as the process runs. CONTRIBUTING.md lists what is kept, and why. */
export function perProcess<T>(make: () => T): Kept<T> {
	const kept = { current: make() };
	resets.push(() => {
		kept.current = make();
	});
	return kept;
}

/** Forgets all of it, as a restart of n8n does. */
export function forgetAll(): void {
	for (const reset of resets) reset();
}
