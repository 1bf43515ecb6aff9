import fc from 'fast-check';
import { DateTime, FixedOffsetZone } from 'luxon';

import { splitPeriod, toDateTime } from '../../nodes/shared/fields/dates';
import { expectEach } from '../support/each';

const ZONES = ['Europe/Warsaw', 'Asia/Bangkok', 'America/St_Johns', 'UTC'];
const iso = (value: unknown, zone: string) => toDateTime(value, zone)?.toISO();

describe('forms without an offset are read in the zone', () => {
	test('and have that time there', async () => {
		await expectEach(
			[
				['2026-01-31T09:00', '2026-01-31T09:00:00.000+01:00'],
				['2026-01-31T09:00:15', '2026-01-31T09:00:15.000+01:00'],
				['2026-01-31T09:00:15.250', '2026-01-31T09:00:15.250+01:00'],
				['2026-01-31T09', '2026-01-31T09:00:00.000+01:00'],
				['2026-01-31', '2026-01-31T00:00:00.000+01:00'],
				['2026-07-31', '2026-07-31T00:00:00.000+02:00'],
				['2026-01', '2026-01-01T00:00:00.000+01:00'],
				['20260131', '2026-01-31T00:00:00.000+01:00'],
				['20260131T090015', '2026-01-31T09:00:15.000+01:00'],
				['2026-W05-6T09:00', '2026-01-31T09:00:00.000+01:00'],
				['2026-031T09:00', '2026-01-31T09:00:00.000+01:00'],
				['2026-01-31 09:00:15', '2026-01-31T09:00:15.000+01:00'],
				['2026-01-31 09:00', '2026-01-31T09:00:00.000+01:00'],
				['  2026-01-31T09:00  ', '2026-01-31T09:00:00.000+01:00'],
			],
			([text, expected]) => {
				expect(iso(text, 'Europe/Warsaw')).toBe(expected);
			},
		);
	});
});

describe('forms with an offset keep the moment and land in the zone', () => {
	test('which may be any zone', async () => {
		await expectEach(
			[
				['2026-01-31T08:00:00Z'],
				['2026-01-31T09:00:00+01:00'],
				['2026-01-31T15:00:00+0700'],
				['2026-01-31T15:00:00+07'],
				['2026-01-31T04:30-03:30'],
				['20260131T080000Z'],
				['2026-01-31 08:00:00 Z'],
				['2026-01-31 15:00:00 +07:00'],
			],
			([text]) => {
				expect(iso(text, 'Europe/Warsaw')).toBe('2026-01-31T09:00:00.000+01:00');
				expect(iso(text, 'Asia/Bangkok')).toBe('2026-01-31T15:00:00.000+07:00');
			},
		);
	});
});

describe('a time of day is today in the zone', () => {
	beforeEach(() => {
		jest.useFakeTimers({ now: new Date('2026-03-05T20:00:00Z') });
	});
	afterEach(() => {
		jest.useRealTimers();
	});

	test('whatever the day elsewhere', async () => {
		await expectEach(
			[
				['09:00', 'Europe/Warsaw', '2026-03-05T09:00:00.000+01:00'],
				['09:00', 'Asia/Bangkok', '2026-03-06T09:00:00.000+07:00'],
				['17:30:05', 'UTC', '2026-03-05T17:30:05.000Z'],
			],
			([text, zone, expected]) => {
				expect(iso(text, zone)).toBe(expected);
			},
		);
	});
});

describe('Unix times', () => {
	test('are seconds or milliseconds, as numbers or text', async () => {
		await expectEach(
			[
				[1746396305, '2025-05-05T05:05:05.000+07:00'],
				['1746396305', '2025-05-05T05:05:05.000+07:00'],
				[' 1746396305 ', '2025-05-05T05:05:05.000+07:00'],
				[1746396305250, '2025-05-05T05:05:05.250+07:00'],
				['1746396305250', '2025-05-05T05:05:05.250+07:00'],
				[1746396305.25, '2025-05-05T05:05:05.250+07:00'],
			],
			([unix, expected]) => {
				expect(iso(unix, 'Asia/Bangkok')).toBe(expected);
			},
		);
	});
});

describe('objects', () => {
	const moment = DateTime.fromISO('2026-01-31T09:00:00+01:00', { setZone: true });

	test('of dates are read in the zone', async () => {
		await expectEach(
			[
				['a Date', moment.toJSDate()],
				['a Luxon object', moment],
				['a Luxon object of another zone', moment.setZone('America/St_Johns')],
				['a Luxon object of another copy', { toISO: () => '2026-01-31T09:00:00.000+01:00' }],
			],
			([, value]) => {
				expect(iso(value, 'Asia/Bangkok')).toBe('2026-01-31T15:00:00.000+07:00');
			},
		);
	});
});

describe('what is no date is undefined', () => {
	test('whatever its type', async () => {
		await expectEach(
			[
				'',
				' ',
				'tomorrow',
				'2026-13-01',
				'2026-02-30',
				'25:00',
				'31.01.2026',
				'12345678901234567890',
				NaN,
				Infinity,
				true,
				null,
				undefined,
				{},
				[],
				new Date('no'),
				DateTime.invalid('no'),
				{ toISO: () => null },
			],
			(value) => {
				expect(toDateTime(value, 'Europe/Warsaw')).toBeUndefined();
			},
		);
	});

	test('nor are digits that could be several', async () => {
		await expectEach(
			[
				'12',
				'1230',
				'2026',
				'010527',
				'202601',
				'2026031',
				'2026W05',
				'2026W056',
				'26012026',
				'T0930',
				'0930Z',
				'1230T09:00',
				'0105271230',
				'202601310900',
				202601310900,
				'20260131090000',
				20260131090000,
				'1746396305250000',
			],
			(value) => {
				expect(toDateTime(value, 'Europe/Warsaw')).toBeUndefined();
			},
		);
	});
});

test('every moment comes back, in any form and zone', () => {
	const moments = fc.date({
		min: new Date('1974-01-01'),
		max: new Date('2100-01-01'),
		noInvalidDate: true,
	});
	const offsets = fc.integer({ min: -14 * 60, max: 14 * 60 });
	fc.assert(
		fc.property(moments, fc.constantFrom(...ZONES), offsets, (date, zone, offset) => {
			const ms = date.getTime();
			const there = DateTime.fromMillis(ms, { zone: FixedOffsetZone.instance(offset) });
			const forms: unknown[] = [
				date,
				ms,
				String(ms),
				there,
				there.toISO(),
				there.toISO({ format: 'basic' }),
				date.toISOString(),
			];
			for (const form of forms) {
				const read = toDateTime(form, zone);
				expect([form, read?.toMillis(), read?.zoneName]).toEqual([form, ms, zone]);
			}
			const seconds = Math.floor(ms / 1000);
			expect(toDateTime(seconds, zone)?.toMillis()).toBe(seconds * 1000);
		}),
	);
});

test('a local time is the same local time in the zone', () => {
	const days = fc.date({
		min: new Date('2020-01-01'),
		max: new Date('2030-01-01'),
		noInvalidDate: true,
	});
	fc.assert(
		fc.property(days, fc.constantFrom(...ZONES), (date, zone) => {
			// At noon no zone skips an hour.
			const local = `${date.toISOString().slice(0, 10)}T12:34:56`;
			const read = toDateTime(local, zone);
			expect(read?.toFormat("yyyy-MM-dd'T'HH:mm:ss")).toBe(local);
			expect(read?.zoneName).toBe(zone);
		}),
	);
});

describe('a period in parts', () => {
	test('covers all of it, no part being longer', () => {
		const moments = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2027, 0) });
		const spans = fc.integer({ min: 0, max: 90 * 86_400_000 });
		const lengths = fc.integer({ min: 3_600_000, max: 20 * 86_400_000 });
		fc.assert(
			fc.property(moments, spans, lengths, (start, span, length) => {
				const from = DateTime.fromMillis(start);
				const to = DateTime.fromMillis(start + span);
				const parts = splitPeriod({ from, to }, { milliseconds: length });
				expect(parts[0].from.toMillis()).toBe(start);
				expect(parts.at(-1)?.to.toMillis()).toBe(start + span);
				for (const [index, part] of parts.entries()) {
					expect(part.to.toMillis() - part.from.toMillis()).toBeLessThanOrEqual(length);
					if (index > 0) expect(part.from.toMillis()).toBe(parts[index - 1].to.toMillis());
				}
				expect(parts).toHaveLength(Math.max(1, Math.ceil(span / length)));
			}),
		);
	});

	test('of days keeps to days when the clocks change', () => {
		const zone = 'Europe/Warsaw';
		const from = DateTime.fromISO('2026-03-28', { zone });
		const parts = splitPeriod({ from, to: from.plus({ days: 3 }) }, { days: 1 });
		expect(parts.map((part) => part.from.toISO({ suppressMilliseconds: true }))).toEqual([
			'2026-03-28T00:00:00+01:00',
			'2026-03-29T00:00:00+01:00',
			'2026-03-30T00:00:00+02:00',
		]);
	});
});
