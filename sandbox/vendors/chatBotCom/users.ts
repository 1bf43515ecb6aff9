/** Operations on users. */
import type { Clock } from '../../clock';
import { ApiError, TextAnswer, type ApiRequest, type Handler } from '../../types';
import { uuidOf } from '../random';
import {
	envelope,
	find,
	idOf,
	shownAttributes,
	spacedText,
	type Attributes,
	type ChatBotComState,
	type User,
} from './state';

/** Documented default and maximum of `limit`. */
const PAGE_SIZE = 40;
/** A user whose `userId` begins so is answered as published code reads it, not as the sample shows it. */
const PLAIN_ANSWER = 'object-';

interface UserInput {
	userId?: string;
	segments?: string | string[];
	attributes: Attributes;
}

function baseView(user: User) {
	return {
		id: user.id,
		userId: user.userId,
		banned: user.banned,
		attributes: shownAttributes(user.attributes),
		createdAt: spacedText(user.createdAt),
		lastSeen: spacedText(user.lastSeen),
	};
}

function detailsView(user: User, { segments }: ChatBotComState) {
	return {
		...baseView(user),
		sessionAttributes: user.sessionAttributes,
		// The sample says `date`, the table of fields `createdAt`: both occur here.
		conversations: user.conversations.map(({ id, startedAt, firstMessage }, index) => ({
			id,
			[index % 2 === 0 ? 'date' : 'createdAt']: spacedText(startedAt),
			firstMessage,
		})),
		segments: segments
			.filter(({ id }) => user.segments.includes(id))
			.map(({ id, name }) => ({ id, name })),
	};
}

/** What a filter looks like was not found, so filters are counted (1 to 5, documented) but do not filter. */
function checkFilters(text: unknown): void {
	if (text === undefined) return;
	let filters: unknown;
	try {
		filters = JSON.parse(String(text));
	} catch {
		filters = undefined;
	}
	if (!Array.isArray(filters) || filters.length < 1 || filters.length > 5) {
		throw new ApiError(400, 'filters must be a JSON array of 1 to 5 filters');
	}
}

function pageOf(users: User[], { query }: ApiRequest) {
	checkFilters(query.filters);
	const field = query['sort[field]'] === 'lastSeen' ? 'lastSeen' : 'createdAt';
	const sign = query['sort[order]'] === 'asc' ? 1 : -1;
	const sorted = [...users].sort((a, b) => sign * (a[field] - b[field]));
	const start =
		query.after === undefined ? 0 : sorted.findIndex(({ id }) => id === query.after) + 1;
	// Guess: a cursor that is nobody's is refused.
	if (query.after !== undefined && start === 0) throw new ApiError(400, 'after is no user');
	const rows = sorted.slice(start, start + Number(query.limit ?? PAGE_SIZE));
	const data = rows.map((user) => ({
		...baseView(user),
		conversations: user.conversations.length,
	}));
	// Guess: whether `count` is of the page or of all was not found.
	return { data, count: data.length };
}

const csvField = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The table that third-party code reads; the columns are those it shows. */
function csvOf(users: User[]): string {
	const header = 'Name,Email,First Seen,Last Seen,Source,User ID,IP,Region,Country';
	const rows = users.map(({ attributes, createdAt, lastSeen, source, userId }) => {
		const { default_name, default_email, default_ip, default_region, default_country } = attributes;
		const times = [spacedText(createdAt), spacedText(lastSeen)];
		const place = [default_ip, default_region, default_country];
		const values = [default_name, default_email, ...times, source, userId, ...place];
		return values.map((value = '') => csvField(value)).join(',');
	});
	return `${[header, ...rows].join('\n')}\n`;
}

/** Handlers of the seven user operations. */
export function userHandlers(state: ChatBotComState, clock: Clock): Record<string, Handler> {
	const userOf = ({ params }: ApiRequest) => find(state.users, params.id, 'User');
	const knownSegments = (ids: string[]) => ids.map((id) => find(state.segments, id, 'Segment').id);

	/** Unclear which of the two is meant, so both are taken. */
	const segmentsIn = (request: ApiRequest) => {
		const body = request.body as string[] | { segmentIds: string[] };
		return knownSegments(Array.isArray(body) ? body : body.segmentIds);
	};

	return {
		'user.getAll': (request) => pageOf(state.users, request),
		'user.get': (request) => detailsView(userOf(request), state),
		'user.create': ({ body }) => {
			const { userId, attributes, segments = [] } = body as UserInput;
			if (userId === undefined && attributes.default_email === undefined) {
				throw new ApiError(400, 'userId is required unless attributes.default_email is given');
			}
			// Guess: what a second user with the same userId does was not found.
			if (state.users.some((user) => user.userId === userId)) {
				throw new ApiError(400, `userId is taken: ${userId}`);
			}
			const number = state.users.length;
			const user: User = {
				id: idOf(`new user ${number}`),
				userId: userId ?? uuidOf(`chatbot.com new user ${number}`),
				banned: false,
				attributes,
				sessionAttributes: {},
				conversations: [],
				segments: knownSegments([segments].flat()),
				source: 'custom',
				createdAt: clock.now(),
				lastSeen: clock.now(),
			};
			state.users.push(user);
			const created = { id: user.id, ...envelope(clock) };
			return user.userId.startsWith(PLAIN_ANSWER) ? created : [created];
		},
		'user.update': (request) => {
			// Guess: attributes that are left out stay.
			Object.assign(userOf(request).attributes, (request.body as UserInput).attributes);
			return envelope(clock);
		},
		'user.ban': (request) => {
			userOf(request).banned = (request.body as { banned: boolean }).banned;
			return envelope(clock);
		},
		'user.addToSegments': (request) => {
			const user = userOf(request);
			user.segments = [...new Set([...user.segments, ...segmentsIn(request)])];
			return envelope(clock);
		},
		'user.replaceSegments': (request) => {
			userOf(request).segments = [...new Set(segmentsIn(request))];
			return envelope(clock);
		},
		'user.export': () => new TextAnswer(csvOf(state.users), 'text/csv; charset=utf-8'),
	};
}
