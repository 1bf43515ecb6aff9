/** Everything a running sandbox holds besides its HTTP routes. */
import { createClock, type Clock } from './clock';
import { createFaults, type Faults } from './faults';
import { articles, type Article } from './helpCenter';
import { createLooseModes, type LooseModes } from './looseModes';
import { createRateLimits, type RateLimits } from './rateLimit';
import { createRecorder, type Recorder } from './recorder';
import { ApiError, type Vendor, type VendorInstance } from './types';

export interface Sandbox {
	clock: Clock;
	recorder: Recorder;
	faults: Faults;
	rateLimits: RateLimits;
	loose: LooseModes;
	/** Delay of every vendor answer, in milliseconds. */
	latencyMs: number;
	/** How often it was reset: what was held back over a reset has no effect after it. */
	resets: number;
	/** Of the help center. */
	articles: Article[];
	/** A vendor's living part; throws an `ApiError` (404) for a name it does not know. */
	instance(vendor: string): VendorInstance;
	/** Everything as it was right after the start; requests are logged under `suite`. */
	reset(suite?: string): void;
	/** Moves the clock; the data are as old as the last reset nevertheless. */
	advance(seconds: number): void;
}

/** How a sandbox is made. */
interface Made {
	/** NDJSON file to append every request to. */
	trafficFile?: string;
	/** Midnight UTC at which the data of all vendors begin, in milliseconds since 1970; days before today without it. */
	seededFrom?: number;
}

const DAY = 86_400_000;

/** Makes a sandbox with seeded vendors. */
export function createSandbox(vendors: Vendor[], { trafficFile, seededFrom }: Made = {}): Sandbox {
	const clock = createClock();
	// A vendor is seeded when it is first asked after a reset: most tests ask one of them.
	const instances = new Map<string, VendorInstance>();
	const seed = (vendor: Vendor) => {
		const today = Math.floor(clock.now() / DAY) * DAY;
		const instance = vendor.create(clock, seededFrom ?? today - vendor.seededDays * DAY);
		instances.set(vendor.name, instance);
		return instance;
	};
	const instanceOf = (vendor: Vendor) => instances.get(vendor.name) ?? seed(vendor);
	const sandbox: Sandbox = {
		clock,
		recorder: createRecorder(trafficFile),
		faults: createFaults(),
		rateLimits: createRateLimits(),
		loose: createLooseModes(),
		latencyMs: 0,
		resets: 0,
		articles: [],
		instance(name) {
			const vendor = vendors.find((one) => one.name === name);
			if (vendor === undefined) throw new ApiError(404, `Unknown vendor ${name}`);
			return instanceOf(vendor);
		},
		advance(seconds) {
			vendors.forEach(instanceOf);
			clock.advance(seconds);
		},
		reset(suite) {
			clock.reset();
			sandbox.recorder.reset(suite);
			sandbox.faults.clear();
			sandbox.rateLimits.clear();
			sandbox.loose.clear();
			sandbox.latencyMs = 0;
			sandbox.resets += 1;
			sandbox.articles = articles();
			instances.clear();
		},
	};
	sandbox.reset();
	vendors.forEach(instanceOf);
	return sandbox;
}
