import { answer, errorBody, type Exchange } from '../exchange';
import { REFUSAL, UNKNOWN, type Fault } from './fault';

/** In words, too: n8n keeps no status of a token endpoint's answer that names an error. */
const tooMany = ({ echo }: Exchange) =>
	JSON.stringify({ error: { message: `Too many requests: ${echo}` } });

/** The forms in which a service says how long to wait. */
const rateLimits: Fault[] = Object.entries<() => Record<string, string>>({
	'429 with Retry-After in seconds': () => ({ 'retry-after': '1' }),
	'429 with Retry-After as a date': () => ({
		'retry-after': new Date(Date.now() + 1500).toUTCString(),
	}),
	'429 with Retry-After-Ms': () => ({ 'retry-after-ms': '300' }),
	'429 with RateLimit-Reset': () => ({ 'ratelimit-reset': '1' }),
	'429 with X-RateLimit-Reset at a time': () => ({
		'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 1),
	}),
}).map(([name, headers]) => ({
	name,
	serve: answer(429, tooMany, headers),
	...REFUSAL,
	repeated: true,
}));

/** Statuses that refuse a call, or that say nothing of it. */
export const STATUSES: Fault[] = [
	...rateLimits,
	...[400, 401, 403, 404, 409, 422].map(
		(status): Fault => ({
			name: String(status),
			serve: answer(status),
			...REFUSAL,
		}),
	),
	{ name: '429', serve: answer(429), ...REFUSAL },
	{
		name: '429 with Retry-After of an hour',
		serve: answer(429, errorBody, () => ({ 'retry-after': '3600' })),
		...REFUSAL,
	},
	{
		name: '404 with Retry-After of an hour',
		serve: answer(404, errorBody, () => ({ 'retry-after': '3600' })),
		...REFUSAL,
	},
	{ name: '500', serve: answer(500), ...UNKNOWN },
	...[502, 503, 504].map(
		(status): Fault => ({
			name: String(status),
			serve: answer(status),
			...UNKNOWN,
			repeated: true,
		}),
	),
	{
		name: '503 with Retry-After',
		serve: answer(503, errorBody, () => ({ 'retry-after': '1' })),
		...UNKNOWN,
		repeated: true,
	},
];
