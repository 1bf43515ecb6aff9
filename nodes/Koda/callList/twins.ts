import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../shared/call/client';
import { lookAfter, type Twin } from '../../shared/call/twins';
import { withContext } from '../../shared/fields/nodeError';
import { textKey } from '../../shared/fields/sameText';
import { koda } from '../api';
import type { CallListInput, Operations } from '../contract';
import { callsOf, isOf, numberOf, twinOf } from './existing';

/** A call list as the list of them shows it. */
interface Row extends Twin {
	status: unknown;
}

/** A call list that was created. */
interface Created {
	/** Of this list. */
	api: Client<Operations>;
	botId: string;
	/** The campaign's name, without a number. */
	base: string;
	list: CallListInput;
	id: string;
	/** IDs of the bot's lists as they were before, and of those made since by this run. */
	known: ReadonlySet<string>;
	pageSize?: number;
}

/** What an output item says of a list that another process may have created at the same moment. */
export type TwinNote = { status: 'paused'; twin_of: string } | { twin_unknown: true };

/**
 * Looks whether another process created a list of the campaign with people of this one at the same moment, and pauses
 * the later of them. A look that fails leaves it unknown. Throws NodeApiError when the own one cannot be paused.
 */
export async function pauseTwin(created: Created): Promise<{ note?: TwinNote; isAlone: boolean }> {
	const { api, id, list } = created;
	const verdict = await lookAfter({
		own: id,
		look: lookFor(created),
		wait: async (seconds) => await api.wait(seconds),
		// Of lists with the same settings, one that is paused has another status; KODA's words for it were not found.
		isWithdrawn: (other, own) => other.status !== own.status,
	}).catch(({ message }: Error) => message);
	const why =
		typeof verdict === 'string' ? verdict : 'KODA does not show yet what this run has created';
	if (typeof verdict === 'string' || verdict.kind === 'unseen') {
		api.hint(
			`Whether another n8n created the call list '${list.name}' at the same moment is unknown: ${why}. Look for another one of this name, and pause it.`,
		);
		return { note: { twin_unknown: true }, isAlone: true };
	}
	if (verdict.kind === 'alone') return { isAlone: true };
	if (verdict.kind === 'first') {
		await pauseOthers(created, verdict.others, verdict.left);
		return { isAlone: false };
	}
	const { first } = verdict;
	await pause(created, id).catch((reason: Error) => {
		throw withContext(reason, {
			before: `Another n8n created a call list with the same people at the same moment (${first.id}), and this run's own (${id}) could not be paused: `,
			first: `Pause ${id} now, or people are called twice.`,
		});
	});
	api.hint(
		`Another n8n created '${list.name}' at the same moment (${first.id}), so this run paused its own (${id}). Do not resume it.`,
	);
	return { note: { status: 'paused', twin_of: first.id }, isAlone: false };
}

const pause = async ({ api, botId }: Created, listId: string) =>
	await api.for(`pause ${listId}`).call('callList.pause', { path: { botId, listId } });

/** Pauses what processes that have ended left behind, and says what became of the others. */
async function pauseOthers(created: Created, others: Row[], left: Row[]): Promise<void> {
	const { api, list } = created;
	for (const { id } of others) {
		const failed = left.some((one) => one.id === id)
			? await pause(created, id).then(
					() => undefined,
					({ message }: Error) => message,
				)
			: undefined;
		api.hint(
			failed === undefined
				? `Another n8n created '${list.name}' at the same moment (${id}); that one is paused. Do not resume it.`
				: `Another n8n created '${list.name}' at the same moment (${id}), and it could not be paused: ${failed}. Pause it, or people are called twice.`,
		);
	}
}

/** Reads this run's list and those of the campaign, made meanwhile, that have people of it. */
function lookFor({ api, botId, base, list, id: own, known, pageSize }: Created) {
	const people = new Set(list.calls.map(numberOf));
	const sharing = new Map<string, boolean>();
	const isSharing = async (listId: string) => {
		const details = await api.call('callList.get', { path: { botId, listId } });
		const calls = callsOf(api, details);
		if (calls.length === 0) throw new Error(`KODA shows no calls of ${listId}`);
		return calls.some((call) => people.has(numberOf(call)));
	};
	return async (): Promise<Row[]> => {
		const rows: IDataObject[] = [];
		for (const row of await newest(api, botId, { own, known, pageSize })) {
			const { id, name } = row;
			const listId = String(id);
			const isCandidate = isOf(textKey(base), textKey(String(name))) && !known.has(listId);
			if (listId !== own && !isCandidate) continue;
			if (listId !== own && !sharing.has(listId)) sharing.set(listId, await isSharing(listId));
			if (sharing.get(listId) ?? true) rows.push(row);
		}
		return rows.map((row) => ({ ...twinOf(row), status: row.status }));
	};
}

/** The bot's newest lists, at least back to one that was there before; all of them where that is not on one page. */
async function newest(
	api: Client<Operations>,
	botId: string,
	{
		own,
		known,
		pageSize = koda.paging.size,
	}: Pick<Created, 'known' | 'pageSize'> & { own: string },
): Promise<IDataObject[]> {
	// KODA's default order, asked for all the same.
	const input = { path: { botId }, query: { sort_by: 'created_at', sort_order: 'DESC' } as const };
	const window = { key: ['id'], pageSize };
	const rows = await api.list('callList.getAll', input, { ...window, limit: pageSize });
	const ids = rows.map(({ id }) => String(id));
	const isEnough = ids.includes(own) && ids.some((id) => known.has(id));
	if (isEnough || rows.length < pageSize) return rows;
	return await api.list('callList.getAll', input, window);
}
