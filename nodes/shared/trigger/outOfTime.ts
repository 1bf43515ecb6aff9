import type { Paging, Position } from '../call/paging';

/** A list is not read to its end, as the poll has no time left for it. */
export class OutOfTime extends Error {}

/** Paging that throws OutOfTime in place of asking for a page once there is no time for more. */
export const withinTime = ({ ask, ...paging }: Paging, goesOn: () => boolean): Paging => ({
	...paging,
	ask: (at: Position, size: number) => {
		if (!goesOn()) throw new OutOfTime('There is no time to read all of the list');
		return ask?.(at, size) ?? {};
	},
});
