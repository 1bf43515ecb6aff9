import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../shared/call/client';
import { aText, listOf, thingOf, type StateForm } from '../../shared/trigger/form';
import { ofEach, timeOf } from '../../shared/trigger/newRows';

/** What was looked at, by ID. */
export interface Watched {
	running: string[];
	over: string[];
}

/** The form of a state that is what was looked at. */
export const WATCHED: StateForm<Watched> = {
	number: 1,
	fits: thingOf<Watched>({ running: listOf(aText), over: listOf(aText) }),
};

interface Watching {
	ids: string[];
	/** As messages call one: `Import bir-1`. */
	nameOf: (id: string) => string;
	read: (id: string) => Promise<IDataObject>;
	isDone: (row: IDataObject) => boolean;
	/** When it began, as the service has it. */
	begunAt: (row: IDataObject) => unknown;
}

/** Whether something is of the time that a trigger begins with. */
export const isSince = (time: unknown, start?: DateTime) =>
	start !== undefined && timeOf(time) >= start.toMillis();

/** Those of several things, which Kore.ai has no list of, that are over since the last look; each is told once. */
export async function overIn<Operations>(
	api: Client<Operations>,
	{ ids, nameOf, read, isDone, begunAt }: Watching,
	{ running, over }: Watched = { running: [], over: [] },
	start?: DateTime,
): Promise<{ rows: IDataObject[]; state: Watched }> {
	const all = [...new Set(ids)];
	const asked = all.filter((id) => !over.includes(id));
	const { given } = await ofEach(api, asked, nameOf, async (id) => [id, await read(id)] as const);
	const known = new Map(given);
	const state: Watched = { running: [], over: [] };
	const rows: IDataObject[] = [];
	for (const id of all) {
		const row = known.get(id);
		const wasRunning = running.includes(id);
		// What Kore.ai does not know at the moment stays what it was.
		if (row ? !isDone(row) : wasRunning) state.running.push(id);
		if (row ? isDone(row) : over.includes(id)) state.over.push(id);
		// One that was over when it was first looked at is old.
		if (row && isDone(row) && (wasRunning || isSince(begunAt(row), start))) rows.push(row);
	}
	return { rows, state };
}
