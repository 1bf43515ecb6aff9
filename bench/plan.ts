/**
 * `npm run plan -- --vendor kore-ai --rows 1000000`: how a campaign is laid out, and how long its calls take, by what
 * `npm run bench` measured. `--per-minute` calls that the service allows (none known at KODA, 60 at Kore.ai), `--latency`
 * milliseconds of a call (200), `--per-execution` rows of one execution (50000), `--workers` that run them (1).
 */
import { parseArgs } from 'node:util';

export type Vendor = keyof typeof COSTS;

/** A campaign as it is to be. */
export interface Wanted {
	vendor: Vendor;
	rows: number;
	/** Calls a minute that the service allows the whole account. */
	perMinute: number;
	/** Milliseconds that the service takes for a call. */
	latency: number;
	/** Rows that one execution is given. */
	perExecution: number;
	/** Workers of one processor core each. */
	workers: number;
}

/** What comes of it; times in seconds. */
export interface Plan {
	executions: number;
	/** Calls of all executions. */
	calls: number;
	/** Until the last call is answered, if the service sets no limit. */
	unlimited: number;
	/** The least that the service's limit allows. */
	limited: number;
	seconds: number;
	/** Megabytes that an execution adds to its process. */
	memory: number;
}

/**
 * Rows that one call takes, and the calls beside them. What an execution costs beside the calls' own time, in milliseconds:
 * the line through the smallest and the largest size of W3 and W12 (docs/performance-tables.md), done by a machine with two
 * cores; and in megabytes: the line through the two larger sizes.
 */
const COSTS = {
	koda: { rowsOfCall: Infinity, beside: 2, fixed: 23, perRow: 0.0031, least: 77, ofRow: 0.00079 },
	'kore-ai': { rowsOfCall: 1_000, beside: 9, fixed: 47, perRow: 0.0051, least: 79, ofRow: 0.0006 },
} as const;

/** Calls a minute of an account, where they are known (docs/evidence/kore-ai.md). */
const PER_MINUTE: Record<Vendor, number> = { koda: Infinity, 'kore-ai': 60 };

/** How long a campaign takes to be created, and what it takes. */
export function planOf({ vendor, rows, perMinute, latency, perExecution, workers }: Wanted): Plan {
	const { rowsOfCall, beside, fixed, perRow, least, ofRow } = COSTS[vendor];
	const size = Math.min(rows, perExecution);
	const executions = Math.ceil(rows / perExecution);
	const calls = executions * (Math.max(1, Math.ceil(size / rowsOfCall)) + beside);
	const work = executions * fixed + rows * perRow + calls * latency;
	const unlimited = work / 1000 / Math.min(workers, executions);
	const limited = (calls / perMinute) * 60;
	return {
		executions,
		calls,
		unlimited,
		limited,
		seconds: Math.max(unlimited, limited),
		memory: least + size * ofRow,
	};
}

const timeOf = (seconds: number) =>
	seconds < 120
		? `${seconds.toPrecision(2)} s`
		: `${Math.round(seconds / 60).toLocaleString('en')} min`;

const whole = (value: number) => Math.round(value).toLocaleString('en');

const several = (count: number, thing: string) =>
	`${whole(count)} ${thing}${count === 1 ? '' : 's'}`;

/** The plan in words. */
function told(wanted: Wanted, plan: Plan): string {
	const { rows, perExecution, workers, perMinute } = wanted;
	const wall =
		plan.limited > plan.unlimited
			? `The service's ${whole(perMinute)} calls a minute end it: more workers bring nothing.`
			: 'n8n and the answers end it: more workers help, as long as there are executions for them.';
	return [
		`${whole(rows)} rows in executions of ${whole(Math.min(rows, perExecution))}: ${several(plan.executions, 'execution')}, ${several(plan.calls, 'call')}.`,
		`${timeOf(plan.seconds)} until the last call is answered, with ${several(workers, 'worker')}. ${wall}`,
		`Each execution adds some ${whole(plan.memory)} MB to its process.`,
	].join('\n');
}

function readArguments(): Wanted {
	const text = { type: 'string' } as const;
	const { values } = parseArgs({
		options: {
			vendor: text,
			rows: text,
			'per-minute': text,
			latency: text,
			'per-execution': text,
			workers: text,
		},
	});
	const { vendor = 'koda' } = values;
	if (!(vendor in COSTS)) throw new Error(`--vendor is one of ${Object.keys(COSTS).join(', ')}`);
	const numberOf = (name: Exclude<keyof typeof values, 'vendor'>, preset: number) => {
		const value = Number(values[name] ?? preset);
		if (!(value > 0)) throw new Error(`--${name} needs a number above 0, not ${values[name]}`);
		return value;
	};
	return {
		vendor: vendor as Vendor,
		rows: numberOf('rows', 50_000),
		perMinute: numberOf('per-minute', PER_MINUTE[vendor as Vendor]),
		latency: numberOf('latency', 200),
		perExecution: numberOf('per-execution', 50_000),
		workers: numberOf('workers', 1),
	};
}

if (require.main === module) {
	try {
		const wanted = readArguments();
		console.log(told(wanted, planOf(wanted)));
	} catch (error) {
		console.error((error as Error).message);
		process.exitCode = 1;
	}
}
