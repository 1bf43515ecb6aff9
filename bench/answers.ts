import type { IncomingMessage } from 'node:http';

import { knowledge } from './knowledge';
import { forgetNews, ofKoda, ofKoreAi as ofCampaigns } from './polled';

/** What the service answers; status 200 if not said. */
export interface Answer {
	status?: number;
	headers?: Record<string, string>;
	body: unknown;
}

/** Pages of every list. */
export const PAGES = 200;
/** Rows of a page of Naxon's conversations. */
export const ROWS = 50;
/** Rows of a page of ChatBot.com's users: no more can be had at once. */
export const USERS = 40;

/** A user as ChatBot.com gives one. */
const user = (id: string) => ({
	id,
	userId: `crm-${id}`,
	createdAt: '2026-01-12T09:00:00.000Z',
	lastSeen: '2026-11-20T17:45:00.000Z',
	conversations: 3,
	banned: false,
	segments: [{ id: '60b0f0a5e8b1a50007a3c111', name: 'Leads' }],
	attributes: {
		default_name: `Person ${id}`,
		default_email: `person.${id}@example.com`,
		default_city: 'Warsaw',
		default_country: 'Poland',
		default_timezone: 'Europe/Warsaw',
		default_language: 'pl',
		plan: 'premium',
		visits: '12',
	},
});

/** A conversation as Naxon gives one. */
const conversation = (id: number) => {
	const message = {
		id: id * 10,
		text: 'The parcel arrives the day after tomorrow.',
		direction: 'outgoing',
		created_at: '2026-01-12T09:04:00+0100',
	};
	return {
		id,
		model_id: 123,
		model_name: 'Acme Web Chat',
		created_at: '2026-01-12T09:00:00+0100',
		updated_at: '2026-01-12T09:05:00+0100',
		most_recent_message: message,
		recent_messages: [message, { ...message, id: message.id - 1, text: 'Where is my parcel?' }],
		platform: 'web',
		platform_user_id: `u${id}`,
	};
};

const numbers = (count: number, from: number) =>
	Array.from({ length: count }, (_, index) => from + index);

/** IDs of ChatBot.com's users are in the order of their texts. */
const idOf = (number: number) => String(number).padStart(8, '0');

/** A body of any size; it is read to its end. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

/** The size of a body that is not kept. */
async function sizeOf(request: IncomingMessage): Promise<number> {
	let size = 0;
	for await (const chunk of request) size += (chunk as Buffer).length;
	return size;
}

const inEnvelope = (response: unknown, meta = {}) => ({ meta: { status: 200, ...meta }, response });

interface Asked {
	query: URLSearchParams;
	/** What the pattern's group found in the path. */
	found: string;
}

/** By method and path, as the contracts in contracts/ have them. */
const routes: Array<[RegExp, (asked: Asked) => unknown]> = [
	[/^GET \/chatbot-com\/users\/([^/]+)$/, ({ found }) => user(found)],
	[
		/^GET \/chatbot-com\/users$/,
		({ query }) => {
			const after = Number(query.get('after') || 0);
			const left = Math.max(0, PAGES * USERS - after);
			return numbers(Math.min(USERS, left), after + 1).map((number) => user(idOf(number)));
		},
	],
	[
		/^GET \/naxon\/.*conversations$/,
		({ query }) => {
			const page = Number(query.get('page') || 1);
			const data = numbers(page > PAGES ? 0 : ROWS, (page - 1) * ROWS + 1).map(conversation);
			return { data, page, rows_per_page: ROWS, total_pages: PAGES, total_rows: PAGES * ROWS };
		},
	],
	[
		/^POST \/koda\/oauth\/token$/,
		() => ({ access_token: 'bench-token', token_type: 'Bearer', expires_in: 3600 }),
	],
	[
		/^GET \/koda\/.*\/knowledge-base\/([^/]+)$/,
		({ found }) => inEnvelope({ doc_id: found, title: `Document ${found}`, content: 'Text.' }),
	],
	[
		/^GET \/koda\/.*\/call-lists$/,
		() => inEnvelope([], { page: 1, pages: 1, is_last_page: true, found: 0 }),
	],
	[/^POST \/koda\/.*\/attachment$/, () => inEnvelope(true)],
];

const campaigns = /^POST \/koda\/.*\/call-lists$/;

/** What Kore.ai answers about one contact list and one campaign, by the end of the address; contacts arrive at once. */
const KORE_AI: Record<string, (contacts: number) => object> = {
	'campaign/getAllCampaignDetails': (contacts) => ({
		data: { results: contacts > 0 ? [{ _id: 'cd-1', name: 'Win-back' }] : [], hasMore: false },
	}),
	'contactList/getAllListDetails': (contacts) => ({
		data: contacts < 0 ? [] : [{ _id: 'cl-1', name: 'Win-back' }],
	}),
	'contactList/createContactList': () => ({ data: { _id: 'cl-1', name: 'Win-back' } }),
	'contactList/cl-1': (contacts) => ({ data: { _id: 'cl-1', totalRecordCount: contacts } }),
	'contactList/addContacts': () => ({ message: 'Adding contacts to public list is in progress' }),
	'public/campaign': () => ({ data: { _id: 'cd-1', status: 'Preparing' } }),
	'cd-1/status': () => ({ data: { id: 'cd-1', status: 'Ready', name: 'Win-back' } }),
};

/** Contacts that were added; -1 before there is a list. */
let contacts = -1;

/** Forgets them. */
export function forget(): void {
	contacts = -1;
	forgetNews();
}

function ofKoreAi(path: string, body: Buffer): Answer {
	const polled = ofCampaigns(path, body.toString());
	if (polled) return { body: polled };
	const end = Object.keys(KORE_AI).find((one) =>
		one === 'public/campaign' ? /\/campaign$/.test(path) : path.endsWith(one),
	);
	if (end === undefined) return { status: 404, body: { message: `No ${path}` } };
	if (end === 'contactList/createContactList') contacts = 0;
	if (end === 'contactList/addContacts') {
		contacts += (JSON.parse(body.toString()) as { data: unknown[] }).data.length;
	}
	return { body: { status: 'success', ...KORE_AI[end](contacts) } };
}

/** What the service answers, and how many bytes the request's body had. */
export async function answers(
	request: IncomingMessage,
): Promise<{ answer: Answer; bytes: number }> {
	const { pathname, searchParams: query } = new URL(`http://service${request.url ?? ''}`);
	const asked = `${request.method} ${pathname}`;
	if (campaigns.test(asked)) {
		const body = await bodyOf(request);
		const { calls } = JSON.parse(body.toString()) as { calls: unknown[] };
		const list = { result: true, list_id: crypto.randomUUID(), count: calls.length };
		return { answer: { body: inEnvelope(list) }, bytes: body.length };
	}
	const known = knowledge(asked);
	if (known) {
		const body = await bodyOf(request);
		return { answer: { body: known(query, body) }, bytes: body.length };
	}
	if (pathname.startsWith('/kore-ai/')) {
		const body = await bodyOf(request);
		return { answer: ofKoreAi(pathname, body), bytes: body.length };
	}
	const bytes = await sizeOf(request);
	const polled = ofKoda(pathname, query);
	if (polled) return { answer: { body: polled }, bytes };
	for (const [pattern, answering] of routes) {
		const found = pattern.exec(asked);
		if (found) return { answer: { body: answering({ query, found: found[1] }) }, bytes };
	}
	return { answer: { status: 404, body: { message: `No ${asked}` } }, bytes };
}
