import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

/** Developer access token of ChatBot.com, sent as Bearer (docs/evidence/chatbot-com.md §1). */
export class ChatBotComApi implements ICredentialType {
	name = 'chatBotComApi';

	displayName = 'ChatBot.com API';

	icon: Icon = {
		light: 'file:../nodes/ChatBotCom/chatBotCom.svg',
		dark: 'file:../nodes/ChatBotCom/chatBotCom.dark.svg',
	};

	documentationUrl = 'https://www.chatbot.com/docs/';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'The developer access token, in ChatBot.com under Settings > API Keys. A client access token works for Send Query only.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.chatbot.com',
			required: true,
		},
		{
			displayName: 'Endpoint Overrides',
			name: 'endpointOverrides',
			type: 'json',
			default: '{}',
			description:
				'Addresses of operations, should ChatBot.com tell you others than this pack assumes, for instance {"session.updateAttributes": "PUT /sessions/{sessionId}/attributes"}',
		},
	];

	async authenticate(
		{ accessToken }: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const Authorization = `Bearer ${String(accessToken).trim()}`;
		return { ...request, headers: { ...request.headers, Authorization } };
	}

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim().replace(/\\/+$/, "") }}',
			url: '/v2/stories',
			disableFollowRedirect: true,
			// A web site would answer with a page, and pass.
			headers: { Accept: 'application/json' },
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						"ChatBot.com does not accept the access token: check 'Access Token'. A client access token cannot be tested here.",
				},
			},
		],
	};
}
