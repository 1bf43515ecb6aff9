import { once } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { jsonParse } from 'n8n-workflow';

import type { Wanted as WantedThing } from '../../compose/knowledge/knowledge';
import { hashOf, NOTES as SHARED } from '../../compose/knowledge/notes';
import { findable, isSameText, textKey } from '../../shared/fields/sameText';
import type { DocumentInput } from '../contract';

/** What is kept in a document's metadata beside the user's own. */
export const NOTES = {
	...SHARED,
	/** The keys of the metadata and tags that came with it, as a JSON list, so that they go when they are wanted no more. */
	managed: 'managed_keys',
	/** One of the 4096 parts of a sync, so that its documents can be listed in parts. */
	part: 'sync_part',
	/** One of its 16 sections, across the parts: a large sync has too many documents in a part. */
	section: 'sync_section',
};

const PART_DIGITS = 3;

/** All that so many digits of a hash can be. */
const everyHash = (digits: number): string[] =>
	Array.from({ length: 16 ** digits }, (_, index) => index.toString(16).padStart(digits, '0'));

/** Every value of `sync_part`; thousands, which only a sync needs. */
export const everyPart = once(() => everyHash(PART_DIGITS));

/** Every value of `sync_section`. */
export const SECTIONS = everyHash(1);

/** A document as it shall be, told apart by a metadata key. */
export interface Wanted extends WantedThing {
	input: DocumentInput;
}

/** The key that KODA makes of a tag (docs/evidence/koda.md §5). */
export const keyOfTag = (tag: string): string => tag.trim().toLowerCase().replaceAll(/\s+/g, '_');

/** Of all that KODA is given; the same for the same document, in whatever order its metadata and tags come. */
function contentHash({ title, content, metadata, tags, ...rest }: DocumentInput): string {
	const entries = Object.entries(metadata ?? {})
		.map(([name, value]): [string, unknown] => [textKey(name), value])
		.toSorted(([a], [b]) => (a < b ? -1 : 1));
	const settings = [rest.auto_publish ?? false, rest.chunk_size ?? null];
	return hashOf(
		JSON.stringify([textKey(title), content, entries, (tags ?? []).toSorted(), ...settings]),
	);
}

function notesOf({ value, input, group }: Wanted): Record<string, string> {
	const note = { [NOTES.hash]: contentHash(input) };
	if (group === undefined) return note;
	const place = hashOf(textKey(value));
	return {
		...note,
		[NOTES.group]: findable(group),
		[NOTES.part]: place.slice(0, PART_DIGITS),
		[NOTES.section]: place[PART_DIGITS],
	};
}

/** Whether a document with the metadata `current` is as wanted, by what is noted of it. */
export const isCurrent = (wanted: Wanted, current: IDataObject): boolean =>
	Object.entries(notesOf(wanted)).every(([name, note]) => isSameText(String(current[name]), note));

/**
 * The metadata of a document's next version: the wanted, and what others have added to `current`, since what an update
 * does with metadata that it leaves out was not found (docs/evidence/koda.md §8.9).
 */
export function nextMetadata(wanted: Wanted, current: IDataObject = {}): IDataObject {
	const { key, value, input } = wanted;
	const before = jsonParse<unknown>(String(current[NOTES.managed]), { fallbackValue: [] });
	const outdated = [NOTES.managed, ...[before].flat()];
	const own = new Set(Object.keys(input.metadata ?? {}).map(textKey));
	const foreign = Object.entries(current).filter(
		([name]) => !outdated.includes(name) && !own.has(textKey(name)),
	);
	const managed = [...Object.keys(input.metadata ?? {}), ...(input.tags ?? []).map(keyOfTag)];
	return {
		...Object.fromEntries(foreign),
		...(input.metadata as IDataObject | undefined),
		// A document keeps the spelling that it was found by.
		[key]: Object.hasOwn(current, key) ? String(current[key]) : findable(value),
		...notesOf(wanted),
		...(managed.length > 0 && { [NOTES.managed]: JSON.stringify(managed) }),
	};
}
