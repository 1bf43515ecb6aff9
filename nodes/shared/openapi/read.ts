import { isPlainObject } from 'lodash';
import { OperationalError } from 'n8n-workflow';

import type { OpenApiDocument } from './document';

/** Where a reference within the document leads; undefined where nothing is. */
function at(document: unknown, ref: string): unknown {
	if (!ref.startsWith('#/')) return undefined;
	const names = ref
		.slice(2)
		.split('/')
		.map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
	return names.reduce<unknown>(
		(part, name) =>
			part !== null && typeof part === 'object' && Object.hasOwn(part, name)
				? (part as Record<string, unknown>)[name]
				: undefined,
		document,
	);
}

/** A copy with each `$ref` replaced by what it names: that which is named twice, or within itself, is the same object. */
function withoutReferences(document: unknown): unknown {
	const copies = new Map<unknown, unknown>();
	const copy = (part: unknown, seen: readonly string[] = []): unknown => {
		if (part === null || typeof part !== 'object') return part;
		const { $ref } = part as { $ref?: unknown };
		if (typeof $ref === 'string') {
			// One that leads back to itself names nothing.
			return seen.includes($ref) ? {} : (copy(at(document, $ref), [...seen, $ref]) ?? {});
		}
		if (copies.has(part)) return copies.get(part);
		const made: unknown[] | Record<string, unknown> = Array.isArray(part) ? [] : {};
		copies.set(part, made);
		for (const [name, value] of Object.entries(part)) {
			Object.defineProperty(made, name, {
				value: copy(value),
				enumerable: true,
				configurable: true,
				writable: true,
			});
		}
		return made;
	};
	return copy(document);
}

/** Whether a JSON value gives itself out as an OpenAPI file, of whatever version. */
export const isOpenApi = (value: object): boolean => 'openapi' in value || 'swagger' in value;

/** The document that a JSON value is, without references. Throws when it is none of OpenAPI 3. */
export function openApiDocument(value: object): OpenApiDocument {
	const { openapi, paths } = value as { openapi?: unknown; paths?: unknown };
	if (typeof openapi !== 'string' || !openapi.startsWith('3.') || !isPlainObject(paths)) {
		throw new OperationalError('This is no OpenAPI file of version 3');
	}
	return withoutReferences(value) as OpenApiDocument;
}
