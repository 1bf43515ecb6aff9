import { mapValues } from 'lodash';
import type { ICredentialDataDecryptedObject, ICredentialType } from 'n8n-workflow';

import { ChatBotComApi } from '../../credentials/ChatBotComApi.credentials';
import { KoopidApi } from '../../credentials/KoopidApi.credentials';
import { KoreAiApi } from '../../credentials/KoreAiApi.credentials';
import { NaxonApi } from '../../credentials/NaxonApi.credentials';
import { testCredential } from '../support/contexts';
import { accounts } from '../../engine/credentials';
import { answerJson, startOddServer } from '../support/oddServer';
import { useSandbox } from '../support/sandbox';
import { vendorFixture } from '../support/vendorFile';

/** What a user reads when the test of a credential is answered 401, and that a redirect is not followed. */
const sandbox = useSandbox();

/** The vendor at the sandbox, the credential, what makes it wrong, and the fields that the message has to name. */
const credentials: Array<
	[string, ICredentialType, ICredentialDataDecryptedObject, fields: string[]]
> = [
	['chatbot-com', new ChatBotComApi(), { accessToken: 'wrong-token' }, ['Access Token']],
	['koopid', new KoopidApi(), { apiKey: 'wrong-key' }, ['API Key', 'Provider ID', 'Partner ID']],
	['kore-ai', new KoreAiApi(), { clientSecret: 'wrong-secret' }, ['Client ID', 'Client Secret']],
	['naxon', new NaxonApi(), { apiToken: 'wrong-token' }, ['API Token', 'Send Token As']],
];

describe.each(credentials)('%s', (vendor, type, wrong, fields) => {
	const check = async (changes: ICredentialDataDecryptedObject = {}) =>
		await testCredential(type, { ...accounts(sandbox().url)[type.name], ...changes }).catch(
			(reason: unknown) => reason as { cause?: { response?: { status: number } } },
		);

	/** n8n looks for the status in the cause of the error, and for the rule of that status. */
	const messageOf = (error: Awaited<ReturnType<typeof check>>) => {
		const status = (error as { cause?: { response?: { status: number } } }).cause?.response?.status;
		const rule = type.test?.rules?.find(
			({ type: kind, properties }) => kind === 'responseCode' && properties.value === status,
		);
		return rule?.properties.message;
	};

	test('401 is told in words that name what to check', async () => {
		const message = messageOf(await check(wrong));
		for (const field of fields) {
			expect(message).toContain(`'${field}'`);
			expect(type.properties.map(({ displayName }) => displayName)).toContain(field);
		}
		expect(message).not.toContain(Object.values(wrong)[0]);
	});

	test('other statuses are told as they are', async () => {
		await sandbox().control('faults', { vendor, kind: 'status', status: 403, count: 9 });
		const error = await check();
		expect(error).toMatchObject({ httpCode: '403' });
		expect(messageOf(error)).toBeUndefined();
	});

	test('a redirect is not followed, since it would carry the credential elsewhere', async () => {
		const location = `${sandbox().url}/naxon/conversations?from=elsewhere`;
		const headers = { location };
		await sandbox().control('faults', { vendor, kind: 'status', status: 302, headers });
		expect(await check()).toMatchObject({ httpCode: '302' });
		expect(await sandbox().requests()).toHaveLength(1);
	});
});

/** The operation that tests the credential, the address that somebody gives for it, and what is to be asked there. */
const addresses: Array<
	[string, ICredentialType, ICredentialDataDecryptedObject, overrides: object, asked: RegExp]
> = [
	[
		'chatbot-com',
		new ChatBotComApi(),
		{},
		{ 'story.getAll': 'GET /v9/bots' },
		/^GET .*\/v9\/bots$/,
	],
	[
		'koopid',
		new KoopidApi(),
		{},
		{ 'conversation.getChatStats': 'POST /Chats' },
		/^POST .*\/Chats\?(.*&)?providerId=1020(&|$)/,
	],
	[
		'kore-ai',
		new KoreAiApi(),
		{},
		{ 'session.getAllOfAccount': 'GET /api/1.1/sessions' },
		/^GET .*\/api\/1\.1\/sessions\?limit=1$/,
	],
	[
		'kore-ai',
		new KoreAiApi(),
		{ createdIn: 'bot', defaultBotId: ' st-1 2 ' },
		{ 'session.getAll': 'POST /api/1.1/{botId}/sessions' },
		/^POST .*\/api\/1\.1\/st-1%202\/sessions$/,
	],
	['naxon', new NaxonApi(), {}, { 'model.getAll': 'post /bots' }, /^POST .*\/bots\?per_page=1$/],
];

describe.each(addresses)('Endpoint Overrides of %s', (vendor, type, account, overrides, asked) => {
	const check = async (endpointOverrides: unknown, { url }: { url: string } = sandbox()) =>
		await testCredential(type, {
			...accounts(url)[type.name],
			...account,
			endpointOverrides: JSON.stringify(endpointOverrides),
		}).catch((reason: unknown) => reason);

	test('are where the test asks', async () => {
		const server = await startOddServer((_, response) => answerJson(response, {}));
		await check(overrides, server);
		await server.close();
		expect(server.asked).toEqual([expect.stringMatching(asked)]);
	});

	test.each([
		['name an unknown operation: bot.fly', { 'bot.fly': 'GET /x' }],
		['give [\\w.]+ no method and path', mapValues(overrides, () => 'GET x')],
		['are not JSON', []],
	])('are told when they %s, and nothing is sent', async (what, wrong) => {
		expect(await check(wrong)).toHaveProperty(
			'message',
			expect.stringMatching(`'Endpoint Overrides' in the credential ${what}`),
		);
		expect(await sandbox().requests(vendor)).toEqual([]);
	});
});

/** A file of the vendor's own without one operation: it is named where we would have to guess its address. */
test.each([
	['chatbot-com', new ChatBotComApi(), 'chat.get', true],
	['chatbot-com', new ChatBotComApi(), 'story.get', false],
	['naxon', new NaxonApi(), 'conversation.get', true],
] as const)('%s: a file without an operation', async (vendor, type, lost, isNamed) => {
	const { fixture, places } = vendorFixture(vendor);
	const { path = '', method = '' } = places.get(lost) ?? {};
	delete fixture.paths[path][method.toLowerCase()];
	const { message = '' } = (await testCredential(type, {
		...accounts(sandbox().url)[type.name],
		endpointOverrides: JSON.stringify(fixture),
	}).catch((reason: unknown) => reason)) as Error;
	expect(message.includes(lost)).toBe(isNamed);
});
