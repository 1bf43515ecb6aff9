import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { KoreAiTrigger } from '../../../nodes/KoreAi/KoreAiTrigger.node';
import { routes } from '../../../nodes/KoreAi/routes';
import { shownIn, type Moment, type Setting, type Simulated, type World } from './world';
import type { Asked, Handlers } from './service';

const iso = (at: number) => new Date(at).toISOString();

/** Rows of a period, in parts of `limit` after `skip` (docs/evidence/kore-ai.md §2). */
function listed<T extends { at: number }>(
	rows: T[],
	{ body }: Asked,
	name: string,
	show: (row: T) => IDataObject,
) {
	const from = Date.parse(String(body.dateFrom));
	const to = Date.parse(String(body.dateTo));
	const found = rows.filter(({ at }) => at >= from && at <= to);
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

/** What the contact centre's analytics have, with times in UTC; each is listed while it goes on, too. */
function interacting({ now }: Setting): World {
	const all: Array<Moment & { id: string }> = [];
	let edits = 0;
	const text = (at: number) => iso(at).slice(0, 19);
	const timeOf = (date: unknown) => Date.parse(`${String(date).replace(' ', 'T')}Z`);
	const handlers: Handlers = {
		'interaction.getAll': ({ query, body }) => {
			const [from, to] = [timeOf(body.startDate), timeOf(body.endDate)];
			const limit = Number(query.limit);
			const first = Number(query.offset) * limit;
			const listed = shownIn(all, now()).filter(({ at }) => at >= from && at <= to);
			const data = listed.slice(first, first + limit).map(({ id, at }) => ({
				sessionId: id,
				sessionStartTime: text(at),
				sessionEndTime: text(at),
				finalStatus: 'CLOSED',
				smartStatus: 'CLOSED',
				reason: `edited ${edits}`,
			}));
			return { numResults: data.length, data };
		},
	};
	return {
		handlers,
		happen: (count, moment) =>
			Array.from({ length: count }, () => {
				const id = `interaction-${all.length}`;
				all.push({ ...moment, id });
				return id;
			}),
		edit: () => (edits += 1),
	};
}

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

const IMPORTS = Array.from({ length: 40 }, (_, index) => `bir-${index}`);

function importing({ now }: Setting): World {
	const over: Array<Moment & { id: string }> = [];
	let edits = 0;
	const handlers: Handlers = {
		'bot.getImportStatus': ({ path: { importId } }) => {
			const isOver = shownIn(over, now()).some(({ id }) => id === importId);
			return {
				_id: importId,
				status: isOver ? 'success' : 'pending',
				createdOn: iso(0),
				message: `edited ${edits}`,
			};
		},
	};
	return {
		handlers,
		happen: (count, moment) =>
			Array.from({ length: count }, () => {
				const id = IMPORTS[over.length];
				over.push({ ...moment, id });
				return id;
			}),
		edit: () => (edits += 1),
	};
}

/** A page of rows as the contact center gives it (docs/evidence/kore-ai.md §9.2). */
function pageOf<T>(rows: T[], { body }: Asked, show: (row: T) => IDataObject): IDataObject {
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

export const KORE: Simulated[] = [
	kore('sessionStarted', talking(false), sessionId, { endsNow: true }),
	kore('sessionClosed', talking(true), sessionId, { endsNow: true }),
	kore('interactionFinished', interacting, sessionId, { endsNow: true, keepsDay: true }),
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
		parameters: { importIds: IMPORTS },
	}),
	kore('campaignFinished', campaigning, ({ campaignId }) => String(campaignId), { dated: false }),
	kore('contactCalled', calling, ({ phoneNumber }) => String(phoneNumber), { dated: false }),
];
