import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { hintsOf } from '../../support/hints';
import { choices, fromItems, planAt, usePlanningAt } from '../../support/kodaCampaign';
import { useKoda } from '../../support/koda';
import { ewa, jan, people } from '../../support/kodaFromItems';
import { testEach } from '../../support/sandbox';

/** When a campaign begins and ends: the same is refused in Create and in Create From Items. */
const bench = useKoda();
const NOON = '2027-03-10T12:00:00+01:00';
usePlanningAt(NOON);

const { schedule: _more, ...once } = choices;
const times = {
	campaignStart: '2027-03-11T09:00:00',
	allowedHoursStart: '09:00',
	allowedHoursEnd: '17:30',
};

const operations: Record<string, INodeParameters> = {
	Create: { ...once, resource: 'callList', operation: 'create', ...times },
	'Create From Items': { ...fromItems, ...times },
};

async function run(operation: string, parameters: INodeParameters, timezone = 'Europe/Warsaw') {
	const items = operation === 'Create' ? [{ json: {} }] : people(ewa, jan);
	const result = await bench.run({ ...operations[operation], ...parameters }, { items, timezone });
	return { ...result, hints: hintsOf(result) };
}

const inBoth = <Row extends unknown[]>(rows: Row[]) =>
	Object.keys(operations).flatMap((operation) =>
		rows.map((row) => [operation, ...row] as [string, ...Row]),
	);

const more = (schedule: INodeParameters): INodeParameters => ({ schedule });

testEach<[string, string, INodeParameters, string, string]>(
	'what nobody can mean is refused, and nothing is sent',
	inBoth<[string, INodeParameters, string, string]>([
		[
			'a start of yesterday',
			{ campaignStart: '2027-03-09T23:59:00' },
			"'Campaign Start' is before today: 2027-03-09 23:59",
			"add 'Allow Past Start'",
		],
		[
			'a start of last year',
			{ campaignStart: '2026-03-11T09:00:00' },
			"'Campaign Start' is before today: 2026-03-11 09:00",
			'Nothing was sent. Choose today or a later date.',
		],
		[
			'one that is not allowed to be past',
			{ campaignStart: '2026-03-11T09:00:00', ...more({ allowPastStart: false }) },
			"'Campaign Start' is before today",
			"add 'Allow Past Start'",
		],
		[
			'an expression that gives nothing where the past would be allowed',
			{ campaignStart: '2026-03-11T09:00:00', ...more({ allowPastStart: '={{ $json.none }}' }) },
			"'Campaign Start' is before today",
			"add 'Allow Past Start'",
		],
		[
			'a day that stands for none, though the past is allowed',
			{ campaignStart: '1899-12-30T08:00:00.000Z', ...more({ allowPastStart: true }) },
			"'Campaign Start' is in the year 1899",
			'from 2000 to 2100',
		],
		[
			'a year of two digits',
			{ campaignStart: '0027-03-11T09:00:00' },
			"'Campaign Start' is in the year 27",
			'from 2000 to 2100',
		],
		[
			'a year too many',
			{ campaignStart: '2207-03-11T09:00:00' },
			"'Campaign Start' is in the year 2207",
			'from 2000 to 2100',
		],
		[
			'an end too far',
			more({ campaignEnd: '2270-04-11T09:00:00' }),
			"'Campaign End' is in the year 2270",
			'from 2000 to 2100',
		],
		['a year alone', { campaignStart: '={{ "2027" }}' }, "'Campaign Start' is not a date", 'ISO'],
		['six digits', { campaignStart: '={{ "110327" }}' }, "'Campaign Start' is not a date", 'ISO'],
		['four digits', { campaignStart: '={{ "1230" }}' }, "'Campaign Start' is not a date", 'ISO'],
		[
			'hours that end before they begin',
			{ allowedHoursStart: '18:00' },
			"'Allowed Hours End' is not after 'Allowed Hours Start'",
			'later time of the same day',
		],
		[
			'an end before the start',
			more({ campaignEnd: '2027-03-11T08:59:00' }),
			"'Campaign End' is before 'Campaign Start'",
			'later date',
		],
		[
			'an end that is over, though the past is allowed',
			{
				campaignStart: '2027-03-01T09:00:00',
				...more({ allowPastStart: true, campaignEnd: '2027-03-09T09:00:00' }),
			},
			"'Campaign End' is over",
			'later date',
		],
		[
			'days of which none comes before the end',
			more({ allowedWeekdays: ['0'], campaignEnd: '2027-03-13T20:00:00' }),
			"'Campaign End' leaves no time to call",
			'later date',
		],
	]),
	async ([operation, , parameters, message, wayOut]) => {
		const { error } = await run(operation, parameters);
		expect(error?.message).toContain(message);
		expect(error?.description).toContain(wayOut);
		expect(await bench.sent('callList.create')).toEqual([]);
	},
);

testEach<[string, string, INodeParameters, string, string, boolean]>(
	'a start of today or later is taken; that calling begins at once is said',
	inBoth<[string, INodeParameters, string, string, boolean]>([
		['tomorrow', {}, 'Europe/Warsaw', '2027-03-11 09:00', false],
		[
			'later today',
			{ campaignStart: '2027-03-10T12:01' },
			'Europe/Warsaw',
			'2027-03-10 12:01',
			false,
		],
		['earlier today', { campaignStart: '2027-03-10' }, 'Europe/Warsaw', '2027-03-10 00:00', true],
		['now', { campaignStart: '={{ $now }}' }, 'Europe/Warsaw', '2027-03-10 12:00', true],
		// There it is 18:00 and 00:00 of the next day.
		['in Bangkok', { campaignStart: '2027-03-10T17:00' }, 'Asia/Bangkok', '2027-03-10 17:00', true],
		['in Auckland', { campaignStart: '2027-03-11' }, 'Pacific/Auckland', '2027-03-11 00:00', true],
	]),
	async ([operation, , parameters, timezone, start, atOnce]) => {
		const { error, hints } = await run(operation, parameters, timezone);
		expect(error).toBeUndefined();
		const [{ body }] = await bench.sent('callList.create');
		const { campaign_date_start: day, campaign_date_time: time } = body as IDataObject;
		expect(`${String(day)} ${String(time)}`).toBe(start);
		expect(hints).toEqual(
			atOnce ? [expect.stringContaining(`begins at once, in the allowed`)] : [],
		);
		if (atOnce) expect(hints[0]).toContain(`'Campaign Start' (${start}) is over.`);
	},
);

test('what is today is decided where the workflow is', async () => {
	const campaignStart = '2027-03-10T23:00:00';
	planAt('2027-03-10T23:30:00Z');
	for (const operation of Object.keys(operations)) {
		const { error } = await run(operation, { campaignStart }, 'Europe/Warsaw');
		expect(error?.message).toContain("'Campaign Start' is before today");
		expect((await run(operation, { campaignStart }, 'UTC')).error).toBeUndefined();
	}
});

test.each(Object.keys(operations))('%s takes a past start that is allowed', async (operation) => {
	const parameters = { campaignStart: '2020-03-11T09:00:00', ...more({ allowPastStart: true }) };
	const { error, hints } = await run(operation, parameters);
	expect(error).toBeUndefined();
	const [{ body }] = await bench.sent('callList.create');
	expect(body).toMatchObject({ campaign_date_start: '2020-03-11', campaign_date_time: '09:00' });
	expect(body).not.toHaveProperty('allowPastStart');
	expect(hints).toEqual([expect.stringContaining('begins at once')]);
});

test.each(Object.keys(operations))(
	'%s keeps the clock of hours in a day that stands for none',
	async (operation) => {
		const hours = {
			allowedHoursStart: '1899-12-30T08:00:00.000Z',
			allowedHoursEnd: '={{ "T16:30:00.000Z" }}',
		};
		expect((await run(operation, hours)).error).toBeUndefined();
		const [{ body }] = await bench.sent('callList.create');
		expect(body).toMatchObject({ allowed_hours_start: '08:00', allowed_hours_end: '16:30' });
	},
);

describe('Create From Items, on the day after it broke off', () => {
	const campaign = { campaignStart: '2027-03-10T13:00:00', rows: { callsPerList: 1 } };
	const breakOff = async () => {
		await bench.sandbox().control('faults', {
			vendor: 'koda',
			operationId: 'callList.create',
			kind: 'status',
			status: 400,
			skip: 1,
			count: 1,
		});
		expect((await run('Create From Items', campaign)).error).toBeDefined();
		planAt('2027-03-11T08:00:00+01:00');
	};

	test('goes on with the start that it has', async () => {
		await breakOff();
		const { error, json, hints } = await run('Create From Items', campaign);
		expect(error).toBeUndefined();
		expect(json.map(({ status }) => status)).toEqual(['existing', 'created']);
		const sent = (await bench.sent('callList.create')).map(({ body }) => body as IDataObject);
		expect(sent.map((list) => [list.campaign_date_start, list.campaign_date_time])).toEqual(
			Array(3).fill(['2027-03-10', '13:00']),
		);
		expect(hints).toHaveLength(1);
	});

	test('that all is there needs no other start, and nothing begins', async () => {
		await run('Create From Items', campaign);
		planAt('2027-03-11T08:00:00+01:00');
		const { json, hints } = await run('Create From Items', campaign);
		expect(json.map(({ status }) => status)).toEqual(['existing', 'existing']);
		expect(hints).toEqual([]);
	});

	test('another one with this start is refused', async () => {
		await breakOff();
		const { error } = await run('Create From Items', { ...campaign, name: 'Another' });
		expect(error?.message).toContain("'Campaign Start' is before today: 2027-03-10 13:00");
		const anyway = { ...campaign, options: { existing: 'create' } };
		expect((await run('Create From Items', anyway)).error?.message).toContain('is before today');
	});
});

test('a dry run says that calling would begin at once', async () => {
	const { hints } = await run('Create From Items', { campaignStart: '2027-03-10', dryRun: true });
	expect(hints).toContainEqual(
		expect.stringContaining("Calling for 'Win-back' would begin at once"),
	);
});
