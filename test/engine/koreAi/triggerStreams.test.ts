import type { IDataObject } from 'n8n-workflow';

import { minutesAgo, pollWhile, watch } from '../../support/events';
import { bodyOf, BOT, DAY } from '../../support/koreAi';
import { idsOf, saidIn, shownIds, useKoreTrigger } from '../../support/koreAiTrigger';

/** A thousand events while the trigger is polled, n8n restarts after every poll, and the lists shift. */
const { sandbox, trigger, seed, sessionsSince, sent, run, state } = useKoreTrigger();

const EVENTS = 1000;
const AT_ONCE = 10;
const START = 60;

/** Lets them happen a few at once: several at the same moment, and every seventh time late. */
async function inSeeds(cause: (number: number, at: string) => Promise<unknown>): Promise<void> {
	const first = Date.parse(minutesAgo(50));
	for (let number = 0; number < EVENTS / AT_ONCE; number++) {
		const late = number % 7 === 6 ? 200_000 : 0;
		await cause(number, new Date(first + number * 2500 - late).toISOString());
	}
}

/** Asserts that lists changed between two of their pages: the test would show nothing otherwise. */
async function expectShifts(operation: string): Promise<void> {
	const pages = (await sent(operation)).map((request) => ({
		page: Number(bodyOf(request).skip),
		total: (request.responseBody as IDataObject).total,
	}));
	const shifts = pages.filter(
		({ page, total }, index) => page > 0 && pages[index - 1].total !== total,
	);
	expect(shifts.length).toBeGreaterThan(0);
}

const sorted = (ids: unknown[]) => ids.map(String).sort();

beforeEach(async () => {
	await sandbox().control('latency', { ms: 3 });
});

test('each session that starts comes once', async () => {
	const watched = watch(trigger('sessionStarted', {}, { since: START }));
	const given = await pollWhile(watched, async () => {
		await inSeeds(async (_number, at) => await seed({ sessions: AT_ONCE, at }));
	});
	const made = idsOf(await sessionsSince(START));
	expect(made).toHaveLength(EVENTS);
	expect(sorted(shownIds(given))).toEqual(sorted(made));
	await expectShifts('session.getAll');
});

test('each session that is closed comes once, be it at once or later', async () => {
	const waiting: string[] = [];
	const watched = watch(trigger('sessionClosed', {}, { since: START }));
	const given = await pollWhile(watched, async () => {
		await inSeeds(async (number, at) => {
			const close = number % 2 === 0;
			await seed({ sessions: AT_ONCE, at });
			const newest = (await state()).sessions.filter(({ start }) => start === Date.parse(at));
			const ids = idsOf(newest).slice(0, AT_ONCE);
			if (close) await seed({ close, within: ids, at });
			else waiting.push(...ids);
			// Those of ten times ago.
			if (waiting.length > 50) await seed({ close: true, within: waiting.splice(0, 10), at });
		});
		await seed({ close: true, within: waiting.splice(0), at: 'now' });
	});
	const made = await sessionsSince(START);
	expect(made).toHaveLength(EVENTS);
	expect(made.filter(({ isActive }) => isActive)).toEqual([]);
	expect(sorted(shownIds(given))).toEqual(sorted(idsOf(made)));
	await expectShifts('session.getAll');
});

test('each interaction that is over comes once, at its end or later', async () => {
	const waiting: string[] = [];
	const watched = watch(trigger('interactionFinished', {}, { since: START }));
	const given = await pollWhile(watched, async () => {
		await inSeeds(async (number, at) => {
			await seed({ sessions: AT_ONCE, at, handedOver: number % 3 === 0 });
			const newest = (await state()).sessions.filter(({ start }) => start === Date.parse(at));
			const ids = idsOf(newest).slice(0, AT_ONCE);
			if (number % 2 === 0) await seed({ close: true, within: ids, at });
			else waiting.push(...ids);
			if (waiting.length > 50) await seed({ close: true, within: waiting.splice(0, 10), at });
		});
		await seed({ close: true, within: waiting.splice(0), at: 'now' });
	});
	const made = await sessionsSince(START);
	expect(made).toHaveLength(EVENTS);
	expect(sorted(shownIds(given))).toEqual(sorted(idsOf(made)));
	const pages = (await sent('interaction.getAll')).map(({ query }) => Number(query.offset));
	expect(Math.max(...pages)).toBeGreaterThan(3);
});

test('each message comes once', async () => {
	await seed({ sessions: 20, at: minutesAgo(90) });
	const within = idsOf(await sessionsSince(100));
	// More than a page before anything else happens.
	await seed({ messages: 60, within, at: minutesAgo(52), everySeconds: 1 });
	const watched = watch(trigger('newMessage', {}, { since: START }));
	const given = await pollWhile(watched, async () => {
		await inSeeds(async (number, at) => {
			await seed({ messages: AT_ONCE, within: [within[number % within.length]], at });
		});
	});
	const made = saidIn(await sessionsSince(100));
	expect(made).toHaveLength(60 * 20 + EVENTS);
	expect(sorted(shownIds(given))).toEqual(sorted(made.map(({ id }) => id)));
	await expectShifts('message.getAllV2');
});

test.each(['sessionStarted', 'sessionClosed'])(
	'%s: a backlog of weeks comes whole, although people are erased while it is read',
	async (event) => {
		const close = event === 'sessionClosed';
		for (let week = 0; week < 3; week++) {
			const at = new Date(Date.now() - (20 - week * 7) * DAY).toISOString();
			await seed({ sessions: 350, at, everySeconds: 300 });
		}
		const all = await sessionsSince(21 * 24 * 60);
		if (close) await seed({ close, within: idsOf(all), at: 'now' });
		const people = [...new Set(all.map(({ user }) => user.id))].slice(0, 6);

		await sandbox().control('latency', { ms: 10 });
		const watched = watch(trigger(event, {}, { since: 21 * 24 * 60 }));
		const given = await pollWhile(watched, async () => {
			for (const id of people) {
				const erase = { confirmation: 'DELETE', botIds: [BOT], userIds: [id] };
				await run('customerData.delete', erase);
			}
		});
		const ids = shownIds(given);
		expect(new Set(ids).size).toBe(ids.length);
		const kept = all.filter(({ user }) => !people.includes(user.id));
		expect(kept.length).toBeGreaterThan(500);
		expect(ids).toEqual(expect.arrayContaining(idsOf(kept)));
		expect(await watched.poll()).toEqual([]);
	},
);
