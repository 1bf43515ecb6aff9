import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { marks } from '../nodes/Naxon/marks';
import { routes } from '../nodes/Naxon/routes';
import {
	atAddress,
	BASE_URL,
	baseUrl,
	endpointOverrides,
	testBy,
	unpublished,
	withHeaders,
} from './common';

/** API token of Naxon. How it is sent is not published, so it is a choice (docs/evidence/naxon.md §1). */
export class NaxonApi implements ICredentialType {
	name = 'naxonApi';

	displayName = 'Naxon API';

	icon: Icon = {
		light: 'file:../nodes/Naxon/naxon.svg',
		dark: 'file:../nodes/Naxon/naxon.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-chatbot-platforms/n8n-nodes-chatbot-platforms/blob/HEAD/docs/naxon.md#what-you-need';

	properties: INodeProperties[] = [
		unpublished(
			'Naxon',
			'Naxon publishes neither its host, nor addresses, nor how the token is sent: Base URL, Send Token As and the addresses of all operations are guesses.',
			this.documentationUrl,
		),
		baseUrl({
			default: 'https://api.naxon.ai/v1',
			description:
				'Address before the paths of the API. Naxon does not publish it and the default is a guess: correct it.',
		}),
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
		endpointOverrides(
			'should Naxon tell you others than this pack assumes',
			'{"model.getAll": "GET /bots"}',
		),
	];

	async authenticate(
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { apiToken, sendAs, headerName } = credential;
		const token = String(apiToken).trim();
		const header =
			sendAs === 'header'
				? { [String(headerName).trim()]: token }
				: { Authorization: `Bearer ${token}` };
		return withHeaders(atAddress(request, credential, { routes, marks }), header);
	}

	test: ICredentialTestRequest = testBy(
		{
			baseURL: BASE_URL,
			url: 'model.getAll',
			qs: { per_page: 1 },
		},
		"Naxon does not accept the token: check 'API Token' and 'Send Token As'.",
	);
}
