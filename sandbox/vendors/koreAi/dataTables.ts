/** Data tables and table views, for apps of the Data module. */
import type { Clock } from '../../clock';
import { ApiError, type Handler } from '../../types';
import { pick } from '../random';
import { idOf, isoText, hexOf } from './ids';

type Value = string | number;
type TableRow = Record<string, Value>;

interface Column {
	name: string;
	type: 'string' | 'number' | 'date';
	isRequired?: true;
}

export interface DataTable {
	name: string;
	columns: Column[];
	rows: TableRow[];
	/** Rows made so far, deleted ones as well. */
	made: number;
}

export interface TableView {
	name: string;
	/** The table that it shows. */
	table: string;
	columns: string[];
}

interface Query {
	expressions: Array<{ field: string; operand: '=' | '!=' | '<' | '>'; value: Value }>;
	operator: 'and' | 'or';
}

/** Columns that every table has. */
const SYSTEM = ['sys_Id', '_id', 'Created_On', 'Updated_On', 'Created_By', 'Updated_By'];

const APP = idOf('st', 'data app');
const MINUTE = 60_000;
const CUSTOMERS = 120;

const TYPES = ['Preferred', 'Regular', 'Gold'] as const;

function systemColumns(table: DataTable, at: number): TableRow {
	const name = `${table.name} ${table.made}`;
	table.made += 1;
	return {
		Updated_On: isoText(at),
		Created_On: isoText(at),
		Updated_By: APP,
		Created_By: APP,
		sys_Id: idOf('sys', name),
		_id: hexOf(`row ${name}`),
	};
}

/** A table of customers that begins with as many rows as need a second page, and a view of it. */
export function seededTables(at: number): { tables: DataTable[]; views: TableView[] } {
	const customers: DataTable = {
		name: 'customertable',
		columns: [
			{ name: 'CustEmail', type: 'string' },
			{ name: 'CustType', type: 'string' },
			{ name: 'CustName', type: 'string', isRequired: true },
			{ name: 'CustId', type: 'number', isRequired: true },
		],
		rows: [],
		made: 0,
	};
	for (let index = 0; index < CUSTOMERS; index += 1) {
		customers.rows.push({
			CustEmail: `customer.${index}@customers.example.com`,
			CustType: pick(TYPES, index),
			CustName: `Customer ${index}`,
			CustId: 1000 + index,
			...systemColumns(customers, at + index * MINUTE),
		});
	}
	const view = {
		name: 'customers_by_type',
		table: customers.name,
		columns: ['CustType', 'CustName'],
	};
	return { tables: [customers], views: [view] };
}

interface Tables {
	tables: DataTable[];
	views: TableView[];
}

const known = <T extends { name: string }>(all: T[], name: string, what: string): T => {
	const found = all.find((one) => one.name === name);
	// Status and words are guesses.
	if (!found) throw new ApiError(400, `${what} not found: ${name}`);
	return found;
};

const HOLDS = {
	'=': (a: Value | undefined, b: Value) => a === b,
	'!=': (a: Value | undefined, b: Value) => a !== b,
	'<': (a: Value | undefined, b: Value) => a !== undefined && a < b,
	'>': (a: Value | undefined, b: Value) => a !== undefined && a > b,
};

/** Whether a row is meant. Throws an ApiError (a guess) for a column that the table has not. */
function meets({ columns }: DataTable, query: Query | undefined) {
	const names = [...columns.map(({ name }) => name), ...SYSTEM];
	for (const { field } of query?.expressions ?? []) {
		if (!names.includes(field)) throw new ApiError(400, `Invalid column: ${field}`);
	}
	return (row: TableRow) => {
		if (!query) return true;
		const results = query.expressions.map(({ field, operand, value }) =>
			HOLDS[operand](row[field], value),
		);
		return query.operator === 'and' ? results.every(Boolean) : results.some(Boolean);
	};
}

/** Throws an ApiError (a guess) for values that the table cannot hold. */
function checkValues({ columns }: DataTable, data: Record<string, unknown>, isNew: boolean): void {
	for (const [name, value] of Object.entries(data)) {
		const column = columns.find((one) => one.name === name);
		if (!column) throw new ApiError(400, `Invalid column: ${name}`);
		const type = column.type === 'number' ? 'number' : 'string';
		if (typeof value !== type) throw new ApiError(400, `Invalid value for ${name}`);
	}
	const missing = columns.find(({ name, isRequired }) => isRequired && data[name] === undefined);
	if (isNew && missing) throw new ApiError(400, `${missing.name} is required`);
}

function pageOf(rows: TableRow[], query: Record<string, unknown>) {
	const start = Number(query.sys_offset ?? 0);
	const end = start + Math.min(Number(query.sys_limit ?? 10), 100);
	return { hasMore: end < rows.length, total: rows.length, queryResult: rows.slice(start, end) };
}

const metaOf = (columns: Column[]) => columns.map(({ name, type }) => ({ name, type }));

/** Handlers of data tables and views. */
export function dataTableHandlers(state: Tables, clock: Clock): Record<string, Handler> {
	const tableOf = (params: Record<string, string>) =>
		known(state.tables, params.tableName, 'Table');
	return {
		'dataTableRow.insertMany': ({ params, body }) => {
			const table = tableOf(params);
			const { data } = body as { data: TableRow[] };
			for (const row of data) checkValues(table, row, true);
			const records = data.map((row) => ({ ...row, ...systemColumns(table, clock.now()) }));
			table.rows.push(...records);
			return { records };
		},
		'dataTableRow.update': ({ params, body }) => {
			const table = tableOf(params);
			const { query, data } = body as { query: Query; data: TableRow };
			checkValues(table, data, false);
			const rows = table.rows.filter(meets(table, query));
			for (const row of rows) Object.assign(row, data, { Updated_On: isoText(clock.now()) });
			return { nModified: rows.length };
		},
		'dataTableRow.delete': ({ params, body }) => {
			const table = tableOf(params);
			const isMeant = meets(table, (body as { query: Query }).query);
			const before = table.rows.length;
			table.rows = table.rows.filter((row) => !isMeant(row));
			return { nDeleted: before - table.rows.length };
		},
		'dataTableRow.getAll': ({ params, query, body }) => {
			const table = tableOf(params);
			const rows = table.rows.filter(meets(table, (body as { query?: Query }).query));
			return { ...pageOf(rows, query), metaInfo: metaOf(table.columns) };
		},
		'tableViewRow.getAll': ({ params, query, body }) => {
			const view = known(state.views, params.viewName, 'View');
			const table = known(state.tables, view.table, 'Table');
			const rows = table.rows.filter(meets(table, (body as { query?: Query }).query));
			const shown = rows.map((row) =>
				Object.fromEntries(view.columns.map((name) => [name, row[name]])),
			);
			// The sample has neither total nor hasMore.
			const { queryResult } = pageOf(shown, query);
			const columns = table.columns.filter(({ name }) => view.columns.includes(name));
			return { metaInfo: metaOf(columns), queryResult };
		},
	};
}
