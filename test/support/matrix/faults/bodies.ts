import { once } from 'node:events';
import { createGzip } from 'node:zlib';

import {
	answer,
	bytes,
	errorText,
	head,
	inHeader,
	inPath,
	type Exchange,
	type Serve,
} from '../exchange';
import { REFUSAL, UNKNOWN, type Fault } from './fault';

const MEGABYTE = 1_000_000;

const all = ({ good }: Exchange) => good.text;

const json = (value: unknown) => () => JSON.stringify(value);

/** Answers in whole HTTP that are not what was asked for. */
export const BODIES: Fault[] = [
	{
		name: 'JSON that breaks off in whole HTTP',
		serve: answer(200, ({ good }) => (/^[[{]/.test(good.text) ? good.text.slice(0, -1) : '{"a":')),
		...UNKNOWN,
		whole: true,
	},
	{
		name: 'another content type',
		serve: ofType('application/octet-stream'),
		effect: 'done',
		data: 'all',
	},
	{
		name: 'no content type',
		serve: bytes(({ good }) => head('200 OK') + good.text),
		effect: 'done',
		data: 'all',
	},
	{
		name: 'a web page',
		serve: answer(
			200,
			({ echo }) => `<!doctype html><html><body><h1>Sign in</h1>${echo}</body></html>`,
			() => ({ 'content-type': 'text/html' }),
		),
		...UNKNOWN,
	},
	{
		name: 'a web page with status 502',
		serve: answer(
			502,
			({ echo }) => `<html><body>Bad gateway ${echo}</body></html>`,
			() => ({ 'content-type': 'text/html' }),
		),
		...UNKNOWN,
		repeated: true,
	},
	{ name: 'an empty body', serve: answer(200, () => ''), ...UNKNOWN, whole: true },
	{
		name: '204',
		serve: ({ response }) => void response.writeHead(204).end(),
		effect: 'done',
		data: 'none',
	},
	{
		name: '{"statusCode":500}',
		serve: answer(200, json({ statusCode: 500 })),
		...UNKNOWN,
		whole: true,
	},
	{
		name: '{"statusCode":500} with words',
		serve: answer(200, ({ echo }) =>
			JSON.stringify({ statusCode: 500, message: `Internal error: ${echo}` }),
		),
		...UNKNOWN,
		whole: true,
	},
	{
		name: '{"error":…} with status 200',
		serve: answer(200, ({ echo }) => JSON.stringify({ error: `Not done: ${echo}` })),
		...REFUSAL,
	},
	{
		name: 'text with status 200',
		serve: errorText,
		...UNKNOWN,
		whole: true,
	},
	{
		name: 'invalid UTF-8',
		serve: answer(200, () => Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0xc3, 0x28, 0x22, 0x3a, 0x31])),
		...UNKNOWN,
		whole: true,
	},
	{
		name: 'nested 3,000 levels with status 200',
		serve: answer(200, () => nested(3000)),
		...UNKNOWN,
		whole: true,
	},
	{
		name: 'nested 3,000 levels with status 400',
		serve: answer(400, () => nested(3000)),
		...REFUSAL,
	},
	{
		name: 'nested 3,000 levels with status 500',
		serve: answer(500, () => nested(3000)),
		...UNKNOWN,
	},
	{
		name: 'nested 100,000 levels with status 500',
		serve: answer(500, () => nested(100_000)),
		...UNKNOWN,
	},
	{
		name: '__proto__ and constructor beside the data',
		serve: answer(200, ({ good }) => withProto(good.text)),
		effect: 'done',
		data: 'all',
	},
	{
		name: '__proto__ and constructor alone',
		serve: answer(200, () => withProto('{}')),
		...UNKNOWN,
		whole: true,
	},
	{
		name: '__proto__ and constructor with status 400',
		serve: answer(400, () => withProto('{"message":"Not done"}')),
		...REFUSAL,
	},
	...[301, 302, 303, 307, 308].map(
		(status): Fault => ({
			name: `${status} to another host`,
			serve: answer(
				status,
				() => '',
				({ elsewhere, echo }) => ({ location: `${elsewhere}/?${inHeader(echo)}` }),
			),
			...UNKNOWN,
		}),
	),
	{
		name: '302 to another path',
		serve: answer(
			302,
			() => '',
			({ echo }) => ({ location: `/elsewhere/${inPath(echo)}` }),
		),
		...UNKNOWN,
	},
	{
		name: '10 MB of text',
		serve: answer(
			200,
			() => 'All work and no play. '.repeat(MEGABYTE / 2),
			() => ({
				'content-type': 'text/plain',
			}),
		),
		...UNKNOWN,
		whole: true,
		heavy: true,
	},
	{
		name: '10 MB of text with status 500',
		serve: answer(
			500,
			() => 'no end of text '.repeat(MEGABYTE * 0.7),
			() => ({
				'content-type': 'text/plain',
			}),
		),
		...UNKNOWN,
		heavy: true,
	},
	{
		name: 'the beginnings of many tokens with status 500',
		serve: answer(
			500,
			() => 'eyJ-'.repeat(20_000),
			() => ({ 'content-type': 'text/plain' }),
		),
		...UNKNOWN,
		heavy: true,
	},
	{
		name: '200 MB of zeros in gzip',
		serve: ({ response }) =>
			void zeros().then((packed) => {
				response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
				response.end(packed);
			}),
		...UNKNOWN,
		heavy: true,
	},
];

function ofType(type: string): Serve {
	return answer(200, all, () => ({ 'content-type': type }));
}

const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

/** An object with keys that mean something to JavaScript; other texts as they are. */
function withProto(text: string): string {
	const keys =
		'"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":1,"hasOwnProperty":1';
	if (text === '{}') return `{${keys}}`;
	return text.startsWith('{') ? `{${keys},${text.slice(1)}` : text;
}

let packed: Promise<Buffer> | undefined;

/** 200 MB of zeros, packed, made once. */
function zeros(): Promise<Buffer> {
	packed ??= (async () => {
		const gzip = createGzip({ level: 1 });
		const chunks: Buffer[] = [];
		gzip.on('data', (chunk: Buffer) => chunks.push(chunk));
		for (let at = 0; at < 200; at++) {
			if (!gzip.write(Buffer.alloc(MEGABYTE, '0'))) await once(gzip, 'drain');
		}
		gzip.end();
		await once(gzip, 'end');
		return Buffer.concat(chunks);
	})();
	return packed;
}
