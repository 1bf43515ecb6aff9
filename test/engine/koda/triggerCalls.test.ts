import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { pollTrigger } from '../../support/contexts';
import { expectEach } from '../../support/each';
import { watch } from '../../support/events';
import { answering, minutesAgo, pages, sampleOf, useKodaTrigger } from '../../support/kodaTrigger';

const bench = useKodaTrigger();
const { begin, trigger, state, fault, sent, pass, campaign } = bench;

const [list] = sampleOf('callList.getAll').response as IDataObject[];
const details = sampleOf('callList.get').response as IDataObject & { calls: IDataObject[] };
const [call] = details.calls;

/** Lets the list of lists answer once with the vendor's sample, changed so. */
const lists = async (...changes: IDataObject[]) =>
	await fault(
		answering(
			'callList.getAll',
			changes.map((change) => ({ ...list, ...change })),
		),
	);
/** Lets one list answer once with the vendor's sample and these calls. */
const calls = async (...changes: IDataObject[]) =>
	await fault(
		answering('callList.get', {
			...details,
			calls: changes.map((change) => ({ ...call, ...change })),
		}),
	);
const underWay = { status: 'in progress', total_calls: 20 };

/** A time by a clock that is some hours from UTC, some minutes from now, in KODA's form. */
const clock = (hours = 0, minutes = 0) =>
	new Date(Date.now() + (hours * 60 + minutes) * 60_000)
		.toISOString()
		.slice(0, 19)
		.replace('T', ' ');

const people = (items: IDataObject[]) => items.map(({ phone_number: number }) => number);
const reads = async () => (await sent('callList.get')).length;
const sinceSample = { options: { startFrom: '2020-01-01T00:00:00' } };
const raw = { simplify: false };

describe('Call Finished', () => {
	const [EWA, JAN, OLA, ANNA] = [1, 2, 3, 4].map((number) => `+4860000000${number}`);

	test.each([
		['ten fields', {}, ({ last_attempt: _, ...rest }: IDataObject) => rest],
		['everything', raw, (row: IDataObject) => row],
	])("is the vendor's sample with its list: %s", async (_, parameters, expected) => {
		await lists(underWay);
		await calls({});
		const setup = trigger('callFinished', { ...parameters, ...sinceSample });
		const { json } = await pollTrigger(setup);
		expect(json).toEqual([{ list_id: list.id, list_name: list.name, ...expected(call) }]);
	});

	test.each(['America/New_York', 'UTC', 'Asia/Tokyo'])(
		'begins now in %s, whatever zone KODA writes its times in',
		async (timezone) => {
			await campaign('Before', [EWA]);
			await pass(60);
			// The calls of a list begin within half a minute, five seconds after it was made.
			await campaign('Under way', [JAN, OLA]);
			await pass(19);
			const watched = watch(trigger('callFinished', {}, { timezone }));
			expect(await watched.poll()).toEqual([]);
			await campaign('After', [ANNA]);
			await pass(60);
			expect(people(await watched.poll())).toEqual([OLA, ANNA]);
			expect(await watched.poll()).toEqual([]);
			await pass(3600);
			expect(await watched.poll()).toEqual([]);
		},
	);

	test('begins at a chosen time', async () => {
		await campaign('Before', [EWA]);
		await pass(1800);
		await campaign('Since', [JAN, OLA]);
		await pass(60);
		const startFrom = { options: { startFrom: minutesAgo(10) } };
		const watched = watch(trigger('callFinished', startFrom));
		expect(people(await watched.poll())).toEqual([JAN, OLA]);
		expect(await watched.poll()).toEqual([]);
		await campaign('After', [ANNA]);
		await pass(60);
		expect(people(await watched.poll())).toEqual([ANNA]);
	});

	test('a list that ended long before the chosen time is not read', async () => {
		const old = (await state()).callLists.length;
		expect(old).toBeGreaterThan(0);
		await pollTrigger(trigger('callFinished', { options: { startFrom: minutesAgo(10) } }));
		expect(await sent('callList.getAll')).not.toEqual([]);
		expect(await reads()).toBe(0);
	});

	test('a list is read when more of its calls are finished, and for five minutes after that', async () => {
		await campaign('One', [EWA, JAN]);
		const watched = watch(trigger('callFinished'), { restarts: false });
		const counts: number[] = [];
		// The first is called after 5 seconds for 7, the second after 20 seconds for 8.
		for (const seconds of [0, 14, 16, 60, 60, 185, 1, 600]) {
			await pass(seconds);
			const before = await reads();
			await watched.poll();
			counts.push((await reads()) - before);
		}
		expect(counts).toEqual([1, 1, 1, 1, 1, 1, 0, 0]);
	});

	test.each([
		['under way', underWay],
		['over', {}],
	])('calls that are shown later than they are counted: list %s', async (_, change) => {
		const watched = watch(trigger('callFinished', sinceSample));
		await lists({ ...underWay, finished_calls: 0 });
		expect(await watched.poll()).toEqual([]);
		// Two of them are older than the first that was shown.
		const late = [
			{ phone_number: EWA },
			{ phone_number: JAN, finish_calling: '2021-10-03 12:20:30' },
			{ phone_number: OLA, finish_calling: '2021-10-03 12:20:31' },
		];
		const given: unknown[] = [];
		for (const shown of [1, 1, 2, 3]) {
			await pass(60);
			await lists({ ...change, finished_calls: 20 });
			await calls(...late.slice(0, shown));
			given.push(people(await watched.poll()));
		}
		expect(given).toEqual([[EWA], [], [JAN], [OLA]]);
	});

	test('a call that ends after its list was over is not lost, even by a clock ahead of ours', async () => {
		const watched = watch(trigger('callFinished', sinceSample), { restarts: false });
		const at = (second: number) => ({ finish_calling: `2099-01-01 10:00:0${second}` });
		const counts: number[] = [];
		for (const read of [true, true, false]) {
			await lists({ status: 'finished', max_call_at: null, finished_calls: 19 });
			if (read) await calls({ phone_number: EWA, ...at(1) });
			counts.push((await watched.poll()).length);
			await pass(360);
		}
		expect(counts).toEqual([1, 0, 0]);
		await lists({ status: 'finished', max_call_at: null, finished_calls: 20 });
		await calls({ phone_number: EWA, ...at(1) }, { phone_number: JAN, ...at(2) });
		expect(people(await watched.poll())).toEqual([JAN]);
	});

	test('of a list that is under way, a call that is shown late is not lost', async () => {
		const watched = watch(trigger('callFinished', sinceSample), { restarts: false });
		const newest = { phone_number: EWA, finish_calling: '2021-10-03 12:20:34' };
		for (const expected of [[EWA], []]) {
			await lists({ ...underWay, finished_calls: 1 });
			await calls(newest);
			expect(people(await watched.poll())).toEqual(expected);
		}
		await lists({ ...underWay, finished_calls: 2 });
		await calls(newest, { phone_number: JAN, finish_calling: '2021-10-03 12:20:30' });
		expect(people(await watched.poll())).toEqual([JAN]);
	});

	test('one date in the future hides no other call', async () => {
		const watched = watch(trigger('callFinished', sinceSample));
		const ahead = { phone_number: EWA, finish_calling: '2099-01-01 10:00:00' };
		await lists({ ...underWay, finished_calls: 1 });
		await calls(ahead);
		expect(people(await watched.poll())).toEqual([EWA]);
		const today = clock();
		await lists({ ...underWay, finished_calls: 2 });
		await calls(ahead, { phone_number: JAN, finish_calling: today });
		expect(people(await watched.poll())).toEqual([JAN]);
		await lists({ ...underWay, finished_calls: 3 });
		await calls(
			ahead,
			{ phone_number: JAN, finish_calling: today },
			{ phone_number: OLA, finish_calling: today },
		);
		expect(people(await watched.poll())).toEqual([OLA]);
	});

	/** Hours from UTC of the clock that KODA writes times by, and the zone of the workflow. */
	const zones = [-12, -5, 0, 9, 14].flatMap((hours) =>
		['America/New_York', 'UTC', 'Asia/Tokyo'].map((zone) => [hours, zone] as const),
	);
	const inZone = (timezone: string, parameters: INodeParameters = {}) =>
		trigger('callFinished', parameters, { timezone });

	test.each<[string, IDataObject]>([
		['all of its calls are finished', { status: 'finished', total_calls: 2 }],
		['its status says so', { status: 'finished', total_calls: 9 }],
		['nothing is said of its calls', { status: 'other', total_calls: null }],
		[
			'it ended long ago',
			{ status: 'finished', total_calls: 2, max_call_at: '2021-10-03 12:30:00' },
		],
	])('a list that is over at the first poll and goes on later: %s', async (_, change) => {
		await expectEach(zones, async ([hours, timezone]) => {
			await begin();
			const over = { max_call_at: null, ...change };
			const old = [EWA, JAN].map((phone_number, minute) => ({
				phone_number,
				finish_calling: over.max_call_at ? '2021-10-03 12:20:30' : clock(hours, minute - 5),
			}));
			const watched = watch(inZone(timezone));
			await lists({ ...over, finished_calls: 2 });
			if (!over.max_call_at) await calls(...old);
			expect(await watched.poll()).toEqual([]);
			await pass(60);
			await lists({ ...over, finished_calls: 3 });
			await calls(...old, { phone_number: OLA, finish_calling: clock(hours) });
			expect(people(await watched.poll())).toEqual([OLA]);
		});
	});

	test('from a chosen time on, what ends after the first poll is not lost', async () => {
		await expectEach(zones, async ([hours, timezone]) => {
			await begin();
			const watched = watch(inZone(timezone, { options: { startFrom: minutesAgo(0) } }));
			const begun = { phone_number: EWA, finish_calling: clock(hours, -30 * 60) };
			await lists({ ...underWay, max_call_at: null, finished_calls: 1 });
			await calls(begun);
			expect(await watched.poll()).toEqual([]);
			await pass(60);
			const now = { finish_calling: clock(hours) };
			const newer = { ...list, ...underWay, id: 'newer', finished_calls: 1 };
			await lists({ ...underWay, max_call_at: null, finished_calls: 2 }, newer);
			await calls(begun, { phone_number: JAN, ...now });
			await calls({ phone_number: OLA, ...now });
			expect(people(await watched.poll()).sort()).toEqual([JAN, OLA].sort());
		});
	});

	test('a list that KODA no longer knows, or refuses alone, is left out until it can be read', async () => {
		await campaign('One', [EWA]);
		await campaign('Two', [JAN]);
		await campaign('Three', [OLA]);
		const watched = watch(trigger('callFinished'));
		await watched.poll();
		await pass(60);
		await fault({ operationId: 'callList.get', kind: 'status', status: 500, count: 1, skip: 1 });
		const first = await watched.poll();
		expect(first).toHaveLength(2);
		await fault({ operationId: 'callList.get', kind: 'status', status: 404, count: 1 });
		const second = await watched.poll();
		const rest = await watched.poll();
		expect(people([...first, ...second, ...rest]).sort()).toEqual([EWA, JAN, OLA].sort());
	});

	test('of a list that cannot be read at first, what ends later is not lost', async () => {
		await campaign('One', [EWA]);
		await campaign('Two', [JAN]);
		await fault({ operationId: 'callList.get', kind: 'status', status: 404, count: 1 });
		const watched = watch(trigger('callFinished'));
		expect(await watched.poll()).toEqual([]);
		await pass(60);
		expect(people(await watched.poll()).sort()).toEqual([EWA, JAN].sort());
	});

	test('a list that is missing for a day is forgotten, and not before', async () => {
		const watched = watch(trigger('callFinished', sinceSample), { restarts: false });
		await lists({ id: 'kept' }, { id: 'gone' });
		for (const _list of [1, 2]) await calls({});
		await watched.poll();
		for (const isKept of [true, true, false]) {
			// Before it is forgotten, it is looked for once more.
			for (const _reading of isKept ? [1] : [1, 2]) await lists({ id: 'kept' });
			await calls({});
			expect(await watched.poll()).toEqual([]);
			expect(JSON.stringify(watched.kept())).toContain('"kept"');
			expect(JSON.stringify(watched.kept()).includes('"gone"')).toBe(isKept);
			await pass(12 * 3600);
		}
	});

	test('lists of which none says how many calls are finished are refused', async () => {
		const { finished_calls: _none, ...silent } = list;
		await fault(answering('callList.getAll', [silent]));
		await expect(pollTrigger(trigger('callFinished', sinceSample))).rejects.toMatchObject({
			message: expect.stringContaining("rows without 'finished_calls'") as string,
			description: expect.stringContaining("'Base URL'") as string,
		});
	});

	test('the calls of several lists come in the order of their ends', async () => {
		await lists({ id: 'a', ...underWay }, { id: 'b', ...underWay });
		await calls({ phone_number: JAN, finish_calling: '2021-10-03 12:20:40' });
		await calls({ phone_number: EWA, finish_calling: '2021-10-03 12:20:30' });
		const { json } = await pollTrigger(trigger('callFinished', sinceSample));
		expect(people(json)).toEqual([EWA, JAN]);
	});

	test('a list that moved and came on two pages is read once', async () => {
		const watched = watch(trigger('callFinished', sinceSample));
		await lists({ ...underWay, finished_calls: 0 });
		await watched.poll();
		const moved = { ...list, ...underWay, finished_calls: 1 };
		for (const answer of pages('callList.getAll', [moved], [moved])) await fault(answer);
		await calls({});
		expect(await watched.poll()).toHaveLength(1);
		expect(await reads()).toBe(1);
	});

	test('of calls that are the same in every way, each counts', async () => {
		const watched = watch(trigger('callFinished', sinceSample));
		await lists({ ...underWay, finished_calls: 2 });
		await calls({}, {});
		expect(await watched.poll()).toHaveLength(2);
		await lists({ ...underWay, finished_calls: 3 });
		await calls({}, {}, {});
		expect(await watched.poll()).toHaveLength(1);
	});

	test('a call that is finished again is another event', async () => {
		const watched = watch(trigger('callFinished', sinceSample));
		await lists({ ...underWay, finished_calls: 1 });
		await calls({});
		expect(await watched.poll()).toHaveLength(1);
		await lists({ ...underWay, finished_calls: 2 });
		await calls({ finish_calling: '2021-10-03 18:20:34' });
		expect(await watched.poll()).toMatchObject([{ finish_calling: '2021-10-03 18:20:34' }]);
	});

	test('a call without finish_calling is not finished', async () => {
		await lists(underWay);
		const { finish_calling: _none, ...open } = call;
		await fault(answering('callList.get', { ...details, calls: [open] }));
		expect((await pollTrigger(trigger('callFinished', sinceSample))).json).toEqual([]);
	});

	test('times in another form than the sample are read, or refused', async () => {
		await lists(underWay);
		await calls({ finish_calling: '2021-10-03T12:20:34.000Z' });
		expect((await pollTrigger(trigger('callFinished', sinceSample))).json).toHaveLength(1);
		await lists(underWay);
		await calls({ finish_calling: 'yes' });
		await expect(pollTrigger(trigger('callFinished', sinceSample))).rejects.toThrow(
			'KODA gave rows without a time',
		);
	});

	test('little is kept of a list that is finished', async () => {
		const numbers = Array.from({ length: 300 }, (_, index) => `+486000001${index + 100}`);
		await campaign(
			'Large',
			numbers.filter((number) => !number.endsWith('99')),
		);
		const watched = watch(trigger('callFinished'), { restarts: false });
		await watched.poll();
		await pass(60);
		expect(await watched.poll()).toHaveLength(297);
		await pass(360);
		await watched.poll();
		const { length } = JSON.stringify(watched.kept());
		expect(length).toBeLessThan(200 * (await state()).callLists.length);
	});
});
