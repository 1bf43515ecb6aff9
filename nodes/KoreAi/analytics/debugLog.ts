import { collection, pageSize, returnAllOrLimit } from '../../shared/fields/commonFields';
import { input, operation, resource } from '../api';
import { botById } from '../locators';
import { bareList, MOST } from './lists';

const getMany = operation('debugLog.getAll', {
	name: 'Get Many',
	action: 'Get many debug logs',
	description: 'Retrieve the debug logs of one conversation, with an app created in the bot',
	fields: [
		botById,
		input('debugLog.getAll', 'identity', {
			isId: true,
			placeholder: 'e.g. 5f1e…/smartassist/64b6…',
			description:
				'What names the conversation: for voice the call ID, for SmartAssist account ID/smartassist/session ID',
		}),
		...returnAllOrLimit,
		collection('Filters', [
			input('debugLog.getAll', 'channelType', {
				default: '',
				placeholder: 'e.g. ivrVoice',
				description:
					'Channel of the conversation, such as rtm (what Kore.ai takes without it), ivrVoice, smartassist or webhook',
			}),
			{
				displayName: 'From',
				name: 'from',
				sentAs: 'fromDate',
				type: 'dateTime',
				default: '',
				description: 'Only logs from this time on. Kore.ai names it in its older documentation.',
			},
			{
				displayName: 'To',
				name: 'to',
				sentAs: 'toDate',
				notBefore: 'from',
				type: 'dateTime',
				default: '',
				description: 'Only logs up to this time. Kore.ai names it in its older documentation.',
			},
		]),
		collection('Options', [
			input('debugLog.getAll', 'minimumInfo', {
				description: 'Whether to retrieve a summary of each log only',
			}),
			{
				displayName: 'Offset Counts',
				name: 'offsetCounts',
				type: 'options',
				options: [
					{ name: 'Pages', value: 'pages' },
					{ name: 'Records', value: 'records' },
				],
				default: 'records',
				description:
					'Kore.ai documents both. Change it when a long list comes incomplete or has rows twice.',
			},
			pageSize(MOST, MOST),
			input('debugLog.getAll', 'timezone', {
				displayName: 'Time Zone',
				description: 'Time zone of the times in the logs, as an IANA name',
			}),
		]),
	],
	run: async ({ api, fields, inputOf }) => {
		const offset = fields.group('options').get('offsetCounts') ?? 'records';
		const input = inputOf('debugLog.getAll');
		return await api.list('debugLog.getAll', input, fields.window(), bareList(offset));
	},
});

export const debugLogs = resource('Debug Log', getMany);
