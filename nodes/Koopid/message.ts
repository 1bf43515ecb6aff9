import { isEmpty } from 'lodash';

import { rowsOf } from '../shared/call/answers';
import { shownOf } from '../shared/call/sayings';
import { fieldList } from '../shared/fields/field';
import type { ValuesOf } from '../shared/fields/fields';
import { fileFields, fileItem } from '../shared/node/files';
import type { Output, RunContext } from '../shared/node/operation';
import { operation, resource } from './api';
import type { Operations } from './contract';
import { provider, providerOf } from './provider';
import { inOrder, rowsOfRanges, statistic } from './statistics';
import { rangeOptions, rangesOf, fromAndTo, timeRange, type Range } from './timeRange';

const getRedacted = operation('message.getRedacted', {
	name: 'Get Redacted',
	action: 'Get redacted messages',
	description:
		'Retrieve messages whose personal data Koopid has replaced (needs the role Provider Admin)',
	fields: [provider, ...timeRange()],
	run: async ({ api, fields }) => {
		const path = providerOf(fields);
		return await rowsOfRanges(
			fields,
			async (times) =>
				await api.answer('message.getRedacted', { path, query: { ...path, ...times } }),
		);
	},
});

/** Documented words of `status`, and what they come to (docs/evidence/koopid.md §5). */
const STATUSES = new Map([
	['success', 'complete'],
	['No redacted messages', 'noMessages'],
	['Failed to get plot', 'noPlot'],
]);

const plotFields = fieldList([
	provider,
	...fromAndTo,
	...fileFields('plot.html'),
	rangeOptions({
		displayName: 'View Type',
		name: 'viewType',
		type: 'string',
		default: '',
		description: 'Type of the plot. Koopid says that it ignores this.',
	}),
]);

/** One answer as an item: the messages, and the plot as a file where there is one. */
async function withPlot(
	context: RunContext<Operations, ValuesOf<typeof plotFields>>,
	{ start, end, window }: Range,
): Promise<Output> {
	const { api, fields } = context;
	const viewtype = fields.group('options').get('viewType');
	const path = providerOf(fields);
	const query = { ...path, start, end, viewtype };
	const answer = await api.call('message.getRedactedWithPlot', { path, query });
	const { extractedMessages, redactedMessages, htmlView, status } = answer;
	// The documentation names the same list in two ways.
	const given = [extractedMessages, redactedMessages].filter((list) => !isEmpty(list ?? []));
	const [messages] = given.map(rowsOf).filter((rows) => rows !== undefined);
	if (!messages && given.length > 0) return api.failShape(answer);
	const outcome = STATUSES.get(String(status)) ?? 'unknown';
	if (outcome === 'unknown' && !messages && !htmlView) {
		api.fail(
			`Koopid gave no messages and no plot: ${String(status ?? 'its answer has no status')}`,
			`${shownOf(answer)} Koopid does not publish what that means. If the time range is long, split it by the option 'Window Size (Days)'.`.trim(),
		);
	}
	const json = {
		...(window && { window }),
		outcome,
		status,
		count: messages?.length ?? 0,
		messages: messages ?? [],
	};
	if (typeof htmlView !== 'string' || htmlView === '') return json;
	return await fileItem(context, json, htmlView, 'text/html');
}

const getRedactedWithPlot = operation('message.getRedactedWithPlot', {
	name: 'Get Redacted With Plot',
	action: 'Get redacted messages with plot',
	description:
		'Retrieve redacted messages and a plot of them as an HTML file (needs the role Provider Admin)',
	fields: plotFields,
	run: async (context) =>
		await inOrder(rangesOf(context.fields), async (range) => await withPlot(context, range)),
});

export const messages = resource(
	'Message',
	statistic(
		'message.getMessages',
		'Get Messages',
		'Get messages',
		'Retrieve Messages of the dashboard',
	),
	getRedacted,
	getRedactedWithPlot,
	statistic(
		'message.getTopWords',
		'Get Top Words',
		'Get top words',
		'Retrieve Top Words of the dashboard',
	),
);
