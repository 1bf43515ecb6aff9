/** Naxon's six reading operations. */
import { ApiError, type ApiRequest, type Handler } from '../../types';
import { timeText, type Conversation, type Message, type Model, type NaxonState } from './state';

/** Guesses: neither the default nor the largest `per_page` was found. */
const DEFAULT_PER_PAGE = 10;
const MAX_PER_PAGE = 100;
/** Guess: how many messages a conversation carries with it. */
const RECENT_MESSAGES = 5;

/** The samples' only form; others are refused (guess), such as one whose raw + became a space. */
const DATE_FORM = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})([+-]\d{2})(\d{2})$/;

function momentOf(name: string, value: unknown): number | undefined {
	if (value === undefined) return undefined;
	const parts = DATE_FORM.exec(String(value));
	const moment = parts === null ? NaN : Date.parse(`${parts[1]}${parts[2]}:${parts[3]}`);
	if (Number.isNaN(moment))
		throw new ApiError(400, `${name} is not a valid date: ${String(value)}`);
	return moment;
}

/** Keeps the rows of a time span, both ends included (documented). */
function within<T>(rows: T[], query: ApiRequest['query'], timeOf: (row: T) => number): T[] {
	const since = momentOf('since', query.since) ?? -Infinity;
	const until = momentOf('until', query.until) ?? Infinity;
	return rows.filter((row) => timeOf(row) >= since && timeOf(row) <= until);
}

/** Guesses: numbers below 1 count as 1; a page past the end is empty. */
function pageOf<T>(rows: T[], query: ApiRequest['query'], view: (row: T) => object) {
	const page = Math.max(1, Number(query.page ?? 1));
	const wanted = Math.max(1, Number(query.per_page ?? DEFAULT_PER_PAGE));
	const perPage = Math.min(wanted, MAX_PER_PAGE);
	return {
		data: rows.slice((page - 1) * perPage, page * perPage).map(view),
		page,
		rows_per_page: perPage,
		total_pages: Math.ceil(rows.length / perPage),
		total_rows: rows.length,
	};
}

function modelView({ id, name, createdAt }: Model) {
	return { id, name, created_at: timeText(createdAt) };
}

function messageView({ id, seq, sender, message, createdAt }: Message) {
	return { id, seq, sender, message, created_at: timeText(createdAt) };
}

/** A conversation as the API shows it. */
export function conversationView(conversation: Conversation, state: NaxonState) {
	const model = state.models.find(({ id }) => id === conversation.modelId);
	// Guesses: the newest five, oldest first, and nothing at all in an empty conversation.
	const recent = conversation.messages.slice(-RECENT_MESSAGES).map(messageView);
	const last = recent.at(-1);
	return {
		id: conversation.id,
		model_id: conversation.modelId,
		model_name: model?.name ?? '',
		created_at: timeText(conversation.createdAt),
		updated_at: timeText(conversation.updatedAt),
		...(last === undefined ? {} : { most_recent_message: last }),
		recent_messages: recent,
		platform: conversation.platform,
		platform_user_id: conversation.platformUserId,
	};
}

/** Handlers by operation id. Guess: rows come in the order of their ids, or as seeded. */
export function naxonHandlers(state: NaxonState): Record<string, Handler> {
	const modelOf = ({ params }: ApiRequest): Model => {
		const model = state.models.find(({ id }) => id === Number(params.model_id));
		if (model === undefined) throw new ApiError(404, 'Model not found');
		return model;
	};
	const conversationOf = ({ params }: ApiRequest): Conversation => {
		const id = Number(params.conversation_id);
		const conversation = state.conversations.find((candidate) => candidate.id === id);
		if (conversation === undefined) throw new ApiError(404, 'Conversation not found');
		return conversation;
	};
	const conversationPage = (rows: Conversation[], { query }: ApiRequest) => {
		// Documented: `sort` chooses the time that since and until look at; that it orders is not.
		const timeOf = (row: Conversation) =>
			query.sort === 'updated_at' ? row.updatedAt : row.createdAt;
		const found = within(rows, query, timeOf);
		if (state.order === 'latestFirst') found.sort((a, b) => timeOf(b) - timeOf(a));
		if (state.order === 'oldestFirst') found.sort((a, b) => timeOf(a) - timeOf(b));
		return pageOf(found, query, (row) => conversationView(row, state));
	};

	return {
		'model.getAll': ({ query }) =>
			pageOf(
				within(state.models, query, ({ createdAt }) => createdAt),
				query,
				modelView,
			),
		'model.get': (request) => modelView(modelOf(request)),
		'conversation.getAll': (request) => conversationPage(state.conversations, request),
		'conversation.getAllOfModel': (request) => {
			const { id } = modelOf(request);
			const rows = state.conversations.filter(({ modelId }) => modelId === id);
			return conversationPage(rows, request);
		},
		'conversation.get': (request) => conversationView(conversationOf(request), state),
		'message.getAll': (request) =>
			pageOf(conversationOf(request).messages, request.query, messageView),
	};
}
