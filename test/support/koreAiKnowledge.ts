import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { byId } from '../../engine/jobs';
import type { Content } from '../../sandbox/vendors/koreAi/knowledgeState';
import type { KoreBench } from './koreAi';

/** An item with a file of text. */
export const textFile = (content: string, fileName: string): INodeExecutionData => ({
	json: {},
	binary: {
		data: {
			data: Buffer.from(content).toString('base64'),
			fileName,
			mimeType: 'text/plain',
		},
	},
});

/** The contents of the sandbox, in the order they came. */
export const contentsOf = async ({ state }: KoreBench): Promise<Content[]> =>
	(await state()).knowledge.contents;

/** The output of an operation that has to go well. */
export async function done(
	{ run }: KoreBench,
	...asked: Parameters<KoreBench['run']>
): Promise<IDataObject[]> {
	const { json, error } = await run(...asked);
	expect(error).toBeUndefined();
	return json;
}

/** The contents of the sandbox with their IDs and chunks. */
export async function knownContents(kore: KoreBench) {
	const contents = await contentsOf(kore);
	return {
		contents,
		ids: contents.map(({ id }) => id),
		chunks: contents.flatMap(({ chunks }) => chunks),
	};
}

/** Creates a web source named Website. */
export async function website(
	kore: KoreBench,
	url = 'https://example.com/',
	options: INodeParameters = {},
): Promise<IDataObject> {
	const [source] = await done(kore, 'source.create', { name: 'Website', url, options });
	return source;
}

/** The same, crawled: its pages are there. */
export async function crawledWebsite(
	kore: KoreBench,
	url?: string,
	options?: INodeParameters,
): Promise<IDataObject> {
	const source = await website(kore, url, options);
	await done(kore, 'source.crawl', { webSource: byId(String(source.sourceId)) });
	await kore.sandbox().control('clock', { advanceSeconds: 10 });
	// Whoever looks next finds that it is over.
	await done(kore, 'content.getAll', { limit: 1 });
	return source;
}
