/** Recordings of calls and voicemails, and what workforce management takes of the contact centre. */
import { fileAddress } from '../../files';
import { ApiError, type ApiRequest, type Handler } from '../../types';
import { checkOrganization } from './centerAgents';
import { ACCOUNT_ID, find, hexOf, idOf, isoText, type KoreAiState, type Session } from './state';

/** As of voice channels; all others have no recording. */
const isCall = ({ callId }: Session) => callId !== undefined;

const fileOf = (request: ApiRequest, name: string) => ({
	fileName: `${name}.wav`,
	fileUrl: fileAddress(request, `${idOf('f', name)}.wav`),
});

/** Handlers of recordings. */
export function recordingHandlers(state: KoreAiState): Record<string, Handler> {
	const sessionOf = ({ params, query }: ApiRequest) =>
		find(
			state.sessions.filter(({ botId }) => botId === params.botId),
			String(query.sessionId),
			'Session',
		);
	const isThere = (session: Session) =>
		isCall(session) && !state.center.withoutRecording.includes(session.id);

	return {
		'recording.get': (request) => {
			const session = sessionOf(request);
			if (session.isActive && isCall(session)) return { status: 'call_in_progress' };
			if (!isThere(session)) return { status: 'media_unavailable' };
			return { status: 'success', recording: [fileOf(request, `${hexOf(session.id)}-merged`)] };
		},
		'recording.getVoicemail': (request) => {
			const { id, botId, user, start } = sessionOf(request);
			const transcription = {
				_id: idOf('ms', `voicemail ${id}`),
				botId,
				type: 'incoming',
				status: 'received',
				components: [{ cT: 'text', data: { text: 'Please call me back.' } }],
				createdOn: isoText(start),
				sessionId: id,
				lang: 'en',
				author: { id: user.id, type: 'VOICEMAIL' },
			};
			return {
				status: 'success',
				'voicemail recording': [fileOf(request, `voicemail_${id}`)],
				// Guess: an empty list without it.
				transcriptions: request.query.transcription ? [transcription] : [],
			};
		},
		'recording.delete': (request) => {
			const session = sessionOf(request);
			// Guess: status and words.
			if (!isThere(session)) throw new ApiError(400, `Recording not found: ${session.id}`);
			state.center.withoutRecording.push(session.id);
			return { message: 'Call recordings deleted successfully', sessionId: session.id };
		},
	};
}

const QUARTER = 15 * 60_000;

interface PeriodInput {
	orgId?: string;
	fromTimeStamp?: string;
	toTimeStamp: string;
	skip?: number;
	limit?: number;
	includeSkillBreakdown?: boolean;
}

/** A page of figures, 10 at a time where nothing is asked for: a guess. */
function pageOf(rows: object[], { skip = 0, limit = 10 }: PeriodInput) {
	return {
		rows: rows.slice(skip, skip + limit),
		hasMore: skip + limit < rows.length,
		totalCount: rows.length,
	};
}

/** Handlers of workforce data. Which bot is asked by makes no difference: all is of the account. */
export function workforceHandlers({ center }: KoreAiState): Record<string, Handler> {
	/** The first quarters of an hour of a period; of a long one a day. */
	const intervalsOf = ({ fromTimeStamp, toTimeStamp }: PeriodInput) => {
		const to = Date.parse(toTimeStamp);
		const from = fromTimeStamp === undefined ? to - 4 * QUARTER : Date.parse(fromTimeStamp);
		// Guess: status and words.
		if (to < from) throw new ApiError(400, 'toTimeStamp is before fromTimeStamp');
		const count = Math.min(96, Math.ceil((to - from) / QUARTER));
		return Array.from({ length: count }, (_, index) => ({
			intervalStartTimeStamp: isoText(from + index * QUARTER),
			intervalEndTimeStamp: isoText(from + (index + 1) * QUARTER),
		}));
	};

	return {
		'workforce.getAgents': ({ query }) => {
			const { offset = 0, limit = 50 } = query as { offset?: number; limit?: number };
			return center.agents.slice(offset, offset + limit).map(({ id, firstName, lastName }) => ({
				accountId: ACCOUNT_ID,
				agentId: id,
				firstName,
				lastName,
			}));
		},
		'workforce.getQueues': () =>
			center.queues.map(({ id, name }) => ({
				accountId: ACCOUNT_ID,
				collectionPointId: id,
				Description: name,
			})),
		'workforce.getActivity': ({ query }) => {
			const { toTimeStamp = '' } = query as Record<string, string>;
			const at = new Date(Date.parse(toTimeStamp) - QUARTER);
			const [day, time] = isoText(at.getTime()).split('T');
			const [year, month, date] = day.split('-');
			return {
				accountId: ACCOUNT_ID,
				AgentUpdates: center.agents.map(({ id, state }) => ({
					AgentId: id,
					EventTime: `${month}/${date}/${year} ${time.slice(0, 8)}`,
					Activity: state === 'AVAILABLE' ? 'ready' : 'notready',
					ReasonCode: '1',
				})),
			};
		},
		'workforce.getVolume': ({ body }) => {
			const input = body as PeriodInput;
			checkOrganization(String(input.orgId));
			const all = intervalsOf(input).flatMap((interval) =>
				center.queues.map(({ id, name }) => ({
					_id: hexOf(`volume ${id} ${interval.intervalStartTimeStamp}`),
					...interval,
					queueId: id,
					queueName: name,
					offeredContacts: 10,
					answeredContacts: 8,
					abandonedContacts: 2,
					...(input.includeSkillBreakdown && { skillBreakdown: [] }),
				})),
			);
			const { rows, ...told } = pageOf(all, input);
			return { ...told, CallVolumeUpdate: rows };
		},
		'workforce.getPerformance': ({ body }) => {
			const input = body as PeriodInput;
			const intervals = intervalsOf(input);
			const all = center.agents.map(({ id, queueIds }) => ({
				agentId: id,
				intervals: intervals.map((interval) => ({
					...interval,
					queues: queueIds.map((queueId) => ({
						queueId,
						queueName: center.queues.find((queue) => queue.id === queueId)?.name,
						offeredContacts: 3,
						answeredContacts: 3,
						abandonedContacts: 0,
					})),
				})),
			}));
			const { rows, ...told } = pageOf(all, input);
			return { ...told, AgentPerformance: rows };
		},
	};
}
