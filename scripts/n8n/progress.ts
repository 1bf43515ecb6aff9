const TICK_MS = 1000;
const PLAIN_TICK_MS = 30_000;

/**
 * Runs one long step and shows how long it has been at it: a line that ticks every second in a
 * terminal, a line every 30 seconds elsewhere. Hands on what `run` answers or throws.
 */
export async function step<T>(text: string, run: () => Promise<T>): Promise<T> {
	const startedAt = Date.now();
	const seconds = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
	const terminal = process.stderr.isTTY;
	process.stderr.write(terminal ? `${text} …` : `${text} …\n`);
	const timer = setInterval(
		() => process.stderr.write(terminal ? `\r${text} … ${seconds()}` : `  … ${seconds()}\n`),
		terminal ? TICK_MS : PLAIN_TICK_MS,
	);
	try {
		const result = await run();
		process.stderr.write(terminal ? `\r${text}: ${seconds()}  \n` : `  done after ${seconds()}\n`);
		return result;
	} catch (error) {
		process.stderr.write(terminal ? '\n' : '');
		throw error;
	} finally {
		clearInterval(timer);
	}
}
