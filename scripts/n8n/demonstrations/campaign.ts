import { setTimeout as sleep } from 'node:timers/promises';
import { itemsOf, triggerOf } from '../api';
import { assertSuccess, row, type Demonstration } from '../demonstration';

/** Seconds the sandbox's clock moves on each second, so that a minute of calling is soon over. */
const HASTE_SECONDS = 15;

interface CreateBody {
	name: string;
	calls: Array<Record<string, string>>;
}

interface Progress {
	response: { calls: Array<{ phone_number: string; finish_calling?: string }> };
}

/** A call list made of contacts, watched until everybody was called. */
export const campaign: Demonstration = {
	workflow: 'campaign-from-a-contact-list',
	title: 'Running "Campaign from a contact list" in n8n: contacts become one call list in KODA …',
	async run({ n8n, sandbox }, workflow) {
		const id = await n8n.api.run(workflow.id, triggerOf(workflow));
		const finished = n8n.api.finished(id);
		let over = false;
		const watch = finished.finally(() => (over = true)).catch(() => undefined);
		while (!over) {
			await Promise.race([watch, sleep(1000)]);
			if (!over) await sandbox.control('clock', { advanceSeconds: HASTE_SECONDS });
		}
		const execution = await finished;
		assertSuccess(workflow, execution);

		const contacts = itemsOf(execution, 'Contacts');
		const [created] = itemsOf(execution, 'Create Call List');
		const [summary] = itemsOf(execution, 'Summary');
		const creations = await sandbox.requests('koda', 'callList.create');
		const body = creations.at(-1)?.body as CreateBody;
		const progress = await sandbox.requests('koda', 'callList.get');
		const { calls } = (progress.at(-1)?.responseBody as Progress).response;
		const done = calls.filter(({ finish_calling: at }) => at !== undefined).length;
		const people = (rows: Array<Record<string, unknown>>) => `${rows.length} people`;
		return [
			row('contacts and their variables', contacts, body.calls, people),
			row('requests to create a call list', 1, creations.length),
			row('calls accepted', contacts.length, created.count as number),
			row('people called at the end', done, summary.finished as number),
			row('campaign complete', done === contacts.length, summary.complete as boolean),
		];
	},
};
