import { NodeApiError, type IDataObject, type INode } from 'n8n-workflow';

import type { Client } from '../../nodes/shared/call/client';
import { completion, waitForCompletion } from '../../nodes/shared/node/completion';
import { Fields, type FieldsOf } from '../../nodes/shared/fields/fields';
import { stoppedError } from '../../nodes/shared/fields/nodeError';

const node: INode = {
	id: '1',
	name: 'Node',
	type: 'test',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

interface Script {
	states: string[];
	values?: IDataObject;
	/** Milliseconds that each look takes. */
	readMs?: number;
	/** What the look fails with once the states are through. */
	failure?: Error;
}

/** Waits for something whose states come one after the other; time passes only while waiting. */
async function waitFor({ states, values = {}, readMs = 0, failure }: Script) {
	const waits: number[] = [];
	const patience: number[] = [];
	const api = {
		having: ({ maxRetryWait }: { maxRetryWait: number }) => {
			patience.push(maxRetryWait);
			return api;
		},
		wait: async (seconds: number) => {
			waits.push(seconds);
			await jest.advanceTimersByTimeAsync(seconds * 1000);
		},
		fail: (what: string, wayOut: string) => {
			throw new Error(`${what}. ${wayOut}`);
		},
	};
	const source = { node, itemIndex: 0, timezone: 'UTC' };
	const fields: FieldsOf<typeof waitForCompletion> = new Fields(
		source,
		waitForCompletion,
		(name) => values[name],
	);
	let reads = 0;
	const over = completion(api as unknown as Client<object>, fields, {
		read: async (client) => {
			expect(client).toBe(api);
			await jest.advanceTimersByTimeAsync(readMs);
			if (failure && reads === states.length) throw failure;
			return { status: states[Math.min(reads++, states.length - 1)] };
		},
		isDone: ({ status }) => status !== 'pending',
		begun: ['It has begun', 'Look later.'],
		late: ({ status }) => `It is ${String(status)}`,
	});
	const result = await over.catch((reason: Error) => reason);
	return { result, waits, reads, patience };
}

test('what is over at once is not waited for', async () => {
	const { result, waits } = await waitFor({ states: ['done'] });
	expect(result).toEqual({ status: 'done' });
	expect(waits).toEqual([]);
});

test('asks at the interval until it is over, for good or bad', async () => {
	const { result, waits, reads } = await waitFor({
		states: ['pending', 'pending', 'failed'],
		values: { waitInterval: 7, waitLimit: 60 },
	});
	expect(result).toEqual({ status: 'failed' });
	expect(waits).toEqual([7, 7]);
	expect(reads).toBe(3);
});

test('gives up at the limit, after one last look', async () => {
	const values = { waitInterval: 40, waitLimit: 100 };
	const { result, waits } = await waitFor({ states: ['pending'], values });
	expect(result).toEqual(new Error('It is pending after 100 seconds. It goes on. Look later.'));
	expect(waits).toEqual([40, 40, 20]);
});

test('counts the time that looking takes', async () => {
	const values = { waitInterval: 10, waitLimit: 60 };
	const { reads } = await waitFor({ states: ['pending'], values, readMs: 20_000 });
	expect(reads).toBe(3);
});

test('asks every 10 seconds for 5 minutes when nothing is set', async () => {
	const { waits } = await waitFor({ states: ['pending'] });
	expect(waits).toEqual(Array.from({ length: 30 }, () => 10));
});

test('one second is one second', async () => {
	const { result } = await waitFor({ states: ['pending'], values: { waitLimit: 1 } });
	expect(result).toEqual(new Error('It is pending after 1 second. It goes on. Look later.'));
});

test('a look waits for retries no longer than what is left, and a second at least', async () => {
	const values = { waitInterval: 40, waitLimit: 100 };
	const { patience } = await waitFor({ states: ['pending'], values });
	expect(patience).toEqual([100, 60, 20, 1]);
});

describe('a state that cannot be read', () => {
	const failures: Array<[string, Error, string]> = [
		[
			'because the service fails',
			new NodeApiError(
				node,
				{},
				{ message: 'It is down [item 0]', description: 'Try again later.' },
			),
			' Try again later.',
		],
		['because the run was stopped', stoppedError(node, 0), ''],
	];

	test.each(failures)('%s: says what has begun, and not to begin it again', async (...given) => {
		const [, failure, hint] = given;
		const { message } = failure;
		const { result, reads } = await waitFor({ states: ['pending'], failure });
		expect(reads).toBe(1);
		// The same error, so that its status, cause and item stay.
		expect(result).toBe(failure);
		expect(result).toMatchObject({
			message: `It has begun, but how far it is could not be read: ${message}`,
			description: `Do not start it again before you know. Look later.${hint}`,
		});
	});
});
