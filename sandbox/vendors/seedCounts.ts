/** Reads the options of `POST /__sandbox/seed`. */
import { ApiError } from '../types';

/**
 * The numbers of a seed request, 0 where missing.
 *
 * @throws ApiError 400 for an unknown name or a value that is no whole number
 */
export function seedCounts<K extends string>(
	options: Record<string, unknown>,
	names: readonly K[],
): Record<K, number> {
	const unknown = Object.keys(options).filter((name) => !names.includes(name as K));
	if (unknown.length > 0) {
		throw new ApiError(400, `Unknown seed: ${unknown.join(', ')}; known: ${names.join(', ')}`);
	}
	const entries = names.map((name): [K, number] => {
		const value = options[name] ?? 0;
		if (!Number.isInteger(value) || Number(value) < 0) {
			throw new ApiError(400, `${name} must be a whole number`);
		}
		return [name, Number(value)];
	});
	return Object.fromEntries(entries) as Record<K, number>;
}
