import type { INodeParameters } from 'n8n-workflow';

import { appFor, BOT_APP, ITEM, MINIMAL, useKore } from '../../support/koreAi';
import { testEach } from '../../support/sandbox';

/** What becomes of a call: refused, declined, lost, repeated or not, operation by operation. The fault suites have the rest. */
const { sandbox, run, runToError, sent, fault, answerWith } = useKore();

/** The operation's ID in the contract, its own in the node, and parameters. */
type Called = [called: string, id: string, parameters: INodeParameters];

const plain = (id: string): Called => [id, id, MINIMAL[id]];

/** Calls that may have an effect; how the user finds out about it. */
const WRITES: Array<[...Called, string]> = [
	[...plain('bot.publish'), "To find out, run 'Get Publish Status' for the bot."],
	[...plain('bot.import'), 'look at the import history of the bot'],
	[...plain('customerData.delete'), "look for the people's sessions"],
];

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
	[...plain('bot.getAll'), { bots: [], availableMore: false }],
	[...plain('bot.getPublishStatus'), { _id: 'ds-1', status: 'successful' }],
	[...plain('bot.getImportStatus'), { _id: 'bir-1', status: 'success' }],
	[...plain('customerData.getDeletionStatus'), { _id: 'eud-1', response: [] }],
];

const ALL: Called[] = [...WRITES, ...READS].map(([called, id, own]) => [called, id, own]);

const job = (id: string) => ({ items: [ITEM], account: appFor(id) });

test('these are all operations', () => {
	expect(new Set(ALL.map(([, id]) => id))).toEqual(new Set(Object.keys(MINIMAL)));
	expect(new Set(ALL.map(([called]) => called)).size).toBe(15);
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
	WRITES,
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
	READS,
	async ([called, id, own, answer]) => {
		// Says when, which spares the test the wait of half a second.
		await fault(called, { kind: 'status', status: 502, headers: { 'retry-after': '0' } });
		await answerWith(called, answer);
		const { error } = await run(id, own, job(id));
		expect(error).toBeUndefined();
		expect(await sent(called)).toHaveLength(2);
	},
);

testEach(
	"another operation's answer is not taken for its own",
	READS,
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
		await fault('user.getAll', { kind: 'status', status: 429, count: 9 });
		const started = Date.now();
		await run(
			'user.getAll',
			{ requestOptions: { maxRetryWait: 60 } },
			{
				onStart: (execution: { cancel: () => void }) => setTimeout(() => execution.cancel(), 1000),
			},
		);
		expect(Date.now() - started).toBeGreaterThan(900);
		expect(Date.now() - started).toBeLessThan(3000);
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
