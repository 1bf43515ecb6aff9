import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { itemsOf } from '../../../engine/jobs';
import { useKoda } from '../../support/koda';
import { fromItems } from '../../support/kodaCampaign';

/** Create From Items with any rows. */
const koda = useKoda();

const good = fc
	.integer({ min: 500_000_000, max: 509_999_999 })
	.chain((digits) =>
		fc.constantFrom<unknown>(
			digits,
			String(digits),
			`+48 ${String(digits)}`,
			`0048${String(digits)}`,
			`48${String(digits)}`,
		),
	);
const bad = fc.oneof(
	fc.constantFrom<unknown>('', ' ', null, undefined, true, {}, [], 'n/a', '+', '123', '+999 1'),
	fc.string(),
	fc.double(),
	fc.anything({ maxDepth: 1 }).map((value) => JSON.parse(JSON.stringify(value ?? null)) as unknown),
);
const row = fc
	.record({ phone: fc.oneof({ weight: 3, arbitrary: good }, bad), name: fc.string() })
	.map((json) => json as IDataObject);

/** The rows that an item comes from. */
const rowsOf = ({ pairedItem }: INodeExecutionData) =>
	(pairedItem as Array<{ item: number }>).map(({ item }) => item);

test('every row is in exactly one list or in Rejected, and every number is called once', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(row, { minLength: 1, maxLength: 30 }),
			fc.integer({ min: 1, max: 8 }),
			fc.constantFrom('first', 'last'),
			async (rows, callsPerList, keep) => {
				const name = randomUUID();
				const parameters = { name, rows: { keep, callsPerList }, unusable: 'leaveOut' };
				const withField = [{ phone: '512345678' } as IDataObject, ...rows];
				const { outputs, error } = await koda.run(
					{ ...fromItems, ...parameters },
					{ items: itemsOf(withField) },
				);
				expect(error).toBeUndefined();
				const [lists, rejected] = outputs;
				const all = [...lists, ...rejected].flatMap(rowsOf).sort((a, b) => a - b);
				expect(all).toEqual(withField.map((_, index) => index));

				const { callLists } = await koda.state();
				const made = callLists.filter(({ settings }) => settings.name.startsWith(name));
				expect(made.map(({ id }) => id)).toEqual(lists.map(({ json }) => json.list_id));
				expect(made.map(({ calls }) => calls.length)).toEqual(
					lists.map((item) => rowsOf(item).length),
				);
				for (const { calls } of made) expect(calls.length).toBeLessThanOrEqual(callsPerList);
				const numbers = made.flatMap(({ calls }) =>
					(calls as Array<{ phoneNumber: string }>).map(({ phoneNumber }) => phoneNumber),
				);
				expect(new Set(numbers).size).toBe(numbers.length);
				for (const number of numbers) expect(number).toMatch(/^\+[1-9]\d{6,14}$/);
			},
		),
		{ numRuns: 60 },
	);
});
