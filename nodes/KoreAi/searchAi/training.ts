import type { IDataObject } from 'n8n-workflow';

import { collection, texts } from '../../shared/fields/commonFields';
import { objectsIn, thingIn } from '../../shared/fields/lists';
import { waitForCompletion } from '../../shared/node/completion';
import { input, operation, resource } from '../api';
import { success } from '../job';
import { bot, botOf } from '../locators';

/** The steps of a training, in their order. */
const stepsOf = ({ executionLog }: IDataObject): IDataObject[] =>
	Object.entries(thingIn(executionLog)).flatMap(([step, log]) =>
		objectsIn(log).map(({ status, errMsg: message }) => ({ step, status, message })),
	);

/** The training in six fields. */
export const simplify = (row: IDataObject): IDataObject => ({
	trainingId: row._id,
	status: row.status,
	startedBy: row.opType,
	steps: stepsOf(row),
	createdOn: row.createdOn,
	modifiedOn: row.lMod,
});

const train = operation('searchTraining.train', {
	name: 'Train',
	action: 'Start search AI training',
	description: 'Make what was ingested usable for answers',
	check: 'To find out, look at the trainings of Search AI in Kore.ai.',
	simplify,
	inTurn: (fields) => fields.get('bot'),
	fields: [
		bot,
		...waitForCompletion,
		collection('Options', [
			{
				...texts(
					'Content IDs',
					'contentIds',
					'Content ID',
					'ids',
					'Train with these contents only',
				),
				narrows: true,
			},
		]),
	],
	run: async ({ api, fields, inputOf }) => {
		const path = botOf(fields);
		const begun = await api.call('searchTraining.train', inputOf('searchTraining.train'));
		if (!fields.get('wait')) return begun;
		const trainingId = String(begun._id);
		return await success(api, fields, {
			what: 'training',
			lookLater: `Look later with 'Get Status' and the training ID ${trainingId}.`,
			read: async (patient) =>
				await patient.call('searchTraining.getStatus', { path: { ...path, trainingId } }),
			reasonOf: (state) => stepsOf(state).map(({ message }) => message as string),
		});
	},
});

const getStatus = operation('searchTraining.getStatus', {
	name: 'Get Status',
	action: 'Get status of search AI training',
	description: 'Retrieve how far a training is, step by step',
	simplify,
	fields: [
		bot,
		input('searchTraining.getStatus', 'trainingId', {
			isId: true,
			placeholder: 'e.g. fjg-1a2b3c4d-…',
			description: "The trainingId that 'Train' returned",
		}),
	],
});

/** The job in ten fields. */
function simplifyJob(row: IDataObject): IDataObject {
	const { fileName, fileUrl } = thingIn(row.fileInfo);
	return {
		jobId: row._id,
		status: row.status,
		percentageDone: row.percentageDone,
		jobType: row.jobType,
		title: row.title,
		message: row.message,
		fileName,
		fileUrl,
		startedAt: row.startedAt,
		errors: row.error,
	};
}

const getJob = operation('searchJob.get', {
	name: 'Get',
	action: 'Get search AI job',
	description: 'Retrieve how far a job is, such as a crawl or an export, and the file it made',
	simplify: simplifyJob,
	files: ({ fileInfo }) => [{ url: thingIn(fileInfo).fileUrl }],
	fields: [
		bot,
		input('searchJob.get', 'jobId', {
			isId: true,
			placeholder: 'e.g. fj-1a2b3c4d-…',
			description: 'The jobId of a content, source or step of a training',
		}),
	],
});

export const searchTrainings = resource('Search AI Training', train, getStatus);

export const searchJobs = resource('Search AI Job', getJob);
