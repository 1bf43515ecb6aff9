import type { IDataObject } from 'n8n-workflow';

import type { LoggedRequest } from '../../../scripts/sandbox';
import { watch } from '../../support/events';
import { byId } from '../../../engine/jobs';
import { useKodaTrigger } from '../../support/kodaTrigger';

/** A thousand events, n8n restarted after each poll, and lists whose pages shift while they are read. */
const bench = useKodaTrigger();
const { trigger, state, seed, sent, pass, act, campaign } = bench;

const sorted = (values: unknown[]) => values.map(String).sort();
const rowsOf = ({ responseBody }: LoggedRequest) =>
	(responseBody as { response: IDataObject[] }).response;

/** Asserts that a list shifted: in some readings of it the same row came on two pages. */
async function expectShifts(operationId: string, key: string): Promise<void> {
	const readings: unknown[][] = [];
	for (const page of await sent(operationId)) {
		if (page.query.page === '1') readings.push([]);
		readings.at(-1)!.push(...rowsOf(page).map((row) => row[key]));
	}
	const shifted = readings.filter((ids) => new Set(ids).size < ids.length);
	expect(shifted.length).toBeGreaterThan(3);
}

test('New Chat Message: each comes once', async () => {
	const watched = watch(trigger('newChatMessage', { includeModerator: true }));
	const given: IDataObject[] = [];
	await seed({ newMessages: 30 });
	await watched.poll();
	for (let round = 0; round < 20; round++) {
		// Some are there before the poll, in the same second; the others come between its pages.
		await seed({ newMessages: 25, arrivingMessages: 25 });
		given.push(...(await watched.poll()));
		await pass([1, 20, 75, 200][round % 4]);
	}
	for (const _last of [1, 2]) given.push(...(await watched.poll()));

	const { chats } = await state();
	const texts = chats.flatMap(({ entries }) => entries.map(({ block }) => block.text));
	const written = texts.filter((text) => Number(/\[(\d+)]$/.exec(text)?.[1]) > 30);
	expect(written).toHaveLength(1000);
	expect(sorted(given.map(({ text }) => text))).toEqual(sorted(written));
	await expectShifts('chat.getAll', 'platform_user_id');
});

test('Moderator Mode Switched On: each comes once', async () => {
	const { chats } = await state();
	const ids = chats.map(({ platformUserId: id }) => ({ id }));
	// Restarts count only after polls that give chats: of the others n8n keeps nothing (docs/koda.md, What can be missed).
	const watched = watch(trigger('moderatorModeSwitchedOn'), { restarts: false });
	// Without a closing text, which would make all chats equally new.
	const quietly = { chat: byId('={{ $json.id }}'), options: { quiet: true } };
	const turn = async (mode: 'enable' | 'disable') =>
		await act(`chat.${mode}ModeratorMode`, quietly, ids);
	await turn('disable');
	await watched.poll();
	const given: IDataObject[] = [];
	const rounds = 17;
	for (let round = 0; round < rounds; round++) {
		await seed({ arrivingMessages: 4 });
		await turn('enable');
		// What one poll skips, because its chat came to a page read before, the next one finds.
		for (const _poll of [1, 2]) given.push(...(await watched.poll()));
		await pass(60);
		await turn('disable');
		for (const _poll of [1, 2]) given.push(...(await watched.poll()));
	}
	const wanted = Array.from({ length: rounds }, () => ids.map(({ id }) => id)).flat();
	expect(wanted.length).toBeGreaterThan(1000);
	expect(sorted(given.map((row) => row.platform_user_id))).toEqual(sorted(wanted));
	await expectShifts('chat.getAll', 'platform_user_id');
});

test('Call Finished: each comes once', async () => {
	const numbers = Array.from({ length: 1100 }, (_, index) => `+48600${100_000 + index}`)
		// Numbers with this ending never answer.
		.filter((number) => !number.endsWith('99'))
		.slice(0, 1000);
	// From here on the sandbox's lists are dated back, so that they come among the first.
	await seed({ callLists: 197 });
	const watched = watch(trigger('callFinished', {}, { timezone: 'America/New_York' }));
	await watched.poll();
	const given: IDataObject[] = [];
	const counts: number[] = [];
	for (let round = 0; round < 30; round++) {
		if (round % 6 === 0) {
			const from = (round / 6) * 200;
			await campaign(`Campaign ${round}`, numbers.slice(from, from + 200));
		}
		await seed({ arrivingCallLists: 1 });
		const calls = await watched.poll();
		given.push(...calls);
		counts.push(calls.length);
		await pass([1, 4, 7][round % 3]);
	}
	await pass(60);
	for (const _last of [1, 2]) given.push(...(await watched.poll()));

	const { callLists } = await state();
	const arrived = callLists.slice(200).flatMap(({ calls }) => calls);
	expect(arrived.filter(({ finishedAt }) => finishedAt !== undefined)).toHaveLength(arrived.length);
	const wanted = arrived.map(({ phoneNumber }) => phoneNumber);
	expect(wanted.length).toBeGreaterThan(1000);
	expect(sorted(given.map((row) => row.phone_number))).toEqual(sorted(wanted));
	// They came in parts, while lists were under way.
	expect(counts.filter((count) => count > 0).length).toBeGreaterThan(20);
	await expectShifts('callList.getAll', 'id');
});

test('Call List Finished: each comes once', async () => {
	const watched = watch(trigger('callListFinished'));
	await watched.poll();
	const known = (await state()).callLists.length;
	const given: IDataObject[] = [];
	for (let round = 0; round < 10; round++) {
		await seed({ callLists: 90, arrivingCallLists: 10 });
		given.push(...(await watched.poll()));
	}
	// Those that still arrive, and a poll in which nothing does.
	for (let poll = 0; poll < 3; poll++) given.push(...(await watched.poll()));
	const wanted = (await state()).callLists.slice(known).map(({ id }) => id);
	expect(wanted).toHaveLength(1000);
	expect(sorted(given.map(({ id }) => id))).toEqual(sorted(wanted));
	await expectShifts('callList.getAll', 'id');
});
