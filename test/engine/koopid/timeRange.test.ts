import type { INodeParameters } from 'n8n-workflow';

import { itemsOf } from '../../../engine/jobs';
import { ownQuery, RANGED_GETS, useKoopid } from '../../support/koopid';
import { testEach } from '../../support/sandbox';

/** Start and End on their way to the service. Expected moments are written out, in UTC. */
const { run, runToError, sent, onlySent } = useKoopid();

const GET = 'message.getRedacted';
const POST = 'agent.getSessionStats';

const UTC = 'UTC';
const WARSAW = 'Europe/Warsaw';

describe('a date', () => {
	const dates: Array<[given: string, timezone: string, moment: number]> = [
		['2026-11-01T00:00:00', WARSAW, Date.UTC(2026, 9, 31, 23)],
		['2026-07-01 12:30:00', WARSAW, Date.UTC(2026, 6, 1, 10, 30)],
		['2026-11-01T00:00:00', 'Asia/Bangkok', Date.UTC(2026, 9, 31, 17)],
		['2026-11-01', UTC, Date.UTC(2026, 10, 1)],
		['2026-11-01T00:00:00.125Z', WARSAW, Date.UTC(2026, 10, 1, 0, 0, 0, 125)],
		['2026-11-01T00:00:00+05:30', WARSAW, Date.UTC(2026, 9, 31, 18, 30)],
		['1793491200', WARSAW, 1_793_491_200_000],
		['={{ 1793491200 }}', WARSAW, 1_793_491_200_000],
		['={{ 1793491200125 }}', WARSAW, 1_793_491_200_125],
		[
			'={{ DateTime.fromISO("2026-11-01T00:00:00", { zone: "Asia/Tokyo" }) }}',
			WARSAW,
			Date.UTC(2026, 9, 31, 15),
		],
		['={{ new Date("2026-11-01T00:00:00Z") }}', WARSAW, Date.UTC(2026, 10, 1)],
		['={{ $json.at }}', WARSAW, Date.UTC(2026, 9, 31, 23)],
	];

	testEach('dates are sent as milliseconds', dates, async ([given, timezone, moment]) => {
		const rest = { timezone, items: itemsOf([{ at: '2026-11-01T00:00' }]) };
		for (const id of [GET, POST]) {
			const { error } = await run(id, { start: given, end: given }, rest);
			expect(error).toBeUndefined();
		}
		const [get, post] = await sent();
		expect(ownQuery(get)).toEqual({ start: String(moment), end: String(moment) });
		expect(post.body).toEqual({ start: moment, end: moment });
		expect([...get.contractErrors, ...post.contractErrors]).toEqual([]);
	});

	test('is sent in seconds when the user says so, without what is less than one', async () => {
		const parameters = {
			start: '2026-11-01T00:00:00Z',
			end: '2026-11-01T12:00:00.999Z',
			options: { timeUnit: 'seconds' },
		};
		await run(GET, parameters);
		await run(POST, parameters);
		const [get, post] = await sent();
		expect(ownQuery(get)).toEqual({ start: '1793491200', end: '1793534400' });
		expect(post.body).toEqual({ start: 1793491200, end: 1793534400 });
	});

	test('is sent in milliseconds when the user chooses them', async () => {
		const at = '2026-11-01T00:00:00Z';
		await run(GET, { start: at, end: at, options: { timeUnit: 'milliseconds' } });
		expect(ownQuery(await onlySent())).toEqual({ start: '1793491200000', end: '1793491200000' });
	});

	test('may be left out, at either end or both', async () => {
		const recent = Date.now() - 3_600_000;
		await run(GET, { start: recent });
		await run(GET, { end: recent });
		await run(GET, { start: '', end: '' });
		const queries = (await sent()).map(ownQuery);
		expect(queries).toEqual([{ start: String(recent) }, { end: String(recent) }, {}]);
	});
});

describe('refused, and nothing is sent', () => {
	const [START, END] = ['2026-11-01T00:00:00', '2026-11-04T00:00:00'];
	const refused: Array<[string, INodeParameters, string, string]> = [
		[
			'an End before Start',
			{ start: END, end: START },
			"'End' is before 'Start'",
			'Choose a later date.',
		],
		[
			'a Start that an expression leaves empty',
			{ start: '={{ $json.none }}', end: END },
			"'Start' is empty",
			'without it more would be meant',
		],
		[
			'an End that an expression leaves empty',
			{ start: START, end: '={{ "" }}' },
			"'End' is empty",
			'without it more would be meant',
		],
		['a Start that is none', { start: 'yesterday' }, "'Start' is not a date", 'ISO 8601'],
		['an End that is none', { end: '={{ 20261101 }}' }, "'End' is not a date", 'ISO 8601'],
		[
			'an unknown unit',
			{ start: START, options: { timeUnit: '={{ "days" }}' } },
			"'Time Unit' cannot be 'days'",
			'milliseconds, seconds',
		],
		[
			'windows without Start',
			{ end: END, options: { windowDays: 1 } },
			"'Window Size (Days)' needs 'Start' and 'End'",
			'Fill both in',
		],
		[
			'windows without End',
			{ start: START, options: { windowDays: 1 } },
			"'Window Size (Days)' needs 'Start' and 'End'",
			'Fill both in',
		],
		[
			'windows of no length',
			{ start: START, end: END, options: { windowDays: 0 } },
			"'Window Size (Days)' cannot be 0",
			'at least 0.01',
		],
		[
			'more than 1000 windows',
			{ start: '2024-01-01T00:00:00Z', end: '2026-09-28T00:00:00Z', options: { windowDays: 1 } },
			"'Window Size (Days)' makes more than 1000 calls",
			'Choose a larger one.',
		],
		[
			'more than 1000 small windows',
			{ start: '2026-11-01T00:00:00Z', end: '2026-11-11T01:00:00Z', options: { windowDays: 0.01 } },
			"'Window Size (Days)' makes more than 1000 calls",
			'Choose a larger one.',
		],
	];
	const operations = [...RANGED_GETS, [POST, '', {}] as (typeof RANGED_GETS)[0]];

	testEach(
		'a range that makes no sense is refused',
		refused,
		async ([, parameters, what, wayOut]) => {
			for (const [id, , own] of operations) {
				const error = await runToError(id, { ...own, ...parameters });
				expect(error).toMatchObject({
					message: `${what} [item 0]`,
					description: expect.stringContaining(wayOut) as string,
					httpCode: null,
					cause: 'configuration-invalid',
					pairedItem: { item: 0 },
				});
			}
			expect(await sent()).toEqual([]);
		},
	);
});
