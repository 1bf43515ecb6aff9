import { once } from 'lodash';

import type { Client } from '../../shared/call/client';
import { lookAfter } from '../../shared/call/twins';
import { withContext } from '../../shared/fields/nodeError';
import { textKey } from '../../shared/fields/sameText';
import type { CampaignAdapter, ListRow, PlannedList } from './adapter';
import { isOf, numbersOf } from './existing';

/** A list that was created. */
interface Created<Operations> {
	/** Of this list. */
	api: Client<Operations>;
	adapter: CampaignAdapter<Operations>;
	/** The campaign's name, without a number. */
	base: string;
	list: PlannedList;
	id: string;
	/** IDs of the lists as they were before, and of those made since by this run. */
	known: ReadonlySet<string>;
}

/** What an output item says of a list that another process may have created at the same moment. */
export type TwinNote = { status: string; twin_of: string } | { twin_unknown: true };

/**
 * Looks whether another process created a list of the campaign with people of this one at the same moment, and withdraws
 * the later of them. A look that fails leaves it unknown. Throws NodeApiError when the own one cannot be withdrawn.
 */
export async function withdrawTwin<Operations>(
	created: Created<Operations>,
): Promise<{ note?: TwinNote; isAlone: boolean }> {
	const { api, adapter, id, list } = created;
	const { vendor, list: noun, withdraw: word } = adapter.words;
	const verdict = await lookAfter<ListRow>({
		own: id,
		look: lookFor(created),
		wait: async (seconds) => await api.wait(seconds),
		seemsWithdrawn: adapter.seemsWithdrawn,
	}).catch(({ message }: Error) => message);
	const why =
		typeof verdict === 'string' ? verdict : `${vendor} does not show yet what this run has created`;
	if (typeof verdict === 'string' || verdict.kind === 'unseen') {
		api.hint(
			`Whether another n8n created the ${noun} '${list.name}' at the same moment is unknown: ${why}. Look for another one of this name, and ${word.verb} it.`,
		);
		return { note: { twin_unknown: true }, isAlone: true };
	}
	if (verdict.kind === 'alone') return { isAlone: true };
	if (verdict.kind === 'first') {
		await withdrawOthers(created, verdict.others, verdict.left);
		return { isAlone: false };
	}
	const { first } = verdict;
	await withdraw(created, { id, name: list.name }).catch((reason: Error) => {
		throw withContext(reason, {
			before: `Another n8n created a ${noun} with the same people at the same moment (${first.id}), and this run's own (${id}) could not be ${word.done}: `,
			first: `${word.verb[0].toUpperCase()}${word.verb.slice(1)} ${id} now, or people are called twice.`,
		});
	});
	api.hint(
		`Another n8n created '${list.name}' at the same moment (${first.id}), so this run ${word.done} its own (${id}).${word.after}`,
	);
	return { note: { status: word.done, twin_of: first.id }, isAlone: false };
}

const withdraw = async <Operations>({ api, adapter }: Created<Operations>, row: ListRow) =>
	await adapter.withdraw(api.for(`${adapter.words.withdraw.verb} ${row.id}`), row);

/** Withdraws the others, which processes that have ended may have left behind, and says what became of them. */
async function withdrawOthers<Operations>(
	created: Created<Operations>,
	others: ListRow[],
	left: ListRow[],
): Promise<void> {
	const { api, adapter, list } = created;
	const { verb, done, after } = adapter.words.withdraw;
	const sentence = `${verb[0].toUpperCase()}${verb.slice(1)}`;
	for (const { id } of others) {
		const stayed = left.find((one) => one.id === id);
		const failed = stayed
			? await withdraw(created, stayed).then(
					() => undefined,
					({ message }: Error) => message,
				)
			: undefined;
		api.hint(
			failed === undefined
				? `Another n8n created '${list.name}' at the same moment (${id}); that one is ${done}.${after}`
				: `Another n8n created '${list.name}' at the same moment (${id}), and it could not be ${done}: ${failed}. ${sentence} it, or people are called twice.`,
		);
	}
}

/** Reads this run's list and those of the campaign, made meanwhile, that have people of it. */
function lookFor<Operations>({ api, adapter, base, list, id: own, known }: Created<Operations>) {
	// Hardly ever is there another one.
	const people = once(() => new Set(numbersOf(list.contacts)));
	const sharing = new Map<string, boolean>();
	const isSharing = async (row: ListRow) => {
		const contacts = await (await adapter.read(api, row)).contacts();
		if (contacts.length === 0) {
			throw new Error(`${adapter.words.vendor} shows no calls of ${row.id}`);
		}
		return contacts.some(({ number }) => people().has(number));
	};
	return async (): Promise<ListRow[]> => {
		const rows: ListRow[] = [];
		for (const row of await adapter.newest(api, own, known)) {
			const { id, name, isBegun } = row;
			const isCandidate = !isBegun && isOf(textKey(base), textKey(name)) && !known.has(id);
			if (id !== own && !isCandidate) continue;
			if (id !== own && !sharing.has(id)) sharing.set(id, await isSharing(row));
			if (sharing.get(id) ?? true) rows.push(row);
		}
		return rows;
	};
}
