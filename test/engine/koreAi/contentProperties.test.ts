import fc from 'fast-check';

import { LOOSE, type LooseForm } from '../../../sandbox/loose';
import { hurry, useKore } from '../../support/koreAi';
import {
	expected,
	mirror,
	pages,
	plant,
	runOn,
	statusesOf,
	stored,
	texts,
	upsert,
	writes,
	type Page,
} from '../../support/koreAiSync';
import { testEach } from '../../support/sandbox';
import { anyText, isFilled, seenText } from '../../support/texts';

/** What holds of Content: Sync for any contents, on the sandbox. */
const kore = useKore();

beforeEach(hurry);

const filled = anyText.filter(isFilled);

/** Titles are few, so that two sets of pages have some in common. */
const title = fc.oneof(
	fc.integer({ min: 1, max: 12 }).map((number) => `Page ${number}`),
	seenText.map((text) => text.normalize('NFC')),
);

const page: fc.Arbitrary<Page> = fc.record({
	title,
	text: filled,
	topic: fc.constantFrom('faq', 'guide', ''),
});

const set = fc.uniqueArray(page, {
	selector: (one) => one.title,
	minLength: 1,
	maxLength: 10,
});

const holds = async (check: (...sets: Page[][]) => Promise<void>, count: 1 | 2) =>
	await fc.assert(
		fc.asyncProperty(fc.tuple(...Array.from({ length: count }, () => set)), async (sets) => {
			await kore.sandbox().control('reset');
			await check(...sets);
		}),
		{ numRuns: 10 },
	);

const sync = async (all: Page[]) => await statusesOf(kore, mirror, all);

test('Sync twice is Sync once: the second run writes nothing', async () => {
	await holds(async (all) => {
		await sync(all);
		const then = await stored(kore);
		expect(await sync(all.toReversed())).toEqual(all.map(() => 'unchanged'));
		expect(await writes(kore)).toHaveLength(all.length);
		expect(await stored(kore)).toEqual(then);
	}, 1);
});

test('Sync of one set, then of another, is the other set; foreign contents are untouched', async () => {
	await holds(async (first, after) => {
		const foreign = [{ title: 'Put here by hand', text: 'Foreign' }];
		await plant(kore, foreign);
		const seeded = await stored(kore);
		await sync(first);
		const ids = new Map((await stored(kore)).map(({ id, title: named }) => [named, id]));
		await sync(after);
		expect(await texts(kore)).toEqual(expected([...after, ...foreign]));
		expect((await stored(kore)).slice(0, seeded.length)).toEqual(seeded);
		// What was as wanted is the same content as before.
		const same = after.filter((one) =>
			first.some((other) => JSON.stringify(other) === JSON.stringify(one)),
		);
		const now = new Map((await stored(kore)).map(({ id, title: named }) => [named, id]));
		for (const one of same) expect(now.get(one.title)).toBe(ids.get(one.title));
	}, 2);
});

testEach(
	'every content is there once, whatever the answers look like',
	(Object.keys(LOOSE) as LooseForm[]).flatMap((form) => [
		['content.sync', form, mirror] as const,
		['content.upsert', form, upsert] as const,
	]),
	async ([, form, operation]) => {
		const all = pages(2);
		await kore.sandbox().control('loose', { vendor: 'kore-ai', form });
		const { error } = await runOn(kore, operation, all);
		if (error) expect(`${error.message} ${error.description}`).toContain('Kore.ai');
		else expect(await texts(kore)).toEqual(expected(all));
		await kore.sandbox().control('loose', { vendor: 'kore-ai', off: true });
		const then = await statusesOf(kore, operation, all);
		if (!error) expect(then).toEqual(['unchanged', 'unchanged']);
		expect(await texts(kore)).toEqual(expected(all));
	},
);
