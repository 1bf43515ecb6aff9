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
	/** Of the help center. */
	articles: Article[];
	/** A vendor's living part; throws an `ApiError` (404) for a name it does not know. */
	instance(vendor: string): VendorInstance;
	/** Everything as it was right after the start; requests are logged under `suite`. */
	reset(suite?: string): void;
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
	const instances = new Map<string, VendorInstance>();
	const sandbox: Sandbox = {
		clock,
		recorder: createRecorder(trafficFile),
		faults: createFaults(),
		rateLimits: createRateLimits(),
		loose: createLooseModes(),
		latencyMs: 0,
		articles: [],
		instance(vendor) {
			const instance = instances.get(vendor);
			if (instance === undefined) throw new ApiError(404, `Unknown vendor ${vendor}`);
			return instance;
		},
		reset(suite) {
			clock.reset();
			sandbox.recorder.reset(suite);
			sandbox.faults.clear();
			sandbox.rateLimits.clear();
			sandbox.loose.clear();
			sandbox.latencyMs = 0;
			sandbox.articles = articles();
			const today = Math.floor(clock.now() / DAY) * DAY;
			for (const vendor of vendors) {
				const from = seededFrom ?? today - vendor.seededDays * DAY;
				instances.set(vendor.name, vendor.create(clock, from));
			}
		},
	};
	sandbox.reset();
	return sandbox;
}
