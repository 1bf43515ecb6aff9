import type { Icon, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

import { baseUrl, endpointOverrides, unpublished } from './common';

const SCOPES = [
	'inbox:read',
	'inbox:modify',
	'knowledge_base:read',
	'knowledge_base:modify',
	'knowledge_base:parser',
	'outbound:read',
	'outbound:create',
	'outbound:resume',
	'outbound:pause',
].join(' ');

// Expressions that n8n puts the credential into; what is undefined is not sent.
const BASIC =
	'={{ $credentials.authentication === "body" ? undefined : { username: $credentials.clientId, password: $credentials.clientSecret } }}';
const FORM =
	'={{ ({ grant_type: "client_credentials", scope: $credentials.scope.trim() || undefined, ...($credentials.authentication === "body" && { client_id: $credentials.clientId, client_secret: $credentials.clientSecret }) }) }}';

/** OAuth2 client credentials of KODA (docs/evidence/koda.md §1.2). */
export class KodaOAuth2Api implements ICredentialType {
	name = 'kodaOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'KODA OAuth2 API';

	icon: Icon = { light: 'file:../nodes/Koda/koda.svg', dark: 'file:../nodes/Koda/koda.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-chatbot-platforms/n8n-nodes-chatbot-platforms/blob/HEAD/docs/koda.md#what-you-need';

	properties: INodeProperties[] = [
		// In the place of a field that client credentials do not have, so that it stands on top: n8n's own come first.
		{
			...unpublished(
				'KODA',
				'KODA publishes the address for tokens only: the addresses of all operations are guesses, and Base URL is inferred.',
				this.documentationUrl,
			),
			name: 'authUrl',
		},
		baseUrl({
			default: 'https://api.eu-pl.koda.ai',
			description:
				'Host that answers the API. The default is inferred from the token URL: KODA publishes no other.',
		}),
		{
			displayName: 'Default Bot ID',
			name: 'defaultBotId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 3337eb37-9c70-4e88-a173-21372501d7ee',
			description:
				'The bot that a node works with when none is named in it. It is in the address of its dashboard.',
		},
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'clientCredentials' },
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'string',
			default: 'https://api.eu-pl.koda.ai/oauth/token',
			required: true,
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default: SCOPES,
			description:
				'Scopes to ask for, separated by spaces. Remove those KODA has not granted to your client, if it issues no token.',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{ name: 'Body', value: 'body', description: 'Client ID and secret in the body' },
				{
					name: 'Header',
					value: 'header',
					description: 'Client ID and secret as Basic authentication',
				},
			],
			default: 'header',
			description:
				'How the token endpoint takes Client ID and Client Secret. KODA does not publish it; every server that follows the standard takes the header.',
		},
		endpointOverrides(
			'should KODA tell you others than this pack assumes',
			'{"callList.getAll": "GET /outbound/{botId}/lists"}',
		),
	];

	/** A request for a token: n8n may have kept the one of another secret, and tells by it that all is well. */
	test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			url: '={{ $credentials.accessTokenUrl }}',
			headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
			auth: BASIC as unknown as ICredentialTestRequest['request']['auth'],
			body: FORM,
			disableFollowRedirect: true,
			// A refusal would have n8n fetch a token itself, and tell of that.
			ignoreHttpStatusErrors: true,
		},
		rules: [
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'access_token',
					value: undefined,
					message:
						"KODA gives no token for these: check 'Client ID', 'Client Secret', 'Scope', 'Authentication' and 'Access Token URL'.",
				},
			},
		],
	};
}
