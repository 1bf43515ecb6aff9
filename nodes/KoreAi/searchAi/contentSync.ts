import type { IDataObject } from 'n8n-workflow';

import { syncFields } from '../../compose/knowledge/fields';
import { byValue, checkByDryRun, type Status, type Thing } from '../../compose/knowledge/knowledge';
import {
	deleteMissing,
	failInParts,
	keepMissing,
	missingOf,
} from '../../compose/knowledge/missing';
import { put, type Put } from '../../compose/knowledge/put';
import { readAll, syncAll } from '../../compose/knowledge/sync';
import { findAndPut } from '../../compose/knowledge/upsert';
import { dryRun } from '../../shared/fields/commonFields';
import { fieldList } from '../../shared/fields/field';
import type { Fields, ValuesOf } from '../../shared/fields/fields';
import { isSameText, textKey } from '../../shared/fields/sameText';
import { statusOf } from '../../shared/node/dryRun';
import type { Made, RunAllContext } from '../../shared/node/operation';
import { operation, operationOverAllItems } from '../api';
import type { Operations } from '../contract';
import { bot } from '../locators';
import {
	contentBase,
	contentsIn,
	foundIn,
	groupOf,
	isUnclear,
	pick,
	type WantedContent,
} from './contentBase';
import {
	contentFields,
	more,
	readContent,
	sameContent,
	sourceName,
	sourceOf,
	waiting,
} from './contentFields';

type Place = Fields<{ bot?: string; sourceName: string; dryRun: boolean }>;

/** The output item of a content; one that Search AI does not show yet has no ID. */
const itemOf = (
	fields: Place,
	{ id, title }: Pick<Thing, 'id' | 'title'>,
	status: Status,
	note: Put['note'] = undefined,
): IDataObject => {
	const dry = fields.get('dryRun');
	return {
		title: title as string,
		contentId: id === '' ? null : id,
		sourceName: fields.get('sourceName'),
		status: statusOf(status, dry),
		...(id === '' && !dry && { pending: true }),
		...note,
		...(dry && { dry_run: true }),
	};
};

const putItem = (fields: Place, { value: title }: WantedContent, { status, now, note }: Put) =>
	itemOf(fields, { id: now.id, title }, status, note);

export const upsert = operation('content.upsert', {
	name: 'Create or Update',
	action: 'Create or update content',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	check: checkByDryRun,
	fields: [bot, sourceName, ...contentFields, dryRun, more, waiting],
	inTurn: (fields) => sameContent(fields, fields.get('title')),
	run: async ({ api, fields, itemIndex }) => {
		const wanted = readContent(fields);
		const source = sourceOf(api, fields);
		return await api.once('row', async () => {
			const done = await findAndPut({
				...{ api, itemIndex, wanted, base: contentBase(source), dry: fields.get('dryRun') },
				same: sameContent(fields, wanted.value),
				find: async () => {
					const found = foundIn(await contentsIn(source, wanted.value), wanted.value);
					return pick(api, wanted, found);
				},
			});
			return putItem(fields, wanted, done);
		});
	},
});

const fieldsOfSync = fieldList([
	bot,
	sourceName,
	...contentFields,
	...syncFields({ one: 'content', many: 'contents' }, 'the metadata of every content'),
	dryRun,
	more,
	waiting,
]);

/** Fields that have one value for all items. */
const COMMON = [
	'bot',
	'sourceName',
	'syncName',
	'deleteMissing',
	'deleteAtMost',
	'dryRun',
	'options',
];

type Context = RunAllContext<Operations, ValuesOf<typeof fieldsOfSync>>;

export const sync = operationOverAllItems('content.sync', {
	name: 'Sync',
	action: 'Sync contents',
	description:
		'Make the contents of a source what the input items are: create, update and, if wanted, delete',
	check: checkByDryRun,
	fields: fieldsOfSync,
	perItem: ['title', 'content', 'recordUrl', 'additionalFields'],
	runAll: async (context) => {
		const { api, fields, checkCommon } = context;
		checkCommon(COMMON);
		const name = fields.get('syncName');
		const all = readAll(context, 'title', 'content', (own) => readContent(own, name));
		failInParts(context);
		const own = JSON.stringify(['sync', fields.get('bot'), textKey(name)]);
		const keys = [own, ...all.map(({ value }) => sameContent(fields, value))];
		// A dry run changes nothing: it neither waits nor is waited for.
		return await api.exclusive(
			fields.get('dryRun') ? [] : keys,
			`contents of the sync '${name}'`,
			async (release) =>
				await syncContents(context, all, ({ value }) => release(sameContent(fields, value))),
		);
	},
});

/** Makes the contents as wanted, and tells of each when that is done; answers the output items. */
async function syncContents(
	context: Context,
	all: WantedContent[],
	isDone: (wanted: WantedContent) => void,
): Promise<Made[][]> {
	const { api, fields } = context;
	const dry = fields.get('dryRun');
	const source = sourceOf(api, fields);
	const base = contentBase(source);
	const there = await contentsIn(source);
	const name = fields.get('syncName');
	const isOthers = (thing: Thing) => !isSameText(String(groupOf(thing) ?? ''), name);
	const byTitle = byValue(there);
	return await syncAll({
		...{ context, words: base.words, all, isDone },
		isUnclear: (found) => isUnclear(found) || found.things.some(isOthers),
		pick: (own, wanted, found) => {
			const other = found.things.find(isOthers);
			if (!other || isUnclear(found)) return pick(own, wanted, found);
			return own.fail(
				`The content ${other.id} has the title '${wanted.value}', and is not of the sync '${name}'`,
				'It was not changed. Delete it, or choose another title.',
			);
		},
		find: async () =>
			new Map(all.map(({ value }) => [value, foundIn(byTitle.get(textKey(value)) ?? [], value)])),
		findMissing: async () => {
			if (!fields.get('deleteMissing')) return [];
			const own = there.filter((thing) => !isOthers(thing));
			return missingOf(context, own, all, base.words.many);
		},
		make: async (own, wanted, current) => {
			const place = { base: contentBase({ ...source, api: own }), api: own, own, dry };
			return putItem(fields, wanted, await put(place, wanted, current));
		},
		finish: async (missing, isWell) => {
			const deletion = {
				...{ base, context, missing },
				itemOf: (thing: Thing, status: Status) => itemOf(fields, thing, status),
			};
			return isWell ? await deleteMissing(deletion, all) : keepMissing(deletion);
		},
	});
}
