import { partition } from 'lodash';
import type { INodeParameters } from 'n8n-workflow';

import { Pool } from '../../../nodes/shared/call/pool';
import { samplesOf } from '../../support/answers/samples';
import { appFor, BOT, BOT_APP, ITEM, MINIMAL, useKore } from '../../support/koreAi';
import { vendorIn } from '../../support/operations';
import { testEach } from '../../support/sandbox';
import { seeded } from '../../support/seeded';

/** What becomes of a call: refused, declined, lost, repeated or not, operation by operation. The fault suites have the rest. */
const { sandbox, run, runToError, sent, fault, answerWith } = useKore();

/** The operation's ID in the contract, its own in the node, and parameters. */
type Called = [called: string, id: string, parameters: INodeParameters];

const plain = (id: string): Called => [id, id, MINIMAL[id]];

/** A file that need not be uploaded. */
const BY_ID = { fileSource: 'id', fileId: 'file-1', fileName: 'all.csv' };

/** Calls that may have an effect; how the user finds out about it. */
const WRITES: Array<[...Called, string]> = [
	[...plain('bot.publish'), "To find out, run 'Get Publish Status' for the bot."],
	[...plain('bot.import'), 'look at the import history of the bot'],
	[...plain('customerData.delete'), "look for the people's sessions"],
	...['user.create', 'user.setAccess', 'user.remove'].map((id): [...Called, string] => [
		...plain(id),
		"run 'Get' for the user",
	]),
	[
		'dataTableRow.insertMany',
		'dataTableRow.insert',
		MINIMAL['dataTableRow.insert'],
		"run 'Get Many' for the rows",
	],
	[...plain('dataTableRow.update'), "run 'Get Many' for the rows"],
	[...plain('dataTableRow.delete'), "run 'Get Many' for the rows"],
	[...plain('role.import'), "run 'Get Many' for roles"],
	[...plain('role.assignBotRole'), "run 'Get' for one of the users"],
	[...plain('role.assignAdminRole'), "run 'Get' for one of the users"],
	[...plain('content.ingest'), "run 'Get Many' for contents"],
	[...plain('content.delete'), "run 'Get Many' for contents"],
	[...plain('chunk.update'), "run 'Get Many' for chunks"],
	[...plain('chunk.delete'), "run 'Get Many' for chunks"],
	[...plain('source.create'), 'look at the web sources'],
	[...plain('source.crawl'), 'look at the web sources'],
	[...plain('searchTraining.train'), 'look at the trainings of Search AI'],
	[...plain('faq.train'), "run 'Get Training Status' for FAQs"],
	[...plain('extraction.create'), "run 'Get Many' for extractions"],
	['utterance.import', 'utterance.import', BY_ID, 'look at the utterances of the bot'],
	[...plain('utterance.export'), "run 'Get Export Status' for utterances"],
	[...plain('utterance.train'), "run 'Get Training Status' for utterances"],
	[...plain('session.close'), "look at the status of the person's sessions"],
	[...plain('botMessage.send'), "run 'Get Many' for messages with the channel type ivr"],
	[
		'botMessage.sendToInstance',
		'botMessage.send',
		{ ...MINIMAL['botMessage.send'], options: { instanceId: 'ivrInst-1' } },
		'Kore.ai gives up after 15 seconds',
	],
	[...plain('notification.send'), 'look whether the people got it'],
	[
		'notification.sendV1',
		'notification.send',
		{ ...MINIMAL['notification.send'], apiVersion: 'v1' },
		'look whether the people got it',
	],
	[...plain('conversation.delete'), 'look at the change logs of the bot'],
	[...plain('ccConversation.assign'), "run 'Get by Session' for the conversation"],
	[...plain('call.dialOut'), 'look at the interactions of the contact center'],
	[...plain('sms.send'), 'look at the interactions of the contact center'],
];

const SESSION = {
	sessionId: '6465cf6e4769ed4e822b1a2c',
	botId: BOT,
	channel: 'rtm',
	start_time: '2026-01-20T09:00:00.000Z',
	end_time: '2026-01-20T09:05:00.000Z',
	sessionStatus: 'closed',
};

/** Calls that may be repeated, searches by POST and uploads among them, and an answer that is fine. */
const READS: Array<[...Called, object]> = [
	[...plain('session.getAll'), { sessions: [], moreAvailable: false }],
	['session.getAllOfAccount', 'session.getAll', { scope: 'account' }, { sessions: [] }],
	['message.getAllV2', 'message.getAll', {}, { messages: [], moreAvailable: false }],
	['message.getAll', 'message.getAll', { version: 'v1' }, { messages: [] }],
	['message.getAllOfAccount', 'message.getAll', { scope: 'account' }, { messages: [] }],
	[...plain('bot.uploadFile'), { fileId: 'file-1', hash: 'a1' }],
	[...plain('debugLog.getAll'), []],
	[...plain('user.getAll'), { users: [], availableMore: false }],
	[...plain('user.get'), [{ userInfo: { emailId: 'jane.doe@example.com' } }]],
	[...plain('bot.getAll'), { bots: [], availableMore: false }],
	[...plain('role.getAll'), { roles: [], availableMore: false }],
	[...plain('role.export'), []],
	[...plain('group.getAll'), { groups: [], availableMore: false }],
	[...plain('dataTableRow.getAll'), { queryResult: [], hasMore: false }],
	[...plain('tableViewRow.getAll'), { queryResult: [] }],
	[...plain('bot.getPublishStatus'), { _id: 'ds-1', status: 'successful' }],
	[...plain('bot.getImportStatus'), { _id: 'bir-1', status: 'success' }],
	[...plain('customerData.getDeletionStatus'), { _id: 'eud-1', response: [] }],
	[...plain('content.get'), { _id: 'fc-1' }],
	[...plain('content.getAll'), { data: [], nextCursor: null }],
	[...plain('content.getAllByStatus'), { data: [], hasMore: false }],
	[...plain('chunk.getAll'), { chunks: [], hasMore: false }],
	[...plain('searchTraining.getStatus'), { _id: 'fjg-1', status: 'success' }],
	[...plain('searchJob.get'), { _id: 'fj-1', status: 'SUCCESS' }],
	[...plain('answer.ask'), { template: {} }],
	[...plain('knowledgeTask.getAll'), { _id: 'kt-1', taxonomy: [] }],
	['faq.getAllV2', 'faq.getAll', {}, { faqs: [], moreAvailable: false }],
	[
		'faq.getAll',
		'faq.getAll',
		{ apiVersion: 'v1', ktId: 'kt-1' },
		{ faqs: [], moreAvailable: false },
	],
	[...plain('faq.getTrainingStatus'), { _id: '5d1', status: 'success' }],
	[...plain('extraction.getAll'), { metaqnas: [] }],
	[...plain('extraction.getQuestions'), { extractions: [] }],
	[...plain('utterance.getImportStatus'), { _id: 'bir-1', status: 'success' }],
	[...plain('utterance.getExportStatus'), { _id: 'ds-1', status: 'SUCCESS' }],
	[...plain('utterance.getTrainingStatus'), { trainingStatus: 'Finished' }],
	[
		'session.getAllOfAccount',
		'session.getMessages',
		MINIMAL['session.getMessages'],
		{ sessions: [SESSION], total: 1, moreAvailable: false },
	],
	[...plain('botMessage.getReply'), { _v: 'v2', data: [] }],
	[...plain('intent.find'), { response: { result: 'failintent' } }],
	[...plain('notification.getStatus'), { status: 'SUCCESS', count: 0, statusLogs: [] }],
	[
		'notification.getStatusV1',
		'notification.getStatus',
		{ ...MINIMAL['notification.getStatus'], apiVersion: 'v1' },
		{ _id: 'ds-1', status: 'SUCCESS' },
	],
	[...plain('ccConversation.getAll'), { results: [], hasMore: false }],
	[...plain('ccConversation.get'), { _id: 'c-1', status: 'CLOSED' }],
	[...plain('ccConversation.getBySession'), { _id: 'c-1', status: 'CLOSED' }],
	[...plain('interaction.getAll'), { numResults: 0, data: [] }],
	[...plain('agent.getAll'), { results: [], hasMore: false }],
	[...plain('agent.getAvailability'), { AVAILABLE: [] }],
	[...plain('conversation.getDetails'), { conversationHistory: [] }],
	[...plain('conversation.getSummary'), { ConversationSummary: 'In short' }],
	[...plain('conversation.getDeletionStatus'), { jobId: 'cdj-1', status: 'queued' }],
];

/** Campaigns and contact lists answer in an envelope, others read before they write: they have tests of their own. */
const ELSEWHERE =
	/^(campaign|contactList)\.|^faq\.(create|sync)$|^content\.(upsert|sync)$|^(user|agent)\.update$|^dataTableRow\.insertMany$/;

const { routes, operations } = vendorIn('KoreAi');
const checks = new Map(operations.map(([id, { check }]) => [id, check]));

/** The rest, one call each, of which `npm test` takes a sample: the contract's answer is fine, `check` is said of a lost one. */
const [OTHER_READS, OTHER_WRITES] = partition(
	Object.keys(MINIMAL).filter(
		(id) =>
			routes[id] && !ELSEWHERE.test(id) && ![...WRITES, ...READS].some(([, own]) => own === id),
	),
	(id) => routes[id].safe,
);
const ALL_READS: typeof READS = [
	...READS,
	...seeded(OTHER_READS, 4).map((id): (typeof READS)[0] => [
		...plain(id),
		samplesOf('kore-ai').get(id)?.answer as object,
	]),
];
const ALL_WRITES: typeof WRITES = [
	...WRITES,
	...seeded(OTHER_WRITES, 4).map((id): (typeof WRITES)[0] => [
		...plain(id),
		String(checks.get(id)),
	]),
];

const ALL: Called[] = [...ALL_WRITES, ...ALL_READS].map(([called, id, own]) => [called, id, own]);

const job = (id: string) => ({
	items: [{ ...ITEM, json: { CustType: 'Gold' } }],
	account: appFor(id),
});

testEach(
	"is refused in Kore.ai's own words, and not sent again",
	ALL,
	async ([called, id, own]) => {
		const body = { errors: [{ msg: 'Not on a Friday', code: 400 }] };
		await fault(called, { kind: 'status', status: 400, body });
		const error = await runToError(id, own, job(id));
		expect(error.message).toBe('Kore.ai did not accept the values (400) [item 0]');
		expect(error.description).toContain('Kore.ai said: "Not on a Friday".');
		expect(error).toMatchObject({ httpCode: '400', cause: 'configuration-invalid' });
		expect(error.pairedItem).toEqual({ item: 0 });
		expect((await sent()).map(({ operationId }) => operationId)).toEqual([called]);
	},
);

testEach(
	'is declined by an answer that says so, although its status is 200',
	ALL,
	async ([called, id, own]) => {
		await answerWith(called, { errors: [{ msg: 'Not on a Friday', code: 400 }] });
		const error = await runToError(id, own, job(id));
		expect(error.message).toBe(
			'Kore.ai answered that it did not do this: Not on a Friday [item 0]',
		);
		expect(error.pairedItem).toEqual({ item: 0 });
		expect(await sent()).toHaveLength(1);
	},
);

testEach(
	'an operation with effect is sent once when its answer is lost, and says how to find out',
	ALL_WRITES,
	async ([called, id, own, check]) => {
		await fault(called, { kind: 'reset', applyFirst: true, count: 9 });
		const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
		const { error } = await run(id, own, { ...job(id), settings });
		expect(error?.message).toMatch(/: whether the operation took effect is unknown \[item 0]$/);
		expect(error?.description).toContain('so that nothing happens twice');
		expect(error?.description).toContain(check);
		expect(await sent()).toHaveLength(1);
	},
);

testEach(
	'an operation without effect, be it a POST, is sent again after 502',
	ALL_READS,
	async ([called, id, own, answer]) => {
		// Says when, which spares the test the wait of half a second.
		await fault(called, { kind: 'status', status: 502, headers: { 'retry-after': '0' } });
		await answerWith(called, answer);
		const { error } = await run(id, own, job(id));
		expect(error).toBeUndefined();
		const statuses = (await sent(called)).map(({ status }) => status);
		expect(statuses.slice(0, 2)).toEqual([502, 200]);
	},
);

testEach(
	"another operation's answer is not taken for its own",
	ALL_READS,
	async ([called, id, own, answer]) => {
		await answerWith(called, Array.isArray(answer) ? { rows: [] } : []);
		const error = await runToError(id, own, job(id));
		expect(error.message).toBe('Kore.ai answered in another form than expected [item 0]');
		expect(error.description).toMatch(/'Base URL' and 'Endpoint Overrides'/);
	},
);

describe('errors in an answer with status 200', () => {
	const users = { users: [{ userId: 'u-1' }], availableMore: false };

	testEach(
		'are a refusal in any form',
		[
			['a text', 'Not on a Friday'],
			['a list of texts', ['Not on a Friday', 'nor on a Sunday']],
			['a message', { message: 'Not on a Friday' }],
			['a list of messages', [{ message: 'Not on a Friday' }]],
			['words without a code', [{ msg: 'Not on a Friday' }]],
		],
		async ([, errors]) => {
			await answerWith('user.getAll', { ...users, errors });
			const error = await runToError('user.getAll');
			expect(error.message).toBe(
				'Kore.ai answered that it did not do this: Not on a Friday [item 0]',
			);
			expect(error).toMatchObject({ httpCode: null, cause: 'configuration-invalid' });
		},
	);

	test('are one in a form of their own, too', async () => {
		await answerWith('user.getAll', { ...users, errors: [{ code: 4002 }] });
		expect((await runToError('user.getAll')).message).toContain('did not do this: [{"code":4002}]');
	});

	testEach('are none when there are none', [[[]], [{}], [null], ['']], async ([errors]) => {
		await answerWith('user.getAll', { ...users, errors });
		expect((await run('user.getAll')).json).toEqual(users.users);
	});
});

describe('429 without Retry-After', () => {
	test('is worth a minute: the item fails at once when that is too long', async () => {
		await fault('user.getAll', { kind: 'status', status: 429, count: 9 });
		const own = { requestOptions: { maxRetryWait: 59 } };
		const error = await runToError('user.getAll', own);
		expect(error.message).toBe('Kore.ai asks to slow down (429, sent once) [item 0]');
		expect(error.description).toMatch(/'Calls in Flight'/);
		expect(error).toMatchObject({ httpCode: '429', cause: 'rate-limited' });
		expect(await sent()).toHaveLength(1);
	});

	test('is waited for, and cancelling ends that', async () => {
		const original = Pool.prototype.pause;
		await fault('user.getAll', { kind: 'status', status: 429, count: 9 });
		let cancel = () => {};
		const paused = jest.spyOn(Pool.prototype, 'pause').mockImplementation(function (this: Pool) {
			// Longer than the test may take.
			original.call(this, 310_000);
			setTimeout(cancel, 300);
		});
		await run(
			'user.getAll',
			{ requestOptions: { maxRetryWait: 60 } },
			{ onStart: (execution: { cancel: () => void }) => (cancel = () => execution.cancel()) },
		);
		expect(paused.mock.calls).toEqual([[60_000]]);
		paused.mockRestore();
		expect(await sent()).toHaveLength(1);
	});
});

test('a limit of the service itself loses nothing', async () => {
	await sandbox().control('rateLimit', {
		vendor: 'kore-ai',
		requestsPerSecond: 20,
		retryAfterSeconds: 1,
	});
	const items = Array.from({ length: 30 }, () => ITEM);
	const { error, outputs } = await run('session.getAll', {}, { items, account: BOT_APP });
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([]);
	expect((await sent()).filter(({ status }) => status === 200)).toHaveLength(30);
});
