import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';

import { searchList } from '../../support/contexts';
import { itemsOf } from '../../../engine/jobs';
import {
	BOT,
	BOT_APP,
	expectNoSecret,
	koreAccount,
	OTHER_BOT,
	pairs,
	rowsOf,
	shownFields,
	SILENT_BOT,
	useKore,
} from '../../support/koreAi';

/** User: Get Many, Bot: Get Many, and the picker for bots. */
const { sandbox, run, runToError, sent, onlySent, answerWith, fault, state } = useKore();

const ALL = { returnAll: true };

const pages = async () => (await sent()).map(({ query }) => [query.offset, query.limit]);
const seed = async (counts: object) =>
	await sandbox().control('seed', { vendor: 'kore-ai', ...counts });

describe('users with roles', () => {
	const GET = 'user.getAll';
	const idsOf = (rows: IDataObject[]) => rows.map(({ userId }) => userId);

	test('60 in two calls, of which the second skips 50', async () => {
		const { json, outputs, error } = await run(GET, ALL);
		expect(error).toBeUndefined();
		const { users } = await state();
		expect(users).toHaveLength(60);
		expect(idsOf(json)).toEqual(users.map(({ id }) => id));
		expect(new Set(pairs(outputs[0]))).toEqual(new Set([0]));
		expect(await pages()).toEqual([
			['0', '50'],
			['50', '50'],
		]);
		for (const request of await sent()) {
			expect(request).toMatchObject({ method: 'GET', path: '/api/public/alluserroles' });
			expect(request).toMatchObject({ body: null, contractErrors: [], status: 200 });
		}
		expect(json).toEqual(rowsOf(await sent(), 'users'));
		expect(Object.keys(json[0]).sort()).toEqual(shownFields(GET));
		const { roles } = users[0];
		expect(json[0].btRoles).toEqual(roles.map((role) => ({ ...role, groups: [] })));
	});

	test.each([
		[7, [['0', '7']]],
		[50, [['0', '50']]],
		[
			51,
			[
				['0', '50'],
				['50', '50'],
			],
		],
	])('limit %d', async (limit, asked) => {
		const { json } = await run(GET, { limit });
		const { users } = await state();
		expect(idsOf(json)).toEqual(users.slice(0, limit).map(({ id }) => id));
		expect(await pages()).toEqual(asked);
	});

	test('a service that gives fewer than asked for, and one that says nothing of more', async () => {
		await answerWith(GET, { users: [{ userId: 'u-1' }, { userId: 'u-2' }], availableMore: true });
		await answerWith(GET, { users: [{ userId: 'u-2' }, { userId: 'u-3' }] });
		await answerWith(GET, { users: [] });
		const { json } = await run(GET, ALL);
		expect(idsOf(json)).toEqual(['u-1', 'u-2', 'u-3']);
		expect((await pages()).map(([offset]) => offset)).toEqual(['0', '2', '4']);
	});

	test('each item has its own list', async () => {
		const { outputs } = await run(GET, { limit: 2 }, { items: itemsOf([{}, {}]) });
		expect(pairs(outputs[0])).toEqual([0, 0, 1, 1]);
	});

	test.each([GET, 'bot.getAll'])(
		'%s: a limit that is none is refused before any call',
		async (id) => {
			const error = await runToError(id, { limit: '={{ -1 }}' });
			expect(error.message).toBe("'Limit' cannot be -1 [item 0]");
			expect(error).toMatchObject({ cause: 'configuration-invalid', pairedItem: { item: 0 } });
			expect(await sent()).toEqual([]);
		},
	);
});

describe('bots', () => {
	const GET = 'bot.getAll';

	test('120 in three calls, page by page', async () => {
		await seed({ bots: 117 });
		const { json, outputs, error } = await run(GET, ALL);
		expect(error).toBeUndefined();
		const { bots } = await state();
		expect(bots).toHaveLength(120);
		expect(json.map(({ _id: id }) => id)).toEqual(bots.map(({ id }) => id));
		expect(new Set(pairs(outputs[0]))).toEqual(new Set([0]));
		expect(await pages()).toEqual([
			['0', '50'],
			['1', '50'],
			['2', '50'],
		]);
		expect((await sent())[0]).toMatchObject({ method: 'GET', path: '/api/public/bots' });
	});

	test('show no secrets of other apps, but all that the editor shows', async () => {
		const { json, run: whole } = await run(GET, ALL);
		const [request] = await sent();
		expect(JSON.stringify(request.responseBody)).toContain('secret-of-another-app');
		expectNoSecret(whole, 'secret-of-another-app');
		for (const row of json) expect(Object.keys(row).sort()).toEqual(shownFields(GET));
	});

	test('show no secrets of other apps in another form either', async () => {
		const jwtApps = [{ clientId: 'cs-1', clientSecret: 'secret-in-a-fault' }];
		await answerWith(GET, { bots: [{ _id: 'st-1', name: 'One', jwtApps }], availableMore: false });
		const { json, run: whole } = await run(GET, ALL);
		expect(json).toEqual([{ _id: 'st-1', name: 'One' }]);
		expectNoSecret(whole, 'secret-in-a-fault');
	});

	test('limit', async () => {
		await seed({ bots: 60 });
		const { json } = await run(GET, { limit: 2 });
		expect(json.map(({ _id: id }) => id)).toEqual([BOT, SILENT_BOT]);
		expect(await pages()).toEqual([['0', '2']]);
	});

	test('a limit over a page: pages stay of one size, so that none is lost', async () => {
		await seed({ bots: 60 });
		const { json } = await run(GET, { limit: 55 });
		const { bots } = await state();
		expect(json.map(({ _id: id }) => id)).toEqual(bots.slice(0, 55).map(({ id }) => id));
		expect(await pages()).toEqual([
			['0', '50'],
			['1', '50'],
		]);
	});
});

describe('the picker for bots', () => {
	const search = async (filter?: string, token?: string, account = {}) => {
		const setup = {
			node: 'koreAi',
			parameters: {},
			credentials: koreAccount(sandbox().url, account),
		};
		return await searchList(setup, 'bots', filter, token);
	};
	const values = ({ results }: INodeListSearchResult) => results.map(({ value }) => value);

	test('shows names and whether they are published', async () => {
		const { results, paginationToken } = await search();
		expect(results).toEqual([
			{ name: 'Order Desk (published)', value: BOT },
			{ name: 'Unreleased Bot (configured)', value: SILENT_BOT },
			{ name: 'Help Desk (published)', value: OTHER_BOT },
		]);
		expect(paginationToken).toBeUndefined();
		expect((await onlySent()).query).toEqual({ offset: '0', limit: '50' });
	});

	test('page by page, while more are available', async () => {
		await seed({ bots: 77 });
		const first = await search();
		const second = await search(undefined, first.paginationToken as string);
		expect(second.paginationToken).toBeUndefined();
		const { bots } = await state();
		expect([...values(first), ...values(second)]).toEqual(bots.map(({ id }) => id));
		expect(await pages()).toEqual([
			['0', '50'],
			['1', '50'],
		]);
	});

	test('a filter finds names on any page, in any case, and IDs', async () => {
		await seed({ bots: 77 });
		expect(values(await search('bot 80'))).toEqual([(await state()).bots[79].id]);
		expect(values(await search('DESK'))).toEqual([BOT, OTHER_BOT]);
		expect(values(await search(SILENT_BOT.slice(0, 12)))).toEqual([SILENT_BOT]);
		expect((await search('no such bot')).results).toEqual([]);
	});

	test("with the app of a bot, says in the service's words what is missing", async () => {
		await expect(search(undefined, undefined, BOT_APP)).rejects.toMatchObject({
			httpCode: '403',
			description: expect.stringContaining('Profile Management › Role Management') as unknown,
		});
	});

	test('a bot without a name goes by its ID', async () => {
		await fault('bot.getAll', { kind: 'status', status: 200, body: { bots: [{ _id: 'st-9' }] } });
		expect((await search()).results).toEqual([{ name: 'st-9', value: 'st-9' }]);
	});
});
