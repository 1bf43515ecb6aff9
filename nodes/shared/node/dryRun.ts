import type { Client } from '../call/client';

/** What is done, and how a dry run calls it. A status that says what is there already has one name in both. */
const WOULD = {
	created: 'would create',
	updated: 'would update',
	deleted: 'would delete',
	kept: 'would keep',
} as const;

type Done = keyof typeof WOULD;

/** A status as an output item has it: of a dry run, `created` is `would create`. */
export const statusOf = <S extends string>(status: S, dry: boolean): S | (typeof WOULD)[Done] =>
	dry && Object.hasOwn(WOULD, status) ? WOULD[status as Done] : status;

/** Says beside the output that nothing was done, once a run. */
export function hintAtDryRun<Operations>(api: Client<Operations>): void {
	api.hint("'Dry Run' is on, so nothing was changed. Switch it off to do what the output shows.");
}
