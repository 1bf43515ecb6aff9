/** Files that vendors make, at addresses that are signed as theirs are: whoever has one needs nothing else. No vendor. */
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { ApiError, type ApiRequest } from './types';

const TYPES: Record<string, string> = {
	csv: 'text/csv',
	json: 'application/json',
	wav: 'audio/wav',
	zip: 'application/zip',
};

const signatureOf = (name: string) => createHash('sha256').update(`sandbox ${name}`).digest('hex');

/** Where a file of that name is, on the server that was asked. */
export const fileAddress = ({ headers }: Pick<ApiRequest, 'headers'>, name: string): string =>
	`http://${String(headers.host)}/files/${encodeURIComponent(name)}?s=${signatureOf(name)}`;

/** What is in it. */
export const fileText = (name: string): string => `What is in ${name}\n`;

/** Registers `/files/{name}`. */
export function mountFiles(app: FastifyInstance): void {
	app.get<{ Params: { name: string }; Querystring: { s?: string } }>(
		'/files/:name',
		async ({ params: { name }, query }, reply) => {
			if (query.s !== signatureOf(name)) throw new ApiError(403, 'Invalid signature');
			reply.type(TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
			return await reply.send(fileText(name));
		},
	);
}
