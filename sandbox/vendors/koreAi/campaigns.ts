/** Outbound campaigns by voice and SMS: prepared, started, stopped, scheduled, with what came of each contact. */
import type { Clock } from '../../clock';
import { ApiError, type ApiRequest, type Handler } from '../../types';
import { pick } from '../random';
import { dial, isCalled, statusOf } from './campaignState';
import type { Campaign, CampaignInput, Dialing } from './campaignTypes';
import { PAGE_SIZE, pageOf } from './contactLists';
import { find, hexOf, idOf, isoText, newJob, type KoreAiState } from './state';

interface Asked {
	type: string;
	startDate?: string;
	endDate?: string;
	sortBy?: Record<string, string>;
	filters?: { status?: string[]; priority?: number[]; dialingMode?: string[] };
	skip?: number;
	page?: number;
	limit?: number;
}

/** What came of a contact. `completed` is documented, a failure is a guess; how a call ended is from the samples. */
const OUTCOMES = [
	{ dialerOutcome: 'completed', botOutboundStatus: 'userHangUp', detail: 'user_hangup' },
	{ dialerOutcome: 'completed', botOutboundStatus: 'agentHangUp', detail: 'agent_hangup' },
	{ dialerOutcome: 'failed', botOutboundStatus: '', detail: '' },
] as const;

function resultView(campaign: Campaign, dialing: Dialing, index: number, clock: Clock) {
	const isDone = isCalled(campaign, dialing, clock);
	const { dialerOutcome, botOutboundStatus, detail } = pick(OUTCOMES, index);
	return {
		phoneNumber: dialing.phoneNumber,
		uniqueId: '',
		dialerOutcome: isDone ? dialerOutcome : '',
		numberOfAttemptsSoFar: isDone ? 1 : 0,
		botSessionId: isDone ? hexOf(`call ${dialing.id}`) : '',
		agentDispositionCodes: [],
		botOutboundStatus: isDone ? botOutboundStatus : '',
		botOutboundStatusDetail: isDone ? detail : '',
	};
}

/** A campaign without what only an answer about it alone has. A voice campaign has `_id`, an SMS campaign `id`. */
function rowView(campaign: Campaign, { contactLists }: KoreAiState, clock: Clock) {
	const { id, type, input, schedule, createdAt, updatedAt } = campaign;
	const no = contactLists.find(({ name }) => name === input.dncLists?.name);
	return {
		...(type === 'voice' ? { _id: id } : { id }),
		name: input.name,
		description: input.description,
		...(no && { dncLists: type === 'voice' ? { id: no.id, name: no.name } : { name: no.name } }),
		priority: input.priority,
		...(type === 'voice'
			? {
					dialingMode: input.dialingMode,
					...(input.queue_name && { connection: input.queue_name }),
				}
			: { format: input.format, message: input.message, totalMessagesSent: 0 }),
		status: statusOf(campaign, clock),
		isFiltersEnabled: false,
		createdAt: isoText(createdAt),
		updatedAt: isoText(updatedAt),
		schedule: {
			isSchedulingEnabled: schedule !== undefined,
			isRecurrenceEnabled: schedule !== undefined,
		},
		contactLists: input.contactLists,
	};
}

/** A campaign as the answers about it alone have it; a voice campaign that was just made has `id`, too. */
function wholeView(campaign: Campaign, state: KoreAiState, clock: Clock, idName = '_id') {
	const { connection: _connection, ...row } = {
		connection: '',
		...rowView(campaign, state, clock),
	};
	const { _id: _own, id: _other, ...rest } = { _id: '', id: '', ...row };
	const { name, dialingStrategy, experienceFlowName, maxSkips } = campaign.input;
	return {
		[idName]: campaign.id,
		...rest,
		lname: name.toLowerCase(),
		dialingStrategy,
		...(experienceFlowName && { experienceFlow: idOf('cf', experienceFlowName) }),
		...(maxSkips !== undefined && { maxSkips }),
	};
}

const isBetween = (time: number, { startDate, endDate }: Asked) =>
	time >= (startDate ? Date.parse(startDate) : 0) &&
	time <= (endDate ? Date.parse(endDate) : Infinity);

type Row = ReturnType<typeof rowView>;

/** Newest first, unless asked otherwise: a guess. */
function sorted(rows: Row[], sortBy: Asked['sortBy'] = { createdAt: 'desc' }): Row[] {
	const [[field, order] = ['createdAt', 'desc']] = Object.entries(sortBy);
	const sign = order === 'asc' ? 1 : -1;
	const textOf = (row: Row) => String(row[field as keyof Row]);
	return rows.toSorted((a, b) => sign * textOf(a).localeCompare(textOf(b)));
}

/** Handlers of campaigns. */
export function campaignHandlers(state: KoreAiState, clock: Clock): Record<string, Handler> {
	const ofBot = (botId: string) => state.campaigns.filter((one) => one.botId === botId);
	const campaignOf = ({ params, query }: ApiRequest) => {
		const campaign = find(ofBot(params.botId), params.campaignId, 'Campaign');
		const { campaignType = campaign.type } = query;
		// Inferred: of the other type there is no such campaign.
		if (campaignType !== campaign.type)
			throw new ApiError(400, `Campaign not found: ${campaign.id}`);
		return campaign;
	};
	/** Documented: the lists have to be there. Status and words are inferred. */
	const checkLists = (botId: string, { contactLists, dncLists }: CampaignInput) => {
		const known = state.contactLists.filter((list) => list.botId === botId);
		const names = [...contactLists, ...(dncLists ? [dncLists.name] : [])];
		const missing = names.filter((name) => !known.some((list) => list.name === name));
		if (missing.length > 0)
			throw new ApiError(400, `Contact list not found: ${missing.join(', ')}`);
	};
	const answer = (campaign: Campaign, what: string, idName?: string) => ({
		status: 'success',
		message: `Campaign ${campaign.input.name} ${what}`,
		data: wholeView(campaign, state, clock, idName),
	});
	/** Counts a look, which lets its preparation end. */
	const look = (request: ApiRequest) => {
		const campaign = campaignOf(request);
		campaign.job.reads += 1;
		return campaign;
	};
	const trigger = (request: ApiRequest) => {
		const campaign = campaignOf(request);
		const status = statusOf(campaign, clock);
		const isStart = request.query.trigger === 'play';
		// Inferred: what is not prepared cannot start, and only what runs can be stopped.
		const fitting = isStart ? ['Ready', 'Stopped', 'Scheduled'] : ['Active'];
		if (!fitting.includes(status)) throw new ApiError(400, `Campaign is ${status}`);
		if (isStart) dial(state, campaign, clock);
		else Object.assign(campaign, { stoppedAt: clock.now(), updatedAt: clock.now() });
		const done = campaign.dialing.filter((one) => isCalled(campaign, one, clock)).length;
		return {
			status: isStart ? 'Active' : 'Stopped',
			message: isStart ? 'Campaign Started' : 'Campaign Stopped',
			updatedAt: isoText(campaign.updatedAt),
			...(campaign.type === 'voice'
				? { campaignInstanceId: campaign.instanceId, totalCallsCompleted: done }
				: { campaignExecutionType: 'NORMAL' }),
		};
	};

	return {
		'campaign.create': ({ params: { botId }, query, body }) => {
			const input = body as CampaignInput;
			checkLists(botId, input);
			const type = query.campaignType as Campaign['type'];
			const name = `${botId} ${state.campaigns.length} ${input.name}`;
			const now = clock.now();
			const campaign: Campaign = {
				job: newJob(name, clock),
				id: idOf('cd', name),
				botId,
				type,
				input,
				instanceId: idOf('cid', name),
				dialing: [],
				createdAt: now,
				updatedAt: now,
			};
			state.campaigns.push(campaign);
			return answer(campaign, 'creation in progress', type === 'voice' ? 'id' : '_id');
		},
		'campaign.getAll': ({ params, body }) => {
			const asked = body as Asked;
			const { status, priority, dialingMode } = asked.filters ?? {};
			const rows = ofBot(params.botId)
				.filter(({ type, createdAt }) => type === asked.type && isBetween(createdAt, asked))
				.map((campaign) => rowView(campaign, state, clock))
				.filter(
					(row) =>
						(!status?.length || status.includes(row.status)) &&
						(!priority?.length || priority.includes(Number(row.priority))) &&
						(!dialingMode?.length ||
							dialingMode.includes(String({ dialingMode: '', ...row }.dialingMode))),
				);
			const data = pageOf(sorted(rows, asked.sortBy), { ...asked });
			return { status: 'success', message: 'Campaign  retrieved successfully', data };
		},
		'campaign.get': (request) => answer(look(request), 'retrieved successfully'),
		'campaign.update': (request) => {
			const campaign = campaignOf(request);
			const input = request.body as CampaignInput;
			checkLists(campaign.botId, input);
			Object.assign(campaign, { input, updatedAt: clock.now() });
			return answer(campaign, 'details updated successfully');
		},
		'campaign.delete': (request) => {
			const campaign = campaignOf(request);
			state.campaigns = state.campaigns.filter((one) => one !== campaign);
			return answer(campaign, 'deleted successfully');
		},
		'campaign.triggerVoice': trigger,
		'campaign.startSms': trigger,
		'campaign.stopSms': trigger,
		'campaign.getStatus': (request) => {
			const campaign = look(request);
			if (request.query.view === 'status') {
				const { id, input } = campaign;
				const status = statusOf(campaign, clock);
				return { status: 'success', data: { id, status, name: input.name } };
			}
			const rows = campaign.dialing.map((one, index) => resultView(campaign, one, index, clock));
			const { page = 1, limit = PAGE_SIZE } = (request.body ?? {}) as Asked;
			const { results, totalPages, totalResults } = pageOf(rows, { page, limit });
			return { status: 'success', data: { results, page, limit, totalPages, totalResults } };
		},
		'campaign.setSchedule': ({ params, query, body }) => {
			const campaign = ofBot(params.botId).find(({ input }) => input.name === query.campaignName);
			if (!campaign) throw new ApiError(400, `Campaign not found: ${String(query.campaignName)}`);
			const isOn = query.enableSchedule === true;
			const { endDateTime } = body as { endDateTime?: string };
			// Documented; status and words are inferred.
			if (isOn && !(Date.parse(`${endDateTime?.replace(' ', 'T')}Z`) > clock.now())) {
				throw new ApiError(400, 'endDateTime must be greater than the current time');
			}
			campaign.schedule = isOn ? (body as object) : undefined;
			campaign.updatedAt = clock.now();
			const what = isOn ? 'scheduled' : 'schedule has been disabled';
			const message = `Campaign ${campaign.input.name} ${what} successfully`;
			return { status: 'success', message, id: campaign.id };
		},
		'campaign.callBack': ({ params, body }) => {
			const campaign = ofBot(params.botId).find(
				({ instanceId }) => instanceId === params.campaignInstanceId,
			);
			if (!campaign) throw new ApiError(400, `Campaign not found: ${params.campaignInstanceId}`);
			const asked = body as Array<{ campaignDialingListId: string; timeToContact: string }>;
			const data = asked.map(({ campaignDialingListId, timeToContact }) => {
				const at = Date.parse(timeToContact);
				const contact = campaign.dialing.find(({ id }) => id === campaignDialingListId);
				// Of these words, only time_in_past is documented.
				const reason = at <= clock.now() ? 'time_in_past' : !contact && 'contact_not_found';
				if (reason || !contact) return { campaignDialingListId, status: 'failed', reason };
				Object.assign(contact, { calledBackAt: at, dueAt: at });
				return { campaignDialingListId, status: 'success' };
			});
			return { status: 'success', data };
		},
	};
}
