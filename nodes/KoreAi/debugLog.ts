import { collection, pageSize, returnAllOrLimit } from '../shared/fields/commonFields';
import { inUtc } from '../shared/fields/dates';
import type { Paging } from '../shared/call/paging';
import { botOf, onlyFor, type KoreOperation, type KoreResource } from './api';
import { botById } from './locators';

const MOST = 50;

/** A bare list: a shorter page is the last one; `offset` counts rows or pages (docs/evidence/kore-ai.md §3.5). */
const paging = (inPages: boolean): Paging => ({
	size: MOST,
	ask: ({ page, skip }, size) => ({ limit: size, offset: inPages ? page - 1 : skip }),
	read: (body, size) => ({
		rows: body,
		last: Array.isArray(body) && body.length < size,
	}),
});

const getMany: KoreOperation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many debug logs',
	description: 'Retrieve the debug logs of one conversation, with an app created in the bot',
	fields: [
		botById,
		{
			displayName: 'Identity',
			name: 'identity',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 5f1e…/smartassist/64b6…',
			description:
				'What names the conversation: for voice the call ID, for SmartAssist account ID/smartassist/session ID',
		},
		...returnAllOrLimit,
		collection('Filters', [
			{
				displayName: 'Channel Type',
				name: 'channelType',
				type: 'string',
				default: '',
				placeholder: 'e.g. ivrVoice',
				description:
					'Channel of the conversation, such as rtm (what Kore.ai takes without it), ivrVoice, smartassist or webhook',
			},
			{
				displayName: 'From',
				name: 'from',
				type: 'dateTime',
				default: '',
				description: 'Only logs from this time on. Kore.ai names it in its older documentation.',
			},
			{
				displayName: 'To',
				name: 'to',
				type: 'dateTime',
				default: '',
				description: 'Only logs up to this time. Kore.ai names it in its older documentation.',
			},
		]),
		collection('Options', [
			{
				displayName: 'Minimum Info',
				name: 'minimumInfo',
				type: 'boolean',
				default: false,
				description: 'Whether to retrieve a summary of each log only',
			},
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
			{
				displayName: 'Time Zone',
				name: 'timezone',
				type: 'string',
				default: '',
				placeholder: 'e.g. America/New_York',
				description: 'Time zone of the times in the logs, as an IANA name',
			},
		]),
	],
	run: async ({ api, fields }) => {
		const given = fields.group('filters');
		const options = fields.group('options');
		const { from, to } = given.period('from', 'to');
		const query = {
			identity: fields.get('identity'),
			channelType: given.get<string | undefined>('channelType'),
			fromDate: inUtc(from),
			toDate: inUtc(to),
			minimumInfo: options.get<boolean | undefined>('minimumInfo'),
			timezone: options.get<string | undefined>('timezone'),
		};
		const inPages = options.get<string | undefined>('offsetCounts') === 'pages';
		const input = { path: botOf({ api, fields }), query };
		return await api.list('debugLog.getAll', input, fields.window(), paging(inPages));
	},
};

export const debugLogs: KoreResource = {
	name: 'Debug Log',
	value: 'debugLog',
	operations: [onlyFor('bot', getMany)],
};
