import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../call/client';
import { fieldList } from '../fields/field';
import type { Fields } from '../fields/fields';
import { withContext } from '../fields/nodeError';

/** Seconds of a day: what a timer cannot count would be no wait at all. */
const LONGEST = 86_400;

/** Wait for Completion, for operations that start something which takes a while. */
export const waitForCompletion = fieldList([
	{
		displayName: 'Wait for Completion',
		name: 'wait',
		type: 'boolean',
		default: false,
		description: 'Whether to wait until it is done instead of returning at once',
	},
	{
		displayName: 'Check Every (Seconds)',
		name: 'waitInterval',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: LONGEST },
		default: 10,
		displayOptions: { show: { wait: [true] } },
		description: 'How long to wait before asking again whether it is done',
	},
	{
		displayName: 'Wait at Most (Seconds)',
		name: 'waitLimit',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: LONGEST },
		default: 300,
		displayOptions: { show: { wait: [true] } },
		description: 'How long to wait in all. After that the item fails, while the service goes on.',
	},
]);

/** How often to look, and for how long. */
export type Waiting = Fields<{ waitInterval: number; waitLimit: number }>;

/** What is waited for. */
interface Started<Operations> {
	/** What has begun, as a sentence without its full stop, and how the user looks after it later. */
	begun: [what: string, lookLater: string];
	/** Reads how far it is. */
	read: (api: Client<Operations>) => Promise<IDataObject>;
	/** Whether it is over, for good or bad. */
	isDone: (state: IDataObject) => boolean;
	/** What is not over yet. */
	late: (state: IDataObject) => string;
}

/**
 * The state of something that was started once it is over. Checks at the user's interval and gives up at the user's limit.
 * Throws an error that says what has begun when it takes longer, cannot be read, or the run is stopped meanwhile.
 */
export async function completion<Operations>(
	api: Client<Operations>,
	fields: Waiting,
	{ begun: [begun, lookLater], read, isDone, late }: Started<Operations>,
): Promise<IDataObject> {
	const interval = fields.get('waitInterval');
	const limit = fields.get('waitLimit');
	const end = Date.now() + limit * 1000;
	for (;;) {
		const maxRetryWait = Math.max(1, (end - Date.now()) / 1000);
		const state = await read(api.having({ maxRetryWait })).catch((reason: Error) => {
			const before = `${begun}, but how far it is could not be read: `;
			const first = `Do not start it again before you know. ${lookLater}`;
			throw withContext(reason, { before, first });
		});
		if (isDone(state)) return state;
		const left = (end - Date.now()) / 1000;
		if (left <= 0) {
			const seconds = `${limit} second${limit === 1 ? '' : 's'}`;
			api.fail(`${late(state)} after ${seconds}`, `It goes on. ${lookLater}`);
		}
		await api.wait(Math.min(interval, left));
	}
}
