import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../shared/call/client';
import { inParallel } from '../../shared/call/concurrency';
import type { Fields } from '../../shared/fields/fields';
import { withContext } from '../../shared/fields/nodeError';
import { textKey } from '../../shared/fields/sameText';
import { hintAtDryRun } from '../../shared/node/dryRun';
import type { Made, RunAllContext } from '../../shared/node/operation';
import type { Found, Thing, Wanted, Words } from './knowledge';

type Context<Operations, Values extends { dryRun: boolean }> = RunAllContext<Operations, Values>;

/**
 * All items as things. `read` makes one of an item's fields; `field` is the one that tells them apart, by its `keyOf`.
 * Throws NodeOperationError, before anything is sent, for the first that is none, or has the value of another.
 */
export function readAll<Operations, Values extends { dryRun: boolean }, W extends Wanted>(
	{ fieldsOf, items }: Context<Operations, Values>,
	field: keyof Values & string,
	one: string,
	read: (fields: Fields<Values>) => W,
	keyOf: (value: string) => string = textKey,
): W[] {
	const known = new Map<string, number>();
	return items.map((_, index) => {
		const own = fieldsOf(index);
		const wanted = read(own);
		const key = keyOf(wanted.value);
		const other = known.get(key);
		if (other !== undefined) {
			own.fail(
				field,
				`is '${wanted.value}' for item ${other}, too`,
				`Nothing was sent. Each ${one} needs a value of its own.`,
			);
		}
		known.set(key, index);
		return wanted;
	});
}

/** What makes a knowledge base equal to all input items. */
interface Sync<Operations, Values extends { dryRun: boolean }, W extends Wanted> {
	context: Context<Operations, Values>;
	words: Pick<Words, 'many'>;
	all: W[];
	/** What is there of each value. */
	find: (all: W[]) => Promise<Map<string, Found>>;
	isUnclear: (found: Found) => boolean;
	/** What is there of one. Throws NodeOperationError when it cannot be told which is meant. */
	pick: (api: Client<Operations>, wanted: W, found: Found) => Thing[];
	/** What is there and not wanted; looked up before anything is changed, after those that are wanted. */
	findMissing: (found: Map<string, Found>) => Promise<Thing[]>;
	/** Makes one as wanted; answers its output item. */
	make: (own: Client<Operations>, wanted: W, current: Thing[]) => Promise<IDataObject>;
	/** Tells of one that it is done, well or not. */
	isDone?: (wanted: W) => void;
	/** What is to be done at last, with the items of all; answers those of the missing. */
	finish: (missing: Thing[], isWell: boolean, made: Made[]) => Promise<Made[]>;
}

/** Makes the things as wanted; answers the output items. */
export async function syncAll<Operations, Values extends { dryRun: boolean }, W extends Wanted>({
	context,
	words: { many },
	all,
	find,
	isUnclear,
	pick,
	findMissing,
	make,
	isDone,
	finish,
}: Sync<Operations, Values, W>): Promise<Made[][]> {
	const { api, part, concurrency } = context;
	const { fields } = context as unknown as RunAllContext<Operations, { dryRun: boolean }>;
	if (fields.get('dryRun')) hintAtDryRun(api);

	// Everything is looked up before anything is changed.
	const found = await find(all);
	const missing = await findMissing(found);

	let done = 0;
	const made: Made[] = [];
	const doOne = async (index: number) => {
		const wanted = all[index];
		const own = api.for(`${wanted.key} ${wanted.value}`, index);
		made[index] = await part([index], async () => {
			const current = pick(own, wanted, found.get(wanted.value)!);
			const item = await make(own, wanted, current);
			done++;
			return item;
		});
		isDone?.(wanted);
	};
	const indexes = all.map((_, index) => index);
	const unclear = indexes.filter((index) => isUnclear(found.get(all[index].value)!));
	for (const index of unclear) await doOne(index);
	const rest = indexes.filter((index) => made[index] === undefined);
	await inParallel(rest.length, concurrency, async (index) => await doOne(rest[index])).catch(
		(reason: Error) => {
			const progress = `Progress: ${done} of ${all.length} ${many} were as wanted when the node stopped.`;
			throw withContext(reason, { after: `${progress} Running it again goes on from there.` });
		},
	);
	const others = await finish(missing, done === all.length, made);
	return [[...made, ...others]];
}
