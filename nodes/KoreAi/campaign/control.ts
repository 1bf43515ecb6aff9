import { returnAllOrLimit } from '../../shared/fields/commonFields';
import { waitForCompletion } from '../../shared/node/completion';
import { input, operation, resultPaging } from '../api';
import { bot, botOf, campaign, campaignOf, campaignOfType } from '../locators';
import { checkStatus, finished, forResults, statusOf } from './state';
import { trigger } from './trigger';
import { campaignType } from './type';

const ofType = [bot, campaignType, campaignOfType] as const;

export const start = operation('campaign.start', {
	name: 'Start',
	action: 'Start campaign',
	description: 'Let a campaign call people or write to them',
	check: checkStatus,
	fields: [...ofType, ...waitForCompletion],
	run: async ({ api, fields }) => {
		const started = await trigger(api, campaignOf(fields), fields.get('campaignType'), 'play');
		if (!fields.get('wait')) return started;
		const { status } = await finished(api, fields, campaignOf(fields));
		return { ...started, status };
	},
});

export const stop = operation('campaign.stop', {
	name: 'Stop',
	action: 'Stop campaign',
	description: 'Let a campaign call nobody any more, and write to nobody',
	check: checkStatus,
	fields: [...ofType],
	run: async ({ api, fields }) =>
		await trigger(api, campaignOf(fields), fields.get('campaignType'), 'stop'),
});

export const getStatus = operation('campaign.getStatus', {
	name: 'Get Status',
	action: 'Get status of campaign',
	description: 'Retrieve whether a campaign is being prepared, is ready, active or completed',
	fields: [bot, campaign],
	run: async ({ api, fields }) => await statusOf(api, campaignOf(fields)),
});

export const getResults = operation('campaign.getResults', {
	name: 'Get Results',
	action: 'Get results of campaign',
	description: 'Retrieve what came of each contact of a voice campaign so far',
	fields: [bot, campaign, ...returnAllOrLimit],
	run: async ({ api, fields }) => {
		const asked = forResults(campaignOf(fields));
		return await api.list('campaign.getStatus', asked, fields.window(), resultPaging);
	},
});

export const callBack = operation('campaign.callBack', {
	name: 'Call Back Contact',
	action: 'Call back contact of campaign',
	description: 'Let a running campaign call a contact at a time that they asked for',
	check: "To find out, look at 'Get Results' for the campaign after that time.",
	fields: [
		bot,
		input('campaign.callBack', 'campaignInstanceId', {
			isId: true,
			placeholder: 'e.g. cid-835ee4a-…',
			description: "The campaignInstanceId that 'Start' returned",
		}),
		{
			displayName: 'Contact ID',
			name: 'contactId',
			type: 'string',
			isId: true,
			default: '',
			required: true,
			placeholder: 'e.g. cid-1741dc3-…',
			description:
				'The campaignDialingListId of the contact. Kore.ai does not say where it is shown.',
		},
		{
			displayName: 'Call At',
			name: 'callAt',
			type: 'dateTime',
			default: '',
			required: true,
			description: 'When the contact wants to be called',
		},
	],
	run: async ({ api, fields }) => {
		const asked = {
			campaignDialingListId: fields.get('contactId'),
			timeToContact: String(fields.get('callAt').toUTC().toISO()),
		};
		const path = { ...botOf(fields), campaignInstanceId: fields.get('campaignInstanceId') };
		const answer = await api.call('campaign.callBack', { path, body: [asked] });
		const [made] = api.rowsIn(answer, answer);
		if (/fail/i.test(String(made.status))) {
			const why = made.reason ? `: ${String(made.reason)}` : '';
			api.fail(`Kore.ai will not call the contact back${why}`, 'Correct what is named.');
		}
		return made;
	},
});
