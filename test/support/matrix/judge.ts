import { groupBy } from 'lodash';

import { RAW } from '../answers/judge';
import type { Came } from './bench';
import type { Case } from './cases';
import { REFUSED } from './faults';
import { secretsIn } from './encodings';
import { TOKEN, type Arrival } from './server';
import { textOf } from './traces';

/** Kinds of faults that a run can be found to have. */
export type FaultKind =
	| 'doubled'
	| 'leaked'
	| 'crashed'
	| 'hung'
	| 'lost'
	| 'invented'
	| 'not said to be unknown'
	| 'service not named'
	| 'stray call';

/** What is wrong with a run. */
export interface Finding {
	kind: FaultKind;
	what: string;
}

/** What a vendor's samples say of an operation. */
interface Samples {
	isSafe: (id: string) => boolean;
	isUntyped: (id: string) => boolean;
	/** Whether any object will do. */
	isOpen: (id: string) => boolean;
}

const UNKNOWN = 'whether the operation took effect is unknown';

/** Calls with an effect that were done, or that may have been. */
const effectsOf = (arrivals: Arrival[], { isSafe }: Samples) =>
	groupBy(
		arrivals.filter(
			({ id, fault }) =>
				id !== undefined && id !== TOKEN && !isSafe(id) && fault?.effect !== 'none',
		),
		'id',
	);

/** What stands in items, but for what differs between two runs. */
const comparable = ({ items, stage }: Came) =>
	JSON.stringify(items)
		.replaceAll(stage.url, '')
		.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z?/g, '');

function faultsOfError({ thrown, error }: Came, service: string): Finding[] {
	if (thrown === undefined || error === undefined) return [];
	const found: Finding[] = [];
	const raw = RAW.exec(error);
	if (raw) found.push({ kind: 'crashed', what: `raw error: ${raw[0]}` });
	const { name } = thrown;
	if (!/^Node(Api|Operation)Error$/.test(name)) {
		found.push({ kind: 'crashed', what: `thrown: ${name}` });
	}
	// What is about a field names that.
	const isNamed = error.includes(service) || /(^|: )'[^']+' in the credential /.test(error);
	if (!isNamed) found.push({ kind: 'service not named', what: error });
	return found;
}

/** Whether a look tells what came of a call. */
const isLookedUp = (work: Case['work'], id: string) =>
	'job' in work && work.job.lookedUp?.includes(id) === true;

/** What is wrong with the calls that were made. */
function faultsOfCalls({ work }: Case, came: Came, plain: Came, samples: Samples): Finding[] {
	const { arrivals } = came.stage;
	const before = effectsOf(plain.stage.arrivals, samples);
	const found = Object.entries(effectsOf(arrivals, samples)).flatMap(([id, calls]): Finding[] =>
		// What is still there after a look may be removed once more.
		!(id.endsWith('.delete') && isLookedUp(work, id)) &&
		calls.length > Math.max(1, before[id]?.length ?? 0)
			? [{ kind: 'doubled', what: `${id} arrived ${calls.length} times` }]
			: [],
	);
	const { foreign, target } = came.stage;
	if (arrivals.some(({ id }) => id === undefined)) {
		found.push({ kind: 'stray call', what: 'an address of no operation' });
	}
	// n8n's OAuth2 client may follow, but with nothing that is secret.
	if (foreign.length > 0 && target !== TOKEN) {
		found.push({ kind: 'stray call', what: 'another host' });
	}
	if (secretsIn(foreign.join('\n'), came.secrets).length > 0) {
		found.push({ kind: 'leaked', what: 'to another host' });
	}
	return found;
}

/** What is wrong with what came of a call with an effect of which nobody can know whether it was done. */
function faultsOfUnknown({ fault, target }: Case, came: Came, samples: Samples): Finding[] {
	if (fault.whole && (samples.isUntyped(target) || samples.isOpen(target))) return [];
	const text = `${came.error ?? ''} ${JSON.stringify(came.items)} ${came.hints.join(' ')}`;
	if (text.includes(UNKNOWN)) return [];
	if (fault.effect === 'done' && came.error === undefined) return [];
	const kind = came.error === undefined ? 'invented' : 'not said to be unknown';
	return [{ kind, what: text.slice(0, 200) }];
}

/** What is wrong with an outcome: success without ground, or data that are gone. */
function faultsOfOutcome(one: Case, came: Came, plain: Came, samples: Samples): Finding[] {
	const { fault, target, retryOnFail, work } = one;
	const isRefused = fault === REFUSED;
	if (!isRefused && !came.stage.arrivals.some((arrival) => arrival.fault)) return [];
	const isWrite = target !== TOKEN && !samples.isSafe(target);
	// What it went on with was there, or it made it.
	if (isLookedUp(work, target) && came.error === undefined) return [];
	if (isWrite && !isRefused && fault.effect !== 'none') return faultsOfUnknown(one, came, samples);
	if (came.error === undefined) {
		const isWhole =
			fault.data === 'all'
				? came.items.length === plain.items.length
				: comparable(came) === comparable(plain);
		const isTold = came.hints.length > 0 || came.items.some((item) => 'error' in item);
		// Any answer is data where the contract says nothing of it.
		const isOpen = target !== TOKEN && samples.isUntyped(target);
		if (isWhole || isTold || isOpen || fault.data === 'some') return [];
		return [{ kind: 'invented', what: JSON.stringify(came.items).slice(0, 200) }];
	}
	// n8n keeps what it was given in the place of a token, which no node can mend.
	if (target === TOKEN && came.error.includes('n8n has kept an answer')) return [];
	const isTried = fault.repeated || (retryOnFail && 'job' in work);
	const mayFail = one.count === 1 ? !isTried : fault.data !== 'all';
	return mayFail || fault.slow || isWrite ? [] : [{ kind: 'lost', what: came.error.slice(0, 200) }];
}

/** Whether what a poll missed comes with the next one, once, and whether it said why. */
function faultsOfPoll({ fault, count, work }: Case, came: Came, plain: Came): Finding[] {
	const { later, items, error, hints } = came;
	if (typeof later === 'string') return [{ kind: 'lost', what: `the next poll fails: ${later}` }];
	const [sum, all] = [items.length + (later ?? 0), plain.items.length];
	const what = `${sum} of ${all} events came`;
	if (sum !== all) return [{ kind: sum < all ? 'lost' : 'doubled', what }];
	const mayBeEmpty = 'event' in work && work.event.mayBeEmpty;
	const isSilent = error === undefined && hints.length === 0 && items.length < all;
	if (!isSilent || count === 1 || fault.data !== 'none' || mayBeEmpty) return [];
	return [{ kind: 'invented', what: 'no events, and no error' }];
}

/** All that is wrong with a run. `plain` is the same work without the fault; `service` the vendor's name as users read it. */
export function findingsOf(
	one: Case,
	came: Came,
	plain: Came,
	samples: Samples,
	service: string,
): Finding[] {
	const { work } = one;
	const calls = faultsOfCalls(one, came, plain, samples);
	const hung: Finding[] = came.isHung ? [{ kind: 'hung', what: 'no end' }] : [];
	// What it says is n8n's.
	if ('errand' in work && work.errand.ofN8n) return [...calls, ...hung];
	const leaked = secretsIn(textOf([came.left, came.items]), came.secrets);
	const leaks: Finding[] = leaked.length > 0 ? [{ kind: 'leaked', what: one.encoding }] : [];
	if (came.isHung) return [...leaks, ...calls, ...hung];
	return [
		...leaks,
		...calls,
		...faultsOfError(came, service),
		...('event' in work
			? faultsOfPoll(one, came, plain)
			: faultsOfOutcome(one, came, plain, samples)),
	];
}
