import type { IDataObject } from 'n8n-workflow';

import { collection, returnAllOrLimit } from '../../shared/fields/commonFields';
import { inUtc } from '../../shared/fields/dates';
import { thingIn } from '../../shared/fields/lists';
import { input, operation, resource } from '../api';
import { botById, botOf } from '../locators';
import { fromTo, periodOf } from '../period';
import { bareList } from './lists';

const TRANSLATIONS = 'translationLog.getAll';

/** The row in nine fields, without what was sent to the engine beside the text. */
const simplify = (row: IDataObject): IDataObject => {
	const { sourceText, targetLanguage } = thingIn(thingIn(row.inputPayload).payloadFields);
	return {
		sessionId: row.sessionId,
		timestamp: row.timestamp,
		sourceText,
		targetLanguage,
		translations: thingIn(row.outputPayload).translations,
		engine: row.engine,
		success: row.success,
		statusCode: row.statusCode,
		batchSize: row.batchSize,
	};
};

const getMany = operation(TRANSLATIONS, {
	name: 'Get Many',
	action: 'Get many translation logs',
	description: 'Retrieve a list of what was translated for a bot, with an app created in the bot',
	simplify,
	fields: [
		botById,
		...returnAllOrLimit,
		collection('Filters', [
			...fromTo,
			input(TRANSLATIONS, 'sessionId', {
				isId: true,
				description: 'Only of this session; of any time, if neither From nor To is given',
			}),
		]),
	],
	run: async ({ api, fields }) => {
		const given = fields.group('filters');
		const sessionId = given.get('sessionId');
		const dates = [given.get('from'), given.get('to')];
		// One of the three has to be given.
		const isAnyTime = sessionId !== undefined && dates.every((date) => date === undefined);
		const { from, to } = isAnyTime ? {} : periodOf(given);
		const query = { sessionId, fromDate: inUtc(from), toDate: inUtc(to) };
		const window = fields.window('timestamp', 'sessionId');
		return await api.list(
			TRANSLATIONS,
			{ path: botOf(fields), query },
			window,
			bareList('records'),
		);
	},
});

export const translationLogs = resource('Translation Log', getMany);
