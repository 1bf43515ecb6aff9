import type { INodeParameters } from 'n8n-workflow';

import { ewa, jan, paired, people, useFromItems } from '../../support/kodaFromItems';
import { testEach } from '../../support/sandbox';

/** Create From Items: what is refused. */
const { koda, run } = useFromItems();

describe('what makes no sense is refused before anything is sent', () => {
	const weekend = { allowedWeekdays: ['6', '0'], campaignEnd: '2099-01-09T20:00:00' };
	test.each<[string, INodeParameters, string, string]>([
		[
			'end before start',
			{ schedule: { campaignEnd: '2099-01-01T09:00:00' } },
			"'Campaign End' is before 'Campaign Start'",
			'later',
		],
		[
			'end in the past',
			{
				campaignStart: '2020-01-01T09:00:00',
				schedule: { campaignEnd: '2020-02-01T09:00:00' },
			},
			"'Campaign End' is over",
			'later',
		],
		[
			'hours that end before they begin',
			{ allowedHoursStart: '18:00' },
			"'Allowed Hours End' is not after 'Allowed Hours Start'",
			'later time',
		],
		[
			'weekdays that the campaign does not reach',
			{ schedule: weekend },
			"'Campaign End' leaves no time to call",
			'later',
		],
		[
			'a value instead of a field name',
			{ phoneField: '+48600000001' },
			"'Phone Number Field' is '+48600000001', which no input item has",
			'phone, first_name',
		],
		[
			'a variable that takes the place of the number',
			{
				variables: 'selected',
				selected: { field: [{ field: 'first_name', name: 'phone_number' }] },
			},
			"'Fields to Send' 1: 'Variable' cannot be phone_number",
			'KODA keeps',
		],
		[
			'a variable twice',
			{
				variables: 'selected',
				selected: { field: [{ field: 'first_name' }, { field: 'last_name', name: 'first_name' }] },
			},
			"'first_name' is there twice",
			'Give each name once',
		],
	])('%s', async (_, parameters, message, wayOut) => {
		const { error } = await run(parameters, people({ ...jan, last_name: 'Kos' }));
		expect(error?.message).toContain(message);
		expect(error?.description).toContain(wayOut);
		await koda.expectSilence();
	});

	test('a field that would take the place of the number', async () => {
		const { error } = await run({}, people({ phone: '600000001', phone_number: 'x' }));
		expect(error?.message).toContain("'Variables to Send' cannot send the field 'phone_number'");
		await koda.expectSilence();
	});

	test.each<[string, INodeParameters, string]>([
		['another name for each item', { name: '=Win-back {{ $json.first_name }}' }, 'Name'],
		['with quotes in it', { name: '={{ "Win-back " + $json["first_name"] }}' }, 'Name'],
		['by the name of a node', { name: "={{ $('Source').item.json.first_name }}" }, 'Name'],
		[
			'another weekday for each item',
			{ schedule: { allowedWeekdays: '={{ [$json.first_name === "Ewa" ? "1" : "2"] }}' } },
			'Schedule',
		],
	])('%s', async (_, parameters, field) => {
		const { error } = await run(parameters, people(ewa, jan));
		expect(error?.message).toBe(
			`'${field}' differs from item to item, and one value is needed for all of them`,
		);
		await koda.expectSilence();
	});

	test('one item of many that differs', async () => {
		const rows = Array.from({ length: 1500 }, (_, index) => ({
			phone: String(600_000_000 + index),
			lang: index === 700 ? 'de' : 'pl',
		}));
		const { error } = await run({ name: '={{ $json.lang }}' }, people(...rows));
		expect(error?.message).toContain("'Name' differs from item to item");
		await koda.expectSilence();
	});

	testEach<[string, INodeParameters, string]>(
		'an expression that gives nothing where something narrows',
		[
			['Dry Run', { dryRun: '={{ $json.nothing }}' }, "'Dry Run' is empty"],
			['Calls per List', { rows: { callsPerList: '={{ null }}' } }, "'Calls per List' is empty"],
			[
				'Campaign End',
				{ schedule: { campaignEnd: '={{ $json.end }}' } },
				"'Campaign End' is empty",
			],
			[
				'Allowed Weekdays',
				{ schedule: { allowedWeekdays: '={{ $json.days }}' } },
				"'Allowed Weekdays' is empty",
			],
			[
				'Unusable Numbers',
				{ phoneField: 'bad', unusable: '={{ null }}' },
				'rows that cannot be called',
			],
		],
		async ([, parameters, message]) => {
			const { error } = await run(parameters, people({ ...ewa, bad: 'x' }));
			expect(error?.message).toContain(message);
			await koda.expectSilence();
		},
	);

	test('a value dragged in instead of the name of a field', async () => {
		const { error } = await run({ phoneField: '={{ $json.phone }}' }, people(ewa, jan));
		expect(error?.message).toContain(
			"'Phone Number Field' is '600 000 001', which no input item has",
		);
		await koda.expectSilence();
	});

	test.each<[string, INodeParameters, string]>([
		[
			'a field that no item has',
			{ field: [{ field: 'frist_name' }] },
			"has 'frist_name', which no input item has",
		],
		['no field', {}, 'is empty'],
	])('Selected Fields with %s', async (_, selected, message) => {
		const { error } = await run({ variables: 'selected', selected }, people(ewa));
		expect(error?.message).toContain(`'Fields to Send' ${message}`);
		await koda.expectSilence();
	});

	test('Execute Once, with which only the first item comes in', async () => {
		const { error } = await run({}, people(ewa, jan), { executeOnce: true });
		expect(error?.message).toContain("'Execute Once' is on");
		await koda.expectSilence();
	});

	test('but not an expression that comes to the same for all items, nor the time', async () => {
		const rows = people({ ...ewa, list: 'A' }, { ...jan, list: 'A' });
		const parameters = { name: '={{ $json.list }}', campaignStart: '={{ $now.plus(1, "hour") }}' };
		const { json } = await run({ ...parameters, variables: 'none' }, rows);
		expect(json).toMatchObject([{ name: 'A', count: 2 }]);
	});

	test('with On Error set to continue it is one error item, linked to all rows', async () => {
		const { outputs } = await run({ phoneField: 'x' }, people(ewa, jan), {
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]).toHaveLength(1);
		expect(Object.keys(outputs[0][0].json)).toEqual(['error', 'details']);
		expect(paired(outputs[0])).toEqual([[0, 1]]);
	});
});
