/** What the service knows that triggers poll: an inbox, and the call lists and campaigns of a bot. The bot's ID ends in their number. */

/** Chats, or calls of all lists together, in which something happened since the last reset. */
let news = 0;
let newsAt = 0;

/** Nothing has happened. */
export function forgetNews(): void {
	news = 0;
}

/** Something happens in so many chats, or to so many calls. */
export function happen(count: number): void {
	news = count;
	newsAt = Date.now();
}

const DAY = 24 * 60 * 60_000;
const CALLS = 50_000;

/** How many of the calls were finished before; not all of a list, so that it goes on. */
const FINISHED = 20_000;

const begun = Date.now();

const numberIn = (bot: string) => Number(/\d+$/.exec(bot)![0]);

const pageOf = <T>(count: number, page: number, size: number, show: (index: number) => T) => {
	const first = (page - 1) * size;
	const length = Math.max(0, Math.min(size, count - first));
	return Array.from({ length }, (_, index) => show(first + index));
};

const inPages = (count: number, query: URLSearchParams, show: (index: number) => object) => {
	const [page, size] = [Number(query.get('page') ?? 1), Number(query.get('on_page') ?? 20)];
	const pages = Math.max(1, Math.ceil(count / size));
	const meta = { status: 200, page, per_page: size, pages, found: count };
	const response = pageOf(count, page, size, show);
	return { meta: { ...meta, is_last_page: page >= pages }, response };
};

const seconds = (at: number) => Math.floor(at / 1000);

/** A chat by its place: the one with the latest message first. What is new is of the chats that were the last. */
const chat = (chats: number) => (place: number) => {
	const number = (place - news + chats) % chats;
	const at = place < news ? newsAt : begun - (number + 60) * 60_000;
	return {
		platform_user_id: `user-${number}`,
		platform: 'web',
		avatar: 'https://example.com/avatar.png',
		first_name: 'Ann',
		last_name: 'Lee',
		moderator_mode: false,
		last_inbox_message: { date: seconds(at), text: 'How can I help you?', source: 'user' },
	};
};

const message = (user: string, chats: number) => ({
	block_id: '5d306675-4500-409d-80a2-6d16ac28db58',
	type: 'user',
	date: seconds(newsAt),
	block: { type: 'message', text: `I am ${user} of ${chats}` },
});

/** Of the calls of a list, those that are finished: what happened last is shared out among the lists. */
const finishedOf = (list: number, lists: number) => {
	const share = (count: number) => Math.floor(count / lists) + (list < count % lists ? 1 : 0);
	return { before: Math.floor(FINISHED / lists), now: Math.floor(FINISHED / lists) + share(news) };
};

const clock = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

const summary = (lists: number) => (list: number) => ({
	id: `list-${list}`,
	status: 'in progress',
	total_calls: CALLS / lists,
	finished_calls: finishedOf(list, lists).now,
	name: `Campaign ${list}`,
	start_at: clock(begun - 3 * DAY),
	max_call_at: clock(begun + 30 * DAY),
	processed_at: clock(begun - 3 * DAY),
	created_at: clock(begun - 3 * DAY),
	allowed_calling_hours: '08:00:00-20:00:00',
	created_via: 'api',
});

function callsOf(list: number, lists: number): object[] {
	const { before, now } = finishedOf(list, lists);
	const numbers = Array.from({ length: CALLS / lists }, (_, index) => index);
	return numbers.map((index) => {
		const isOver = index < now;
		const at = clock(index < before ? begun - DAY : newsAt);
		return {
			attempts_left: isOver ? 0 : 3,
			phone_number: `+48${600_000_000 + list * CALLS + index}`,
			custom_data: { first_name: 'Ann', order: `A-${index}` },
			data_collected: isOver ? { answer: 'yes' } : {},
			...(isOver ? { start_calling: at, finish_calling: at, call_duration: '00:00:37' } : {}),
			last_attempt: isOver ? at : null,
			calling_status: isOver ? 'answered' : 'waiting',
		};
	});
}

/** What KODA answers about the inbox and the call lists of a bot; undefined for anything else. */
export function ofKoda(path: string, query: URLSearchParams): object | undefined {
	const [, bot, what, id] =
		/\/bots\/(0{8}-0000-4000-8000-\d{12})\/(inbox|call-lists)(?:\/([^/]+))?$/.exec(path) ?? [];
	if (bot === undefined) return undefined;
	const count = numberIn(bot);
	if (what === 'call-lists') {
		if (id === undefined) return inPages(count, query, summary(count));
		return { meta: { status: 200 }, response: { name: id, calls: callsOf(numberIn(id), count) } };
	}
	if (id === undefined) return inPages(count, query, chat(count));
	return inPages(news > 0 ? 1 : 0, query, () => message(id, count));
}

const contact = (list: number, lists: number) => (index: number) => {
	const isOver = index < finishedOf(list, lists).now;
	return {
		phoneNumber: String(48_600_000_000 + list * CALLS + index),
		uniqueId: '',
		dialerOutcome: isOver ? 'completed' : '',
		numberOfAttemptsSoFar: isOver ? 1 : 0,
		botSessionId: isOver ? `685d3c479e818070${list * CALLS + index}` : '',
		agentDispositionCodes: [],
		botOutboundStatus: isOver ? 'userHangUp' : '',
		botOutboundStatusDetail: isOver ? 'Client side' : '',
	};
};

/** What Kore.ai answers about the campaigns of a bot; undefined for anything else. */
export function ofKoreAi(path: string, body: string): object | undefined {
	const [, bot, what] =
		/\/public\/(st-0{8}-0000-4000-8000-\d{12})\/campaign\/(.+)$/.exec(path) ?? [];
	if (bot === undefined) return undefined;
	const count = numberIn(bot);
	const { page = 1, limit = 100 } = JSON.parse(body || '{}') as { page?: number; limit?: number };
	const answer = (rows: number, show: (index: number) => object) => ({
		status: 'success',
		data: {
			results: pageOf(rows, page, limit, show),
			page,
			limit,
			hasMore: page * limit < rows,
			totalPages: Math.ceil(rows / limit),
			totalResults: rows,
		},
	});
	if (what === 'getAllCampaignDetails') {
		return answer(count, (index) => ({ _id: `cd-${index}`, name: `C ${index}`, status: 'Active' }));
	}
	const list = numberIn(what.replace('/status', ''));
	return answer(CALLS / count, contact(list, count));
}
