import type { IDataObject } from 'n8n-workflow';

/** A part of what tells rows apart, as text: a service may type a value now so and then so, and leave out an empty one. */
const keyPart = (value: unknown): string =>
	typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');

/** The values that tell a row from others, as text. */
export const keyFrom = (values: unknown[]): string => JSON.stringify(values.map(keyPart));

/** What tells a row from others, of the fields `names`, as text. */
export const keyOf = (row: IDataObject, names: readonly string[]): string =>
	keyFrom(names.map((name) => row[name]));

/** Whether a field tells rows apart: a text or a number that is not empty. */
export const isTold = (value: unknown): boolean =>
	['string', 'number'].includes(typeof value) && value !== '';
