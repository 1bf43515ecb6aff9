import type { IDataObject } from 'n8n-workflow';

/** A part of what tells rows apart, as text: a service may type a value now so and then so, and leave out an empty one. */
export const keyPart = (value: unknown): string =>
	typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');

/** What tells a row from others, of the fields `names`, as text. */
export const keyOf = (row: IDataObject, names: readonly string[]): string =>
	JSON.stringify(names.map((name) => keyPart(row[name])));

/** Whether a field tells rows apart: a text or a number that is not empty. */
export const isTold = (value: unknown): boolean =>
	['string', 'number'].includes(typeof value) && value !== '';
