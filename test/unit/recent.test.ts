import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../nodes/shared/call/client';
import type { Paging, Position } from '../../nodes/shared/call/paging';
import { orderOf, recentRows, type Order } from '../../nodes/shared/trigger/recent';
import { expectEach } from '../support/each';

test('the order that times show', () => {
	expectEach<[number[], Order | undefined]>(
		[
			[[3, 2, 2, 1], 'newestFirst'],
			[[NaN, 1, NaN, 2], 'oldestFirst'],
			[[1, 3, 2], undefined],
			[[3, 1, 2], undefined],
			[[2, 3, 2], undefined],
			[[5, 5, 5], undefined],
			[[NaN, NaN], undefined],
			[[4], undefined],
			[[], undefined],
		],
		([times, order]) => expect(orderOf(times)).toBe(order),
	);
});

const SIZE = 3;

/** A list that has these times at its first reading, at its second, and so on; the pages that were asked for. */
function listed(...readings: number[][]) {
	const asked: number[] = [];
	let reading = -1;
	const page = async (_id: string, _input: unknown, { page: number, skip }: Position) => {
		// Each reading begins at the same page.
		if (number === (asked[0] ?? number)) reading = Math.min(reading + 1, readings.length - 1);
		asked.push(number);
		const times = readings[reading];
		const rows = times.slice(skip, skip + SIZE).map((at) => ({ at }));
		const more = skip + SIZE < times.length;
		const next = more ? { page: number + 1, skip: skip + SIZE } : undefined;
		return await Promise.resolve({ rows, more, next });
	};
	const read = async (order: Order, known: Partial<Parameters<typeof recentRows>[3]>) =>
		await recentRows(
			{ page } as unknown as Client<{ list: object }>,
			'list',
			{},
			{
				order,
				pages: Math.ceil(readings[0].length / SIZE),
				until: Math.max(...readings[0]),
				since: Math.max(...readings[0]),
				timeOf: ({ at }: IDataObject) => Number(at),
				isNew: () => false,
				key: ['at'],
				paging: { size: SIZE, read: ({ rows }) => ({ rows }) } as Paging,
				...known,
			},
		);
	return { read, asked };
}

const falling = [9, 8, 7, 6, 5, 4, 3, 2, 1];
const rising = falling.toReversed();

test('of a list in order one page is read, from its latest end', async () => {
	const newest = listed(falling);
	expect(await newest.read('newestFirst', {})).toMatchObject({ still: true, pages: 3 });
	expect(newest.asked).toEqual([1]);
	const oldest = listed(rising);
	const found = await oldest.read('oldestFirst', {});
	expect(found?.rows.map(({ at }) => at)).toEqual([9, 8, 7]);
	expect(oldest.asked).toEqual([3]);
});

test('it is read as far as something older, and to where it has grown', async () => {
	const newest = listed(falling);
	expect((await newest.read('newestFirst', { since: 6 }))?.rows).toHaveLength(6);
	const oldest = listed([...rising, 10]);
	const found = await oldest.read('oldestFirst', { pages: 3, until: 9, since: 9 });
	expect(found).toMatchObject({ pages: 4 });
	expect(found?.rows.map(({ at }) => at)).toEqual([10, 9, 8, 7]);
	expect(oldest.asked).toEqual([3, 4]);
});

test('one that shifts while several pages are read does not count as still', async () => {
	const isNew = () => true;
	const shifts = listed(falling, [11, ...falling], [12, 11, ...falling]);
	const found = await shifts.read('newestFirst', { since: 6, isNew });
	expect(found?.still).toBe(false);
	const holds = listed(falling, [11, ...falling], [11, ...falling]);
	expect(await holds.read('newestFirst', { since: 6, isNew })).toMatchObject({ still: true });
});

test('where the list is no longer as it was, all has to be read', async () => {
	const nothing = [NaN, NaN, NaN, NaN];
	for (const [times, known] of [
		[[9, 7, 8, 6, 5, 4], { until: 9, since: 8 }],
		// In order, but the latest that is known is not there.
		[falling, { until: 10, since: 9 }],
		[[9, 9, 9, 9], { until: 9, since: 8 }],
		[nothing, { until: 9, since: 8 }],
		[[], { until: 9, since: 8 }],
	] as Array<[number[], object]>) {
		expect(await listed(times).read('newestFirst', { pages: 2, ...known })).toBeUndefined();
	}
	expect(await listed(falling).read('oldestFirst', {})).toBeUndefined();
});
