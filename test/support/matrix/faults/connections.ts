import { gzipSync } from 'node:zlib';

import { answer, bytes, drip, head, reset } from '../exchange';
import { UNKNOWN, type Fault } from './fault';

/** Connections that break, hang or speak no HTTP. */
export const CONNECTIONS: Fault[] = [
	{ name: 'reset before it was read', serve: reset(), ...UNKNOWN, early: true, repeated: true },
	{ name: 'reset after it was read', serve: reset(), ...UNKNOWN, repeated: true },
	{
		name: 'reset within the body',
		serve: reset(({ good }) => head('200 OK', 'content-length: 9999') + good.text.slice(0, 20)),
		...UNKNOWN,
		repeated: true,
	},
	{
		name: 'closed without an answer',
		serve: ({ request }) => void request.socket.end(),
		...UNKNOWN,
		repeated: true,
	},
	{
		name: 'a body shorter than announced',
		serve: bytes(({ good }) => head('200 OK', 'content-length: 99999') + good.text),
		...UNKNOWN,
		repeated: true,
	},
	{
		name: 'a chunked body that breaks off',
		serve: bytes(
			({ good }) =>
				`${head('200 OK', 'content-type: application/json', 'transfer-encoding: chunked')}fff\r\n${good.text}`,
		),
		...UNKNOWN,
		repeated: true,
	},
	{ name: 'no answer', serve: () => undefined, ...UNKNOWN, slow: true },
	{
		name: 'a head without a body',
		serve: bytes(() => head('200 OK', 'content-length: 50'), 'open'),
		...UNKNOWN,
		slow: true,
	},
	{ name: 'a byte every 200 ms', serve: drip, ...UNKNOWN, slow: true },
	{
		name: '101',
		serve: bytes(
			() => head('101 Switching Protocols', 'connection: upgrade', 'upgrade: websocket'),
			'open',
		),
		...UNKNOWN,
		slow: true,
	},
	{
		name: '100 without an end',
		serve: bytes(() => head('100 Continue'), 'open'),
		...UNKNOWN,
		slow: true,
	},
	{ name: 'an answer that is no HTTP', serve: bytes(() => '\0\0\0 what? \r\n\r\n'), ...UNKNOWN },
	{
		name: 'a status that is no number',
		serve: bytes(() => head('two hundred OK', 'content-length: 0')),
		...UNKNOWN,
	},
	{
		name: 'a chunk without a length',
		serve: bytes(() => `${head('200 OK', 'transfer-encoding: chunked')}zz\r\n{}\r\n0\r\n\r\n`),
		...UNKNOWN,
	},
	{
		name: 'a flood of headers',
		serve: bytes(() =>
			head(
				'200 OK',
				...Array.from({ length: 3000 }, (_, at) => `x-flood-${at}: ${'x'.repeat(60)}`),
			),
		),
		...UNKNOWN,
	},
	{
		name: 'bad gzip',
		serve: answer(
			200,
			() => 'no gzip at all',
			() => ({ 'content-encoding': 'gzip' }),
		),
		...UNKNOWN,
	},
	{
		name: 'gzip that breaks off',
		serve: answer(
			200,
			({ good }) => gzipSync(good.text).subarray(0, -12),
			() => ({ 'content-encoding': 'gzip' }),
		),
		// The HTTP client gives what came, so that only JSON shows it.
		effect: 'done',
		data: 'some',
	},
];
