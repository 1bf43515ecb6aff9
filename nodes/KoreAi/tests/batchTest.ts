import type { IDataObject } from 'n8n-workflow';

import { countOf } from '../../shared/call/answers';
import type { Paging } from '../../shared/call/paging';
import { collection, returnAllOrLimit } from '../../shared/fields/commonFields';
import { checkConfirmed, confirmation } from '../../shared/fields/confirmation';
import { isThing, objectsIn, thingIn } from '../../shared/fields/lists';
import { input, operation, resource } from '../api';
import { bot } from '../locators';
import { getRunStatus, removeRun, run, shareOf } from './batchRun';
import { engine, languageOption, suiteFile, suiteFileOf, testLanguage, testSuite } from './fields';

const checkSuites = "To find out, run 'Get Many' for batch tests.";

const SUITE_ID = /^ts-/;

/** The suites stand under their IDs, beside how many there are (docs/evidence/kore-ai.md §4.1.1). */
const suitePaging: Paging = {
	size: 50,
	ask: ({ skip }, size) => ({ skip, limit: size }),
	read: ({ count, moreAvailable, ...suites }) => {
		const rows = Object.entries(suites)
			.filter(([testSuiteId]) => SUITE_ID.test(testSuiteId))
			.map(([testSuiteId, suite]) => (isThing(suite) ? { testSuiteId, ...suite } : suite));
		// Without any, only a count says that there are none.
		const isList = rows.length > 0 || countOf(count) !== undefined;
		return { rows: isList ? rows : undefined, total: count, hasMore: moreAvailable };
	},
};

/** The suite in five fields. */
const simplifySuite = (row: IDataObject): IDataObject => ({
	testSuiteId: row.testSuiteId,
	name: row.name,
	description: row.description,
	testSuiteType: row.testSuiteType,
	results: objectsIn<IDataObject>(row.results).map((result) => {
		const { success, failure } = thingIn(result.results);
		return {
			version: result.version,
			success,
			failure,
			precision: shareOf(result.precision),
			recall: shareOf(result.recall),
			f1Score: shareOf(result.f1_score),
		};
	}),
});

const getMany = operation('batchTest.getAll', {
	name: 'Get Many',
	action: 'Get many batch tests',
	description: 'Retrieve a list of the batch test suites of a bot, with what came of their runs',
	simplify: simplifySuite,
	key: ['testSuiteId'],
	paging: suitePaging,
	fields: [bot, ...returnAllOrLimit, languageOption],
});

const importSuite = operation('batchTest.import', {
	name: 'Import',
	action: 'Import batch test',
	description: 'Make a batch test suite of the test cases in a file, or change one',
	check: checkSuites,
	fields: [
		bot,
		input('batchTest.import', 'name', {
			displayName: 'Test Suite Name',
			isName: true,
			required: true,
			placeholder: 'e.g. Regression',
			description: undefined,
		}),
		input('batchTest.import', 'description', { placeholder: 'e.g. What people ask most' }),
		input('batchTest.import', 'importType', {
			displayName: 'Import As',
			options: [
				{ name: 'New Suite', value: 'new' },
				{ name: 'Update of Suite', value: 'update' },
			],
		}),
		...suiteFile,
		collection('Options', [
			{
				displayName: 'Delimiter',
				name: 'delimiter',
				type: 'string',
				default: ',',
				description: 'What stands between the fields in the file. Kore.ai wants it of JSON, too.',
			},
			engine,
			{
				displayName: 'File Type',
				name: 'fileType',
				type: 'string',
				default: 'json',
				description: 'Kind of the file. Kore.ai shows JSON; others are not published.',
			},
			testLanguage,
		]),
	],
	run: async (call) => {
		const { path, header, body } = call.inputOf('batchTest.import');
		const { delimiter = ',', fileType = 'json' } = body;
		const fileName = await suiteFileOf(call);
		return await call.api.call('batchTest.import', {
			path,
			header,
			body: { ...body, delimiter, fileName, fileType },
		});
	},
});

const exportSuite = operation('batchTest.export', {
	name: 'Export',
	action: 'Export batch test',
	description: 'Have Kore.ai make a file of a batch test suite, and retrieve its address',
	files: ({ downloadUrl: url }) => [{ url }],
	fields: [bot, testSuite, languageOption],
});

const remove = operation('batchTest.delete', {
	name: 'Delete',
	action: 'Delete batch test',
	description: 'Delete a batch test suite with its runs, which cannot be undone',
	check: checkSuites,
	fields: [bot, testSuite, confirmation('deleted'), languageOption],
	run: async ({ api, fields, inputOf }) => {
		checkConfirmed(fields, 'delete the test suite', 'deleted');
		await api.call('batchTest.delete', inputOf('batchTest.delete'));
		return { deleted: true };
	},
});

export const batchTests = resource(
	'Batch Test',
	getMany,
	run,
	getRunStatus,
	removeRun,
	importSuite,
	exportSuite,
	remove,
);
