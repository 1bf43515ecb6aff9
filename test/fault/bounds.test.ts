import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

import { accounts } from '../../engine/credentials';
import { createCallList, getConversation, itemsOf } from '../../engine/jobs';
import { runNode, type Job } from '../../engine/runNode';
import { answerJson, startOddServer, type Answering, type OddServer } from '../support/oddServer';

/** Answers that are too large, too deep or none at all: what they are is said, and nothing is done about them. */
let server: OddServer;

afterEach(async () => await server.close());

const TOKEN = { access_token: 'a', token_type: 'bearer', expires_in: 60 };

async function run(answering: Answering, job: Omit<Job, 'credentials'>, credentials: object = {}) {
	server = await startOddServer((request, response) =>
		request.url?.endsWith('/token') ? answerJson(response, TOKEN) : answering(request, response),
	);
	const all = accounts(server.url);
	Object.assign(all.kodaOAuth2Api, credentials);
	return await runNode({ credentials: all, ...job });
}

const requestOptions = { maxRetryWait: 0 };
const reading = {
	node: 'naxon',
	parameters: { ...getConversation, requestOptions },
	items: itemsOf([{ id: 1001 }]),
};
const writing = { node: 'koda', parameters: { ...createCallList, requestOptions } };
const UNKNOWN = /whether the operation took effect is unknown/;

const calls = () => server.asked.filter((asked) => !asked.endsWith('/token'));

const zipped = (bytes: Buffer): Answering => {
	return (_, response) => {
		const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' };
		response.writeHead(200, headers).end(bytes);
	};
};

describe('an answer of 200 MB, in 200 kB of gzip', () => {
	const bomb = zipped(gzipSync(Buffer.alloc(200 * 1024 * 1024)));

	test('is read no further than its limit', async () => {
		const before = process.memoryUsage().arrayBuffers;
		const { error } = await run(bomb, reading);
		expect(error?.message).toBe(
			'Naxon answered more than 64 MB, which is more than this node reads [item 0]',
		);
		expect(error?.description).toMatch(/^Ask for less at once/);
		expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150 * 1024 * 1024);
	});

	test('says nothing about what a write did', async () => {
		const { error } = await run(bomb, writing);
		expect(error?.message).toMatch(/^KODA answered more than 64 MB: whether/);
		expect(calls()).toHaveLength(1);
	});
});

const deep = (levels: number) => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);

describe.each([3000, 200_000])('an answer nested %i levels deep', (levels) => {
	const answering = (status: number): Answering => {
		return (_, response) =>
			response.writeHead(status, { 'Content-Type': 'application/json' }).end(deep(levels));
	};

	test('is none', async () => {
		const { error } = await run(answering(200), reading);
		expect(error?.message).toMatch(/^Naxon answered something unreadable instead of JSON/);
	});

	test('tells that nobody knows what a write did', async () => {
		for (const status of [200, 500]) {
			const { error } = await run(answering(status), writing);
			expect(error?.message).toMatch(UNKNOWN);
			await server.close();
		}
	});
});

test.each([
	['bad gzip', 'an answer that cannot be unpacked', zipped(Buffer.from('no gzip at all'))],
	[
		'too many headers',
		'more headers than n8n takes',
		(_, response) => {
			for (let name = 0; name < 400; name++) response.setHeader(`x-${name}`, 'a'.repeat(100));
			answerJson(response, {});
		},
	],
	[
		'what is no HTTP',
		'an answer that is no HTTP',
		(_, { socket }) => socket?.end('HELLO there\r\n\r\n'),
	],
] as Array<[string, string, Answering]>)('%s is called that', async (_, words, answering) => {
	const { error } = await run(answering, reading);
	expect(error?.message).toContain(`gave no whole answer (${words}, sent once)`);
});

test('a redirect is told without its query, which may repeat the request', async () => {
	const key = encodeURIComponent(encodeURIComponent('koda-secret'));
	const { error } = await run((_, response) => {
		response.writeHead(302, { Location: `https://elsewhere.example/login?next=a%3D${key}` }).end();
	}, writing);
	expect(error?.message).toBe(
		'KODA answered 302 and points to https://elsewhere.example/login: whether the operation took effect is unknown [item 0]',
	);
});

test('an answer that says 500 with HTTP status 200 proves nothing', async () => {
	const { error } = await run((_, response) => answerJson(response, { statusCode: 500 }), {
		node: 'koda',
		parameters: {
			resource: 'callList',
			operation: 'pause',
			bot: { __rl: true, mode: 'id', value: '3337eb37-9c70-4e88-a173-21372501d7ee' },
			callList: { __rl: true, mode: 'id', value: '3337eb37-9c70-4e88-a173-21372501d7ee' },
		},
	});
	expect(error?.message).toMatch(UNKNOWN);
});

describe('the token endpoint points to another host', () => {
	const asked: string[] = [];
	const other = createServer((request, response) => {
		let body = '';
		request.on('data', (part: Buffer) => (body += part.toString()));
		request.on('end', () => {
			asked.push(`${body} ${request.headers.authorization}`);
			answerJson(response, TOKEN);
		});
	});
	beforeAll(async () => await new Promise<void>((done) => other.listen(0, '127.0.0.1', done)));
	afterAll(() => other.close());

	test.each(['body', 'header'])('with Authentication %s no secret goes there', async (way) => {
		const { port } = other.address() as { port: number };
		const Location = `http://localhost:${port}/token/koda%2dsecret`;
		const elsewhere: Answering = (_, response) => response.writeHead(307, { Location }).end();
		const pointing = await startOddServer(elsewhere);
		const credentials = { authentication: way, accessTokenUrl: `${pointing.url}/here` };
		const { error } = await run((_, response) => answerJson(response, {}), writing, credentials);
		expect(asked.filter((text) => text.includes('koda-secret'))).toEqual([]);
		if (way === 'body') {
			expect(asked).toEqual([]);
			expect(error?.message).toBe(
				`'Access Token URL' in the credential points to another host: http://localhost:${port}/token/***`,
			);
		}
		await pointing.close();
	});
});
