import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { uuidOf } from '../../../sandbox/vendors/random';
import { BOT, byId, byUrl, fromList, itemsOf } from '../../../engine/jobs';
import { UNKNOWN, useKoda } from '../../support/koda';
import {
	describeBadInput,
	describeCases,
	describeRefusals,
	response,
	success,
	type BadInput,
	type KodaCase,
} from '../../support/kodaCases';
import { contractOf } from '../../support/kodaContract';
import { testEach } from '../../support/sandbox';

const bench = useKoda();

/** The first three chats of the sandbox: the first under moderator mode, the third on the web. */
const CHAT = '4100000000';
const BOT_CHAT = '4100000001';
const WEB_CHAT = uuidOf('koda user 2');

const closing = contractOf('chat.disableModeratorMode').example;
const block = contractOf('chat.sendBlock').example;

const rows = (pairs: IDataObject) => ({
	row: Object.entries(pairs).map(([name, value]) => ({ name, value: String(value) })),
});

const cases: KodaCase[] = [
	{
		operationId: 'chat.getAll',
		query: { page: '1', on_page: '20' },
		parameters: { limit: 20 },
		output: response,
	},
	{
		operationId: 'chat.get',
		parameters: { chat: fromList(CHAT) },
		path: { platformUserId: CHAT },
		query: { page: '1', on_page: '20' },
		output: response,
	},
	{
		operationId: 'chat.enableModeratorMode',
		parameters: { chat: byId(WEB_CHAT) },
		path: { platformUserId: WEB_CHAT },
		output: success,
	},
	{
		operationId: 'chat.sendModeratorMessage',
		parameters: { chat: byId(CHAT), message: 'Zażółć gęślą jaźń 🙂\n"quoted"' },
		path: { platformUserId: CHAT },
		body: { moderator_message: 'Zażółć gęślą jaźń 🙂\n"quoted"' },
		output: success,
	},
	{
		operationId: 'chat.disableModeratorMode',
		parameters: { chat: byId(CHAT), options: { message: closing.message as string, quiet: false } },
		path: { platformUserId: CHAT },
		body: closing,
		output: success,
	},
	{
		operationId: 'chat.sendBlock',
		parameters: {
			chat: byId(CHAT),
			block: byUrl(`https://app.kodabots.com/bot/${BOT}/create-bot/${String(block.block_id)}`),
			userVariables: rows(block.user_variables as IDataObject),
		},
		path: { platformUserId: CHAT },
		body: block,
		output: success,
	},
];

/** Send File has a suite of its own. */
describe('each operation', () => describeCases(bench, cases));
describe('each refusal', () => describeRefusals(bench, cases));

const chatOf = async (id: string) => {
	const chat = (await bench.state()).chats.find(({ platformUserId }) => platformUserId === id);
	if (!chat) throw new Error(`The sandbox has no chat ${id}`);
	return chat;
};

const at = (operation: string, chat: string = CHAT): INodeParameters => ({
	resource: 'chat',
	operation,
	chat: byId(chat),
});

const bodyOf = async (operationId: string) => (await bench.sent(operationId))[0].body;

describe('Get Many', () => {
	testEach(
		'the chats in order, no page more than needed',
		[
			['Return All', { returnAll: true }, 60, 3, '20'],
			['Return All in one page', { returnAll: true, options: { pageSize: 60 } }, 60, 1, '60'],
			['a Limit into the third page', { limit: 41 }, 41, 3, '20'],
			['a Limit of one page', { limit: 20 }, 20, 1, '20'],
			['a Limit of a few', { limit: 3 }, 3, 1, '3'],
		],
		async ([, choice, count, pages, size]) => {
			const { chats } = await bench.state();
			const newest = (entries: Array<{ date: number }>) => entries[entries.length - 1].date;
			const ids = chats
				.sort((a, b) => newest(b.entries) - newest(a.entries))
				.map(({ platformUserId }) => platformUserId);
			const { json } = await bench.run({ resource: 'chat', operation: 'getAll', ...choice });
			expect(json.map(({ platform_user_id: id }) => id)).toEqual(ids.slice(0, count));
			const queries = (await bench.sent('chat.getAll')).map(({ query }) => query);
			expect(queries.map(({ page }) => Number(page)).sort()).toEqual(
				Array.from({ length: pages }, (_page, index) => index + 1),
			);
			expect(queries.map(({ on_page: onPage }) => onPage)).toEqual(Array(pages).fill(size));
		},
	);
});

describe('Get', () => {
	test('all messages over several pages, in the order of KODA', async () => {
		await bench.sandbox().control('seed', { vendor: 'koda', messages: 100 });
		const { entries } = await chatOf(CHAT);
		const { json } = await bench.run({ ...at('get'), returnAll: true });
		expect(json).toEqual([...entries].reverse());
		expect(await bench.sent('chat.get')).toHaveLength(Math.ceil(entries.length / 20));
	});

	testEach(
		'From and To are sent as Unix seconds',
		[
			['UTC', '2026-01-12T08:00:20Z', '2026-01-12T08:00:40Z'],
			["the workflow's time zone", '2026-01-12T09:00:20', '2026-01-12T09:00:40'],
			['another offset', '2026-01-12T03:00:20-05:00', '2026-01-12T13:30:40+05:30'],
			[
				'a Luxon object',
				'={{ DateTime.fromSeconds(1768204820) }}',
				'={{ DateTime.fromSeconds(1768204840) }}',
			],
		],
		async ([, from, to]) => {
			const { json } = await bench.run({ ...at('get'), filters: { from, to } });
			const [{ query, contractErrors }] = await bench.sent('chat.get');
			expect(contractErrors).toEqual([]);
			expect(query).toEqual({ page: '1', on_page: '20', from: '1768204820', to: '1768204840' });
			expect(json.map(({ date }) => date)).toEqual([1768204840, 1768204820]);
		},
	);

	test('an ID that would lead to another address is refused, by the name of its field', async () => {
		const { message } = await bench.runToError(at('get', '..'));
		await bench.expectSilence();
		expect(message).toMatch(/'Chat'.*\[item 0]$/);
	});

	test('an ID of any characters stays one part of the address', async () => {
		const id = 'user/../ä b?c#d%';
		const error = await bench.runToError(at('get', id));
		expect(error.description).toContain('KODA said: "Chat not found"');
		const [{ path }] = await bench.sent('chat.get');
		expect(path).toBe(`/v1/bots/${BOT}/inbox/${encodeURIComponent(id)}`);
	});

	describeBadInput(bench, 'chat.get', [
		[
			'an end before the start',
			"'To' is before 'From'",
			/later date/,
			{ chat: byId(CHAT), filters: { from: '2026-01-12T09:00:00', to: '2026-01-12T08:59:59' } },
		],
		[
			'a date that is none',
			"'From' is not a date",
			/ISO 8601/,
			{ chat: byId(CHAT), filters: { from: '={{ "today" }}' } },
		],
		...['From', 'To'].map(
			(shown): BadInput => [
				`no ${shown}, although an expression is there`,
				`'${shown}' is empty`,
				/without it more would be meant/,
				{ chat: byId(CHAT), filters: { [shown.toLowerCase()]: '={{ $json.date }}' } },
			],
		),
		['no chat', "'Chat' is empty", /correct the expression/, { chat: byId('={{ $json.id }}') }],
		[
			'no bot',
			"'Bot' is empty",
			/without it more would be meant/,
			{ chat: byId(CHAT), bot: byId('={{ $json.id }}') },
		],
	]);
});

describe('moderation', () => {
	test('a chat is taken over, answered and handed back', async () => {
		expect((await chatOf(BOT_CHAT)).moderatorMode).toBe(false);
		await bench.run(at('enableModeratorMode', BOT_CHAT));
		expect((await chatOf(BOT_CHAT)).moderatorMode).toBe(true);
		await bench.run({
			...at('sendModeratorMessage', BOT_CHAT),
			message: 'Your parcel is on its way',
		});
		await bench.run({
			...at('disableModeratorMode', BOT_CHAT),
			options: { quiet: true, message: 'Bye' },
		});
		const { moderatorMode, entries } = await chatOf(BOT_CHAT);
		expect(moderatorMode).toBe(false);
		expect(entries.slice(-2).map((entry) => entry.block.text)).toEqual([
			'Your parcel is on its way',
			'Bye',
		]);
	});

	testEach(
		'Disable sends what was chosen',
		[
			['nothing chosen', {}, {}],
			['quiet alone', { quiet: true }, { quiet: true }],
			['a message alone', { message: 'Bye' }, { message: 'Bye' }],
		],
		async ([, options, body]) => {
			await bench.run({ ...at('disableModeratorMode'), options });
			expect((await bodyOf('chat.disableModeratorMode')) ?? {}).toEqual(body);
		},
	);

	// The limit is the vendor's: 1000 characters.
	const text = (length: number) => 'ż'.repeat(length);

	test.each([
		['letters', text(1000)],
		['emoji, two code units each', '🙂'.repeat(1000)],
	])('a message of 1000 characters goes through: %s', async (_, message) => {
		const [{ error }] = [await bench.run({ ...at('sendModeratorMessage'), message })];
		expect(error).toBeUndefined();
		expect(await bodyOf('chat.sendModeratorMessage')).toEqual({ moderator_message: message });
	});

	test('a closing message of 1000 characters goes through', async () => {
		await bench.run({ ...at('disableModeratorMode'), options: { message: text(1000) } });
		expect(await bodyOf('chat.disableModeratorMode')).toEqual({ message: text(1000) });
	});

	describeBadInput(bench, 'chat.sendModeratorMessage', [
		[
			'a message of 1001',
			"'Message' has 1001 characters",
			/Shorten it to 1000/,
			{ chat: byId(CHAT), message: text(1001) },
		],
		[
			'no message',
			"'Message' is empty",
			/correct the expression/,
			{ chat: byId(CHAT), message: '={{ $json.text }}' },
		],
		[
			'an object',
			"'Message' is not a text",
			/pick one of its values/,
			{ chat: byId(CHAT), message: '={{ { a: 1 } }}' },
		],
	]);

	describeBadInput(bench, 'chat.disableModeratorMode', [
		[
			'a closing message of 1001',
			"'Closing Message' has 1001 characters",
			/Shorten it to 1000/,
			{ chat: byId(CHAT), options: { message: text(1001) } },
		],
	]);

	test.each([['of false', { meta: { status: 200 }, response: false }]])(
		'an answer %s is an error',
		async (_, body) => {
			const fault = { kind: 'status', status: 200, body, operationId: 'chat.sendModeratorMessage' };
			await bench.sandbox().control('faults', { vendor: 'koda', ...fault });
			const { message } = await bench.runToError({
				...at('sendModeratorMessage'),
				message: 'Hello',
			});
			expect(message).toContain('KODA answered that it did not do this');
			expect(await bench.sent('chat.sendModeratorMessage')).toHaveLength(1);
		},
	);

	test('items come out in order, the one that fails in its place', async () => {
		const { outputs } = await bench.run(
			{ ...at('enableModeratorMode'), chat: byId('={{ $json.id }}') },
			{
				items: itemsOf([{ id: UNKNOWN }, { id: BOT_CHAT }]),
				settings: { onError: 'continueRegularOutput' },
			},
		);
		const [failed, done] = outputs[0];
		expect(failed).toMatchObject({
			pairedItem: { item: 0 },
			json: { details: { httpCode: '404' } },
		});
		expect(failed.json.error).toMatch(/\[item 0]$/);
		expect(done).toEqual({ json: { success: true }, pairedItem: { item: 1 } });
	});

	test('without On Error the workflow fails with the error', async () => {
		const { error } = await bench.run(at('enableModeratorMode', UNKNOWN));
		expect(error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '404',
			context: { itemIndex: 0 },
		});
		expect(error?.description).toContain('KODA said: "Chat not found"');
	});
});

describe('Send Block', () => {
	test("the person's variables are set and the block is shown", async () => {
		await bench.run({
			...at('sendBlock'),
			block: byId('b-1'),
			userVariables: rows({ city: 'Łódź', age: '={{ 30 + 1 }}' }),
		});
		const { userVariables, entries } = await chatOf(CHAT);
		expect(userVariables).toEqual({ city: 'Łódź', age: '31' });
		expect(entries[entries.length - 1]).toMatchObject({ block_id: 'b-1' });
	});

	test('without variables none are sent', async () => {
		await bench.run({ ...at('sendBlock'), block: byId('b-1') });
		expect(await bodyOf('chat.sendBlock')).toEqual({ block_id: 'b-1' });
	});

	describeBadInput(bench, 'chat.sendBlock', [
		[
			'an address of no block',
			"'Block' holds no ID",
			/Paste the whole address, or choose 'By ID'/,
			{ chat: byId(CHAT), block: byUrl(`=https://app.kodabots.com/bot/${BOT}`) },
		],
		[
			'a variable without a name',
			"'User Variables' 1: 'Name' is empty",
			/Fill it in/,
			{ chat: byId(CHAT), block: byId('b-1'), userVariables: rows({ '={{ $json.name }}': 'x' }) },
		],
	]);
});
