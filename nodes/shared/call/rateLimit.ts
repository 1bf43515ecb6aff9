import { perProcess } from './perProcess';

const MINUTE_MS = 60_000;

/** A run that waits asks more often than that, or it has no more calls that wait. */
const LEASE_MS = 2000;

/** After this long a run asks again that waits for another one's turn. */
const SOON_MS = 50;

/** What is counted together: when calls started, and which runs wait for their turn, until when if they do not ask again. */
interface Count {
	started: number[];
	line: Map<object, number>;
}

/** For all runs of this process. */
const counts = perProcess(() => new Map<string, Count>());

/**
 * Takes a turn of the calls of `key`, of which at most `perMinute` may start within any 60 seconds, for the run `who`.
 * Answers 0 when it is taken, and else the milliseconds after which to ask again. Runs take turns, so that one with a
 * lower limit gets through beside one with a higher.
 */
export function takeTurn(key: string, perMinute: number, who: object): number {
	const now = performance.now();
	const count = counts.current.get(key) ?? { started: [], line: new Map<object, number>() };
	counts.current.set(key, count);
	forget(count, now);
	const { started, line } = count;
	const [first = who] = line.keys();
	const isFree = started.length < perMinute;
	if (isFree && first === who) {
		line.delete(who);
		started.push(now);
		forgetIdle(now);
		return 0;
	}
	line.set(who, now + LEASE_MS);
	return isFree ? SOON_MS : started[started.length - perMinute] + MINUTE_MS - now;
}

/** Forgets calls of more than a minute ago, and runs that ask no more. */
function forget({ started, line }: Count, now: number): void {
	const recent = started.findIndex((time) => time > now - MINUTE_MS);
	started.splice(0, recent < 0 ? started.length : recent);
	for (const [who, until] of line) if (until < now) line.delete(who);
}

function forgetIdle(now: number): void {
	for (const [key, count] of counts.current) {
		forget(count, now);
		if (count.started.length + count.line.size === 0) counts.current.delete(key);
	}
}
