import { accounts, Credentials } from '../../engine/credentials';
import { runNode, type Job, type Result } from '../../engine/runNode';
import { createCallList, getConversation, itemsOf } from '../../engine/jobs';
import { useSandbox } from '../support/sandbox';

/** The policy that `retryDelay` documents, row by row, counted at the sandbox. */
const sandbox = useSandbox();

const READ = { vendor: 'naxon', operationId: 'conversation.get' };
const WRITE = { vendor: 'koda', operationId: 'callList.create' };

const fault = async (target: typeof READ, faults: object) =>
	await sandbox().control('faults', { ...target, ...faults });

const sent = async ({ vendor, operationId }: typeof READ) =>
	(await sandbox().requests(vendor, operationId)).length;

async function read(options: object = {}): Promise<Result> {
	return await runNode({
		node: 'naxon',
		credentials: accounts(sandbox().url),
		parameters: { ...getConversation, requestOptions: { ...options } },
		items: itemsOf([{ id: 1001 }]),
	});
}

async function write(options: object = {}, job: Partial<Job> = {}): Promise<Result> {
	return await runNode({
		node: 'koda',
		credentials: accounts(sandbox().url),
		parameters: { ...createCallList, requestOptions: { ...options } },
		...job,
	});
}

const existing = async () => {
	type State = { callLists: Array<{ settings: { name: string } }> };
	const { callLists } = await sandbox().state<State>('koda');
	return callLists.filter(({ settings }) => settings.name === 'Spring survey').length;
};

describe('a call without effect', () => {
	const again = [
		[
			'429 with Retry-After in seconds',
			{ kind: 'status', status: 429, headers: { 'retry-after': '1' } },
		],
		['429 without Retry-After', { kind: 'status', status: 429 }],
		['502', { kind: 'status', status: 502 }],
		['503', { kind: 'status', status: 503 }],
		['504', { kind: 'status', status: 504 }],
		['a reset connection', { kind: 'reset' }],
		['a truncated body', { kind: 'truncate' }],
	] as const;

	test.each(again)('is repeated after %s', async (_, faults) => {
		await fault(READ, faults);
		const { json, error } = await read();
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ id: 1001 }]);
		expect(await sent(READ)).toBe(2);
	});

	test('is repeated after a timeout', async () => {
		await fault(READ, { kind: 'delay', delayMs: 60_000 });
		const { json } = await read({ timeout: 3 });
		expect(json).toMatchObject([{ id: 1001 }]);
		expect(await sent(READ)).toBe(2);
	});

	test('waits as long as Retry-After says, as a date too', async () => {
		const inTwoSeconds = new Date(Date.now() + 2000).toUTCString();
		await fault(READ, { kind: 'status', status: 429, headers: { 'retry-after': inTwoSeconds } });
		await read();
		const [, second] = await sandbox().requests('naxon', 'conversation.get');
		// A millisecond for the clocks of two processes; a backoff would have been over after half a second.
		expect(second.startedAt).toBeGreaterThanOrEqual(Date.parse(inTwoSeconds) - 1);
	});

	test.each([
		['retry-after-ms', '2000'],
		['ratelimit-reset', '2'],
		['x-ratelimit-reset', '2'],
	])('waits as long as %s says', async (name, value) => {
		await fault(READ, { kind: 'status', status: 429, headers: { [name]: value } });
		const { json } = await read();
		expect(json).toMatchObject([{ id: 1001 }]);
		const [first, second] = await sandbox().requests('naxon', 'conversation.get');
		// A backoff would have been over after half a second.
		expect(second.startedAt - Number(first.endedAt)).toBeGreaterThanOrEqual(1900);
	});

	test('waits until the Unix time that X-RateLimit-Reset says', async () => {
		const time = Math.ceil(Date.now() / 1000) + 2;
		const headers = { 'x-ratelimit-reset': String(time) };
		await fault(READ, { kind: 'status', status: 429, headers });
		await read();
		const [, second] = await sandbox().requests('naxon', 'conversation.get');
		expect(second.startedAt).toBeGreaterThanOrEqual(time * 1000 - 1);
	});

	test.each([
		['retry-after-ms', '300000'],
		['ratelimit-reset', '300'],
		['x-ratelimit-reset', '300'],
	])('is given up at once when %s asks for more time than allowed', async (name, value) => {
		await fault(READ, { kind: 'status', status: 429, headers: { [name]: value }, count: 99 });
		const { error } = await read({ maxRetryWait: 30 });
		expect(await sent(READ)).toBe(1);
		expect(error?.description).toContain('It asks to wait 300 seconds.');
		expect(error?.failure).toEqual({ cause: 'rate-limited', retryAfterMs: 300_000 });
	});

	test('does not wait for the end of a rate limit after 503, which is not about it', async () => {
		const headers = { 'ratelimit-reset': '300', 'x-ratelimit-reset': '300' };
		await fault(READ, { kind: 'status', status: 503, headers });
		const { json } = await read({ maxRetryWait: 30 });
		expect(json).toMatchObject([{ id: 1001 }]);
		expect(await sent(READ)).toBe(2);
	});

	test.each([400, 403, 404, 409, 422, 500])('is not repeated after %d', async (status) => {
		await fault(READ, { kind: 'status', status, count: 5 });
		const { error } = await read();
		expect(error?.httpCode).toBe(String(status));
		expect(await sent(READ)).toBe(1);
	});

	test('is given up after the time that the user allows', async () => {
		await fault(READ, { kind: 'status', status: 429, headers: { 'retry-after': '1' }, count: 99 });
		const { error } = await read({ maxRetryWait: 7 });
		const times = await sent(READ);
		// Seconds by the clock, of which a busy machine needs some itself.
		expect([times > 1, times <= 8]).toEqual([true, true]);
		expect(error?.message).toContain(`Naxon asks to slow down (429, sent ${times} times)`);
		expect(error?.failure).toEqual({ cause: 'rate-limited', retryAfterMs: 1000 });
	});

	test('is never repeated when the user allows no waiting', async () => {
		await fault(READ, { kind: 'status', status: 429, headers: { 'retry-after': '0' }, count: 9 });
		await read({ maxRetryWait: 0 });
		expect(await sent(READ)).toBe(1);
	});

	test('is given up at once when the service asks for more time than allowed', async () => {
		await fault(READ, {
			kind: 'status',
			status: 429,
			headers: { 'retry-after': '300' },
			count: 99,
		});
		const { error } = await read({ maxRetryWait: 30 });
		expect(await sent(READ)).toBe(1);
		expect(error?.description).toContain('It asks to wait 300 seconds.');
		expect(error?.description).toContain("'Max Wait for Retries (Seconds)'");
	});
});

describe('a call with effect', () => {
	test('is repeated after 429, which refused it', async () => {
		await fault(WRITE, { kind: 'status', status: 429, headers: { 'retry-after': '1' } });
		const { json } = await write();
		expect(json).toMatchObject([{ result: true, count: 1 }]);
		expect(await sent(WRITE)).toBe(2);
		expect(await existing()).toBe(1);
	});

	const unknown = [
		['500', { kind: 'status', status: 500 }],
		['502', { kind: 'status', status: 502 }],
		['503 with Retry-After', { kind: 'status', status: 503, headers: { 'retry-after': '0' } }],
		['504', { kind: 'status', status: 504 }],
		['a reset connection', { kind: 'reset' }],
		['a truncated body', { kind: 'truncate' }],
		['a web page instead of an answer', { kind: 'html' }],
		['303', { kind: 'status', status: 303, headers: { location: 'https://elsewhere.example' } }],
		['307', { kind: 'status', status: 307, headers: { location: 'https://elsewhere.example' } }],
		[
			'200 with its own status 500',
			{ kind: 'status', status: 200, body: { meta: { status: 500 } } },
		],
	] as const;

	test.each(unknown)(
		'is sent once when the answer is %s, with Retry On Fail too',
		async (_, faults) => {
			await fault(WRITE, { ...faults, applyFirst: true, count: 9 });
			const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
			const { error } = await write({}, { settings });
			expect(error?.message).toContain('whether the operation took effect is unknown [item 0]');
			expect(error?.description).toContain('so that nothing happens twice');
			expect(error?.description).toContain("To find out, run 'Get Many' for call lists");
			expect(await sent(WRITE)).toBe(1);
			expect(await existing()).toBe(1);
		},
	);

	test('is sent once when no answer comes in time', async () => {
		await fault(WRITE, { kind: 'delay', delayMs: 60_000, applyFirst: true });
		const { error } = await write({ timeout: 3 });
		expect(error?.message).toContain('unknown');
		expect(await sent(WRITE)).toBe(1);
	});

	test('is remembered although the credential cannot be read meanwhile', async () => {
		await fault(WRITE, { kind: 'reset', applyFirst: true, count: 9 });
		const read = jest.spyOn(Credentials.prototype, 'getDecrypted');
		let reads = 0;
		read.mockImplementation(async function (this: Credentials, ...args) {
			if (++reads === 3) throw new Error('The database is down');
			return structuredClone(this.stored[args[2]]);
		});
		const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
		const { error } = await write({}, { settings });
		read.mockRestore();
		expect(reads).toBeGreaterThan(3);
		expect(error?.message).toContain('unknown');
		expect(await sent(WRITE)).toBe(1);
	});

	test('says once how far the node came, however often it is retried', async () => {
		await fault(WRITE, { kind: 'reset', applyFirst: true });
		const { error } = await write(
			{ concurrency: 1 },
			{
				items: itemsOf([{ name: 'One' }, { name: 'Two' }]),
				settings: { retryOnFail: true, maxTries: 4, waitBetweenTries: 1 },
			},
		);
		expect(error?.description?.match(/of 2 items had gone through/g)).toHaveLength(1);
	});

	test('that was done is not done again when Retry On Fail repeats the node for another item', async () => {
		await fault(WRITE, { kind: 'status', status: 409, skip: 1, count: 1 });
		const { json, error } = await write(
			{ concurrency: 1 },
			{
				items: itemsOf([{ name: 'One' }, { name: 'Two' }, { name: 'Three' }]),
				settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
			},
		);
		expect(error).toBeUndefined();
		const lists = (await sandbox().requests('koda', 'callList.create')).filter(
			({ status }) => status === 200,
		);
		expect(lists.map(({ body }) => (body as { name: string }).name)).toEqual([
			'One',
			'Two',
			'Three',
		]);
		expect(json.map(({ list_id }) => list_id)).toEqual(
			lists.map(
				({ responseBody }) => (responseBody as { response: { list_id: string } }).response.list_id,
			),
		);
	});

	test('that was done is not done again when the first item fails and the node goes on', async () => {
		await fault(WRITE, { kind: 'status', status: 409 });
		const { json } = await write(
			{ concurrency: 1 },
			{
				items: itemsOf([{ name: 'One' }, { name: 'Two' }]),
				// n8n runs a node again when its first item is an error item, too.
				settings: { retryOnFail: true, maxTries: 3, onError: 'continueRegularOutput' },
			},
		);
		expect(json.map(({ error }) => error)).toEqual([undefined, undefined]);
		const answered = await sandbox().requests('koda', 'callList.create');
		const names = answered.map(({ body, status }) => [(body as { name: string }).name, status]);
		expect(names).toEqual([
			['One', 409],
			['Two', 200],
			['One', 200],
		]);
	});

	test('is repeated when it never arrived', async () => {
		const credentials = accounts(sandbox().url);
		// Port 9 (discard) has no listener here.
		credentials.naxonApi.baseUrl = 'http://127.0.0.1:9';
		const started = Date.now();
		const { error } = await runNode({
			node: 'naxon',
			credentials,
			parameters: { ...getConversation, requestOptions: { maxRetryWait: 2 } },
			items: itemsOf([{ id: 1 }]),
		});
		expect(error?.message).toMatch(
			/could not be reached at 127\.0\.0\.1:9 \(connection refused, tried \d times\)/,
		);
		expect(error?.description).toContain("Check 'Base URL' in the credential");
		expect(error?.failure).toEqual({ cause: 'temporarily-unavailable' });
		expect(Date.now() - started).toBeGreaterThan(200);
	});
});
