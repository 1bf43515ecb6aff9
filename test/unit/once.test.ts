import type { IDataObject, IExecuteFunctions, INode } from 'n8n-workflow';

import { Client } from '../../nodes/shared/call/client';
import { Session } from '../../nodes/shared/call/session';
import type { Vendor } from '../../nodes/shared/call/vendor';

/** What is found out once in a run, although n8n's Retry On Fail starts the node again. */
const vendor: Vendor<object> = {
	name: 'Vendor',
	credential: 'vendorApi',
	credentialFields: "'API Key'",
	oauth2: false,
	routes: {} as never,
	unwrap: (body) => body,
	paging: { size: 10, ask: () => ({}), read: () => ({ rows: [], last: true }) },
};

const node: INode = {
	id: '1',
	name: 'Node',
	type: 'test',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** A session of one try of an execution, as the engine opens it. */
async function open(execution: object) {
	const caller = {
		getNode: () => node,
		getTimezone: () => 'UTC',
		getCredentials: async () => await Promise.resolve({ baseUrl: 'https://api.example' }),
		getInputData: () => [{ json: {} }],
		getNodeParameter: (): IDataObject => ({}),
		getExecuteData: () => execution,
		getExecutionCancelSignal: () => undefined,
	};
	return await Session.open(caller as unknown as IExecuteFunctions, vendor);
}

const newExecution = () => ({ node, data: {}, source: null });
const client = async (execution: object, item = 0) =>
	new Client(await open(execution), { itemIndex: item });

/** Gives 1, 2, 3 … */
function counter() {
	let count = 0;
	return async () => await Promise.resolve(++count);
}

test('is found out once, and again in no later try', async () => {
	const execution = newExecution();
	const produce = counter();
	const first = await client(execution);
	expect(await first.once('status', produce)).toBe(1);
	expect(await first.once('status', produce)).toBe(1);
	expect(await (await client(execution)).once('status', produce)).toBe(1);
});

test('is found out for each name, item and execution', async () => {
	const execution = newExecution();
	const produce = counter();
	const found = [
		await (await client(execution)).once('status', produce),
		await (await client(execution)).once('files', produce),
		await (await client(execution, 1)).once('status', produce),
		await (await client(newExecution())).once('status', produce),
	];
	expect(found).toEqual([1, 2, 3, 4]);
});

test('that there is nothing is known, too', async () => {
	const api = await client(newExecution());
	const produce = jest.fn(async () => await Promise.resolve(undefined));
	await api.once('status', produce);
	expect(await api.once('status', produce)).toBeUndefined();
	expect(produce).toHaveBeenCalledTimes(1);
});

test('what could not be found out is tried again', async () => {
	const execution = newExecution();
	const produce = jest
		.fn<Promise<string>, []>()
		.mockRejectedValueOnce(new Error('down'))
		.mockResolvedValue('up');
	await expect((await client(execution)).once('status', produce)).rejects.toThrow('down');
	expect(await (await client(execution)).once('status', produce)).toBe('up');
});

test('a client that waits less for retries has the same memory', async () => {
	const api = await client(newExecution());
	const produce = counter();
	await api.once('status', produce);
	expect(await api.having({ maxRetryWait: 1 }).once('status', produce)).toBe(1);
});

describe('what all items have in common', () => {
	test('is made once, for whichever item and try asks first', async () => {
		const execution = newExecution();
		const first = (await client(execution)).shared('seen', () => new Set(['a']));
		first.add('b');
		const made = jest.fn(() => new Set<string>());
		expect((await client(execution, 1)).shared('seen', made)).toBe(first);
		expect((await client(execution)).for('a part').shared('seen', made)).toBe(first);
		expect(made).not.toHaveBeenCalled();
	});

	test('is made for each name and execution, and is not what an item remembers', async () => {
		const execution = newExecution();
		const api = await client(execution);
		await api.once('seen', async () => await Promise.resolve('of the item'));
		const sets = [
			api.shared('seen', () => new Set()),
			api.shared('other', () => new Set()),
			(await client(newExecution())).shared('seen', () => new Set()),
		];
		expect(new Set(sets).size).toBe(3);
		expect(await api.once('seen', async () => await Promise.resolve('again'))).toBe('of the item');
	});
});
