import { reportFields, reportOf } from '../../compose/campaign/report';
import { operation } from '../api';
import { bot, callList } from '../locators';
import { readResults } from './callResults';

/** `callList.getReport`: one `callList.get`, counted (docs/evidence/koda.md §3.1, §5). */
export const getReport = operation('callList.getReport', {
	name: 'Get Report',
	action: 'Get report of call list',
	description:
		'Count the results of a campaign: calls by status, answered share, attempts and collected variables',
	largeAnswers: true,
	fields: [
		bot,
		callList,
		...reportFields(
			'calling statuses',
			'KODA publishes no list of them: without this option a call counts whose duration is above zero, which is inferred.',
		),
	],
	run: async ({ api, fields }) => {
		const listId = fields.get('callList');
		const kind = fields.get('return');
		const answered =
			kind === 'statuses' ? undefined : fields.group('options').get('answeredStatuses');
		const list = await api.call('callList.get', { path: { botId: fields.get('bot'), listId } });
		const results = readResults({ ...list, calls: api.rowsIn(list.calls, list) }, answered);
		const which = { list_id: listId, list_name: list.name ?? null };
		return reportOf(api, results, { which, kind, instead: "'Get' for the call list" });
	},
});
