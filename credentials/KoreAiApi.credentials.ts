import { createHmac, randomUUID } from 'crypto';
import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { marks } from '../nodes/KoreAi/marks';
import { routes } from '../nodes/KoreAi/routes';
import { atAddress, baseUrl, endpointOverrides, testBy, withHeaders } from './common';

/** Kore.ai takes an hour at most, by its own clock: half of it leaves room for a clock that is wrong either way. */
const LIFETIME_SECONDS = 1800;

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token that is good for one call within half an hour (docs/evidence/kore-ai.md §1.3). */
function signedToken(clientId: string, clientSecret: string, algorithm: string): string {
	const now = Math.floor(Date.now() / 1000);
	const header = base64url({ alg: algorithm, typ: 'JWT' });
	const claims = base64url({
		appId: clientId,
		sub: clientId,
		iss: clientId,
		iat: now,
		exp: now + LIFETIME_SECONDS,
		jti: randomUUID(),
	});
	const hash = algorithm === 'HS512' ? 'sha512' : 'sha256';
	const signature = createHmac(hash, clientSecret)
		.update(`${header}.${claims}`)
		.digest('base64url');
	return `${header}.${claims}.${signature}`;
}

/**
 * A JWT app of the Kore.ai XO Platform: each call carries a token of its own in the header `auth`. One that comes with a
 * scheme in `Authorization`, as the webhook channel wants it, has the token there (docs/evidence/kore-ai.md §1.1).
 */
export class KoreAiApi implements ICredentialType {
	name = 'koreAiApi';

	displayName = 'Kore.ai API';

	icon: Icon = {
		light: 'file:../nodes/KoreAi/koreAi.svg',
		dark: 'file:../nodes/KoreAi/koreAi.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-chatbot-platforms/n8n-nodes-chatbot-platforms/blob/HEAD/docs/kore-ai.md#what-you-need';

	properties: INodeProperties[] = [
		{
			displayName: 'Host',
			name: 'host',
			type: 'options',
			options: [
				{ name: 'EU (eu-bots.kore.ai)', value: 'https://eu-bots.kore.ai' },
				{ name: 'Germany (de-bots.kore.ai)', value: 'https://de-bots.kore.ai' },
				{ name: 'Germany (de-platform.kore.ai)', value: 'https://de-platform.kore.ai' },
				{ name: 'India (ind-platform.kore.ai)', value: 'https://ind-platform.kore.ai' },
				{ name: 'Japan (jp-bots.kore.ai)', value: 'https://jp-bots.kore.ai' },
				{ name: 'Japan (jp-platform.kore.ai)', value: 'https://jp-platform.kore.ai' },
				{ name: 'Other', value: 'other', description: 'Another region, or your own installation' },
				{ name: 'US (bots.kore.ai)', value: 'https://bots.kore.ai' },
				{ name: 'US (platform.kore.ai)', value: 'https://platform.kore.ai' },
			],
			default: 'https://platform.kore.ai',
			description: 'The host in the address of your Kore.ai platform',
		},
		baseUrl({
			default: '',
			placeholder: 'e.g. https://platform.example.com',
			displayOptions: { show: { host: ['other'] } },
			description: 'Address before /api',
		}),
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. cs-1a2b3c4d-…',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'App Created In',
			name: 'createdIn',
			type: 'options',
			options: [
				{
					name: 'Admin Console',
					value: 'adminConsole',
					description: 'Works for all bots of the account; needed to publish, import and delete',
				},
				{
					name: 'Bot',
					value: 'bot',
					description: 'Works for its own bot only; needed for debug logs',
				},
			],
			default: 'adminConsole',
			description: 'Where the JWT app was created, which decides what it may do',
		},
		{
			displayName: 'Default Bot ID',
			name: 'defaultBotId',
			type: 'string',
			default: '',
			placeholder: 'e.g. st-1a2b3c4d-…',
			description:
				'The bot that a node works with when none is chosen in it. Required for an app created in a bot to be tested here; the test also needs the API scope Bot Sessions.',
		},
		{
			displayName: 'Account ID',
			name: 'accountId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 67777ce93e25326494e1b2c3',
			description:
				"Needed for campaigns and the contact center only. 'Get Many' for bots shows it as accountId.",
		},
		{
			displayName: 'Algorithm',
			name: 'algorithm',
			type: 'options',
			options: [
				{ name: 'HS256', value: 'HS256' },
				{ name: 'HS512', value: 'HS512' },
			],
			default: 'HS256',
			description: 'As chosen for the JWT app',
		},
		endpointOverrides(
			'should your Kore.ai answer at others',
			'{"bot.getPublishStatus": "GET /api/1.1/public/bot/{botId}/publish/status"}',
		),
	];

	async authenticate(
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { clientId, clientSecret, algorithm, defaultBotId } = credential;
		const token = signedToken(
			String(clientId).trim(),
			String(clientSecret).trim(),
			String(algorithm),
		);
		const tested = atAddress(
			request,
			credential,
			{ routes, marks },
			{
				values: { botId: defaultBotId },
				wayOut: "Enter 'Default Bot ID': an app created in a bot is tested with that bot.",
			},
		);
		const scheme = request.headers?.Authorization;
		return withHeaders(
			tested,
			scheme === undefined ? { auth: token } : { Authorization: `${String(scheme)} ${token}` },
		);
	}

	test: ICredentialTestRequest = testBy(
		{
			method: 'POST',
			baseURL:
				'={{ ($credentials.host === "other" ? $credentials.baseUrl : $credentials.host).trim().replace(/\\/+$/, "") }}',
			url: '={{ $credentials.createdIn === "bot" ? "session.getAll" : "session.getAllOfAccount" }}',
			body: { limit: 1 },
		},
		"Kore.ai does not accept these: check 'Host', 'Client ID', 'Client Secret', 'App Created In', 'Default Bot ID' and 'Algorithm', and that the app has the API scope Bot Sessions.",
	);
}
