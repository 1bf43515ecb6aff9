import { byId } from '../../../engine/jobs';
import { expectEach } from '../../support/each';
import { named, readPage, rowsIn, textIn } from '../../support/htmlPage';
import { shownFields, useKore } from '../../support/koreAi';
import { campaignIn, DONE } from '../../support/koreAiCampaigns';

/** Campaign: Get Report: the columns of KODA's, made of the results per contact. */
const kore = useKore();

const report = async (parameters: object = {}) => {
	const campaign = byId(campaignIn(await kore.state(), DONE).id);
	return await kore.run('campaign.getReport', { campaign, ...parameters } as never);
};

/** As the vendor's sample has them (contracts/kore-ai.openapi.yaml), and one that nobody has called yet. */
const RESULTS = [
	{
		phoneNumber: '919876543210',
		uniqueId: '',
		dialerOutcome: 'completed',
		numberOfAttemptsSoFar: 2,
		botSessionId: 's-1',
		agentDispositionCodes: ['Callback', 'Sold'],
		botOutboundStatus: 'userHangUp',
		botOutboundStatusDetail: 'user_hangup',
	},
	{
		phoneNumber: '919876543211',
		uniqueId: '',
		dialerOutcome: '',
		numberOfAttemptsSoFar: 0,
		botSessionId: '',
		agentDispositionCodes: [],
		botOutboundStatus: '',
		botOutboundStatusDetail: '',
	},
];

const answered = async (results: unknown, total = RESULTS.length) =>
	await kore.answerWith(
		'campaign.getStatus',
		{
			status: 'success',
			data: { results, page: 1, limit: 100, totalPages: 1, totalResults: total },
		},
		{ skip: 1 },
	);

test('a summary; who answered is told by the statuses that the user gives', async () => {
	await answered(RESULTS);
	const { id } = campaignIn(await kore.state(), DONE);
	const { json, error } = await report();
	expect(error).toBeUndefined();
	expect(json).toEqual([
		{
			list_id: id,
			list_name: DONE,
			total_calls: 2,
			answered: null,
			answered_share: null,
			attempts: 2,
			mean_duration_seconds: null,
			status_completed: 1,
			without_status: 1,
			collected_botSessionId: 1,
			collected_agentDispositionCodes: 1,
			collected_botOutboundStatus: 1,
			collected_botOutboundStatusDetail: 1,
		},
	]);
	for (const name of shownFields('campaign.getReport')) expect(json[0]).toHaveProperty(name);
	await answered(RESULTS);
	const told = await report({ options: { answeredStatuses: ['Completed '.trim().toLowerCase()] } });
	expect(told.json).toMatchObject([{ answered: 1, answered_share: 0.5 }]);
});

test('a row per call has the columns of KODA, those that Kore.ai lacks being empty', async () => {
	await answered(RESULTS);
	const { json } = await report({ return: 'calls' });
	expect(json[0]).toMatchObject({
		phone_number: '919876543210',
		calling_status: 'completed',
		was_answered: null,
		attempts: 2,
		attempts_left: null,
		start_calling: null,
		finish_calling: null,
		duration_seconds: null,
		collected_botSessionId: 's-1',
		collected_agentDispositionCodes: '["Callback","Sold"]',
	});
	expect(json[1]).toMatchObject({ calling_status: null, collected_botSessionId: null });
	expect(Object.keys(json[0])).toEqual(Object.keys(json[1]));
});

test('a row per status', async () => {
	await answered(RESULTS);
	const { json } = await report({ return: 'statuses' });
	expect(json.map(({ status, calls, share }) => [status, calls, share])).toEqual([
		['completed', 1, 0.5],
		[null, 1, 0.5],
	]);
});

test('a page says what Kore.ai does not tell', async () => {
	await answered(RESULTS);
	const { outputs, error } = await report({ return: 'html' });
	expect(error).toBeUndefined();
	const [{ json, binary }] = outputs[0];
	expect(json).toMatchObject({ list_name: DONE, total_calls: 2, status_completed: 1 });
	const page = readPage(Buffer.from(String(binary?.data.data), 'base64').toString());
	expect(named(page, 'h1').map(textIn)).toEqual([DONE]);
	expect(textIn(page)).toContain('Kore.ai gives no times of calls.');
	expect(textIn(page)).toContain('so it is not told how many answered');
	expect(rowsIn(page)).toEqual([
		[
			...['phone_number', 'calling_status', 'attempts', 'collected_botSessionId'],
			...['collected_agentDispositionCodes', 'collected_botOutboundStatus'],
			'collected_botOutboundStatusDetail',
		],
		['919876543210', 'completed', '2', 's-1', '["Callback","Sold"]', 'userHangUp', 'user_hangup'],
		['919876543211', '', '0', '', '', '', ''],
	]);
});

test('of the whole campaign, page by page', async () => {
	const { json } = await report();
	const { dialing } = campaignIn(await kore.state(), DONE);
	expect(json[0].total_calls).toBe(dialing.length);
});

test('what is no list of results is a clear error', async () => {
	await expectEach([null, 'none', { a: 1 }, [1]], async (results) => {
		await answered(results);
		const { error } = await report();
		expect(error?.message).toContain('Kore.ai');
	});
});
