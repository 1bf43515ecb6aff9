import { naxonAccount, type NaxonState } from '../../support/naxon';
import { searchList } from '../../support/contexts';
import { useSandbox } from '../../support/sandbox';

const sandbox = useSandbox();

const search = async (node: string, method: string, filter?: string, token?: string) =>
	await searchList(
		{ node, credentials: naxonAccount(sandbox().url), parameters: {} },
		method,
		filter,
		token,
	);
const state = async () => await sandbox().state<NaxonState>('naxon');
const pagesSent = async () =>
	(await sandbox().requests('naxon')).map(({ operationId, query }) => [operationId, query.page]);

describe.each(['naxon', 'naxonTrigger', 'naxonConversationTrigger'])('%s', (node) => {
	test('models are offered by name', async () => {
		const { results, paginationToken } = await search(node, 'models');
		const { models } = await state();
		expect(results).toEqual(models.map(({ id, name }) => ({ name, value: String(id) })));
		expect(paginationToken).toBeUndefined();
		expect(await pagesSent()).toEqual([['model.getAll', '1']]);
	});

	test.each(['SHOP', '102'])('models are found by %s', async (filter) => {
		const { results } = await search(node, 'models', filter);
		expect(results).toEqual([{ name: 'Shop assistant', value: '102' }]);
	});

	test('a filter without a match gives an empty list', async () => {
		expect((await search(node, 'models', 'nobody has this name')).results).toEqual([]);
	});
});

describe('conversations', () => {
	test('say who talked with which model and when', async () => {
		const { results } = await search('naxon', 'conversations');
		const { conversations, models } = await state();
		expect(results.map(({ value }) => value)).toEqual(conversations.map(({ id }) => String(id)));
		for (const [index, { name }] of results.entries()) {
			const { platformUserId, modelId } = conversations[index];
			expect(name).toContain(platformUserId);
			expect(name).toContain(models.find(({ id }) => id === modelId)?.name);
			expect(name).toMatch(/2026-01-1\d/);
		}
	});

	test('come page by page while the user scrolls', async () => {
		await sandbox().control('seed', { vendor: 'naxon', conversations: 100 });
		const { conversations } = await state();
		const values: unknown[] = [];
		let token: string | undefined;
		do {
			const page = await search('naxon', 'conversations', undefined, token);
			values.push(...page.results.map(({ value }) => value));
			token = page.paginationToken as string | undefined;
		} while (token);
		expect(values).toEqual(conversations.map(({ id }) => String(id)));
		expect(await pagesSent()).toEqual(['1', '2', '3'].map((n) => ['conversation.getAll', n]));
	});

	test('are searched among the first 500 only', async () => {
		await sandbox().control('seed', { vendor: 'naxon', conversations: 1000 });
		const { conversations } = await state();
		const { results, paginationToken } = await search('naxon', 'conversations', 'U');
		expect(results.map(({ value }) => value)).toEqual(
			conversations.slice(0, 500).map(({ id }) => String(id)),
		);
		expect(paginationToken).toBeUndefined();
		const rows = (await sandbox().requests('naxon')).reduce(
			(sum, { query }) => sum + Number(query.per_page),
			0,
		);
		expect(rows).toBe(500);
	});
});

test('a refused token is a message, not an empty list', async () => {
	const credentials = naxonAccount(sandbox().url, { apiToken: 'wrong-token-text' });
	const asked = searchList({ node: 'naxon', credentials, parameters: {} }, 'models');
	const error = await asked.then(() => undefined).catch((reason: Error) => reason);
	expect(error?.message).toContain('Naxon did not accept the credential');
	expect(JSON.stringify(error)).not.toContain('wrong-token-text');
});
