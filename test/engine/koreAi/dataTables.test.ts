import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { batchesOf } from '../../../nodes/KoreAi/admin/insertRows';
import { itemsOf } from '../../../engine/jobs';
import { expectEach } from '../../support/each';
import { bodyOf, BOT_APP, DATA_APP, useKore } from '../../support/koreAi';
import { ADMIN_MINIMAL, cells, TABLE, where } from '../../support/koreAiAdmin';

/** Rows of data tables and table views: what is sent, what comes of it, and what is refused. */
const bench = useKore();
const { sent, onlySent, answerWith, fault, state } = bench;

const ALL = { returnAll: true };
const table = { tableName: TABLE };
const account = DATA_APP;

const run: typeof bench.run = async (id, own, rest) =>
	await bench.run(id, own, { account, ...rest });
const runToError: typeof bench.runToError = async (id, own, rest) =>
	await bench.runToError(id, own, { account, ...rest });

const rows = async () => (await state()).tables[0].rows;
const idsOf = (json: IDataObject[]) => json.map(({ sys_Id: id }) => id);

describe('get many', () => {
	test('120 rows in two calls, of which the second skips 100', async () => {
		const { json, error } = await run('dataTableRow.getAll', { ...table, ...ALL });
		expect(error).toBeUndefined();
		expect(json).toEqual(await rows());
		const requests = await sent();
		expect(requests.map(({ query }) => query)).toEqual([
			{ sys_limit: '100', sys_offset: '0' },
			{ sys_limit: '100', sys_offset: '100' },
		]);
		expect(requests[0]).toMatchObject({
			method: 'POST',
			path: `/api/public/tables/${TABLE}/query`,
			body: {},
			contractErrors: [],
		});
	});

	test.each([
		['and', [1115]],
		['or', [1000, 1001, 1002, 1115]],
	])('conditions that have to match by %s', async (operator, wanted) => {
		const low = operator === 'and' ? '1116' : '1003';
		const own = where(
			{ field: 'CustId', operand: 'lessThan', kind: 'number', value: low },
			{ field: 'CustName', value: 'Customer 115' },
		);
		const filters = { ...own, operator };
		const { json } = await run('dataTableRow.getAll', { ...table, ...ALL, filters });
		expect(json.map(({ CustId }) => CustId)).toEqual(wanted);
		expect(bodyOf(await onlySent())).toEqual({
			query: {
				expressions: [
					{ field: 'CustId', operand: '<', value: Number(low) },
					{ field: 'CustName', operand: '=', value: 'Customer 115' },
				],
				operator,
			},
		});
	});

	test('a view, which says nothing of more, until a page is empty', async () => {
		const { json, error } = await run('tableViewRow.getAll', {
			viewName: 'customers_by_type',
			...ALL,
		});
		expect(error).toBeUndefined();
		expect(json).toEqual((await rows()).map(({ CustType, CustName }) => ({ CustType, CustName })));
		expect((await sent()).map(({ query }) => query.sys_offset)).toEqual(['0', '100', '120']);
	});
});

describe('insert', () => {
	test('a row, with values in their types', async () => {
		const { json, error } = await run('dataTableRow.insert', {
			...table,
			...cells(
				{ field: 'CustName', value: 'Jane' },
				{ field: 'CustId', kind: 'number', value: '17' },
			),
		});
		expect(error).toBeUndefined();
		expect(json).toEqual([(await rows()).at(-1)]);
		expect(json).toMatchObject([{ CustName: 'Jane', CustId: 17 }]);
		expect(await onlySent()).toMatchObject({
			method: 'POST',
			path: `/api/public/tables/${TABLE}/bulk`,
			body: { data: [{ CustName: 'Jane', CustId: 17 }] },
		});
	});

	test('columns that look like flags and errors of an answer are neither', async () => {
		const row = { success: 'no', status: 500, errors: 'none', result: false };
		const valuesJson = JSON.stringify(row);
		await answerWith('dataTableRow.insertMany', { records: [{ ...row, sys_Id: 'sys-1' }] });
		const { json } = await run('dataTableRow.insert', {
			...table,
			specifyValues: 'json',
			valuesJson,
		});
		expect(json).toEqual([{ ...row, sys_Id: 'sys-1' }]);
		expect(bodyOf(await onlySent())).toEqual({ data: [row] });
	});

	test('many: all items in one call, each with the item that it comes of', async () => {
		const items = itemsOf([
			{ CustName: 'Jane', CustId: 17 },
			{ CustName: 'Mike', CustId: 18 },
			{ CustName: 'Ewa', CustId: 19 },
		]);
		const { outputs, json, error } = await run('dataTableRow.insertMany', table, { items });
		expect(error).toBeUndefined();
		expect(json.map(({ CustId }) => CustId)).toEqual([17, 18, 19]);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([
			[{ item: 0 }],
			[{ item: 1 }],
			[{ item: 2 }],
		]);
		expect(idsOf(json)).toEqual(idsOf((await rows()).slice(-3)));
		expect(bodyOf(await onlySent())).toEqual({ data: items.map((item) => item.json) });
	});

	test('many: only some fields, and an item that has none of them stops it', async () => {
		const own = { ...table, columns: 'selected', selected: ['CustName', 'CustId'] };
		const good = { CustName: 'Jane', CustId: 17, note: 'for us' };
		await run('dataTableRow.insertMany', own, { items: itemsOf([good]) });
		expect(bodyOf(await onlySent())).toEqual({ data: [{ CustName: 'Jane', CustId: 17 }] });
		const items = itemsOf([good, { note: 'for us' }]);
		const { error } = await run('dataTableRow.insertMany', own, { items });
		expect(error?.message).toContain("'Fields to Send' names no field that item 1 has");
		const bare = await run('dataTableRow.insertMany', table, { items: itemsOf([{}]) });
		expect(bare.error?.message).toContain('Item 0 has no fields');
		expect(await sent()).toHaveLength(1);
	});

	test('many: what is too large for one call goes in several', () => {
		const note = 'x'.repeat(17_000_000);
		const all = [0, 1, 2, 3].map((from) => ({ data: from === 3 ? { from } : { note }, from }));
		const batches = batchesOf(all).map((batch) => batch.map(({ from }) => from));
		expect(batches).toEqual([
			[0, 1],
			[2, 3],
		]);
	});

	test('fewer rows in the answer than were sent are no success', async () => {
		await answerWith('dataTableRow.insertMany', { records: [{ sys_Id: 'sys-1' }] });
		const items = itemsOf([{ CustName: 'Jane' }, { CustName: 'Mike' }]);
		const { error } = await run('dataTableRow.insertMany', table, { items });
		expect(error?.message).toContain('whether the operation took effect is unknown');
		expect(error?.description).toContain("run 'Get Many' for the rows");
	});

	test("a row that the table does not take, in Kore.ai's words", async () => {
		const error = await runToError('dataTableRow.insert', {
			...table,
			...cells({ field: 'Nickname', value: 'J' }),
		});
		expect(error.description).toContain('Invalid column: Nickname');
	});
});

describe('update and delete', () => {
	const gold = where({ field: 'CustType', value: 'Gold' });

	test('update changes the rows that are meant', async () => {
		const { json, error } = await run('dataTableRow.update', {
			...table,
			...gold,
			...cells({ field: 'CustType', value: 'Platinum' }),
		});
		expect(error).toBeUndefined();
		expect(json).toEqual([{ nModified: 40 }]);
		expect(await onlySent()).toMatchObject({
			method: 'PUT',
			body: {
				query: {
					expressions: [{ field: 'CustType', operand: '=', value: 'Gold' }],
					operator: 'and',
				},
				data: { CustType: 'Platinum' },
			},
		});
		expect((await rows()).filter(({ CustType }) => CustType === 'Platinum')).toHaveLength(40);
	});

	test('delete, once it is confirmed', async () => {
		const own = { ...table, ...gold };
		const error = await runToError('dataTableRow.delete', { ...own, confirmation: 'yes' });
		expect(error.message).toContain("'Confirmation' does not say DELETE");
		expect(await sent()).toEqual([]);
		const { json } = await run('dataTableRow.delete', { ...own, confirmation: 'DELETE' });
		expect(json).toEqual([{ nDeleted: 40 }]);
		expect(await onlySent()).toMatchObject({
			method: 'DELETE',
			path: `/api/public/tables/${TABLE}`,
		});
		expect(await rows()).toHaveLength(80);
	});

	test('none without conditions, or with one whose expression gives nothing', async () => {
		const empty = where({ field: 'CustType', value: '={{ $json.none }}' });
		await expectEach(
			['dataTableRow.update', 'dataTableRow.delete'].flatMap((id) => [
				[id, { conditions: {} }, "'Conditions' is empty"],
				[id, empty, "'Value' is empty"],
			]) as Array<[string, INodeParameters, string]>,
			async ([id, own, text]) => {
				const error = await runToError(id, { ...ADMIN_MINIMAL[id], ...own });
				expect(error.message).toContain(text);
			},
		);
		expect(await sent()).toEqual([]);
	});

	test('values that make no row', async () => {
		await expectEach(
			[
				[{ values: {} }, "'Values' is empty"],
				[
					cells({ field: 'CustType', value: 'Gold' }, { field: 'CustType', value: 'New' }),
					"'CustType' is there twice",
				],
				[{ specifyValues: 'json', valuesJson: '[1]' }, 'is no object with values'],
			] as Array<[INodeParameters, string]>,
			async ([own, text]) => {
				const error = await runToError('dataTableRow.insert', { ...table, ...own });
				expect(error.message).toContain(text);
			},
		);
		expect(await sent()).toEqual([]);
	});

	test('a number that is none, or would be rounded', async () => {
		await expectEach(
			[
				['many', 'is no number'],
				['90071992547409931', 'is a number with too many digits'],
			] as const,
			async ([value, text]) => {
				const own = where({ field: 'CustId', kind: 'number', value });
				const error = await runToError('dataTableRow.getAll', { ...table, filters: own });
				expect(error.message).toContain(text);
			},
		);
	});
});

test('another app than that of the table is told which access it needs', async () => {
	const error = await runToError('dataTableRow.getAll', table, { account: BOT_APP });
	expect(error).toMatchObject({ httpCode: '403' });
	expect(error.description).toContain('Read access to the data table');
	await fault('dataTableRow.getAll', { kind: 'status', status: 401 });
	const unknown = await runToError('dataTableRow.getAll', table);
	expect(unknown.httpCode).toBe('401');
});
