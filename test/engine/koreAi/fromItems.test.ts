import type { INodeParameters } from 'n8n-workflow';

import { hintsOf } from '../../support/hints';
import { ewa, jan, lars, paired, people } from '../../support/kodaFromItems';
import { hurry, shownFields, useKore } from '../../support/koreAi';
import { contactListIn } from '../../support/koreAiCampaigns';
import { fromItemsAt, koreSmsFromItems, madeCampaigns, onLists } from '../../support/koreFromItems';

/** Campaign: Create From Items: a contact list, its contacts, a campaign, and its start if that is wanted. */
const kore = useKore();

beforeEach(hurry);
afterEach(() => jest.restoreAllMocks());

const run = fromItemsAt(kore);

const writes = async () =>
	(await kore.sent())
		.map(({ operationId }) => String(operationId))
		.filter((id) => !/getAll|\.get$|getStatus|getContacts/.test(id));

describe('what is done', () => {
	test('a contact list, its contacts and a campaign, which is not started', async () => {
		const { json, outputs, error } = await run({});
		expect(error).toBeUndefined();
		const { campaigns } = await kore.state();
		const made = campaigns.find(({ input }) => input.name === 'Win-back')!;
		const list = contactListIn(await kore.state(), 'Win-back');
		expect(json).toEqual([
			{
				list_id: made.id,
				name: 'Win-back',
				status: 'created',
				count: 3,
				accepted: 3,
				first_item: 0,
				last_item: 2,
				contact_list_id: list.id,
				campaign_status: 'Ready',
			},
		]);
		expect(paired(outputs[0])).toEqual([[0, 1, 2]]);
		expect(Object.keys(json[0]).sort()).toEqual(
			shownFields('campaign.createFromItems').filter((name) => name in json[0]),
		);
		expect(await writes()).toEqual([
			'contactList.create',
			'contactList.addContacts',
			'campaign.create',
		]);
		const [added] = await kore.sent('contactList.addContacts');
		// In the form of the sample, and nothing but numbers.
		expect(added.body).toEqual({
			contact_list_name: 'Win-back',
			data: [
				{ phoneNumber: '48600000001' },
				{ phoneNumber: '48600000002' },
				{ phoneNumber: '46701740605' },
			],
		});
		const [created] = await kore.sent('campaign.create');
		expect(created.query).toMatchObject({ campaignType: 'voice' });
		expect(created.body).toMatchObject({
			name: 'Win-back',
			contactLists: ['Win-back'],
			dncLists: { name: 'Do Not Call' },
			experienceFlowName: 'Voice Survey Entry Flow',
		});
		expect(list.allowDuplicates).toBe(false);
	});

	test('its contacts in batches, in the order of the rows', async () => {
		const rows = people(...Array.from({ length: 7 }, (_, i) => ({ phone: 600_000_001 + i })));
		await run({ options: { batchSize: 3 } }, rows);
		const sizes = (await kore.sent('contactList.addContacts')).map(
			({ body }) => (body as { data: unknown[] }).data.length,
		);
		expect(sizes).toEqual([3, 3, 1]);
		expect(onLists(await kore.state())['Win-back']).toEqual(
			rows.map(({ json }) => `48${String(json.phone)}`),
		);
	});

	test('it is started once it is ready, if that is wanted', async () => {
		const { json } = await run({ start: true });
		expect(json).toMatchObject([{ status: 'created', campaign_status: 'Active' }]);
		expect((await writes()).at(-1)).toBe('campaign.triggerVoice');
		const again = await run({ start: true });
		expect(again.json).toMatchObject([{ status: 'existing', campaign_status: 'Active' }]);
		expect(await kore.sent('campaign.triggerVoice')).toHaveLength(1);
	});

	test('one of text messages likewise', async () => {
		const { json, error } = await run({ ...koreSmsFromItems, start: true });
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ status: 'created', campaign_status: 'Active' }]);
		expect((await writes()).slice(2)).toEqual(['campaign.create', 'campaign.startSms']);
	});

	test('variables under the names that the user chose', async () => {
		const selected = { field: [{ field: 'first_name', name: 'firstName' }] };
		await run({ variables: 'selected', selected }, people(ewa));
		const [{ body }] = await kore.sent('contactList.addContacts');
		expect(body).toMatchObject({ data: [{ phoneNumber: '48600000001', firstName: 'Ewa' }] });
	});

	test('several campaigns of a limited size; who is on Do Not Call comes at Rejected', async () => {
		const parameters = { rows: { callsPerList: 1 }, doNotCall: ['600 000 002'] };
		const { json, outputs } = await run(parameters);
		expect(json.map(({ name, count }) => [name, count])).toEqual([
			['Win-back 1', 1],
			['Win-back 2', 1],
		]);
		expect(outputs[1].map(({ json: row }) => row.rejected_because)).toEqual([
			"+48600000002 is on 'Do Not Call'",
		]);
		expect(onLists(await kore.state())).toEqual({
			'Win-back 1': ['48600000001'],
			'Win-back 2': ['46701740605'],
		});
	});

	test('a dry run reads only, and says so', async () => {
		const dry = await run({ dryRun: true, start: true });
		expect(dry.json).toMatchObject([
			{ list_id: null, status: 'would create', dry_run: true, request: { name: 'Win-back' } },
		]);
		expect(dry.json[0]).not.toHaveProperty('accepted');
		expect(hintsOf(dry)).toEqual([expect.stringContaining('nothing was changed')]);
		expect(await writes()).toEqual([]);
	});
});

describe('run again', () => {
	test('with the same rows creates nothing, and reads no contacts', async () => {
		const [first] = (await run({})).json;
		const before = (await kore.sent()).length;
		const { json } = await run({});
		expect(json).toMatchObject([{ list_id: first.list_id, status: 'existing' }]);
		const after = (await kore.sent()).slice(before).map(({ operationId }) => operationId);
		expect(after).toEqual(['campaign.getAll', 'contactList.getAll', 'campaign.getStatus']);
	});

	test('it starts what was left ready', async () => {
		await run({});
		const { json } = await run({ start: true });
		expect(json).toMatchObject([{ status: 'existing', campaign_status: 'Active' }]);
	});

	test('it does not start again what was stopped', async () => {
		const [{ list_id: id }] = (await run({ start: true })).json;
		const campaign = { __rl: true, mode: 'id', value: String(id) };
		expect((await kore.run('campaign.stop', { campaign })).error).toBeUndefined();
		const { json } = await run({ start: true });
		expect(json).toMatchObject([{ status: 'existing', campaign_status: 'Stopped' }]);
	});

	test('after it broke off among the contacts, it adds only those that are missing', async () => {
		const one = { options: { batchSize: 1 } };
		const refused = { kind: 'status', status: 400, body: {}, skip: 1 };
		await kore.fault('contactList.addContacts', refused);
		expect((await run(one)).error?.message).toContain("Campaign 'Win-back': ");
		const { id } = contactListIn(await kore.state(), 'Win-back');
		const contactList = { __rl: true, mode: 'id', value: id };
		for (let look = 0; look < 3; look++) await kore.run('contactList.get', { contactList });
		const before = (await kore.sent('contactList.addContacts')).length;
		expect((await run(one)).json).toMatchObject([{ status: 'created', accepted: 3 }]);
		const added = (await kore.sent('contactList.addContacts')).slice(before);
		expect(added.map(({ body }) => (body as { data: unknown }).data)).toEqual([
			[{ phoneNumber: '48600000002' }],
			[{ phoneNumber: '46701740605' }],
		]);
	});

	test.each<[string, INodeParameters, object[], RegExp]>([
		['one row more', {}, [ewa, jan, lars, { phone: 600_000_009 }], /has 3 of the 4 people/],
		['another split', { rows: { callsPerList: 2 } }, [ewa, jan, lars], /has 3 of the 3 people/],
		['agents', { dialingMode: 'Progressive', queue: 'Sales' }, [ewa, jan, lars], /another dialing/],
	])('with %s it stops: nobody is called a second time', async (_, parameters, rows, words) => {
		await run({});
		const before = await kore.state();
		const { error } = await run(parameters, people(...(rows as Array<Record<string, unknown>>)));
		expect(error?.message).toMatch(/^'Name' is taken: the bot already has a campaign 'Win-back'/);
		expect(error?.message).toMatch(words);
		const after = await kore.state();
		expect([after.campaigns.length, after.contactLists.length]).toEqual([
			before.campaigns.length,
			before.contactLists.length,
		]);
	});
});

describe('what fails', () => {
	test('a contact list of the name with other people', async () => {
		const made = { name: 'Win-back', description: 'By hand' };
		await kore.run('contactList.create', made);
		const { json } = await kore.run('contactList.getAll', { returnAll: true });
		const id = json.find(({ name }) => name === 'Win-back')!.contactListId as string;
		const contacts = { contact: [{ phoneNumber: '48700000000' }] };
		const contactList = { __rl: true, mode: 'id', value: id };
		await kore.run('contactList.addContacts', { contactList, contacts });
		for (let look = 0; look < 3; look++) await kore.run('contactList.get', { contactList });
		const { error } = await run({});
		expect(error?.message).toContain(
			`'Name' is taken: the bot already has a contact list 'Win-back' (${id}), which has 0 of the 3 people`,
		);
		expect(madeCampaigns(await kore.state())).toEqual([]);
	});

	test('contacts that never arrive: no campaign, and the message says how to go on', async () => {
		const body = { status: 'success', data: { _id: 'cl-1', totalRecordCount: 1 } };
		await kore.answerWith('contactList.get', body, { count: 1000 });
		const { error } = await run({ waitLimit: 1 });
		expect(error?.message).toContain(
			"Campaign 'Win-back': Kore.ai shows 1 contacts of 3 on the contact list 'Win-back' after 1 second",
		);
		expect(error?.description).toContain('goes on from there');
		expect(await kore.sent('campaign.create')).toEqual([]);
	});

	test('a campaign that is prepared too late: with Create Anyway nobody is sent again for it', async () => {
		const body = { status: 'success', data: { id: 'cd-1', status: 'Preparing' } };
		await kore.answerWith('campaign.getStatus', body, { count: 1000 });
		const split = { rows: { callsPerList: 2 }, options: { existing: 'create' } };
		const { error } = await run({ ...split, waitLimit: 1 });
		expect(error?.description).toMatch(
			/Created by this run: 'Win-back 1' \(cd-[\w-]+\)\. No campaign was created of item 2 and those after it\. The whole input again could call people twice\.$/,
		);
	});

	test('the answer to its start gets lost: it is not started again, and the message says how to look', async () => {
		await kore.fault('campaign.triggerVoice', { kind: 'reset', applyFirst: true });
		const { error } = await run({ start: true });
		expect(error?.message).toContain('is unknown');
		expect(error?.description).toContain("To find out, run 'Get Status' for the campaign.");
		expect(error?.description).not.toContain('Get Many');
		expect(error?.description).toContain('Once you know, run it again');
		// Kore.ai may say so late.
		await kore.answerWith('campaign.getStatus', { status: 'success', data: { status: 'Ready' } });
		const { json } = await run({ start: true });
		expect(json).toMatchObject([{ status: 'existing', campaign_status: 'Active' }]);
		expect(await kore.sent('campaign.triggerVoice')).toHaveLength(1);
	});

	test('a list that has more than was sent: no campaign', async () => {
		const body = { status: 'success', data: { _id: 'cl-1', totalRecordCount: '4' } };
		await kore.answerWith('contactList.get', body, { count: 1000 });
		const { error } = await run({});
		expect(error?.message).toContain('has 4 contacts, and 3 were sent');
		expect(await kore.sent('campaign.create')).toEqual([]);
	});

	test('a name that is too long with its number', async () => {
		const name = 'x'.repeat(48);
		const { error } = await run({ name, rows: { callsPerList: 1 } });
		expect(error?.message).toBe(`'Name' has 50 characters with its number: ${name} 3`);
		expect(await kore.sent()).toEqual([]);
	});

	test('the second of three: the first is there, and the next run makes the others', async () => {
		const split = { rows: { callsPerList: 1 } };
		await kore.fault('campaign.create', { kind: 'status', status: 400, body: {}, skip: 1 });
		const { error } = await run(split);
		expect(error?.message).toContain("Campaign 'Win-back 2': ");
		expect(error?.description).toContain("Created by this run: 'Win-back 1' (");
		const { json } = await run(split);
		expect(json.map(({ status }) => status)).toEqual(['existing', 'created', 'created']);
		expect(madeCampaigns(await kore.state()).map(([name]) => name)).toEqual([
			'Win-back 1',
			'Win-back 2',
			'Win-back 3',
		]);
	});
});
