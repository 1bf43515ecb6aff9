import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../shared/call/client';
import type { FieldsOf } from '../../shared/fields/fields';
import { objectsIn } from '../../shared/fields/lists';
import { completion, type waitForCompletion } from '../../shared/node/completion';
import type { Operations } from '../contract';

interface TaskLog {
	taskType?: string;
	taskName?: string;
	status?: string;
}

const DONE = 'success';
/** `pending` is documented; the others would mean the same. */
const RUNNING = /pending|progress|queued|running/i;

/** Whether an import is over, for good or bad. */
export const isDone = ({ status }: IDataObject): boolean => !RUNNING.test(String(status));

/** Whether it succeeded. Kore.ai documents no value for a failure, so all but success is one. */
export const hasSucceeded = ({ status }: IDataObject): boolean => status === DONE;

/** An import that has begun, once it is over. Throws when it failed, and names what did. */
export async function imported(
	api: Client<Operations>,
	fields: FieldsOf<typeof waitForCompletion>,
	begun: IDataObject,
): Promise<IDataObject> {
	// An older sample shows the ID under another name (docs/evidence/kore-ai.md §3.8).
	const importId = String(begun._id ?? begun.bir);
	const over = await completion(api, fields, {
		begun: [
			'The import has begun',
			`Look later with 'Get Import Status' and the import ID ${importId}.`,
		],
		read: async (patient) => await patient.call('bot.getImportStatus', { path: { importId } }),
		isDone,
		late: ({ status }) => `The import is still ${String(status)}`,
	});
	if (!hasSucceeded(over)) {
		const logs = objectsIn<TaskLog>(over.statusLogs);
		const failed = logs.filter(({ status = '' }) => status !== DONE && !RUNNING.test(status));
		const names = failed.map(({ taskType, status }) => `${taskType} ${status}`).join(', ');
		api.fail(
			`Kore.ai could not import the bot: ${names || String(over.status ?? 'it gave no status')}`,
			`Check that the files are from an export of a bot. Import ID: ${importId}.`,
		);
	}
	return over;
}
