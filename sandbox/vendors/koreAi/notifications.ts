/** Proactive Notifications API, versions 1 and 2, and their status. */
import type { Clock } from '../../clock';
import { ApiError, type ApiRequest, type Handler } from '../../types';
import {
	find,
	idOf,
	isoText,
	lookAt,
	newJob,
	OWNER_ID,
	type KoreAiState,
	type Notification,
} from './state';

type Identity = string | { email?: string; spaceId?: string; phoneNumber?: string };

const nameOf = (identity: Identity): string =>
	typeof identity === 'string'
		? identity
		: (identity.email ?? identity.spaceId ?? identity.phoneNumber ?? '');

/** Somebody with this in the name is not known to the channel. */
const isUnknown = (identity: string) => identity.includes('unknown');

const view = (job: Notification) => ({
	streamId: job.botId,
	jobType: 'PROACTIVE_NOTIFICATIONS_API',
	action: 'PROACTIVE_NOTIFICATIONS',
	createdBy: OWNER_ID,
	createdOn: isoText(job.startedAt),
	requestedTime: isoText(job.startedAt),
	__v: 0,
});

function logsOf(job: Notification) {
	return job.identities.map((originalId, index) => ({
		_id: idOf('nl', `${job.id} ${index}`),
		requestId: job.id,
		originalId,
		channel: job.channel,
		streamId: job.botId,
		status: isUnknown(originalId) ? 'FAILURE' : 'SUCCESS',
		comments: isUnknown(originalId)
			? "Identity isn't associated with the channel"
			: 'Notification has been sent successfully',
		createdBy: OWNER_ID,
		createdOn: isoText(job.startedAt),
		__v: 0,
	}));
}

function outcomeOf({ identities }: Notification): string {
	const failed = identities.filter(isUnknown).length;
	if (failed === 0) return 'SUCCESS';
	return failed === identities.length ? 'FAILURE' : 'PARTIAL_SUCCESS';
}

/** Handlers of both versions and their status. */
export function notificationHandlers(state: KoreAiState, clock: Clock): Record<string, Handler> {
	const begin =
		(version: Notification['version']) =>
		({ params, body }: ApiRequest) => {
			const { channel, identities, message, content } = body as {
				channel: string;
				identities: Identity[];
				message?: object;
				content?: object;
			};
			// Documented of either name; that one of them is needed is inferred.
			if (!message && !content) throw new ApiError(400, 'message is required');
			const job: Notification = {
				...newJob(idOf('ds', `notification ${state.notifications.length}`), clock),
				botId: params.botId,
				version,
				channel,
				identities: identities.map(nameOf),
			};
			state.notifications.push(job);
			return {
				_id: job.id,
				...view(job),
				status: 'IN_PROGRESS',
				statusLogs: [],
				percentageComplete: 0,
				...(version === 'v2' ? { store: { identitiesCount: identities.length } } : {}),
			};
		};
	const status =
		(version: Notification['version']) =>
		({ params }: ApiRequest) => {
			const all = state.notifications.filter(
				(one) => one.version === version && one.botId === params.botId,
			);
			const job = find(all, params.requestId, 'Request');
			const isDone = lookAt(job, clock);
			const said = {
				statusLogs: isDone ? logsOf(job) : [],
				count: job.identities.length,
				status: isDone ? outcomeOf(job) : 'IN_PROGRESS',
				streamId: job.botId,
			};
			const percentageComplete = isDone ? 100 : 50;
			return version === 'v2' ? said : { _id: job.id, ...view(job), ...said, percentageComplete };
		};
	return {
		'notification.send': begin('v2'),
		'notification.sendV1': begin('v1'),
		'notification.getStatus': status('v2'),
		'notification.getStatusV1': status('v1'),
	};
}
