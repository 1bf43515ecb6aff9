import { syncFields } from '../../compose/knowledge/fields';
import { checkByDryRun, type Status, type Thing } from '../../compose/knowledge/knowledge';
import {
	deleteMissing,
	failInParts,
	keepMissing,
	missingOf,
} from '../../compose/knowledge/missing';
import { put } from '../../compose/knowledge/put';
import { readAll, syncAll } from '../../compose/knowledge/sync';
import { dryRun } from '../../shared/fields/commonFields';
import { fieldList } from '../../shared/fields/field';
import type { ValuesOf } from '../../shared/fields/fields';
import { textKey } from '../../shared/fields/sameText';
import type { Made, RunAllContext } from '../../shared/node/operation';
import { operationOverAllItems } from '../api';
import type { Operations } from '../contract';
import { bot } from '../locators';
import { more, text, title } from './content';
import { findByMetadata } from './find';
import { documentBase, thingsOf } from './knowledge';
import { listSync } from './listSync';
import { isUnclear, metadataKey, metadataValue, onlyOne, readKey, readValue } from './match';
import type { Wanted } from './notes';
import { putItem, readWanted, resultItem, sameDocument } from './upsert';

const fieldsOfSync = fieldList([
	bot,
	metadataKey,
	metadataValue,
	title,
	text,
	...syncFields({ one: 'document', many: 'documents' }, 'the metadata of every document'),
	dryRun,
	more,
]);

/** Fields that have one value for all items. */
const COMMON = ['bot', 'metadataKey', 'syncName', 'deleteMissing', 'deleteAtMost', 'dryRun'];

type Context = RunAllContext<Operations, ValuesOf<typeof fieldsOfSync>>;

/** All items as documents. Throws NodeOperationError, before anything is sent, for the first that is none. */
function readDocuments(context: Context): Wanted[] {
	const { fields, checkCommon } = context;
	const key = readKey(fields);
	const group = fields.get('syncName');
	checkCommon(COMMON);
	return readAll(context, 'metadataValue', 'document', (own) =>
		readWanted(own, { key, value: readValue(own), group }, own.get('content')),
	);
}

export const sync = operationOverAllItems('document.sync', {
	name: 'Sync',
	action: 'Sync documents',
	description:
		'Make the documents of the knowledge base what the input items are: create, update and, if wanted, delete',
	check: checkByDryRun,
	fields: fieldsOfSync,
	perItem: ['metadataValue', 'title', 'content', 'additionalFields'],
	runAll: async (context) => {
		const { api, fields } = context;
		const all = readDocuments(context);
		failInParts(context);
		const name = fields.get('syncName');
		const own = JSON.stringify(['sync', fields.get('bot'), textKey(name)]);
		const keys = [own, ...all.map((wanted) => sameDocument(fields, wanted))];
		const what = `documents of the sync '${name}'`;
		// A dry run changes nothing: it neither waits nor is waited for.
		return await api.exclusive(fields.get('dryRun') ? [] : keys, what, async (release) => {
			return await syncDocuments(context, all, (wanted) => release(sameDocument(fields, wanted)));
		});
	},
});

/** Makes the documents as wanted, and tells of each when that is done; answers the output items. */
async function syncDocuments(
	context: Context,
	all: Wanted[],
	isDone: (wanted: Wanted) => void,
): Promise<Made[][]> {
	const { api, fields, concurrency } = context;
	const botId = fields.get('bot');
	const dry = fields.get('dryRun');
	const [{ key, group = '' }] = all;
	const searched = { api, botId, concurrency };
	const base = documentBase(searched, key);
	const itemOf = ({ value, title: named, row }: Thing, status: Status) =>
		resultItem(status, { key, value, title: named, id: row.doc_id }, { dry });
	return await syncAll({
		...{ context, words: base.words, all, isUnclear, pick: onlyOne, isDone },
		find: async () => {
			const found = await findByMetadata(
				searched,
				key,
				all.map(({ value }) => value),
			);
			return new Map([...found].map(([value, one]) => [value, thingsOf(one, key)]));
		},
		findMissing: async (found) => {
			if (!fields.get('deleteMissing')) return [];
			const known = [...found.values()].flatMap(({ things }) => things.map(({ row }) => row));
			const rows = await listSync(searched, group, known);
			const { things } = thingsOf({ rows, more: false }, key);
			return missingOf(context, things, all, base.words.many);
		},
		make: async (own, wanted, current) => {
			const place = { base: documentBase({ ...searched, api: own }, key), api: own, own, dry };
			return putItem(own, wanted, await put(place, wanted, current), dry);
		},
		finish: async (missing, isWell) => {
			const deletion = { base, context, missing, itemOf };
			return isWell ? await deleteMissing(deletion, all) : keepMissing(deletion);
		},
	});
}
