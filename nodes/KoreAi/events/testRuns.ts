import { omit } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { texts } from '../../shared/fields/commonFields';
import { fieldList } from '../../shared/fields/field';
import { thingIn } from '../../shared/fields/lists';
import { eventsOf } from '../../shared/trigger/poll';
import type { Operations } from '../contract';
import { isUnderWay } from '../job';
import { bot, botOf } from '../locators';
import { simplifyRun as simplifyBatch } from '../tests/batchRun';
import { simplifyRun as simplifyConversation } from '../tests/conversationTest';
import { testSuite } from '../tests/fields';
import { WATCHED, overIn, type Watched } from './watched';

/** A run in ten fields, whichever kind of test it is of. */
const simplify = ({ testSuiteName, ...run }: IDataObject): IDataObject => {
	const isBatch = thingIn(run.result).stepDetails === undefined && !/^ctr-/.test(String(run._id));
	const row = isBatch ? simplifyBatch(run) : simplifyConversation(run);
	return { testSuiteName, ...omit(row, ['f1Score', 'percentageCompleted']) };
};

const fields = fieldList([
	bot,
	{
		displayName: 'Kind of Test',
		name: 'kind',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Batch Test', value: 'batchTest', description: 'Takes an app of the bot' },
			{ name: 'Conversation Test', value: 'conversationTest' },
		],
		default: 'conversationTest',
	},
	testSuite,
	{
		...texts(
			'Test Run IDs',
			'testRunIds',
			'Test Run ID',
			'ids',
			"The testRunId that 'Run' returned, for each run to wait for. Kore.ai has no list of runs.",
		),
		required: true,
		narrows: true,
	},
]);

export const testRunFinished = eventsOf<Operations, Watched>(WATCHED)({
	name: 'Test Run Finished',
	value: 'testRunFinished',
	description: 'A run of a batch test or conversation test is over, passed or not',
	simplify,
	fields,
	// Each run stands for itself.
	scope: (chosen) => ({
		...botOf(chosen),
		kind: chosen.get('kind'),
		suite: chosen.get('testSuiteName'),
	}),
	poll: async ({ api, fields: chosen, state, start }) => {
		const id = `${chosen.get('kind')}.getRunStatus` as const;
		api.checkCredential(id);
		const testSuiteName = chosen.get('testSuiteName');
		const path = { ...botOf(chosen), testSuiteName };
		const watching = {
			ids: chosen.get('testRunIds'),
			nameOf: (testRunId: string) => `Test run ${testRunId}`,
			read: async (testRunId: string) => await api.call(id, { path: { ...path, testRunId } }),
			isDone: ({ status }: IDataObject) => !isUnderWay(status),
			begunAt: ({ result }: IDataObject) => thingIn(result).startTime,
		};
		const seen = await overIn(api, watching, state, start);
		return { items: seen.rows.map((row) => ({ testSuiteName, ...row })), state: seen.state };
	},
});
