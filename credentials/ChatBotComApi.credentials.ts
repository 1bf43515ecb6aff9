import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { marks } from '../nodes/ChatBotCom/marks';
import { routes } from '../nodes/ChatBotCom/routes';
import { atAddress, BASE_URL, baseUrl, endpointOverrides, testBy, withHeaders } from './common';

/** Developer access token of ChatBot.com, sent as Bearer (docs/evidence/chatbot-com.md §1). */
export class ChatBotComApi implements ICredentialType {
	name = 'chatBotComApi';

	displayName = 'ChatBot.com API';

	icon: Icon = {
		light: 'file:../nodes/ChatBotCom/chatBotCom.svg',
		dark: 'file:../nodes/ChatBotCom/chatBotCom.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-chatbot-platforms/n8n-nodes-chatbot-platforms/blob/HEAD/docs/chatbot-com.md#what-you-need';

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
		baseUrl({ default: 'https://api.chatbot.com' }),
		endpointOverrides(
			'should ChatBot.com tell you others than this pack assumes',
			'{"session.updateAttributes": "PUT /sessions/{sessionId}/attributes"}',
		),
	];

	async authenticate(
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const Authorization = `Bearer ${String(credential.accessToken).trim()}`;
		return withHeaders(atAddress(request, credential, { routes, marks }), { Authorization });
	}

	test: ICredentialTestRequest = testBy(
		{ baseURL: BASE_URL, url: 'story.getAll' },
		"ChatBot.com does not accept the access token: check 'Access Token'. A client access token cannot be tested here.",
	);
}
