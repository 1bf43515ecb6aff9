import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../shared/call/client';
import { inUtc } from '../../shared/fields/dates';
import { field } from '../../shared/fields/field';
import { isThing } from '../../shared/fields/lists';
import { withContext } from '../../shared/fields/nodeError';
import { isSameText } from '../../shared/fields/sameText';
import type { Operations } from '../contract';

export const skipIfSentWithin = field({
	displayName: 'Skip If Sent Within (Minutes)',
	name: 'skipIfSentWithin',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 525_600 },
	default: 60,
	description:
		'Reads the messages of the chat first, and does not send a text that a moderator sent there within so many minutes. For runs that are repeated after a break.',
});

interface Message {
	path: { botId: string; platformUserId: string };
	text: string;
	/** The option's value; undefined when it is not added. */
	minutes: number | undefined;
}

/**
 * When a moderator last sent the text in the chat, in ISO 8601, if that was within the minutes; asked for once in a run.
 * Rejects when the chat cannot be read: nothing was sent then.
 */
export async function sentBefore(
	api: Client<Operations>,
	{ path, text, minutes }: Message,
): Promise<string | undefined> {
	if (minutes === undefined) return undefined;
	const look = async () => {
		const from = DateTime.now().toUnixInteger() - Math.ceil(minutes * 60);
		// A unit that is inferred (docs/evidence/koda.md §2), so the dates that come are looked at all the same.
		const rows = await api.list('chat.get', { path, query: { from } }, {});
		const dates = rows.filter((row) => isFrom(row, text)).map(({ date }) => Number(date));
		const last = Math.max(...dates.filter((date) => date >= from));
		return Number.isFinite(last) ? inUtc(DateTime.fromSeconds(last)) : undefined;
	};
	return await api.once('sent before', look).catch((reason: Error) => {
		throw withContext(reason, {
			before: 'Looking whether the message was sent already: ',
			after: 'The message was not sent.',
		});
	});
}

/** Whether a message is a moderator's, by the documented type, and has the text (docs/evidence/koda.md §5). */
const isFrom = ({ type, block }: IDataObject, text: string): boolean =>
	type === 'moderator' && isThing(block) && isSameText(String(block.text), text);
