import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeCredentialsDetails,
} from 'n8n-workflow';
import { ICredentialsHelper } from 'n8n-workflow';

import { KodaOAuth2Api } from '../../credentials/KodaOAuth2Api.credentials';
import { NaxonApi } from '../../credentials/NaxonApi.credentials';

const types: Record<string, ICredentialType> = Object.fromEntries(
	[new KodaOAuth2Api(), new NaxonApi()].map((type) => [type.name, type]),
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
