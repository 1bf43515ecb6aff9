import type { AxiosInstance } from 'axios';

export interface NodeType {
	name: string;
	displayName: string;
	/** One, or all that n8n still runs. */
	version: number | number[];
	/** Paths on n8n's own server. */
	iconUrl?: string | { light: string; dark: string };
}

/** A node with what its fields hold. */
interface FilledNode {
	type: string;
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string | null; name: string }>;
}

interface Choice {
	name: string;
	value: string;
}

/** What n8n knows of nodes and credentials, as the editor asks for it. */
export class NodeTypesApi {
	constructor(private readonly http: AxiosInstance) {}

	/** Every node type n8n has loaded. */
	async all(): Promise<NodeType[]> {
		return (await this.http.get<NodeType[]>('/../types/nodes.json')).data;
	}

	/** The names of all credential types that have a test of their own. */
	async testableCredentials(): Promise<string[]> {
		const { data } = await this.http.get<Array<{ name: string; test?: unknown }>>(
			'/../types/credentials.json',
		);
		return data.filter(({ test }) => test !== undefined).map(({ name }) => name);
	}

	/** The output that n8n previews for an operation before its first run: a JSON schema, if there is one. */
	async outputSchema(
		type: string,
		resource: string,
		operation: string,
	): Promise<Record<string, unknown> | undefined> {
		const path = `/../schemas/${type}/1.0.0/${resource}/${operation}.json`;
		const validateStatus = (status: number) => status === 200 || status === 404;
		const answer = await this.http.get<Record<string, unknown>>(path, { validateStatus });
		return answer.status === 200 ? answer.data : undefined;
	}

	/** The choices of a field that loads them, in a node with these parameters. */
	async loadOptions(node: FilledNode, methodName: string): Promise<Choice[]> {
		const { data } = await this.http.post<{ data: Choice[] }>('/dynamic-node-parameters/options', {
			path: 'parameters.field',
			nodeTypeAndVersion: { name: node.type, version: 1 },
			currentNodeParameters: node.parameters,
			credentials: node.credentials,
			methodName,
		});
		return data.data;
	}

	/** What a picker's list shows, in a node with these parameters. */
	async listSearch(node: FilledNode, methodName: string, filter?: string): Promise<Choice[]> {
		const { data } = await this.http.post<{ data: { results: Choice[] } }>(
			'/dynamic-node-parameters/resource-locator-results',
			{
				path: 'parameters.picker',
				nodeTypeAndVersion: { name: node.type, version: 1 },
				currentNodeParameters: node.parameters,
				credentials: node.credentials,
				methodName,
				filter,
			},
		);
		return data.data.results;
	}
}
