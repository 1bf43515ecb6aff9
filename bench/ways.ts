import { createRequire } from 'node:module';
import type {
	ICredentialDataDecryptedObject,
	INodeParameters,
	INodeType,
	IVersionedNodeType,
} from 'n8n-workflow';

import { READING_IN_FLIGHT } from '../nodes/shared/call/settings';
import { accounts } from '../engine/credentials';
import type { Job, Result } from '../engine/runNode';

/** The ways in which every work is done, as the tables name them. */
export const PACK = 'this pack';
export const KORE_AI = 'this pack, Kore.ai';
export const HTTP_REQUEST = 'HTTP Request';
export const BARE = 'bare client';
export const HELPER = 'request helper';

/** Calls in flight of the bare client. */
export const IN_FLIGHT = READING_IN_FLIGHT;

const TYPE = 'n8n-nodes-base.httpRequest';

/** Token that KODA's credential has unless the workload is about getting one. */
const TOKEN = { access_token: 'bench-token', token_type: 'Bearer' };

interface Run {
	/** Address of the service. */
	url: string;
	/** Type of the credential that both nodes use. */
	credential: string;
	parameters: INodeParameters;
	items?: Job['items'];
	/** Whether an OAuth2 token is still to be fetched. */
	cold?: boolean;
}

function jobOf({ url, credential, items, cold }: Run) {
	const { [credential]: account } = accounts(url);
	const stored: ICredentialDataDecryptedObject =
		credential === 'kodaOAuth2Api' && !cold ? { oauthTokenData: TOKEN } : {};
	return {
		credentials: { [credential]: { ...account, ...stored } },
		items,
		// An item that fails becomes an error item, and the others go on.
		settings: { onError: 'continueRegularOutput' },
	} satisfies Partial<Job>;
}

/** Only where it is needed: the process that starts the runs has no engine. */
const engine = async () => await import('../engine/runNode.js');

/** A node in n8n's engine: one of ours by its name, or `implementation` by its type. */
export function nodeRun(
	node: string,
	run: Run,
	implementation?: () => INodeType | IVersionedNodeType,
	typeVersion?: number,
): () => Promise<Result> {
	const job = { node, typeVersion, parameters: run.parameters, ...jobOf(run) };
	return async () => {
		const { implementations, runNode } = await engine();
		if (implementation) implementations[node] ??= implementation();
		return await runNode(job);
	};
}

/** The HTTP Request node of the n8n that is installed, as it comes from the editor. */
export function httpRequest(run: Run): () => Promise<Result> {
	const { credential: nodeCredentialType } = run;
	const authentication = 'predefinedCredentialType';
	const parameters = { authentication, nodeCredentialType, options: {}, ...run.parameters };
	return nodeRun(TYPE, { ...run, parameters }, newHttpRequest, 4.5);
}

function newHttpRequest() {
	const load = createRequire(__filename);
	const path = 'n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js';
	const { HttpRequest } = load(path) as { HttpRequest: new () => IVersionedNodeType };
	return new HttpRequest();
}
