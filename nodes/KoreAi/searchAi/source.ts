import type { IDataObject } from 'n8n-workflow';

import { collection } from '../../shared/fields/commonFields';
import { input, operation, resource } from '../api';
import { bot, botOf } from '../locators';
import { fileField, upload } from '../upload';
import { webSource } from './locators';

const check = 'To find out, look at the web sources of Search AI in Kore.ai.';

/** The source in nine fields. */
export const simplify = (row: IDataObject): IDataObject => ({
	sourceId: row._id,
	name: row.name,
	description: row.desc,
	url: row.url,
	sourceType: row.sourceType,
	status: row.recentStatus,
	jobId: row.jobId,
	contents: row.numOfDocs,
	createdOn: row.createdOn,
});

const create = operation('source.create', {
	name: 'Create',
	action: 'Create web source',
	description: "Add a website to Search AI, which 'Crawl' reads afterwards",
	check,
	simplify,
	fields: [
		bot,
		input('source.create', 'name', {
			isName: true,
			placeholder: 'e.g. Help Center',
			description: undefined,
		}),
		input('source.create', 'sourceType', {
			displayName: 'Pages',
			noDataExpression: true,
			options: [
				{ name: 'From a Sitemap File', value: 'uploadSitemap', description: 'Upload it first' },
				{ name: 'From a URL', value: 'url' },
			],
			default: 'url',
		}),
		input('source.create', 'url', {
			displayName: 'URL',
			required: true,
			placeholder: 'e.g. https://example.com/help',
			displayOptions: { show: { sourceType: ['url'] } },
			description: 'Where to begin',
		}),
		{ ...fileField, displayOptions: { show: { sourceType: ['uploadSitemap'] } } },
		collection('Options', [
			input('source.create', 'authorizationEnabled', {
				description: 'Whether Search AI has to sign in to read the pages',
			}),
			{
				displayName: 'Crawl Depth',
				name: 'crawlDepth',
				type: 'number',
				typeOptions: { minValue: 1, numberPrecision: 0 },
				default: 5,
				description: 'How many links deep to crawl at most',
			},
			input('source.create', 'desc', { displayName: 'Description' }),
			{
				displayName: 'Max URLs',
				name: 'maxUrlLimit',
				type: 'number',
				typeOptions: { minValue: 1, numberPrecision: 0 },
				default: 1000,
				description: 'How many pages to crawl at most',
			},
		]),
	],
	run: async (call) => {
		const { api, fields } = call;
		const options = fields.group('options');
		const sourceType = fields.get('sourceType');
		const [maxUrlLimit, crawlDepth] = [options.get('maxUrlLimit'), options.get('crawlDepth')];
		const where =
			sourceType === 'url'
				? { url: fields.get('url') }
				: { fileId: (await upload(call, fields.get('binaryField'), 'findly')).fileId };
		return await api.call('source.create', {
			path: botOf(fields),
			body: {
				name: fields.get('name'),
				sourceType,
				...where,
				desc: options.get('desc'),
				authorizationEnabled: options.get('authorizationEnabled'),
				advanceOpts: maxUrlLimit || crawlDepth ? { maxUrlLimit, crawlDepth } : undefined,
			},
		});
	},
});

const crawl = operation('source.crawl', {
	name: 'Crawl',
	action: 'Crawl web source',
	description: 'Read the pages of a web source into Search AI, which goes on for a while',
	check,
	fields: [
		bot,
		webSource,
		input('source.crawl', 'forceRecrawl', {
			displayName: 'Crawl Again',
			description: 'Whether to crawl a source that was crawled before',
		}),
	],
});

export const sources = resource('Source', create, crawl);
