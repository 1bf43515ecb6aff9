import type { IDataObject } from 'n8n-workflow';

/** Whether a value is an object with names, and no list. */
export const isThing = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects in a value that should be a list of them, whatever a service made of it: none in anything else. */
export const objectsIn = <T extends object = IDataObject>(value: unknown): T[] =>
	[value].flat().filter(isThing) as T[];
