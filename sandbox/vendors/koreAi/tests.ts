/** What batch tests and conversation tests share: suites, and their runs. */
import type { Clock } from '../../clock';
import { ApiError } from '../../types';
import type { TestRun, TestSuite } from './buildingState';
import { find, idOf, newJob, type KoreAiState } from './state';

const DAY = 24 * 60 * 60 * 1000;

/** What every bot begins with: of each kind a suite that passes, and one that does not. */
const SEEDED: Array<Pick<TestSuite, 'kind' | 'name' | 'description' | 'cases' | 'failing'>> = [
	{
		kind: 'batch',
		name: 'Regression',
		description: 'What people ask most',
		cases: 10,
		failing: 0,
	},
	{ kind: 'batch', name: 'Edge Cases', description: 'What bots get wrong', cases: 8, failing: 2 },
	{
		kind: 'conversation',
		name: 'Order Flow',
		description: 'From greeting to goodbye',
		cases: 13,
		failing: 0,
	},
	{ kind: 'conversation', name: 'Returns', description: 'Sending back', cases: 9, failing: 1 },
];

const prefixOf = { batch: 'ts', conversation: 'ctc' } as const;

/** The cases of a suite's file: a list of JSON; undefined when it is none. A case with `"fail": true` does not pass. */
function casesIn(text: string): Array<{ fail?: boolean }> | undefined {
	try {
		const cases: unknown = JSON.parse(text);
		return Array.isArray(cases) ? (cases as Array<{ fail?: boolean }>) : undefined;
	} catch {
		return undefined;
	}
}

/** What the handlers of tests work with. */
export function testBench(state: KoreAiState, clock: Clock) {
	const { building } = state;
	const suitesOf = (botId: string) => {
		building.testSuites[botId] ??= SEEDED.map((suite) => ({
			...suite,
			id: idOf(prefixOf[suite.kind], `${botId} ${suite.name}`),
			createdAt: state.seededFrom + DAY,
		}));
		return building.testSuites[botId];
	};
	const suiteOf = (botId: string, kind: TestSuite['kind'], name: string) => {
		const suite = suitesOf(botId).find((one) => one.kind === kind && one.name === name);
		// Guess: status and words.
		if (suite === undefined) throw new ApiError(400, `Test suite not found: ${name}`);
		return suite;
	};
	const fileCases = (fileId: string) => {
		const file = find(state.files, fileId, 'File');
		const cases = casesIn(file.text);
		// Guess: a file that is no suite is refused at once.
		if (file.context !== 'bulkImport' || cases === undefined) {
			throw new ApiError(400, `File is no test suite: ${fileId}`);
		}
		return { file, cases: cases.length, failing: cases.filter(({ fail }) => fail).length };
	};
	const begin = (prefix: string, botId: string, suite: TestSuite, runType: string): TestRun => {
		const run: TestRun = {
			...newJob(idOf(prefix, `run ${building.testRuns.length}`), clock),
			botId,
			suiteId: suite.id,
			runType,
			cases: suite.cases,
			failing: suite.failing,
		};
		building.testRuns.push(run);
		return run;
	};
	const runOf = (botId: string, suite: TestSuite, id: string) =>
		find(
			building.testRuns.filter((run) => run.botId === botId && run.suiteId === suite.id),
			id,
			'Test run',
		);
	const removed = (botId: string, suite: TestSuite) => {
		const suites = suitesOf(botId);
		suites.splice(suites.indexOf(suite), 1);
	};

	return { suitesOf, suiteOf, fileCases, begin, runOf, removed };
}
