import { escape } from 'lodash';

/** A piece of a page. Only `element` and `joined` make one, so that what came from outside is escaped in it. */
class Markup {
	constructor(readonly source: string) {}
}
export type { Markup };

/** What stands in an element: text, which is escaped, or markup. */
export type Content = string | number | Markup;

/** Control characters, halves of characters, and what turns the direction of the text after it. */
const UNSHOWN = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;

/** A text that shows itself, in an element as in a quoted attribute. */
const escaped = (text: string) =>
	escape(text.replace(UNSHOWN, (character) => (/\s/.test(character) ? ' ' : '\uFFFD')));

/** Contents one after another. */
export const joined = (...contents: Content[]): Markup =>
	new Markup(
		contents.map((one) => (one instanceof Markup ? one.source : escaped(String(one)))).join(''),
	);

/** Elements that have no end. */
const VOID = new Set(['meta']);

/** An element of HTML or SVG, whose name and names of attributes are our own words. */
export function element(
	name: string,
	attributes: Record<string, string | number>,
	...contents: Content[]
): Markup {
	const given = Object.entries(attributes).map(
		([attribute, value]) => ` ${attribute}="${escaped(String(value))}"`,
	);
	const start = `<${name}${given.join('')}>`;
	return new Markup(VOID.has(name) ? start : `${start}${joined(...contents).source}</${name}>`);
}

/** How long a piece is in UTF-8. */
export const bytesOf = ({ source }: Markup): number => Buffer.byteLength(source);

/** A number as people read it: 50,000. */
export const shownNumber = (number: number): string => number.toLocaleString('en');

/** A share from 0 to 1 in percent. */
export const percent = (share: number): string => `${Number((share * 100).toFixed(1))}%`;
