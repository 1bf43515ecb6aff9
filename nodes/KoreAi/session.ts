import type { IDataObject } from 'n8n-workflow';

import { collection, pageSize, returnAllOrLimit } from '../shared/fields/commonFields';
import { botOf, koreAi, needsApp, type KoreOperation, type KoreResource } from './api';
import { bodiesOf, filters, scope, tagNames } from './history';

/** More are refused; with them every other filter is ignored (docs/evidence/kore-ai.md §3.3). */
export const IDS_PER_CALL = 50;

type Containment = 'dropOff' | 'selfService' | 'agent';

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

const getMany: KoreOperation = {
	name: 'Get Many',
	value: 'getAll',
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
	run: async ({ api, fields }) => {
		const given = fields.group('filters');
		const sessionType = given.get<'interactive' | 'non-interactive' | undefined>('sessionType');
		const bodies = bodiesOf(given, { idsPerCall: IDS_PER_CALL, idsAlone: true });
		const containmentType = given.get<Containment | undefined>('containmentType');
		const callId = given.get<string | undefined>('callId');
		const window = fields.window('sessionId');
		if (fields.get('scope') === 'account') {
			needsApp(api, 'adminConsole');
			if (callId) given.reject('callId', "needs the scope 'Bot'", 'Remove it, or choose a bot.');
			const inputs = bodies.map((body) => ({
				query: { containmentType },
				body: { ...body, sessionType },
			}));
			return await api.listInTurn('session.getAllOfAccount', inputs, window);
		}
		const path = botOf({ api, fields });
		const inputs = bodies.map((body) => ({
			path,
			query: { containmentType, callId },
			body: { ...body, sessionType },
		}));
		return await api.listInTurn('session.getAll', inputs, window);
	},
};

export const sessions: KoreResource = {
	name: 'Session',
	value: 'session',
	operations: [getMany],
};
