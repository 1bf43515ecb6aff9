/** Reads request bodies: JSON, forms and multipart, without refusing anything. */
import { createHash } from 'node:crypto';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { UploadedFile } from './types';

/** A body as the sandbox uses it. */
export interface ReadBody {
	/** JSON value, or fields of a form; `undefined` when there is none. */
	value: unknown;
	files: UploadedFile[];
	/** The form that goes into the log. */
	logged: unknown;
	/** Media type without parameters, lower case; empty when the request names none. */
	mediaType: string;
	/** Why the body could not be parsed. */
	error?: string;
}

/** Largest body taken, in bytes: a campaign of 50,000 rows is some 10 MB. */
export const BODY_LIMIT = 256 * 1024 * 1024;

/** Teaches a Fastify instance the body types; JSON arrives as text and is parsed by `readBody`. */
export async function registerBodyTypes(app: FastifyInstance): Promise<void> {
	app.removeAllContentTypeParsers();
	await app.register(formbody, { bodyLimit: BODY_LIMIT });
	await app.register(multipart, { limits: { fileSize: BODY_LIMIT } });
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => done(null, text));
}

async function readMultipart(request: FastifyRequest): Promise<Omit<ReadBody, 'mediaType'>> {
	const value: Record<string, unknown> = {};
	const logged: Record<string, unknown> = {};
	const files: UploadedFile[] = [];
	for await (const part of request.parts()) {
		if (part.type === 'field') {
			value[part.fieldname] = part.value;
			logged[part.fieldname] = part.value;
			continue;
		}
		const content = await part.toBuffer();
		const file = { field: part.fieldname, filename: part.filename, contentType: part.mimetype };
		files.push({ ...file, content });
		// The contract's type of a file part is a (binary) string.
		value[part.fieldname] = part.filename;
		logged[part.fieldname] = {
			filename: file.filename,
			contentType: file.contentType,
			size: content.length,
			sha256: createHash('sha256').update(content).digest('hex'),
		};
	}
	return { value, files, logged };
}

/** Reads a request's body; a broken one comes back with `error` instead of an exception. */
export async function readBody(request: FastifyRequest): Promise<ReadBody> {
	const mediaType = (request.headers['content-type'] ?? '').split(';')[0].trim().toLowerCase();
	if (request.isMultipart()) {
		try {
			return { ...(await readMultipart(request)), mediaType };
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			return { value: undefined, files: [], logged: null, mediaType, error: reason };
		}
	}
	const { body } = request;
	if (typeof body !== 'string') {
		return { value: body ?? undefined, files: [], logged: body ?? null, mediaType };
	}
	if (body === '') return { value: undefined, files: [], logged: null, mediaType };
	if (!mediaType.endsWith('json')) return { value: body, files: [], logged: body, mediaType };
	try {
		const value: unknown = JSON.parse(body);
		return { value, files: [], logged: value, mediaType };
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return { value: undefined, files: [], logged: body, mediaType, error: reason };
	}
}
