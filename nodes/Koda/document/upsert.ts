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

/** The operations look before they write, so that what is left can be done by running them again. */
export const checkByMetadata =
	"To find out, wait a minute and run it again with 'Dry Run' on, which only reads: it shows what is left to do. Without 'Dry Run', it then does only that.";

export type Status = 'created' | 'updated' | 'unchanged' | 'deleted' | 'kept';

/** An output item of the operations that find documents by metadata; what is not there is null. */
export const resultItem = (
	status: Status,
	{ key, value, ...document }: { key: string; value: unknown; title: unknown; id: unknown },
	dry: boolean,
): IDataObject => ({
	[key]: (value ?? null) as string,
	doc_id: (document.id ?? null) as string,
	title: document.title as string,
	status,
	...(dry && { dry_run: true }),
});

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
}

/**
 * Creates or updates a document, or leaves it alone when it is as wanted. `current` is its `doc_id` and `meta`, if it
 * is there. Throws NodeApiError as a call does.
 */
export async function put(place: Place, wanted: Wanted, current?: IDataObject): Promise<Put> {
	const { api, document, botId, dry } = place;
	const { input } = wanted;
	const before = current && metaOf(current);
	// It is as wanted because of an earlier try of this run, whose answer got lost.
	const begun = api.recalled<Status>('begun') ?? 'unchanged';
	if (current && before && isCurrent(wanted, before)) return { status: begun, now: current };
	const metadata = nextMetadata(wanted, before);
	const status = current ? 'updated' : 'created';
	const done = (id: unknown): Put => ({ status, now: { doc_id: id as string, meta: metadata } });
	if (dry) return done(current?.doc_id);
	await api.once('begun', async () => status);
	const body = { ...input, metadata };
	if (!current) {
		const made = await document.call('document.create', { path: { botId }, body });
		checkKept(api, wanted, made);
		return done(made.doc_id);
	}
	const { doc_id: id } = current;
	await api.call('document.update', { path: { botId, doc_id: String(id) }, body });
	return done(id);
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

/** Finds a document by its metadata, and makes it as wanted; answers the output item. */
export async function findAndPut(
	{ api, fields, itemIndex }: RunContext<Operations, { bot: string; dryRun: boolean }>,
	wanted: Wanted,
): Promise<IDataObject> {
	const { key, value, input } = wanted;
	const botId = fields.get('bot');
	const dry = fields.get('dryRun');
	const document = api.for(sameDocument(fields, wanted), itemIndex);
	// What this run has written itself, the search may show a moment late.
	const known = api.shared(
		`document ${sameDocument(fields, wanted)}`,
		(): { now?: IDataObject } => ({}),
	);
	const find = async () => {
		const found = await findByMetadata({ api, botId, concurrency: 1 }, key, [value]);
		return onlyOne(api, wanted, found.get(value)!);
	};
	const current = known.now ?? (await find());
	// Until the answer is here, nobody knows.
	known.now = undefined;
	const { status, now } = await put({ api, document, botId, dry }, wanted, current);
	known.now = now;
	return resultItem(status, { key, value, title: input.title, id: now.doc_id }, dry);
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
