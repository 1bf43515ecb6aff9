/** Batch tests: suites of utterances, and their runs. */
import { fileAddress } from '../../files';
import type { Clock } from '../../clock';
import { ApiError, type Handler } from '../../types';
import type { TestRun, TestSuite } from './buildingState';
import { idOf, isoText, lookAt, OWNER_ID, type KoreAiState } from './state';
import { testBench } from './tests';

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole).toFixed(2);

/** What a finished run counts. */
function countsOf({ cases, failing }: TestRun) {
	const success = cases - failing;
	return {
		TP: success,
		TN: 0,
		FP: failing,
		FN: 0,
		success,
		failure: failing,
		failedUtteranceCount: failing,
	};
}

const scoresOf = ({ cases, failing }: TestRun) => ({
	recall: '1.00',
	precision: share(cases - failing, cases),
	f1_score: share(2 * (cases - failing), 2 * cases - failing),
});

/** Handlers of batch tests. */
export function batchTestHandlers(state: KoreAiState, clock: Clock): Record<string, Handler> {
	const { building } = state;
	const { suitesOf, suiteOf, fileCases, begin, runOf, removed } = testBench(state, clock);

	return {
		'batchTest.getAll': ({ params, query }) => {
			const { skip = 0, limit = 10 } = query as { skip?: number; limit?: number };
			const all = suitesOf(params.botId).filter(({ kind }) => kind === 'batch');
			const page = all.slice(skip, skip + limit).map((suite) => {
				const runs = building.testRuns.filter(({ suiteId }) => suiteId === suite.id);
				const results = runs.map((run) => ({
					_id: suite.id,
					version: run.runType,
					results: countsOf(run),
					...scoresOf(run),
				}));
				const { name, description } = suite;
				return [suite.id, { testSuiteType: 'custom', name, description, results }] as const;
			});
			return {
				count: all.length,
				moreAvailable: skip + page.length < all.length,
				...Object.fromEntries(page),
			};
		},
		'batchTest.import': ({ params, body }) => {
			const input = body as {
				fileName: string;
				name?: string;
				description: string;
				importType?: string;
			};
			const { file, cases, failing } = fileCases(input.fileName);
			// Guess: without a name, that of the file.
			const { name = file.name, description } = input;
			const suites = suitesOf(params.botId);
			const old = suites.find((one) => one.kind === 'batch' && one.name === name);
			// Guess: both.
			if (old && input.importType === 'new') {
				throw new ApiError(400, `Test suite already exists: ${name}`);
			}
			if (input.importType === 'update' && !old) suiteOf(params.botId, 'batch', name);
			const suite: TestSuite = old ?? {
				id: idOf('ts', `${params.botId} ${name} ${suites.length}`),
				kind: 'batch',
				name,
				description,
				cases,
				failing,
				createdAt: clock.now(),
			};
			Object.assign(suite, { description, cases, failing });
			if (!old) suites.push(suite);
			return {
				_id: suite.id,
				name,
				description,
				streamId: params.botId,
				language: 'en',
				fileId: file.id,
				createdBy: OWNER_ID,
				createdOn: isoText(suite.createdAt),
				modifiedOn: isoText(clock.now()),
				__v: 0,
				fileName: file.name,
			};
		},
		'batchTest.delete': ({ params: { botId, testSuiteName } }) => {
			removed(botId, suiteOf(botId, 'batch', testSuiteName));
			return { message: 'Test Suite removed successfully' };
		},
		'batchTest.export': ({ headers, params: { botId, testSuiteName } }) => {
			const { id, name, description } = suiteOf(botId, 'batch', testSuiteName);
			return { downloadUrl: fileAddress({ headers }, `${id}.json`), name, description };
		},
		'batchTest.run': ({ params: { botId, testSuiteName }, body }) => {
			const { version } = body as { version: string };
			const run = begin('tr', botId, suiteOf(botId, 'batch', testSuiteName), version);
			return { status: 'accepted', requestId: run.id };
		},
		'batchTest.deleteRun': ({ params: { botId, testSuiteName, testRunId } }) => {
			const run = runOf(botId, suiteOf(botId, 'batch', testSuiteName), testRunId);
			building.testRuns.splice(building.testRuns.indexOf(run), 1);
			return { message: 'Test Result Removed Successfully' };
		},
		'batchTest.getRunStatus': ({ headers, params: { botId, testSuiteName, testRunId } }) => {
			const suite = suiteOf(botId, 'batch', testSuiteName);
			const run = runOf(botId, suite, testRunId);
			const isDone = lookAt(run, clock);
			const status = isDone ? 'completed' : 'running';
			const head = { _id: run.id, streamId: botId, testSuiteId: suite.id, status };
			const result = {
				...head,
				isPartialFailure: false,
				triggeredBy: OWNER_ID,
				botLanguage: 'en',
				runType: run.runType,
				utterance_count: run.cases,
				startTime: isoText(run.startedAt),
				__v: 0,
			};
			if (!isDone) {
				const half = Math.floor(run.cases / 2);
				const progress = { totalUtterances: run.cases, utterance_ran: half, percentage: 50 };
				return { ...head, utterance_count: run.cases, result, ...progress };
			}
			return {
				...head,
				utterance_count: run.cases,
				result: {
					...result,
					isAvailable: true,
					endTime: isoText(run.startedAt + 5000),
					...scoresOf(run),
					results: countsOf(run),
					fileUrl: fileAddress({ headers }, `${run.id}.csv`),
				},
			};
		},
	};
}
