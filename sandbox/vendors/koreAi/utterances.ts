/** Machine learning utterances: import, export and training. */
import { fileAddress } from '../../files';
import type { Clock } from '../../clock';
import { ApiError, type ApiRequest, type Handler } from '../../types';
import type { KnowledgeJob } from './knowledgeState';
import { find, hexOf, idOf, isoText, lookAt, newJob, OWNER_ID, type KoreAiState } from './state';

const FLAGS = ['Sentences', 'Synonyms', 'Mlparams', 'Traits', 'SmallTalk', 'UBTraining'];

/** Handlers of utterances. */
export function utteranceHandlers(state: KoreAiState, clock: Clock): Record<string, Handler> {
	const { knowledge } = state;
	const begin = (kind: KnowledgeJob['kind'], prefix: string, botId: string, more: object = {}) => {
		const id = idOf(prefix, `knowledge ${knowledge.jobs.length}`);
		const job: KnowledgeJob = {
			...newJob(id, clock),
			kind,
			botId,
			fails: false,
			count: 0,
			...more,
		};
		knowledge.jobs.push(job);
		return job;
	};
	const jobsOf = (kind: KnowledgeJob['kind'], botId: string) =>
		knowledge.jobs.filter((job) => job.kind === kind && job.botId === botId);
	const lastOf = (kind: KnowledgeJob['kind'], botId: string) => {
		const job = jobsOf(kind, botId).at(-1);
		// Guess: what there is when nothing was ever begun.
		if (job === undefined) throw new ApiError(400, 'No request found');
		return job;
	};

	const importView = (job: KnowledgeJob, isDone: boolean) => ({
		_id: job.id,
		// Guess: the word for a failure.
		status: isDone ? (job.fails ? 'failed' : 'success') : 'pending',
		streamId: job.botId,
		createdBy: OWNER_ID,
		requestType: 'MLimport',
		statusLogs: [],
		createdOn: isoText(job.startedAt),
		__v: 0,
		...(isDone && !job.fails
			? { message: `File imported completed. ${job.count} utterances copied successfully` }
			: {}),
	});

	const exportView = (job: KnowledgeJob, isDone: boolean, headers: ApiRequest['headers']) => ({
		_id: job.id,
		status: isDone ? 'SUCCESS' : 'IN_PROGRESS',
		percentageComplete: isDone ? 100 : 0,
		streamId: job.botId,
		createdBy: OWNER_ID,
		jobType: 'ML_UTTERANCE',
		action: 'EXPORT',
		countOfDockStatuses: 1,
		fileType: 'CSV',
		statusLogs: [],
		lMod: isoText(job.startedAt),
		createdOn: isoText(job.startedAt),
		requestedTime: isoText(job.startedAt),
		__v: 0,
		...(isDone ? { downloadUrl: fileAddress({ headers }, `${job.id}.csv`) } : {}),
	});

	return {
		'utterance.import': ({ params, body }) => {
			const { fileId } = body as { fileId: string };
			const file = find(state.files, fileId, 'File');
			const lines = file.text.split(/\r?\n/).filter((line) => line.trim() !== '');
			const given = { fails: file.isBroken || lines.length === 0, count: lines.length };
			return importView(begin('utteranceImport', 'bir', params.botId, given), false);
		},
		'utterance.getImportStatus': ({ params }) => {
			const jobs = jobsOf('utteranceImport', params.botId);
			const job = find(jobs, params.importId, 'Import request');
			return importView(job, lookAt(job, clock));
		},
		'utterance.export': ({ headers, params }) =>
			exportView(begin('utteranceExport', 'ds', params.botId), false, headers),
		'utterance.getExportStatus': ({ headers, params }) => {
			const job = lastOf('utteranceExport', params.botId);
			return exportView(job, lookAt(job, clock), headers);
		},
		'utterance.train': ({ params }) => {
			// Utterances that could not be imported let the training fail.
			const fails = jobsOf('utteranceImport', params.botId).at(-1)?.fails ?? false;
			const { id } = begin('utteranceTraining', 'ds', params.botId, { fails });
			return [{ message: 'Training Queued.', Training_ID: hexOf(id) }];
		},
		'utterance.getTrainingStatus': ({ params }) => {
			const job = lastOf('utteranceTraining', params.botId);
			const isDone = lookAt(job, clock);
			const ended = job.fails ? 'Failed' : 'Finished';
			const isInSync = isDone && !job.fails;
			return {
				trainingStatus: isDone ? ended : 'Inprogress',
				...Object.fromEntries(FLAGS.map((name) => [`isMlInSyncWith${name}`, isInSync])),
				...(isInSync ? { trainDetails: { nlpVersion: 3, trainVersion: 3 } } : {}),
			};
		},
	};
}
