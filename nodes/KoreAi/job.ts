import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../shared/call/client';
import { completion, type Waiting } from '../shared/node/completion';
import type { Operations } from './contract';

/** pending, running, in progress (spelt in four ways) are documented; queued would mean the same (docs/evidence/kore-ai.md §2.5, §9.3.1). */
const UNDER_WAY = /pending|progress|queued|running/i;

/** success, SUCCESS, successful and Finished are documented. Of most jobs no word for a failure is, so all others are one. */
const SUCCEEDED = /^(?:success|finished|completed)/i;

export const isUnderWay = (status: unknown): boolean => UNDER_WAY.test(String(status));

export const hasSucceeded = (status: unknown): boolean => SUCCEEDED.test(String(status));

interface Begun {
	/** As in `The training has begun`. */
	what: string;
	/** How the user looks after it later. */
	lookLater: string;
	read: (api: Client<Operations>) => Promise<IDataObject>;
	statusOf?: (state: IDataObject) => unknown;
	/** Whether a state is of what was begun; of an earlier one it is waited on. */
	isOurs?: (state: IDataObject) => boolean;
	/** Which statuses of one that is over are good. */
	isGood?: (status: unknown) => boolean;
	/** What the service says of a failure, beside the status. */
	reasonOf?: (state: IDataObject) => unknown;
}

/** The state of a job of Kore.ai once it has succeeded. Throws when it failed, takes too long, or cannot be read. */
export async function success(
	api: Client<Operations>,
	fields: Waiting,
	{
		what,
		lookLater,
		read,
		statusOf = ({ status }) => status,
		isOurs = () => true,
		isGood = hasSucceeded,
		reasonOf = ({ message }) => message,
	}: Begun,
): Promise<IDataObject> {
	const over = await completion(api, fields, {
		begun: [`The ${what} has begun`, lookLater],
		read,
		isDone: (state) => isOurs(state) && !isUnderWay(statusOf(state)),
		late: (state) =>
			isOurs(state)
				? `The ${what} is still ${String(statusOf(state))}`
				: `Kore.ai still shows the ${what} before this one`,
	});
	const status = statusOf(over);
	if (isGood(status)) return over;
	const reason = [reasonOf(over)].flat().filter((one) => typeof one === 'string' && one !== '');
	const words = [String(status ?? 'it gave no status'), ...reason].join(', ');
	return api.fail(`Kore.ai could not finish the ${what}: ${words}`, `${lookLater} Then try again.`);
}
