import { byId, itemsOf } from '../../../engine/jobs';
import { BOT, hurry, pairs, shownFields, useKore } from '../../support/koreAi';
import { AGENTLESS, campaignIn, CUSTOMERS, DONE, READY, SMS } from '../../support/koreAiCampaigns';

/** Campaigns: what every call carries, the list, and one campaign from start to end. */
const { sandbox, run, runToError, sent, answerWith, state } = useKore();

const ACCOUNT = '5904d6045256d3e3db038448';
const C = `/campaign/api/v2/public/${BOT}/campaign`;
const idOf = async (name: string) => campaignIn(await state(), name).id;
const campaign = async (name: string) => byId(await idOf(name));
const advance = async (advanceSeconds: number) =>
	await sandbox().control('clock', { advanceSeconds });

describe('what every call carries', () => {
	test('the account and the bot in headers, the account in the address where the page has it', async () => {
		await run('campaign.get', { campaign: await campaign(READY) });
		await run('campaign.callBack', {
			campaignInstanceId: 'cid-1',
			contactId: 'cid-2',
			callAt: '2099-01-01T10:00:00Z',
		});
		const [get, callBack] = await sent();
		for (const { headers } of [get, callBack]) {
			expect(headers).toMatchObject({ accountid: ACCOUNT, iid: BOT });
		}
		expect([get.query, callBack.query]).toEqual([{ accountId: ACCOUNT }, {}]);
	});

	test('no other call has them', async () => {
		await run('session.getAll');
		const [{ headers, query }] = await sent();
		expect(headers).not.toHaveProperty('accountid');
		expect(headers).not.toHaveProperty('iid');
		expect(query).toEqual({});
	});

	test.each([['campaign.getAll'], ['campaign.start'], ['contactList.getAll']])(
		'%s without an Account ID: the field is named before anything is sent',
		async (id) => {
			const account = { accountId: ' ' };
			const error = await runToError(id, { campaign: byId('cd-1') }, { account });
			expect(error.message).toContain("'Account ID' in the credential is empty");
			expect(error.description).toContain("Fill in 'Account ID' in the credential");
			expect(await sent()).toEqual([]);
		},
	);

	test('of another account, the service says no', async () => {
		const account = { accountId: '67777ce93e25326494e1b2c3' };
		const error = await runToError('campaign.getAll', {}, { account });
		expect(error).toMatchObject({ httpCode: '401' });
		expect(error.description).toContain('Invalid accountId');
	});

	test('without the scope, the service says which one is missing', async () => {
		const account = { clientId: 'cs-narrow', clientSecret: 'narrow-secret-of-kore-ai' };
		const error = await runToError('campaign.getAll', {}, { account });
		expect(error).toMatchObject({ httpCode: '403' });
		expect(`${error.message} ${error.description}`).toContain('Campaign Management');
	});
});

describe('the list', () => {
	test('of voice campaigns, in ten fields', async () => {
		const { json, error } = await run('campaign.getAll');
		expect(error).toBeUndefined();
		const done = campaignIn(await state(), DONE);
		expect(json.map(({ name }) => name)).toEqual([READY, DONE]);
		expect(json[1]).toEqual({
			campaignId: done.id,
			name: DONE,
			description: 'People who left in spring',
			status: 'Completed',
			priority: '5',
			dialingMode: 'Agentless',
			contactLists: [CUSTOMERS],
			doNotCallList: 'Do Not Call',
			createdAt: new Date(done.createdAt).toISOString(),
			updatedAt: new Date(done.updatedAt).toISOString(),
		});
		expect(Object.keys(json[0]).sort()).toEqual(shownFields('campaign.getAll'));
		const [{ method, path, body }] = await sent();
		expect({ method, path }).toEqual({ method: 'POST', path: `${C}/getAllCampaignDetails` });
		expect(body).toEqual({ type: 'voice', skip: 0, page: 1, limit: 50 });
	});

	test('of SMS campaigns, whose ID has another name', async () => {
		const { json } = await run('campaign.getAll', { campaignType: 'sms', simplify: false });
		expect(json).toMatchObject([{ _id: await idOf(SMS), name: SMS, format: 'simple' }]);
	});

	test('with filters and an order', async () => {
		const filters = {
			status: ['Ready', 'Completed'],
			priority: ['5'],
			dialingMode: ['Agentless'],
			from: '2026-01-01T00:00:00Z',
			to: '2099-01-01T00:00:00Z',
		};
		const { json } = await run('campaign.getAll', { filters, sort: { sortBy: 'name' } });
		expect(json.map(({ name }) => name)).toEqual([DONE]);
		expect((await sent())[0].body).toMatchObject({
			startDate: '2026-01-01T00:00:00.000Z',
			endDate: '2099-01-01T00:00:00.000Z',
			sortBy: { name: 'desc' },
			filters: { status: ['Ready', 'Completed'], priority: [5], dialingMode: ['Agentless'] },
		});
	});

	test('page by page, by rows to skip and by number', async () => {
		const row = (index: number) => ({ _id: `cd-${index}`, name: `Campaign ${index}` });
		const page = (from: number, count: number) => ({
			status: 'success',
			data: {
				results: Array.from({ length: count }, (_, index) => row(from + index)),
				skip: from,
				limit: 50,
				hasMore: from + count < 60,
				totalPages: 2,
				totalResults: 60,
			},
		});
		await answerWith('campaign.getAll', page(0, 50));
		await answerWith('campaign.getAll', page(50, 10));
		const { json } = await run('campaign.getAll', { returnAll: true });
		expect(json).toHaveLength(60);
		expect((await sent()).map(({ body }) => body)).toMatchObject([
			{ skip: 0, page: 1, limit: 50 },
			{ skip: 50, page: 2, limit: 50 },
		]);
	});
});

describe('one campaign', () => {
	test('get, in ten fields and raw', async () => {
		const one = { campaign: await campaign(READY) };
		const { json } = await run('campaign.get', one);
		expect(json).toMatchObject([{ campaignId: await idOf(READY), status: 'Ready' }]);
		const raw = await run('campaign.get', { ...one, simplify: false });
		expect(raw.json[0]).toMatchObject({
			_id: await idOf(READY),
			dialingStrategy: { dialingOrder: 'FIFO' },
		});
	});

	test('update replaces all settings', async () => {
		const one = await campaign(READY);
		const { json } = await run('campaign.update', { ...AGENTLESS, campaign: one });
		expect(json).toMatchObject([{ campaignId: one.value, name: 'Product Feedback' }]);
		const [request] = await sent();
		expect(request).toMatchObject({ method: 'PUT', path: `${C}/${one.value}` });
		expect(request.query).toEqual({ accountId: ACCOUNT, campaignType: 'voice' });
		expect(request.body).toMatchObject({ dialingMode: 'Agentless', priority: '5' });
		expect(campaignIn(await state(), 'Product Feedback').id).toBe(one.value);
	});

	test('delete', async () => {
		const one = await campaign(SMS);
		const { json } = await run('campaign.delete', { campaignType: 'sms', campaign: one });
		expect(json).toEqual([{ deleted: true }]);
		const [{ method, path, query }] = await sent();
		expect({ method, path }).toEqual({ method: 'DELETE', path: `${C}/${one.value}` });
		expect(query).toEqual({ accountId: ACCOUNT, campaignType: 'sms' });
		expect((await state()).campaigns.map(({ id }) => id)).not.toContain(one.value);
	});

	test('start, status, results while it calls, stop, and on', async () => {
		const one = { campaign: await campaign(READY) };
		const started = await run('campaign.start', one);
		const { instanceId } = campaignIn(await state(), READY);
		expect(started.json).toMatchObject([
			{ status: 'Active', message: 'Campaign Started', campaignInstanceId: instanceId },
		]);
		const [request] = await sent();
		expect(request).toMatchObject({ method: 'POST', body: {} });
		expect(request.path).toBe(`/api/v2/public/${BOT}/campaign/trigger/${one.campaign.value}`);
		expect(request.query).toEqual({
			accountId: ACCOUNT,
			campaignType: 'voice',
			trigger: 'play',
		});
		await advance(25);
		const status = await run('campaign.getStatus', one);
		expect(status.json).toEqual([{ id: one.campaign.value, status: 'Active', name: READY }]);
		const { json } = await run('campaign.getResults', { ...one, returnAll: true });
		// Twelve are on the list, two of them on that of whom not to call.
		expect(json).toHaveLength(10);
		expect(json.map(({ dialerOutcome }) => dialerOutcome)).toEqual([
			'completed',
			'completed',
			...Array<string>(8).fill(''),
		]);
		expect(Object.keys(json[0]).sort()).toEqual(shownFields('campaign.getResults'));

		const stopped = await run('campaign.stop', one);
		expect(stopped.json).toMatchObject([{ status: 'Stopped', totalCallsCompleted: 2 }]);
		expect((await sent('campaign.triggerVoice')).at(-1)?.query).toMatchObject({ trigger: 'stop' });
		await advance(100);
		expect((await run('campaign.getStatus', one)).json[0].status).toBe('Stopped');
		await run('campaign.start', one);
		await advance(81);
		expect((await run('campaign.getStatus', one)).json[0].status).toBe('Completed');
	});

	test('start waits until nobody is called any more', async () => {
		hurry();
		const one = { campaign: await campaign(READY) };
		const answer = (status: string) => ({ status: 'success', data: { id: 'cd-1', status } });
		await answerWith('campaign.getStatus', answer('Active'));
		await answerWith('campaign.getStatus', answer('Completed'));
		const { json } = await run('campaign.start', { ...one, wait: true });
		expect(json).toMatchObject([{ status: 'Completed', message: 'Campaign Started' }]);
		expect(await sent('campaign.getStatus')).toHaveLength(2);
	});

	test('start and stop of an SMS campaign have addresses of their own', async () => {
		const one = { campaignType: 'sms', campaign: await campaign(SMS) };
		const { json } = await run('campaign.start', one);
		expect(json).toMatchObject([{ status: 'Active' }]);
		const stopped = await run('campaign.stop', one);
		expect(stopped.json).toMatchObject([{ status: 'Stopped' }]);
		const requests = (await sent()).map(({ path, query }) => ({ path, query }));
		expect(requests).toEqual([
			{
				path: `${C}/${one.campaign.value}`,
				query: { campaignType: 'sms', trigger: 'play' },
			},
			{
				path: `${C}/trigger/${one.campaign.value}`,
				query: { accountId: ACCOUNT, campaignType: 'sms', trigger: 'stop' },
			},
		]);
	});

	test('one that is not prepared does not start', async () => {
		await run('campaign.create', AGENTLESS);
		const one = { campaign: await campaign('Product Feedback') };
		const error = await runToError('campaign.start', one);
		expect(`${error.message} ${error.description}`).toContain('Campaign is Preparing');
	});

	const page = (count: number, number: number, totalResults = 150) => ({
		status: 'success',
		data: {
			results: Array.from({ length: count }, (_, index) => ({ phoneNumber: `${index}` })),
			page: number,
			limit: 100,
			totalPages: 2,
			totalResults,
		},
	});

	test('results of all pages where the number of contacts says something else', async () => {
		await answerWith('campaign.getStatus', page(100, 1, 0));
		await answerWith('campaign.getStatus', page(50, 2, 0));
		const { json } = await run('campaign.getResults', { campaign: byId('cd-1'), returnAll: true });
		expect(json).toHaveLength(150);
	});

	test('results page by page, one hundred at a time', async () => {
		await answerWith('campaign.getStatus', page(100, 1));
		await answerWith('campaign.getStatus', page(50, 2));
		const { json, outputs } = await run('campaign.getResults', {
			campaign: byId('cd-1'),
			returnAll: true,
		});
		expect(json).toHaveLength(150);
		expect(new Set(pairs(outputs[0]))).toEqual(new Set([0]));
		const requests = await sent();
		expect(requests.map(({ query }) => query.view)).toEqual(['contacts', 'contacts']);
		expect(requests.map(({ body }) => body)).toEqual([
			{ page: 1, limit: 100 },
			{ page: 2, limit: 100 },
		]);
	});
});

test('each item has its own campaign', async () => {
	const items = itemsOf([{ id: await idOf(READY) }, { id: await idOf(DONE) }]);
	const parameters = { campaign: byId('={{ $json.id }}') };
	const { json, outputs } = await run('campaign.getStatus', parameters, { items });
	expect(json.map(({ name }) => name)).toEqual([READY, DONE]);
	expect(pairs(outputs[0])).toEqual([0, 1]);
});
