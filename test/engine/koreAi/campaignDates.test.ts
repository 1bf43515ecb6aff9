import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../../../engine/jobs';
import { expectEach } from '../../support/each';
import { BOT, useKore } from '../../support/koreAi';
import { AGENTLESS, campaignIn, DONE, READY } from '../../support/koreAiCampaigns';

/** Campaigns: schedules, calls back, and what goes wrong in each operation. */
const { run, runToError, sent, fault, answerWith, state } = useKore();

const C = `/campaign/api/v2/public/${BOT}/campaign`;
const DAY = 86_400_000;
const idOf = async (name: string) => campaignIn(await state(), name).id;
const campaign = async (name: string) => byId(await idOf(name));

describe('schedule', () => {
	const at = { campaignName: READY, start: '2099-01-27T18:29:00', end: '2099-02-27T18:29:00' };
	const times = { startDateTime: '2099-01-27 18:29:00', endDateTime: '2099-02-27 18:29:00' };

	test.each<[recurrence: string, parameters: INodeParameters, body: object, status: string]>([
		[
			'Daily',
			{ ...at, everyDays: 2 },
			{ ...times, recurrenceObject: { recurType: 'Daily', dailyDetails: { onceEveryNdays: 2 } } },
			'Scheduled',
		],
		[
			'Weekly',
			{ ...at, everyWeeks: 1, allowedWeekdays: ['1', '0'] },
			{
				...times,
				recurrenceObject: {
					recurType: 'Weekly',
					weeklyDetails: { onceEveryNweeks: 1, whichDays: ['Mon', 'Sun'] },
				},
			},
			'Scheduled',
		],
		['Off', { campaignName: READY }, {}, 'Ready'],
	])('%s', async (recurrence, parameters, body, status) => {
		const { json } = await run('campaign.setSchedule', { recurrence, ...parameters });
		expect(json).toMatchObject([{ status: 'success', id: await idOf(READY) }]);
		const [request] = await sent();
		expect(request).toMatchObject({ method: 'POST', path: `${C}/schedule`, body });
		expect(request.query).toEqual({
			enableSchedule: String(recurrence !== 'Off'),
			campaignName: READY,
		});
		const one = await run('campaign.getStatus', { campaign: await campaign(READY) });
		expect(one.json[0].status).toBe(status);
	});

	test('an end before the start is refused before anything is sent', async () => {
		const error = await runToError('campaign.setSchedule', { ...at, end: '2099-01-01T00:00:00' });
		expect(error.message).toContain("'Schedule End'");
		expect(await sent()).toEqual([]);
	});

	test('of a campaign that is not there', async () => {
		const error = await runToError('campaign.setSchedule', { ...at, campaignName: 'No' });
		expect(`${error.message} ${error.description}`).toContain('Campaign not found: No');
	});
});

describe('call back', () => {
	const callAt = new Date(Date.now() + DAY).toISOString();

	test('a contact, at a time', async () => {
		const { instanceId, dialing } = campaignIn(await state(), DONE);
		const contactId = dialing[0].id;
		const { json } = await run('campaign.callBack', {
			campaignInstanceId: instanceId,
			contactId,
			callAt,
		});
		expect(json).toEqual([{ campaignDialingListId: contactId, status: 'success' }]);
		const [request] = await sent();
		expect(request.path).toBe(`${C}/${instanceId}/callContactAt`);
		expect(request.body).toEqual([{ campaignDialingListId: contactId, timeToContact: callAt }]);
		const [called] = campaignIn(await state(), DONE).dialing;
		expect(called.calledBackAt).toBe(Date.parse(callAt));
	});

	test('in the past: the item fails although the call is answered', async () => {
		const { instanceId, dialing } = campaignIn(await state(), DONE);
		const error = await runToError('campaign.callBack', {
			campaignInstanceId: instanceId,
			contactId: dialing[0].id,
			callAt: '2020-01-01T00:00:00Z',
		});
		expect(error.message).toBe('Kore.ai will not call the contact back: time_in_past [item 0]');
	});
});

describe('what goes wrong', () => {
	const inputs: Record<string, INodeParameters> = {
		'campaign.getAll': {},
		'campaign.get': { campaign: byId('cd-1') },
		'campaign.create': AGENTLESS,
		'campaign.update': { ...AGENTLESS, campaign: byId('cd-1') },
		'campaign.delete': { campaign: byId('cd-1') },
		'campaign.triggerVoice': { campaign: byId('cd-1') },
		'campaign.startSms': { campaignType: 'sms', campaign: byId('cd-1') },
		'campaign.stopSms': { campaignType: 'sms', campaign: byId('cd-1') },
		'campaign.getStatus': { campaign: byId('cd-1') },
		'campaign.setSchedule': { recurrence: 'Off', campaignName: 'One' },
		'campaign.callBack': {
			campaignInstanceId: 'cid-1',
			contactId: 'cid-2',
			callAt: '2099-01-01T10:00:00Z',
		},
	};
	const asked: Record<string, string> = {
		'campaign.triggerVoice': 'campaign.start',
		'campaign.startSms': 'campaign.start',
		'campaign.stopSms': 'campaign.stop',
	};
	const rows = Object.entries(inputs).map(([call, parameters]) => ({
		call,
		parameters,
		id: asked[call] ?? call,
	}));

	test("a refusal is shown in the service's words", async () => {
		await expectEach(rows, async ({ call, parameters, id }) => {
			const body = { errors: [{ msg: 'The campaign is locked', code: 400 }] };
			await fault(call, { kind: 'status', status: 400, body });
			const error = await runToError(id, parameters);
			expect(error).toMatchObject({ httpCode: '400' });
			expect(`${error.message} ${error.description}`).toContain('The campaign is locked');
		});
	});

	test('an envelope that says failure is none of success', async () => {
		await expectEach(rows, async ({ call, parameters, id }) => {
			await answerWith(call, { status: 'failure', message: 'The campaign is locked' });
			const error = await runToError(id, parameters);
			expect(`${error.message} ${error.description}`).toContain('The campaign is locked');
		});
	});
});
