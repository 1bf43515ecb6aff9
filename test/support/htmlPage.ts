/** A reader of the pages that nodes make, which takes nothing that a browser would have to guess. */

export interface PageElement {
	name: string;
	attributes: Record<string, string>;
	children: Array<PageElement | string>;
}

const ENTITIES: Record<string, string> = {
	'&amp;': '&',
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#39;': "'",
};

/** Throws Error when a `&` is no entity of these, or something stands that would have to be one. */
function decoded(text: string): string {
	if (/[<>"']/.test(text)) throw new Error(`Not escaped: ${text}`);
	return text.replaceAll(/&[^;]*(;|$)/g, (entity) => {
		const character = ENTITIES[entity];
		if (character === undefined) throw new Error(`No entity: ${entity}`);
		return character;
	});
}

const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z-]+="[^"<>]*")*)>|([^<]+)/gy;
const ATTRIBUTE = / ([a-zA-Z-]+)="([^"]*)"/g;
const DOCTYPE = '<!DOCTYPE html>\n';

/** The `html` element. Throws Error when the page is no document whose elements all begin and end in order. */
export function readPage(source: string): PageElement {
	if (!source.startsWith(DOCTYPE)) throw new Error('It has no doctype');
	const root: PageElement = { name: '', attributes: {}, children: [] };
	const open = [root];
	TOKEN.lastIndex = DOCTYPE.length;
	for (let place = DOCTYPE.length; place < source.length; place = TOKEN.lastIndex) {
		TOKEN.lastIndex = place;
		const token = TOKEN.exec(source);
		if (!token) throw new Error(`No token: ${source.slice(place, place + 80)}`);
		const [, ends, name, attributes, text] = token;
		const { children } = open[open.length - 1];
		if (text !== undefined) children.push(decoded(text));
		else if (ends) {
			if (open.pop()?.name !== name) throw new Error(`</${name}> ends nothing`);
		} else {
			const given = [...attributes.matchAll(ATTRIBUTE)].map(([, key, value]) => [
				key,
				decoded(value),
			]);
			const element = { name, attributes: Object.fromEntries(given), children: [] };
			children.push(element);
			if (name !== 'meta') open.push(element);
		}
	}
	if (open.length !== 1 || root.children.length !== 1) throw new Error('It does not end');
	return root.children[0] as PageElement;
}

/** An element and all inside it. */
export const allIn = (element: PageElement): PageElement[] => [
	element,
	...element.children.flatMap((child) => (typeof child === 'string' ? [] : allIn(child))),
];

export const named = (element: PageElement, name: string): PageElement[] =>
	allIn(element).filter((one) => one.name === name);

export const textIn = ({ children }: PageElement): string =>
	children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');

/** The tables that show what was counted, row by row; those that only place things are left out. */
export const rowsIn = (page: PageElement): string[][] =>
	named(page, 'table')
		.filter(({ attributes }) => attributes.role !== 'presentation')
		.flatMap((table) => named(table, 'tr'))
		.map((row) => [...named(row, 'th'), ...named(row, 'td')].map(textIn));
