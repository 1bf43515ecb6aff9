import fc from 'fast-check';

import { byId } from '../../../engine/jobs';
import { LOOSE, type LooseForm } from '../../../sandbox/loose';
import { hurry, useKore } from '../../support/koreAi';
import { added, stored, sync, type Pair } from '../../support/koreAiFaqs';
import { runOn, statusesOf, writes } from '../../support/koreAiSync';
import { testEach } from '../../support/sandbox';
import { anyText, isFilled, seenText } from '../../support/texts';

/** What holds of FAQ: Sync for any questions, on the sandbox. */
const kore = useKore();

beforeEach(hurry);

const filled = anyText.filter(isFilled);

/** Few, so that two sets have some in common, in this letter case or that. */
const question = fc.oneof(
	fc
		.tuple(fc.constantFrom('What is', 'what is', 'WHAT IS'), fc.integer({ min: 1, max: 8 }))
		.map(([words, number]) => `${words} ${number}?`),
	seenText.map((text) => text.normalize('NFC')),
);

const asked = (text: string) => text.toLowerCase().normalize('NFC');

const set = fc.uniqueArray(
	fc.record({ question, answer: fc.oneof(fc.constantFrom('Yes', 'No'), filled) }),
	{ selector: (pair) => asked(pair.question), minLength: 1, maxLength: 8 },
);

const statuses = async (all: Pair[]) => await statusesOf(kore, sync, all);

test('Sync twice adds each question once, and a second set only what no one asks yet', async () => {
	await fc.assert(
		fc.asyncProperty(set, set, async (first, after) => {
			await kore.sandbox().control('reset');
			await statuses(first);
			const then = await added(kore);
			expect(then).toHaveLength(first.length);
			expect(then).toEqual(expect.arrayContaining(first));
			expect(await statuses(first.toReversed())).toEqual(first.map(() => 'unchanged'));

			const there = new Map(first.map((pair) => [asked(pair.question), pair.answer.trim()]));
			const expected = after.map((pair) => {
				const answer = there.get(asked(pair.question));
				if (answer === undefined) return 'created';
				const isSame = answer.normalize('NFC') === pair.answer.trim().normalize('NFC');
				return isSame ? 'unchanged' : 'needs update';
			});
			expect(await statuses(after)).toEqual(expected);
			const fresh = expected.filter((status) => status === 'created').length;
			expect(await writes(kore)).toHaveLength(first.length + fresh);
			expect((await added(kore)).slice(0, first.length)).toEqual(then);
		}),
		{ numRuns: 10 },
	);
});

test('a question that is there as an alternate question is never added, whatever its letter case', async () => {
	const seeded = (await stored(kore)).filter(({ alternates }) => alternates.length > 0);
	const inAnyCase = (text: string) =>
		fc
			.array(fc.boolean(), { minLength: text.length, maxLength: text.length })
			.map((capitals) =>
				[...text]
					.map((letter, index) => (capitals[index] ? letter.toUpperCase() : letter))
					.join(''),
			);
	const items = fc
		.constantFrom(...seeded)
		.chain(({ alternates: [text], answer, nodeId }) =>
			inAnyCase(text).map((written) => ({ nodeId, pair: { question: written, answer } })),
		);
	await fc.assert(
		fc.asyncProperty(items, async ({ nodeId, pair }) => {
			expect(await statusesOf(kore, sync, [pair], { node: byId(nodeId) })).toEqual(['unchanged']);
		}),
		{ numRuns: 10 },
	);
	expect(await writes(kore)).toEqual([]);
});

testEach(
	'no question is there twice, whatever the answers look like',
	Object.keys(LOOSE) as LooseForm[],
	async (form) => {
		const [{ alternates }] = await stored(kore);
		const asked = [alternates[0], 'What is 1?'].map((question) => ({ question, answer: 'Yes' }));
		await kore.sandbox().control('loose', { vendor: 'kore-ai', form });
		const { error } = await runOn(kore, sync, asked);
		if (error) expect(`${error.message} ${error.description}`).toContain('Kore.ai');
		await kore.sandbox().control('loose', { vendor: 'kore-ai', off: true });
		expect(await statuses(asked)).toEqual([
			'needs update',
			error ? expect.stringMatching(/^(created|unchanged)$/) : 'unchanged',
		]);
		expect(await added(kore)).toEqual([asked[1]]);
	},
);
