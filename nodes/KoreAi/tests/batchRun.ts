import type { IDataObject } from 'n8n-workflow';

import { countOf, flagOf } from '../../shared/call/answers';
import { collection } from '../../shared/fields/commonFields';
import { checkConfirmed, confirmation } from '../../shared/fields/confirmation';
import { thingIn } from '../../shared/fields/lists';
import { waitForCompletion } from '../../shared/node/completion';
import { operation } from '../api';
import { hasSucceeded, success } from '../job';
import { bot, botById } from '../locators';
import { engine, languageOption, testLanguage, testRun, testSuite, version } from './fields';

/** A share of Kore.ai's, which it gives as a text, such as 0.95. */
export const shareOf = (value: unknown): number | undefined => {
	const share = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof share === 'number' && Number.isFinite(share) ? share : undefined;
};

/** Whether no utterance failed; undefined of a run that goes on, or when Kore.ai does not say. */
function passedOf({ status, result }: IDataObject): boolean | undefined {
	if (!hasSucceeded(status)) return undefined;
	const { results, isPartialFailure } = thingIn(result);
	const failure = countOf(thingIn(results).failure);
	return failure === undefined ? undefined : failure === 0 && flagOf(isPartialFailure) !== true;
}

/** The run in ten fields. */
export const simplifyRun = (row: IDataObject): IDataObject => {
	const result = thingIn(row.result);
	const counts = thingIn(result.results);
	return {
		testRunId: row._id ?? row.requestId,
		status: row.status,
		passed: passedOf(row),
		utterances: row.utterance_count,
		success: counts.success,
		failure: counts.failure,
		precision: shareOf(result.precision),
		recall: shareOf(result.recall),
		f1Score: shareOf(result.f1_score),
		fileUrl: result.fileUrl,
	};
};

/** The results utterance by utterance. */
const resultsOf = ({ result }: IDataObject) => [{ url: thingIn(result).fileUrl }];

export const run = operation('batchTest.run', {
	name: 'Run',
	action: 'Run batch test',
	description:
		'Let a bot find out what the utterances of a test suite mean, and count how often it does',
	check: 'To find out, look at the runs of the batch test in Kore.ai.',
	simplify: simplifyRun,
	files: resultsOf,
	fields: [
		botById,
		testSuite,
		version,
		...waitForCompletion,
		collection('Options', [engine, testLanguage]),
	],
	run: async ({ api, fields, inputOf }) => {
		const { path, header, body } = inputOf('batchTest.run');
		const begun = await api.call('batchTest.run', { path, header, body });
		if (!fields.get('wait')) return begun;
		const testRunId = String(begun.requestId);
		return await success(api, fields, {
			what: 'run',
			lookLater: `Look later with 'Get Run Status' and the test run ID ${testRunId}.`,
			read: async (patient) =>
				await patient.call('batchTest.getRunStatus', { path: { ...path, testRunId }, header }),
		});
	},
});

export const getRunStatus = operation('batchTest.getRunStatus', {
	name: 'Get Run Status',
	action: 'Get run status of batch test',
	description: 'Retrieve how far a run is, and its results once it is completed',
	simplify: simplifyRun,
	files: resultsOf,
	fields: [botById, testSuite, testRun, languageOption],
});

export const removeRun = operation('batchTest.deleteRun', {
	name: 'Delete Run',
	action: 'Delete run of batch test',
	description: 'Delete the results of a run, which cannot be undone',
	check: "To find out, run 'Get Run Status' for the run.",
	fields: [bot, testSuite, testRun, confirmation('deleted'), languageOption],
	run: async ({ api, fields, inputOf }) => {
		checkConfirmed(fields, 'delete the run', 'deleted');
		await api.call('batchTest.deleteRun', inputOf('batchTest.deleteRun'));
		return { deleted: true };
	},
});
