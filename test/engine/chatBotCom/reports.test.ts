import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, itemsOf } from '../../../engine/jobs';
import {
	SKIP_FAILED,
	errorOf,
	expectFitsSchema,
	storyId,
	useChatBot,
} from '../../support/chatBotCom';
import {
	describeBadInput,
	describeClientToken,
	type BadInput,
	type ChatBotCase,
} from '../../support/chatBotComCases';
import { testEach } from '../../support/sandbox';

const bench = useChatBot();

interface Report {
	data: IDataObject[];
	summary: IDataObject;
}

const reports: Array<[operationId: string, path: string]> = [
	['report.getConversations', '/reports/conversations'],
	['report.getPaidConversations', '/reports/conversations.paid'],
];
const [[conversations]] = reports;

/** A week in Warsaw, where the day begins an hour before that of UTC. */
const WEEK = { period: 'custom', from: '2026-01-12T00:00:00', to: '2026-01-18T23:59:59' };
const SENT_WEEK = { from: '2026-01-11T23:00:00.000Z', to: '2026-01-18T22:59:59.000Z' };

describe.each(reports)('%s', (operationId, path) => {
	test('is a series of the last 30 days when nothing is chosen', async () => {
		const { outputs, json, error } = await bench.run(operationId);
		expect(error).toBeUndefined();
		const request = await bench.onlySent();
		expect(request).toMatchObject({ operationId, method: 'GET', path, contractErrors: [] });
		expect(request.query).toEqual({ period: 'last30days' });
		expect(request.body).toBeNull();
		const { data } = request.responseBody as Report;
		expect(data).toHaveLength(30);
		expect(outputs).toEqual([data.map((row) => ({ json: row, pairedItem: { item: 0 } }))]);
		expectFitsSchema(operationId, json[0]);
	});

	testEach(
		'returns what is chosen',
		[
			['summary', ({ summary }: Report) => [summary]],
			['everything', (report: Report) => [report]],
		],
		async ([what, expected]) => {
			const { outputs } = await bench.run(operationId, { return: what });
			const { responseBody } = await bench.onlySent();
			expect(outputs[0]).toEqual(
				expected(responseBody as Report).map((json) => ({ json, pairedItem: { item: 0 } })),
			);
			const { total, min, max, avg } = (responseBody as Report).summary;
			for (const figure of [total, min, max, avg]) expect(figure).toEqual(expect.any(Number));
		},
	);

	const client: ChatBotCase = { operationId, output: () => [] };
	describe('each refusal', () => describeClientToken(bench, [client]));

	test('a report that is not available right now', async () => {
		await bench.fault(operationId, { kind: 'status', status: 503, count: 9 });
		const error = await bench.runToError(operationId, { requestOptions: { maxRetryWait: 0 } });
		expect(error).toMatchObject({
			message: 'ChatBot.com is not available right now (503, sent once) [item 0]',
			httpCode: '503',
			cause: 'temporarily-unavailable',
		});
	});
});

describe('which conversations', () => {
	const sent = async (parameters: INodeParameters, timezone?: string) => {
		const { error, json } = await bench.run(conversations, parameters, { timezone });
		expect(error).toBeUndefined();
		const { query, contractErrors } = await bench.onlySent();
		expect(contractErrors).toEqual([]);
		return { query, json };
	};

	testEach(
		'a period is sent by its name',
		'today yesterday last7days last30days thisMonth lastMonth last3Months thisYear lastYear'.split(
			' ',
		),
		async (period) => {
			// What was entered while Period was Custom is still there.
			const { query } = await sent({ ...WEEK, period });
			expect(query).toEqual({ period });
		},
	);

	test('a period of the own is sent without a name, in UTC', async () => {
		const { query, json } = await sent(WEEK);
		expect(query).toEqual(SENT_WEEK);
		expect(json).toHaveLength(8);
	});

	const dates: Array<[from: string, timezone: string, sent: string]> = [
		['2026-07-12T00:00:00', 'America/New_York', '2026-07-12T04:00:00.000Z'],
		['2026-07-12', 'UTC', '2026-07-12T00:00:00.000Z'],
		['2026-07-12 08:30', 'Asia/Bangkok', '2026-07-12T01:30:00.000Z'],
		['2026-07-12T00:00:00+02:00', 'UTC', '2026-07-11T22:00:00.000Z'],
		['={{ 1783814400 }}', 'Europe/Warsaw', '2026-07-12T00:00:00.000Z'],
	];

	testEach('a start alone means until now', dates, async ([from, timezone, expected]) => {
		const { query } = await sent({ period: 'custom', from, to: '' }, timezone);
		expect(query).toEqual({ from: expected });
	});

	test('from and to may be the same moment', async () => {
		const { query } = await sent({ period: 'custom', from: '2026-01-12', to: '2026-01-12' }, 'UTC');
		expect(query).toEqual({ from: '2026-01-12T00:00:00.000Z', to: '2026-01-12T00:00:00.000Z' });
	});

	const choices: Array<[collection: string, name: string, values: string[]]> = [
		['options', 'dimension', ['auto', 'year', 'month', 'day', 'hour']],
		['options', 'group', ['storyId', 'source']],
		[
			'filters',
			'source',
			['messenger', 'livechat', 'livechat3', 'slack', 'widget', 'app', 'custom'],
		],
	];

	testEach(
		'each option and filter is sent',
		choices.flatMap(([group, name, all]) => all.map((value) => [group, name, value])),
		async ([group, name, value]) => {
			const { query } = await sent({ period: 'today', [group]: { [name]: value } });
			expect(query).toEqual({ period: 'today', [name]: value });
		},
	);

	test('all options and filters at once', async () => {
		const options = { dimension: 'month', group: 'source' };
		const sales = storyId('Sales');
		const filters = { source: 'app', story: byId(sales) };
		const { query, json } = await sent({ ...WEEK, options, filters });
		expect(query).toEqual({ ...SENT_WEEK, ...options, source: 'app', storyId: sales });
		expect(json).toHaveLength(1);
	});

	test('each item may choose its own period', async () => {
		const periods = ['today', 'yesterday'];
		const { json, outputs } = await bench.run(
			conversations,
			// n8n asks for From as long as an expression might choose Custom.
			{ period: '={{ $json.period }}', from: '2026-01-12' },
			{ items: itemsOf(periods.map((period) => ({ period }))) },
		);
		expect(json).toHaveLength(2);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		const queries = (await bench.sent()).map(({ query }) => query.period);
		expect(queries.sort()).toEqual(periods);
	});
});

describe('an answer of a form that is not published comes out whole', () => {
	testEach(
		'whatever it is',
		[
			['rows by source', { data: { widget: [{ date: 'd', value: 1 }] }, summary: { total: 1 } }],
			['numbers', { data: [1, 2, 3] }],
			['no data', { summary: { total: 28 } }],
		],
		async ([, body]) => {
			await bench.answerWith(conversations, body);
			const { outputs, error } = await bench.run(conversations, { options: { group: 'source' } });
			expect(error).toBeUndefined();
			expect(outputs).toEqual([[{ json: body, pairedItem: { item: 0 } }]]);
		},
	);

	testEach(
		'a list of rows, whatever was to return',
		['everything', 'summary', 'series'],
		async (what) => {
			const body = [
				{ date: 'd', value: 1 },
				{ date: 'e', value: 2 },
			];
			await bench.answerWith(conversations, body);
			const { json, error } = await bench.run(conversations, { return: what });
			expect(error).toBeUndefined();
			expect(json).toEqual(body);
		},
	);

	test('a summary that is missing', async () => {
		const body = { data: [{ date: 'd', value: 1 }] };
		await bench.answerWith(conversations, body);
		const { json } = await bench.run(conversations, { return: 'summary' });
		expect(json).toEqual([body]);
	});
});

test('a series without values is no item', async () => {
	await bench.answerWith(conversations, { data: [], summary: { total: 0 } });
	const { outputs, error } = await bench.run(conversations);
	expect(error).toBeUndefined();
	expect(outputs).toEqual([[]]);
});

describe('what makes no sense is told before anything is sent', () => {
	const custom = (from: string, to: string) => ({ period: 'custom', from, to });
	const table: BadInput[] = reports.flatMap(([operation]): BadInput[] => [
		[
			operation,
			"'To' is before 'From'",
			'Choose a later date',
			custom('2026-01-12', '2026-01-11T23:59:59'),
		],
		...['={{ $json.none }}', ''].map(
			(from): BadInput => [
				operation,
				"'From' is empty",
				"A custom period needs it. Choose another 'Period'.",
				custom(from, '2026-01-12'),
			],
		),
		[operation, "'From' is not a date", 'ISO 8601', custom('last monday', '')],
		[operation, "'To' is not a date", 'ISO 8601', custom('2026-01-12', 'tomorrow')],
		[
			operation,
			"'Period' cannot be 'ever'",
			'last30days',
			{ period: '={{ "ever" }}', from: '2026-01-12' },
		],
		[
			operation,
			"'Source' cannot be 'email'",
			'messenger',
			{ filters: { source: '={{ "email" }}' } },
		],
		[
			operation,
			"'Source' is empty",
			'without it more would be meant',
			{ filters: { source: '={{ $json.none }}' } },
		],
		[
			operation,
			"'Story' is empty",
			'without it more would be meant',
			{ filters: { story: byId('={{ $json.none }}') } },
		],
		[
			operation,
			"'Story' cannot be 'abcd'",
			'the 24 characters of an ID',
			{ filters: { story: byId('abcd') } },
		],
	]);
	describeBadInput(bench, table);
});

test('one item that fails does not stop the others', async () => {
	const froms = ['2026-01-12', 'never', '2026-01-14'];
	const { outputs } = await bench.run(
		conversations,
		{ period: 'custom', from: '={{ $json.from }}', to: '2026-01-15', return: 'summary' },
		{ items: itemsOf(froms.map((from) => ({ from }))), ...SKIP_FAILED },
	);
	expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
		froms.map((_, item) => ({ item })),
	);
	expect(errorOf(outputs[0][1]).message).toBe("'From' is not a date [item 1]");
	expect(Number(outputs[0][0].json.total)).toBeGreaterThan(Number(outputs[0][2].json.total));
});
