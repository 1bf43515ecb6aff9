import { pull } from 'lodash';
import type { IncomingMessage } from 'node:http';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { accounts } from '../../../engine/credentials';
import { ENCODINGS } from './encodings';

/** The fields of each credential whose values are secrets. */
const SECRET_FIELDS: Record<string, string> = {
	kodaOAuth2Api: 'clientSecret',
	chatBotComApi: 'accessToken',
	koopidApi: 'apiKey',
	koreAiApi: 'clientSecret',
	naxonApi: 'apiToken',
};

/** An account of one case, whose secrets no other case has. */
export interface Account {
	credential: string;
	data: ICredentialDataDecryptedObject;
	/** All that must not be found anywhere; grows by the tokens that are made from it. */
	secrets: string[];
	/** The access token that the service gives, which is a secret from then on. */
	issue: () => string;
	/** The access token is not known any more. */
	forget: () => void;
	/** Sets the service's address, and other fields. */
	use: (url: string, changes?: object) => void;
	/** Repeats what the service knows of a request, in the case's encoding. */
	echo: (request: IncomingMessage) => string;
}

/** A signed token is good for nothing without its last part. */
const signatureOf = (token: string) => /^eyJ[\w-]+\.[\w-]+\.([\w-]+)$/.exec(token)?.[1];

/** An account of the case `id`, with letters in its secrets that look different in each encoding. */
export function accountOf(credential: string, id: string, encoding: string): Account {
	const secret = `s3/${id}+K"q<W>&z?=~e7`;
	const accessToken = `t0/${id}+B"r<N>&x?=~k4`;
	const secrets = [secret];
	const signatures = new Set<string>();
	const account: Account = {
		credential,
		data: {},
		secrets,
		issue() {
			if (!secrets.includes(accessToken)) secrets.push(accessToken);
			return accessToken;
		},
		forget() {
			pull(secrets, accessToken);
		},
		use(url, changes) {
			account.data = {
				...accounts(url)[credential],
				...changes,
				[SECRET_FIELDS[credential]]: secret,
			};
		},
		echo({ headers }) {
			// A service that repeats a signed token repeats the whole of it.
			const bearer = headers.authorization?.replace(/^bearer /i, '');
			const signed = signatureOf(String(headers.auth ?? bearer));
			const known = secrets.filter((one) => !signatures.has(one));
			if (signed !== undefined) secrets.push(signed);
			if (signed !== undefined) signatures.add(signed);
			const sent = [headers.authorization, headers.auth].filter((one) => one !== undefined);
			const user = String(account.data.clientId ?? account.data.providerId ?? '');
			return [...new Set([...known, ...sent.map(String)])]
				.map((one) => ENCODINGS[encoding](one, user))
				.join(' ');
		},
	};
	return account;
}
