import type { IDataObject } from 'n8n-workflow';

import { looksLikeJson, parseJson } from '../fields/json';
import { isDeeperThan, isThing } from '../fields/lists';

/** A page of HTML: what a proxy or a wrong address answers with. Other XML may be data. */
const WEB_PAGE = /^\s*(?:<!--[^]*?-->\s*)?<(?:!doctype\s+html|html|head|body|script|title)\b/i;

export const isWebPage = (text: string) => WEB_PAGE.test(text.slice(0, 2000));

/** How deeply an answer may be nested: everything that walks through one, ours and n8n's, calls itself. */
const MAX_DEPTH = 100;

/** What a body holds: the value of JSON, or a text that is none, or is nested too deeply. */
export interface Body {
	value: unknown;
	isJson: boolean;
}

/** Reads a body's bytes or text. JSON within a text of JSON is read, too: some services wrap it so. */
export function readBody(body: unknown): Body {
	const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : body;
	if (typeof text !== 'string') return { value: text, isJson: true };
	try {
		const value = parseJson(text.replace(/^\uFEFF/, ''));
		const isWrapped = typeof value === 'string' && looksLikeJson(value);
		const inner = isWrapped ? readBody(value) : undefined;
		if (inner?.isJson) return inner;
		if (isDeeperThan(value, MAX_DEPTH)) return { value: text, isJson: false };
		return { value, isJson: true };
	} catch {
		return { value: text, isJson: false };
	}
}

/** A flag, however loosely it is typed; undefined when it says nothing. */
export function flagOf(value: unknown): boolean | undefined {
	const word = typeof value === 'object' ? '' : String(value).trim().toLowerCase();
	if (['true', '1', 'yes'].includes(word)) return true;
	return ['false', '0', 'no'].includes(word) ? false : undefined;
}

/** A number of things, as number or text; undefined when it is none. */
export function countOf(value: unknown): number | undefined {
	const isText = typeof value === 'string' && /^\s*\d+\s*$/.test(value);
	const count = isText ? Number(value) : value;
	return Number.isInteger(count) && (count as number) >= 0 ? (count as number) : undefined;
}

/** A text, or what a service put into its place as JSON; none of nothing. */
export const textIn = (value: unknown): string[] => {
	if (value === undefined || value === null) return [];
	return [typeof value === 'object' ? JSON.stringify(value) : (value as string)];
};

/** The rows of a list; undefined when it is none. */
export function rowsOf(value: unknown): IDataObject[] | undefined {
	return Array.isArray(value) && value.every(isThing) ? value : undefined;
}
