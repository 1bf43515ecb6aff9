import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../shared/call/client';
import type { Paging } from '../../shared/call/paging';
import { returnAllOrLimit } from '../../shared/fields/commonFields';
import { waitForCompletion } from '../../shared/node/completion';
import { input, operation, resource } from '../api';
import type { Operations } from '../contract';
import { success } from '../job';
import { bot, botOf } from '../locators';
import { fileField, fileId, fileSource, upload } from '../upload';
import { language } from './fields';

/** All extractions of a language come in one answer. */
const history: Paging = { size: 50, read: ({ metaqnas }) => ({ rows: metaqnas }) };

/** 50 is Kore.ai's own size of a page; nothing says whether more follow, so a shorter one is the end. */
const questions: Paging = {
	size: 50,
	ask: ({ skip }, size) => ({ limit: size, offset: skip }),
	endsOnShort: true,
	read: ({ extractions }) => ({ rows: extractions }),
};

/** The extraction in nine fields. */
export const simplify = (row: IDataObject): IDataObject => ({
	extractionId: row._id,
	name: row.name,
	status: row.status,
	fileName: row.fileName,
	language: row.language,
	extracted: row.qnaExtractedCount,
	added: row.qnaAddedCount,
	createdOn: row.createdOn,
	modifiedOn: row.modifiedOn,
});

type Query = Operations['extraction.getAll'];

/** An extraction as the history has it; without a status as long as it is not there. */
async function inHistory(
	api: Client<Operations>,
	query: Query,
	extractionId: string,
): Promise<IDataObject> {
	const { rows } = await api.page('extraction.getAll', query, undefined, history);
	return rows.find(({ _id }) => _id === extractionId) ?? { status: 'pending' };
}

const create = operation('extraction.create', {
	name: 'Extract',
	action: 'Create extraction from file or URL',
	description: 'Have Kore.ai find questions and answers in a file or on a web page',
	check: "To find out, run 'Get Many' for extractions.",
	simplify,
	fields: [
		bot,
		language,
		input('extraction.create', 'name', {
			isName: true,
			placeholder: 'e.g. Price list',
			description: 'What to call the extraction',
		}),
		{
			displayName: 'From',
			name: 'from',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'File', value: 'file' },
				{ name: 'URL', value: 'url' },
			],
			default: 'url',
		},
		{
			...input('extraction.create', 'fileUrl', { displayName: 'URL' }),
			required: true,
			placeholder: 'e.g. https://example.com/faq',
			displayOptions: { show: { from: ['url'] } },
		},
		{ ...fileSource, displayOptions: { show: { from: ['file'] } } },
		{ ...fileField, displayOptions: { show: { from: ['file'], fileSource: ['binary'] } } },
		{ ...fileId, displayOptions: { show: { from: ['file'], fileSource: ['id'] } } },
		...waitForCompletion,
	],
	run: async (call) => {
		const { api, fields } = call;
		const path = botOf(fields);
		const query = { language: fields.get('language') };
		const from = async () => {
			if (fields.get('from') === 'url') return { fileUrl: fields.get('fileUrl') };
			if (fields.get('fileSource') === 'id') return { fileId: fields.get('fileId') };
			return { fileId: (await upload(call, fields.get('binaryField'), 'bulkImport')).fileId };
		};
		const body = { name: fields.get('name'), ...(await from()) };
		const begun = await api.call('extraction.create', { path, query, body });
		if (!fields.get('wait')) return begun;
		const extractionId = String(begun._id);
		return await success(api, fields, {
			what: 'extraction',
			lookLater: `Look later with 'Get Many' for extractions. Extraction ID: ${extractionId}.`,
			read: async (patient) => await inHistory(patient, { path, query }, extractionId),
		});
	},
});

const getMany = operation('extraction.getAll', {
	name: 'Get Many',
	action: 'Get many extractions',
	description:
		'Retrieve a list of the extractions of a language, with how many questions they gave',
	simplify,
	fields: [bot, language, ...returnAllOrLimit],
	key: ['_id'],
	paging: history,
});

/** The question in seven fields. */
const simplifyQuestion = (row: IDataObject): IDataObject => ({
	questionId: row._id,
	question: row.question,
	answer: row.answer,
	language: row.language,
	extractionId: row.kEId,
	createdOn: row.createdOn,
	modifiedOn: row.modifiedOn,
});

const getQuestions = operation('extraction.getQuestions', {
	name: 'Get Questions',
	action: 'Get questions of extraction',
	description: 'Retrieve a list of the questions and answers that an extraction found',
	simplify: simplifyQuestion,
	fields: [
		bot,
		input('extraction.getQuestions', 'extractionId', { isId: true }),
		...returnAllOrLimit,
	],
	key: ['_id'],
	paging: questions,
});

export const extractions = resource('Extraction', create, getMany, getQuestions);
