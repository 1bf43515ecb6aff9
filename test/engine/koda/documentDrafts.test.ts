import { itemsOf } from '../../../engine/jobs';
import { hintsOf } from '../../support/hints';
import { useKoda } from '../../support/koda';
import { articles, keyed, sync, upsert } from '../../support/kodaDocuments';

/** What waits for approval is called a draft, and only that. */
const bench = useKoda();

const [first] = articles(1);

test.each([
	['Create or Update', upsert],
	['Sync', sync],
])('%s calls a draft what waits for approval', async (_, parameters) => {
	const drafts = {
		...parameters,
		additionalFields: { metadata: { row: [{ name: 'category', value: 'faq' }] } },
	};
	const made = await bench.run(drafts, { items: itemsOf([first]) });
	expect(made.json).toMatchObject([{ status: 'created', draft: true }]);
	expect(hintsOf(made)).toEqual([expect.stringContaining("wait for approval in KODA's dashboard")]);
	expect(await keyed(bench)).toMatchObject([{ published: false }]);
	const again = await bench.run(drafts, { items: itemsOf([first]) });
	expect([again.json[0].status, again.json[0].draft, hintsOf(again)]).toEqual([
		'unchanged',
		undefined,
		[],
	]);
	const published = await bench.run(parameters, { items: itemsOf([first]) });
	expect(published.json[0]).not.toHaveProperty('draft');
	const dry = await bench.run({ ...drafts, dryRun: true }, { items: itemsOf([first]) });
	expect(dry.json).toMatchObject([{ status: 'would update', draft: true, dry_run: true }]);
	expect(hintsOf(dry)).toEqual([
		"'Dry Run' is on, so nothing was changed. Switch it off to do what the output shows.",
	]);
});
