/** Queues of Quality AI, and the control of recordings of running calls. */
import type { Clock } from '../../clock';
import type { Handler } from '../../types';
import type { QualityJob, QualityQueue } from './centerState';
import { find, idOf, isoText, lookAt, newJob, type KoreAiState } from './state';

interface Rejected {
	customQueueId: string;
	code: string;
	message: string;
}

/** Handlers of queues of Quality AI. */
export function centerQualityHandlers(
	{ center }: KoreAiState,
	clock: Clock,
): Record<string, Handler> {
	const known = (botId: string, id: string) =>
		center.qualityQueues.find((one) => one.botId === botId && one.customQueueId === id);
	const begin = (
		botId: string,
		[type, action]: [type: string, action: string],
		given: QualityQueue | Rejected,
	) => {
		const id = idOf('qjb', String(center.qualityJobs.length));
		const isRejected = 'code' in given;
		if (!isRejected) {
			center.qualityJobs.push({ ...newJob(id, clock), botId, type, action, queue: given });
		}
		return {
			jobId: id,
			status: 'queued',
			...{ type, action, mode: 'append', total: 1 },
			accepted: isRejected ? 0 : 1,
			rejected: isRejected ? 1 : 0,
			statusUrl: `/api/v1/public/${botId}/qm/queues/jobs/${id}`,
			rejectedItems: isRejected
				? [
						{
							index: 0,
							customQueueId: given.customQueueId,
							error: { code: given.code, message: given.message },
						},
					]
				: [],
		};
	};
	/** Does what the job is for; a second time it changes nothing. */
	const finish = ({ botId, action, queue }: QualityJob) => {
		const own = known(botId, queue.customQueueId);
		if (own === undefined) center.qualityQueues.push(queue);
		else if (action === 'unassign') {
			own.emails = own.emails.filter((email) => !queue.emails.includes(email));
		} else own.emails = [...new Set([...own.emails, ...queue.emails])];
	};

	return {
		'qualityQueue.create': ({ params: { botId }, body }) => {
			const [queue] = (
				body as {
					queues: Array<{ customQueueId: string; queueName: string; agentEmails?: string[] }>;
				}
			).queues;
			const { customQueueId, queueName, agentEmails = [] } = queue;
			// Documented is that the ID is unique; code and words are a guess.
			const given = known(botId, customQueueId)
				? { customQueueId, code: 'DUPLICATE', message: `${customQueueId} already exists` }
				: { botId, customQueueId, name: queueName, emails: agentEmails };
			return begin(botId, ['CREATE_QUEUES', 'create'], given);
		},
		'qualityQueue.updateAgents': ({ params: { botId }, body }) => {
			const { action, mappings } = body as {
				action: string;
				mappings: Array<{ customQueueId: string; agentEmails: string[] }>;
			};
			const [{ customQueueId, agentEmails }] = mappings;
			const own = known(botId, customQueueId);
			const given = own
				? { ...own, emails: agentEmails }
				: { customQueueId, code: 'QUEUE_NOT_FOUND', message: `No queue ${customQueueId}` };
			return begin(botId, ['AGENT_MAPPING', action], given);
		},
		'qualityQueue.getJob': ({ params }) => {
			const jobs = center.qualityJobs.filter(({ botId }) => botId === params.botId);
			const job = find(jobs, params.jobId, 'Job');
			const isDone = lookAt(job, clock);
			if (isDone) finish(job);
			const { queue } = job;
			return {
				jobId: job.id,
				type: job.type,
				action: job.action,
				mode: 'append',
				status: isDone ? 'completed' : 'in_progress',
				createdAt: isoText(job.startedAt),
				progress: { total: 1, done: isDone ? 1 : 0, failed: 0, pending: isDone ? 0 : 1 },
				results: isDone
					? [{ index: 0, queue: queue.name, customQueueId: queue.customQueueId, status: 'done' }]
					: [],
				errors: [],
			};
		},
		'recording.control': ({ params, query, body }) => {
			center.controls.push({ botId: params.botId, ...query, ...(body as object) });
			return { status: 'success' };
		},
	};
}
