/** Seeds with a time, for what happens while somebody watches. */
import { z } from 'zod';
import type { Clock } from '../clock';
import { ApiError } from '../types';

/** How many of something. */
export const amount = z.number().int().nonnegative().default(0);

/** Of every seed with a time: that of the first row, and how much later each further one is. */
export const momentFields = {
	at: z.union([z.literal('now'), z.string().datetime({ offset: true })]),
	everySeconds: z.number().nonnegative().default(0),
};

/**
 * Reads a seed with a time.
 *
 * @throws ApiError 400 that says what is wrong
 */
export function readMoments<S extends z.ZodTypeAny>(
	schema: S,
	options: Record<string, unknown>,
): z.output<S> {
	const { success, data, error } = schema.safeParse(options);
	if (success) return data;
	const [{ path, message }] = error.issues;
	throw new ApiError(400, [path.join('.'), message].filter(Boolean).join(': '));
}

/** The time of each row by its number from 0, in milliseconds since 1970. */
export function momentsOf(
	{ at, everySeconds }: { at: string; everySeconds: number },
	clock: Clock,
): (index: number) => number {
	const first = at === 'now' ? clock.now() : Date.parse(at);
	return (index) => first + index * everySeconds * 1000;
}
