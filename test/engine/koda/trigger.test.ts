import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { pollTrigger } from '../../support/contexts';
import { watch } from '../../support/events';
import { BOT, byId } from '../../../engine/jobs';
import { minutesAgo, useKodaTrigger } from '../../support/kodaTrigger';

/** What is the same for every event of KODA Trigger. */
const bench = useKodaTrigger();
const { trigger, state, seed, fault, sent, pass, act, campaign } = bench;

/** Lets `count` new events happen; answers what tells each of them, in order. */
type Cause = (count: number) => Promise<unknown[]>;

interface Kind {
	event: string;
	/** What tells the events apart in the output. */
	name: string;
	cause: Cause;
	parameters?: INodeParameters;
	/** The call that a poll makes last. */
	last: string;
}

let number = 0;
const numbers = (count: number) =>
	Array.from({ length: count }, () => `+4860000${1000 + ++number}`);

const kinds: Kind[] = [
	{
		event: 'newChatMessage',
		name: 'text',
		parameters: { includeModerator: true },
		last: 'chat.get',
		cause: async (count) => {
			await seed({ newMessages: count });
			const texts = (await state()).chats.flatMap(({ entries }) =>
				entries.map(({ block }) => block.text).filter((text) => text.endsWith(']')),
			);
			const order = (text: string) => Number(/\[(\d+)]$/.exec(text)?.[1]);
			return texts.sort((a, b) => order(a) - order(b)).slice(-count);
		},
	},
	{
		event: 'moderatorModeSwitchedOn',
		name: 'platform_user_id',
		last: 'chat.getAll',
		cause: async (count) => {
			const off = (await state()).chats.filter(({ moderatorMode }) => !moderatorMode);
			const ids = off.slice(0, count).map(({ platformUserId }) => platformUserId);
			// Their last messages decide on the order: the chats were seeded in that of their ages.
			await act(
				'chat.enableModeratorMode',
				{ chat: byId('={{ $json.id }}') },
				ids.map((id) => ({ id })),
			);
			return ids;
		},
	},
	{
		event: 'callFinished',
		name: 'phone_number',
		last: 'callList.get',
		cause: async (count) => {
			const people = numbers(count);
			for (const [index, one] of people.entries()) await campaign(`Campaign ${index}`, [one]);
			await pass(60);
			return people;
		},
	},
	{
		event: 'callListFinished',
		name: 'id',
		last: 'callList.getAll',
		cause: async (count) => {
			const ids: string[] = [];
			for (const one of numbers(count)) ids.push(await campaign(`To ${one}`, [one]));
			await pass(60);
			return ids;
		},
	},
];

describe.each(kinds.map((kind) => [kind.event, kind] as const))('%s', (event, kind) => {
	const { name, cause, parameters, last } = kind;
	const setup = (more: INodeParameters = {}) => trigger(event, { ...parameters, ...more });
	const told = (items: IDataObject[]) => items.map((item) => item[name]);

	test('begins now: what is there is old, and each new one comes once', async () => {
		await cause(2);
		const watched = watch(setup());
		expect(await watched.poll()).toEqual([]);
		expect(await watched.poll()).toEqual([]);
		const one = await cause(1);
		expect(told(await watched.poll())).toEqual(one);
		expect(await watched.poll()).toEqual([]);
		const three = await cause(3);
		expect(told(await watched.poll())).toEqual(three);
		await pass(600);
		expect(await watched.poll()).toEqual([]);
	});

	test('of a poll that fails, nothing is lost', async () => {
		const watched = watch(setup());
		await watched.poll();
		const before = watched.kept();
		const two = await cause(2);
		const cases: Array<[object, string, string]> = [
			[
				// One that is refused alone keeps back no other.
				{ kind: 'status', status: 500, count: last.endsWith('.getAll') ? 1 : 2 },
				'KODA is not available right now',
				'Try again later.',
			],
			[{ kind: 'status', status: 401, count: 3 }, 'KODA did not accept the credential', 'Scope'],
			[{ kind: 'html' }, 'KODA answered with a web page instead of data', "'Base URL'"],
		];
		for (const [broken, message, wayOut] of cases) {
			await fault({ operationId: last, ...broken });
			await expect(watched.poll()).rejects.toMatchObject({
				message: expect.stringContaining(message) as string,
				description: expect.stringContaining(wayOut) as string,
			});
			expect(watched.kept()).toEqual(before);
		}
		expect(told(await watched.poll())).toEqual(two);
		expect(await watched.poll()).toEqual([]);
	});

	test('of another bot begins anew', async () => {
		// n8n keeps what the first poll of a newly published workflow leaves.
		const watched = watch(setup(), { restarts: false });
		await watched.poll();
		await cause(2);
		// The sandbox takes the ID in any case; the trigger does not know that.
		const other = setup({ bot: byId(BOT.toUpperCase()) });
		expect(await watched.poll(other)).toEqual([]);
		const one = await cause(1);
		expect(told(await watched.poll(other))).toEqual(one);
	});

	test('by Fetch Test Event: the latest one, without any effect', async () => {
		const two = await cause(2);
		const { json, staticData } = await pollTrigger(setup(), 'manual');
		expect(json).toHaveLength(1);
		if (event !== 'moderatorModeSwitchedOn') expect(told(json)).toEqual(two.slice(-1));
		expect(staticData).toEqual({});
	});

	test('is not looked for again while a poll takes long', async () => {
		await cause(1);
		const from = setup({ options: { startFrom: minutesAgo(30) } });
		await fault({ operationId: last, kind: 'delay', delayMs: 300 });
		const first = pollTrigger(from);
		expect((await pollTrigger(from)).json).toEqual([]);
		expect((await first).json.length).toBeGreaterThan(0);
	});

	test.each<[string, string, INodeParameters]>([
		['Bot', 'is empty', { bot: byId('') }],
		['Bot', 'is empty', { bot: byId('={{ undefined }}') }],
		['Start From', 'is not a date', { options: { startFrom: 'soon' } }],
	])('%s that %s is refused, and nothing is sent', async (field, what, wrong) => {
		await expect(pollTrigger(setup(wrong))).rejects.toMatchObject({
			message: `'${field}' ${what}`,
			description: expect.stringMatching(/\w/) as string,
		});
		expect(await sent()).toEqual([]);
	});
});

test('Fetch Test Event, when there is none', async () => {
	await expect(pollTrigger(trigger('newChatMessage'), 'manual')).rejects.toMatchObject({
		message: 'Nothing happened in the last 7 days',
		description: expect.stringContaining('fetch again') as string,
	});
});

test('an event that is none is refused', async () => {
	await expect(pollTrigger(trigger('other'))).rejects.toThrow("'Trigger On'");
});

test('a bot that KODA does not know is a 404 that tells of the guessed address', async () => {
	const bot = byId('00000000-0000-4000-8000-000000000000');
	await expect(pollTrigger(trigger('newChatMessage', { bot }))).rejects.toMatchObject({
		message: expect.stringMatching(/^KODA answered 404: /) as string,
		description: expect.stringContaining('is a guess') as string,
	});
});
