import type { IDataObject } from 'n8n-workflow';

import { texts } from '../../shared/fields/commonFields';
import { aText, orNone, thingOf, type StateForm } from '../../shared/trigger/form';
import { idOf } from '../../shared/trigger/newRows';
import { eventsOf } from '../../shared/trigger/poll';
import { hasSucceeded, isDone as importIsDone } from '../botBuilding/importing';
import type { Operations } from '../contract';
import { botOf } from '../locators';
import { identity, isDone, lastPublish, outcomeOf, simplifyJob, type Job } from '../publish';
import { ofBot } from './events';
import { WATCHED, isSince, overIn, type Watched } from './watched';

interface Publishing {
	/** The last publish that was over. */
	over?: string;
}

const FORM: StateForm<Publishing> = {
	number: 1,
	fits: thingOf<Publishing>({ over: orNone(aText) }),
};

/** A publish that is over, in ten fields. */
const simplifyPublish = ({ botId, ...job }: IDataObject): IDataObject => {
	const { succeeded, awaitingApproval } = outcomeOf(job as Job);
	return { botId, ...simplifyJob(job), succeeded, awaitingApproval };
};

const publishFinished = eventsOf<Operations, Publishing>(FORM)({
	name: 'Publish Finished',
	value: 'publishFinished',
	description: 'A publish of the bot is over, successful or not',
	simplify: simplifyPublish,
	...ofBot,
	poll: async ({ api, fields, state, start, isTest }) => {
		api.checkCredential('bot.getPublishStatus');
		const { botId } = botOf(fields);
		const job = await lastPublish(api, { botId });
		if (!job && isTest) {
			api.fail(
				'Kore.ai knows no publish of this bot',
				"Check 'Bot'. If it was never published, publish it once, and fetch again.",
			);
		}
		// An error may stand in the place of a publish.
		if (job) idOf(api, job, '_id');
		if (!job || !isDone(job)) return { items: [], state: state ?? {} };
		const over = identity(job);
		const isNew = state
			? state.over !== over
			: isSince(job.lastModifiedOn ?? job.requestedTime, start);
		return { items: isNew ? [{ botId, ...job }] : [], state: { over } };
	},
});

const importFinished = eventsOf<Operations, Watched>(WATCHED)({
	name: 'Import Finished',
	value: 'importFinished',
	description: 'An import is over, successful or not',
	fields: [
		{
			...texts(
				'Import IDs',
				'importIds',
				'Import ID',
				'ids',
				"The _id that 'Import' returned, for each import to wait for. Kore.ai has no list of imports.",
			),
			required: true,
			narrows: true,
		},
	],
	// Each import stands for itself, so one more or less changes nothing for the others.
	scope: () => undefined,
	poll: async ({ api, fields, state, start }) => {
		api.checkCredential('bot.getImportStatus');
		const watching = {
			ids: fields.get('importIds'),
			nameOf: (importId: string) => `Import ${importId}`,
			read: async (importId: string) =>
				await api.call('bot.getImportStatus', { path: { importId } }),
			isDone: importIsDone,
			begunAt: ({ createdOn }: IDataObject) => createdOn,
		};
		const seen = await overIn(api, watching, state, start);
		const items = seen.rows.map((row) => ({ ...row, succeeded: hasSucceeded(row) }));
		return { items, state: seen.state };
	},
});

export const jobEvents = [publishFinished, importFinished];
