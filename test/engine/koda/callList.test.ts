import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { uuidOf } from '../../../sandbox/vendors/random';
import { byId, fromList, itemsOf } from '../../../engine/jobs';
import { UNKNOWN, useKoda } from '../../support/koda';
import { choices, person, sample, usePlanningAt } from '../../support/kodaCampaign';
import {
	describeBadInput,
	describeCases,
	describeRefusals,
	response,
	type KodaCase,
} from '../../support/kodaCases';
import { testEach } from '../../support/sandbox';

const bench = useKoda();
usePlanningAt();

const create = { resource: 'callList', operation: 'create' };

/** The newest list that the sandbox starts with. */
const LIST = uuidOf('koda call list 2');

const simplifiedSummary = (row: IDataObject) => ({
	id: row.id,
	name: row.name,
	status: row.status,
	total_calls: row.total_calls,
	finished_calls: row.finished_calls,
	start_at: row.start_at,
	processed_at: row.processed_at,
	created_at: row.created_at,
});

const cases: KodaCase[] = [
	{
		operationId: 'callList.getAll',
		query: { page: '1', on_page: '20' },
		output: (answer) => response(answer).map(simplifiedSummary),
	},
	{ operationId: 'callList.create', parameters: choices, body: sample, output: response },
	{
		operationId: 'callList.get',
		parameters: { callList: fromList(LIST) },
		path: { listId: LIST },
		output: (answer) =>
			response(answer).map((list) => ({
				name: list.name,
				campaign_date_start: list.campaign_date_start,
				campaign_date_end: list.campaign_date_end,
				processed_at: list.processed_at,
				created_via: list.created_via,
				total_calls: 4,
				calls_by_status: { finished: 4 },
				calls: list.calls,
			})),
	},
	{
		operationId: 'callList.pause',
		parameters: { callList: byId(LIST) },
		path: { listId: LIST },
		output: response,
	},
	{
		operationId: 'callList.resume',
		parameters: { callList: byId(LIST) },
		path: { listId: LIST },
		output: response,
	},
];

describe('each operation', () => describeCases(bench, cases));
describe('each refusal', () => describeRefusals(bench, cases));

describe('Get Many', () => {
	const getAll = { resource: 'callList', operation: 'getAll' };

	/** IDs as KODA sorts them when nothing is chosen: the latest first. */
	const latestFirst = async () => {
		const { callLists } = await bench.state();
		return [...callLists].sort((a, b) => b.createdAt - a.createdAt).map(({ id }) => id);
	};

	test('without Simplify every row is as KODA gives it', async () => {
		const { json } = await bench.run({ ...getAll, simplify: false });
		const [{ responseBody }] = await bench.sent('callList.getAll');
		expect(json).toEqual(response(responseBody as IDataObject));
		expect(json[0]).toMatchObject({
			allowed_calling_hours: '08:00:00-20:00:00',
			created_via: 'dashboard',
		});
	});

	test('sorting and page size are sent when chosen', async () => {
		const sort = { sortBy: 'name', sortOrder: 'ASC' };
		const { json } = await bench.run({ ...getAll, sort, options: { pageSize: 2 } });
		const [{ query }] = await bench.sent('callList.getAll');
		expect(query).toEqual({ page: '1', on_page: '2', sort_by: 'name', sort_order: 'ASC' });
		expect(json.map(({ name }) => name)).toEqual(['Call list 1', 'Call list 2', 'Call list 3']);
	});

	testEach(
		'the rows in order, no page twice and none more than needed',
		[
			['Return All', { returnAll: true }, 203, 11, '20'],
			['Return All in large pages', { returnAll: true, options: { pageSize: 100 } }, 203, 3, '100'],
			['a Limit within a page', { limit: 7 }, 7, 1, '7'],
			['a Limit of one page', { limit: 20 }, 20, 1, '20'],
			['a Limit of two pages', { limit: 40 }, 40, 2, '20'],
			['a Limit into the third page', { limit: 41 }, 41, 3, '20'],
			['the default Limit', {}, 50, 3, '20'],
		],
		async ([, choice, rows, pages, size]) => {
			await bench.sandbox().control('seed', { vendor: 'koda', callLists: 200 });
			const { json } = await bench.run({ ...getAll, ...choice });
			expect(json.map(({ id }) => id)).toEqual((await latestFirst()).slice(0, rows));
			expect(json).toHaveLength(rows);
			const queries = (await bench.sent('callList.getAll')).map(({ query }) => query);
			const expected = Array.from({ length: pages }, (_, index) => ({
				page: `${index + 1}`,
				on_page: size,
			}));
			expect(queries).toHaveLength(pages);
			expect(queries).toEqual(expect.arrayContaining(expected));
		},
	);

	describeBadInput(bench, 'callList.getAll', [
		['a Limit below 1', "'Limit' cannot be 0", /at least 1/, { limit: '={{ 0 }}' }],
		[
			'a field that KODA cannot sort by',
			"'Sort By' cannot be 'id'",
			/Use one of: created_at, .*total_calls/,
			{ sort: { sortBy: '={{ "id" }}' } },
		],
	]);
});

describe('Get, Pause and Resume', () => {
	const at = (operation: string, callList: object) =>
		({ resource: 'callList', operation, callList }) as INodeParameters;

	test('Get without Simplify is what was created, and how each call stands', async () => {
		const [{ list_id: id }] = (await bench.run({ ...create, ...choices })).json;
		const { json } = await bench.run({ ...at('get', byId(String(id))), simplify: false });
		const { phone_number, ...custom_data } = person;
		expect(json).toEqual([
			{
				...sample,
				created_via: 'api',
				calls: [
					{
						attempts_left: 3,
						phone_number,
						custom_data,
						data_collected: {},
						calling_status: 'waiting',
					},
				],
			},
		]);
	});

	test('a list is paused and resumed', async () => {
		const campaign = { ...choices, campaignStart: '2026-01-12T09:00:00', schedule: {} };
		const [{ list_id: id }] = (await bench.run({ ...create, ...campaign })).json;
		const paused = async () =>
			(await bench.state()).callLists.find((list) => list.id === id)?.paused;
		expect((await bench.run(at('pause', byId(String(id))))).json).toEqual([
			{ result: true, msg: 'Tasks canceled' },
		]);
		expect(await paused()).toBe(true);
		const { json } = await bench.run(at('resume', byId(String(id))));
		expect(json).toEqual([{ result: true, count_recovery: 1 }]);
		expect(await paused()).toBe(false);
	});

	test('items come out in order, the one that fails in its place', async () => {
		const { outputs } = await bench.run(at('pause', byId('={{ $json.id }}')), {
			items: itemsOf([{ id: LIST }, { id: UNKNOWN }, { id: LIST }]),
			settings: { onError: 'continueRegularOutput' },
		});
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		const [first, second, third] = outputs[0].map(({ json }) => json);
		expect([first, third]).toEqual(Array(2).fill({ result: true, msg: 'Tasks canceled' }));
		expect(second.error).toMatch(/^KODA answered 404.*\[item 1]$/);
		expect(second.details).toMatchObject({ httpCode: '404' });
	});

	test('without On Error the workflow fails with the error', async () => {
		const { outputs, error } = await bench.run(at('get', byId(UNKNOWN)));
		expect(outputs).toEqual([]);
		expect(error).toMatchObject({
			name: 'NodeApiError',
			message: expect.stringMatching(/^KODA answered 404: .*\[item 0]$/) as unknown,
			description: expect.stringContaining('KODA said: "Call list not found"') as unknown,
			httpCode: '404',
			context: { itemIndex: 0 },
			failure: { cause: 'configuration-invalid' },
		});
	});

	testEach('an answer that it was not done is an error', ['pause', 'resume'], async (operation) => {
		const body = {
			meta: { status: 200 },
			response: { result: false, msg: 'Tasks are finished' },
		};
		const fault = { kind: 'status', status: 200, body };
		await bench
			.sandbox()
			.control('faults', { vendor: 'koda', operationId: `callList.${operation}`, ...fault });
		const { message } = await bench.runToError(at(operation, byId(LIST)));
		expect(message).toContain('did not do this: Tasks are finished');
	});

	testEach('without a call list nothing is sent', ['get', 'pause', 'resume'], async (operation) => {
		const { message } = await bench.runToError(at(operation, byId('={{ $json.id }}')));
		expect(message).toBe("'Call List' is empty [item 0]");
		await bench.expectSilence();
	});
});
