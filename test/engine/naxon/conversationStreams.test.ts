import type { IDataObject } from 'n8n-workflow';

import type { Setup } from '../../support/contexts';
import { minutesAgo, pollWhile, watch } from '../../support/events';
import { naxonAccount, type NaxonState } from '../../support/naxon';
import { useSandbox } from '../../support/sandbox';

/** A thousand events while the trigger is polled, n8n restarts after every poll, and the lists shift. */
const sandbox = useSandbox();

const EVENTS = 1000;
const AT_ONCE = 4;

const state = async () => await sandbox().state<NaxonState>('naxon');
const seed = async (what: object) => await sandbox().control('seed', { vendor: 'naxon', ...what });

const trigger = (event: string, minutes = 60): Setup => ({
	node: 'naxonConversationTrigger',
	parameters: { event, options: { startFrom: minutesAgo(minutes) } },
	credentials: naxonAccount(sandbox().url),
});

/** When the events of the n-th seed happen: four a second, so several share one, and every seventh is shown late. */
function momentOf(seedNumber: number, first: number) {
	const late = seedNumber % 7 === 6 ? 200_000 : 0;
	return new Date(first + seedNumber * 1000 - late).toISOString();
}

/** Lets them happen, a few at once. */
async function inSeeds(cause: (number: number, at: string) => Promise<unknown>): Promise<void> {
	const first = Date.parse(minutesAgo(50));
	for (let number = 0; number < EVENTS / AT_ONCE; number++)
		await cause(number, momentOf(number, first));
}

/** Asserts that lists changed between two of their pages: the test would show nothing otherwise. */
async function expectShifts(operationId: string): Promise<void> {
	const pages = (await sandbox().requests('naxon', operationId)).map(
		({ path, query, responseBody }) => ({
			list: path,
			page: Number(query.page),
			total: (responseBody as IDataObject).total_rows,
		}),
	);
	const shifts = pages.filter(({ list, page, total }, index) => {
		const before = pages
			.slice(0, index)
			.reverse()
			.find((one) => one.list === list);
		return page > 1 && before && before.total !== total;
	});
	expect(shifts.length).toBeGreaterThan(3);
}

const byNumber = (a: number, b: number) => a - b;
const sorted = (rows: IDataObject[], name = 'id') =>
	rows.map((row) => row[name] as number).sort(byNumber);

beforeEach(async () => {
	await sandbox().control('latency', { ms: 3 });
});

describe.each([
	['the latest first', 'latestFirst'],
	['the oldest first', 'oldestFirst'],
])('with conversations %s', (_, order) => {
	beforeEach(async () => await seed({ order }));

	test('each new conversation comes once', async () => {
		const before = (await state()).conversations.length;
		const given = await pollWhile(watch(trigger('newConversation')), async () => {
			await inSeeds(async (_number, at) => await seed({ conversations: AT_ONCE, at }));
		});
		const made = (await state()).conversations.slice(before);
		expect(made).toHaveLength(EVENTS);
		expect(sorted(given)).toEqual(made.map(({ id }) => id));
		await expectShifts('conversation.getAll');
	});

	test('each update comes once', async () => {
		await seed({ conversations: EVENTS, at: minutesAgo(90) });
		const rows = (await state()).conversations.slice(-EVENTS);
		const given = await pollWhile(watch(trigger('updatedConversation')), async () => {
			await inSeeds(async (number, at) => {
				const within = rows.slice(number * AT_ONCE, (number + 1) * AT_ONCE).map(({ id }) => id);
				await seed({ messages: 1, within, at });
			});
		});
		expect(sorted(given)).toEqual(rows.map(({ id }) => id));
		await expectShifts('conversation.getAll');
	});

	test('a conversation that is updated again and again comes with each time that is seen, once', async () => {
		await seed({ conversations: 60, at: minutesAgo(90) });
		const rows = (await state()).conversations.slice(-60);
		const given = await pollWhile(watch(trigger('updatedConversation')), async () => {
			await inSeeds(async (number, at) => {
				const { id } = rows[number % rows.length];
				await seed({ messages: AT_ONCE, within: [id], at });
			});
		});
		const times = given.map(({ id, updated_at: time }) => `${String(id)} ${String(time)}`);
		expect(new Set(times).size).toBe(times.length);
		const last = (await state()).conversations.slice(-60);
		for (const { id, updatedAt } of last) {
			const own = given
				.filter((row) => row.id === id)
				.map((row) => Date.parse(String(row.updated_at)));
			expect([id, Math.max(...own)]).toEqual([id, updatedAt]);
		}
	});

	test('a backlog comes whole, although its oldest move to the other end', async () => {
		// Three seconds apart: whoever is skipped would soon be too old to be looked for again.
		await seed({ conversations: EVENTS, at: minutesAgo(55), everySeconds: 3 });
		const rows = (await state()).conversations.slice(-EVENTS).map(({ id }) => id);
		const moved = rows.slice(0, 100);
		const given = await pollWhile(watch(trigger('updatedConversation')), async () => {
			for (const id of moved) await seed({ messages: 1, within: [id], at: 'now' });
		});
		const times = given.map(({ id, updated_at: time }) => `${String(id)} ${String(time)}`);
		expect(new Set(times).size).toBe(times.length);
		expect([...new Set(sorted(given))]).toEqual(rows);
		const others = given.filter(({ id }) => !moved.includes(id as number));
		expect(sorted(others)).toEqual(rows.slice(100));
		const early = given.filter(({ id }) => moved.includes(id as number));
		expect(early.length).toBeGreaterThanOrEqual(moved.length);
	});

	test('each message comes once', async () => {
		await seed({ conversations: 8, at: minutesAgo(90) });
		const rows = (await state()).conversations.slice(-8);
		const given = await pollWhile(watch(trigger('newMessage')), async () => {
			await inSeeds(async (number, at) => {
				const { id } = rows[number % rows.length];
				await seed({ messages: AT_ONCE, within: [id], at });
			});
		});
		const after = (await state()).conversations.slice(-8);
		const made = after.flatMap(({ messages }) => messages.slice(1).map(({ id }) => id));
		expect(made).toHaveLength(EVENTS);
		expect(sorted(given)).toEqual(made.sort(byNumber));
		await expectShifts('message.getAll');
	});
});
