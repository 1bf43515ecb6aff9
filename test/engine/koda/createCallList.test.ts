import type {
	IDataObject,
	INodeParameters,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { Koda } from '../../../nodes/Koda/Koda.node';
import { BOT, byUrl } from '../../../engine/jobs';
import { useKoda } from '../../support/koda';
import { choices, dashboard, person, sample, usePlanningAt } from '../../support/kodaCampaign';
import { describeBadInput } from '../../support/kodaCases';
import { contractOf } from '../../support/kodaContract';
import { testEach } from '../../support/sandbox';

const bench = useKoda();
usePlanningAt();

const create = { resource: 'callList', operation: 'create' };

/** The body sent for the sample with other choices. */
const bodyOf = async (other: INodeParameters, json: IDataObject = {}, timezone?: string) => {
	const { error } = await bench.run(
		{ ...create, ...choices, ...other },
		{ items: [{ json }], timezone },
	);
	expect(error).toBeUndefined();
	const { body, contractErrors } = (await bench.sent('callList.create')).at(-1)!;
	expect(contractErrors).toEqual([]);
	return body as IDataObject;
};

testEach(
	'the calls may come in any form',
	[
		['JSON text', JSON.stringify(sample.calls), {}],
		['an expression that returns a list', '={{ $json.people }}', { people: sample.calls }],
		[
			'an expression that returns text',
			'={{ $json.text }}',
			{ text: JSON.stringify(sample.calls) },
		],
	],
	async ([, callsJson, json]) => {
		expect(await bodyOf({ specifyCalls: 'json', callsJson }, json)).toEqual(sample);
	},
);

test('names of variables are sent without what cannot be seen, and none twice', async () => {
	const wanted = { phone_number: '+48600000001', Größe: '\u200BL' };
	const people = [{ '\uFEFFphone_number': '+48600000001', 'Grö\u00ADße ': '\u200BL' }];
	const asJson = { specifyCalls: 'json', callsJson: '={{ $json.people }}' };
	expect((await bodyOf(asJson, { people })).calls).toEqual([wanted]);
	const call = {
		phoneNumber: '+48600000001',
		variables: { row: [{ name: '\uFEFFGröße\u00A0', value: '\u200BL' }] },
	};
	const names = {
		name: '\uFEFFWin-back',
		campaignVars: ['ans\u200Bwer'],
		options: { reportVars: [' city\u00A0'] },
	};
	await bench.sandbox().control('reset');
	const body = await bodyOf({ specifyCalls: 'table', calls: { call: [call] }, ...names });
	expect(body).toMatchObject({
		name: 'Win-back',
		calls: [wanted],
		campaign_vars: ['answer'],
		report_vars: ['city'],
	});
	const twice = [{ phone_number: '+48600000001', name: 'a', 'name\u200B': 'b' }];
	const { error } = await bench.run(
		{ ...create, ...choices, ...asJson },
		{ items: [{ json: { people: twice } }] },
	);
	expect(error?.message).toContain("'Calls (JSON)' has two keys in call 1 that differ only in");
});

test('values of any kind in a call stay as they are', async () => {
	const people = [{ ...person, amount: 12.5, vip: true, tags: ['a'], none: null }];
	const body = await bodyOf({ specifyCalls: 'json', callsJson: '={{ $json.people }}' }, { people });
	expect(body.calls).toEqual(people);
});

test('fields left out are not sent', async () => {
	const body = await bodyOf({ options: {}, schedule: {} });
	const optional = [
		'report_vars',
		'campaign_date_end',
		'campaign_date_time_end',
		'campaign_allowed_days',
	];
	const required = Object.keys(sample).filter((name) => !optional.includes(name));
	expect(Object.keys(body).sort()).toEqual(required.sort());
});

testEach(
	"a date is sent in the workflow's time zone",
	[
		['a picked date', '2026-01-12T09:00:00', 'Europe/Warsaw', '2026-01-12', '09:00'],
		['UTC over midnight', '2026-01-12T23:30:00Z', 'Europe/Warsaw', '2026-01-13', '00:30'],
		['UTC in summer', '2026-07-01T07:00:00Z', 'Europe/Warsaw', '2026-07-01', '09:00'],
		['UTC far east', '2026-01-12T16:05:00Z', 'Asia/Tokyo', '2026-01-13', '01:05'],
		['an offset', '2026-01-12T03:00:00+01:00', 'America/New_York', '2026-01-11', '21:00'],
		[
			'a Luxon object',
			'={{ DateTime.fromISO("2026-07-01T07:00:00Z") }}',
			'Europe/Warsaw',
			'2026-07-01',
			'09:00',
		],
		[
			'a Luxon object of another zone',
			'={{ DateTime.fromISO("2026-07-01T07:00:00Z", { zone: "Asia/Tokyo" }) }}',
			'Europe/Warsaw',
			'2026-07-01',
			'09:00',
		],
		['a Date', '={{ new Date("2026-07-01T07:00:00Z") }}', 'Europe/Warsaw', '2026-07-01', '09:00'],
		['Unix seconds', '={{ 1768208400 }}', 'Europe/Warsaw', '2026-01-12', '10:00'],
	],
	async ([, when, timezone, date, time]) => {
		const fields = { campaignStart: when, allowedHoursStart: when, schedule: {} };
		expect(await bodyOf(fields, {}, timezone)).toMatchObject({
			campaign_date_start: date,
			campaign_date_time: time,
			allowed_hours_start: time,
		});
		// That it ends before it starts would be refused.
		const ends = { campaignStart: '2014-06-03T00:00:00', schedule: { campaignEnd: when } };
		expect(await bodyOf(ends, {}, timezone)).toMatchObject({
			campaign_date_end: date,
			campaign_date_time_end: time,
		});
	},
);

test('the weekdays offered have the numbers of the vendor', () => {
	const fields = new Koda().description.properties.flatMap(({ name, options }) =>
		name === 'schedule' ? (options as INodeProperties[]) : [],
	);
	const days = fields.find(({ name }) => name === 'allowedWeekdays')
		?.options as INodePropertyOptions[];
	expect(Object.fromEntries(days.map(({ name, value }) => [name, value]))).toEqual({
		Monday: '1',
		Tuesday: '2',
		Wednesday: '3',
		Thursday: '4',
		Friday: '5',
		Saturday: '6',
		Sunday: '0',
	});
});

// The numbers are the vendor's: Monday is 1, Sunday is 0.
test.each([
	['numbers as text', ['0', '6', '1']],
	['numbers', [0, 6, 1]],
])('weekdays from an expression: %s', async (_, days) => {
	const schedule = { allowedWeekdays: '={{ $json.days }}' };
	const body = await bodyOf({ schedule }, { days });
	expect(body.campaign_allowed_days).toEqual(['0', '6', '1']);
});

test('variables from an expression that returns a list', async () => {
	const body = await bodyOf(
		{ campaignVars: ['first', '={{ $json.more }}'] },
		{ more: ['second', 'third'] },
	);
	expect(body.campaign_vars).toEqual(['first', 'second', 'third']);
});

test('bot and start block from their addresses in the dashboard', async () => {
	const startBlock = byUrl(`${dashboard}/create-bot/${String(sample.start_block_id)}?tab=1#top`);
	expect(await bodyOf({ bot: byUrl(`${dashboard}/inbox`), startBlock })).toEqual(sample);
	const [{ path }] = await bench.sent('callList.create');
	expect(path).toBe(contractOf('callList.create').path.replace('{botId}', BOT));
});

const json = (callsJson: string) => ({ ...choices, specifyCalls: 'json', callsJson });
const more = (fields: INodeParameters) => ({ ...choices, schedule: fields });
const row = (phoneNumber: string) => ({
	...choices,
	calls: { call: [{ phoneNumber: '+48600000000' }, { phoneNumber }] },
});
describeBadInput(bench, 'callList.create', [
	[
		'a call of the table without a number',
		"'Calls' 2: 'Phone Number' is empty",
		/Fill it in/,
		row('={{ $json.phone }}'),
	],
	[
		'no calls in the table',
		"'Calls' holds no calls",
		/at least one call/,
		{ ...choices, calls: {} },
	],
	[
		'a call without phone_number',
		"'Calls (JSON)' has no phone_number in call 2 of 2",
		/Every call needs phone_number .*Nothing was sent/,
		json('[{ "phone_number": "+48600000000" }, { "phone": "+48600000001" }]'),
	],
	[
		'phone_number of blanks',
		"'Calls (JSON)' has no phone_number in call 1 of 1",
		/Every call needs phone_number/,
		json('[{ "phone_number": " " }]'),
	],
	[
		'a phone_number that is no text',
		"'Calls (JSON)' has no phone_number in call 1 of 1",
		/as text/,
		json('[{ "phone_number": 48600000000 }]'),
	],
	[
		'a call that is null',
		"'Calls (JSON)' has no phone_number in call 1 of 1",
		/Every call needs phone_number/,
		json('[null]'),
	],
	['an empty list', "'Calls (JSON)' is empty", /Fill it in/, json('[]')],
	[
		'one call instead of a list',
		"'Calls (JSON)' holds no calls",
		/Give a list/,
		json('{ "phone_number": "+48" }'),
	],
	[
		'text that is no JSON',
		"'Calls (JSON)' is not valid JSON",
		/quotes, commas and brackets/,
		json('[{ phone }'),
	],
	[
		'an end before the start',
		"'Campaign End' is before 'Campaign Start'",
		/later date/,
		more({ campaignEnd: '2014-06-03T14:29:00' }),
	],
	[
		'a start that is no date',
		"'Campaign Start' is not a date",
		/ISO 8601/,
		{ ...choices, campaignStart: '={{ "soon" }}' },
	],
	[
		'an hour that is none',
		"'Allowed Hours End' is not a time of day",
		/Use hours and minutes, such as 09:00/,
		{ ...choices, allowedHoursEnd: '={{ "25:00" }}' },
	],
	[
		'a weekday in words',
		"'Allowed Weekdays' cannot be 'Monday'",
		/Use one of: 1 \(Monday\), /,
		more({ allowedWeekdays: '={{ ["Monday"] }}' }),
	],
	[
		'an empty name',
		"'Name' is empty",
		/correct the expression/,
		{ ...choices, name: '={{ $json.name }}' },
	],
	[
		'no variables',
		"'Variables to Collect' is empty",
		/Fill it in/,
		{ ...choices, campaignVars: ['={{ [] }}'] },
	],
	[
		'attempts in words',
		`'Max Attempts' cannot be "three"`,
		/Use a number/,
		{ ...choices, maxAttempts: '={{ "three" }}' },
	],
	[
		'an address of no block',
		"'Start Block' holds no ID",
		/Paste the whole address, or choose 'By ID'/,
		{ ...choices, startBlock: byUrl(`=${dashboard}`) },
	],
	[
		'an address of no bot',
		"'Bot' holds no ID",
		/Paste the whole address, or choose 'By ID'/,
		{ ...choices, bot: byUrl('=https://app.kodabots.com/settings') },
	],
]);
