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
	const takenBack = api.recalled<string>('takenBack');
	if (takenBack !== undefined) return await putAfter(place, takenBack, wanted, current);
	const [there] = current;
	// What an earlier try of this run made of it, whose answer got lost.
	const begun = api.recalled<Status>('begun');
	const [good] = current.filter((thing) => base.isCurrent(wanted, thing)).toSorted(byAge);
	if (good && current.length === 1) return { status: begun ?? 'unchanged', now: good };
	const next = good ?? base.next(wanted, there);
	const status = there ? 'updated' : 'created';
	if (dry) return { status, now: next };
	await api.once('begun', async () => status);
	const remove = async (thing: Thing) => await base.remove(api.about(thing.id), thing);
	if (good) {
		// What a run left behind that was stopped between making a new one and deleting the old.
		for (const thing of current) if (thing !== good) await remove(thing);
		return { status, now: good };
	}
	if (there && base.update) {
		await base.update(api.about(there.id), wanted, next);
		return { status, now: next };
	}
	const thing = await base.create(there ? api : own, wanted, next);
	const made = { api, own: there ? api : own, base, wanted, thing, before: current };
	const { first, isUnknown } = await takeBackTwin(made);
	if (first) {
		const id = await api.once('takenBack', async () => thing!.id);
		return await putAfter(place, id, wanted, [first, ...current]);
	}
	// As long as the new one cannot be seen, the old one is all there is.
	if (thing) for (const old of current) await remove(old);
	return { status, now: thing ?? next, note: isUnknown && { twin_unknown: true } };
}

/** The same once this run has taken back what it made: what it did for that is not done for what is there now. */
async function putAfter<Operations, W extends Wanted>(
	{ api, own, ...place }: Place<Operations, W>,
	takenBack: string,
	wanted: W,
	current: Thing[],
): Promise<Put> {
	const anew = { ...place, api: api.about(takenBack), own: own.about(takenBack) };
	const { note, ...done } = await put(anew, wanted, current);
	return { ...done, note: { taken_back: takenBack, ...note } };
}
