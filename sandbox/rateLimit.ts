/** Requests per second per vendor, switched on through the control API. */
export interface RateLimits {
	/** Switches a vendor's limit on. */
	set(vendor: string, requestsPerSecond: number, retryAfterSeconds: number): void;
	off(vendor: string): void;
	/** Seconds to wait when this request is one too many; refused requests do not count. */
	refuse(vendor: string): number | undefined;
	clear(): void;
}

interface Limit {
	requestsPerSecond: number;
	retryAfterSeconds: number;
	accepted: number[];
}

/** Makes a set of limits, all off. A limit looks at the last 1000 ms of real time. */
export function createRateLimits(): RateLimits {
	const limits = new Map<string, Limit>();
	return {
		set: (vendor, requestsPerSecond, retryAfterSeconds) => {
			limits.set(vendor, { requestsPerSecond, retryAfterSeconds, accepted: [] });
		},
		off: (vendor) => {
			limits.delete(vendor);
		},
		refuse(vendor) {
			const limit = limits.get(vendor);
			if (limit === undefined) return undefined;
			const now = Date.now();
			limit.accepted = limit.accepted.filter((time) => time > now - 1000);
			if (limit.accepted.length >= limit.requestsPerSecond) return limit.retryAfterSeconds;
			limit.accepted.push(now);
			return undefined;
		},
		clear: () => limits.clear(),
	};
}
