/** The sandbox's clock: real time plus whatever it was advanced by. */
export interface Clock {
	/** Milliseconds since 1970, UTC. */
	now(): number;
	/** Moves the clock forward (or back, when negative). */
	advance(seconds: number): void;
	reset(): void;
}

/** Makes a clock that starts at real time. */
export function createClock(): Clock {
	let offset = 0;
	return {
		now: () => Date.now() + offset,
		advance: (seconds) => {
			offset += seconds * 1000;
		},
		reset: () => {
			offset = 0;
		},
	};
}
