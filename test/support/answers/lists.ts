import { get, set } from 'lodash';

/** What a request says of the page it wants. */
export interface Asked {
	query: Record<string, string>;
	body: unknown;
}

/** How a contract gives a list. */
export interface ListForm {
	/** Path of the rows in the answer; empty where the answer is the list. */
	rows: string;
	/** Path of the field that tells rows apart, and that every output shows. */
	key: string;
	/** Where totals and flags stand: paths. */
	total?: string;
	pages?: string;
	page?: string;
	/** The flag, and its value on the last page. */
	last?: [path: string, onLast: boolean];
	/** What asks for the next page: the key of the last row, and null on the last page. */
	cursor?: string;
	/** The index of the first row that a request asks for; 0 where the list comes whole. */
	from: (asked: Asked, rows: unknown[]) => number;
	/** Rows on a page. */
	size: number;
}

const SIZE = 2;
const WHOLE = 1000;

const byPage = ({ query }: Asked) => (Number(query.page ?? 1) - 1) * SIZE;
const byPageInBody = ({ body }: Asked) => (Number(get(body, 'page', 1)) - 1) * SIZE;
const bySkip = ({ body }: Asked) => Number(get(body, 'skip', 0));
const byOffset = ({ query }: Asked) => Number(query.offset ?? 0);
const byOffsetOfPages = (asked: Asked) => byOffset(asked) * SIZE;
const whole = () => 0;

/** Rows after the one with a cursor; none after one that is not there. */
const after =
	(cursor: (row: unknown) => unknown) =>
	({ query }: Asked, rows: unknown[]) => {
		if (query.after === undefined) return 0;
		const at = rows.findIndex((row) => String(cursor(row)) === query.after);
		return at < 0 ? rows.length : at + 1;
	};

/** Rows after the one whose key the last answer gave as cursor. */
const byCursor =
	(key: string) =>
	({ body }: Asked, rows: unknown[]) => {
		const cursor: unknown = get(body, 'nextCursor');
		return cursor === undefined ? 0 : rows.findIndex((row) => get(row, key) === cursor) + 1;
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

/** Rows of Kore.ai's tables and views, of which the sample names no ID. */
const tableRows: ListForm = {
	rows: 'queryResult',
	key: 'last_name',
	from: ({ query }) => Number(query.sys_offset ?? 0),
	size: SIZE,
};

/** Lists that call their flag otherwise. */
const OF_ACCOUNT = ['users', 'bots', 'roles', 'groups'];

const kore = (rows: string, key: string, from: ListForm['from'] = bySkip): ListForm => ({
	rows,
	key,
	total: 'total',
	last: [OF_ACCOUNT.includes(rows) ? 'availableMore' : 'moreAvailable', false],
	from,
	size: SIZE,
});

/** Of Kore.ai's contact centre; `envelope` is the path to it, with a dot. */
const center = (key: string, from: ListForm['from'], envelope = ''): ListForm => ({
	rows: `${envelope}results`,
	key,
	total: `${envelope}totalResults`,
	pages: `${envelope}totalPages`,
	last: [`${envelope}hasMore`, false],
	from,
	size: SIZE,
});

/** Figures of Kore.ai's contact centre. */
const workforce = (rows: string, key: string): ListForm => ({
	rows,
	key,
	total: 'totalCount',
	last: ['hasMore', false],
	from: bySkip,
	size: SIZE,
});

/** Of Kore.ai's Search AI. */
const search = (rows: string, key: string): ListForm => ({
	rows,
	key,
	cursor: 'nextCursor',
	from: byCursor(key),
	size: SIZE,
});

const faq: ListForm = {
	rows: 'faqs',
	key: '_id',
	total: 'count',
	last: ['moreAvailable', false],
	from: byOffset,
	size: SIZE,
};

/** The results of a campaign, which say nothing of a next page but how many there are. */
const { last: _none, ...results } = center('phoneNumber', byPageInBody, 'data.');

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
		'content.getAll': search('data', '_id'),
		'content.getAllByStatus': { ...search('data', 'docId'), last: ['hasMore', false] },
		'chunk.getAll': { ...search('chunks', 'chunkId'), total: 'count', last: ['hasMore', false] },
		'faq.getAllV2': faq,
		'faq.getAll': faq,
		'extraction.getAll': { rows: 'metaqnas', key: '_id', from: whole, size: WHOLE },
		'extraction.getQuestions': { rows: 'extractions', key: '_id', from: byOffset, size: WHOLE },
		'campaign.getAll': center('_id', bySkip, 'data.'),
		'campaign.getStatus': { ...results, page: 'data.page' },
		'contactList.getAll': { rows: 'data', key: '_id', from: whole, size: WHOLE },
		'contactList.getContacts': center('_id', ({ query }) => Number(query.skip ?? 0), 'data.'),
		'user.getAll': kore('users', 'userId', byOffset),
		'ccConversation.getAll': center('_id', ({ query }) => Number(query.skip ?? 0)),
		'interaction.getAll': {
			rows: 'data',
			key: 'sessionId',
			from: ({ query }) => Number(query.offset ?? 0) * WHOLE,
			size: WHOLE,
		},
		'agent.getAll': center('id', byPage),
		'bot.getAll': kore('bots', '_id', byOffsetOfPages),
		'role.getAll': kore('roles', '_id', byOffsetOfPages),
		'pushDevice.getAll': {
			rows: 'subscribedDevices',
			key: 'deviceId',
			from: whole,
			size: WHOLE,
		},
		'role.export': { rows: '', key: '_id', from: whole, size: WHOLE },
		'dataTableRow.getAll': { ...tableRows, total: 'total', last: ['hasMore', false] },
		'tableViewRow.getAll': tableRows,
		'group.getAll': kore('groups', '_id', byOffsetOfPages),
		'queue.getAll': { ...center('id', byPage), page: 'page' },
		'skillGroup.getAll': { ...center('id', byPage), page: 'page' },
		'skill.getAll': { ...center('id', byPage), page: 'page' },
		'agentGroup.getAll': center('id', ({ query }) => Number(query.skip ?? 0)),
		'contact.getAll': center('id', ({ query }) => Number(query.skip ?? 0)),
		'workforce.getAgents': { rows: '', key: 'agentId', from: byOffset, size: WHOLE },
		'workforce.getQueues': { rows: '', key: 'collectionPointId', from: whole, size: WHOLE },
		'workforce.getActivity': { rows: 'AgentUpdates', key: 'AgentId', from: whole, size: WHOLE },
		'workforce.getVolume': workforce('CallVolumeUpdate', '_id'),
		'workforce.getPerformance': workforce('AgentPerformance', 'agentId'),
		'case.getAll': { ...center('_id', bySkip), page: 'page' },
		'task.getAll': { ...center('_id', bySkip), page: 'page' },
		'agent.getByCustomId': { rows: '', key: 'id', from: whole, size: WHOLE },
		'queue.getAgents': { rows: '', key: 'aId', from: whole, size: WHOLE },
		'analytics.getAll': {
			rows: 'result',
			key: '_id',
			last: ['moreAvailable', false],
			from: bySkip,
			size: SIZE,
		},
		'feedback.getAll': {
			rows: 'result',
			key: '_id',
			total: 'totalCount',
			last: ['moreAvailable', false],
			from: bySkip,
			size: SIZE,
		},
		'billing.getSessionsOfBot': kore('sessions', 'billingSessionId'),
		'billing.getSessionsOfAccount': kore('sessions', 'billingSessionId'),
		'modelUsageLog.getAll': { rows: '', key: 'start Date', from: bySkip, size: WHOLE },
		'changeLog.getAll': {
			rows: '',
			key: '_id',
			from: ({ query }) => Number(query.offset ?? 0) * WHOLE,
			size: WHOLE,
		},
		'auditLog.getAll': kore(
			'auditlogs',
			'AuditLogId',
			({ query }) => Number(query.offset ?? 0) * SIZE,
		),
		'translationLog.getAll': { rows: '', key: 'timestamp', from: byOffset, size: WHOLE },
		'botVariable.export': { rows: '', key: 'key', from: whole, size: WHOLE },
		'debugLog.getAll': {
			rows: '',
			key: 'debugMessage',
			from: byOffset,
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
		'interaction.getAll': chatBot(''),
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

/** What is read as a list and is none in the contract, and why. */
export const NO_LISTS: Record<string, string> = {
	'kore-ai knowledgeTask.getAll': 'its answer is the one task of the language',
	'kore-ai batchTest.getAll': 'its rows stand in an object, under their IDs',
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
	const isLast = from + form.size >= rows.length;
	const answer = set(structuredClone(sample) as object, form.rows, shown);
	if (form.total) set(answer, form.total, rows.length);
	if (form.pages) set(answer, form.pages, Math.max(1, Math.ceil(rows.length / form.size)));
	if (form.page) set(answer, form.page, Math.floor(from / form.size) + 1);
	if (form.last) {
		const [path, onLast] = form.last;
		set(answer, path, isLast ? onLast : !onLast);
	}
	if (form.cursor) set(answer, form.cursor, isLast ? null : get(shown.at(-1), form.key));
	return answer;
}
