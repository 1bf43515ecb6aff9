import { get } from 'lodash';
import { createHash } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';

import { lastOne } from './job';
import type { Given, Heard } from './vendor';
import { KNOWLEDGE_MINIMAL } from '../koreAiMinimal';

const there = { sourceName: 'Default Directory', title: 'accounts.pdf', options: { waitLimit: 0 } };

/** What Sync notes of `there`, so that it is as wanted. */
const hash = createHash('sha256')
	.update(
		JSON.stringify([
			...[there.title, KNOWLEDGE_MINIMAL['content.upsert'].content, null],
			...[KNOWLEDGE_MINIMAL['content.upsert'].recordUrl, []],
		]),
	)
	.digest('hex');

const chunk = (name: string, recordTitle: string, noted: string) => ({
	...{ chunkId: `chk-${name}`, docId: `fc-${name}`, recordTitle, sourceName: there.sourceName },
	...{ chunkText: 'Text', chunkTitle: '', createdOn: '2024-11-19T13:45:45.914Z' },
	chunkMeta: { content_hash: noted, content_title: recordTitle, sync_group: 'help' },
});

/** A content that is as wanted, and one that is not among the items. */
const current = chunk('1', there.title, hash);
const missing = chunk('2', 'old.pdf', 'old');
/** Those that were made by hand fill the first page. */
const byHand = ['8', '9'].map((name) => ({ ...chunk(name, `${name}.pdf`, ''), chunkMeta: {} }));
const rows = { 'chunk.getAll': () => [...byHand, current, missing] };

/** A content as an earlier run made it, with another text. */
const outdated = {
	'chunk.getAll': () => [
		...byHand,
		{ ...current, chunkMeta: { ...current.chunkMeta, content_hash: 'old' } },
	],
};

interface Document {
	title: string;
	chunks: Array<{ chunkMeta: object }>;
}

/** What an ingest says of the only chunk that it brings. */
const ingested = ({ body }: Heard): object => {
	const { documents } = body as { documents: Document[] };
	const [{ title, chunks }] = documents;
	const [{ chunkMeta }] = chunks;
	return { ...chunk('3', title, ''), chunkMeta };
};

/** Shows what was ingested, and what another run ingested before it, but not what was deleted. */
const growing = (...before: object[]): Given['grown'] => ({
	'chunk.getAll': (rows, made) => {
		const call = made('content.ingest');
		const all = call ? [...rows, ...before, ingested(call)] : rows;
		const { docIds = [] } = (made('content.delete')?.body ?? {}) as { docIds?: unknown[] };
		return all.filter((row) => !docIds.includes(get(row, 'docId')));
	},
});

const oneDeleted = { 'content.delete': { deletedCount: 1 } };
const never = ['content.ingest'];

/** Looked for when their answers are lost: at once, or by Retry On Fail. */
const lookedUp = ['content.ingest', 'content.delete'];

/** Syncs of Kore.ai's contents and FAQs, as jobs.ts has them: ID, parameters beside the least, and the rest. */
export const SYNC_CASES: Array<[id: string, parameters: INodeParameters, rest: object]> = [
	// Not there yet.
	[
		'content.upsert',
		there,
		{
			derived: true,
			uses: ['chunk.getAll', 'content.ingest'],
			rows: { 'chunk.getAll': () => [] },
			grown: growing(),
			lookedUp,
			never: ['content.delete'],
		},
	],
	['content.upsert', there, { derived: true, uses: ['chunk.getAll'], rows, never }],
	// There with another text.
	[
		'content.upsert',
		there,
		{
			derived: true,
			uses: ['chunk.getAll', 'content.ingest', 'content.delete'],
			rows: outdated,
			grown: growing(),
			lookedUp,
			answers: oneDeleted,
		},
	],
	// Another n8n made the same before this one did.
	[
		'content.upsert',
		there,
		{
			derived: true,
			uses: ['content.delete'],
			rows: { 'chunk.getAll': () => [] },
			grown: growing({ ...current, createdOn: '2020-01-01T00:00:00.000Z' }),
			lookedUp,
			answers: oneDeleted,
		},
	],
	[
		'content.sync',
		there,
		{
			derived: true,
			uses: ['chunk.getAll', 'content.ingest'],
			rows: { 'chunk.getAll': () => [...byHand, missing] },
			grown: growing(),
			lookedUp,
			never: ['content.delete'],
		},
	],
	[
		'content.sync',
		{ ...there, deleteMissing: true },
		{
			derived: true,
			uses: ['chunk.getAll', 'content.delete'],
			rows,
			grown: growing(),
			lookedUp,
			answers: oneDeleted,
			never,
		},
	],
	[
		'faq.sync',
		{},
		{
			derived: true,
			uses: ['knowledgeTask.getAll', 'faq.getAllV2', 'faq.create'],
			rows: { 'faq.getAllV2': () => [] },
		},
	],
	// There already, on the second page.
	[
		'faq.sync',
		{ question: 'When do you open?', answer: 'Sample Ans' },
		{
			derived: true,
			uses: ['knowledgeTask.getAll', 'faq.getAllV2'],
			rows: { 'faq.getAllV2': lastOne({ questionPayload: { question: 'When do you open?' } }) },
			never: ['faq.create'],
		},
	],
];
