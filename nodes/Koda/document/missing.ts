import type { IDataObject, NodeApiError } from 'n8n-workflow';

import { inParallel } from '../../shared/call/concurrency';
import { withContext } from '../../shared/fields/nodeError';
import { textKey } from '../../shared/fields/sameText';
import type { Made, RunAllContext } from '../../shared/node/operation';
import type { Operations } from '../contract';
import { findAll, isGone, metaOf, type KnowledgeBase } from './find';
import { namesOf } from './match';
import { NOTES, everyPart, type Wanted } from './notes';
import { resultItem, type Status } from './upsert';

type Context = RunAllContext<
	Operations,
	{ deleteMissing: boolean; deleteAtMost: number; dryRun: boolean }
>;

/**
 * Throws NodeOperationError when documents shall be deleted and the node is given its items in several runs of one
 * execution: each run would delete what the others made. n8n's Retry On Fail is the same run.
 */
export function failInParts({ node, fields }: Context): void {
	if (!fields.get('deleteMissing')) return;
	const { name } = node.getNode();
	const after = new Set(node.getChildNodes(name).map((child) => child.name));
	const inLoop = node
		.getParentNodes(name)
		.some((parent) => after.has(parent.name) && parent.type.endsWith('.splitInBatches'));
	if (!inLoop && node.getWorkflowDataProxy(0).$runIndex === 0) return;
	fields.fail(
		'deleteMissing',
		'is on, but this node runs several times in one execution, each time with a part of the items',
		'Nothing was sent. Put the node where all items arrive at once, such as behind the loop or a Merge node, or switch it off.',
	);
}

/** The documents of the sync that are not wanted any more. Throws NodeOperationError when they are too many. */
export async function findMissing(
	base: KnowledgeBase,
	{ fields }: Context,
	wanted: Wanted[],
): Promise<IDataObject[]> {
	if (!fields.get('deleteMissing')) return [];
	const [{ key, group: name = '' }] = wanted;
	const values = new Set(wanted.map(({ value }) => textKey(value)));
	const all = await findAll(base, { [NOTES.group]: [name] }, NOTES.part, everyPart());
	const missing = all.filter((row) => !values.has(textKey(String(metaOf(row)[key]))));
	const most = fields.get('deleteAtMost');
	if (missing.length <= most) return missing;
	return fields.fail(
		'deleteAtMost',
		`is ${most}, and ${missing.length} documents would be deleted: ${namesOf(missing)}`,
		'Nothing was changed. If they shall go, raise it; otherwise look why the input items lack them.',
	);
}

/** The output item of a missing document. */
const itemOf = (row: IDataObject, key: string, status: Status, dry: boolean): IDataObject => {
	const { doc_id: id, title } = row;
	return resultItem(status, { key, value: metaOf(row)[key], title, id }, { dry });
};

/**
 * What the output item of a missing document comes of: all input items, as none of them has it. So a node after this
 * one can refer to whatever they all come from.
 */
const allOf = ({ items }: Context): number[] => [...items.keys()];

/** Says of each missing document that it stays, because not everything before went well. */
export function keepMissing(context: Context, missing: IDataObject[], key: string): Made[] {
	const { api, fields } = context;
	if (missing.length === 0) return [];
	api.hint(`Not deleted, because not everything before went well: ${namesOf(missing)}`);
	const dry = fields.get('dryRun');
	const from = allOf(context);
	return missing.map((row) => ({ json: itemOf(row, key, 'kept', dry), from }));
}

/**
 * Deletes the missing documents; answers the output items. Throws NodeApiError, which names the document that could
 * not be deleted and those that were.
 */
export async function deleteMissing(
	base: KnowledgeBase,
	context: Context,
	missing: IDataObject[],
	wanted: Wanted[],
): Promise<Made[]> {
	const { fields, part } = context;
	const from = allOf(context);
	const { api, botId, concurrency } = base;
	const dry = fields.get('dryRun');
	const [{ key }] = wanted;
	// What an earlier try of this run began to delete, and the search does not give any more, is gone.
	const begun = api.shared('deletions', () => new Map<unknown, IDataObject>());
	const left = new Set(missing.map(({ doc_id: id }) => id));
	const deleted = [...begun.values()].filter(({ doc_id: id }) => !left.has(id));
	const before = deleted.map((row) => ({ json: itemOf(row, key, 'deleted', dry), from }));

	const remove = async (row: IDataObject) => {
		const id = String(row.doc_id);
		begun.set(row.doc_id, row);
		const call = api.for(`delete ${id}`).call('document.delete', { path: { botId, doc_id: id } });
		await call.catch(async (reason: NodeApiError) => {
			// Someone else may have deleted it. But the address is a guess, so that 404 alone says nothing.
			if (reason.httpCode === '404' && (await isGone(base, key, row))) return;
			throw withContext(reason, { before: `${namesOf([row])}: ` });
		});
		deleted.push(row);
	};
	const made: Made[] = [];
	await inParallel(missing.length, concurrency, async (index) => {
		const row = missing[index];
		made[index] = await part(from, async () => {
			if (!dry) await remove(row);
			return itemOf(row, key, 'deleted', dry);
		});
	}).catch((reason: Error) => {
		const how = `${deleted.length} of ${before.length + missing.length} documents were deleted`;
		const names = deleted.length > 0 ? `: ${namesOf(deleted)}` : '';
		throw withContext(reason, {
			after: `Progress: all ${wanted.length} documents were as wanted, and ${how} when the node stopped${names}. Running it again goes on from there.`,
		});
	});
	return [...before, ...made];
}
