import fc from 'fast-check';

/** Whether the suites that take a sample of their cases take all of them: `npm run test:full`. */
export const WHOLE = process.env.WHOLE_SUITES === '1';

/** Of the samples; another one finds other things, and this one the same in every run. */
export const SEED = 20260112;

/** Every second of the `one in`-th of the cases, drawn by a seed that never changes, in their order; all of them in `npm run test:full`. */
export function seeded<T>(cases: T[], oneIn: number): T[] {
	if (WHOLE || cases.length === 0) return cases;
	const count = Math.ceil(cases.length / oneIn);
	const some = fc.subarray(cases, { minLength: count, maxLength: count });
	const [drawn] = fc.sample(some, { seed: SEED, numRuns: 1 });
	return drawn.filter((_, index) => index % 2 === 0);
}
