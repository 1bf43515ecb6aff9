/** Calls `task` with 0 … `count` - 1, `size` at a time. */
export async function inFlight(
	count: number,
	size: number,
	task: (index: number) => Promise<void>,
): Promise<void> {
	let next = 0;
	const worker = async () => {
		while (next < count) await task(next++);
	};
	await Promise.all(Array.from({ length: size }, worker));
}
