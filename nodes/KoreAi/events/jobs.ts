import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { texts } from '../../shared/fields/commonFields';
import { idOf, ofEach, timeOf } from '../../shared/trigger/newRows';
import { eventsOf } from '../../shared/trigger/poll';
import type { Operations } from '../contract';
import { hasSucceeded, isDone as importIsDone } from '../importBot';
import { botOf } from '../locators';
import { identity, isDone, lastPublish, outcomeOf, simplifyJob, type Job } from '../publish';
import { ofBot } from './events';

const isSince = (time: unknown, start?: DateTime) =>
	start !== undefined && timeOf(time) >= start.toMillis();

interface Publishing {
	/** The last publish that was over. */
	over?: string;
}

/** A publish that is over, in ten fields. */
const simplifyPublish = ({ botId, ...job }: IDataObject): IDataObject => {
	const { succeeded, awaitingApproval } = outcomeOf(job as Job);
	return { botId, ...simplifyJob(job), succeeded, awaitingApproval };
};

const publishFinished = eventsOf<Operations, Publishing>()({
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
		if (!job || !isDone(job)) return { items: [], state: state ?? {} };
		idOf(api, job, '_id');
		const over = identity(job);
		const isNew = state
			? state.over !== over
			: isSince(job.lastModifiedOn ?? job.requestedTime, start);
		return { items: isNew ? [{ botId, ...job }] : [], state: { over } };
	},
});

/** The imports that were looked at, by ID. */
interface Imports {
	running: string[];
	over: string[];
}

const importFinished = eventsOf<Operations, Imports>()({
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
		const { running = [], over = [] } = state ?? {};
		const importIds = [...new Set(fields.get('importIds'))];
		const asked = importIds.filter((importId) => !over.includes(importId));
		const nameOf = (importId: string) => `Import ${importId}`;
		const read = await ofEach(asked, nameOf, async (importId) => {
			const row = await api.call('bot.getImportStatus', { path: { importId } });
			return [importId, row] as const;
		});
		const rows = new Map(read);
		const next: Imports = { running: [], over: [] };
		const items: IDataObject[] = [];
		for (const importId of importIds) {
			const row = rows.get(importId);
			const wasRunning = running.includes(importId);
			// What Kore.ai does not know at the moment stays what it was.
			if (row ? !importIsDone(row) : wasRunning) next.running.push(importId);
			if (row ? importIsDone(row) : over.includes(importId)) next.over.push(importId);
			// One that was over when it was first looked at is old.
			if (row && importIsDone(row) && (wasRunning || isSince(row.createdOn, start))) {
				items.push({ ...row, succeeded: hasSucceeded(row) });
			}
		}
		return { items, state: next };
	},
});

export const jobEvents = [publishFinished, importFinished];
