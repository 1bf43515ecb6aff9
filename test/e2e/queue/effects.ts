import { countBy } from 'lodash';
import type { KodaState } from './crew';
import { listsOf, type Job } from './work';

/** What jobs shall have made in KODA: a list, a document or a message for each name. */
export const wantedBy = (jobs: Job[]): string[] =>
	jobs.flatMap((job) => (job.kind === 'campaign' ? listsOf(job) : [job.name]));

/** The names of all that KODA has: lists that will call, documents, messages of moderators. */
export function madeIn({ callLists, chats, documents }: KodaState): string[] {
	const entries = chats.flatMap((chat) => chat.entries);
	return [
		...callLists.filter(({ paused }) => !paused).map(({ settings }) => settings.name),
		...documents.map(({ meta }) => meta.article),
		...entries.filter(({ type }) => type === 'moderator').map(({ block }) => block.text),
	];
}

/** What was found in all looks, for the page about reliability. */
export const found = { doubled: 0, lost: 0 };

/** How often each is there. */
function timesOf(wanted: string[], state: KodaState): Array<[name: string, times: number]> {
	const times = countBy(madeIn(state));
	return wanted.map((name) => [name, times[name] ?? 0]);
}

/** What of `wanted` is there more than once, and how often. */
export function moreThanOnce(wanted: string[], state: KodaState): Record<string, number> {
	const doubled = timesOf(wanted, state).filter(([, times]) => times > 1);
	found.doubled += doubled.length;
	return Object.fromEntries(doubled);
}

/** What of `wanted`, which was reported as done, is there another number of times than once, and how often. */
export function notOnce(wanted: string[], state: KodaState): Record<string, number> {
	const missing = timesOf(wanted, state).filter(([, times]) => times === 0);
	found.lost += missing.length;
	return { ...moreThanOnce(wanted, state), ...Object.fromEntries(missing) };
}
