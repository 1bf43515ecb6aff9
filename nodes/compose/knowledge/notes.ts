import { createHash } from 'crypto';

/** What is noted of a thing in its metadata, beside the user's own. */
export const NOTES = {
	/** What it was made from. */
	hash: 'content_hash',
	/** The sync that it belongs to. */
	group: 'sync_group',
} as const;

/** SHA-256 of a text, in hexadecimal. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
