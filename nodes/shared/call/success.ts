import { get, isEmpty } from 'lodash';

import { isThing } from '../fields/lists';
import { countOf, flagOf } from './answers';
import { sayingOf } from './sayings';
import type { Route, Shown } from './vendor';

/** What the contract says of a call's answer. */
type Contract = Pick<Route, 'safe' | 'shows' | 'names'>;

/** Flags by which services say how a change went. */
const VERDICTS = ['success', 'result', 'ok'];

/** The reason when a flag says that the call did not do what it is for; undefined when none does. */
export function declinedIn(body: unknown, data: unknown, route: Contract): string | undefined {
	const verdicts = VERDICTS.filter((name) => !route.safe || route.shows?.[name] !== undefined);
	const flags = isThing(data) ? verdicts.map((name) => data[name]) : [data];
	const isTold = isThing(data) || route.shows?.['.'] !== undefined;
	if (!isTold || !flags.some((flag) => flagOf(flag) === false)) return undefined;
	return sayingOf(data) ?? sayingOf(body) ?? 'its answer is false';
}

const HOLDS: Record<Shown, (value: unknown) => boolean> = {
	given: (value) => ['string', 'number'].includes(typeof value) && value !== '',
	object: (value) => isThing(value) && !isEmpty(value),
	anyObject: (value) => isThing(value) && !namesError(value),
	true: (value) => flagOf(value) === true,
	'2xx': (value) => Math.floor((countOf(value) ?? 0) / 100) === 2,
	empty: (value) =>
		flagOf(value) === true ||
		(isThing(value) && sayingOf(value) === undefined && !namesError(value)),
};

const ERRORS = ['error', 'errors', 'error_description', 'fault', 'exception', 'detail'];

/** How services call a status that is none of success. */
const FAILED = /^(error|fail|failed|failure)$/i;

/** Where an answer may repeat its status. */
const STATUSES = ['status', 'statusCode', 'status_code', 'httpStatus', 'httpCode'];

/** Whether an answer of no known form names an error: a number of errors is none. */
const namesError = (data: unknown): boolean =>
	isThing(data) &&
	(STATUSES.some((name) => (countOf(data[name]) ?? 0) >= 400 || FAILED.test(String(data[name]))) ||
		namesError(data.meta) ||
		(data.data === null && sayingOf(data) !== undefined) ||
		ERRORS.map((name) => data[name] ?? '').some(
			(error) => error === true || (['string', 'object'].includes(typeof error) && !isEmpty(error)),
		));

/** Whether a sentence is enough, which an error has, too. */
const isSentence = ([paths]: [paths: string, shown: Shown]): boolean =>
	paths.split('|').some((path) => /(^|\.)message$/.test(path));

/** Whether a thing has any of the names that the contract knows. */
export const hasOneOf = (thing: unknown, names: readonly string[]) =>
	isThing(thing) && names.some((name) => (thing[name] ?? undefined) !== undefined);

/**
 * Whether an answer's data are what the contract says of a good answer. `isNoContent`: whether its status says that
 * it was done, and that there is no more to say.
 */
export function isShown(data: unknown, route: Contract, isNoContent = false): boolean {
	const { shows = {}, names, safe } = route;
	const wanted = Object.entries(shows);
	// Of an empty answer to a question, whoever asked knows what it means.
	if (safe && typeof data === 'object' && isEmpty(data)) return true;
	if (isNoContent && !safe) return wanted.every(([, shown]) => shown !== 'given');
	const hasAll = wanted.every(([paths, shown]) =>
		paths.split('|').some((path) => HOLDS[shown](path === '.' ? data : get(data, path))),
	);
	const hasAny = !names || hasOneOf(data, names);
	const isKnown = (wanted.length > 0 && !wanted.every(isSentence)) || names !== undefined;
	return hasAll && hasAny && (isKnown || !namesError(data));
}
