import { DateTime, type DurationLike } from 'luxon';

import type { Period } from '../shared/fields/dates';
import { fieldList } from '../shared/fields/field';
import type { FieldsOf } from '../shared/fields/fields';

/** Of a period that has no beginning. */
const LENGTH: DurationLike = { days: 7 };

/** The time range of a list that Kore.ai wants both ends for. */
export const fromTo = fieldList([
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		default: '',
		description: 'Begin of the time range; seven days before its end, if left out',
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'dateTime',
		notBefore: 'from',
		default: '',
		description: 'End of the time range. Without it, now.',
	},
]);

/** The period that is asked for: up to now and of this length, if nothing else is said. Throws when it begins in the future. */
export function periodOf(given: FieldsOf<typeof fromTo>, length = LENGTH): Period {
	const to = given.get('to') ?? DateTime.now();
	const from = given.get('from') ?? to.minus(length);
	if (to < from) given.fail('from', 'is in the future', "Choose an earlier date, or a 'To'.");
	return { from, to };
}

/** Throws when a period is longer than one report may be about. */
export function checkDays(
	given: FieldsOf<typeof fromTo>,
	{ from, to }: Period,
	most: number,
): void {
	if (to.diff(from).as('days') <= most) return;
	given.fail('from', `is more than ${most} days before the end`, 'Choose a shorter time range.');
}

/** A date where Kore.ai takes days only: that of UTC, in which it has all other dates. */
export const dayText = (date?: DateTime): string | undefined =>
	date?.toUTC().toISODate() ?? undefined;
