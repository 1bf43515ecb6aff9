import type { IDataObject } from 'n8n-workflow';
import type { DateTime } from 'luxon';

import { texts } from '../../shared/fields/commonFields';
import { idOf, ofEach, timeOf } from '../../shared/trigger/newRows';
import { botOf, needsApp } from '../api';
import { ofBot, shown, type KoreEvent } from './events';
import { hasSucceeded, isOver as importIsOver } from '../importBot';
import { identity, isOver, lastPublish, outcomeOf, simplifyJob, type Job } from '../publish';

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

const publishFinished: KoreEvent<Publishing> = {
	name: 'Publish Finished',
	value: 'publishFinished',
	description: 'A publish of the bot is over, successful or not',
	...ofBot,
	poll: async ({ api, fields, state, start, isTest }) => {
		needsApp(api, 'adminConsole');
		const { botId } = botOf({ api, fields });
		const job = await lastPublish(api, { botId });
		if (!job && isTest) {
			api.fail(
				'Kore.ai knows no publish of this bot',
				"Check 'Bot'. If it was never published, publish it once, and fetch again.",
			);
		}
		if (!job || !isOver(job)) return { items: [], state: state ?? {} };
		idOf(api, job, '_id');
		const over = identity(job);
		const isNew = state
			? state.over !== over
			: isSince(job.lastModifiedOn ?? job.requestedTime, start);
		const items = isNew ? [{ botId, ...job }] : [];
		return { items: shown(fields, items, simplifyPublish), state: { over } };
	},
};

/** The imports that were looked at, by ID. */
interface Imports {
	running: string[];
	over: string[];
}

const importFinished: KoreEvent<Imports> = {
	name: 'Import Finished',
	value: 'importFinished',
	description: 'An import is over, successful or not',
	fields: [
		{
			...texts(
				'Import IDs',
				'importIds',
				'Import ID',
				"The _id that 'Import' returned, for each import to wait for. Kore.ai has no list of imports.",
			),
			required: true,
			narrows: true,
		},
	],
	// Each import stands for itself, so one more or less changes nothing for the others.
	about: () => undefined,
	poll: async ({ api, fields, state, start }) => {
		needsApp(api, 'adminConsole');
		const { running = [], over = [] } = state ?? {};
		const importIds = [...new Set(fields.get<string[]>('importIds'))];
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
			if (row ? !importIsOver(row) : wasRunning) next.running.push(importId);
			if (row ? importIsOver(row) : over.includes(importId)) next.over.push(importId);
			// One that was over when it was first looked at is old.
			if (row && importIsOver(row) && (wasRunning || isSince(row.createdOn, start))) {
				items.push({ ...row, succeeded: hasSucceeded(row) });
			}
		}
		return { items, state: next };
	},
};

export const jobEvents: KoreEvent[] = [publishFinished, importFinished];
