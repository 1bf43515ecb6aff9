import type { IDataObject } from 'n8n-workflow';

import { sayingOf } from '../../shared/call/sayings';
import { collection, texts } from '../../shared/fields/commonFields';
import { checkConfirmed, confirmation } from '../../shared/fields/confirmation';
import { thingIn } from '../../shared/fields/lists';
import { waitForCompletion } from '../../shared/node/completion';
import { input, operation, resource } from '../api';
import { hasSucceeded, isUnderWay, success } from '../job';
import { bot } from '../locators';
import {
	languageOption,
	suiteFile,
	suiteFileOf,
	testLanguage,
	testRun,
	testSuite,
	userEmail,
	version,
} from './fields';

const PASSED = /^(passed|success|completed)/i;
/** That it is the word for a run with steps that did not pass is inferred. */
const FAILED = /^fail/i;

/** The creation in eight fields. */
const simplifyCreation = (row: IDataObject): IDataObject => {
	const suite = thingIn(row.response);
	return {
		creationId: row._id ?? row.dsId,
		status: row.status,
		percentageComplete: row.percentageComplete,
		testSuiteId: suite._id ?? row.testSuiteId,
		name: suite.name,
		description: suite.description,
		testSteps: Array.isArray(suite.testSteps) ? suite.testSteps.length : undefined,
		createdOn: row.createdOn,
	};
};

const create = operation('conversationTest.create', {
	name: 'Create',
	action: 'Create conversation test',
	description: 'Make a conversation test suite of the test cases in a file',
	check: 'To find out, look at the conversation tests of the bot in Kore.ai.',
	simplify: simplifyCreation,
	fields: [
		bot,
		input('conversationTest.create', 'name', {
			displayName: 'Test Suite Name',
			isName: true,
			placeholder: 'e.g. Order Flow',
		}),
		userEmail,
		...suiteFile,
		...waitForCompletion,
		collection('Additional Fields', [
			input('conversationTest.create', 'description'),
			testLanguage,
			texts('Tags', 'tags', 'Tag', 'names', 'Tags of the test cases'),
		]),
	],
	run: async (call) => {
		const { api, fields } = call;
		const { path, header, body } = call.inputOf('conversationTest.create');
		const fileName = await suiteFileOf(call);
		const begun = await api.call('conversationTest.create', {
			path,
			header,
			body: { ...body, fileName },
		});
		if (!fields.get('wait')) return begun;
		const creationId = String(begun.dsId);
		return await success(api, fields, {
			what: 'creation',
			lookLater: `Look later with 'Get Creation Status' and the creation ID ${creationId}.`,
			read: async (patient) =>
				await patient.call('conversationTest.getCreationStatus', {
					path: { ...path, creationId },
					header,
				}),
		});
	},
});

const getCreationStatus = operation('conversationTest.getCreationStatus', {
	name: 'Get Creation Status',
	action: 'Get creation status of conversation test',
	description: 'Retrieve how far a creation is, and the suite once it is there',
	simplify: simplifyCreation,
	fields: [
		bot,
		input('conversationTest.getCreationStatus', 'creationId', {
			isId: true,
			placeholder: 'e.g. ds-1a2b3c4d-…',
			description: "The creationId that 'Create' returned",
		}),
		languageOption,
	],
});

/** The run in nine fields. */
export const simplifyRun = (row: IDataObject): IDataObject => {
	const { startTime, duration, stepDetails } = thingIn(row.result);
	const { passed, failed, total } = thingIn(stepDetails);
	const status = String(row.status);
	return {
		testRunId: row._id ?? row.testRunId,
		status: row.status,
		passed: isUnderWay(status) ? undefined : PASSED.test(status),
		percentageCompleted: row.percentageCompleted,
		steps: total ?? row.totalTestStepsCount,
		stepsPassed: passed,
		stepsFailed: failed,
		startTime,
		duration,
	};
};

const run = operation('conversationTest.run', {
	name: 'Run',
	action: 'Run conversation test',
	description: 'Let a bot have the conversations of a test suite, and count the steps that pass',
	check: 'To find out, look at the runs of the conversation test in Kore.ai.',
	simplify: simplifyRun,
	fields: [bot, testSuite, version, userEmail, ...waitForCompletion, languageOption],
	run: async ({ api, fields, inputOf }) => {
		const { path, header, body } = inputOf('conversationTest.run');
		const begun = await api.call('conversationTest.run', { path, header, body });
		if (!fields.get('wait')) return begun;
		const testRunId = String(begun.testRunId);
		return await success(api, fields, {
			what: 'run',
			lookLater: `Look later with 'Get Run Status' and the test run ID ${testRunId}.`,
			read: async (patient) =>
				await patient.call('conversationTest.getRunStatus', {
					path: { ...path, testRunId },
					header,
				}),
			// A run with steps that did not pass is a result, too.
			isGood: (status) => PASSED.test(String(status)) || FAILED.test(String(status)),
		});
	},
});

const getRunStatus = operation('conversationTest.getRunStatus', {
	name: 'Get Run Status',
	action: 'Get run status of conversation test',
	description: 'Retrieve how far a run is, and how many steps passed once it is over',
	simplify: simplifyRun,
	fields: [bot, testSuite, testRun, languageOption],
});

const remove = operation('conversationTest.delete', {
	name: 'Delete',
	action: 'Delete conversation tests',
	description: 'Delete conversation test suites, which cannot be undone',
	check: 'To find out, look at the conversation tests of the bot in Kore.ai.',
	fields: [
		bot,
		{
			...texts('Test Suite Names', 'testSuiteNames', 'Name', 'names', 'What to delete'),
			required: true,
			narrows: true,
		},
		confirmation('deleted'),
		languageOption,
	],
	run: async ({ api, fields, inputOf }) => {
		checkConfirmed(fields, 'delete the test suites', 'deleted');
		const answer = await api.call('conversationTest.delete', inputOf('conversationTest.delete'));
		if (hasSucceeded(answer.status)) return { deleted: true };
		return api.fail(
			`Kore.ai did not delete the test suites: ${sayingOf(answer) ?? String(answer.status)}`,
			'Check their names in Kore.ai.',
		);
	},
});

export const conversationTests = resource(
	'Conversation Test',
	create,
	run,
	getRunStatus,
	getCreationStatus,
	remove,
);
