/** What may be there twice, since another process created the same at the same moment. */
export interface Twin {
	id: string;
	/** When the service says it was created, in milliseconds; undefined when it does not say. */
	at?: number;
}

/** What a look after creating came to. */
export type Verdict<T extends Twin> =
	/** Nothing else is there. */
	| { kind: 'alone' }
	/** The others were created after it; `left` are those that can still be seen, and may have been withdrawn. */
	| { kind: 'first'; others: T[]; left: T[] }
	/** `first` stays, and what was created is to be withdrawn. */
	| { kind: 'later'; first: T }
	/** The service does not show what was created, so it may hide others too. */
	| { kind: 'unseen' };

interface Looking<T extends Twin> {
	/** ID of what this run created. */
	own: string;
	/** All that count as the same, its own among them. */
	look: () => Promise<T[]>;
	wait: (seconds: number) => Promise<void>;
	/** Whether another one seems to be withdrawn, though it can still be seen: of those of one moment it does not stay. */
	seemsWithdrawn?: (other: T, own: T) => boolean;
}

/** So long another process has at least to withdraw what it created. */
export const GRACE_SECONDS = 3;

const isAtOnce = (one: Twin, other: Twin) =>
	one.at === undefined || other.at === undefined || one.at === other.at;

/** The order in which all processes see twins: by time, and by ID where that tells nothing. */
export const byAge = (one: Twin, other: Twin): number => {
	if (!isAtOnce(one, other)) return one.at! - other.at!;
	return one.id < other.id ? -1 : 1;
};

/**
 * Looks once more after something was created, and says what is to become of it: of several, the first stays, and each
 * process withdraws its own. So whoever is first looks again after a while. What is still there then was left by a process
 * that has ended; or, of what was created at the same moment, by one that looked too early to see this one: it stays.
 * Rejects as `look` does.
 */
export async function lookAfter<T extends Twin>({
	own,
	look,
	wait,
	seemsWithdrawn = () => false,
}: Looking<T>): Promise<Verdict<T>> {
	const begun = performance.now();
	const isOwn = ({ id }: Twin) => id === own;
	const seen = await look();
	const mine = seen.find(isOwn);
	if (!mine) return { kind: 'unseen' };
	const [first, ...others] = seen.toSorted(byAge);
	if (others.length === 0) return { kind: 'alone' };
	if (!isOwn(first)) return { kind: 'later', first };
	// The other process has to look and to withdraw, at the same service.
	await wait(GRACE_SECONDS + (3 * (performance.now() - begun)) / 1000);
	const again = await look();
	const now = again.find(isOwn) ?? mine;
	const left = again.filter((other) => !isOwn(other));
	const atOnce = left.find((other) => isAtOnce(other, mine) && !seemsWithdrawn(other, now));
	return atOnce ? { kind: 'later', first: atOnce } : { kind: 'first', others, left };
}
