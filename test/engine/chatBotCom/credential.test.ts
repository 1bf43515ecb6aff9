import { ChatBotComApi } from '../../../credentials/ChatBotComApi.credentials';
import { chatBotAccount, useChatBot } from '../../support/chatBotCom';
import { testCredential } from '../../support/contexts';

const bench = useChatBot();

const run = async (changes: Record<string, string> = {}) =>
	await testCredential(
		new ChatBotComApi(),
		chatBotAccount(bench.sandbox().url, changes).chatBotComApi,
	);

test('asks for the stories, as the sample of the introduction does', async () => {
	await run();
	const request = await bench.onlySent();
	expect(request).toMatchObject({
		method: 'GET',
		operationId: 'story.getAll',
		path: '/v2/stories',
		query: {},
		status: 200,
		contractErrors: [],
	});
	expect(request.headers.authorization).toBe('Bearer chatbot-developer-token');
	expect(request.headers.accept).toBe('application/json');
});

test('spaces that were copied along do no harm', async () => {
	await run({ accessToken: ' chatbot-developer-token\n' });
	const { headers, status } = await bench.onlySent();
	expect(status).toBe(200);
	expect(headers.authorization).toBe('Bearer chatbot-developer-token');
});

test.each(['/', '//', ' '])('a base URL that ends in %j works', async (ending) => {
	await run({ baseUrl: `${bench.sandbox().url}/chatbot-com${ending}` });
	expect(await bench.onlySent()).toMatchObject({ path: '/v2/stories', status: 200 });
});

test.each(['wrong-token-text', 'chatbot-client-token'])('%s is refused', async (accessToken) => {
	await expect(run({ accessToken })).rejects.toMatchObject({ httpCode: '401' });
	const requests = await bench.sent();
	expect(new Set(requests.map(({ status }) => status))).toEqual(new Set([401]));
});

test('a wrong base URL is refused', async () => {
	await expect(run({ baseUrl: `${bench.sandbox().url}/nobody` })).rejects.toMatchObject({
		httpCode: '404',
	});
});

test('a host that answers with an error is refused', async () => {
	await bench.fault('story.getAll', { kind: 'status', status: 500, count: 9 });
	await expect(run()).rejects.toMatchObject({ httpCode: '500' });
});

test('the token is the only secret, and hidden', () => {
	const hidden = new ChatBotComApi().properties.filter(({ typeOptions }) => typeOptions?.password);
	expect(hidden.map(({ name }) => name)).toEqual(['accessToken']);
});

test('the documented host is filled in', () => {
	const baseUrl = new ChatBotComApi().properties.find(({ name }) => name === 'baseUrl');
	expect(baseUrl?.default).toBe('https://api.chatbot.com');
});
