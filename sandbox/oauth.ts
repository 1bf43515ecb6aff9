/** OAuth 2 client credentials (RFC 6749 §4.4): the token endpoint's rules and the token check. */
import { createLocalJWKSet, errors, jwtVerify } from 'jose';
import { OAuth2Issuer } from 'oauth2-mock-server';
import type { Clock } from './clock';
import type { Answer } from './faults';
import type { Headers } from './types';

export interface OAuthSettings {
	/** Client ids to secrets. */
	clients: Record<string, string>;
	/** Every scope that may be granted; all of them are when a request names none. */
	scopes: Set<string>;
	/** Lifetime of a token in seconds of the sandbox's clock. */
	tokenSeconds: number;
	clock: Clock;
}

export interface OAuth {
	/** Answers a token request; `form` is `undefined` when the body was not form-encoded. */
	token(headers: Headers, form: Record<string, string> | undefined): Promise<Answer>;
	/** The scopes of a request's bearer token, or why it is refused. */
	authorize(headers: Headers): Promise<{ scopes: Set<string> } | { refusal: string }>;
}

interface Client {
	id?: string;
	secret?: string;
}

function answer(status: number, body: object, headers: Record<string, string> = {}): Answer {
	const fixed = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
	return { status, headers: { ...fixed, ...headers }, text: JSON.stringify(body) };
}

function refuse(status: number, error: string, description: string): Answer {
	const challenge = { 'www-authenticate': 'Basic realm="sandbox"' };
	const body = { error, error_description: description };
	return answer(status, body, status === 401 ? challenge : {});
}

function formDecoded(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		return text;
	}
}

function fromBasic(authorization: string): Client {
	const pair = Buffer.from(authorization.slice('Basic '.length), 'base64').toString('utf8');
	const colon = pair.indexOf(':');
	if (colon < 0) return {};
	return { id: formDecoded(pair.slice(0, colon)), secret: formDecoded(pair.slice(colon + 1)) };
}

function clientOf(headers: Headers, form: Record<string, string>): Client {
	const { authorization } = headers;
	if (typeof authorization === 'string' && /^Basic /i.test(authorization)) {
		return fromBasic(authorization);
	}
	return { id: form.client_id, secret: form.client_secret };
}

/**
 * Makes the OAuth side of a vendor. Tokens are JWTs signed with a key of this process (ES256),
 * so that those of an earlier sandbox are refused.
 */
export async function createOAuth(settings: OAuthSettings): Promise<OAuth> {
	const { clients, scopes, tokenSeconds, clock } = settings;
	const issuer = new OAuth2Issuer();
	issuer.url = 'http://sandbox.invalid';
	await issuer.keys.generate('ES256');
	const keys = createLocalJWKSet({ keys: issuer.keys.toJSON() as never });
	// A signature that held once holds again: only the expiry has to be looked at each time.
	const verified = new Map<string, { scopes: Set<string>; expiresAt: number }>();

	async function issue(clientId: string, granted: string[]): Promise<Answer> {
		const issuedAt = Math.floor(clock.now() / 1000);
		const token = await issuer.buildToken({
			scopesOrTransform: (_header, payload) => {
				Object.assign(payload, { sub: clientId, client_id: clientId, scope: granted.join(' ') });
				Object.assign(payload, { iat: issuedAt, nbf: issuedAt, exp: issuedAt + tokenSeconds });
			},
		});
		return answer(200, {
			access_token: token,
			token_type: 'Bearer',
			expires_in: tokenSeconds,
			scope: granted.join(' '),
		});
	}

	async function verify(token: string) {
		const known = verified.get(token);
		if (known !== undefined && known.expiresAt > clock.now()) return known;
		verified.delete(token);
		const { payload } = await jwtVerify(token, keys, {
			issuer: issuer.url,
			algorithms: ['ES256'],
			currentDate: new Date(clock.now()),
			requiredClaims: ['exp', 'scope'],
		});
		const grant = {
			scopes: new Set(String(payload.scope).split(' ')),
			expiresAt: Number(payload.exp) * 1000,
		};
		verified.set(token, grant);
		return grant;
	}

	return {
		async token(headers, form) {
			if (form === undefined) {
				return refuse(400, 'invalid_request', 'The body has to be form-encoded');
			}
			const { id, secret } = clientOf(headers, form);
			if (id === undefined || !Object.hasOwn(clients, id) || clients[id] !== secret) {
				return refuse(401, 'invalid_client', 'Client authentication failed');
			}
			if (form.grant_type !== 'client_credentials') {
				return refuse(400, 'unsupported_grant_type', 'Only client_credentials is supported');
			}
			const asked = (form.scope ?? '').split(' ').filter((scope) => scope !== '');
			const unknown = asked.filter((scope) => !scopes.has(scope));
			if (unknown.length > 0) {
				return refuse(400, 'invalid_scope', `Unknown scope: ${unknown.join(' ')}`);
			}
			return await issue(id, asked.length > 0 ? asked : [...scopes]);
		},
		async authorize({ authorization }) {
			const token = /^Bearer (\S+)$/i.exec(String(authorization))?.[1];
			if (token === undefined) return { refusal: 'A bearer token is missing' };
			try {
				return { scopes: (await verify(token)).scopes };
			} catch (error) {
				if (error instanceof errors.JWTExpired) return { refusal: 'The token has expired' };
				if (error instanceof errors.JOSEError) return { refusal: 'The token is invalid' };
				throw error;
			}
		},
	};
}
