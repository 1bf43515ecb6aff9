import { omit } from 'lodash';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { KoreAiTrigger } from '../../../nodes/KoreAi/KoreAiTrigger.node';
import { routes } from '../../../nodes/KoreAi/routes';
import { shownIn, type Moment, type Setting, type Simulated, type World } from './world';
import type { Asked, Handlers } from './service';

const iso = (at: number) => new Date(at).toISOString();

/** What was found last in some rows: it is asked for at every page. */
const foundLast = new WeakMap<object, { from: number; to: number; found: unknown[] }>();

/** Those of a period, both ends included. */
function within<T extends { at: number }>(rows: T[], from: number, to: number): T[] {
	const last = foundLast.get(rows);
	if (last?.from === from && last.to === to) return last.found as T[];
	const found = rows.filter(({ at }) => !(at < from) && !(at > to));
	foundLast.set(rows, { from, to, found });
	return found;
}

/** Rows of a period, in parts of `limit` after `skip` (docs/evidence/kore-ai.md §2). */
function listed<T extends { at: number }>(
	rows: T[],
	{ body }: Asked,
	name: string,
	show: (row: T) => IDataObject,
) {
	const found = within(rows, Date.parse(String(body.dateFrom)), Date.parse(String(body.dateTo)));
	const skip = Number(body.skip ?? 0);
	const shown = found.slice(skip, skip + Number(body.limit ?? 100));
	const moreAvailable = skip + shown.length < found.length;
	return { [name]: shown.map(show), total: found.length, moreAvailable };
}

interface Session extends Moment {
	id: string;
	closedAt?: number;
}

/** `closing`: whether the event is the end of a session, at once or of one that was open before. */
const talking =
	(closing: boolean) =>
	({ now }: Setting): World => {
		const sessions: Session[] = [];
		const open: Session[] = [];
		let edits = 0;
		const rowOf = ({ id, at, closedAt = Infinity }: Session): IDataObject => ({
			sessionId: id,
			start_time: iso(at),
			sessionStatus: closedAt <= now() ? 'closed' : 'active',
			...(closedAt <= now() ? { end_time: iso(closedAt) } : {}),
			noOfMessagesExchanged: edits,
		});
		const handlers: Handlers = {
			'session.getAll': (asked) => {
				const shown = shownIn(sessions, now());
				const { sessionId } = asked.body;
				const ids: unknown = sessionId;
				if (!Array.isArray(ids)) return listed(shown, asked, 'sessions', rowOf);
				const found = shown.filter(({ id }) => ids.includes(id));
				return { sessions: found.map(rowOf), total: found.length, moreAvailable: false };
			},
		};
		const begin = (moment: Moment): Session => {
			const session = { ...moment, id: `session-${sessions.length}` };
			sessions.push(session);
			return session;
		};
		return {
			handlers,
			happen: (count, moment) =>
				Array.from({ length: count }, (_, index) => {
					if (!closing) return begin(moment).id;
					const waiting = index % 2 === 0 ? open.shift() : undefined;
					const closed = waiting ?? begin(moment);
					closed.closedAt = Math.max(moment.at, moment.shownAt);
					// One stays open until the next time.
					if (index === 0) open.push(begin(moment));
					return closed.id;
				}),
			edit: () => (edits += 1),
		};
	};

/**
 * What the contact centre's analytics have, with times in UTC, of which those in `lacking` are left out; `first` is the
 * state of one that is there already, and never ends.
 */
const interacting =
	({ first, lacking = [] }: { first?: string; lacking?: string[] } = {}) =>
	({ now }: Setting): World => {
		const all: Array<Moment & { id: string; state: string }> = [];
		if (first) all.push({ id: 'first', at: now(), shownAt: now(), state: first });
		let edits = 0;
		const text = (at: number) => iso(at).slice(0, 19);
		const timeOf = (date: unknown) => Date.parse(`${String(date).replace(' ', 'T')}Z`);
		const handlers: Handlers = {
			'interaction.getAll': ({ query, body }) => {
				const [from, to] = [timeOf(body.startDate), timeOf(body.endDate)];
				const limit = Number(query.limit);
				const offset = Number(query.offset) * limit;
				const listed = within(shownIn(all, now()), from, to);
				const rowOf = ({ id, at, state }: (typeof all)[number]) => ({
					sessionId: id,
					conversationId: '',
					sessionStartTime: text(at),
					...(state === 'CLOSED' ? { sessionEndTime: text(at), finalStatus: state } : {}),
					smartStatus: state,
					reason: `edited ${edits}`,
				});
				const data = listed.slice(offset, offset + limit).map((one) => omit(rowOf(one), lacking));
				return { numResults: data.length, data };
			},
		};
		return {
			handlers,
			happen: (count, moment) =>
				Array.from({ length: count }, () => {
					const id = `interaction-${all.length}`;
					all.push({ ...moment, id, state: 'CLOSED' });
					return id;
				}),
			edit: () => (edits += 1),
		};
	};

function writing({ now }: Setting): World {
	const messages: Array<Moment & { id: string }> = [];
	let edits = 0;
	const handlers: Handlers = {
		'message.getAllV2': (asked) =>
			listed(shownIn(messages, now()), asked, 'messages', ({ id, at }) => ({
				_id: id,
				type: 'incoming',
				createdOn: iso(at),
				status: `edited ${edits}`,
			})),
	};
	return {
		handlers,
		happen: (count, moment) =>
			Array.from({ length: count }, () => {
				const id = `ms-${messages.length}`;
				messages.push({ ...moment, id });
				return id;
			}),
		edit: () => (edits += 1),
	};
}

function publishing({ now }: Setting): World {
	const jobs: Array<Moment & { id: string }> = [{ id: 'ds-0', at: 0, shownAt: 0 }];
	let edits = 0;
	const handlers: Handlers = {
		'bot.getPublishStatus': () => {
			const { id, at } = jobs.findLast(({ shownAt }) => shownAt <= now())!;
			return {
				_id: id,
				status: 'successful',
				percentageComplete: 100,
				requestedTime: iso(at),
				lastModifiedOn: iso(at + edits),
			};
		},
	};
	return {
		handlers,
		happen: (count, moment) =>
			Array.from({ length: count }, () => {
				const id = `ds-${jobs.length}`;
				jobs.push({ ...moment, id });
				return id;
			}),
		edit: () => (edits += 1),
	};
}

/** IDs of things that Kore.ai has no list of. */
const IDS = Array.from({ length: 40 }, (_, index) => `id-${index}`);

/** Things that are asked for by their IDs, and are over one after the other. */
const ending =
	(
		operation: string,
		idName: string,
		show: (id: string, isOver: boolean, edits: number) => IDataObject,
	) =>
	({ now }: Setting): World => {
		const over: Array<Moment & { id: string }> = [];
		let edits = 0;
		const handlers: Handlers = {
			[operation]: ({ path: { [idName]: asked } }) => {
				const isOver = shownIn(over, now()).some(({ id }) => id === asked);
				return show(String(asked), isOver, edits);
			},
		};
		return {
			handlers,
			happen: (count, moment) =>
				Array.from({ length: count }, () => {
					const id = IDS[over.length];
					over.push({ ...moment, id });
					return id;
				}),
			edit: () => (edits += 1),
		};
	};

const importing = ending('bot.getImportStatus', 'importId', (id, isOver, edits) => ({
	_id: id,
	status: isOver ? 'success' : 'pending',
	createdOn: iso(0),
	message: `edited ${edits}`,
}));

const testing = ending('conversationTest.getRunStatus', 'testRunId', (id, isOver, edits) => ({
	_id: id,
	status: isOver ? 'passed' : 'inprogress',
	totalTestStepsCount: edits,
	result: { startTime: iso(0) },
}));

const trainingSearch = ending('searchTraining.getStatus', 'trainingId', (id, isOver, edits) => ({
	_id: id,
	status: isOver ? 'success' : 'running',
	createdOn: iso(0),
	opType: `edited ${edits}`,
}));

/** FAQs are trained again and again; each training has the name of the one before. */
function trainingFaqs({ now }: Setting): World {
	const trainings: Moment[] = [{ at: 0, shownAt: 0 }];
	let edits = 0;
	const handlers: Handlers = {
		'faq.getTrainingStatus': () => {
			const index = trainings.findLastIndex(({ shownAt }) => shownAt <= now());
			return {
				_id: 'faqs',
				status: 'success',
				message: `edited ${edits}`,
				modifiedOn: `${iso(trainings[index].at).slice(0, -1)}${index}Z`,
			};
		},
	};
	return {
		handlers,
		happen: (count, moment) =>
			Array.from({ length: count }, () => {
				trainings.push(moment);
				return String(trainings.length - 1);
			}),
		edit: () => (edits += 1),
	};
}

/** A page of rows as the contact center gives it (docs/evidence/kore-ai.md §9.2). */
export function pageOf<T>(rows: T[], { body }: Asked, show: (row: T) => IDataObject): IDataObject {
	const limit = Number(body.limit ?? 50);
	const skip = body.skip === undefined ? (Number(body.page ?? 1) - 1) * limit : Number(body.skip);
	const results = rows.slice(skip, skip + limit).map(show);
	const announced = { limit, hasMore: skip + results.length < rows.length };
	const totalPages = Math.ceil(rows.length / limit);
	return {
		status: 'success',
		data: { results, ...announced, totalPages, totalResults: rows.length },
	};
}

function campaigning({ now }: Setting): World {
	const campaigns: Array<Moment & { id: string }> = [];
	let edits = 0;
	const handlers: Handlers = {
		'campaign.getAll': (asked) =>
			pageOf(shownIn(campaigns, now()).toReversed(), asked, ({ id, at }) => ({
				_id: id,
				name: `edited ${edits}`,
				status: 'Completed',
				createdAt: iso(at),
			})),
	};
	return {
		handlers,
		happen: (count, moment) =>
			Array.from({ length: count }, () => {
				const id = `cd-${campaigns.length}`;
				campaigns.push({ ...moment, id });
				return id;
			}),
		edit: () => (edits += 1),
	};
}

/** One campaign that goes on for ever, with a contact that is never called before all that are. */
function calling({ now }: Setting): World {
	const called: Array<Moment & { phoneNumber: string }> = [];
	let edits = 0;
	const contact = (phoneNumber: string, dialerOutcome: string) => ({
		phoneNumber,
		uniqueId: '',
		dialerOutcome,
		botSessionId: dialerOutcome && `session-${phoneNumber}`,
		numberOfAttemptsSoFar: edits,
	});
	const handlers: Handlers = {
		'campaign.getAll': (asked) =>
			pageOf(['cd-1'], asked, (id) => ({ _id: id, status: 'Active', createdAt: iso(0) })),
		'campaign.getStatus': (asked) => {
			const shown = shownIn(called, now()).map(({ phoneNumber }) => phoneNumber);
			return pageOf(['', ...shown], asked, (number) =>
				contact(number || '0', number && 'completed'),
			);
		},
	};
	return {
		handlers,
		happen: (count, moment) =>
			Array.from({ length: count }, () => {
				const phoneNumber = String(48_600_000_000 + called.length);
				called.push({ ...moment, phoneNumber });
				return phoneNumber;
			}),
		edit: () => (edits += 1),
	};
}

/** How a list is asked for, and what it answers: rows are the latest first, and of a time. */
type Answering = (rows: IDataObject[], asked: Asked) => unknown;

/** A list of dated rows; `rowOf` is given when one happened, and how often all were edited. */
const logged =
	(id: string, rowOf: (id: string, at: string, edits: number) => IDataObject, answer: Answering) =>
	({ now }: Setting): World => {
		const all: Array<Moment & { id: string }> = [];
		let edits = 0;
		return {
			handlers: {
				[id]: (asked) => {
					const { filters = {} } = asked.body as { filters?: IDataObject };
					const { from = asked.query.fromDate ?? 0, to = asked.query.toDate ?? 'none' } = filters;
					const [first, last] = [from, to].map((date) => Date.parse(String(date)));
					const shown = within(shownIn(all, now()), first, last);
					return answer(
						shown.map((one) => rowOf(one.id, iso(one.at), edits)),
						asked,
					);
				},
			},
			happen: (count, moment) =>
				Array.from({ length: count }, () => {
					const own = `row-${all.length}`;
					all.push({ ...moment, id: own });
					return own;
				}),
			edit: () => (edits += 1),
		};
	};

/** A page of metrics, in the order that was asked for. */
const metrics: Answering = (rows, { body }) => {
	const { skip = 0, limit = 50 } = body as { skip?: number; limit?: number };
	const result = rows.toReversed().slice(skip, skip + limit);
	return { moreAvailable: skip + result.length < rows.length, result };
};

const feedback = logged(
	'feedback.getAll',
	(_id, timestamp, score) => ({ _id, timestamp, score }),
	metrics,
);

const unhandled = logged(
	'analytics.getAll',
	(_id, timestamp, edits) => ({ _id, timestamp, utterance: `edited ${edits}` }),
	metrics,
);

const auditing = logged(
	'auditLog.getAll',
	(id, at, edits) => ({
		AuditLogId: id,
		'Date/Time': at,
		timestampValue: Date.parse(at),
		Description: `edited ${edits}`,
	}),
	(rows, { query }) => {
		const size = Number(query.size);
		const first = Number(query.offset) * size;
		const auditlogs = rows.toReversed().slice(first, first + size);
		return { total: rows.length, moreAvailable: first + size < rows.length, auditlogs };
	},
);

/** In no order of time. */
const changing = logged(
	'changeLog.getAll',
	(_id, createdOn, edits) => ({ _id, createdOn, message: `edited ${edits}` }),
	(rows, { query }) => {
		const limit = Number(query.limit);
		const first = Number(query.offset) * limit;
		const since = Date.parse(String(query.startDate));
		return rows
			.filter(({ createdOn }) => Date.parse(String(createdOn)) >= since)
			.sort((a, b) => (String(a._id) < String(b._id) ? -1 : 1))
			.slice(first, first + limit);
	},
);

const node = new KoreAiTrigger();

const kore = (
	event: string,
	make: Simulated['make'],
	keyOf: Simulated['keyOf'],
	more: Partial<Simulated> & { parameters?: INodeParameters } = {},
): Simulated => ({
	name: `Kore.ai ${event}`,
	node,
	credential: 'koreAiApi',
	routes,
	keyOf,
	make,
	dated: true,
	...more,
	parameters: { event, ...more.parameters },
});

const sessionId = (row: IDataObject) => String(row.sessionId);

/** Interaction Finished; `what`: see `interacting`. */
export const interactionFinished = (
	what: Parameters<typeof interacting>[0] = {},
	more: Partial<Simulated> = {},
): Simulated =>
	kore('interactionFinished', interacting(what), sessionId, {
		endsNow: true,
		keepsDay: true,
		// In a second: 11 pages (docs/evidence/kore-ai.md §5.1).
		mostAtOnce: 1099,
		...more,
	});

export const KORE: Simulated[] = [
	kore('sessionStarted', talking(false), sessionId, { endsNow: true }),
	kore('sessionClosed', talking(true), sessionId, { endsNow: true }),
	interactionFinished(),
	interactionFinished(
		{ lacking: ['sessionEndTime'] },
		{ name: 'Kore.ai without ends interactionFinished' },
	),
	interactionFinished(
		{ lacking: ['sessionStartTime', 'sessionEndTime'] },
		{ name: 'Kore.ai without times interactionFinished', dated: false },
	),
	kore('feedbackGiven', feedback, ({ id }) => String(id), { endsNow: true }),
	kore('unhandledUtterance', unhandled, ({ id }) => String(id), { endsNow: true }),
	kore('auditLogEntry', auditing, ({ AuditLogId: id }) => String(id), { endsNow: true }),
	kore('changeLogEntry', changing, ({ _id: id }) => String(id)),
	kore('newMessage', writing, ({ messageId }) => String(messageId), { endsNow: true }),
	// Kore.ai tells of the last publish only.
	kore('publishFinished', publishing, ({ jobId }) => String(jobId), {
		dated: false,
		most: 1,
		mayBeEmpty: true,
	}),
	kore('importFinished', importing, ({ _id: id }) => String(id), {
		dated: false,
		most: 3,
		parameters: { importIds: IDS },
	}),
	kore('testRunFinished', testing, ({ testRunId }) => String(testRunId), {
		dated: false,
		most: 3,
		parameters: { testSuiteName: 'Order Flow', testRunIds: IDS },
	}),
	kore('trainingFinished', trainingSearch, ({ trainingId }) => String(trainingId), {
		dated: false,
		most: 3,
		parameters: { trainingOf: 'search', trainingIds: IDS },
	}),
	// Kore.ai tells of the last training only.
	kore('trainingFinished', trainingFaqs, ({ modifiedOn }) => String(modifiedOn).slice(23, -1), {
		name: 'Kore.ai trainingFinished of FAQs',
		dated: false,
		parameters: { language: 'en' },
		most: 1,
		mayBeEmpty: true,
	}),
	kore('campaignFinished', campaigning, ({ campaignId }) => String(campaignId), { dated: false }),
	kore('contactCalled', calling, ({ phoneNumber }) => String(phoneNumber), { dated: false }),
];
