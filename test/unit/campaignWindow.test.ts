import fc from 'fast-check';
import { DateTime } from 'luxon';

import { beginOf, faultOfWindow, type CampaignWindow } from '../../nodes/compose/campaign/window';
import { expectEach } from '../support/each';

/** Whether a campaign leaves any time to call. 2026-11-20 is a Friday. */
const zone = 'Europe/Warsaw';
const at = (text: string) => DateTime.fromISO(text, { zone });
const now = at('2026-11-20T12:00');
const week: CampaignWindow = { start: at('2026-11-20T09:00'), from: '09:00', to: '17:30' };

test('a window is refused if no call fits into it', async () => {
	await expectEach<[string, Partial<CampaignWindow>, string | undefined]>(
		[
			['no end', {}, undefined],
			['no end, only on Sundays', { days: ['0'] }, undefined],
			['ends today, after now', { end: at('2026-11-20T13:00') }, undefined],
			['ends today, before now', { end: at('2026-11-20T11:00') }, 'campaignEnd is over'],
			[
				'hours are over for today',
				{ to: '11:00', end: at('2026-11-20T23:00') },
				'campaignEnd leaves',
			],
			[
				'hours begin after the end',
				{ from: '14:00', end: at('2026-11-20T13:59') },
				'campaignEnd leaves',
			],
			['tomorrow morning', { to: '11:00', end: at('2026-11-21T09:30') }, undefined],
			[
				'ends as the hours begin',
				{ to: '11:00', end: at('2026-11-21T09:00') },
				'campaignEnd leaves',
			],
			['Saturday and Sunday only', { days: ['6', '0'], end: at('2026-11-21T09:30') }, undefined],
			[
				'a weekend without its days',
				{ start: at('2026-11-21T00:00'), days: ['1', '2'], end: at('2026-11-22T23:00') },
				'campaignEnd leaves',
			],
			['Monday in reach', { days: ['1'], end: at('2026-11-23T10:00') }, undefined],
			['Monday out of reach', { days: ['1'], end: at('2026-11-23T08:00') }, 'campaignEnd leaves'],
			['today next week', { days: ['5'], to: '11:00', end: at('2026-11-27T10:00') }, undefined],
			['hours end as they begin', { to: '09:00' }, 'allowedHoursEnd is not after'],
			['hours over midnight', { from: '22:00', to: '06:00' }, 'allowedHoursEnd is not after'],
			['ends before it begins', { end: at('2026-11-19T10:00') }, 'campaignEnd is before'],
			[
				'starts before 2000',
				{ start: at('1999-12-31T23:59') },
				'campaignStart is in the year 1999',
			],
			['starts in 2000', { start: at('2000-01-01') }, undefined],
			['starts in 2100', { start: at('2100-12-31T23:59') }, undefined],
			['starts after 2100', { start: at('2101-01-01') }, 'campaignStart is in the year 2101'],
			['ends after 2100', { end: at('2206-11-21') }, 'campaignEnd is in the year 2206'],
		],
		([, changes, wanted]) => {
			// The same moment, in whatever zone n8n itself is.
			for (const there of [zone, 'UTC', 'Asia/Tokyo', 'America/Los_Angeles']) {
				const fault = faultOfWindow({ ...week, ...changes }, now.setZone(there));
				expect([there, fault && `${fault.field} ${fault.what}`]).toEqual([
					there,
					wanted === undefined ? undefined : expect.stringContaining(wanted),
				]);
			}
		},
	);
});

test('a start before today is told from one of today, in its own zone', async () => {
	await expectEach<[string, string, string]>(
		[
			['2026-11-20T12:01', zone, 'later'],
			['2026-11-20T12:00', zone, 'atOnce'],
			['2026-11-20T00:00', zone, 'atOnce'],
			['2026-11-19T23:59', zone, 'beforeToday'],
			// There it is 03:00, and 00:00 of the next day.
			['2026-11-20T00:00', 'America/Los_Angeles', 'atOnce'],
			['2026-11-19T23:59', 'America/Los_Angeles', 'beforeToday'],
			['2026-11-20T23:59', 'Pacific/Auckland', 'beforeToday'],
			['2026-11-21T00:00', 'Pacific/Auckland', 'atOnce'],
		],
		([start, there, begin]) => {
			expect(beginOf(DateTime.fromISO(start, { zone: there }), now)).toBe(begin);
		},
	);
});

/** Minutes of a day. */
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Looks at every minute. */
function anyMinute({ start, end, from, to, days }: CampaignWindow): boolean {
	const [first, last] = [minutesOf(from), minutesOf(to)];
	for (let minute = DateTime.max(start, now); minute < end!; minute = minute.plus({ minutes: 1 })) {
		const time = minute.hour * 60 + minute.minute;
		const allowed = !days || days.includes(String(minute.weekday % 7));
		if (allowed && first <= time && time < last) return true;
	}
	return false;
}

test('says the same as looking at every minute', () => {
	const time = fc
		.integer({ min: 0, max: 24 * 60 - 1 })
		.map((minutes) => now.startOf('day').plus({ minutes }).toFormat('HH:mm'));
	const days = fc.subarray(['0', '1', '2', '3', '4', '5', '6'], { minLength: 1 });
	fc.assert(
		fc.property(
			fc.integer({ min: -2000, max: 2000 }),
			fc.integer({ min: 1, max: 12_000 }),
			time,
			time,
			days,
			(begin, length, from, to, weekdays) => {
				fc.pre(from < to);
				const start = now.plus({ minutes: begin });
				const end = start.plus({ minutes: length });
				fc.pre(end > now);
				const window = { start, end, from, to, days: weekdays };
				expect(faultOfWindow(window, now) === undefined).toBe(anyMinute(window));
			},
		),
		{ numRuns: 60 },
	);
});
