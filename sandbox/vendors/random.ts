/** Reproducible data for seeds: the same input gives the same output in every run. */
import { createHash } from 'node:crypto';

/** A UUID (version 4 form) made from a name. */
export function uuidOf(name: string): string {
	const hex = createHash('sha256').update(name).digest('hex');
	const variant = '89ab'[parseInt(hex[16], 16) % 4];
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`4${hex.slice(13, 16)}`,
		`${variant}${hex.slice(17, 20)}`,
		hex.slice(20, 32),
	].join('-');
}

/** The entry of a list that belongs to a running number. */
export function pick<T>(list: readonly T[], index: number): T {
	return list[index % list.length];
}

/** A few names for made-up people. */
export const FIRST_NAMES = [
	'Ewa',
	'Michael',
	'Zoë',
	'Łukasz',
	'Aisha',
	'José',
	'Mei',
	'Olu',
] as const;
export const LAST_NAMES = ['Kowalska', 'Adams', 'Nguyen', 'Ødegård', 'García', 'Okafor'] as const;
