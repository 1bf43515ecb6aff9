import type { IDataObject } from 'n8n-workflow';

/** The objects in a value that should be a list of them, whatever a service made of it: none in anything else. */
export function objectsIn<T extends object = IDataObject>(value: unknown): T[] {
	return [value]
		.flat()
		.filter((entry) => entry && typeof entry === 'object' && !Array.isArray(entry)) as T[];
}
