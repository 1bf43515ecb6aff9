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

/** What of `wanted` is there another number of times than once, and how often. */
export function notOnce(wanted: string[], state: KodaState): Record<string, number> {
	const counts = new Map(wanted.map((name) => [name, 0]));
	for (const name of madeIn(state)) {
		if (counts.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return Object.fromEntries([...counts].filter(([, count]) => count !== 1));
}
