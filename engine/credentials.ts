import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeCredentialsDetails,
} from 'n8n-workflow';
import { ICredentialsHelper } from 'n8n-workflow';

import { ChatBotComApi } from '../credentials/ChatBotComApi.credentials';
import { KodaOAuth2Api } from '../credentials/KodaOAuth2Api.credentials';
import { KoopidApi } from '../credentials/KoopidApi.credentials';
import { KoreAiApi } from '../credentials/KoreAiApi.credentials';
import { NaxonApi } from '../credentials/NaxonApi.credentials';

const types: Record<string, ICredentialType> = Object.fromEntries(
	[new ChatBotComApi(), new KodaOAuth2Api(), new KoopidApi(), new KoreAiApi(), new NaxonApi()].map(
		(type) => [type.name, type],
	),
);

/** Accounts of the sandbox at `url`, by credential type. */
export const accounts = (url: string): Record<string, ICredentialDataDecryptedObject> => ({
	kodaOAuth2Api: {
		baseUrl: `${url}/koda`,
		grantType: 'clientCredentials',
		accessTokenUrl: `${url}/koda/oauth/token`,
		clientId: 'koda-client',
		clientSecret: 'koda-secret',
		scope: new KodaOAuth2Api().properties.find(({ name }) => name === 'scope')?.default as string,
		authentication: 'header',
		endpointOverrides: '{}',
	},
	chatBotComApi: {
		accessToken: 'chatbot-developer-token',
		baseUrl: `${url}/chatbot-com`,
		endpointOverrides: '{}',
	},
	koopidApi: {
		baseUrl: `${url}/koopid`,
		apiKey: 'koopid-key',
		providerId: '1020',
		partnerId: '1021',
		endpointOverrides: '{}',
	},
	koreAiApi: {
		host: 'other',
		baseUrl: `${url}/kore-ai`,
		clientId: 'cs-admin',
		clientSecret: 'admin-secret-of-kore-ai',
		createdIn: 'adminConsole',
		defaultBotId: 'st-11111111-1111-5111-8111-111111111111',
		accountId: '5904d6045256d3e3db038448',
		algorithm: 'HS256',
		endpointOverrides: '{}',
	},
	naxonApi: {
		baseUrl: `${url}/naxon`,
		apiToken: 'naxon-token',
		sendAs: 'bearer',
		headerName: 'X-API-Token',
		webhookSecret: '',
		endpointOverrides: '{}',
	},
});

/** n8n's credential store, in memory: what the engine asks of it, as n8n's own helper answers. */
export class Credentials extends ICredentialsHelper {
	constructor(readonly stored: Record<string, ICredentialDataDecryptedObject>) {
		super();
	}

	getParentTypes(name: string): string[] {
		return types[name]?.extends ?? [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = types[typeName];
		if (typeof authenticate !== 'function')
			throw new Error(`${typeName} has no authenticate function`);
		return await authenticate(credentials, request);
	}

	async preAuthentication() {
		return undefined;
	}

	async runPreAuthentication() {
		return undefined;
	}

	async getCredentials(): Promise<never> {
		throw new Error('Not needed by the engine here');
	}

	async getDecrypted(
		_additionalData: unknown,
		_details: INodeCredentialsDetails,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		return structuredClone(this.stored[type]);
	}

	async updateCredentials(
		_details: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.stored[type] = structuredClone(data);
	}

	async updateCredentialsOauthTokenData(
		details: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		await this.updateCredentials(details, type, data);
	}

	getCredentialsProperties(type: string) {
		return types[type]?.properties ?? [];
	}
}
