import { get, set } from 'lodash';

/** What a request says of the page it wants. */
export interface Asked {
	query: Record<string, string>;
	body: unknown;
}

/** How a contract gives a list. */
export interface ListForm {
	/** Key of the rows in the answer; empty where the answer is the list. */
	rows: string;
	/** Path of the field that tells rows apart, and that every output shows. */
	key: string;
	/** Where totals and flags stand: paths. */
	total?: string;
	pages?: string;
	page?: string;
	/** The flag, and its value on the last page. */
	last?: [path: string, onLast: boolean];
	/** The index of the first row that a request asks for; 0 where the list comes whole. */
	from: (asked: Asked, rows: unknown[]) => number;
	/** Rows on a page. */
	size: number;
}

const SIZE = 2;
const WHOLE = 1000;

const byPage = ({ query }: Asked) => (Number(query.page ?? 1) - 1) * SIZE;
const bySkip = ({ body }: Asked) => Number(get(body, 'skip', 0));
const whole = () => 0;

/** Rows after the one with a cursor; none after one that is not there. */
const after =
	(cursor: (row: unknown) => unknown) =>
	({ query }: Asked, rows: unknown[]) => {
		if (query.after === undefined) return 0;
		const at = rows.findIndex((row) => String(cursor(row)) === query.after);
		return at < 0 ? rows.length : at + 1;
	};

const koda = (key: string, from: ListForm['from'] = byPage): ListForm => ({
	rows: 'response',
	key,
	total: 'meta.found',
	pages: 'meta.pages',
	page: 'meta.page',
	last: ['meta.is_last_page', true],
	from,
	size: from === whole ? WHOLE : SIZE,
});

const naxon: ListForm = {
	rows: 'data',
	key: 'id',
	total: 'total_rows',
	pages: 'total_pages',
	page: 'page',
	from: byPage,
	size: SIZE,
};

const kore = (rows: string, key: string, from: ListForm['from'] = bySkip): ListForm => ({
	rows,
	key,
	total: 'total',
	last: [rows === 'users' || rows === 'bots' ? 'availableMore' : 'moreAvailable', false],
	from,
	size: SIZE,
});

const chatBot = (rows: string, from: ListForm['from'] = whole): ListForm => ({
	rows,
	key: 'id',
	from,
	size: WHOLE,
});

/** The lists of each contract, by operation ID. */
export const LISTS: Record<string, Record<string, ListForm>> = {
	koda: {
		'callList.getAll': koda('id'),
		'chat.getAll': koda('platform_user_id'),
		'chat.get': koda('block.text'),
		'document.search': koda('doc_id', whole),
	},
	naxon: {
		'model.getAll': naxon,
		'conversation.getAll': naxon,
		'conversation.getAllOfModel': naxon,
		'message.getAll': naxon,
	},
	'kore-ai': {
		'session.getAll': kore('sessions', 'sessionId'),
		'session.getAllOfAccount': kore('sessions', 'sessionId'),
		'message.getAll': kore('messages', '_id'),
		'message.getAllV2': kore('messages', '_id'),
		'message.getAllOfAccount': kore('messages', '_id'),
		'user.getAll': kore('users', 'userId', ({ query }) => Number(query.offset ?? 0)),
		'bot.getAll': kore('bots', '_id', ({ query }) => Number(query.offset ?? 0) * SIZE),
		'debugLog.getAll': {
			rows: '',
			key: 'debugMessage',
			from: ({ query }) => Number(query.offset ?? 0),
			size: WHOLE,
		},
	},
	'chatbot-com': {
		'user.getAll': {
			...chatBot(
				'data',
				after((row) => get(row, 'id')),
			),
			total: 'count',
		},
		'segment.getAll': chatBot(''),
		'story.getAll': chatBot(''),
		'entity.getAll': chatBot(''),
		'webhook.getAll': chatBot(''),
		'chat.getAll': chatBot(
			'',
			after((row) => Date.parse(String(get(row, 'createdAt')))),
		),
		'training.getAll': { ...chatBot('items', byPage), size: SIZE },
	},
	koopid: {},
};

/** Another row like the sample's, told apart by its key. */
export function vary(row: unknown, key: string, number: number): unknown {
	const value: unknown = get(row, key);
	const other =
		typeof value === 'number' ? value * 100 + number : `${String(value).slice(0, -1)}${number}`;
	return set(structuredClone(row) as object, key, other);
}

/** The answer of one page: the sample with some of the rows, and totals and flags that agree with them. */
export function pageOf(form: ListForm, sample: unknown, rows: unknown[], asked: Asked): unknown {
	const from = form.from(asked, rows);
	const shown = rows.slice(from, from + form.size);
	if (form.rows === '') return shown;
	const answer = set(structuredClone(sample) as object, form.rows, shown);
	if (form.total) set(answer, form.total, rows.length);
	if (form.pages) set(answer, form.pages, Math.max(1, Math.ceil(rows.length / form.size)));
	if (form.page) set(answer, form.page, Math.floor(from / form.size) + 1);
	if (form.last) {
		const [path, onLast] = form.last;
		set(answer, path, from + form.size >= rows.length ? onLast : !onLast);
	}
	return answer;
}
