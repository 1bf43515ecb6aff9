import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { BOT, hurry, shownFields, useKore } from '../../support/koreAi';
import { AGENTLESS, campaignIn, CUSTOMERS, SIMPLE_SMS } from '../../support/koreAiCampaigns';

/** Campaign: Create, by its kinds. */
const { run, runToError, sent, answerWith, state } = useKore();

const ACCOUNT = '5904d6045256d3e3db038448';
const C = `/campaign/api/v2/public/${BOT}/campaign`;

describe('create', () => {
	const hours = {
		frequency: 'WEEKLY',
		timezone: 'Europe/Warsaw',
		days: ['MO', 'TU', 'WE', 'TH', 'FR'].map((day) => ({ day, start: '9:00 AM', end: '6:30 PM' })),
	};
	const callerId = { phoneNumber: '+14846500000' };
	const calls = {
		callerId,
		callingHours: hours,
		dialingOrder: 'FIFO',
		maxAttemptsPerRecord: 3,
		defaultRetryPeriod: 10,
		maxRingTime: 30,
	};
	const voice = {
		name: 'Product Feedback',
		description: 'Asks about the last purchase',
		contactLists: [CUSTOMERS],
		dncLists: { name: 'Do Not Call' },
		priority: '5',
		dialingStrategy: calls,
		schedule: { isSchedulingEnabled: false },
		campaignType: 'voice',
	};
	const sms = {
		name: 'Delivery',
		description: 'Parcels on their way',
		contactLists: [CUSTOMERS],
		priority: '5',
		dialingStrategy: { callerId, callingHours: hours },
		schedule: { isSchedulingEnabled: false },
		campaignType: 'sms',
	};

	test.each<[kind: string, parameters: INodeParameters, body: object]>([
		[
			'in which the bot talks',
			AGENTLESS,
			{
				...voice,
				dialingMode: 'Agentless',
				experienceFlowName: 'Voice Survey Entry Flow',
				enableMachineDetect: 'no',
			},
		],
		[
			'with agents whom the contact is shown',
			{ ...AGENTLESS, dialingMode: 'Preview', queue: 'Default Queue', maxSkips: 2 },
			{ ...voice, dialingMode: 'Preview', queue_name: 'Default Queue', maxSkips: 2 },
		],
		[
			'with agents whom calls are given to, and every further field',
			{
				...AGENTLESS,
				dialingMode: 'Progressive',
				queue: 'Default Queue',
				options: {
					attemptsDelay: 60,
					dialingOrder: 'LIFO',
					maxAttempts: 100,
					maxRingTime: 5,
					priority: '1',
				},
				schedule: { allowedWeekdays: ['0'], timeZone: 'Asia/Kolkata' },
			},
			{
				...voice,
				priority: '1',
				dialingMode: 'Progressive',
				queue_name: 'Default Queue',
				dialingStrategy: {
					callerId,
					callingHours: {
						frequency: 'WEEKLY',
						timezone: 'Asia/Kolkata',
						days: [{ day: 'SU', start: '9:00 AM', end: '6:30 PM' }],
					},
					dialingOrder: 'LIFO',
					maxAttemptsPerRecord: 100,
					defaultRetryPeriod: 60,
					maxRingTime: 5,
				},
			},
		],
		[
			'that writes a text, in Base64',
			{
				...SIMPLE_SMS,
				options: { doNotCallList: 'Do Not Call', templateName: 'Welcome' },
			},
			{
				...sms,
				format: 'simple',
				dncLists: { name: 'Do Not Call' },
				// Of the text in UTF-8, by coreutils' base64.
				message: {
					message: 'WmHFvMOzxYLEhzogeW91ciBwYXJjZWwgaXMgb24gaXRzIHdheQ==',
					template_name: 'Welcome',
				},
			},
		],
		[
			'in which a bot writes',
			{ ...SIMPLE_SMS, format: 'advanced', smsExperienceFlow: 'SMS Support Flow' },
			{ ...sms, format: 'advanced', experienceFlowName: 'SMS Support Flow' },
		],
	])('a campaign %s', async (_kind, parameters, body) => {
		const { json, error } = await run('campaign.create', parameters);
		expect(error).toBeUndefined();
		const [request] = await sent();
		expect(request).toMatchObject({ method: 'POST', path: C, status: 200, contractErrors: [] });
		expect(request.query).toEqual({
			accountId: ACCOUNT,
			campaignType: parameters.campaignType,
		});
		expect(request.body).toEqual(body);
		const made = campaignIn(await state(), String(parameters.name));
		expect(json).toMatchObject([
			{
				campaignId: made.id,
				name: parameters.name,
				status: parameters.campaignType === 'voice' ? 'Preparing' : 'Ready',
			},
		]);
		expect(shownFields('campaign.create')).toEqual(expect.arrayContaining(Object.keys(json[0])));
	});

	test('waits until it is prepared', async () => {
		hurry();
		const { json } = await run('campaign.create', { ...AGENTLESS, wait: true });
		expect(json).toMatchObject([{ name: 'Product Feedback', status: 'Ready' }]);
		const looks = await sent('campaign.getStatus');
		expect(looks.map(({ responseBody }) => (responseBody as IDataObject).data)).toMatchObject([
			{ status: 'Preparing' },
			{ status: 'Ready' },
		]);
	});

	test('says that it was created when it takes longer', async () => {
		hurry();
		const slow = { status: 'success', data: { id: 'cd-1', status: 'Preparing', name: 'Slow' } };
		await answerWith('campaign.getStatus', slow, { count: 1000 });
		const error = await runToError('campaign.create', { ...AGENTLESS, wait: true, waitLimit: 1 });
		expect(error.message).toBe('The campaign is not prepared (Preparing) after 1 second [item 0]');
		expect(error.description).toContain("Look later with 'Get Status'");
		expect(await sent('campaign.create')).toHaveLength(1);
	});

	test.each<[field: string, parameters: INodeParameters, words: string]>([
		['hours', { allowedHoursEnd: '09:00' }, "'Allowed Hours End' is not after"],
		['zone', { schedule: { timeZone: 'Mars/Base' } }, "'Time Zone' is no time zone"],
		['name', { name: 'n'.repeat(49) }, "'Name'"],
		['lists', { contactLists: '={{ [] }}' }, "'Contact Lists'"],
	])('refuses %s that make no sense before anything is sent', async (_field, parameters, words) => {
		const error = await runToError('campaign.create', { ...AGENTLESS, ...parameters });
		expect(error.message).toContain(words);
		expect(await sent()).toEqual([]);
	});

	test("in the service's words when a contact list is not there", async () => {
		const error = await runToError('campaign.create', { ...AGENTLESS, contactLists: ['Nobody'] });
		expect(`${error.message} ${error.description}`).toContain('Contact list not found: Nobody');
	});
});
