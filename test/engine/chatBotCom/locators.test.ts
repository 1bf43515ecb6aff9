import type { INodeListSearchResult, INodeParameters } from 'n8n-workflow';

import type { ChatBotCom } from '../../../nodes/ChatBotCom/ChatBotCom.node';
import {
	chatBotAccount,
	chatId,
	entityId,
	loadOptions,
	segmentId,
	storyId,
	useChatBot,
	userId,
} from '../../support/chatBotCom';
import { byId } from '../../../engine/jobs';
import { searchList } from '../../support/contexts';

const bench = useChatBot();

type Method = keyof ChatBotCom['methods']['listSearch'];

const account = (accessToken = 'chatbot-developer-token') =>
	chatBotAccount(bench.sandbox().url, { accessToken });
const search = async (
	method: Method,
	filter?: string,
	token?: string,
	parameters: INodeParameters = {},
) =>
	await searchList(
		{ node: 'chatBotCom', credentials: account(), parameters },
		method,
		filter,
		token,
	);

/** Pages of a list until no token comes. */
async function pagesOf(method: Method) {
	const pages: INodeListSearchResult[] = [];
	let token: string | undefined;
	do {
		const page = await search(method, undefined, token);
		pages.push(page);
		token = page.paginationToken as string | undefined;
	} while (token !== undefined && pages.length < 20);
	return pages;
}

const values = (pages: INodeListSearchResult[]) =>
	pages.flatMap(({ results }) => results.map(({ value }) => value));
const queries = async () => (await bench.sent()).map(({ query }) => query);

describe('lists that come whole', () => {
	const lists: Array<[Method, string, (name: string) => string, string[]]> = [
		['segments', 'segment.getAll', segmentId, ['Leads', 'Customers', 'Newsletter', 'Inactive']],
		['stories', 'story.getAll', storyId, ['Support', 'Sales', 'Draft']],
		['entities', 'entity.getAll', entityId, ['movies', 'sizes', 'cities']],
	];

	test.each(lists)('%s are offered by name', async (method, operationId, idOf, names) => {
		const { results, paginationToken } = await search(method);
		expect(results).toEqual(names.map((name) => ({ name, value: idOf(name) })));
		expect(paginationToken).toBeUndefined();
		expect(await bench.onlySent()).toMatchObject({
			operationId,
			query: {},
			status: 200,
			contractErrors: [],
		});
	});

	test.each(lists)('%s are found by name, and by ID', async (method, _, idOf, [name]) => {
		const choice = [{ name, value: idOf(name) }];
		expect((await search(method, name.toUpperCase())).results).toEqual(choice);
		expect((await search(method, idOf(name).slice(3, 20))).results).toEqual(choice);
		expect((await search(method, 'nobody has this name')).results).toEqual([]);
	});
});

test('the interactions of a story are offered by name, once there is a story', async () => {
	const [story] = (await bench.state()).stories;
	const given = { story: byId(story.id) };
	const { results } = await search('interactions', undefined, undefined, given);
	expect(results).toEqual(story.interactions.map(({ id, name }) => ({ name, value: id })));
	expect(await bench.onlySent()).toMatchObject({ operationId: 'interaction.getAll', status: 200 });
	await expect(search('interactions')).rejects.toThrow("Choose 'Story' first");
});

describe('users', () => {
	test('come page by page while one scrolls, with name and email', async () => {
		const pages = await pagesOf('users');
		const users = (await bench.state()).users.toSorted((a, b) => b.createdAt - a.createdAt);
		expect(pages.map(({ results }) => results.length)).toEqual([40, 40, 15]);
		expect(pages.flatMap(({ results }) => results)).toEqual(
			users.map(({ id, attributes }) => ({
				name: `${attributes.default_name} (${attributes.default_email})`,
				value: id,
			})),
		);
		expect(await queries()).toEqual([
			{ limit: '40' },
			{ limit: '40', after: users[39].id },
			{ limit: '40', after: users[79].id },
		]);
		for (const { contractErrors } of await bench.sent()) expect(contractErrors).toEqual([]);
	});

	test.each(['USER3@example', userId(3)])('are found by %s on a later page', async (filter) => {
		const { results, paginationToken } = await search('users', filter);
		expect(results.map(({ value }) => value)).toEqual([userId(3)]);
		expect(paginationToken).toBeUndefined();
	});

	test('are searched among the first 500 only', async () => {
		await bench.sandbox().control('seed', { vendor: 'chatbot-com', users: 500 });
		const { results } = await search('users', 'example.com');
		expect(results).toHaveLength(500);
		expect(await bench.sent()).toHaveLength(13);
	});

	test.each([
		[{ default_email: 'a@b.c', default_name: null }, 'a@b.c'],
		[{ default_email: null, default_name: null }, 'crm-42'],
		[undefined, 'crm-42'],
	])('with the attributes %j are called %s', async (attributes, name) => {
		const data = [{ id: 'u1', userId: 'crm-42', attributes }];
		await bench.answerWith('user.getAll', { data });
		expect((await search('users')).results).toEqual([{ name, value: 'u1' }]);
	});
});

describe('chats', () => {
	test('come page by page while one scrolls, the latest first, with person and time', async () => {
		const pages = await pagesOf('chats');
		const chats = (await bench.state()).chats.toSorted((a, b) => b.createdAt - a.createdAt);
		expect(pages.map(({ results }) => results.length)).toEqual([40, 40, 15]);
		expect(values(pages)).toEqual(chats.map(({ id }) => id));
		const { user, createdAt } = chats[0];
		expect(pages[0].results[0].name).toBe(`${user.name} (${new Date(createdAt).toISOString()})`);
		expect(await queries()).toEqual([
			{},
			{ after: String(chats[39].createdAt) },
			{ after: String(chats[79].createdAt) },
		]);
	});

	test('are found by time on a later page', async () => {
		const [first] = (await bench.state()).chats;
		const { results } = await search('chats', new Date(first.createdAt).toISOString());
		expect(results.map(({ value }) => value)).toEqual([chatId(0)]);
	});

	test('without a person are shown by their ID', async () => {
		await bench.answerWith('chat.getAll', [{ id: 'c1' }]);
		expect((await search('chats')).results).toEqual([{ name: 'c1', value: 'c1' }]);
	});
});

describe('segments to choose several of', () => {
	test('are offered by name', async () => {
		expect(await loadOptions(account(), 'segments')).toEqual(
			['Leads', 'Customers', 'Newsletter', 'Inactive'].map((name) => ({
				name,
				value: segmentId(name),
			})),
		);
		expect(await bench.onlySent()).toMatchObject({ operationId: 'segment.getAll', status: 200 });
	});

	test('cannot be listed with the client token', async () => {
		const refused = loadOptions(account('chatbot-client-token'), 'segments');
		await expect(refused).rejects.toMatchObject({
			message: 'ChatBot.com did not accept the credential',
			httpCode: '401',
			description: expect.stringContaining("'Access Token'") as string,
		});
	});
});

describe('what cannot be listed', () => {
	test.each(['users', 'segments', 'stories', 'entities', 'chats'] as const)(
		'%s with a refused token are a message, not an empty list',
		async (method) => {
			const setup = {
				node: 'chatBotCom',
				credentials: account('wrong-token-text'),
				parameters: {},
			};
			const asked = searchList(setup, method);
			const error = await asked.then(() => undefined).catch((reason: Error) => reason);
			expect(error?.message).toBe('ChatBot.com did not accept the credential');
			expect(JSON.stringify(error)).not.toContain('wrong-token-text');
		},
	);

	test('an answer of another shape is a message, too', async () => {
		await bench.answerWith('story.getAll', { stories: [] });
		await expect(search('stories')).rejects.toThrow('answered in another form than expected');
	});
});
