/** How often a vendor may be called, switched on through the control API. */
export interface RateLimits {
	/** Switches a vendor's limit on. */
	set(vendor: string, limit: Limit): void;
	off(vendor: string): void;
	/** The limit that this request goes beyond; refused requests do not count. */
	refuse(vendor: string): Limit | undefined;
	clear(): void;
}

/** So many requests within any span of so many milliseconds of real time. */
export interface Limit {
	requests: number;
	spanMs: number;
	/** What the refusal names; nothing, if left out. */
	retryAfterSeconds?: number;
}

/** Makes a set of limits, all off. */
export function createRateLimits(): RateLimits {
	const limits = new Map<string, Limit & { accepted: number[] }>();
	return {
		set: (vendor, limit) => {
			limits.set(vendor, { ...limit, accepted: [] });
		},
		off: (vendor) => {
			limits.delete(vendor);
		},
		refuse(vendor) {
			const limit = limits.get(vendor);
			if (limit === undefined) return undefined;
			const now = Date.now();
			limit.accepted = limit.accepted.filter((time) => time > now - limit.spanMs);
			if (limit.accepted.length >= limit.requests) return limit;
			limit.accepted.push(now);
			return undefined;
		},
		clear: () => limits.clear(),
	};
}
