import { chunk, once } from 'lodash';
import type { IDataObject, NodeApiError } from 'n8n-workflow';

import { inParallel } from '../../shared/call/concurrency';
import { withContext } from '../../shared/fields/nodeError';
import { textKey } from '../../shared/fields/sameText';
import type { Made, RunAllContext } from '../../shared/node/operation';
import { runsInParts } from '../../shared/node/runs';
import { namesOf, type KnowledgeBase, type Status, type Thing, type Wanted } from './knowledge';

/** The values of `syncFields`. */
interface Values {
	deleteMissing: boolean;
	deleteAtMost: number;
	dryRun: boolean;
}

/** As many are looked at once more before they are deleted, so that nobody can have changed them long since. */
const LOOKED_AT = 20;

interface Deletion<Operations, W extends Wanted> {
	base: KnowledgeBase<Operations, W>;
	context: RunAllContext<Operations, Values>;
	missing: Thing[];
	/** The output item of one. */
	itemOf: (thing: Thing, status: Status) => IDataObject;
}

/**
 * Throws NodeOperationError when things shall be deleted and the node is, or may be, given its items in several runs of
 * one execution: each run would delete what the others are about. n8n's Retry On Fail is the same run.
 */
export function failInParts<Operations>({ node, fields }: RunAllContext<Operations, Values>): void {
	if (!fields.get('deleteMissing') || !runsInParts(node)) return;
	fields.fail(
		'deleteMissing',
		'is on, but this node can run several times in one execution, each time with a part of the items',
		'Nothing was sent. Put the node where all items arrive at once: behind the loop, or behind a Merge node that brings all branches together. Or switch it off.',
	);
}

/** Of the things of a sync, those that are not wanted any more. Throws NodeOperationError when they are too many. */
export function missingOf<Operations>(
	{ fields }: RunAllContext<Operations, Values>,
	all: Thing[],
	wanted: Wanted[],
	many: string,
): Thing[] {
	const values = new Set(wanted.map(({ value }) => textKey(value)));
	const missing = all.filter(({ value }) => !values.has(textKey(String(value))));
	const most = fields.get('deleteAtMost');
	if (missing.length <= most) return missing;
	return fields.fail(
		'deleteAtMost',
		`is ${most}, and ${missing.length} ${many} would be deleted: ${namesOf(missing)}`,
		'Nothing was changed. If they shall go, raise it; otherwise look why the input items lack them.',
	);
}

/**
 * What the output item of a missing thing comes of: all input items, as none of them has it. So a node after this one can
 * refer to whatever they all come from.
 */
const allOf = <Operations>({ items }: RunAllContext<Operations, Values>): number[] => [
	...items.keys(),
];

/** Says of each missing thing that it stays, because not everything before went well. */
export function keepMissing<Operations, W extends Wanted>({
	context,
	missing,
	itemOf,
}: Deletion<Operations, W>): Made[] {
	if (missing.length === 0) return [];
	context.api.hint(`Not deleted, because not everything before went well: ${namesOf(missing)}`);
	const from = allOf(context);
	return missing.map((thing) => ({ json: itemOf(thing, 'kept'), from }));
}

/**
 * Deletes the missing things, but those that someone has changed since they were listed; answers the output items. Throws
 * NodeApiError, which names the one that could not be deleted and those that were.
 */
export async function deleteMissing<Operations, W extends Wanted>(
	{ base, context, missing, itemOf }: Deletion<Operations, W>,
	wanted: W[],
): Promise<Made[]> {
	const { api, fields, part, concurrency } = context;
	const { many } = base.words;
	const from = allOf(context);
	const dry = fields.get('dryRun');
	// What an earlier try of this run began to delete, and the service does not show any more, is gone.
	const begun = api.shared('deletions', () => new Map<string, Thing>());
	const left = new Set(missing.map(({ id }) => id));
	const deleted = [...begun.values()].filter(({ id }) => !left.has(id));
	const before = deleted.map((thing) => ({ json: itemOf(thing, 'deleted'), from }));

	const remove = async (thing: Thing) => {
		begun.set(thing.id, thing);
		const call = base.remove(api.about(thing.id), thing);
		await call.catch(async (reason: NodeApiError) => {
			// Someone else may have deleted it. But 404 alone may come of a wrong address.
			if (reason.httpCode === '404' && (await base.isGone(thing))) return;
			throw withContext(reason, { before: `${namesOf([thing])}: ` });
		});
		deleted.push(thing);
	};
	const looks = chunk(missing, LOOKED_AT).map((some) =>
		once(async () => await base.changed?.(some)),
	);
	const changed: Thing[] = [];
	const made: Made[] = [];
	await inParallel(missing.length, concurrency, async (index) => {
		const thing = missing[index];
		made[index] = await part(from, async () => {
			if (dry) return itemOf(thing, 'deleted');
			if ((await looks[Math.floor(index / LOOKED_AT)]())?.has(thing.id)) {
				changed.push(thing);
				return itemOf(thing, 'kept');
			}
			await remove(thing);
			return itemOf(thing, 'deleted');
		});
	}).catch((reason: Error) => {
		const how = `${deleted.length} of ${before.length + missing.length} ${many} were deleted`;
		const names = deleted.length > 0 ? `: ${namesOf(deleted)}` : '';
		throw withContext(reason, {
			after: `Progress: all ${wanted.length} ${many} were as wanted, and ${how} when the node stopped${names}. Running it again goes on from there.`,
		});
	});
	if (changed.length > 0) {
		api.hint(`Not deleted, because someone has changed it meanwhile: ${namesOf(changed)}`);
	}
	return [...before, ...made];
}
