import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { KodaOAuth2Api } from '../../../credentials/KodaOAuth2Api.credentials';
import { accounts } from '../../../engine/credentials';
import { testCredential } from '../../support/contexts';
import { useSandbox } from '../../support/sandbox';

/** The credential's test is a request for a token, as RFC 6749 (sections 2.3.1 and 4.4.2) has it, with what is entered now. */
const sandbox = useSandbox();

const WRONG = { clientSecret: 'nobody-knows-it' };
/** What n8n kept when the credential was good. */
const KEPT = { oauthTokenData: { access_token: 'of-yesterday', token_type: 'Bearer' } };

const type = new KodaOAuth2Api();
const run = async (changes: ICredentialDataDecryptedObject = {}) =>
	await testCredential(type, { ...accounts(sandbox().url).kodaOAuth2Api, ...changes });

/** What n8n makes of the answer: the message of the rule that it breaks. */
const verdictOn = (answer: unknown) => {
	const [[{ json }]] = answer as Array<Array<{ json: Record<string, unknown> }>>;
	const [rule] = type.test.rules as Array<{
		properties: { key: string; value: unknown; message: string };
	}>;
	return json[rule.properties.key] === rule.properties.value ? rule.properties.message : undefined;
};

const basic = (secret: string) =>
	`Basic ${Buffer.from(`koda-client:${secret}`).toString('base64')}`;

test('asks for a token with ID and secret in the header', async () => {
	expect(verdictOn(await run(KEPT))).toBeUndefined();
	const [request, ...others] = await sandbox().requests('koda');
	expect(others).toEqual([]);
	expect(request).toMatchObject({ method: 'POST', path: '/oauth/token', status: 200 });
	expect(request.headers.authorization).toBe(basic('koda-secret'));
	expect(request.body).toMatchObject({ grant_type: 'client_credentials' });
	expect(request.body).toHaveProperty('scope', expect.stringContaining('inbox:read'));
	expect(request.body).not.toHaveProperty('client_secret');
});

test('asks for one with both in the body', async () => {
	expect(verdictOn(await run({ ...KEPT, authentication: 'body' }))).toBeUndefined();
	const [request] = await sandbox().requests('koda');
	expect(request.headers.authorization).not.toMatch(/^Basic/);
	expect(request.body).toMatchObject({ client_id: 'koda-client', client_secret: 'koda-secret' });
});

test('asks for no scope where none is named', async () => {
	expect(verdictOn(await run({ ...KEPT, scope: ' ' }))).toBeUndefined();
	const [{ body }] = await sandbox().requests('koda');
	expect(body).toEqual({ grant_type: 'client_credentials' });
});

test.each([
	['a wrong secret', WRONG],
	['a scope that is not granted', { scope: 'outbound:fly' }],
	['a wrong secret in the body', { ...WRONG, authentication: 'body' }],
])('%s is told, whatever token n8n has kept', async (_, changes) => {
	const message = verdictOn(await run({ ...KEPT, ...changes }));
	for (const field of ['Client ID', 'Client Secret', 'Scope', 'Authentication']) {
		expect(message).toContain(`'${field}'`);
	}
	expect(await sandbox().requests('koda')).toHaveLength(1);
});

test('a redirect is not followed, since it would carry the secret elsewhere', async () => {
	const headers = { location: `${sandbox().url}/koda/oauth/token` };
	await sandbox().control('faults', { vendor: 'koda', kind: 'status', status: 302, headers });
	expect(verdictOn(await run(KEPT))).toContain("'Access Token URL'");
	expect(await sandbox().requests('koda')).toHaveLength(1);
});

test("without a token, n8n's own request for one tells what is wrong", async () => {
	await expect(run(WRONG)).rejects.toMatchObject({
		message: expect.stringContaining('Client authentication failed'),
	});
	await expect(run({ scope: 'outbound:fly' })).rejects.toMatchObject({
		message: expect.stringContaining('scope is invalid'),
	});
});
