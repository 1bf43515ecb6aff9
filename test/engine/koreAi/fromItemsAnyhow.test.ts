import { randomUUID } from 'node:crypto';
import fc from 'fast-check';

import { LOOSE, type LooseForm } from '../../../sandbox/loose';
import { itemsOf } from '../../../engine/jobs';
import { paired } from '../../support/kodaFromItems';
import { hurry, useKore } from '../../support/koreAi';
import { koreFromItems, madeCampaigns, onLists } from '../../support/koreFromItems';
import { testEach } from '../../support/sandbox';

/** Create From Items with any rows, and while Kore.ai answers in forms that nobody pictured. */
const kore = useKore();

beforeEach(hurry);
afterEach(() => jest.restoreAllMocks());

const run = async (parameters: object, rows: object[]) =>
	await kore.run('campaign.createFromItems', { ...koreFromItems, ...parameters } as never, {
		items: itemsOf(rows),
	});

const good = fc
	.integer({ min: 500_000_000, max: 500_000_029 })
	.chain((digits) => fc.constantFrom<unknown>(digits, `+48 ${digits}`, `0048${digits}`));
const bad = fc.constantFrom<unknown>('', null, 'n/a', '123', true);
const row = fc.record({ phone: fc.oneof({ weight: 4, arbitrary: good }, bad) });

test('every row is on exactly one list or in Rejected, and every number is called once', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(row, { minLength: 1, maxLength: 20 }),
			fc.integer({ min: 2, max: 8 }),
			fc.integer({ min: 1, max: 5 }),
			async (rows, callsPerList, batchSize) => {
				const name = randomUUID().slice(0, 20);
				const parameters = { name, rows: { callsPerList }, unusable: 'leaveOut' };
				const withNumber = [{ phone: '512345678' }, ...rows];
				const { outputs, error } = await run({ ...parameters, options: { batchSize } }, withNumber);
				expect(error).toBeUndefined();
				const all = outputs.flatMap((items) => paired(items).flat()).sort((a, b) => a - b);
				expect(all).toEqual(withNumber.map((_, index) => index));
				const lists = onLists(await kore.state(), name);
				expect(Object.values(lists).map(({ length }) => length)).toEqual(
					paired(outputs[0]).map(({ length }) => length),
				);
				const numbers = Object.values(lists).flat();
				expect(new Set(numbers).size).toBe(numbers.length);
			},
		),
		{ numRuns: 8 },
	);
});

testEach(
	'nobody is on two lists, nor the campaign there twice, whatever the answers look like',
	Object.keys(LOOSE) as LooseForm[],
	async (form) => {
		const people = [{ phone: 600_000_001 }, { phone: 600_000_002 }];
		await kore.sandbox().control('loose', { vendor: 'kore-ai', form });
		const first = await run({ start: true }, people);
		const loose = madeCampaigns(await kore.state());
		// Never a success that is none.
		if (!first.error) expect(loose).toEqual([['Win-back', ['Win-back'], true]]);
		else expect(`${first.error.message} ${first.error.description}`).toContain('Kore.ai');
		await kore.sandbox().control('loose', { vendor: 'kore-ai', off: true });
		const again = await run({ start: true }, people);
		expect(again.error).toBeUndefined();
		const state = await kore.state();
		expect(madeCampaigns(state)).toEqual([['Win-back', ['Win-back'], true]]);
		expect(onLists(state)).toEqual({ 'Win-back': ['48600000001', '48600000002'] });
	},
);
