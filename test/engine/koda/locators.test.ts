import type { INodeListSearchResult } from 'n8n-workflow';

import { BOT, byId, byUrl } from '../../../engine/jobs';
import { UNKNOWN, useKoda } from '../../support/koda';
import { contractOf, expectSent } from '../../support/kodaContract';

const bench = useKoda();

const bot = byId(BOT);
const seed = async (count: object) =>
	await bench.sandbox().control('seed', { vendor: 'koda', ...count });
const values = ({ results }: INodeListSearchResult) => results.map(({ value }) => value);

/** Pages of a list until no token comes. */
async function pagesOf(method: Parameters<typeof bench.search>[0]) {
	const pages: INodeListSearchResult[] = [];
	let token: string | undefined;
	do {
		const page = await bench.search(method, { bot }, undefined, token);
		pages.push(page);
		token = page.paginationToken as string | undefined;
	} while (token !== undefined && pages.length < 50);
	return pages;
}

describe('call lists', () => {
	test('page by page, the latest first, named with their status', async () => {
		await seed({ callLists: 40 });
		const { callLists } = await bench.state();
		const latest = callLists.sort((a, b) => b.createdAt - a.createdAt);
		const pages = await pagesOf('callLists');
		expect(pages.map(({ results }) => results.length)).toEqual([20, 20, 3]);
		expect(pages.flatMap(values)).toEqual(latest.map(({ id }) => id));
		expect(pages[0].results[0].name).toBe('Call list 43 (finished)');
		const requests = await bench.sent('callList.getAll');
		expect(requests).toHaveLength(3);
		requests.forEach((request, index) =>
			expectSent(request, 'callList.getAll', {
				path: { botId: BOT },
				query: { page: `${index + 1}`, on_page: '20' },
			}),
		);
	});

	test('a filter finds names on later pages, in any case, and part of an ID', async () => {
		await seed({ callLists: 40 });
		const found = await bench.search('callLists', { bot }, 'LIST 1');
		expect(found.results.map(({ name }) => name).sort()).toEqual(
			[1, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]
				.map((number) => `Call list ${number} (finished)`)
				.sort(),
		);
		expect(found.paginationToken).toBeUndefined();
		const [{ id }] = (await bench.state()).callLists;
		expect(values(await bench.search('callLists', { bot }, id.slice(0, 18)))).toEqual([id]);
		const spelled = await bench.search('callLists', { bot }, ' \uFEFFLIST\u00A01\u200B');
		expect(spelled.results).toEqual(found.results);
	});

	test('a filter that fits nothing finds nothing', async () => {
		expect(await bench.search('callLists', { bot }, 'no such list')).toEqual({ results: [] });
	});
});

describe('chats', () => {
	test('page by page without duplicates, named after the person and the platform', async () => {
		const { chats } = await bench.state();
		const pages = await pagesOf('chats');
		expect(pages.map(({ results }) => results.length)).toEqual([20, 20, 20]);
		expect(pages.flatMap(values).sort()).toEqual(
			chats.map(({ platformUserId }) => platformUserId).sort(),
		);
		const first = pages
			.flatMap(({ results }) => results)
			.find(({ value }) => value === '4100000000');
		expect(first?.name).toBe('Ewa Kowalska (fb, 4100000000)');
	});

	test('a filter finds people', async () => {
		const { chats } = await bench.state();
		const people = chats.filter(({ firstName }) => firstName === 'Zoë');
		const found = await bench.search('chats', { bot }, 'zoë');
		expect(people.length).toBeGreaterThan(1);
		expect(values(found).sort()).toEqual(people.map(({ platformUserId }) => platformUserId).sort());
	});

	test('someone without a name is listed by ID', async () => {
		const body = {
			meta: { page: 1, pages: 1, is_last_page: true },
			response: [{ platform_user_id: 'u-1', platform: 'web' }],
		};
		const fault = { kind: 'status', status: 200, body, operationId: 'chat.getAll' };
		await bench.sandbox().control('faults', { vendor: 'koda', ...fault });
		expect((await bench.search('chats', { bot })).results).toEqual([
			{ name: 'u-1 (web)', value: 'u-1' },
		]);
	});

	test('of very many, a filter reads 500 rows at most', async () => {
		await seed({ chats: 540 });
		await bench.search('chats', { bot }, 'Ewa');
		const sizes = (await bench.sent('chat.getAll')).map(({ query }) => Number(query.on_page));
		expect(sizes.reduce((sum, size) => sum + size)).toBe(500);
	});
});

describe('documents', () => {
	test('all by their titles; the search takes no page, as the contract has none', async () => {
		const { documents } = await bench.state();
		const found = await bench.search('documents', { bot });
		expect(found.results).toEqual(documents.map(({ id, title }) => ({ name: title, value: id })));
		expect(found.paginationToken).toBeUndefined();
		const requests = await bench.sent('document.search');
		expect(requests).toHaveLength(1);
		expect(requests[0]).toMatchObject({ query: {}, contractErrors: [], status: 200 });
		expect(requests[0].body ?? {}).toEqual({});
	});

	test('a filter by title', async () => {
		const { documents } = await bench.state();
		const returns = documents.filter(({ title }) => title.startsWith('Returns'));
		expect(values(await bench.search('documents', { bot }, 'returns'))).toEqual(
			returns.map(({ id }) => id),
		);
		for (const { query } of await bench.sent('document.search')) expect(query).toEqual({});
	});

	test('no next page is offered where none can be asked for', async () => {
		const body = {
			meta: { page: 1, pages: 3, is_last_page: false },
			response: [{ doc_id: UNKNOWN, title: 'First' }],
		};
		const fault = { kind: 'status', status: 200, body, operationId: 'document.search' };
		await bench.sandbox().control('faults', { vendor: 'koda', ...fault });
		expect((await bench.search('documents', { bot })).paginationToken).toBeUndefined();
	});
});

describe.each(['callLists', 'chats', 'documents'] as const)('%s', (method) => {
	test.each([
		['nothing chosen', {}],
		['an empty ID', { bot: byId('') }],
	])('without a bot it is asked for: %s', async (_, parameters) => {
		await expect(bench.search(method, parameters)).rejects.toThrow("Choose 'Bot' first");
		await bench.expectSilence();
	});

	test('the bot by its address in the dashboard', async () => {
		const inUrl = byUrl(`https://app.kodabots.com/bot/${BOT}/inbox?tab=1`);
		expect((await bench.search(method, { bot: inUrl })).results.length).toBeGreaterThan(0);
	});

	test('a bot that KODA does not know is a 404 in its own words', async () => {
		const failure = bench.search(method, { bot: byId(UNKNOWN) });
		await expect(failure).rejects.toMatchObject({
			httpCode: '404',
			description: expect.stringContaining('Bot not found') as unknown,
		});
	});
});

describe('By URL', () => {
	const { path } = contractOf('callList.getAll');
	const list = async (url: string) =>
		await bench.run({ resource: 'callList', operation: 'getAll', bot: byUrl(url) });

	test.each([
		`https://app.kodabots.com/bot/${BOT}`,
		`https://app.kodabots.com/bot/${BOT}/`,
		`https://app.kodabots.com/bot/${BOT}?lang=pl`,
		`https://app.kodabots.com/bot/${BOT}#top`,
		`https://app.kodabots.com/bot/${BOT}/create-bot/5d306675-4500-409d-80a2-6d16ac28db58`,
		`app.kodabots.com/bot/${BOT}`,
		`https://white-label.example/bot/${BOT}/settings`,
	])('%s', async (url) => {
		expect((await list(url)).error).toBeUndefined();
		const [request] = await bench.sent('callList.getAll');
		expect(request.path).toBe(path.replace('{botId}', BOT));
	});

	test.each(['https://app.kodabots.com/', 'https://app.kodabots.com/bot/', BOT])(
		'%s holds no ID',
		async (url) => {
			for (const given of [url, `=${url}`]) {
				const { error } = await list(given);
				expect(error?.message).toBe("'Bot' holds no ID [item 0]");
				expect(error?.description).toBe("Paste the whole address, or choose 'By ID'.");
			}
			await bench.expectSilence();
		},
	);

	test('an ID with blanks around it, and one from an expression that is plain text', async () => {
		await bench.run({ resource: 'callList', operation: 'getAll', bot: byId(`  ${BOT} `) });
		const fromText = { resource: 'callList', operation: 'getAll', bot: byId('={{ $json.bot }}') };
		await bench.run(fromText, { items: [{ json: { bot: BOT } }] });
		const paths = (await bench.sent('callList.getAll')).map((request) => request.path);
		expect(paths).toEqual(Array(2).fill(path.replace('{botId}', BOT)));
	});
});
