import { EVENTS, type EventJob } from '../answers/events';
import type { AnswerJob } from '../answers/job';
import { JOBS } from '../answers/jobs';
import { SampleVendor } from '../answers/vendor';
import { ENCODINGS } from './encodings';
import { ERRANDS, type Errand } from './errands';
import { FAULTS, REFUSED, type Fault } from './faults';
import { IN_DATA, PLACES } from './faults/places';
import { TOKEN } from './server';

/** What a fault happens to. */
export type Work = { job: AnswerJob } | { event: EventJob } | { errand: Errand };

/** One run of the matrix. */
export interface Case {
	work: Work;
	/** Operation ID, or TOKEN. */
	target: string;
	fault: Fault;
	/** How many calls get the fault. */
	count: 1 | typeof Infinity;
	/** Whether n8n's Retry On Fail is on. */
	retryOnFail: boolean;
	/** How the service repeats what it knows. */
	encoding: string;
}

const NAMES = Object.keys(ENCODINGS);

/** The work as it is reported. */
export function nameOf(work: Work): string {
	if ('job' in work) return work.job.id;
	return 'event' in work ? `event ${work.event.event}` : work.errand.name;
}

/** What a work is known by. */
export const keyOf = (work: Work): object =>
	'job' in work ? work.job : 'event' in work ? work.event : work.errand;

/** Every operation, event and errand of a vendor, with every call that it makes. */
function targetsOf(vendor: string): Array<[Work, string]> {
	const { jobs, credential } = JOBS[vendor];
	const token = credential === 'kodaOAuth2Api' ? [TOKEN] : [];
	const works: Array<[Work, string[]]> = [
		...jobs.map((job): [Work, string[]] => [{ job }, job.uses]),
		...EVENTS[vendor].map((event): [Work, string[]] => [{ event }, event.uses]),
		...ERRANDS[vendor].map((errand): [Work, string[]] => [{ errand }, errand.uses]),
	];
	return works.flatMap(([work, uses]) =>
		[...new Set([...uses, ...token])].map((target): [Work, string] => [work, target]),
	);
}

/** The faults that a call can have: only a token endpoint has its own, and nobody listens at a whole address. */
function faultsOf(work: Work, target: string): Fault[] {
	const all = target === TOKEN ? FAULTS : [...FAULTS.filter(({ ofToken }) => !ofToken), REFUSED];
	// It has no Timeout to set.
	return 'errand' in work ? all.filter(({ slow }) => !slow) : all;
}

/**
 * Every call of every work of a vendor, every fault, once and always, without and with Retry On Fail, which only
 * actions have; the encodings take turns.
 */
export function matrixOf(vendor: string): Case[] {
	let turn = 0;
	return targetsOf(vendor).flatMap(([work, target]) =>
		faultsOf(work, target).flatMap((fault) =>
			([1, Infinity] as const).flatMap((count) =>
				('job' in work ? [false, true] : [false]).map((retryOnFail): Case => {
					const encoding = NAMES[turn++ % NAMES.length];
					return { work, target, fault, count, retryOnFail, encoding };
				}),
			),
		),
	);
}

/** Every call of every work of a vendor, every place where an answer can repeat a secret, every encoding. */
export function secretsOf(vendor: string): Case[] {
	const places = vendor === 'koopid' ? [...PLACES, IN_DATA] : PLACES;
	return targetsOf(vendor).flatMap(([work, target]) =>
		places.flatMap((fault) =>
			NAMES.map((encoding): Case => {
				return { work, target, fault, count: Infinity, retryOnFail: false, encoding };
			}),
		),
	);
}

/** A vendor as an operation finds it. */
export function vendorFor(name: string, work: Work): SampleVendor {
	const vendor = new SampleVendor(name);
	if (!('event' in work)) vendor.prepare('job' in work ? work.job : work.errand);
	return vendor;
}
