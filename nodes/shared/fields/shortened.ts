import { once } from 'lodash';

/** Made when a text is first cut: it reads tables that n8n's start should not wait for. */
const characters = once(() => new Intl.Segmenter(undefined, { granularity: 'grapheme' }));

/** Longest character that counts as one: some marks on a letter, a family of pictures. */
const LONGEST = 64;

/** The beginning of a text in at most `max` units of a string, never cut inside what is seen as one character. */
export function beginningOf(text: string, max: number): string {
	if (text.length <= max) return text;
	let end = 0;
	for (const { index, segment } of characters().segment(text.slice(0, max + LONGEST))) {
		if (index + segment.length > max) break;
		end = index + segment.length;
	}
	return text.slice(0, end);
}

/** The same with an ellipsis, where something is left out. */
export const shortened = (text: string, max: number): string =>
	text.length > max ? `${beginningOf(text, max)}…` : text;
