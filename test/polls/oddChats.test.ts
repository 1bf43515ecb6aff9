import { chatting, inOrderOf, type Sorting } from '../support/polls/inbox';
import { inbox } from '../support/polls/koda';
import { FAULTLESS, Run, restoreClock } from '../support/polls/run';

const SIZE = 100;

afterEach(restoreClock);

/** KODA Trigger, published at an inbox of which every message is in the chat that `chatOf` says. */
async function published(sorting: Sorting, chatOf: (message: number) => number): Promise<Run> {
	const like = { before: (index: number) => 10 + index, chatOf };
	const event = inbox('an inbox', sorting, {}, chatting(sorting, SIZE, like));
	const run = new Run(event, { tellsTime: true });
	await run.publish();
	run.pass(1);
	return run;
}

test.each([500, 403, 400])(
	'a chat that KODA answers %d for keeps back no other, and comes when it can be read',
	async (code) => {
		const run = await published(inOrderOf.newestFirst, (message) => message % 10);
		run.service.refusal = (path) => (path.endsWith('/user-3') ? code : undefined);
		const keys = run.happen(10);
		const came: string[] = [];
		// Over a full reading.
		for (let minute = 0; minute < 80; minute += 4) {
			keys.push(...run.happen(3));
			came.push(...(await run.poll()));
			run.pass(4);
		}
		const refused = keys.filter((key) => Number(key.split(' ')[1]) % 10 === 3);
		expect(refused.length).toBeGreaterThan(1);
		expect(came.toSorted()).toEqual(keys.filter((key) => !refused.includes(key)).toSorted());
		run.service.refusal = () => undefined;
		came.push(...(await run.poll()));
		expect(came.toSorted()).toEqual(keys.toSorted());
		expect(await run.settle()).toMatchObject(FAULTLESS);
	},
);

test.each(['newestFirst', 'oldestFirst'] as const)(
	'a message dated in the future hides none of its chat, by %s',
	async (order) => {
		const run = await published(inOrderOf[order], () => 7);
		const keys = run.happen(1, { minutesAgo: -30 });
		const came = [...(await run.poll())];
		for (let minute = 0; minute < 60; minute += 3) {
			run.pass(3);
			keys.push(...run.happen(minute % 2));
			came.push(...(await run.poll()));
		}
		expect(came.toSorted()).toEqual(keys.toSorted());
		expect(await run.settle()).toMatchObject(FAULTLESS);
	},
);

test('an inbox that lost its last page is read all the same, whatever KODA says of that page', async () => {
	let deleted = 0;
	const shorter: Sorting = (chats, now) => inOrderOf.oldestFirst(chats, now).slice(deleted);
	const run = await published(shorter, () => SIZE - 1);
	await run.poll();
	deleted = 50;
	run.service.refusal = (path, page) => (path.endsWith('/inbox') && page > 3 ? 404 : undefined);
	run.pass(1);
	const keys = run.happen(2);
	expect((await run.poll()).toSorted()).toEqual(keys.toSorted());
	expect(await run.settle()).toMatchObject(FAULTLESS);
});

test('what n8n keeps is not touched by a poll of a quiet inbox', async () => {
	const run = await published(inOrderOf.newestFirst, () => 0);
	const keys = run.happen(1);
	const kept: string[] = [];
	expect(await run.poll()).toEqual(keys);
	for (const minutes of [10, 10, 1, 1]) {
		run.pass(minutes);
		expect(await run.poll()).toEqual([]);
		kept.push(run.kept());
	}
	expect(kept[2]).toBe(kept[1]);
	expect(kept[3]).toBe(kept[1]);
	// Nothing was ever read: the last message is older than the trigger.
	const silent = await published(inOrderOf.newestFirst, () => 0);
	await silent.poll();
	const first = silent.kept();
	silent.pass(1);
	await silent.poll();
	expect(silent.kept()).toBe(first);
});
