import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { pollTrigger } from '../../support/contexts';
import { watch } from '../../support/events';
import { answering, minutesAgo, pages, sampleOf, useKodaTrigger } from '../../support/kodaTrigger';

const bench = useKodaTrigger();
const { trigger, seed, fault, sent, pass, campaign } = bench;

const [list] = sampleOf('callList.getAll').response as IDataObject[];

/** Lets the list of lists answer once with the vendor's sample, changed so. */
const lists = async (...changes: IDataObject[]) =>
	await fault(
		answering(
			'callList.getAll',
			changes.map((change) => ({ ...list, ...change })),
		),
	);
const sinceSample = { options: { startFrom: '2020-01-01T00:00:00' } };
const raw = { simplify: false };

describe('Call List Finished', () => {
	const names = (items: IDataObject[]) => items.map(({ name }) => name);

	test.each<[string, INodeParameters, string[]]>([
		['eight fields', {}, ['max_call_at', 'allowed_calling_hours', 'created_via']],
		['everything', raw, []],
	])("is the vendor's sample: %s", async (_, parameters, without) => {
		await lists({});
		const { json } = await pollTrigger(
			trigger('callListFinished', { ...parameters, ...sinceSample }),
		);
		const expected = Object.entries(list).filter(([name]) => !without.includes(name));
		expect(json).toEqual([Object.fromEntries(expected)]);
	});

	test.each<[string, IDataObject, number]>([
		['its status is finished', { status: 'finished', finished_calls: 3 }, 1],
		['all of its calls are', { status: 'other', finished_calls: 20 }, 1],
		['some of its calls are not', { status: 'other', finished_calls: 19 }, 0],
		['it has no calls', { status: 'other', total_calls: 0, finished_calls: 0 }, 0],
		['nothing is said of its calls', { status: 'other', total_calls: null }, 0],
	])('when %s', async (_, change, count) => {
		await lists(change);
		const { json } = await pollTrigger(trigger('callListFinished', sinceSample));
		expect(json).toHaveLength(count);
	});

	test('begins at a chosen time: those made since, and older ones that finish later', async () => {
		await campaign('Over', ['+48600000001']);
		// Never answers, so it is called for hours.
		await campaign('Silent', ['+48600000099']);
		await pass(1800);
		await campaign('Since', ['+48600000002']);
		await pass(60);
		const startFrom = { options: { startFrom: minutesAgo(10) } };
		const watched = watch(trigger('callListFinished', startFrom));
		expect(names(await watched.poll())).toEqual(['Since']);
		await pass(6 * 3600);
		expect(names(await watched.poll())).toEqual(['Silent']);
		expect(await watched.poll()).toEqual([]);
	});

	test('a list that the first poll sees only when it looks again is old', async () => {
		const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ ...list, id }));
		// The first page alone, then two readings; b came to the first page after that was read.
		const [first] = pages('callList.getAll', [a], [c]);
		const readings = [pages('callList.getAll', [a], [c]), pages('callList.getAll', [a, b], [c])];
		const again = pages('callList.getAll', [a, b], [c]);
		for (const answer of [first, ...readings.flat(), ...again]) await fault(answer);
		const watched = watch(trigger('callListFinished'));
		expect(await watched.poll()).toEqual([]);
		await fault(answering('callList.getAll', [a, b, c]));
		expect(await watched.poll()).toEqual([]);
	});

	test.each([
		['again, when it was seen under way in between', false, [0, 0, 0, 1, 0]],
		['not again, when n8n was restarted after a poll that gave nothing', true, [0, 0, 0, 0, 0]],
	])('%s', async (_, restarts, expected) => {
		const watched = watch(trigger('callListFinished'), { restarts });
		const counts: number[] = [];
		for (const finished of [20, 20, 12, 20, 20]) {
			await lists({ status: 'other', finished_calls: finished });
			counts.push((await watched.poll()).length);
		}
		expect(counts).toEqual(expected);
	});

	test('lists of which none says whether it is finished are refused', async () => {
		const { finished_calls: _count, status: _status, ...silent } = list;
		await fault(answering('callList.getAll', [silent]));
		await expect(pollTrigger(trigger('callListFinished', sinceSample))).rejects.toThrow(
			"rows without 'status' and 'finished_calls'",
		);
	});
});

test.each(['callFinished', 'callListFinished'])(
	'%s: a list without an ID is refused',
	async (event) => {
		const { id: _none, ...nameless } = list;
		await fault(answering('callList.getAll', [nameless, { ...nameless, name: 'Other' }]));
		await expect(pollTrigger(trigger(event, sinceSample))).rejects.toThrow("without 'id'");
	},
);

test('lists are asked for in the order in which they were made', async () => {
	await seed({ callLists: 25 });
	const watched = watch(trigger('callListFinished'));
	await watched.poll();
	const first = (await sent('callList.getAll')).length;
	await watched.poll();
	const asked = (await sent('callList.getAll')).map(({ query }) => query);
	const sort = { sort_by: 'created_at', sort_order: 'ASC', on_page: '20' };
	expect(asked.slice(first)).toEqual([
		{ ...sort, page: '1' },
		{ ...sort, page: '2' },
	]);
	for (const query of asked) expect(query).toMatchObject(sort);
});
