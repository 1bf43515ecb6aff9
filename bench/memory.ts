import { readFileSync, writeFileSync } from 'node:fs';

const MEGABYTE = 1024 * 1024;

/** Forgets the peak so far, where the system can (Linux). */
export function forgetPeak(): void {
	globalThis.gc?.();
	if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5');
}

/** Most memory that the process had at one time since `forgetPeak`, or else since its start, in megabytes. */
export function peak(): number {
	if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
	const [, kilobytes] = /^VmHWM:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
	return Number(kilobytes) / 1024;
}

/** Memory of the process now, in megabytes. */
export const present = () => process.memoryUsage().rss / MEGABYTE;
