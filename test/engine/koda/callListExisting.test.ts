import type { INodeParameters } from 'n8n-workflow';

import { byUrl } from '../../../engine/jobs';
import { dashboard } from '../../support/kodaCampaign';
import { ewa, jan, lars, paired, people, useFromItems } from '../../support/kodaFromItems';

/** Create From Items, run again: nobody is called twice. */
const { koda, run, bodies, listIds } = useFromItems();

/** The second call list meets a fault, once. */
const spoilSecond = async (fault: object) =>
	await koda.sandbox().control('faults', {
		vendor: 'koda',
		operationId: 'callList.create',
		skip: 1,
		count: 1,
		...fault,
	});

const REFUSED = { kind: 'status', status: 400 };
const refuseSecond = async () => await spoilSecond(REFUSED);

/** It is created, and nobody hears of it. */
const LOST = { kind: 'reset', applyFirst: true };

describe('lists that are there already', () => {
	test('the same campaign again creates nothing, and says so', async () => {
		const first = await run({ rows: { callsPerList: 2 } }, people(ewa, jan, lars));
		const again = await run({ rows: { callsPerList: 2 } }, people(ewa, jan, lars));
		expect(await bodies()).toHaveLength(2);
		expect(again.json).toEqual(first.json.map((list) => ({ ...list, status: 'existing' })));
	});

	test('a campaign with other people may have the same name', async () => {
		const rows = people(ewa);
		await run({}, rows);
		const { json } = await run({}, people(jan));
		expect(json).toMatchObject([{ status: 'created' }]);
		const again = await run({}, rows);
		expect(again.json).toMatchObject([{ status: 'existing' }]);
		expect(await bodies()).toHaveLength(2);
	});

	test.each<[string, INodeParameters, Array<Record<string, unknown>>, string]>([
		['some of the same people', {}, [ewa, lars], 'has 1 of the 2 people'],
		['another variable', {}, [{ ...ewa, first_name: 'Eva' }, jan], 'has 2 of the 2 people'],
		['one variable more', {}, [{ ...ewa, town: 'Lodz' }, jan], 'has 2 of the 2 people'],
		[
			'another day',
			{ campaignStart: '2099-01-06T09:00:00' },
			[ewa, jan],
			'another campaign_date_start',
		],
		[
			'another start block',
			{ startBlock: byUrl(`${dashboard}/create-bot/x`) },
			[ewa, jan],
			'another start_block_id',
		],
		['lists of another size', { rows: { callsPerList: 1 } }, [ewa, jan], 'has 2 of the 2 people'],
	])('%s under the same name: nobody is called a second time', async (_, parameters, rows, has) => {
		await run({}, people(ewa, jan));
		const { error } = await run(parameters, people(...rows));
		const [id] = (await listIds())['Win-back'];
		expect(error?.message).toContain(
			`'Name' is taken: the bot already has a call list 'Win-back' (${id}), which`,
		);
		expect(error?.message).toContain(has);
		expect(error?.description).toContain('Create Anyway');
		expect(await bodies()).toHaveLength(1);
	});

	test('in several lists, and then in one: nobody is called a second time', async () => {
		await run({ rows: { callsPerList: 1 } }, people(ewa, jan));
		const { error } = await run({}, people(ewa, jan));
		expect(error?.message).toMatch(
			/already has a call list 'Win-back \d' .* has 1 of the 2 people/,
		);
		expect(await bodies()).toHaveLength(2);
	});

	test('what KODA trims or leaves out makes no other campaign of it', async () => {
		await run({}, people({ phone: '600000001', first_name: ' Ewa ', note: '' }));
		expect((await bodies())[0].calls).toEqual([
			{ phone_number: '+48600000001', first_name: ' Ewa ' },
		]);
		const { json } = await run({}, people({ phone: '600000001', first_name: 'Ewa' }));
		expect(json).toMatchObject([{ status: 'existing' }]);
	});

	test.each([
		[
			'before',
			[
				[ewa, lars],
				[ewa, jan],
			],
		],
		[
			'after',
			[
				[ewa, jan],
				[ewa, lars],
			],
		],
	])('its own list is found with one of other people made %s it', async (_, lists) => {
		for (const rows of lists) {
			await run({ options: { existing: 'create' } }, people(...rows));
			// KODA lists by the second of their creation.
			await koda.sandbox().control('clock', { advanceSeconds: 2 });
		}
		const { error, json } = await run({}, people(ewa, jan));
		expect(error).toBeUndefined();
		const { callLists } = await koda.state();
		const own = callLists.find(({ calls }) => JSON.stringify(calls).includes('+48600000002'));
		expect(json).toMatchObject([{ status: 'existing', list_id: own?.id }]);
		expect(await bodies()).toHaveLength(2);
	});

	test('a list whose name KODA shows with blanks around it is the same', async () => {
		await run({}, people(ewa));
		const [id] = (await listIds())['Win-back'];
		await koda.sandbox().control('faults', {
			vendor: 'koda',
			operationId: 'callList.getAll',
			kind: 'status',
			status: 200,
			body: { meta: { status: 200, is_last_page: true }, response: [{ id, name: ' Win-back ' }] },
			count: 1,
		});
		const { json } = await run({}, people(ewa));
		expect(json).toMatchObject([{ status: 'existing', list_id: id }]);
		expect(await bodies()).toHaveLength(1);
	});

	/** The call list of Ewa alone, with her number as KODA might show it. */
	const showNumber = async (shown: unknown) => {
		const [{ calls: _calls, ...settings }] = await bodies();
		const calls = [{ phone_number: shown, custom_data: { first_name: 'Ewa', visits: '3' } }];
		await koda.sandbox().control('faults', {
			vendor: 'koda',
			operationId: 'callList.get',
			kind: 'status',
			status: 200,
			body: { meta: { status: 200 }, response: { ...settings, calls } },
		});
	};

	test.each([['48600000001'], [48_600_000_001], ['+48 600 000 001'], ['0048600000001']])(
		'a number that KODA shows as %p is the same',
		async (shown) => {
			await run({}, people(ewa));
			await showNumber(shown);
			const { json } = await run({}, people(ewa));
			expect(json).toMatchObject([{ status: 'existing' }]);
			expect(await bodies()).toHaveLength(1);
		},
	);

	test.each(['600x', '', null])('a number that cannot be read stops it: %p', async (shown) => {
		await run({}, people(ewa));
		await showNumber(shown);
		const { error } = await run({}, people(ewa));
		expect(error?.message).toContain("a number that cannot be read in the call list 'Win-back'");
		expect(error?.description).toContain('Nothing was created on the strength of it.');
		expect(await bodies()).toHaveLength(1);
	});

	test('an answer without its rows is not taken for no lists', async () => {
		await run({}, people(ewa));
		await koda.sandbox().control('faults', {
			vendor: 'koda',
			operationId: 'callList.getAll',
			kind: 'status',
			status: 200,
			body: { meta: { status: 200 } },
		});
		const { error } = await run({}, people(ewa));
		expect(error?.message).toContain('answered in another form');
		expect(await bodies()).toHaveLength(1);
	});

	test('or created all the same, when asked for', async () => {
		await run({}, people(ewa));
		const { json } = await run({ options: { existing: 'create' } }, people(ewa));
		expect(json).toMatchObject([{ status: 'created' }]);
		expect((await listIds())['Win-back']).toHaveLength(2);
	});
});

describe('when a list cannot be created', () => {
	const three = { rows: { callsPerList: 1 } };
	test('the message says which exist, and the next run creates only the others', async () => {
		await refuseSecond();
		const { error } = await run(three, people(ewa, jan, lars));
		const [id] = (await listIds())['Win-back 1'];
		expect(error?.message).toContain("Call list 'Win-back 2': ");
		expect(error?.description).toContain(`Created by this run: 'Win-back 1' (${id}).`);
		const { json } = await run(three, people(ewa, jan, lars));
		expect(json.map(({ status }) => status)).toEqual(['existing', 'created', 'created']);
		expect(Object.values(await listIds()).filter((ids) => ids.length > 1)).toEqual([]);
	});

	test('with On Error set to continue the others are created, and it becomes an error item of its rows', async () => {
		await refuseSecond();
		const { outputs, error } = await run(three, people(ewa, jan, lars), {
			onError: 'continueRegularOutput',
		});
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ json }) => json.name ?? 'error')).toEqual([
			'Win-back 1',
			'error',
			'Win-back 3',
		]);
		expect(outputs[0][1].json.error).toContain("Call list 'Win-back 2'");
		expect(paired(outputs[0])).toEqual([[0], [1], [2]]);
	});

	test('with an error output, only that list goes there', async () => {
		await refuseSecond();
		const rows = people(ewa, jan, lars, { phone: '', error: 'a column of this name' });
		const { outputs } = await run({ ...three, unusable: 'leaveOut' }, rows, {
			onError: 'continueErrorOutput',
		});
		expect(outputs.map((items) => items.map(({ json }) => json.name ?? json.error))).toEqual([
			['Win-back 1', 'Win-back 3'],
			['a column of this name'],
			[expect.stringContaining("Call list 'Win-back 2'")],
		]);
	});

	test.each<[string, object, object, string]>([
		[
			'it was refused',
			REFUSED,
			{},
			'No call list was created of item 1 and those after it. The whole input again could call people twice.',
		],
		[
			'it was refused, and the others are created',
			REFUSED,
			{ onError: 'continueRegularOutput' },
			'No call list was created of item 1. The whole input again could call people twice.',
		],
		[
			'its answer was lost',
			LOST,
			{},
			'What became of item 1 is unknown. No call list was created of item 2 and those after it. The whole input again could call people twice.',
		],
	])('with Create Anyway the message says what became of its items: %s', async (...row) => {
		const [, fault, settings, left] = row;
		await spoilSecond(fault);
		const options = { existing: 'create' };
		const rows = people(ewa, jan, lars);
		const { outputs, error } = await run({ ...three, options }, rows, settings);
		const details = outputs[0]?.[1]?.json.details as { description: string } | undefined;
		const description = String(error?.description ?? details?.description);
		const [id] = (await listIds())['Win-back 1'];
		expect(description).toContain(`Created by this run: 'Win-back 1' (${id}). ${left}`);
	});

	test('Retry On Fail never creates a list again, even when its answer was lost', async () => {
		await spoilSecond(LOST);
		const { error, json } = await run(three, people(ewa, jan, lars), {
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 1,
		});
		expect(error).toBeUndefined();
		expect(json.map(({ status }) => status)).toEqual(['created', 'existing', 'created']);
		const made = Object.entries(await listIds()).filter(([name]) => name.startsWith('Win-back'));
		expect(made.map(([name, ids]) => [name, ids.length])).toEqual([
			['Win-back 1', 1],
			['Win-back 2', 1],
			['Win-back 3', 1],
		]);
	});
});

test('Retry On Fail keeps a name that is made of the time', async () => {
	await refuseSecond();
	const { json } = await run(
		{ name: "=At {{ $now.toFormat('HH:mm:ss.SSS') }}", rows: { callsPerList: 1 } },
		people(ewa, jan),
		{ retryOnFail: true, maxTries: 2, waitBetweenTries: 5 },
	);
	expect(json.map(({ status }) => status)).toEqual(['created', 'created']);
	expect(new Set((await bodies()).map(({ calls }) => JSON.stringify(calls))).size).toBe(2);
	const [first, second] = json.map(({ name }) => String(name));
	expect(second).toBe(first.replace(/1$/, '2'));
	expect(Object.keys(await listIds()).filter((name) => name.startsWith('At '))).toHaveLength(2);
});

test('after a 413 it says how to send less', async () => {
	await koda.sandbox().control('faults', {
		vendor: 'koda',
		operationId: 'callList.create',
		kind: 'status',
		status: 413,
	});
	const { error } = await run({}, people(ewa));
	expect(error?.message).toContain('too large');
	expect(error?.description).toContain("Add 'Calls per List' under 'Rows'");
});
