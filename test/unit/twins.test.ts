import fc from 'fast-check';

import { wait } from '../../nodes/shared/call/concurrency';
import { byAge, lookAfter, type Twin, type Verdict } from '../../nodes/shared/call/twins';

/** Processes that each look, create, look once more, and withdraw what came later. */
beforeEach(() => {
	jest.useFakeTimers();
});
afterEach(() => {
	jest.useRealTimers();
});

interface Row extends Twin {
	withdrawn: boolean;
}

/** One process, in milliseconds: when it begins, and how long each of its calls takes. */
interface Process {
	id: string;
	begins: number;
	call: number;
}

/**
 * A service whose calls take effect halfway, and that tells times of creation in steps of `step` milliseconds.
 * `hides`: a withdrawn one is not shown any more, as a deleted document; otherwise it is marked, as a paused campaign.
 */
async function play(processes: Process[], { step, hides }: { step: number; hides: boolean }) {
	const rows: Row[] = [];
	const begun = Date.now();
	const verdicts: Array<Verdict<Row> | undefined> = [];
	const running = processes.map(async ({ id, begins, call }, index) => {
		const exchange = async <T>(effect: () => T): Promise<T> => {
			await wait(call / 2);
			const result = effect();
			await wait(call / 2);
			return result;
		};
		const look = async () =>
			await exchange(() => structuredClone(rows.filter(({ withdrawn }) => !(hides && withdrawn))));
		await wait(begins);
		if ((await look()).length > 0) return;
		await exchange(() => {
			const at = Number.isFinite(step) ? Math.floor((Date.now() - begun) / step) : undefined;
			rows.push({ id, at, withdrawn: false });
		});
		const verdict = await lookAfter<Row>({
			own: id,
			look,
			wait: async (seconds) => await wait(seconds * 1000),
			seemsWithdrawn: ({ withdrawn }) => withdrawn,
		});
		verdicts[index] = verdict;
		if (verdict.kind !== 'later') return;
		await exchange(() => {
			rows.find((row) => row.id === id)!.withdrawn = true;
		});
	});
	const over = Promise.all(running);
	await jest.advanceTimersByTimeAsync(120_000);
	await over;
	return { rows, verdicts };
}

test.each([
	['that are deleted', true],
	['that are paused', false],
])('of any twins in two processes, %s, exactly one stays', async (_, hides) => {
	const process = fc.record({
		begins: fc.integer({ min: 0, max: 3000 }),
		call: fc.integer({ min: 2, max: 1000 }),
	});
	const steps = fc.constantFrom(1, 1000, Infinity);
	await fc.assert(
		fc.asyncProperty(process, process, fc.boolean(), steps, async (one, other, swap, step) => {
			const [first, second] = swap ? ['b', 'a'] : ['a', 'b'];
			const { rows, verdicts } = await play(
				[
					{ id: first, ...one },
					{ id: second, ...other },
				],
				{ step, hides },
			);
			expect(rows.filter(({ withdrawn }) => !withdrawn)).toHaveLength(1);
			// Nobody takes a withdrawn one for its own success.
			const later = verdicts.filter((verdict) => verdict?.kind === 'later');
			expect(later).toHaveLength(rows.length - 1);
		}),
		{ numRuns: 200 },
	);
});

test('the earlier one stays whatever its ID, and of equal times the lower ID', () => {
	expect(
		[
			{ id: 'a', at: 2 },
			{ id: 'b', at: 1 },
		]
			.sort(byAge)
			.map(({ id }) => id),
	).toEqual(['b', 'a']);
	expect(
		[
			{ id: 'b', at: 1 },
			{ id: 'a', at: 1 },
		]
			.sort(byAge)
			.map(({ id }) => id),
	).toEqual(['a', 'b']);
	expect([{ id: 'b' }, { id: 'a', at: 1 }].sort(byAge).map(({ id }) => id)).toEqual(['a', 'b']);
});

test('what is not shown is unseen, with or without others', async () => {
	for (const rows of [[], [{ id: 'other', at: 1 }]]) {
		const verdict = await lookAfter({ own: 'own', look: async () => rows, wait });
		expect(verdict).toEqual({ kind: 'unseen' });
	}
});

test.each([
	['', false],
	[', and so does one that seems to be withdrawn', true],
])('one that was left behind by a process that has ended stays named%s', async (_, seems) => {
	const rows = [
		{ id: 'own', at: 1 },
		{ id: 'other', at: 2 },
	];
	const verdict = lookAfter({
		own: 'own',
		look: async () => rows,
		wait: async (seconds) => await wait(seconds * 1000),
		seemsWithdrawn: () => seems,
	});
	await jest.advanceTimersByTimeAsync(10_000);
	expect(await verdict).toEqual({ kind: 'first', others: [rows[1]], left: [rows[1]] });
});
