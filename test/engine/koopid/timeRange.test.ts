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
			const { error } = await run(id, { from: given, to: given }, rest);
			expect(error).toBeUndefined();
		}
		const [get, post] = await sent();
		expect(ownQuery(get)).toEqual({ start: String(moment), end: String(moment) });
		expect(post.body).toEqual({ start: moment, end: moment });
		expect([...get.contractErrors, ...post.contractErrors]).toEqual([]);
	});

	test('is sent in seconds when the user says so, without what is less than one', async () => {
		const parameters = {
			from: '2026-11-01T00:00:00Z',
			to: '2026-11-01T12:00:00.999Z',
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
		await run(GET, { from: at, to: at, options: { timeUnit: 'milliseconds' } });
		expect(ownQuery(await onlySent())).toEqual({ start: '1793491200000', end: '1793491200000' });
	});

	test('may be left out, at either end or both', async () => {
		const recent = Date.now() - 3_600_000;
		await run(GET, { from: recent });
		await run(GET, { to: recent });
		await run(GET, { from: '', to: '' });
		const queries = (await sent()).map(ownQuery);
		expect(queries).toEqual([{ start: String(recent) }, { end: String(recent) }, {}]);
	});
});

describe('refused, and nothing is sent', () => {
	const [START, END] = ['2026-11-01T00:00:00', '2026-11-04T00:00:00'];
	const refused: Array<[string, INodeParameters, string, string]> = [
		[
			'an End before Start',
			{ from: END, to: START },
			"'To' is before 'From'",
			'Choose a later date.',
		],
		[
			'a From that an expression leaves empty',
			{ from: '={{ $json.none }}', to: END },
			"'From' is empty",
			'without it more would be meant',
		],
		[
			'a To that an expression leaves empty',
			{ from: START, to: '={{ "" }}' },
			"'To' is empty",
			'without it more would be meant',
		],
		['a From that is none', { from: 'yesterday' }, "'From' is not a date", 'ISO 8601'],
		['a To that is none', { to: '={{ 20261101 }}' }, "'To' is not a date", 'ISO 8601'],
		[
			'an unknown unit',
			{ from: START, options: { timeUnit: '={{ "days" }}' } },
			"'Time Unit' cannot be 'days'",
			'milliseconds, seconds',
		],
		[
			'windows without Start',
			{ to: END, options: { windowDays: 1 } },
			"'Window Size (Days)' needs 'From' and 'To'",
			'Fill both in',
		],
		[
			'windows without End',
			{ from: START, options: { windowDays: 1 } },
			"'Window Size (Days)' needs 'From' and 'To'",
			'Fill both in',
		],
		[
			'windows of no length',
			{ from: START, to: END, options: { windowDays: 0 } },
			"'Window Size (Days)' cannot be 0",
			'at least 0.01',
		],
		[
			'more than 1000 windows',
			{ from: '2024-01-01T00:00:00Z', to: '2026-09-28T00:00:00Z', options: { windowDays: 1 } },
			"'Window Size (Days)' makes more than 1000 calls",
			'Choose a larger one.',
		],
		[
			'more than 1000 small windows',
			{ from: '2026-11-01T00:00:00Z', to: '2026-11-11T01:00:00Z', options: { windowDays: 0.01 } },
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
