import { DateTime } from 'luxon';
import type { IDataObject, INodePropertyCollection } from 'n8n-workflow';

import type { Paging } from '../call/paging';
import type { Input, OperationId, Route, Vendor } from '../call/vendor';
import { inUtc } from '../fields/dates';
import type { Field } from '../fields/field';
import type { Fields, PairRows } from '../fields/fields';
import { inputsOf, sentAs } from './inputs';
import type { Output, RunContext } from './operation';

/** Fields that are for us and not for the service. */
const OURS = ['returnAll', 'limit', 'pageSize'];

const isSent = ({ name, type }: Field) => type !== 'notice' && !OURS.includes(name);

const optionsOf = ({ options = [] }: Field) => options as Field[];

/** The fields that are sent, those in collections too. */
const sent = (fields: readonly Field[]): Field[] =>
	fields
		.flatMap((field) => (field.type === 'collection' ? sent(optionsOf(field)) : [field]))
		.filter(isSent);

/** Throws Error when a field has no place in the call, or the call needs what no field gives. */
export function checkInputs(id: string, route: Route, fields: readonly Field[]): void {
	const inputs = inputsOf(route);
	const given = sent(fields).map(sentAs);
	const lost = given.filter((name) => !Object.hasOwn(inputs, name));
	const missing = Object.keys(inputs).filter(
		(name) => inputs[name].required && !given.includes(name),
	);
	if (lost.length > 0) throw new Error(`${id} takes no ${lost.join(', ')}`);
	if (missing.length > 0) throw new Error(`${id} needs ${missing.join(', ')}`);
}

/** The rows of a fixed collection as the service takes them: names and values as one object, others as a list. */
function rowsOf(fields: Fields, field: Field): unknown {
	const [{ values }] = optionsOf(field) as unknown as INodePropertyCollection[];
	const isPairs = values.length === 2 && values[0].name === 'name' && values[1].name === 'value';
	if (isPairs) return (fields as Fields<Record<string, PairRows>>).pairs(field.name);
	const rows = fields.rows(field.name as never) as Fields[];
	return rows.map((row) => Object.fromEntries(valuesOf(row)));
}

/** What the visible fields hold, by their names in the contract. */
function valuesOf(fields: Fields): Array<[name: string, value: unknown]> {
	return fields.visible.flatMap((field): Array<[string, unknown]> => {
		const { name, type } = field;
		if (type === 'collection') return valuesOf(fields.group(name as never) as Fields);
		if (!isSent(field)) return [];
		const value = type === 'fixedCollection' ? rowsOf(fields, field) : fields.get(name);
		return [[sentAs(field), value]];
	});
}

const isoText = (date: DateTime) => String(inUtc(date));

/** What a call takes of the visible fields: each value where the contract has its name, those that it has not left out. */
export function callInput<Operations>(
	{ routes, dateText = isoText }: Pick<Vendor<Operations>, 'routes' | 'dateText'>,
	id: OperationId<Operations>,
	fields: Fields,
) {
	const route = routes[id];
	const values = new Map(valuesOf(fields));
	const input: Record<Input['in'], IDataObject> = { path: {}, query: {}, header: {}, body: {} };
	// In the contract's order, whatever the editor's is.
	for (const [name, { in: place }] of Object.entries(inputsOf(route))) {
		if (!values.has(name)) continue;
		const value = values.get(name);
		input[place][name] = value instanceof DateTime ? dateText(value) : (value as IDataObject);
	}
	const { path, query, header, body } = input;
	const hasHeader = Object.keys(header).length > 0;
	return { path, query, ...(hasHeader && { header }), ...(route.body && { body }) };
}

interface Reading {
	key?: readonly string[];
	paging?: Paging;
	tidy?: (row: IDataObject) => IDataObject;
}

/** Runs a plain operation: a list when it has Return All, else one call; a deletion answers `{ deleted: true }`. */
export function runPlain<Operations>(
	id: OperationId<Operations>,
	described: readonly Field[],
	{ key, paging, tidy = (row) => row }: Reading,
) {
	const isList = described.some(({ name }) => name === 'returnAll');
	return async ({ api, fields, inputOf }: RunContext<Operations>): Promise<Output | Output[]> => {
		if (isList) {
			const window = (fields as Fields<{ returnAll: boolean; limit: number }>).window(
				...(key ?? []),
			);
			return (await api.list(id, inputOf(id) as never, window, paging)).map(tidy);
		}
		const answer = await api.call(id, inputOf(id) as never);
		return id.endsWith('.delete') ? { deleted: true } : tidy(answer);
	};
}
