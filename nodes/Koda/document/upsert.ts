import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../shared/call/client';
import { dryRun } from '../../shared/fields/commonFields';
import type { Fields, FieldsOf } from '../../shared/fields/fields';
import { isSameText, textKey } from '../../shared/fields/sameText';
import type { RunContext } from '../../shared/node/operation';
import { operation } from '../api';
import type { Operations } from '../contract';
import { bot } from '../locators';
import { documentInput, more, text, title, type Content } from './content';
import { findByMetadata, metaOf } from './find';
import { checkMetadata, metadataKey, metadataValue, onlyOne, readKey, readValue } from './match';
import { isCurrent, nextMetadata, type Wanted } from './notes';
import { takeBackTwin } from './twins';

/** The operations look before they write, so that what is left can be done by running them again. */
export const checkByMetadata =
	"To find out, wait a minute and run it again with 'Dry Run' on, which only reads: it shows what is left to do. Without 'Dry Run', it then does only that.";

export type Status = 'created' | 'updated' | 'unchanged' | 'deleted' | 'kept';

/** An output item of the operations that find documents by metadata; what is not there is null. */
export const resultItem = (
	status: Status,
	{ key, value, ...document }: { key: string; value: unknown; title: unknown; id: unknown },
	{ dry, twin }: { dry: boolean; twin?: TwinNote },
): IDataObject => ({
	[key]: (value ?? null) as string,
	doc_id: (document.id ?? null) as string,
	title: document.title as string,
	status,
	...twin,
	...(dry && { dry_run: true }),
});

/** What an output item says of a document that another process may have created at the same moment. */
type TwinNote = { taken_back: string } | { twin_unknown: true };

/** Where a document is put. */
interface Place {
	/** Of the input item. */
	api: Client<Operations>;
	/** Of the document, the same for all items about it: it is created at most once in a run, whatever they find. */
	document: Client<Operations>;
	botId: string;
	dry: boolean;
}

/** What became of a document. */
interface Put {
	status: Status;
	/** `doc_id` and `meta` as they are now; in a dry run as they would be. */
	now: IDataObject;
	twin?: TwinNote;
}

/**
 * Creates or updates a document, or leaves it alone when it is as wanted. `current` is its `doc_id` and `meta`, if it
 * is there. Throws NodeApiError as a call does.
 */
export async function put(place: Place, wanted: Wanted, current?: IDataObject): Promise<Put> {
	const { api, document, botId, dry } = place;
	const { input } = wanted;
	const before = current && metaOf(current);
	// What an earlier try of this run made of it, whose answer got lost.
	const takenBack = api.recalled<string>('takenBack');
	const twin = takenBack === undefined ? undefined : { taken_back: takenBack };
	const begun = takenBack === undefined ? api.recalled<Status>('begun') : undefined;
	if (current && before && isCurrent(wanted, before))
		return { status: begun ?? 'unchanged', now: current, twin };
	const metadata = nextMetadata(wanted, before);
	const status = current ? 'updated' : 'created';
	const done = (id: unknown, note?: TwinNote): Put => {
		return { status, now: { doc_id: id as string, meta: metadata }, twin: note };
	};
	if (dry) return done(current?.doc_id);
	await api.once('begun', async () => status);
	const body = { ...input, metadata };
	if (current) {
		const { doc_id: id } = current;
		await api.call('document.update', { path: { botId, doc_id: String(id) }, body });
		return done(id, twin);
	}
	const made = await document.call('document.create', { path: { botId }, body });
	checkKept(api, wanted, made);
	const id = String(made.doc_id);
	const { first, isUnknown } = await takeBackTwin({ api, document, botId, wanted, id });
	if (!first) return done(id, isUnknown && { twin_unknown: true });
	await api.once('takenBack', async () => id);
	return await put(place, wanted, first);
}

/** Throws when KODA keeps the key otherwise than it was given: the document would not be found again. */
function checkKept(api: Client<Operations>, { key, value }: Wanted, made: IDataObject): void {
	if (made.meta === undefined || isSameText(String(metaOf(made)[key]), value)) return;
	api.fail(
		`KODA created the document ${String(made.doc_id)}, but not with ${key} '${value}' as it was given`,
		"It would not be found again, and be created a second time. Look at its metadata for what KODA makes of 'Metadata Key' and 'Metadata Value', choose others, and delete it.",
	);
}

/** The document that the fields describe; `content`, where it comes from elsewhere. Throws NodeOperationError. */
export function readWanted(
	fields: Content,
	found: Pick<Wanted, 'key' | 'value' | 'group'>,
	content: string,
): Wanted {
	const wanted = { ...found, input: documentInput(fields, content) };
	checkMetadata(fields, wanted);
	return wanted;
}

/** Items about the same document must not overtake each other, nor create it twice. */
export const sameDocument = (
	fields: Fields<{ bot: string }>,
	{ key, value }: Pick<Wanted, 'key' | 'value'>,
) => JSON.stringify([fields.get('bot'), key, textKey(value)]);

/** A document in messages. */
const nameOf = ({ key, value }: Pick<Wanted, 'key' | 'value'>) =>
	`the document with ${key} '${value}'`;

/** Finds a document by its metadata, and makes it as wanted; answers the output item. */
export async function findAndPut(
	{ api, fields, itemIndex }: RunContext<Operations, { bot: string; dryRun: boolean }>,
	wanted: Wanted,
): Promise<IDataObject> {
	const { key, value, input } = wanted;
	const botId = fields.get('bot');
	const dry = fields.get('dryRun');
	const same = sameDocument(fields, wanted);
	const document = api.for(same, itemIndex);
	// What this run has written itself, the search may show a moment late.
	const known = api.shared(`document ${same}`, (): { now?: IDataObject } => ({}));
	const find = async () => {
		const found = await findByMetadata({ api, botId, concurrency: 1 }, key, [value]);
		return onlyOne(api, wanted, found.get(value)!);
	};
	// A dry run changes nothing: it neither waits nor is waited for.
	return await api.exclusive(dry ? [] : [same], nameOf(wanted), async () => {
		const current = known.now ?? (await find());
		// Until the answer is here, nobody knows.
		known.now = undefined;
		const { status, now, twin } = await put({ api, document, botId, dry }, wanted, current);
		known.now = now;
		return resultItem(status, { key, value, title: input.title, id: now.doc_id }, { dry, twin });
	});
}

const match = (fields: FieldsOf<[typeof metadataKey, typeof metadataValue]>) => ({
	key: readKey(fields),
	value: readValue(fields),
});

export const upsert = operation('document.upsert', {
	name: 'Create or Update',
	action: 'Create or update document',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	check: checkByMetadata,
	fields: [bot, metadataKey, metadataValue, title, text, dryRun, more],
	inTurn: (fields) => sameDocument(fields, match(fields)),
	run: async (context) => {
		const { api, fields } = context;
		const wanted = readWanted(fields, match(fields), fields.get('content'));
		return await api.once('row', async () => await findAndPut(context, wanted));
	},
});
