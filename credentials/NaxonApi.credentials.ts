import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

/** API token of Naxon. How it is sent is not published, so it is a choice (docs/evidence/naxon.md §1). */
export class NaxonApi implements ICredentialType {
	name = 'naxonApi';

	displayName = 'Naxon API';

	icon: Icon = {
		light: 'file:../nodes/Naxon/naxon.svg',
		dark: 'file:../nodes/Naxon/naxon.dark.svg',
	};

	documentationUrl = 'https://docs.naxon.ai';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.naxon.ai/v1',
			required: true,
			description:
				'Address before the paths of the API. Naxon does not publish it and the default is a guess: correct it.',
		},
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'Send Token As',
			name: 'sendAs',
			type: 'options',
			options: [
				{ name: 'Bearer', value: 'bearer', description: 'Authorization: Bearer …' },
				{ name: 'Header', value: 'header', description: 'A header of its own' },
			],
			default: 'bearer',
			description: 'Naxon does not publish it. Bearer is the most likely.',
		},
		{
			displayName: 'Header Name',
			name: 'headerName',
			type: 'string',
			default: 'X-API-Token',
			required: true,
			displayOptions: { show: { sendAs: ['header'] } },
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'A text of your own that calls to Naxon Trigger have to carry, when the trigger verifies it',
		},
		{
			displayName: 'Endpoint Overrides',
			name: 'endpointOverrides',
			type: 'json',
			default: '{}',
			description:
				'Addresses of operations, should Naxon tell you others than this pack assumes, for instance {"model.getAll": "GET /bots"}',
		},
	];

	async authenticate(
		{ apiToken, sendAs, headerName }: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const token = String(apiToken).trim();
		const header =
			sendAs === 'header'
				? { [String(headerName).trim()]: token }
				: { Authorization: `Bearer ${token}` };
		return { ...request, headers: { ...request.headers, ...header } };
	}

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim().replace(/\\/+$/, "") }}',
			url: '={{ (JSON.parse($credentials.endpointOverrides || "{}")["model.getAll"] || "GET /models").trim().split(/\\s+/).pop() }}',
			qs: { per_page: 1 },
			disableFollowRedirect: true,
			// A web site would answer with a page, and pass.
			headers: { Accept: 'application/json' },
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: "Naxon does not accept the token: check 'API Token' and 'Send Token As'.",
				},
			},
		],
	};
}
