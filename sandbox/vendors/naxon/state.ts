/** What the Naxon stand-in remembers, and its time forms. */

export interface Model {
	id: number;
	name: string;
	/** Milliseconds since 1970, whole seconds; so are all times here. */
	createdAt: number;
}

export interface Message {
	id: number;
	seq: string;
	sender: string;
	message: string;
	createdAt: number;
}

export interface Conversation {
	id: number;
	modelId: number;
	createdAt: number;
	updatedAt: number;
	platform: string;
	platformUserId: string;
	/** Oldest first. */
	messages: Message[];
}

/** Of lists of conversations, which is not known: by ID, or by the time that is compared. */
export const ORDERS = ['id', 'latestFirst', 'oldestFirst'] as const;
export type Order = (typeof ORDERS)[number];

export interface NaxonState {
	/** Midnight UTC at which seeded data begin. */
	seededFrom: number;
	models: Model[];
	conversations: Conversation[];
	order: Order;
}

/** The samples' offset; whether answers always use it is not known. */
const OFFSET_HOURS = 7;
const OFFSET_TEXT = '+0700';

/** `2025-05-05T05:05:05+0700`, the form of every sample. */
export function timeText(milliseconds: number): string {
	const local = new Date(milliseconds + OFFSET_HOURS * 3600 * 1000);
	return `${local.toISOString().slice(0, 19)}${OFFSET_TEXT}`;
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function base32(value: bigint, length: number): string {
	let rest = value;
	let text = '';
	for (let digit = 0; digit < length; digit += 1) {
		text = CROCKFORD[Number(rest % 32n)] + text;
		rest /= 32n;
	}
	return text;
}

/** The ULID of a message: its time in milliseconds, then its number. */
export function ulidOf(milliseconds: number, number: number): string {
	return base32(BigInt(milliseconds), 10) + base32(BigInt(number), 16);
}
