import type { IDataObject } from 'n8n-workflow';

import { checkByDryRun, type Note, type Status } from '../../compose/knowledge/knowledge';
import type { Put } from '../../compose/knowledge/put';
import { findAndPut as putFound } from '../../compose/knowledge/upsert';
import type { Client } from '../../shared/call/client';
import { dryRun } from '../../shared/fields/commonFields';
import type { Fields, FieldsOf } from '../../shared/fields/fields';
import { textKey } from '../../shared/fields/sameText';
import { statusOf } from '../../shared/node/dryRun';
import type { RunContext } from '../../shared/node/operation';
import { operation } from '../api';
import type { Operations } from '../contract';
import { bot } from '../locators';
import { documentInput, more, text, title, type Content } from './content';
import { findByMetadata } from './find';
import { documentBase, thingsOf } from './knowledge';
import { checkMetadata, metadataKey, metadataValue, onlyOne, readKey, readValue } from './match';
import type { Wanted } from './notes';

/** An output item of the operations that find documents by metadata; what is not there is null. */
export const resultItem = (
	status: Status,
	{ key, value, ...document }: { key: string; value: unknown; title: unknown; id: unknown },
	{ dry, note, draft }: { dry: boolean; note?: Note; draft?: boolean },
): IDataObject => ({
	[key]: (value ?? null) as string,
	doc_id: (document.id ?? null) as string,
	title: document.title as string,
	status: statusOf(status, dry),
	...(draft && { draft }),
	...note,
	...(dry && { dry_run: true }),
});

/** The output item of a document that was put there; what waits for approval is called a draft. */
export function putItem(
	api: Client<Operations>,
	{ key, value, input }: Wanted,
	{ status, now, note }: Put,
	dry: boolean,
): IDataObject {
	const draft = status !== 'unchanged' && !input.auto_publish;
	if (draft && !dry) api.hint(DRAFTS);
	const document = { key, value, title: input.title, id: now.row.doc_id };
	return resultItem(status, document, { dry, note, draft });
}

/** docs/evidence/koda.md §5, DocumentInput. */
const DRAFTS =
	"Items with draft: true wait for approval in KODA's dashboard. To publish at once, add 'Auto Publish' and switch it on.";

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
	const { key, value } = wanted;
	const dry = fields.get('dryRun');
	const searched = { api, botId: fields.get('bot'), concurrency: 1 };
	const done = await putFound({
		...{ api, itemIndex, wanted, dry },
		base: documentBase(searched, key),
		same: sameDocument(fields, wanted),
		find: async () => {
			const found = await findByMetadata(searched, key, [value]);
			return onlyOne(api, wanted, thingsOf(found.get(value)!, key));
		},
	});
	return putItem(api, wanted, done, dry);
}

const match = (fields: FieldsOf<[typeof metadataKey, typeof metadataValue]>) => ({
	key: readKey(fields),
	value: readValue(fields),
});

export const upsert = operation('document.upsert', {
	name: 'Create or Update',
	action: 'Create or update document',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	check: checkByDryRun,
	fields: [bot, metadataKey, metadataValue, title, text, dryRun, more],
	inTurn: (fields) => sameDocument(fields, match(fields)),
	run: async (context) => {
		const { api, fields } = context;
		const wanted = readWanted(fields, match(fields), fields.get('content'));
		return await api.once('row', async () => await findAndPut(context, wanted));
	},
});
