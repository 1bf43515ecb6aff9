import type { IDataObject } from 'n8n-workflow';

import { collection, pageSize, returnAllOrLimit } from '../shared/fields/commonFields';
import { koreAi, operation, resource } from './api';
import { filters, inputsInTurn, scope, tagNames } from './history';

/** More are refused; with them every other filter is ignored (docs/evidence/kore-ai.md §3.3). */
export const IDS_PER_CALL = 50;

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
		return await api.listInTurn(id, inputsInTurn(inputOf(id), given, splitting), window);
	},
});

export const sessions = resource('Session', getMany);
