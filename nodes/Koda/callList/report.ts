import {
	answeredIn,
	reportFields,
	reportOf,
	type ReportWords,
} from '../../compose/campaign/report';
import { operation } from '../api';
import { bot, callList } from '../locators';
import { readResults } from './callResults';

const words: ReportWords = {
	statuses: 'calling statuses',
	answered:
		'KODA publishes no list of statuses, so a call counts whose duration is above zero, which is inferred.',
	times: 'Times are as KODA gives them. It does not say in which time zone.',
	instead: "'Get' for the call list",
};

/** `callList.getReport`: one `callList.get`, counted (docs/evidence/koda.md §3.1, §5). */
export const getReport = operation('callList.getReport', {
	name: 'Get Report',
	action: 'Get report of call list',
	description:
		'Count the results of a campaign: calls by status, answered share, attempts and collected variables',
	largeAnswers: true,
	fields: [bot, callList, ...reportFields(words)],
	run: async (context) => {
		const { api, fields } = context;
		const listId = fields.get('callList');
		const list = await api.call('callList.get', { path: { botId: fields.get('bot'), listId } });
		const calls = api.rowsIn(list.calls, list);
		const results = readResults({ ...list, calls }, answeredIn(fields));
		return await reportOf(context, { id: listId, name: list.name, results }, words);
	},
});
