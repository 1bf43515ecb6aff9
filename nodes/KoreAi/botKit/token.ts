import { createHmac } from 'crypto';
import type { ICredentialDataDecryptedObject, IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { thingIn } from '../../shared/fields/lists';
import { secretMatches } from '../../shared/trigger/webhook';

/** The HMACs that a JWT app can be set to and this pack can check. */
const HASHES: Record<string, string> = { HS256: 'sha256', HS512: 'sha512' };

/** How far Kore.ai's clock may be ahead of or behind ours, in seconds. */
const LEEWAY = 300;

/** The object in a part of a JWT; empty when there is none. */
const objectIn = (part: string) => thingIn(Buffer.from(part, 'base64url').toString());

/** Whether `token` is a JWT that the app with this ID and secret signed, and that has not expired. */
function isSignedBy(token: unknown, clientId: string, clientSecret: string): boolean {
	if (typeof token !== 'string' || clientId === '' || clientSecret === '') return false;
	const [header, claims, signature, ...more] = token.split('.');
	if (signature === undefined || more.length > 0) return false;
	const { alg } = objectIn(header);
	if (typeof alg !== 'string' || !Object.hasOwn(HASHES, alg)) return false;
	const wanted = createHmac(HASHES[alg], clientSecret)
		.update(`${header}.${claims}`)
		.digest('base64url');
	if (!secretMatches(signature, wanted)) return false;
	const { appId, exp } = objectIn(claims);
	const isOver = typeof exp === 'number' && exp + LEEWAY < Date.now() / 1000;
	return appId === clientId && !isOver;
}

/**
 * Whether a call shows that it comes from Kore.ai: a token in the header `token`, or as older versions do, the client
 * secret in the header `apikey` (docs/evidence/kore-ai.md §7.1).
 */
export function isFromKoreAi(
	webhook: IWebhookFunctions,
	{ clientId, clientSecret }: ICredentialDataDecryptedObject,
): boolean {
	const { token, apikey } = webhook.getHeaderData() as IDataObject;
	const secret = String(clientSecret ?? '').trim();
	return isSignedBy(token, String(clientId ?? '').trim(), secret) || secretMatches(apikey, secret);
}
