import { isEmpty, pick } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../shared/call/client';
import { texts } from '../../shared/fields/commonFields';
import { field } from '../../shared/fields/field';
import type { Made } from '../../shared/node/operation';
import { input, operationOverAllItems } from '../api';
import type { Operations } from '../contract';

/** 50 MB are the most that one call takes (docs/evidence/kore-ai.md §4.5.1); a little less, for what is around the rows. */
const MOST_BYTES = 49_000_000;

/** Adds rows to a table; answers them in the same order. Throws NodeApiError when not all came back. */
export async function insertRows(
	api: Client<Operations>,
	tableName: string,
	data: IDataObject[],
): Promise<IDataObject[]> {
	const answer = await api.call('dataTableRow.insertMany', { path: { tableName }, body: { data } });
	const records = api.rowsIn(answer.records, answer);
	return records.length === data.length ? records : api.failShape(answer);
}

/** A row, and the input item that it comes of. */
interface Row {
	data: IDataObject;
	from: number;
}

const sizeOf = ({ data }: Row) => Buffer.byteLength(JSON.stringify(data)) + 1;

/** As few batches as the size of a call allows, in the order of the rows. */
export function batchesOf(rows: Row[]): Row[][] {
	const batches: Row[][] = [];
	let left = 0;
	for (const row of rows) {
		const size = sizeOf(row);
		if (size > left) {
			batches.push([]);
			left = MOST_BYTES;
		}
		batches.at(-1)?.push(row);
		left -= size;
	}
	return batches;
}

const which = field({
	displayName: 'Columns',
	name: 'columns',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'All Fields of the Item', value: 'all' },
		{ name: 'Selected Fields', value: 'selected' },
	],
	default: 'all',
	description: 'Which fields of the input items become columns of the same name',
});

export const insertMany = operationOverAllItems('dataTableRow.insertMany', {
	name: 'Insert Many',
	action: 'Insert many data table rows',
	description: 'Add a row to a data table for each input item, all of them in one call',
	check: "To find out, run 'Get Many' for the rows of the table.",
	fields: [
		input('dataTableRow.insertMany', 'tableName', {
			displayName: 'Table Name',
			isName: true,
			description: 'The data table, which has to be assigned to the app with the right to write',
		}),
		which,
		{
			...texts('Fields to Send', 'selected', 'Field', 'names', 'Names of fields of the items'),
			required: true,
			narrows: true,
			displayOptions: { show: { columns: ['selected'] } },
		},
	],
	runAll: async ({ api, fields, checkCommon, items, part }) => {
		checkCommon(['tableName', 'selected']);
		const isAll = fields.get('columns') === 'all';
		const rows = items.map(({ json }, from): Row => {
			const data = isAll
				? json
				: pick(
						json,
						fields.get('selected').map((name) => [name]),
					);
			if (!isEmpty(data)) return { data, from };
			const wayOut = 'Nothing was inserted. Give it one, or filter the item out before.';
			if (isAll) return api.fail(`Item ${from} has no fields`, wayOut);
			return fields.fail('selected', `names no field that item ${from} has`, wayOut);
		});
		const made: Made[] = [];
		for (const [index, batch] of batchesOf(rows).entries()) {
			const from = batch.map((row) => row.from);
			const own = api.for(`rows ${index}`);
			const data = batch.map((row) => row.data);
			const inserted = await part(from, async () => ({
				rows: await insertRows(own, fields.get('tableName'), data),
			}));
			made.push(...itemsOf(inserted));
		}
		return [made];
	},
});

/** One item for each row, linked to the item that it comes of; an error stays one for all. */
function itemsOf(inserted: Made): Made[] {
	const { rows } = inserted.json;
	if (!Array.isArray(rows)) return [inserted];
	return (rows as IDataObject[]).map((json, index) => ({ json, from: [inserted.from[index]] }));
}
