import type { ICredentialDataDecryptedObject, ICredentialType } from 'n8n-workflow';

import { ChatBotComApi } from '../../credentials/ChatBotComApi.credentials';
import { KoopidApi } from '../../credentials/KoopidApi.credentials';
import { KoreAiApi } from '../../credentials/KoreAiApi.credentials';
import { NaxonApi } from '../../credentials/NaxonApi.credentials';
import { testCredential } from '../support/contexts';
import { accounts } from '../../engine/credentials';
import { useSandbox } from '../support/sandbox';

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
