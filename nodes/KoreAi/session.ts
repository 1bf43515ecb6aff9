import type { IDataObject } from 'n8n-workflow';

import { collection, pageSize, returnAllOrLimit } from '../shared/fields/commonFields';
import { input, koreAi, operation, resource } from './api';
import {
	IDS_PER_CALL,
	filters,
	inputsInTurn,
	lastDays,
	scope,
	tagNames,
	tellDefaults,
} from './history';
import { botById, botOf } from './locators';
import { getMessages } from './sessionMessages';

/** The row in ten fields. */
export const simplify = (row: IDataObject): IDataObject => ({
	sessionId: row.sessionId,
	botId: row.botId,
	userId: row.userId,
	channel: row.channel,
	startTime: row.start_time,
	endTime: row.end_time,
	status: row.sessionStatus,
	containmentType: row.containmentType,
	messages: row.noOfMessagesExchanged,
	tags: tagNames(row.tags),
});

const getMany = operation('session.getAll', {
	name: 'Get Many',
	action: 'Get many sessions',
	description: 'Retrieve a list of conversation sessions of a bot or of the account, newest first',
	simplify,
	fields: [
		...scope,
		...returnAllOrLimit,
		collection('Filters', [
			...filters,
			{
				displayName: 'Containment Type',
				name: 'containmentType',
				type: 'options',
				options: [
					{ name: 'Agent', value: 'agent', description: 'Handed to a person' },
					{ name: 'Drop Off', value: 'dropOff', description: 'Left by the user' },
					{ name: 'Self Service', value: 'selfService', description: 'Dealt with by the bot' },
				],
				default: 'selfService',
			},
			{
				displayName: 'Session Type',
				name: 'sessionType',
				type: 'options',
				options: [
					{ name: 'Interactive', value: 'interactive' },
					{ name: 'Non-Interactive', value: 'non-interactive' },
				],
				default: 'interactive',
			},
		]),
		collection('Options', [pageSize(koreAi.paging.size)]),
	],
	run: async ({ api, fields, inputOf }) => {
		const given = fields.group('filters');
		const splitting = { idsPerCall: IDS_PER_CALL, idsAlone: true };
		const window = fields.window('sessionId');
		const ofAccount = fields.get('scope') === 'account';
		if (ofAccount && given.get('callId')) {
			given.fail('callId', "needs the scope 'Bot'", 'Remove it, or choose a bot.');
		}
		const id = ofAccount ? 'session.getAllOfAccount' : 'session.getAll';
		api.checkCredential(id);
		const inputs = inputsInTurn(inputOf(id), given, splitting);
		const rows = await api.listInTurn(id, inputs, window);
		if (rows.length === 0 && !given.get('sessionIds')) tellDefaults(api, lastDays(given));
		return rows;
	},
});

const close = operation('session.close', {
	name: 'Close',
	action: 'Close session',
	description: 'Close the running session of a person with a bot',
	check: "To find out, look at the status of the person's sessions with 'Get Many' for sessions.",
	fields: [
		botById,
		input('session.close', 'userId', {
			isId: true,
			placeholder: 'e.g. u-1a2b3c4d-…',
			description: 'Whose session to close, by the user ID that sessions have',
		}),
		input('session.close', 'channel', {
			description: 'Channel of the session, such as rtm (web and mobile), msteams or sms',
		}),
	],
	run: async ({ api, fields }) =>
		await api.call('session.close', {
			path: botOf(fields),
			body: { userId: fields.get('userId'), status: 'inactive', channel: fields.get('channel') },
		}),
});

export const sessions = resource('Session', getMany, getMessages, close);
