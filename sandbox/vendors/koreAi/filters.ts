/** What sessions and messages are asked for by: windows of time, tags and pages. */
import { ApiError } from '../../types';
import type { EndUser, Tag } from './state';

const DAY = 24 * 60 * 60 * 1000;
const WEEK = 7 * DAY;

/** A span of time in milliseconds since 1970, both ends included. */
export interface Window {
	from: number;
	to: number;
}

/** The dates of a request: `yyyy-mm-dd` or with a time, UTC. */
export interface Dates {
	dateFrom?: string;
	dateTo?: string;
}

const isWholeDay = (date: string) => date.length === 'yyyy-mm-dd'.length;

/** A day that ends a window counts whole: inferred from samples with the same day in both. */
const endOf = (date: string) => Date.parse(date) + (isWholeDay(date) ? DAY - 1 : 0);

/**
 * The window of a request, with the documented defaults: seven days up to `dateTo`, from `dateFrom`, or up to now.
 *
 * @throws ApiError 400 when it is seven days or longer; the words are inferred from the documentation
 */
export function windowOf({ dateFrom, dateTo }: Dates, now: number): Window {
	if (dateFrom === undefined) {
		const to = dateTo === undefined ? now : endOf(dateTo);
		return { from: to - WEEK, to };
	}
	const from = Date.parse(dateFrom);
	if (dateTo === undefined) return { from, to: from + WEEK };
	const to = endOf(dateTo);
	if (to - from >= WEEK) {
		throw new ApiError(400, 'The duration between dateTo and dateFrom should be less than 7 days');
	}
	return { from, to };
}

export const isWithin = (time: number, { from, to }: Window): boolean => time >= from && time <= to;

export interface TagFilter {
	and?: Array<{ name: string; values: string[]; type?: string }>;
}

/**
 * Whether every condition finds one of its values.
 *
 * @param tags the tags by type: `user`, `session` and `message` are documented
 * @throws ApiError 400 for another type (guess)
 */
export function hasTags(filter: TagFilter | undefined, tags: Record<string, Tag[]>): boolean {
	return (filter?.and ?? []).every(({ name, values, type }) => {
		if (type !== undefined && !Object.hasOwn(tags, type)) {
			throw new ApiError(400, `Unknown type of tag: ${type}`);
		}
		// Guess: without a type any will do.
		const candidates = type === undefined ? Object.values(tags).flat() : tags[type];
		return candidates.some((tag) => tag.name === name && values.includes(tag.value));
	});
}

/** Whether it is the person asked for, by e-mail or ID; nobody is everybody. */
export const isUser = ({ id, email }: EndUser, userId: string | undefined): boolean =>
	userId === undefined || userId === id || userId.toLowerCase() === email;

export interface Paging {
	skip?: number;
	/** Documented as the same. */
	offset?: number;
	limit?: number;
}

/** A page of rows, with `total` of all of them. */
export function pageOf<T>(rows: T[], { skip, offset, limit }: Paging, defaultLimit: number) {
	const start = skip ?? offset ?? 0;
	const end = start + (limit ?? defaultLimit);
	return { total: rows.length, moreAvailable: end < rows.length, rows: rows.slice(start, end) };
}
