import type { IDataObject } from 'n8n-workflow';

import {
	collection,
	nameValueRows,
	returnAllOrLimit,
	texts,
} from '../../shared/fields/commonFields';
import { thingIn } from '../../shared/fields/lists';
import { input, operation, resource } from '../api';
import { bot, botOf } from '../locators';
import { sync, upsert } from './contentSync';
import { ingest } from './ingest';
import { checkDeleted, contentPaging, titleOf } from './lists';
import { content } from './locators';

/** The row in ten fields. */
export const simplify = (row: IDataObject): IDataObject => {
	const source = thingIn(row._source);
	return {
		contentId: row._id,
		title: titleOf(row),
		contentType: source.sys_content_type ?? row.extractionType,
		sourceName: source.sys_source_name,
		sourceId: row.extractionSourceId,
		url: source.url ?? thingIn(row._meta).file_url,
		state: thingIn(row._meta).state,
		jobId: row.jobId,
		createdOn: row.createdOn,
		modifiedOn: row.lMod ?? row.updatedOn,
	};
};

const get = operation('content.get', {
	name: 'Get',
	action: 'Get content',
	description: 'Retrieve one content of Search AI, such as a file or a web page',
	simplify,
	fields: [bot, content],
});

const getMany = operation('content.getAll', {
	name: 'Get Many',
	action: 'Get many contents',
	description: 'Retrieve a list of the contents of Search AI that meet the conditions',
	simplify,
	fields: [
		bot,
		...returnAllOrLimit,
		collection('Filters', [
			{
				displayName: 'Content Type',
				name: 'sys_content_type',
				type: 'string',
				default: '',
				placeholder: 'e.g. file',
				description: 'Kind of the content, such as file or web',
			},
			{
				displayName: 'Last Crawl Status',
				name: 'lastCrawlStatus',
				type: 'string',
				default: '',
				placeholder: 'e.g. CHANGED',
				description: 'Of web pages: CHANGED for those that are new or were changed',
			},
			nameValueRows(
				'Other Fields',
				'others',
				'Field',
				'Further fields that a content has to have, by the names Search AI has for them',
			),
			{
				displayName: 'Title',
				name: 'title',
				type: 'string',
				default: '',
				description: 'The exact title',
			},
		]),
	],
	run: async ({ api, fields }) => {
		const filters = fields.group('filters');
		const query = {
			...filters.pairs('others'),
			title: filters.get('title'),
			sys_content_type: filters.get('sys_content_type'),
			lastCrawlStatus: filters.get('lastCrawlStatus'),
		};
		const input = { path: botOf(fields), body: { query } };
		return await api.list('content.getAll', input, fields.window('_id'), contentPaging);
	},
});

const getManyByStatus = operation('content.getAllByStatus', {
	name: 'Get Many by Status',
	action: 'Get many contents by status',
	description:
		'Retrieve a list of the web pages that the last crawl read, could not read or deleted',
	fields: [
		bot,
		input('content.getAllByStatus', 'sourceName', { isName: true }),
		input('content.getAllByStatus', 'status'),
		...returnAllOrLimit,
	],
	key: ['docId'],
	paging: contentPaging,
});

const remove = operation('content.delete', {
	name: 'Delete',
	action: 'Delete contents',
	description: 'Delete contents of Search AI with their chunks',
	check: "To find out, run 'Get Many' for contents.",
	fields: [
		bot,
		{
			...texts('Content IDs', 'contentIds', 'Content ID', 'ids', 'What to delete (fc-…)'),
			required: true,
			narrows: true,
		},
	],
	run: async ({ api, fields }) => {
		const docIds = fields.get('contentIds');
		const { deletedCount } = await api.call('content.delete', {
			path: botOf(fields),
			body: { docIds },
		});
		checkDeleted(api, deletedCount, docIds.length, 'contents');
		return { deleted: true, deletedCount };
	},
});

export const contents = resource(
	'Content',
	ingest,
	upsert,
	sync,
	get,
	getMany,
	getManyByStatus,
	remove,
);
