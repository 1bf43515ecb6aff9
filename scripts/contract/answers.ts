import type { Route } from '../../nodes/shared/call/vendor';
import type { OperationEntry, Schema } from './document';
import { answerSchema, answersAnything, answerTypes, operationIdOf } from './document';
import { flatten, typeOf } from './schema';

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
	const { meta, response } = whole.properties ?? {};
	const data = meta && response ? flatten(response) : whole;
	if (data.items || /\.(getAll|search)/.test(id)) {
		const rowNames = namesOf(rowsIn(data));
		return rowNames.length > 0 ? { rowNames } : {};
	}
	const isValue = (name: string) =>
		['string', 'number', 'integer'].includes(typeOf(flatten(data.properties?.[name] ?? {})) ?? '');
	const required = (data.required ?? []).filter(isValue);
	return required.length > 0
		? { shows: Object.fromEntries(required.map((name) => [name, 'given'])) }
		: { names: namesOf(data) };
}
