import type { IDataObject } from 'n8n-workflow';

import { pollTrigger, type Setup } from './contexts';

/** A trigger that is polled again and again, as n8n does with a published workflow. */
export interface Watch {
	/**
	 * Polls once; between two polls n8n is started anew, and has only what it kept. n8n 2.41 keeps it when the trigger
	 * is activated and when a poll gives items, and not after a poll that gives none. With other changes than the time
	 * before, the workflow is published anew, so the trigger is activated again.
	 */
	poll: (changes?: Partial<Setup>) => Promise<IDataObject[]>;
	/** What n8n keeps. */
	kept: () => IDataObject | undefined;
}

/**
 * Watches a trigger. Each poll is made by a new workflow with what n8n's database kept of those before; without
 * restarts, with what n8n has in its memory.
 */
export function watch(setup: Setup, { restarts = true } = {}): Watch {
	let staticData: IDataObject | undefined;
	let published: string | undefined;
	return {
		async poll(changes = {}) {
			// A copy: n8n changes what it is given.
			const copy = staticData && structuredClone(staticData);
			const polled = await pollTrigger({ ...setup, ...changes, staticData: copy });
			const isActivated = published !== JSON.stringify(changes);
			published = JSON.stringify(changes);
			if (!restarts || isActivated || polled.json.length > 0) ({ staticData } = polled);
			return polled.json;
		},
		kept: () => staticData,
	};
}

/** A time some minutes ago, in whole seconds, as `Start From` and the sandbox's seeds take it. */
export const minutesAgo = (minutes: number) =>
	new Date(Math.floor(Date.now() / 1000 - minutes * 60) * 1000).toISOString();

/** Polls again and again while things happen, and twice after; what all polls gave, in order. */
export async function pollWhile(
	watched: Watch,
	happen: () => Promise<void>,
): Promise<IDataObject[]> {
	const given: IDataObject[] = [];
	let over = false;
	const happening = happen().finally(() => (over = true));
	while (!over) given.push(...(await watched.poll()));
	await happening;
	for (const _last of [1, 2]) given.push(...(await watched.poll()));
	return given;
}
