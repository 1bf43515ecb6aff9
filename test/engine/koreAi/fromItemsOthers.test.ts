import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../../../engine/jobs';
import { ewa, jan, lars, people } from '../../support/kodaFromItems';
import { hurry, useKore } from '../../support/koreAi';
import { AGENTLESS, contactListIn } from '../../support/koreAiCampaigns';
import { fromItemsAt, koreSmsFromItems, madeCampaigns, onLists } from '../../support/koreFromItems';

/** Campaign: Create From Items where something of the name is there, made with other settings, or by somebody else. */
const kore = useKore();

beforeEach(hurry);
afterEach(() => jest.restoreAllMocks());

const run = fromItemsAt(kore);

const firstNames = {
	variables: 'selected',
	selected: { field: [{ field: 'first_name', name: 'firstName' }] },
};

describe('nobody is called with what is no longer wanted', () => {
	test.each([
		['a do-not-call list', koreSmsFromItems, { options: { doNotCallList: 'Do Not Call' } }],
		['another text', koreSmsFromItems, { message: 'Another text' }],
		['another flow', {}, { experienceFlowName: 'Another Flow' }],
		['another caller', {}, { callerPhoneNumber: '+14846500009' }],
		['other hours', {}, { allowedHoursStart: '10:00' }],
	])('%s stops a campaign that was made without', async (_, before, changed) => {
		expect((await run({ ...before })).error).toBeUndefined();
		const { error } = await run({ ...before, ...changed, start: true });
		expect(error?.message).toMatch(/^'Name' /);
		expect(madeCampaigns(await kore.state())).toEqual([['Win-back', ['Win-back'], false]]);
	});

	test('other variables stop a campaign that has the old ones, and one that broke off before', async () => {
		const corrected = people({ ...ewa, first_name: 'Eva' }, jan, lars);
		await kore.fault('campaign.create', { kind: 'status', status: 400, body: {} });
		expect((await run(firstNames)).error).toBeDefined();
		const broken = await run({ ...firstNames, start: true }, corrected);
		expect(broken.error).toBeDefined();
		expect(madeCampaigns(await kore.state())).toEqual([]);
		expect((await run(firstNames)).json).toMatchObject([{ status: 'created' }]);
		const made = await run({ ...firstNames, start: true }, corrected);
		expect(made.error?.message).toMatch(/^'Name' /);
		expect(madeCampaigns(await kore.state())).toEqual([['Win-back', ['Win-back'], false]]);
	});

	test('a do-not-call list whose expression gives nothing is refused', async () => {
		const options = { doNotCallList: '={{ $json.nothing }}' };
		const { error } = await run({ ...koreSmsFromItems, options, start: true });
		expect(error?.message).toMatch(/^'Do Not Call List' is empty/);
		expect(madeCampaigns(await kore.state())).toEqual([]);
	});
});

describe('nobody is added to a list that is not of this campaign alone', () => {
	const byHand = async (options: INodeParameters, contact: Array<{ phoneNumber: string }>) => {
		await kore.run('contactList.create', { name: 'Win-back', description: 'By hand', ...options });
		const contactList = byId(contactListIn(await kore.state(), 'Win-back').id);
		await kore.run('contactList.addContacts', { contactList, contacts: { contact } });
		for (let look = 0; look < 3; look++) await kore.run('contactList.get', { contactList });
	};

	test('but of one of the other type with the same name', async () => {
		await run({ ...koreSmsFromItems }, people(ewa, jan));
		expect((await run({})).error?.message).toMatch(/^'Name' is taken/);
		expect(onLists(await kore.state())['Win-back']).toHaveLength(2);
	});

	test('but of one that somebody made', async () => {
		await byHand({}, [{ phoneNumber: '48600000001' }]);
		await kore.run('campaign.create', {
			...AGENTLESS,
			name: 'Spring',
			contactLists: ['Win-back'],
		});
		const { error } = await run({});
		expect(error?.message).toContain("belongs to the voice campaign 'Spring'");
		expect(onLists(await kore.state())['Win-back']).toEqual(['48600000001']);
	});

	test('but has people twice', async () => {
		const phoneNumber = '48600000001';
		await byHand({ additionalFields: { allowDuplicates: true } }, [
			{ phoneNumber },
			{ phoneNumber },
		]);
		expect(onLists(await kore.state())['Win-back']).toEqual([phoneNumber, phoneNumber]);
		const { error } = await run({ start: true }, people(ewa, jan));
		expect(error?.message).toContain('has people twice, who would be called twice');
		expect(onLists(await kore.state())['Win-back']).toEqual([phoneNumber, phoneNumber]);
		expect(madeCampaigns(await kore.state())).toEqual([]);
	});
});
