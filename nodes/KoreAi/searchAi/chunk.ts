import type { IDataObject } from 'n8n-workflow';

import { countOf } from '../../shared/call/answers';
import {
	checkChanges,
	collection,
	returnAllOrLimit,
	texts,
} from '../../shared/fields/commonFields';
import { isThing } from '../../shared/fields/lists';
import { input, operation, resource } from '../api';
import type { ChunkFilter } from '../contract';
import { bot, botOf } from '../locators';
import { checkDeleted, chunkPaging } from './lists';
import { chunk } from './locators';

const check = "To find out, run 'Get Many' for chunks.";

/** The row in ten fields. */
export const simplify = (row: IDataObject): IDataObject => ({
	chunkId: row.chunkId ?? row._id,
	title: row.chunkTitle,
	text: row.chunkText,
	contentId: row.docId,
	recordTitle: row.recordTitle,
	recordUrl: row.recordUrl,
	sourceName: row.sourceName,
	sourceType: row.sourceType,
	pageNumber: row.pageNumber,
	createdOn: row.createdOn,
});

/** Any of some values for each key, and all keys; undefined when nothing is asked for (docs/evidence/kore-ai.md §9.3.1). */
export function filterOf(
	wanted: Record<string, string[] | undefined>,
	own: unknown,
): ChunkFilter | undefined {
	const groups = Object.entries(wanted).flatMap(([key, values = []]) =>
		values.length === 0
			? []
			: [{ operand: 'or', conditions: values.map((value) => ({ key, op: 'equals', value })) }],
	);
	const conditions = [...groups, ...(isThing(own) ? [own] : [])];
	return conditions.length > 0 ? { operand: 'and', conditions } : undefined;
}

const getMany = operation('chunk.getAll', {
	name: 'Get Many',
	action: 'Get many chunks',
	description: 'Retrieve a list of the chunks that the contents of Search AI were cut into',
	simplify,
	fields: [
		bot,
		...returnAllOrLimit,
		collection('Filters', [
			{
				displayName: 'Conditions (JSON)',
				name: 'conditions',
				type: 'json',
				default: '{ "operand": "and", "conditions": [] }',
				description: 'Further conditions, as Search AI takes them in its filters',
			},
			texts(
				'Content IDs',
				'docId',
				'Content ID',
				'ids',
				'Only chunks of these contents (inferred)',
			),
			texts('Record Titles', 'recordTitle', 'Title', 'names', 'Only chunks of these records'),
			texts('Source Names', 'sourceName', 'Name', 'names', 'Only chunks of these sources'),
		]),
	],
	run: async ({ api, fields }) => {
		const given = fields.group('filters');
		const own = given.get('conditions');
		if (own !== undefined && !isThing(own)) {
			given.fail('conditions', 'is no object', 'Use { "operand": "and", "conditions": [ … ] }.');
		}
		const wanted = {
			docId: given.get('docId'),
			recordTitle: given.get('recordTitle'),
			sourceName: given.get('sourceName'),
		};
		const filters = filterOf(wanted, own);
		const input = { path: botOf(fields), body: filters ? { enableFilters: true, filters } : {} };
		return await api.list('chunk.getAll', input, fields.window('chunkId'), chunkPaging);
	},
});

const update = operation('chunk.update', {
	name: 'Update',
	action: 'Update chunk',
	description: 'Change a chunk, keeping what is left out',
	check,
	fields: [
		bot,
		chunk,
		collection('Update Fields', [
			input('chunk.update', 'chunkMeta', { displayName: 'Metadata (JSON)' }),
			input('chunk.update', 'chunkText', { displayName: 'Text', typeOptions: { rows: 4 } }),
			input('chunk.update', 'chunkTitle', { displayName: 'Title' }),
			input('chunk.update', 'pageNumber', { description: undefined }),
			input('chunk.update', 'recordTitle'),
			input('chunk.update', 'recordUrl'),
			input('chunk.update', 'sourceUrl'),
		]),
	],
	run: async ({ api, inputOf, fields }) => {
		const input = inputOf('chunk.update');
		checkChanges(fields, input.body);
		const answer = await api.call('chunk.update', input);
		if (countOf(answer.updated_documents) !== 0) return answer;
		return api.fail('Kore.ai changed no chunk', "It may not know the ID. Look with 'Get Many'.");
	},
});

const remove = operation('chunk.delete', {
	name: 'Delete',
	action: 'Delete chunks',
	description: 'Delete chunks of Search AI, without training it anew',
	check,
	fields: [
		bot,
		{
			...texts('Chunk IDs', 'chunkIds', 'Chunk ID', 'ids', 'What to delete (chk-…)'),
			required: true,
			narrows: true,
		},
	],
	run: async ({ api, fields }) => {
		const chunkId = fields.get('chunkIds');
		const answer = await api.call('chunk.delete', { path: botOf(fields), body: { chunkId } });
		const told = [answer.Data, answer.data, answer].find(
			(one) => isThing(one) && one.totalDeleted !== undefined,
		) as IDataObject;
		const { totalRequested, totalDeleted, totalNotFound, notFoundChunkIds } = told;
		checkDeleted(api, totalDeleted, chunkId.length, 'chunks');
		return { deleted: true, totalRequested, totalDeleted, totalNotFound, notFoundChunkIds };
	},
});

export const chunks = resource('Chunk', getMany, update, remove);
