import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import type { CallInput } from '../../shared/call/client';
import type { Field, Fields } from '../../shared/fields/fields';
import { look, type Look, type Looking } from '../../shared/trigger/stableList';
import type { Poll, PollEvent } from '../../shared/trigger/poll';
import { botOf } from '../api';
import type { Operations } from '../contract';
import { checkLength, datesBetween } from '../history';
import { bot } from '../locators';
import { simplify } from '../../shared/fields/commonFields';

export type KoreEvent<State = unknown> = PollEvent<Operations, State>;
export type KorePoll<State> = Poll<Operations, State>;

/** What it takes to call Kore.ai for the fields of the node. */
export type Calling = Pick<KorePoll<unknown>, 'api' | 'fields'>;

/** The fields that the events of a bot have in common. */
export const botFields: Field[] = [bot, simplify];

/** What the events have that are about all of a bot. */
export const ofBot = {
	fields: botFields,
	about: (fields: Fields, api: Calling['api']) => botOf({ api, fields }),
};

/** The dates of the calls from a time up to now, the earliest first. Throws when 'Start From' is too long ago. */
export function datesSince({ fields }: Calling, since: DateTime) {
	const period = { from: since, to: DateTime.utc() };
	checkLength(fields.group('options'), 'startFrom', period);
	return datesBetween(period);
}

/** What several lists hold, each read until it holds still: one per week, or per channel. */
export async function lookAtEach<Id extends keyof Operations>(
	{ api }: Calling,
	id: Id,
	inputs: Array<CallInput<Operations[Id]>>,
	looking: Looking,
): Promise<Look> {
	const looks: Look[] = [];
	for (const input of inputs) looks.push(await look(api, id, [input], looking));
	return {
		rows: looks.flatMap(({ rows }) => rows),
		still: looks.every(({ still }) => still),
	};
}

/** The rows as 'Simplify' says. */
export const shown = (
	fields: Fields,
	rows: IDataObject[],
	simplified: (row: IDataObject) => IDataObject,
) => (fields.get<boolean | undefined>('simplify') === false ? rows : rows.map(simplified));
