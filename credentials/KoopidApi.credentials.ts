import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { marks } from '../nodes/Koopid/marks';
import { routes } from '../nodes/Koopid/routes';
import { atAddress, BASE_URL, baseUrl, endpointOverrides, testBy } from './common';

const text = (value: unknown) => String(value ?? '').trim();

/** API key of Koopid (Dialpad Digital Engagement), sent in the query of every call (docs/evidence/koopid.md §2). */
export class KoopidApi implements ICredentialType {
	name = 'koopidApi';

	displayName = 'Koopid API';

	icon: Icon = {
		light: 'file:../nodes/Koopid/koopid.svg',
		dark: 'file:../nodes/Koopid/koopid.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-chatbot-platforms/n8n-nodes-chatbot-platforms/blob/HEAD/docs/koopid.md#what-you-need';

	properties: INodeProperties[] = [
		baseUrl({
			default: '',
			placeholder: 'e.g. https://app.koopid.ai',
			description:
				'Address before /Dashboard. It differs by customer and region, and Koopid publishes none: ask for yours.',
		}),
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'Provider ID',
			name: 'providerId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1020',
			description: "Operations can name another one in their own field 'Provider ID'",
		},
		{
			displayName: 'Partner ID',
			name: 'partnerId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1021',
			description:
				'ID of an admin agent registered with Koopid. Koopid names it in its samples and does not say whether it is needed.',
		},
		endpointOverrides(
			'should Koopid tell you others than this pack has',
			'{"agent.getQueueStats": "POST /Dashboard/AgetQueueStats"}',
		),
	];

	async authenticate(
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { apiKey, partnerId } = credential;
		const partner = text(partnerId) ? { partnerId: text(partnerId) } : {};
		const keys = { apiKey: text(apiKey), ...partner };
		const { qs, ...rest } = atAddress(request, credential, { routes, marks });
		return { ...rest, qs: { ...qs, ...keys } };
	}

	test: ICredentialTestRequest = testBy(
		{
			baseURL: BASE_URL,
			url: 'conversation.getChatStats',
			qs: { providerId: '={{ $credentials.providerId.trim() }}' },
		},
		"Koopid does not accept these: check 'API Key', 'Provider ID' and 'Partner ID'.",
		// Chat stats may be no JSON.
		'application/json, text/plain, */*;q=0.1',
	);
}
