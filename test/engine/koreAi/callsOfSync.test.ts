import { countBy } from 'lodash';

import { hurry, useKore } from '../../support/koreAi';
import { pairs, sync as faqSync } from '../../support/koreAiFaqs';
import { mirror, pages, statusesOf, sync, type Asked } from '../../support/koreAiSync';

/** How many calls a Sync takes, by the number of its things. */
const kore = useKore();

beforeEach(hurry);

/** Rows of the sandbox's pages: of chunks, and of FAQs. */
const CHUNKS = 10;
const FAQS = 50;

/** The calls of a run that goes well, by operation. */
async function callsOf(...asked: Asked) {
	const before = (await kore.sent()).length;
	await statusesOf(kore, ...asked);
	return countBy((await kore.sent()).slice(before), 'operationId');
}

test.each([
	['without', sync],
	['with', mirror],
])(
	'contents that are as they are wanted take a call for each page, %s Delete Missing',
	async (_, operation) => {
		const all = pages(45);
		// Shown at once, looked at once more for a twin; the list is empty at first.
		expect(await callsOf(operation, all)).toEqual({
			'chunk.getAll': 1 + 2 * 45,
			'content.ingest': 45,
		});
		expect(await callsOf(operation, all)).toEqual({ 'chunk.getAll': Math.ceil(45 / CHUNKS) });
	},
);

test('a content that is changed or gone takes no more calls among many', async () => {
	const all = pages(45);
	await statusesOf(kore, mirror, all);
	const [first, ...others] = all.slice(0, -1);
	expect(await callsOf(mirror, [{ ...first, text: 'New' }, ...others])).toEqual({
		'chunk.getAll': Math.ceil(45 / CHUNKS) + 2,
		'content.ingest': 1,
		'content.delete': 2,
	});
});

test('FAQs take a call for each page, and one for each that is added', async () => {
	const first = await callsOf(faqSync, pairs(60));
	expect(first['faq.create']).toBe(60);
	const there = (await kore.state()).knowledge.faqs.length;
	expect(await callsOf(faqSync, pairs(60))).toEqual({
		'knowledgeTask.getAll': 1,
		'faq.getAllV2': Math.ceil(there / FAQS),
	});
});
