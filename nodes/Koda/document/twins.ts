import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../shared/call/client';
import { lookAfter, type Twin } from '../../shared/call/twins';
import { toDateTime } from '../../shared/fields/dates';
import { withContext } from '../../shared/fields/nodeError';
import type { Operations } from '../contract';
import { findSame } from './find';
import { namesOf } from './match';
import type { Wanted } from './notes';

/** Documents have ISO 8601 with `Z` (docs/evidence/koda.md §2). */
const timeOf = ({ created_at: text }: IDataObject) => toDateTime(text, 'utc')?.toMillis();

interface Row extends Twin {
	row: IDataObject;
}

/** A document that was created, and the clients of `Place` in upsert.ts. */
interface Created {
	api: Client<Operations>;
	document: Client<Operations>;
	botId: string;
	wanted: Wanted;
	id: string;
}

/** What the look after creating found. */
export interface Aftermath {
	/** The document of another process that stays, after this run's own was deleted. */
	first?: IDataObject;
	/** Set where it could not be told whether another one is there. */
	isUnknown?: true;
}

/**
 * Looks whether another process created the document at the same moment, and deletes this run's own if that was the
 * later one. A look that fails leaves it unknown. Throws NodeApiError when the own one cannot be deleted.
 */
export async function takeBackTwin(created: Created): Promise<Aftermath> {
	const { api, botId, wanted, id } = created;
	const { key, value } = wanted;
	const look = async (): Promise<Row[]> => {
		const { rows, more } = await findSame({ api, botId, concurrency: 1 }, key, value);
		if (more) throw new Error('KODA has more documents than it gives at once');
		return rows.map((row) => ({ id: String(row.doc_id), at: timeOf(row), row }));
	};
	const wait = async (seconds: number) => await api.wait(seconds);
	const verdict = await lookAfter({ own: id, look, wait }).catch(({ message }: Error) => {
		api.hint(
			`Whether another n8n created a document twice at the same moment is unknown, since it could not be looked up: ${message}`,
		);
	});
	if (verdict?.kind === 'unseen') {
		api.hint(
			'Whether another n8n created a document twice at the same moment is unknown, since KODA does not show yet what this run has created.',
		);
	}
	if (!verdict || verdict.kind === 'unseen') return { isUnknown: true };
	if (verdict.kind === 'first' && verdict.left.length > 0) {
		const others = namesOf(verdict.left.map(({ row }) => row));
		api.hint(
			`Another n8n created the document with ${key} '${value}' at the same moment, and has not taken it back: ${others}. Delete it, or every further run about it fails.`,
		);
	}
	if (verdict.kind !== 'later') return {};
	return { first: await takeBack(created, verdict.first, look) };
}

/** Deletes what this run created; answers the other document. Throws when that is gone, too. */
async function takeBack(
	{ api, document, botId, wanted: { key, value }, id }: Created,
	{ id: firstId, row }: Row,
	look: () => Promise<Row[]>,
): Promise<IDataObject> {
	await document.call('document.delete', { path: { botId, doc_id: id } }).catch((reason: Error) => {
		throw withContext(reason, {
			before: `Another n8n created the document with ${key} '${value}' at the same moment (${namesOf([row])}), and this run's own (${id}) could not be taken back: `,
			first: `Delete ${id}, or every further run about it fails.`,
		});
	});
	const first = (await look()).find((other) => other.id === firstId);
	if (first) return first.row;
	return api.fail(
		`This run and another n8n created the document with ${key} '${value}' at the same moment, and both took it back`,
		'Run it again.',
	);
}
