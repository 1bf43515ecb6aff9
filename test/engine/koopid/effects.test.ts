import { itemsOf } from '../../../engine/jobs';
import { ANALYTICS_POST, DAY, useKoopid } from '../../support/koopid';
import { testEach } from '../../support/sandbox';

/** A lost answer: statistics are asked for again, an analysis by POST never is, as nobody knows what it does. */
const { run, runToError, sent, fault } = useKoopid();

const [POST, , ANALYSIS] = ANALYTICS_POST;
const READS = ['agent.getAccessStats', 'message.getMessages', 'message.getRedacted'];

const lost = [
	['a reset connection', { kind: 'reset', applyFirst: true }],
	['a truncated body', { kind: 'truncate' }],
	['503', { kind: 'status', status: 503, applyFirst: true }],
] as const;

testEach(
	'what only reads is asked for again after a lost answer',
	READS.flatMap((id) => lost.map(([what, faults]) => [id, what, faults] as const)),
	async ([id, , faults]) => {
		await fault(id, faults);
		const { json, error } = await run(id);
		expect(error).toBeUndefined();
		const requests = await sent(id);
		expect(requests).toHaveLength(2);
		expect(requests[1].body).toEqual(requests[0].body);
		expect(json).toEqual(requests[1].responseBody);
		expect(json.length).toBeGreaterThan(0);
	},
);

testEach('an analysis by POST is sent once when the answer is lost', lost, async ([, faults]) => {
	await fault(POST, { ...faults, count: 9 });
	const settings = {
		onError: 'continueRegularOutput' as const,
		retryOnFail: true,
		maxTries: 3,
		waitBetweenTries: 1,
	};
	const error = await runToError(POST, ANALYSIS, { settings });
	expect(error.message).toContain('whether the operation took effect is unknown [item 0]');
	expect(error.description).toContain('so that nothing happens twice');
	expect(error.description).toContain("To find out, run 'Get' for analytics.");
	expect(error).toMatchObject({ cause: 'temporarily-unavailable', pairedItem: { item: 0 } });
	expect(await sent()).toHaveLength(1);
});

test('an analysis by POST is sent again after 429, which refused it', async () => {
	await fault(POST, { kind: 'status', status: 429, headers: { 'retry-after': '0' } });
	const { json, error } = await run(POST, ANALYSIS);
	expect(error).toBeUndefined();
	expect(json).toMatchObject([{ analysisType: 'sentiment' }]);
	expect((await sent()).map(({ status }) => status)).toEqual([429, 201]);
});

test('windows of an analysis that were sent are not sent again when Retry On Fail repeats the node', async () => {
	const end = Math.floor(Date.now() / DAY) * DAY;
	await fault(POST, { kind: 'status', status: 400, skip: 2 });
	const parameters = {
		...ANALYSIS,
		from: end - 4 * DAY,
		to: end,
		options: { windowDays: 1 },
		requestOptions: { concurrency: 1 },
	};
	const { json, error } = await run(POST, parameters, {
		items: itemsOf([{}]),
		settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
		timezone: 'UTC',
	});
	expect(error).toBeUndefined();
	const done = (await sent()).filter(({ status }) => status === 201);
	const starts = done.map(({ body }) => (body as { start: number }).start);
	expect(starts.sort()).toEqual([-4, -3, -2, -1].map((day) => end + day * DAY));
	expect(json.map(({ window }) => (window as { start: string }).start)).toEqual(
		starts.map((start) => new Date(start).toISOString()),
	);
});
