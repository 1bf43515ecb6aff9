import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { parse } from 'yaml';

import { uuidOf } from '../../../sandbox/vendors/random';
import { BOT, byId, byUrl, fromList, itemsOf } from '../../../engine/jobs';
import { UNKNOWN, useKoda } from '../../support/koda';
import { describeBadInput, type BadInput } from '../../support/kodaCases';
import { named, readPage, rowsIn, textIn } from '../../support/htmlPage';
import { expectFitsSchema, expectSent } from '../../support/kodaContract';

const bench = useKoda();

/** The lists that the sandbox starts with: 2 and 4 calls, all answered. */
const [FIRST, LIST] = [uuidOf('koda call list 0'), uuidOf('koda call list 2')];

const report = (callList: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'callList',
	operation: 'getReport',
	callList: byId(callList),
	...more,
});

const answering = async (response: unknown) =>
	await bench.sandbox().control('faults', {
		vendor: 'koda',
		operationId: 'callList.get',
		kind: 'status',
		status: 200,
		body: { meta: { status: 200 }, response },
	});

/** The vendor's sample of a campaign with its only call. */
function sampleAnswer(): IDataObject {
	const file = join(__dirname, '../../../contracts/koda.openapi.yaml');
	const { paths } = parse(readFileSync(file, 'utf8')) as {
		paths: Record<string, Record<string, { operationId?: string; responses: IDataObject }>>;
	};
	const [{ responses }] = Object.values(paths)
		.flatMap((verbs) => Object.values(verbs))
		.filter(({ operationId }) => operationId === 'callList.get');
	const { content } = responses['200'] as { content: IDataObject };
	const { example } = content['application/json'] as { example: { response: IDataObject } };
	return example.response;
}

const which = { list_id: LIST, list_name: 'name' };

describe("the vendor's sample", () => {
	beforeEach(async () => await answering(sampleAnswer()));

	test('as a summary, which is what comes without a choice', async () => {
		const { outputs, error } = await bench.run(report(LIST));
		expect(error).toBeUndefined();
		const json = {
			...which,
			total_calls: 1,
			answered: 1,
			answered_share: 1,
			// All three attempts are left, but the call has begun.
			attempts: 1,
			mean_duration_seconds: 37,
			status_waiting: 1,
			collected_var_1: 0,
			collected_var1: 1,
		};
		expect(outputs).toEqual([[{ json, pairedItem: { item: 0 } }]]);
		const [request, ...more] = await bench.sent('callList.get');
		expect(more).toEqual([]);
		expectSent(request, 'callList.get', { path: { botId: BOT, listId: LIST } });
	});

	test('as a row per call', async () => {
		const { json } = await bench.run(report(LIST, { return: 'calls' }));
		expect(json).toEqual([
			{
				...which,
				phone_number: '+48123123123',
				calling_status: 'waiting',
				was_answered: true,
				attempts: 1,
				attempts_left: 3,
				start_calling: '2021-10-01 18:20:34',
				finish_calling: '2021-10-03 12:20:34',
				duration_seconds: 37,
				variable_first_name: 'Michael',
				variable_package: 'package123',
				collected_var_1: null,
				collected_var1: 'Value 1',
			},
		]);
	});

	test('as a row per status', async () => {
		const { json } = await bench.run(report(LIST, { return: 'statuses' }));
		expect(json).toEqual([{ ...which, status: 'waiting', calls: 1, share: 1 }]);
	});

	test('as a page, which is the file of the summary', async () => {
		const summary = (await bench.run(report(LIST))).json;
		await answering(sampleAnswer());
		const { outputs, error } = await bench.run(report(LIST, { return: 'html' }), {
			timezone: 'Asia/Bangkok',
		});
		expect([error, outputs[0].length]).toEqual([undefined, 1]);
		const [{ json, binary, pairedItem }] = outputs[0];
		expect([json, pairedItem]).toEqual([summary[0], { item: 0 }]);
		const { data, ...file } = binary?.data ?? {};
		expect(file).toMatchObject({ fileName: 'report.html', mimeType: 'text/html' });
		const page = readPage(Buffer.from(String(data), 'base64').toString());
		const [columns, row] = rowsIn(page);
		// Two variables and a collected one, beside what is told of every call.
		expect(columns.slice(8)).toEqual(['collected_var1', 'variable_first_name', 'variable_package']);
		expect([row[0], ...row.slice(5)]).toEqual([
			...['+48123123123', '2021-10-01 18:20:34', '2021-10-03 12:20:34', '37'],
			...['Value 1', 'Michael', 'package123'],
		]);
		expect(named(page, 'h1').map(textIn)).toEqual(['name']);
		for (const told of ['(Asia/Bangkok)', LIST, 'which is inferred', 'in which time zone']) {
			expect(textIn(page)).toContain(told);
		}
	});

	test('as a page under the names that the user gives, with the statuses that count', async () => {
		const { outputs } = await bench.run(
			report(LIST, {
				return: 'html',
				fileName: '={{ $json.week }}.html',
				outputBinaryField: 'page',
				options: { answeredStatuses: ['talked', 'said <yes>'] },
			}),
			{ items: itemsOf([{ week: 'w-3' }]) },
		);
		const [{ json, binary = {} }] = outputs[0];
		expect(json).toMatchObject({ answered: 0 });
		expect(Object.keys(binary)).toEqual(['page']);
		expect(binary.page.fileName).toBe('w-3.html');
		const page = readPage(Buffer.from(binary.page.data, 'base64').toString());
		expect(textIn(page)).toContain('Answered: calls with the status talked, said <yes>.');
		expect(textIn(page)).not.toContain('inferred');
	});

	test('with the statuses that count as answered', async () => {
		const options = { answeredStatuses: ['={{ $json.status }}'] };
		const { json } = await bench.run(report(LIST, { options }), {
			items: itemsOf([{ status: 'talked' }]),
		});
		expect(json[0]).toMatchObject({ answered: 0, answered_share: 0, mean_duration_seconds: null });
	});
});

test('statuses that count as answered may be spelled otherwise', async () => {
	const calls = ['Größe ', 'Größe'.normalize('NFD'), 'other'].map((status) => ({
		phone_number: '+48600000001',
		calling_status: status,
	}));
	await answering({ name: 'Statuses', calls });
	const options = { answeredStatuses: ['\uFEFFGröße'] };
	const { json } = await bench.run(report(LIST, { options }));
	expect(json[0]).toMatchObject({ answered: 2 });
});

test('the fields shown before the first run are those of a summary without calls', async () => {
	await answering({ name: 'Empty', calls: [] });
	const { json } = await bench.run(report(LIST));
	expect(json).toEqual([
		{
			list_id: LIST,
			list_name: 'Empty',
			total_calls: 0,
			answered: 0,
			answered_share: null,
			attempts: 0,
			mean_duration_seconds: null,
		},
	]);
	expectFitsSchema('callList.getReport', {
		...json[0],
		answered_share: 0,
		mean_duration_seconds: 0,
	});
});

describe.each([
	['calls missing', { name: 'Odd' }],
	['calls null', { name: 'Odd', calls: null }],
	['calls an object', { name: 'Odd', calls: { phone_number: '+48123123123' } }],
	['calls a text', { name: 'Odd', calls: 'none' }],
	['calls of nothing', { name: 'Odd', calls: [null, 'x'] }],
	["another operation's answer", { result: true, msg: 'Tasks canceled' }],
])('%s', (_, answer) => {
	test.each(['summary', 'html', 'calls', 'statuses'])('gives no report: %s', async (kind) => {
		await answering(answer);
		const error = await bench.runToError(report(LIST, { return: kind }));
		expect(error.message).toBe('KODA answered in another form than expected [item 0]');
		expect(error.description).toContain("'Endpoint Overrides'");
	});
});

describe('a campaign under way', () => {
	/** A campaign at all hours; numbers that end in 99 never answer in the sandbox. */
	const campaign: INodeParameters = {
		resource: 'callList',
		operation: 'create',
		name: 'Under way',
		startBlock: byUrl(`https://app.kodabots.com/bot/${BOT}/create-bot/b-1`),
		callerPhoneNumber: '+48220000000',
		specifyCalls: 'json',
		callsJson: JSON.stringify([
			{ phone_number: '+48600000001', first_name: 'Ewa' },
			{ phone_number: '+48600000099', order: 'A-17' },
			{ phone_number: '+48600000003' },
		]),
		campaignStart: '2026-01-12T09:00:00',
		allowedHoursStart: '00:00',
		allowedHoursEnd: '23:59',
		campaignVars: ['answer'],
		maxAttempts: 2,
		attemptsDelay: 2,
		schedule: { allowPastStart: true },
	};

	test('is reported as the sandbox played it', async () => {
		const [{ list_id: id }] = (await bench.run(campaign)).json;
		// Enough for both attempts at the number that never answers.
		await bench.sandbox().control('clock', { advanceSeconds: 12 * 3600 });
		const answered = { options: { answeredStatuses: ['finished'] } };
		const of = async (kind: string) =>
			(await bench.run(report(String(id), { return: kind, ...answered }))).json;

		const [summary] = await of('summary');
		expect(summary).toEqual({
			list_id: id,
			list_name: 'Under way',
			total_calls: 3,
			answered: 2,
			answered_share: 0.6667,
			attempts: 1 + 2 + 1,
			// The sandbox's talks take 7 seconds, and one more with each call.
			mean_duration_seconds: (7 + 9) / 2,
			status_finished: 2,
			status_no_answer: 1,
			collected_answer: 2,
		});
		const rows = await of('calls');
		expect(rows.map((row) => Object.keys(row))).toEqual(Array(3).fill(Object.keys(rows[0])));
		expect(
			rows.map(({ variable_first_name: name, variable_order: order }) => [name, order]),
		).toEqual([
			['Ewa', null],
			[null, 'A-17'],
			[null, null],
		]);
		expect(
			rows.map(({ was_answered: did, attempts, attempts_left: left }) => [did, attempts, left]),
		).toEqual([
			[true, 1, 1],
			[false, 2, 0],
			[true, 1, 1],
		]);
		expect(rows.map(({ collected_answer: answer }) => answer)).toEqual([
			'answer given',
			null,
			'answer given',
		]);
		expect(await of('statuses')).toEqual([
			{ list_id: id, list_name: 'Under way', status: 'finished', calls: 2, share: 0.6667 },
			{ list_id: id, list_name: 'Under way', status: 'no_answer', calls: 1, share: 0.3333 },
		]);
	});

	test('has nothing to tell before its first call', async () => {
		const [{ list_id: id }] = (await bench.run(campaign)).json;
		const [summary] = (await bench.run(report(String(id)))).json;
		expect(summary).toMatchObject({
			answered: 0,
			attempts: 0,
			mean_duration_seconds: null,
			status_waiting: 3,
			collected_answer: 0,
		});
	});
});

test('the rows of several lists are linked to their items, and name their list', async () => {
	const { outputs } = await bench.run(
		{ ...report(''), callList: fromList('={{ $json.id }}'), return: 'calls' },
		{ items: itemsOf([{ id: LIST }, { id: FIRST }]) },
	);
	const links = outputs[0].map(({ json, pairedItem }) => [
		json.list_id,
		json.list_name,
		pairedItem,
	]);
	expect(links).toEqual([
		...Array(4).fill([LIST, 'Call list 3', { item: 0 }]),
		...Array(2).fill([FIRST, 'Call list 1', { item: 1 }]),
	]);
});

describe('too much for a report', () => {
	const named = (prefix: string, count: number) =>
		Object.fromEntries(Array.from({ length: count }, (_, n) => [`${prefix}${n}`, 'x']));
	const numbered = (count: number) =>
		Array.from({ length: count }, (_, n) => ({ calling_status: `s${n}` }));
	const sparse = (variables: number, count: number) => [
		{ custom_data: named('a', variables) },
		...Array.from({ length: count - 1 }, () => ({})),
	];
	const wide = [{ custom_data: named('a', 600), data_collected: named('b', 401) }];
	const collected = [{ data_collected: named('b', 900) }, ...numbered(101)];

	test.each([
		[
			'variables in rows',
			'calls',
			wide,
			'The calls have 1001 different variables, and each would be a column',
		],
		[
			'statuses in a summary',
			'summary',
			numbered(1001),
			'The calls have 1001 different statuses and collected variables, and each would be a column',
		],
		[
			'statuses beside a page',
			'html',
			numbered(1001),
			'The calls have 1001 different statuses and collected variables, and each would be a column',
		],
		[
			'statuses and collected variables in a summary',
			'summary',
			collected,
			'The calls have 1002 different statuses and collected variables, and each would be a column',
		],
		[
			'cells',
			'calls',
			sparse(1000, 5001),
			'5001 calls with 1000 different variables are too many: each row would have all of them',
		],
	])('%s are refused with the way out', async (_, kind, calls, message) => {
		await answering({ name: 'Large', calls });
		const error = await bench.runToError(report(LIST, { return: kind }));
		expect(error.message).toBe(`${message} [item 0]`);
		expect(error.description).toContain("Use 'Get' for the call list");
	});

	test.each([
		['many variables can be counted', 'summary', wide, 1],
		['as many columns as there may be', 'summary', numbered(1000), 1],
		['many variables are told of on a page', 'html', wide, 1],
		['many calls with many variables are on a page', 'html', sparse(1000, 5001), 1],
		['many statuses have a row each', 'statuses', numbered(1001), 1001],
		['many variables of few calls', 'calls', sparse(1000, 3), 3],
		['many calls with few variables', 'calls', sparse(10, 5001), 5001],
	])('%s', async (_, kind, calls, count) => {
		await answering({ name: 'Large', calls });
		const { json, error } = await bench.run(report(LIST, { return: kind }));
		expect([error, json.length]).toEqual([undefined, count]);
	});

	test('a million cells in wide rows are no quadratic work', async () => {
		await answering({ name: 'Wide', calls: sparse(1000, 1000) });
		const begun = process.cpuUsage();
		const { json } = await bench.run(report(LIST, { return: 'calls' }));
		// Microseconds of our own, whatever else runs on the machine; it has been 19 seconds.
		expect(process.cpuUsage(begun).user).toBeLessThan(5_000_000);
		expect(json).toHaveLength(1000);
	});
});

test('a list that KODA does not know is a 404 that tells of the guessed address', async () => {
	const error = await bench.runToError(report(UNKNOWN));
	expect(error).toMatchObject({ httpCode: '404', pairedItem: { item: 0 } });
	expect(error.description).toContain('KODA said: "Call list not found"');
	expect(error.description).toContain("{listId}' is a guess");
});

describeBadInput(bench, 'callList.getReport', [
	[
		'no call list',
		"'Call List' is empty",
		/correct the expression/,
		{ callList: byId('={{ $json.id }}') },
	],
	[
		'a report that there is not',
		"'Return' cannot be 'chart'",
		/Use one of: summary, html \(HTML Report\), calls \(Row per Call\), statuses \(Row per Status\)/,
		{ callList: byId(LIST), return: 'chart' },
	],
	...[
		['={{ $json.statuses }}', 'is empty'] as const,
		[['finished', ''], 'has an empty entry'] as const,
	].map(
		([answeredStatuses, what]): BadInput => [
			`statuses that count as answered, but ${what}`,
			`'Answered Statuses' ${what}`,
			/remove/,
			{ callList: byId(LIST), options: { answeredStatuses: answeredStatuses as string } },
		],
	),
]);
