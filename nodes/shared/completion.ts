import type { IDataObject } from 'n8n-workflow';

import type { Client } from './client';
import type { Field, Fields } from './fields';

/** Wait for Completion, for operations that start something which takes a while. */
export const waitForCompletion: Field[] = [
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
		typeOptions: { minValue: 1 },
		default: 10,
		displayOptions: { show: { wait: [true] } },
		description: 'How long to wait before asking again whether it is done',
	},
	{
		displayName: 'Wait at Most (Seconds)',
		name: 'waitLimit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 300,
		displayOptions: { show: { wait: [true] } },
		description: 'How long to wait in all. After that the item fails, while the service goes on.',
	},
];

/** What is waited for. */
interface Waiting {
	/** Reads how far it is. */
	read: () => Promise<IDataObject>;
	/** Whether it is over, for good or bad. */
	isOver: (state: IDataObject) => boolean;
	/** What is not over yet, and how the user looks after it later. */
	late: (state: IDataObject) => [what: string, wayOut: string];
}

/**
 * The state of something that was started once it is over. Checks at the user's interval and gives up at the user's limit.
 * Throws NodeOperationError when it takes longer, or when the run is stopped meanwhile.
 */
export async function completion<Operations>(
	api: Client<Operations>,
	fields: Fields,
	{ read, isOver, late }: Waiting,
): Promise<IDataObject> {
	const interval = fields.get<number | undefined>('waitInterval') ?? 10;
	const limit = fields.get<number | undefined>('waitLimit') ?? 300;
	const end = Date.now() + limit * 1000;
	for (;;) {
		const state = await read();
		if (isOver(state)) return state;
		const left = (end - Date.now()) / 1000;
		if (left <= 0) {
			const [what, wayOut] = late(state);
			api.fail(`${what} after ${limit} seconds`, wayOut);
		}
		await api.wait(Math.min(interval, left));
	}
}
