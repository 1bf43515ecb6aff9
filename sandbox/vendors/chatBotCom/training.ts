/** Operations on phrases that nothing matched. */
import type { Clock } from '../../clock';
import { ApiError, type ApiRequest, type Handler } from '../../types';
import { periodRange } from './periods';
import { envelope, find, isoText, type ChatBotComState, type Phrase } from './state';

/** Guess: how many a page holds was not found. */
const PAGE_SIZE = 25;

function phraseView({ id, storyId, date, text, unmatched }: Phrase) {
	return { id, storyId, date: isoText(date), text, unmatched };
}

/** A date, or a time in milliseconds; both are documented. */
function momentOf(name: string, value: unknown): number | undefined {
	if (value === undefined) return undefined;
	const text = String(value);
	const moment = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
	if (Number.isNaN(moment)) throw new ApiError(400, `${name} is no date: ${text}`);
	return moment;
}

/** The phrases that the filters let through. Guess: the periods are those of the reports. */
function filtered(phrases: Phrase[], query: ApiRequest['query'], clock: Clock): Phrase[] {
	const period = query['filter[period]'];
	const range = period === undefined ? undefined : periodRange(String(period), clock.now());
	const from = momentOf('filter[from]', query['filter[from]']) ?? range?.from ?? -Infinity;
	const to = momentOf('filter[to]', query['filter[to]']) ?? range?.to ?? Infinity;
	const text = String(query['filter[text]'] ?? '').toLowerCase();
	const story = query['filter[stories]'];
	const ignored = query['filter[ignored]'] === true;
	return phrases.filter(
		(phrase) =>
			phrase.ignored === ignored &&
			phrase.date >= from &&
			phrase.date <= to &&
			(story === undefined || phrase.storyId === story) &&
			phrase.text.toLowerCase().includes(text),
	);
}

/** Handlers of the three training operations. */
export function trainingHandlers(state: ChatBotComState, clock: Clock): Record<string, Handler> {
	return {
		'training.getAll': ({ query }) => {
			const field = query['sort[field]'] === 'unmatched' ? 'unmatched' : 'date';
			const sign = query['sort[order]'] === 'asc' ? 1 : -1;
			const rows = filtered(state.phrases, query, clock);
			rows.sort((a, b) => sign * (a[field] - b[field]));
			const start = (Number(query.page ?? 1) - 1) * PAGE_SIZE;
			// v1's sample has a `count`, v2's has none.
			return { items: rows.slice(start, start + PAGE_SIZE).map(phraseView) };
		},
		'training.delete': ({ body }) => {
			const ids = body as unknown as string[];
			state.phrases = state.phrases.filter(({ id }) => !ids.includes(id));
			return envelope(clock);
		},
		'training.train': ({ body }) => {
			const { storyId, targetId, items } = body as Record<'storyId' | 'targetId', string> & {
				items: string[];
			};
			const { interactions } = find(state.stories, storyId, 'Story');
			const target = interactions.find(({ inputId }) => inputId === targetId);
			if (target === undefined) throw new ApiError(404, `User Input not found: ${targetId}`);
			const isUsable = (id: string) =>
				state.phrases.some((phrase) => phrase.id === id && phrase.storyId === storyId);
			// Guess: unused are those that the story has no phrase for.
			const used = items.filter(isUsable);
			const trained = state.phrases.filter(({ id }) => used.includes(id));
			target.phrases.push(...trained.map(({ text }) => text.toLowerCase()));
			state.phrases = state.phrases.filter(({ id }) => !used.includes(id));
			return { used, unused: items.filter((id) => !used.includes(id)), ...envelope(clock) };
		},
	};
}
