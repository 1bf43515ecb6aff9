import { flatten } from '../../nodes/shared/openapi/schema';
import type { Route } from '../../nodes/shared/call/vendor';
import type { OperationEntry, Schema } from './document';
import { answerSchema, answersAnything, answerTypes, operationIdOf } from './document';
import { typeOf } from './schema';

type Answer = Pick<Route, 'untyped' | 'file' | 'accept' | 'shows' | 'names' | 'rowNames'>;

/** What an answer of any shape is asked for as, and kept as. */
function anyAnswer({ operation }: OperationEntry): Answer {
	const types = answerTypes(operation);
	const isJson = (type: string) => type.includes('json');
	return {
		untyped: true,
		...(!types.some(isJson) && { file: true }),
		...(!types.every(isJson) && { accept: '*/*' }),
	};
}

/** The rows of a list: it is bare, or the only list beside what is said of it. */
function rowsIn({ items, properties = {} }: Schema): Schema {
	const lists = Object.values(properties)
		.map(flatten)
		.filter(({ items: rows }) => rows);
	return flatten(items ?? lists[0]?.items ?? {});
}

/** Whether all that stands beside a list is numbers and flags. */
function isPage({ properties = {} }: Schema): boolean {
	const kinds = Object.values(properties).map((one) => typeOf(flatten(one)) ?? 'any');
	const isCount = (kind: string) => ['integer', 'number', 'boolean'].includes(kind);
	return kinds.filter((kind) => !isCount(kind)).join() === 'array';
}

/** What an answer wraps in the two envelopes that there are; undefined when it has none. */
const enveloped = ({ properties: { meta, response, status, data } = {} }: Schema) =>
	(meta && response) ?? (status && data);

const namesOf = ({ properties = {} }: Schema) => Object.keys(properties);

/**
 * What a contract says of the answers to an operation. Of a change, `x-success`; of a thing that is read, what it
 * always has, or else the names that it may have; of a list, the names that a row may have.
 */
export function answerOf(entry: OperationEntry, isSafe: boolean): Answer {
	const { operation } = entry;
	const id = operationIdOf(entry);
	const shows = operation['x-success'] as Route['shows'];
	if (answersAnything(operation)) return anyAnswer(entry);
	if (shows) return Object.keys(shows).length > 0 ? { shows } : {};
	if (!isSafe) throw new Error(`${id} changes something and has no x-success`);
	const whole = flatten(answerSchema(operation) ?? {});
	const data = flatten(enveloped(whole) ?? whole);
	if (data.items || /\.(getAll|search)/.test(id)) {
		const rowNames = namesOf(rowsIn(data));
		return rowNames.length > 0 ? { rowNames } : {};
	}
	const isValue = (name: string) =>
		['string', 'number', 'integer'].includes(typeOf(flatten(data.properties?.[name] ?? {})) ?? '');
	const required = (data.required ?? []).filter(isValue);
	if (required.length > 0) {
		return { shows: Object.fromEntries(required.map((name) => [name, 'given'])) };
	}
	const rowNames = isPage(data) ? namesOf(rowsIn(data)) : [];
	return { names: namesOf(data), ...(rowNames.length > 0 && { rowNames }) };
}
