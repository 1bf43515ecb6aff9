import axios from 'axios';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { killAtEveryCall, type Moment } from '../support/killing';

/** The stand-in for a killed n8n itself, with a service that notes what reaches it. */
let service: Server;
let heard: string[] = [];
let target = '';

beforeAll(async () => {
	service = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk: Buffer) => (body += chunk.toString()));
		request.on('end', () => {
			heard.push(`${request.method} ${request.url} ${body}`);
			response.writeHead(201, { 'content-type': 'application/json' }).end(`{"got":"${body}"}`);
		});
	});
	await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
	target = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
});

afterAll(() => {
	service.close();
	service.closeAllConnections();
});

const call = async (url: string, body: string) =>
	await axios.post<unknown>(`${url}/path?a=1`, body, { proxy: false });

/** Sends three calls one after another. */
async function three(url: string, seen: unknown[] = []) {
	try {
		for (const body of ['a', 'b', 'c']) seen.push((await call(url, body)).data);
		return {};
	} catch (error) {
		return { error };
	}
}

test.each<[Moment, string[]]>([
	['before the call', ['abc', 'aabc', 'ababc', 'abc']],
	['before the answer', ['aabc', 'ababc', 'abcabc', 'abc']],
])('killed %s', async (moment, expected) => {
	const trials: string[] = [];
	const answers: unknown[][] = [];
	const calls = await killAtEveryCall({
		moment,
		target,
		prepare: async () => await Promise.resolve((heard = [])),
		run: async (url) => {
			const seen: unknown[] = [];
			if (url !== target) answers.push(seen);
			return await three(url, seen);
		},
		check: async () =>
			await Promise.resolve(trials.push(heard.map((text) => text.at(-1)).join(''))),
	});
	expect(calls).toBe(3);
	expect(trials).toEqual(expected);
	expect(heard[0]).toBe('POST /path?a=1 a');
	expect(answers.map(({ length }) => length)).toEqual([0, 1, 2, 3]);
	expect(answers[3]).toEqual([{ got: 'a' }, { got: 'b' }, { got: 'c' }]);
});

test('what is under way at the kill reaches the service, and no answer arrives', async () => {
	const arrived: number[] = [];
	const both = async (url: string) => {
		const results = await Promise.allSettled(['a', 'b'].map(async (body) => await call(url, body)));
		if (url !== target) arrived.push(results.filter(({ status }) => status === 'fulfilled').length);
		return { error: results.some(({ status }) => status === 'rejected') || undefined };
	};
	const trials: number[] = [];
	await killAtEveryCall({
		moment: 'before the answer',
		target,
		prepare: async () => await Promise.resolve((heard = [])),
		run: both,
		check: async () => await Promise.resolve(trials.push(heard.length)),
	});
	expect(arrived.at(-1)).toBe(2);
	expect(arrived[0]).toBe(0);
	expect(trials.at(-1)).toBe(2);
	for (const reached of trials.slice(0, -1)) expect(reached).toBeGreaterThanOrEqual(3);
});

test('what is not as it should be is said with the call that it was killed at', async () => {
	const killing = killAtEveryCall({
		moment: 'before the call',
		target,
		prepare: async () => await Promise.resolve((heard = [])),
		run: three,
		check: async () => await Promise.resolve(expect(heard.length).toBeLessThan(4)),
	});
	await expect(killing).rejects.toThrow(/^Killed before the call 2: /);
});

test('a killed run that says it went well is no pass', async () => {
	const killing = killAtEveryCall({
		moment: 'before the call',
		target,
		prepare: async () => await Promise.resolve(),
		run: async (url) => {
			await three(url);
			return {};
		},
		check: async () => await Promise.resolve(),
	});
	await expect(killing).rejects.toThrow(/^Killed before the call 1: /);
});
