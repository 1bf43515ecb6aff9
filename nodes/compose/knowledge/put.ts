import type { Client } from '../../shared/call/client';
import { byAge } from '../../shared/call/twins';
import type { KnowledgeBase, Note, Status, Thing, Wanted } from './knowledge';
import { takeBackTwin } from './twins';

/** Where a thing is put. */
export interface Place<Operations, W extends Wanted> {
	base: KnowledgeBase<Operations, W>;
	/** Of the input item. */
	api: Client<Operations>;
	/** Of the thing, the same for all items about it: it is created at most once in a run, whatever they find. */
	own: Client<Operations>;
	dry: boolean;
}

/** What became of a thing. */
export interface Put {
	status: Status;
	/** As it is now; in a dry run as it would be. */
	now: Thing;
	note?: Note;
}

/**
 * Creates or updates a thing, or leaves it alone when it is as wanted. `current` is what is there of it: of several, the
 * oldest that is as wanted stays. Throws NodeApiError as a call does.
 */
export async function put<Operations, W extends Wanted>(
	place: Place<Operations, W>,
	wanted: W,
	current: Thing[],
): Promise<Put> {
	const { api, own, base, dry } = place;
	const [there] = current;
	// What an earlier try of this run made of it, whose answer got lost.
	const takenBack = api.recalled<string>('takenBack');
	const note = takenBack === undefined ? undefined : { taken_back: takenBack };
	const begun = takenBack === undefined ? api.recalled<Status>('begun') : undefined;
	const [good] = current.filter((thing) => base.isCurrent(wanted, thing)).toSorted(byAge);
	if (good && current.length === 1) return { status: begun ?? 'unchanged', now: good, note };
	const next = good ?? base.next(wanted, there);
	const status = there ? 'updated' : 'created';
	if (dry) return { status, now: next };
	await api.once('begun', async () => status);
	if (good) {
		// What a run left behind that was stopped between making a new one and deleting the old.
		for (const thing of current) if (thing !== good) await base.remove(api, thing);
		return { status, now: good, note };
	}
	if (there && base.update) {
		await base.update(api, wanted, next);
		return { status, now: next, note };
	}
	const thing = await base.create(there ? api : own, wanted, next);
	const made = { api, own: there ? api : own, base, wanted, thing, before: current };
	const { first, isUnknown } = await takeBackTwin(made);
	if (first) {
		await api.once('takenBack', async () => thing!.id);
		return await put(place, wanted, [first, ...current]);
	}
	// As long as the new one cannot be seen, the old one is all there is.
	if (thing) for (const old of current) await base.remove(api, old);
	return {
		status,
		now: thing ?? next,
		note: { ...note, ...(isUnknown && { twin_unknown: true }) },
	};
}
