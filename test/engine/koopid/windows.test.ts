import type { IDataObject } from 'n8n-workflow';

import { ANALYTICS_POST, DAY, ownQuery, pairs, RANGED_GETS, useKoopid } from '../../support/koopid';

/** Long time ranges in several calls. The sandbox covers 31 days in one, and counts both ends in. */
const { run, runToError, sent, onlySent, fault, state } = useKoopid();

const GET = 'message.getRedacted';
const POST = 'database.getStats';
const HTTP_400 = { kind: 'status', status: 400 };

/** The sandbox has a message at every third midnight (UTC) of the last 30 days: here windows of 3 days meet. */
const END = Math.floor(Date.now() / (3 * DAY)) * 3 * DAY;
const rest = { timezone: 'UTC' };

const iso = (time: number) => new Date(time).toISOString();
const days = (first: number, last: number) => ({ start: END + first * DAY, end: END + last * DAY });
/** The same as the node's fields have it. */
const given = (first: number, last: number) => ({ from: END + first * DAY, to: END + last * DAY });
const windowOf = ({ start, end }: { start: number; end: number }) => ({
	start: iso(start),
	end: iso(end),
});
const spans = async () => {
	const found = (await sent()).map(({ query, body }) => {
		const { start, end } = { ...query, ...(body as IDataObject) } as IDataObject;
		return [Number(start), Number(end)];
	});
	return found.sort(([a], [b]) => a - b);
};

test('three days by one are three calls, whose rows come in order and say where they are from', async () => {
	const { json, outputs, error } = await run(
		GET,
		{ ...given(-9, -6), options: { windowDays: 1 } },
		rest,
	);
	expect(error).toBeUndefined();
	const windows = [days(-9, -8), days(-8, -7), days(-7, -6)];
	expect(await spans()).toEqual(windows.map(({ start, end }) => [start, end]));
	const { messages } = await state();
	const expected = windows.flatMap((span) =>
		messages
			.filter(({ time }) => time >= span.start && time <= span.end)
			.map(({ time, redacted }) => [windowOf(span), time, redacted]),
	);
	expect(expected.length).toBeGreaterThan(15);
	expect(json.map(({ window, timestamp, text }) => [window, timestamp, text])).toEqual(expected);
	expect(new Set(pairs(outputs[0]))).toEqual(new Set([0]));
});

test('windows share their ends: nothing between them is lost, and what stands there is in both', async () => {
	const { json } = await run(GET, { ...given(-9, 0), options: { windowDays: 3 } }, rest);
	const middle = [END - 6 * DAY, END - 3 * DAY];
	const { messages } = await state();
	const times = messages.map(({ time }) => time).filter((time) => time >= END - 9 * DAY);
	const inRange = times.filter((time) => time <= END);
	expect(middle.every((time) => inRange.includes(time))).toBe(true);
	expect(json.map(({ timestamp }) => timestamp)).toEqual(
		[...inRange, ...middle].sort((a, b) => a - b),
	);
	for (const time of middle) {
		const both = json.filter(({ timestamp }) => timestamp === time).map(({ window }) => window);
		expect(both).toEqual([
			windowOf({ start: time - 3 * DAY, end: time }),
			windowOf({ start: time, end: time + 3 * DAY }),
		]);
	}
});

test('the last window is as long as what is left', async () => {
	await run(POST, { ...given(-8, -3), options: { windowDays: 2 } }, rest);
	expect(await spans()).toEqual([days(-8, -6), days(-6, -4), days(-4, -3)].map(Object.values));
});

test('parts of a day are windows too', async () => {
	await run(POST, { ...given(-2, -1), options: { windowDays: 0.5 } }, rest);
	expect(await spans()).toEqual([days(-2, -1.5), days(-1.5, -1)].map(Object.values));
});

test('a range without length is one window', async () => {
	const { json } = await run(GET, { ...given(-3, -3), options: { windowDays: 1 } }, rest);
	expect(ownQuery(await onlySent())).toEqual({
		start: String(END - 3 * DAY),
		end: String(END - 3 * DAY),
	});
	expect(json).toMatchObject([{ window: windowOf(days(-3, -3)), timestamp: END - 3 * DAY }]);
});

test('days are those of the time zone, where one may have 25 hours', async () => {
	const parameters = {
		from: '2026-10-24T00:00:00',
		to: '2026-10-27T00:00:00',
		options: { windowDays: 1 },
	};
	await fault(POST, { kind: 'status', status: 201, body: [{ n: 1 }], count: 3 });
	const { json } = await run(POST, parameters, { timezone: 'Europe/Warsaw' });
	expect(json.map(({ window }) => window)).toEqual([
		{ start: '2026-10-24T00:00:00.000+02:00', end: '2026-10-25T00:00:00.000+02:00' },
		{ start: '2026-10-25T00:00:00.000+02:00', end: '2026-10-26T00:00:00.000+01:00' },
		{ start: '2026-10-26T00:00:00.000+01:00', end: '2026-10-27T00:00:00.000+01:00' },
	]);
	const lengths = (await spans()).map(([start, end]) => (end - start) / 3_600_000);
	expect(lengths).toEqual([24, 25, 24]);
});

test('windows in seconds', async () => {
	const options = { windowDays: 1, timeUnit: 'seconds' };
	await run(POST, { ...given(-2, 0), options }, rest);
	expect(await spans()).toEqual(
		[days(-2, -1), days(-1, 0)].map(({ start, end }) => [start / 1000, end / 1000]),
	);
});

test('interval and own fields go with every window', async () => {
	const options = { windowDays: 1, interval: DAY / 2, body: '{ "own": true }' };
	const { json } = await run(POST, { ...given(-4, -2), options }, rest);
	const bodies = (await sent()).map(({ body }) => body);
	expect(bodies).toEqual(
		expect.arrayContaining(
			[days(-4, -3), days(-3, -2)].map((span) => ({ ...span, interval: DAY / 2, own: true })),
		),
	);
	expect(bodies).toHaveLength(2);
	expect(json.map(({ time }) => time)).toEqual([-4, -3.5, -3, -2.5].map((day) => END + day * DAY));
});

const operations = [...RANGED_GETS, ANALYTICS_POST, [POST, '', {}] as (typeof RANGED_GETS)[0]];

test.each(operations)(
	'%s: 60 days need windows, and 30 days at a time work',
	async (id, _, own) => {
		const parameters = { ...own, ...given(-60, 0) };
		const refused = await runToError(id, parameters, {
			...rest,
			settings: { onError: 'continueRegularOutput' },
		});
		expect(refused).toMatchObject({
			message: 'Koopid did not accept the values (400) [item 0]',
			description: expect.stringContaining('"The range is longer than 31 days"') as string,
			httpCode: '400',
		});
		const { error, json } = await run(id, { ...parameters, options: { windowDays: 30 } }, rest);
		expect(error).toBeUndefined();
		expect((await spans()).slice(1)).toEqual([days(-60, -30), days(-30, 0)].map(Object.values));
		const used = new Set(json.map(({ window }) => JSON.stringify(window)));
		expect(used).toContain(JSON.stringify(windowOf(days(-30, 0))));
		for (const { status } of (await sent()).slice(1)) expect([200, 201]).toContain(status);
	},
);

test('without windows no row says where it is from', async () => {
	const { json } = await run(GET, given(-3, 0), rest);
	expect(json.length).toBeGreaterThan(0);
	for (const row of json) expect(row).not.toHaveProperty('window');
});

test.each([GET, 'message.getRedactedWithPlot', POST])(
	'%s: after a window that fails the item fails, and nothing goes on behind its back',
	async (id) => {
		await fault(id, { ...HTTP_400, body: { error: 'Not this one' } });
		const error = await runToError(
			id,
			{
				...given(-20, 0),
				options: { windowDays: 0.2 },
				requestOptions: { concurrency: 1 },
			},
			rest,
		);
		expect(error.message).toBe('Koopid did not accept the values (400) [item 0]');
		expect(error.description).toContain('"Not this one"');
		// 100 windows in all; those that were under way have ended, and no other begins.
		const before = (await sent()).length;
		expect(before).toBeLessThanOrEqual(8);
		await new Promise((resolve) => setTimeout(resolve, 200));
		expect(await sent()).toHaveLength(before);
	},
);

test('an item whose window fails leaves the others alone', async () => {
	const parameters = {
		from: `={{ ${END} - $json.days * ${DAY} }}`,
		to: END,
		options: { windowDays: '={{ $json.size }}' },
	};
	const items = [
		{ json: { days: 2, size: 1 } },
		{ json: { days: 80, size: 40 } },
		{ json: { days: 3, size: 3 } },
	];
	const { json, outputs } = await run(POST, parameters, {
		...rest,
		items,
		settings: { onError: 'continueRegularOutput' },
	});
	expect(pairs(outputs[0])).toEqual([0, 0, 1, 2, 2, 2]);
	expect(json[2].error).toContain('[item 1]');
	expect(json.map(({ window }) => window)).toEqual([
		windowOf(days(-2, -1)),
		windowOf(days(-1, 0)),
		undefined,
		...Array.from({ length: 3 }, () => windowOf(days(-3, 0))),
	]);
});
