import { inParallel } from '../../shared/call/concurrency';
import { dryRun } from '../../shared/fields/commonFields';
import { fieldList } from '../../shared/fields/field';
import type { ValuesOf } from '../../shared/fields/fields';
import { withContext } from '../../shared/fields/nodeError';
import { textKey } from '../../shared/fields/sameText';
import type { Made, RunAllContext } from '../../shared/node/operation';
import { operationOverAllItems } from '../api';
import type { Operations } from '../contract';
import { bot } from '../locators';
import { more, text, title } from './content';
import { findByMetadata } from './find';
import { isUnclear, metadataKey, metadataValue, onlyOne, readKey, readValue } from './match';
import { deleteMissing, findMissing, keepMissing, failInParts } from './missing';
import type { Wanted } from './notes';
import { checkByMetadata, resultItem, put, readWanted, sameDocument } from './upsert';

const group = fieldList([
	{
		displayName: 'Sync Name',
		name: 'syncName',
		type: 'string',
		isName: true,
		isId: true,
		default: '',
		required: true,
		placeholder: 'e.g. help-center',
		description:
			'Kept in the metadata of every document of this sync, so that no other document is ever deleted',
	},
	{
		displayName: 'Delete Missing',
		name: 'deleteMissing',
		type: 'boolean',
		default: false,
		description:
			'Whether to delete documents of this sync that are no longer among the input items',
	},
	{
		displayName: 'Delete at Most',
		name: 'deleteAtMost',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 50,
		displayOptions: { show: { deleteMissing: [true] } },
		description: 'If more documents would be deleted, nothing at all is changed',
	},
]);

const syncFields = fieldList([
	bot,
	metadataKey,
	{ ...metadataValue, placeholder: 'e.g. {{ $json.id }}' },
	title,
	text,
	...group,
	dryRun,
	more,
]);

/** Fields that have one value for all items. */
const COMMON = ['bot', 'metadataKey', 'syncName', 'deleteMissing', 'deleteAtMost', 'dryRun'];

type Context = RunAllContext<Operations, ValuesOf<typeof syncFields>>;

/** All items as documents. Throws NodeOperationError, before anything is sent, for the first that is none. */
function readAll({ fields, fieldsOf, items, checkCommon }: Context): Wanted[] {
	const key = readKey(fields);
	const name = fields.get('syncName');
	checkCommon(COMMON);
	const known = new Map<string, number>();
	return items.map((_, index) => {
		const own = fieldsOf(index);
		const value = readValue(own);
		const other = known.get(textKey(value));
		if (other !== undefined) {
			own.fail(
				'metadataValue',
				`is '${value}' for item ${other}, too`,
				'Nothing was sent. Each document needs a value of its own.',
			);
		}
		known.set(textKey(value), index);
		return readWanted(own, { key, value, group: name }, own.get('content'));
	});
}

export const sync = operationOverAllItems('document.sync', {
	name: 'Sync',
	action: 'Sync documents',
	description:
		'Make the documents of the knowledge base what the input items are: create, update and, if wanted, delete',
	check: checkByMetadata,
	fields: syncFields,
	perItem: ['metadataValue', 'title', 'content', 'additionalFields'],
	runAll: async (context) => {
		const { api, fields } = context;
		const all = readAll(context);
		failInParts(context);
		const name = fields.get('syncName');
		const own = JSON.stringify(['sync', fields.get('bot'), textKey(name)]);
		const keys = [own, ...all.map((wanted) => sameDocument(fields, wanted))];
		const what = `documents of the sync '${name}'`;
		// A dry run changes nothing: it neither waits nor is waited for.
		return await api.exclusive(fields.get('dryRun') ? [] : keys, what, async (release) => {
			return await syncAll(context, all, (wanted) => release(sameDocument(fields, wanted)));
		});
	},
});

/** Makes the documents as wanted, and tells of each when that is done; answers the output items. */
async function syncAll(
	context: Context,
	all: Wanted[],
	isDone: (wanted: Wanted) => void,
): Promise<Made[][]> {
	const { api, fields, part, concurrency } = context;
	const botId = fields.get('bot');
	const dry = fields.get('dryRun');
	const [{ key }] = all;

	// Everything is looked up before anything is changed.
	const base = { api, botId, concurrency };
	const values = all.map(({ value }) => value);
	const found = await findByMetadata(base, key, values);
	const missing = await findMissing(base, context, all);

	let done = 0;
	const made: Made[] = [];
	const make = async (index: number) => {
		const wanted = all[index];
		const { value, input } = wanted;
		const { title: shown } = input;
		const own = api.for(`${key} ${value}`, index);
		const place = { api: own, document: own, botId, dry };
		made[index] = await part([index], async () => {
			const current = onlyOne(own, wanted, found.get(value)!);
			const { status, now, twin } = await put(place, wanted, current);
			done++;
			return resultItem(status, { key, value, title: shown, id: now.doc_id }, { dry, twin });
		});
		isDone(wanted);
	};
	const indexes = values.map((_, index) => index);
	const unclear = indexes.filter((index) => isUnclear(found.get(values[index])!));
	for (const index of unclear) await make(index);
	const rest = indexes.filter((index) => made[index] === undefined);
	await inParallel(rest.length, concurrency, async (index) => await make(rest[index])).catch(
		(reason: Error) => {
			const progress = `Progress: ${done} of ${all.length} documents were as wanted when the node stopped.`;
			throw withContext(reason, { after: `${progress} Running it again goes on from there.` });
		},
	);
	const others =
		done < all.length
			? keepMissing(context, missing, key)
			: await deleteMissing(base, context, missing, all);
	return [[...made, ...others]];
}
