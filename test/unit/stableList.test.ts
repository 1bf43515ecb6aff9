import type { IDataObject, IExecuteFunctions, IHttpRequestOptions, INode } from 'n8n-workflow';

import { Client } from '../../nodes/shared/call/client';
import { stableList, untilStill } from '../../nodes/shared/trigger/stableList';
import type { Paging } from '../../nodes/shared/call/paging';
import { Session } from '../../nodes/shared/call/session';
import type { Vendor } from '../../nodes/shared/call/vendor';

/** A service with lists of names, two to a page, that may change after each page it gives. A name may have a form: `a=1`. */
interface Operations {
	'name.getAll': { query?: { list?: string; page?: number; size?: number } };
}

const paging: Paging = {
	size: 2,
	ask: ({ page }, size) => ({ page, size }),
	endsOnShort: true,
	read: ({ rows, pages }) => ({ rows, pages }),
};

const vendor: Vendor<Operations> = {
	name: 'Vendor',
	credential: 'vendorApi',
	credentialFields: "'API Key'",
	oauth2: false,
	routes: {
		'name.getAll': {
			method: 'GET',
			path: '/names',
			evidence: 'documented',
			safe: true,
			scopes: [],
		},
	},
	unwrap: (body) => body,
	paging,
};

type Lists = Record<string, string[]>;
/** Changes the lists after the n-th page, counted from 1. */
type Shift = (lists: Lists, page: number) => void;

function rowOf(text: string): IDataObject {
	const [name, form] = text.split('=');
	return form === undefined ? { name } : { name, form };
}

const node = { name: 'Node', type: 'test', typeVersion: 1, parameters: {} } as unknown as INode;

async function open(lists: Lists, shift: Shift = () => undefined) {
	const asked: IDataObject[] = [];
	const answer = ({ qs = {} }: IHttpRequestOptions) => {
		const { list = 'all', page, size } = qs as { list?: string; page: number; size: number };
		asked.push(qs);
		const names = lists[list];
		const rows = names.slice((page - 1) * size, page * size).map(rowOf);
		const body = { rows, pages: Math.ceil(names.length / size) };
		shift(lists, asked.length);
		return { statusCode: 200, headers: {}, body };
	};
	const caller = {
		getNode: () => node,
		getTimezone: () => 'UTC',
		getCredentials: async () => await Promise.resolve({ baseUrl: 'https://api.example' }),
		// One call at a time, so that pages come in a known order.
		getInputData: () => [{ json: {} }],
		getNodeParameter: (): IDataObject => ({ concurrency: 1 }),
		getExecuteData: () => ({ node, data: {}, source: null }),
		getExecutionCancelSignal: () => undefined,
		helpers: {
			httpRequestWithAuthentication: async (_type: string, request: IHttpRequestOptions) =>
				await Promise.resolve(answer(request)),
		},
	};
	const session = await Session.open(caller as unknown as IExecuteFunctions, vendor);
	return { api: new Client(session), asked };
}

const namesOf = (rows: IDataObject[]) => rows.map(({ name }) => name);
const pagesOf = (asked: IDataObject[]) => asked.map(({ page }) => page);

test('a list of one page is read once: nothing can move between its pages', async () => {
	const { api, asked } = await open({ all: ['a'] }, (lists) => lists.all.unshift('new'));
	const { rows, still } = await stableList(api, 'name.getAll', [{}]);
	expect([namesOf(rows), still, asked.length]).toEqual([['a'], true, 1]);
});

test('a list of several pages is read until it comes twice the same', async () => {
	const { api, asked } = await open({ all: ['a', 'b', 'c'] });
	const { rows, still } = await stableList(api, 'name.getAll', [{}]);
	expect([namesOf(rows), still]).toEqual([['a', 'b', 'c'], true]);
	expect(pagesOf(asked).slice(-4)).toEqual([1, 2, 1, 2]);
});

test('two rows that look the same both count in a list that holds still', async () => {
	const { api } = await open({ all: ['a', 'a', 'b'] });
	expect(namesOf((await stableList(api, 'name.getAll', [{}])).rows)).toEqual(['a', 'a', 'b']);
});

test('a row that is skipped in one reading, because it moved to a page read before, comes in the next', async () => {
	// The last one comes to the front after the first page of the first whole reading.
	const { api } = await open({ all: ['a', 'b', 'c', 'd', 'e'] }, (lists, page) => {
		if (page === 2) lists.all.unshift(lists.all.pop()!);
	});
	const { rows, still } = await stableList(api, 'name.getAll', [{}]);
	expect(namesOf(rows)).toEqual(['e', 'a', 'b', 'c', 'd']);
	expect(still).toBe(true);
});

test('of a list that never holds still, every row in every form that was seen, and no more than three readings', async () => {
	let forms = 0;
	const { api, asked } = await open({ all: ['a', 'b', 'c', 'd'] }, ({ all }, page) => {
		all.unshift(all.pop()!);
		if (page === 4) all[all.indexOf('a')] = `a in form ${++forms + 1}`;
	});
	const { rows, still } = await stableList(api, 'name.getAll', [{}]);
	expect(still).toBe(false);
	expect(new Set(namesOf(rows))).toEqual(new Set(['a', 'a in form 2', 'b', 'c', 'd']));
	expect(rows).toHaveLength(5);
	expect(asked.length).toBeLessThanOrEqual(1 + 3 * 3);
});

test('several lists are read one after the other, and together until nothing moves', async () => {
	const inputs = [{ query: { list: 'one' } }, { query: { list: 'two' } }];
	const { api, asked } = await open({ one: ['a'], two: ['b'] }, ({ one }, page) => {
		if (page === 1) one.push('late');
	});
	const { rows, still } = await stableList(api, 'name.getAll', inputs);
	expect([namesOf(rows), still]).toEqual([['a', 'late', 'b'], true]);
	expect(asked.slice(0, 2).map(({ list }) => list)).toEqual(['one', 'two']);
});

test('paging and page size of one list can be its own, for every page', async () => {
	const all = Array.from({ length: 12 }, (_, index) => `name ${index}`);
	const { api, asked } = await open({ all });
	const own: Paging = { ...paging, ask: ({ page }, size) => ({ page, size, own: true }) };
	const { rows } = await stableList(api, 'name.getAll', [{}], { paging: own, pageSize: 10 });
	expect(namesOf(rows)).toEqual(all);
	expect(new Set(pagesOf(asked))).toEqual(new Set([1, 2]));
	for (const query of asked) expect(query).toMatchObject({ size: 10, own: true });
});

describe('with a key', () => {
	/** Each page that is given changes every row, and moves none. */
	const changing: Shift = ({ all }, page) => {
		for (const [index, text] of all.entries()) all[index] = `${text.split('=')[0]}=${page}`;
	};

	test('rows may change while they are read: the list holds still, and they come in their latest form', async () => {
		const { api, asked } = await open({ all: ['a=0', 'b=0', 'c=0'] }, changing);
		const { rows, still } = await stableList(api, 'name.getAll', [{}], { key: ['name'] });
		expect([namesOf(rows), still]).toEqual([['a', 'b', 'c'], true]);
		// Two readings of two pages: what the last one gave.
		expect(asked).toHaveLength(4);
		expect(rows.map(({ form }) => form)).toEqual(['2', '2', '3']);
	});

	test('without one, a list whose rows change does not hold still', async () => {
		const { api } = await open({ all: ['a=0', 'b=0', 'c=0'] }, changing);
		expect((await stableList(api, 'name.getAll', [{}])).still).toBe(false);
	});

	test('rows that move do not hold still, and each comes once, in its latest form', async () => {
		const { api } = await open({ all: ['a=0', 'b=0', 'c=0', 'd=0'] }, (lists, page) => {
			changing(lists, page);
			lists.all.unshift(lists.all.pop()!);
		});
		const { rows, still } = await stableList(api, 'name.getAll', [{}], { key: ['name'] });
		expect(still).toBe(false);
		expect(namesOf(rows).sort()).toEqual(['a', 'b', 'c', 'd']);
		expect(rows.every(({ form }) => Number(form) >= 3)).toBe(true);
	});
});

test.each([
	// Known from the poll before, rows missing in two readings, whether that holds still, and what is told of it.
	[undefined, [1, 1], false, 1],
	[1, [1, 1], true, 1],
	[2, [1, 1], false, 1],
	[1, [1, 2], false, undefined],
	[1, [1, 0], true, undefined],
	[0, [undefined, undefined], true, 0],
])(
	'with %p rows known to be missing, and %p missing: still %p',
	async (known, all, still, short) => {
		const missing = [...all];
		const list = await untilStill(
			['name'],
			async () => {
				const count = missing.shift();
				const total = count === undefined ? undefined : 1 + count;
				const lacks = count === 0 ? {} : { missing: { came: 1, total } };
				return await Promise.resolve({ rows: [{ name: 'a' }], pages: 2, isOne: false, ...lacks });
			},
			known,
		);
		expect(list).toMatchObject({ still, short });
		expect(missing).toEqual([]);
	},
);
