import type { INodeParameters } from 'n8n-workflow';

import { itemsOf } from '../../engine/jobs';
import type { Content } from '../../sandbox/vendors/koreAi/knowledgeState';
import type { Job, Result } from '../../engine/runNode';
import type { KoreBench } from './koreAi';

/** What the items below have. */
export interface Page {
	title: string;
	text: string;
	url?: string;
	topic?: string;
}

const SOURCE = 'Manual';

/** The fields of a content, read from a page. */
const page: INodeParameters = {
	sourceName: SOURCE,
	title: '={{ $json.title }}',
	content: '={{ $json.text }}',
	recordUrl: '={{ $json.url ?? "https://example.com/manual" }}',
	additionalFields: { metadata: { row: [{ name: 'topic', value: '={{ $json.topic ?? "" }}' }] } },
};

/** The operations, by ID, with what they read from a page. */
export const upsert: [string, INodeParameters] = ['content.upsert', page];
export const sync: [string, INodeParameters] = ['content.sync', { ...page, syncName: 'manual' }];

/** The same, with what is gone deleted. */
export const mirror: [string, INodeParameters] = [
	'content.sync',
	{ ...sync[1], deleteMissing: true },
];

/** `count` pages, numbered from `from` on. */
export const pages = (count: number, from = 1): Page[] =>
	Array.from({ length: count }, (_, index) => ({
		title: `Page ${from + index}`,
		text: `Text of page ${from + index}`,
	}));

export type Stored = Content & { sourceName: string };

/** All contents of the sandbox with the names of their sources, in the order they came. */
export async function stored({ state }: KoreBench): Promise<Stored[]> {
	const { contents, sources } = (await state()).knowledge;
	const nameOf = (id: string) => sources.find((source) => source.id === id)!.name;
	return contents.map((content) => ({ ...content, sourceName: nameOf(content.sourceId) }));
}

/** Those of the source of the pages: title and text, sorted. */
export const texts = async (kore: KoreBench): Promise<string[][]> =>
	(await stored(kore))
		.filter(({ sourceName }) => sourceName === SOURCE)
		.map(({ title, chunks }) => [title, ...chunks.map(({ text }) => text)])
		.sort();

/** The pages as `texts` has them. */
export const expected = (all: Page[]): string[][] =>
	all.map(({ title, text }) => [title, text]).sort();

/** What was sent that changes something, oldest first: the last part of the operation. */
export const writes = async (kore: KoreBench): Promise<string[]> =>
	(await kore.sent())
		.map(({ operationId }) => String(operationId))
		.filter((id) => ['content.ingest', 'content.delete', 'faq.create'].includes(id))
		.map((id) => id.split('.')[1]);

/** An operation with its parameters, items, changes of the parameters, and of the job. */
export type Asked = [
	operation: [id: string, parameters: INodeParameters],
	items: object[],
	changes?: INodeParameters,
	rest?: Partial<Job>,
];

/** Runs an operation on items. */
export const runOn = async (
	kore: KoreBench,
	...[[id, parameters], items, changes = {}, rest = {}]: Asked
): Promise<Result> =>
	await kore.run(id, { ...parameters, ...changes }, { ...rest, items: itemsOf(items) });

/** Runs an operation as something that goes well; answers the statuses. */
export async function statusesOf(kore: KoreBench, ...asked: Asked): Promise<unknown[]> {
	const { error, json } = await runOn(kore, ...asked);
	expect(error).toBeUndefined();
	return json.map(({ status }) => status);
}

/** Puts contents into the source of the pages by hand. */
export async function plant(kore: KoreBench, all: Page[]): Promise<void> {
	const { error } = await kore.run(
		'content.ingest',
		{
			...{ sourceName: SOURCE, sourceType: 'json', title: '={{ $json.title }}' },
			...{ specifyChunks: 'json', chunksJson: '={{ [{ chunkText: $json.text }] }}' },
		},
		{ items: itemsOf(all) },
	);
	expect(error).toBeUndefined();
}
