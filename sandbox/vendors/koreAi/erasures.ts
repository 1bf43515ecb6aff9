/** Delete Customer Data API and its status. */
import type { Clock } from '../../clock';
import { ApiError, type Handler } from '../../types';
import { find, idOf, isoText, lookAt, newJob, type Erasure, type KoreAiState } from './state';

interface EraseInput {
	userIds: string[];
	botIds?: string[];
	RemoveDataFromAllBots?: boolean;
}

/** Documented: no user of the account is erased. Status and words are inferred. */
function refuseAccountUsers(userIds: string[], { users }: KoreAiState): void {
	const ofAccount = users.flatMap(({ id, username }) => [id, username]);
	const refused = userIds.filter((id) => ofAccount.includes(id));
	if (refused.length > 0) {
		throw new ApiError(
			400,
			`User owns an account, belongs to one or is owner or co-developer of a bot: ${refused.join(', ')}`,
		);
	}
}

/** Handlers of the erasure and its status. */
export function erasureHandlers(state: KoreAiState, clock: Clock): Record<string, Handler> {
	return {
		'customerData.delete': ({ body }) => {
			const {
				userIds,
				botIds = [],
				RemoveDataFromAllBots: fromAllBots = false,
			} = body as EraseInput;
			// Inferred: without the flag there have to be bots.
			if (!fromAllBots && botIds.length === 0) {
				throw new ApiError(400, 'botIds is required unless RemoveDataFromAllBots is true');
			}
			if (!fromAllBots) for (const id of botIds) find(state.bots, id, 'Bot');
			refuseAccountUsers(userIds, state);
			state.sessions = state.sessions.filter(({ botId, user }) => {
				const isErased = [user.id, user.email, user.phone].some((id) => userIds.includes(id));
				return !isErased || (!fromAllBots && !botIds.includes(botId));
			});
			const job: Erasure = {
				...newJob(idOf('eud', String(state.erasures.length)), clock),
				userIds,
				fromAllBots,
				updatedAt: clock.now(),
			};
			state.erasures.push(job);
			return { requestId: job.id, status: 'in-progress' };
		},
		'customerData.getDeletionStatus': ({ params }) => {
			const job = find(state.erasures, params.requestId, 'Request');
			const isDone = lookAt(job, clock);
			if (!isDone) job.updatedAt = clock.now();
			// Inferred: users that are not done with are missing.
			const known = Math.min(job.reads, job.userIds.length) - 1;
			const done = isDone ? job.userIds : job.userIds.slice(0, known);
			return {
				_id: job.id,
				createdOn: isoText(job.startedAt),
				lastUpdatedOn: isoText(job.updatedAt),
				RemoveDataFromAllBots: job.fromAllBots,
				response: done.map((userId) => ({ userId, status: 'SUCCESS' })),
			};
		},
	};
}
