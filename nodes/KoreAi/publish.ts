import type { IDataObject, NodeApiError } from 'n8n-workflow';

import { readBody } from '../shared/call/answers';
import type { Client } from '../shared/call/client';
import { keyOf } from '../shared/call/rowKey';
import { collection } from '../shared/fields/commonFields';
import type { FieldsOf } from '../shared/fields/fields';
import { objectsIn } from '../shared/fields/lists';
import { completion, waitForCompletion } from '../shared/node/completion';
import { input, koreAi, operation } from './api';
import type { Operations } from './contract';
import { bot, botToChange } from './locators';

interface Published extends IDataObject {
	resourceType?: string;
	name?: string;
	status?: string;
	result?: { name?: string; state?: string };
}

/** The running or last publish of a bot. */
export interface Job extends IDataObject {
	status?: string;
	percentageComplete?: number;
}

/** One published resource without its content, which for a dialog is the whole of it. */
const resource = ({ resourceType, name, status, ...published }: Published) => {
	const result = resultOf(published);
	return { resourceType, name: name ?? result?.name, status, state: result?.state };
};

/** Seen as an object only; a text of JSON is taken for one. */
const resultOf = ({ result }: Published) => readBody(result).value as Published['result'];

/** Kore.ai documents the value of success only: `successful` of a publish, `SUCCESS` of a part (docs/evidence/kore-ai.md §3.7). */
const SUCCEEDED = /^success/i;
const FAILED = /fail|error|reject|denied/i;

const failedAmong = (resources: Published[]) =>
	resources.filter(({ status }) => FAILED.test(status ?? '')).map(resource);

const awaitsApproval = (resources: Published[]) =>
	resources.some((one) => [resultOf(one)?.state].flat().includes('awaitingApproval'));

/** How far a publish is, without the content of what it publishes. */
export const simplifyJob = ({ statusSummary, ...job }: IDataObject): IDataObject => {
	const resources = objectsIn<Published>(statusSummary);
	return {
		jobId: job._id,
		status: job.status,
		percentageComplete: job.percentageComplete,
		requestedTime: job.requestedTime,
		lastModifiedOn: job.lastModifiedOn,
		resources: resources.length,
		failed: failedAmong(resources),
	};
};

/** What was published, without its content, and how far it is when that was waited for. */
const simplifyPublish = ({ resources, job }: IDataObject): IDataObject => {
	const published = objectsIn<Published>(resources);
	return {
		resources: published.map(resource),
		failed: failedAmong(published),
		awaitingApproval: awaitsApproval(published),
		...(job ? { job: simplifyJob(job as IDataObject) } : {}),
	};
};

type Path = Operations['bot.publish']['path'];

/** What tells one publish of a bot from the one before. */
export const identity = (job: IDataObject) => keyOf(job, ['_id', 'requestedTime']);

/** The running or last publish of a bot; undefined when it was never published. */
export async function lastPublish(api: Client<Operations>, path: Path): Promise<Job | undefined> {
	const last = await api
		.answer('bot.getPublishStatus', { path })
		.catch((reason: unknown): unknown => {
			// What Kore.ai answers then is not published; these say that there is nothing.
			const { httpCode } = reason as NodeApiError;
			if (httpCode === '400' || httpCode === '404') return undefined;
			throw reason;
		});
	return objectsIn<Job>(last && koreAi.unwrap(last as IDataObject))[0];
}

/** Whether a publish is over, for good or bad. */
export const isDone = ({ status = '', percentageComplete }: Job): boolean =>
	SUCCEEDED.test(status) || FAILED.test(status) || Number(percentageComplete) >= 100;

/** What became of a publish that is over: the parts that failed, and whether it succeeded or waits for an admin. */
export function outcomeOf(job: Job, resources: Published[] = []) {
	const parts = objectsIn<Published>(job.statusSummary);
	const failed = failedAmong([...resources, ...parts]);
	return {
		failed,
		succeeded: SUCCEEDED.test(job.status ?? '') && failed.length === 0,
		awaitingApproval: awaitsApproval(parts.length > 0 ? parts : resources),
	};
}

async function identityBefore(api: Client<Operations>, path: Path): Promise<string | undefined> {
	const job = await lastPublish(api, path);
	return job && identity(job);
}

interface Publishing {
	path: Path;
	/** The publish before ours. */
	before: string | undefined;
	resources: Published[];
}

/** The job of our publish once it is over. Throws when it failed, or when an admin has to approve it. */
async function published(
	api: Client<Operations>,
	fields: FieldsOf<typeof waitForCompletion>,
	{ path, before, resources }: Publishing,
): Promise<IDataObject> {
	const job: Job = await completion(api, fields, {
		begun: ['The publish has begun', "Look later with 'Get Publish Status'."],
		read: async (patient) => await patient.call('bot.getPublishStatus', { path }),
		isDone: (state: Job) => identity(state) !== before && isDone(state),
		late: (state: Job) => {
			if (awaitsApproval(resources)) return 'No admin has approved the publish';
			if (identity(state) === before) return 'Kore.ai still shows the publish before this one';
			const { status = 'no status', percentageComplete: percent = 0 } = state;
			return `The publish is not done (${status}, ${percent} %)`;
		},
	});
	const { failed, succeeded, awaitingApproval } = outcomeOf(job, resources);
	if (!succeeded) {
		const names = [...new Set(failed.map(({ name, resourceType }) => name ?? resourceType))];
		api.fail(
			`Kore.ai could not publish the bot: ${job.status ?? 'it gave no status'}${names.length > 0 ? ` (${names.join(', ')})` : ''}`,
			"Correct what is named, and publish again. 'Get Publish Status' tells more.",
		);
	}
	if (awaitingApproval) {
		api.fail(
			'The publish waits for approval',
			'An admin has to approve it in Kore.ai before people talk with this version.',
		);
	}
	return job;
}

export const publish = operation('bot.publish', {
	name: 'Publish',
	action: 'Publish bot',
	description: 'Make the current version of a bot the one that people talk with',
	check: "To find out, run 'Get Publish Status' for the bot.",
	simplify: simplifyPublish,
	inTurn: (fields) => fields.get('bot'),
	fields: [
		botToChange,
		input('bot.publish', 'versionComment', {
			placeholder: 'e.g. New opening hours',
			description: undefined,
		}),
		...waitForCompletion,
		collection('Options', [
			input('bot.publish', 'initiateTraining', {
				description:
					'Whether to train the bot first. Without it, the bot may understand people worse.',
			}),
		]),
	],
	run: async ({ api, fields, inputOf }) => {
		const publishing = inputOf('bot.publish');
		const { path } = publishing;
		const wait = fields.get('wait');
		// The status is of the running or last publish, so ours has to differ from it.
		const before = wait
			? await api.once('publish before', async () => await identityBefore(api, path))
			: undefined;
		const resources = objectsIn<Published>(
			koreAi.unwrap((await api.answer('bot.publish', publishing)) as IDataObject),
		);
		if (!wait) return { resources };
		return { resources, job: await published(api, fields, { path, before, resources }) };
	},
});

export const getPublishStatus = operation('bot.getPublishStatus', {
	name: 'Get Publish Status',
	action: 'Get publish status of bot',
	description: 'Retrieve how far the running or last publish of a bot is',
	simplify: simplifyJob,
	fields: [bot],
});
