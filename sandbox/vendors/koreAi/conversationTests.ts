/** Conversation tests: suites of conversations, and their runs. */
import type { Clock } from '../../clock';
import type { Handler } from '../../types';
import type { TestSuite } from './buildingState';
import { find, idOf, isoText, lookAt, newJob, OWNER_ID, type KoreAiState } from './state';
import { testBench } from './tests';

/** Handlers of conversation tests. */
export function conversationTestHandlers(
	state: KoreAiState,
	clock: Clock,
): Record<string, Handler> {
	const { building } = state;
	const { suitesOf, suiteOf, fileCases, begin, runOf, removed } = testBench(state, clock);

	return {
		'conversationTest.create': ({ params, body }) => {
			const {
				fileName,
				name,
				description = '',
			} = body as {
				fileName: string;
				name: string;
				description?: string;
			};
			const { cases, failing } = fileCases(fileName);
			const id = idOf('ctc', `${params.botId} ${name} ${building.creations.length}`);
			const createdAt = clock.now();
			const suite: TestSuite = {
				id,
				kind: 'conversation',
				name,
				description,
				cases,
				failing,
				createdAt,
			};
			const creation = {
				...newJob(idOf('ds', `creation ${building.creations.length}`), clock),
				botId: params.botId,
				suite,
			};
			building.creations.push(creation);
			return { status: 'IN_PROGRESS', dsId: creation.id };
		},
		'conversationTest.getCreationStatus': ({ params }) => {
			const own = building.creations.filter(({ botId }) => botId === params.botId);
			const creation = find(own, params.creationId, 'Import request');
			const { suite } = creation;
			const isDone = lookAt(creation, clock);
			const suites = suitesOf(params.botId);
			if (isDone && !suites.includes(suite)) suites.push(suite);
			return {
				_id: creation.id,
				status: isDone ? 'SUCCESS' : 'IN_PROGRESS',
				percentageComplete: isDone ? 100 : 85,
				streamId: params.botId,
				jobType: 'CONVERSATION_TESTING_VALIDATE',
				action: 'RUN',
				createdBy: OWNER_ID,
				testSuiteId: suite.id,
				statusLogs: [],
				createdOn: isoText(creation.startedAt),
				lMod: isoText(creation.startedAt),
				...(isDone && {
					response: {
						_id: suite.id,
						name: suite.name,
						description: suite.description,
						channel: 'rtm',
						tags: [],
						testSteps: Array.from({ length: suite.cases }, (_, index) => ({
							input: index === 0 ? 'Start_Flow' : `Step ${index}`,
							outputs: [],
						})),
					},
				}),
			};
		},
		'conversationTest.run': ({ params: { botId, testSuiteName }, body }) => {
			const { version } = body as { version: string };
			const suite = suiteOf(botId, 'conversation', testSuiteName);
			const runType = version === 'published' ? version : 'configured';
			return { status: 'IN_PROGRESS', testRunId: begin('ctr', botId, suite, runType).id };
		},
		'conversationTest.getRunStatus': ({ params: { botId, testSuiteName, testRunId } }) => {
			const suite = suiteOf(botId, 'conversation', testSuiteName);
			const run = runOf(botId, suite, testRunId);
			const isDone = lookAt(run, clock);
			// Inferred: failed.
			const ended = run.failing > 0 ? 'failed' : 'passed';
			const status = isDone ? ended : 'inprogress';
			return {
				_id: run.id,
				streamId: botId,
				testSuiteId: suite.id,
				status,
				totalTestStepsCount: run.cases,
				result: {
					startTime: isoText(run.startedAt),
					version: run.runType,
					status,
					...(isDone && {
						stepDetails: {
							passed: run.cases - run.failing,
							failed: run.failing,
							total: run.cases,
						},
						duration: 14364,
					}),
				},
				percentageCompleted: isDone ? 100 : 85,
			};
		},
		'conversationTest.delete': ({ params: { botId }, body }) => {
			const { testSuiteNames } = body as { testSuiteNames: string[] };
			const found = testSuiteNames.map((name) => suiteOf(botId, 'conversation', name));
			for (const suite of found) removed(botId, suite);
			return { status: 'Success' };
		},
	};
}
