import type { INodeParameters } from 'n8n-workflow';

import { accounts } from '../../../engine/credentials';
import { runNode } from '../../../engine/runNode';
import { BOT, byId, itemsOf } from '../../../engine/jobs';
import { killAtEveryCall, type Moment } from '../../support/killing';
import { useKoda } from '../../support/koda';
import { articles, keyed, mirror, own, stored, upsert, writes } from '../../support/kodaDocuments';

/** The operations that find documents by metadata, killed at every call in turn and run again. */
const bench = useKoda();

const [one, two, three, four, five, six] = articles(6);

const runAt = async (url: string, parameters: INodeParameters, items: object[]) =>
	await runNode({
		node: 'koda',
		credentials: accounts(url),
		parameters: { bot: byId(BOT), ...parameters, requestOptions: { maxRetryWait: 0 } },
		items: itemsOf(items),
	});

const moments: Array<[Moment]> = [['before the call'], ['before the answer']];

test.each(moments)(
	'Sync killed %s: after the next run every document is there once, as wanted, and no other is touched',
	async (moment) => {
		const foreign = await stored(bench);
		const changed = { ...two, content: 'New text', tags: ['New'] };
		const wanted = [one, changed, five, six];
		const calls = await killAtEveryCall({
			moment,
			target: bench.sandbox().url,
			prepare: async () => {
				await bench.sandbox().control('reset');
				await bench.run(mirror, { items: itemsOf([one, two, three, four]) });
			},
			run: async (url) => await runAt(url, mirror, wanted),
			mayEndWell: true,
			check: async () => {
				expect((await stored(bench)).slice(0, foreign.length)).toEqual(foreign);
				const documents = await keyed(bench);
				expect(
					documents.map((document) => [document.title, document.content, own(document)]),
				).toEqual([
					['Article 1', 'Text of article 1', { external_id: 'a-1', category: 'faq' }],
					['Article 2', 'New text', { external_id: 'a-2', category: 'faq', new: 'yes' }],
					['Article 5', 'Text of article 5', { external_id: 'a-5', category: 'faq' }],
					['Article 6', 'Text of article 6', { external_id: 'a-6', category: 'faq' }],
				]);
				expect(documents).toHaveLength((await stored(bench)).length - foreign.length);
				const before = (await writes(bench)).length;
				const { json } = await bench.run(mirror, { items: itemsOf(wanted) });
				expect(json.map(({ status }) => status)).toEqual(wanted.map(() => 'unchanged'));
				expect(await writes(bench)).toHaveLength(before);
			},
		});
		// The token, the lookup, the list, two documents made and looked at, one updated, two looked at once more and deleted.
		expect(calls).toBe(11);
	},
);

const URL = 'https://example.com/help';
const fromUrl = { resource: 'document', operation: 'createFromUrl', url: URL, title: 'Help' };

test.each(
	moments.flatMap(
		([moment]): Array<[string, Moment, INodeParameters, string, number]> => [
			['Create or Update', moment, upsert, 'external_id', 5],
			['Create From URL', moment, fromUrl, 'source_url', 5],
		],
	),
)(
	'%s killed %s: after the next run the document is there once',
	async (_, moment, parameters, key, expected) => {
		const calls = await killAtEveryCall({
			moment,
			target: bench.sandbox().url,
			prepare: async () => await bench.sandbox().control('reset'),
			// Two versions of the same document one after another.
			run: async (url) =>
				await runAt(url, parameters, [
					{ ...one, content: 'First' },
					...(parameters === upsert ? [{ ...one, content: 'Second' }] : []),
				]),
			mayEndWell: true,
			check: async () => {
				const documents = await keyed(bench, key);
				expect(documents).toHaveLength(1);
				if (parameters === upsert) expect(documents[0].content).toBe('Second');
			},
		});
		expect(calls).toBe(expected);
	},
);
