/** Cases of customers, and the tasks in them. */
import type { Clock } from '../../clock';
import { ApiError, type Handler } from '../../types';
import { skippingPage } from './centerPages';
import { ORGANIZATION_ID, type Case, type Named } from './centerState';
import { ACCOUNT_ID, find, hexOf, idOf, isoText, type KoreAiState } from './state';

interface Filters {
	searchText?: string;
	unresolved?: boolean;
	unassigned?: boolean;
	priority?: string[];
	status?: string[];
	channel?: string[];
	startDate?: string;
	endDate?: string;
	skip?: number;
	limit?: number;
}

interface Changes {
	name?: string;
	desc?: string;
	status?: Named;
	priority?: Named;
	dueDate?: number;
	tags?: string[];
}

interface User {
	_id?: string;
	name?: string;
	emailId?: string;
	phoneNumber?: string;
}

const OPEN: Named = { _id: idOf('sts', 'open'), name: 'Open' };
const MEDIUM: Named = { _id: idOf('pr', 'medium'), name: 'Medium' };

type Fixed = 'status' | 'priority' | 'tags' | 'createdAt' | 'updatedAt';
type NewCase = Omit<Case, Fixed | 'id' | 'refId'>;

/** What is not over, by its status. */
const isUnresolved = ({ status }: Case) => !/^(closed|resolved)$/i.test(status.name);

/** Handlers of cases and tasks. */
export function centerCaseHandlers({ center }: KoreAiState, clock: Clock): Record<string, Handler> {
	const view = (row: Case) => ({
		_id: row.id,
		...(row.caseId === undefined
			? { caseTmp: row.template, taskIds: [] }
			: { taskTmp: row.template, caseId: row.caseId, caseRefId: row.caseRefId }),
		name: row.name,
		lname: row.name.toLowerCase(),
		desc: row.desc,
		tags: row.tags,
		userInfo: row.user,
		accountId: ACCOUNT_ID,
		iId: row.botId,
		orgId: ORGANIZATION_ID,
		status: row.status,
		priority: row.priority,
		source: row.source,
		conversationType: row.caseId === undefined ? 'CASE' : 'TASK',
		refId: row.refId,
		assigneeType: 'unassigned',
		currAssignee: {},
		isActive: true,
		createdAt: isoText(row.createdAt),
		updatedAt: isoText(row.updatedAt),
		ETA: row.dueAt === undefined ? '' : isoText(row.dueAt),
	});
	const listed = (rows: Case[], filters: Filters) => {
		const { searchText = '', priority, status, channel, startDate, endDate } = filters;
		const among = (wanted: string[] | undefined, value: string) =>
			wanted === undefined || wanted.includes(value);
		const found = rows.filter(
			(row) =>
				row.name.toLowerCase().includes(searchText.toLowerCase()) &&
				(filters.unresolved !== true || isUnresolved(row)) &&
				among(priority, row.priority.name) &&
				among(status, row.status.name) &&
				among(channel, row.source) &&
				// Guess: the time of the creation.
				(startDate === undefined || row.createdAt >= Date.parse(startDate)) &&
				(endDate === undefined || row.createdAt <= Date.parse(endDate)),
		);
		const { skip, ...page } = skippingPage(found.map(view), filters);
		return { ...page, page: Math.floor(skip / page.limit) + 1 };
	};
	const make = (rows: Case[], prefix: 'ci' | 'ti', given: NewCase) => {
		const { _id, emailId, phoneNumber } = given.user as User;
		// Documented is that one of them is needed; status and words are a guess.
		if (!_id && !emailId && !phoneNumber)
			throw new ApiError(400, 'emailId or phoneNumber is required');
		const number = rows.length + 1;
		const row: Case = {
			id: idOf(prefix, hexOf(`${prefix} ${number}`)),
			refId: `${prefix === 'ci' ? 'CS' : 'TS'}${String(number).padStart(6, '0')}`,
			...given,
			...fixed(),
		};
		rows.push(row);
		return view(row);
	};
	const fixed = (): Pick<Case, Fixed> => ({
		status: OPEN,
		priority: MEDIUM,
		tags: [],
		createdAt: clock.now(),
		updatedAt: clock.now(),
	});
	const change = (row: Case, { dueDate, ...changes }: Changes) => {
		Object.assign(row, changes, { updatedAt: clock.now() });
		if (dueDate !== undefined) row.dueAt = dueDate;
		return view(row);
	};
	const ofBot = (rows: Case[], botId: string) => rows.filter((row) => row.botId === botId);

	return {
		'case.getAll': ({ params, body }) => listed(ofBot(center.cases, params.botId), body as Filters),
		'case.create': ({ params, body }) => {
			const { caseTmp, name, desc, source, dueDate, userInfo, emailId, phoneNumber } =
				body as Record<string, string> & { userInfo: User };
			const user = { ...userInfo, emailId, phoneNumber };
			const dueAt = Date.parse(dueDate);
			return make(center.cases, 'ci', {
				botId: params.botId,
				template: caseTmp,
				...{ name, desc, source, user, dueAt },
			});
		},
		'case.update': ({ params, body }) =>
			change(find(ofBot(center.cases, params.botId), params.caseId, 'Case'), body as Changes),
		'task.getAll': ({ params, body }) => listed(ofBot(center.tasks, params.botId), body as Filters),
		'task.create': ({ params, body }) => {
			const { caseId, caseRefId, taskTmp, name, desc, source, userInfo } = body as Record<
				string,
				string
			> & { userInfo: User };
			const own = find(ofBot(center.cases, params.botId), caseId, 'Case');
			if (own.refId !== caseRefId) throw new ApiError(400, `Case not found: ${caseRefId}`);
			return make(center.tasks, 'ti', {
				botId: params.botId,
				template: taskTmp,
				...{ caseId, caseRefId, name, desc, source, user: userInfo },
			});
		},
		'task.update': ({ params, body }) =>
			change(find(ofBot(center.tasks, params.botId), params.taskId, 'Task'), body as Changes),
	};
}
