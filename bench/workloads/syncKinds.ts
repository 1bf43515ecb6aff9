import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { BOT, byId } from '../../engine/jobs';
import { nextMetadata } from '../../nodes/Koda/document/notes';
import { contentBase, type Source } from '../../nodes/KoreAi/searchAi/contentBase';
import type { BareClient } from '../bare';
import type { Shelves } from '../knowledge';
import { KORE_AI_BOT } from './campaign';

/** What the items are made of. */
export interface Article {
	id: string;
	text: string;
}

/** A kind of things that Sync makes equal to the items, and how it is done without. */
export interface Kind {
	node: string;
	credential: string;
	/** Of the node; Delete Missing is added. */
	parameters: INodeParameters;
	/** What the service has when the articles are there, as this pack makes them. */
	shelves: (articles: Article[]) => Partial<Shelves>;
	/** Whether things can be deleted, and what becomes of a changed one. */
	deletes: boolean;
	changed: string;
	/** The call that finds one by an expression, as people wire it: method, address and body. */
	look: { method: 'GET' | 'POST'; url: string; body?: string };
	/** Reads what is there of the articles, and nothing else; answers how many. */
	readAll: (client: BareClient, articles: Article[]) => Promise<number>;
}

const SYNC = 'help';
const URL = 'https://example.com/help';
const SOURCE = 'Manual';
const DOCUMENTS = `/koda/v1/bots/${BOT}/knowledge-base/search`;
const CHUNKS = `/kore-ai/api/public/bot/${KORE_AI_BOT}/chunk/list`;
const FAQS = `/kore-ai/api/public/bot/${KORE_AI_BOT}/v2/faqs`;

const titleOf = ({ id }: Article) => `Title of ${id}`;

const filterOf = (values: string[]) => ({
	metadata_filter: {
		relation_type: 'AND',
		conditions: [{ meta_key: 'external_id', operator: 'in', values }],
	},
});

const PER_SEARCH = 20;

const documents: Kind = {
	node: 'koda',
	credential: 'kodaOAuth2Api',
	parameters: {
		resource: 'document',
		operation: 'sync',
		bot: byId(BOT),
		syncName: SYNC,
		metadataValue: '={{ $json.id }}',
		title: '=Title of {{ $json.id }}',
		content: '={{ $json.text }}',
		additionalFields: { autoPublish: true },
	},
	deletes: true,
	changed: 'updated',
	shelves: (articles) => ({
		documents: articles.map((article) => {
			const title = titleOf(article);
			const input = {
				...{ title, content: article.text, metadata: undefined, tags: undefined },
				auto_publish: true,
			};
			const wanted = { key: 'external_id', value: article.id, group: SYNC, input };
			return { title, meta: nextMetadata(wanted) as Record<string, string> };
		}),
	}),
	look: { method: 'POST', url: DOCUMENTS, body: JSON.stringify(filterOf(['{{ $json.id }}'])) },
	readAll: async (client, articles) => {
		const searches = Math.ceil(articles.length / PER_SEARCH);
		const answers = await client.each(searches, async (index) => {
			const asked = articles.slice(index * PER_SEARCH, (index + 1) * PER_SEARCH);
			return await client.post(DOCUMENTS, JSON.stringify(filterOf(asked.map(({ id }) => id))));
		});
		return answers.flatMap(({ response }) => response as IDataObject[]).length;
	},
};

const named = (title?: string) => ({
	enableFilters: true,
	filters: {
		operand: 'and',
		conditions: [
			{ operand: 'or', conditions: [{ key: 'sourceName', op: 'equals', value: SOURCE }] },
			...(title === undefined
				? []
				: [{ operand: 'or', conditions: [{ key: 'recordTitle', op: 'equals', value: title }] }]),
		],
	},
});

const contents: Kind = {
	node: 'koreAi',
	credential: 'koreAiApi',
	parameters: {
		resource: 'content',
		operation: 'sync',
		bot: byId(KORE_AI_BOT),
		syncName: SYNC,
		sourceName: SOURCE,
		title: '=Title of {{ $json.id }}',
		content: '={{ $json.text }}',
		recordUrl: URL,
	},
	deletes: true,
	changed: 'updated',
	shelves: (articles) => {
		const base = contentBase({ botId: KORE_AI_BOT, sourceName: SOURCE } as Source);
		return {
			contents: articles.map((article) => {
				const chunk = { chunkText: article.text, chunkTitle: undefined, recordUrl: URL };
				const { row } = base.next({ key: 'title', value: titleOf(article), group: SYNC, chunk });
				return {
					title: titleOf(article),
					sourceName: SOURCE,
					chunkMeta: row.chunkMeta as object,
				};
			}),
		};
	},
	look: {
		method: 'POST',
		url: CHUNKS,
		body: JSON.stringify(named('Title of {{ $json.id }}')),
	},
	readAll: async (client) => {
		let count = 0;
		for (let nextCursor: unknown, more: unknown = true; more; ) {
			const page = await client.post(CHUNKS, JSON.stringify({ ...named(), nextCursor }));
			count += (page.chunks as object[]).length;
			({ nextCursor, hasMore: more } = page);
		}
		return count;
	},
};

const faqs: Kind = {
	node: 'koreAi',
	credential: 'koreAiApi',
	parameters: {
		resource: 'faq',
		operation: 'sync',
		bot: byId(KORE_AI_BOT),
		question: '=Title of {{ $json.id }}',
		answer: '={{ $json.text }}',
	},
	deletes: false,
	changed: 'needs update',
	shelves: (articles) => ({
		faqs: articles.map((article) => ({ question: titleOf(article), answer: article.text })),
	}),
	look: { method: 'GET', url: `${FAQS}?search=Title of {{ $json.id }}` },
	readAll: async (client) => {
		let count = 0;
		for (let more: unknown = true; more; ) {
			const page = await client.get(`${FAQS}?limit=50&offset=${count}`);
			count += (page.faqs as object[]).length;
			more = page.moreAvailable;
		}
		return count;
	},
};

/** By what the tables call them. */
export const kinds: Record<string, Kind> = { documents, contents, FAQs: faqs };
