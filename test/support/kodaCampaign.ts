import { DateTime, Settings } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { BOT, byId, byUrl } from '../../engine/jobs';
import { contractOf } from './kodaContract';

/** The vendor's sample of a campaign. */
export const { example: sample } = contractOf('callList.create');

/** The bot in the dashboard, as in the address bar. */
export const dashboard = `https://app.kodabots.com/bot/${BOT}`;
/** The only call of the sample. */
export const [person] = sample.calls as IDataObject[];

/** The choices that make the vendor's sample. */
export const choices: INodeParameters = {
	name: 'name',
	startBlock: byUrl(`${dashboard}/create-bot/${String(sample.start_block_id)}`),
	callerPhoneNumber: '+48222431496',
	specifyCalls: 'table',
	calls: {
		call: [
			{
				phoneNumber: '+48123123123',
				variables: {
					row: [
						{ name: 'first_name', value: 'Michael' },
						{ name: 'package', value: 'package123' },
					],
				},
			},
		],
	},
	campaignStart: '2014-06-03T14:30:00',
	allowedHoursStart: '2014-06-03T14:30:00',
	allowedHoursEnd: '={{ "22:30" }}',
	campaignVars: ['var_1'],
	maxAttempts: 3,
	attemptsDelay: 3,
	options: { reportVars: ['var_1'] },
	schedule: {
		allowedWeekdays: ['1', '2', '3', '4', '5'],
		campaignEnd: '2014-07-03T19:30:00',
	},
};

const { specifyCalls: _how, calls: _calls, options: _options, schedule: _more, ...once } = choices;

/** Create From Items with the sample's settings, in a year that is still to come: rows with a phone number in Poland. */
export const fromItems: INodeParameters = {
	...once,
	resource: 'callList',
	operation: 'createFromItems',
	bot: byId(BOT),
	name: 'Win-back',
	campaignStart: '2099-01-05T09:00:00',
	allowedHoursStart: '09:00',
	allowedHoursEnd: '17:30',
	phoneField: 'phone',
	country: 'PL',
};

/** Sets the time by which the nodes of a test plan, such as `2014-06-02T12:00:00Z`. */
export function planAt(time: string): void {
	const now = DateTime.fromISO(time).toMillis();
	Settings.now = () => now;
}

/** Has the tests of a file plan at this time: the vendor's sample is a campaign of 2014. */
export function usePlanningAt(time = '2014-06-02T12:00:00Z'): void {
	beforeEach(() => {
		planAt(time);
	});
	afterEach(() => {
		Settings.now = () => Date.now();
	});
}
