import { hashOf } from './contentIds';
import { OVERLAP } from './cursor';
import { aNumber, aText, orNone, recordOf, thingOf, tuple } from './form';

/** Something that is read on its own when it changes, such as a chat. */
export interface Thing<T> {
	/** Tells it from the others. */
	id: string;
	/** When it changed last, in milliseconds since 1970; NaN when that is not known: it is always read, as one of the future is. */
	at: number;
	/** What of it is another with every change. */
	content: unknown[];
	is: T;
}

/** When a thing had changed, and a hash of its content. */
type Mark = [at: number, content: string];

/** How things were when they were last read. Plain data, kept by n8n across restarts. */
export interface Marks {
	/** By a hash of the ID. */
	of: Record<string, Mark>;
	/** The latest change that was seen. */
	until: number;
	/** When a change was last found. Undefined once all was looked at again so long after it that nothing is shown late. */
	changed?: number;
}

/** The form of marks. */
export const isMarks = thingOf<Marks>({
	of: recordOf(tuple<Mark>(aNumber, aText)),
	until: aNumber,
	changed: orNone(aNumber),
});

/** How many are remembered, so that the state does not grow without end. The others are read again. */
const MOST = 1000;

/** Those of nothing, from a time on. */
export const marksFrom = (until: number): Marks => ({ of: {}, until });

const keyOf = ({ id }: Thing<unknown>) => hashOf([id]);

/** Whether a thing is not as it was when it was last read. */
export const isChanged = ({ of }: Marks, thing: Thing<unknown>): boolean =>
	of[keyOf(thing)]?.[1] !== hashOf(thing.content);

/** From when on things are looked at again: as long as something may be shown late, those of that time. */
export const lookFrom = ({ until, changed }: Marks): number =>
	changed === undefined ? until : until - OVERLAP;

/** Whether a thing has to be read. */
export const isToRead = (marks: Marks, thing: Thing<unknown>): boolean =>
	isChanged(marks, thing) || (marks.changed !== undefined && thing.at >= lookFrom(marks));

/** From when on a thing has to be read: what it had up to its mark is known. */
export const readFrom = ({ of }: Marks, thing: Thing<unknown>, since: number): number =>
	Math.max(since, (of[keyOf(thing)]?.[0] ?? -Infinity) - OVERLAP);

/** What a look came to. */
interface Looked {
	/** Those that were seen. */
	things: Array<Thing<unknown>>;
	/** Those of them that were to be read. */
	toRead: Array<Thing<unknown>>;
	/** Those of these that were read to their end. */
	read: Array<Thing<unknown>>;
	/** Whether all that there are were seen. */
	isWhole: boolean;
	/** Whether none can have been missed. */
	still: boolean;
	/** The present, in milliseconds since 1970. */
	now: number;
}

/** The marks after a look. */
export function marked(marks: Marks, { things, toRead, read, isWhole, still, now }: Looked): Marks {
	// A date in the future, or none, does not tell when the thing changes: it is read again.
	const own = read
		.filter(({ at }) => at <= now)
		.map((thing): [string, Mark] => [keyOf(thing), [thing.at, hashOf(thing.content)]]);
	// A date in the future must not hide what comes before it.
	const latest = things.reduce((last, { at }) => (at > last && at <= now ? at : last), -Infinity);
	// Where the latest is gone, the one before it is the latest.
	const reached = isWhole && latest > -Infinity ? latest : Math.max(latest, marks.until);
	const from = lookFrom(marks);
	const isNew = toRead.some(
		(thing) => thing.at >= from && thing.at <= now && isChanged(marks, thing),
	);
	const isOver = still && marks.changed !== undefined && now - marks.changed >= OVERLAP;
	const changed = isNew ? now : isOver ? undefined : marks.changed;
	return {
		of: { ...marks.of, ...Object.fromEntries(own) },
		until: still ? reached : marks.until,
		...(changed === undefined ? {} : { changed }),
	};
}

/** The marks of what changed since a time, no more than are remembered. */
export function marksSince({ of, ...rest }: Marks, since: number): Marks {
	const kept = Object.entries(of).filter(([, [at]]) => at >= since);
	const latest = kept.sort(([, [a]], [, [b]]) => b - a).slice(0, MOST);
	return { ...rest, of: Object.fromEntries(latest) };
}
