import type { Client } from '../../shared/call/client';
import { hintAtDryRun } from '../../shared/node/dryRun';
import type { KnowledgeBase, Thing, Wanted } from './knowledge';
import { put, type Put } from './put';
import { nameOf } from './twins';

interface Upsert<Operations, W extends Wanted> {
	api: Client<Operations>;
	itemIndex: number;
	base: KnowledgeBase<Operations, W>;
	wanted: W;
	/** The same for all items about it, so that they do not overtake each other, nor create it twice. */
	same: string;
	dry: boolean;
	/** What is there of it. Throws NodeOperationError when it cannot be told which is meant. */
	find: () => Promise<Thing[]>;
}

/** Finds a thing, and makes it as wanted. */
export async function findAndPut<Operations, W extends Wanted>({
	api,
	itemIndex,
	base,
	wanted,
	same,
	dry,
	find,
}: Upsert<Operations, W>): Promise<Put> {
	const own = api.for(same, itemIndex);
	// What this run has written itself, the service may show a moment late.
	const known = api.shared(`${base.words.one} ${same}`, (): { now?: Thing } => ({}));
	// A dry run changes nothing: it neither waits nor is waited for.
	return await api.exclusive(dry ? [] : [same], nameOf(base, wanted), async () => {
		const current = known.now ? [known.now] : await find();
		// Until the answer is here, nobody knows.
		known.now = undefined;
		const done = await put({ base, api, own, dry }, wanted, current);
		known.now = done.now;
		if (dry) hintAtDryRun(api);
		return done;
	});
}
