import axios, { isAxiosError, type AxiosInstance } from 'axios';
import { uniq } from 'lodash';
import { parse } from 'flatted';
import { NodeTypesApi } from './nodeTypesApi';
import { PackagesApi } from './packagesApi';
import { PATIENCE_MS, until } from './patience';
import type { N8nVersion } from './versions';

export interface Owner {
	email: string;
	password: string;
	firstName: string;
	lastName: string;
}

export interface WorkflowNode {
	id?: string;
	name: string;
	type: string;
	typeVersion?: number;
	position?: number[];
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string | null; name: string }>;
	/** The part of a trigger's address that is its own. */
	webhookId?: string;
	/** n8n's Retry On Fail, with the tries in all and the milliseconds between them. */
	retryOnFail?: boolean;
	maxTries?: number;
	waitBetweenTries?: number;
	/** n8n's On Error; without it the node stops the workflow. */
	onError?: 'continueRegularOutput' | 'continueErrorOutput';
}

/** A workflow as the editor exports it. */
export interface Workflow {
	id?: string;
	versionId?: string;
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
}

export interface Item {
	json: Record<string, unknown>;
	/** Files by the name of their field; `id` is n8n's own, or `data` has all of it in Base64. */
	binary?: Record<string, { id?: string; data: string; fileName?: string; mimeType: string }>;
	pairedItem?: unknown;
	/** What a node shows in a chat. */
	sendMessage?: unknown;
}

interface NodeRun {
	executionStatus: string;
	/** A node that an AI agent used as a tool has no `main`, but `ai_tool`. */
	data?: { main?: Array<Item[] | null>; ai_tool?: Array<Item[] | null> };
	error?: { message: string; description?: string };
}

/** One finished or unfinished run of a workflow, as n8n has stored it. */
export interface Execution {
	id: string;
	workflowId: string;
	status: string;
	mode: string;
	error?: { message: string; description?: string; node?: { name: string } };
	/** Per node name its runs, oldest first. */
	runData: Record<string, NodeRun[]>;
}

interface StoredExecution {
	id: string;
	workflowId: string;
	status: string;
	mode: string;
	data: string;
}

/** How an execution ended, in words that name its status, node and reason. */
export function endOf({ id, status, error }: Execution): string {
	const reason = [error?.node?.name, error?.message, error?.description].filter(Boolean);
	return `${status} (execution ${id}): ${reason.join(': ')}`;
}

/** An execution in a list of them. */
interface Listed {
	id: string;
	status: string;
}

interface ListPage {
	results: Listed[];
	/** Null on the last page. */
	nextCursor: string | null;
}

const FINAL = new Set(['success', 'error', 'crashed', 'canceled']);

/** The items a node gave out in its last run, through its first output or another. Empty when it never ran. */
export function itemsOf(
	execution: Execution,
	node: string,
	output = 0,
): Array<Record<string, unknown>> {
	const last = execution.runData[node]?.at(-1);
	return (last?.data?.main?.[output] ?? []).map((item) => item.json);
}

/** The name of a workflow's trigger node. */
export function triggerOf({ name, nodes }: Workflow): string {
	const trigger = nodes.find(({ type }) => type.endsWith('Trigger'));
	if (trigger === undefined) throw new Error(`"${name}" has no trigger.`);
	return trigger.name;
}

/** n8n's own REST interface, the one its editor uses, signed in as the owner. */
export class N8nApi {
	readonly nodeTypes: NodeTypesApi;
	readonly packages: PackagesApi;

	private constructor(
		private readonly http: AxiosInstance,
		/** The session cookie as `name=value`, for a browser that is to be signed in. */
		readonly cookie: string,
		readonly differences: N8nVersion,
	) {
		this.nodeTypes = new NodeTypesApi(http);
		this.packages = new PackagesApi(http);
	}

	/** Creates the owner's account on a fresh n8n at `url` and signs in as that owner. */
	static async setUpOwner(url: string, owner: Owner, differences: N8nVersion): Promise<N8nApi> {
		const http = axios.create({ baseURL: `${url}/rest`, proxy: false, timeout: PATIENCE_MS });
		http.interceptors.response.use(undefined, (error: unknown) => {
			if (!isAxiosError(error)) throw error;
			const request = `${error.config?.method?.toUpperCase()} ${error.config?.url}`;
			throw new Error(`n8n: ${request}: ${error.message} ${JSON.stringify(error.response?.data)}`);
		});
		const { headers } = await http.post('/owner/setup', owner);
		const cookie = headers['set-cookie']?.find((line) => line.startsWith('n8n-auth='));
		if (cookie === undefined) throw new Error('n8n set no session cookie for its new owner.');
		const pair = cookie.split(';')[0];
		http.defaults.headers.common.Cookie = pair;
		return new N8nApi(http, pair, differences);
	}

	private async post<T>(path: string, body?: unknown): Promise<T> {
		return (await this.http.post<{ data: T }>(path, body)).data.data;
	}

	private async patch<T>(path: string, body: unknown): Promise<T> {
		return (await this.http.patch<{ data: T }>(path, body)).data.data;
	}

	private async get<T>(path: string, params?: Record<string, unknown>): Promise<T> {
		return (await this.http.get<{ data: T }>(path, { params })).data.data;
	}

	/** Stores a credential; answers its id. */
	async createCredential(credential: {
		name: string;
		type: string;
		data: Record<string, unknown>;
	}): Promise<string> {
		return (await this.post<{ id: string }>('/credentials', credential)).id;
	}

	/** Runs a credential's own test, as the editor does when it is saved. */
	async testCredential(id: string): Promise<{ status: string; message: string }> {
		const credentials = await this.get<Record<string, unknown>>(`/credentials/${id}`, {
			includeData: true,
		});
		return await this.post('/credentials/test', { credentials });
	}

	/** Stores a workflow; answers it with its id. */
	async createWorkflow(workflow: Workflow): Promise<Workflow & { id: string; versionId: string }> {
		const { id: _id, versionId: _versionId, ...content } = workflow;
		// n8n 1 wants to be told what n8n 2 takes for granted.
		return await this.post('/workflows', { active: false, ...content });
	}

	/** Publishes a workflow: from now on its trigger starts it. */
	async publish(workflow: { id: string; versionId: string }): Promise<void> {
		await this.post(`/workflows/${workflow.id}/activate`, {
			versionId: workflow.versionId,
			name: 'Playground',
			description: '',
		});
	}

	/** Ends what `publish` began. */
	async unpublish({ id }: { id: string }): Promise<void> {
		await this.post(`/workflows/${id}/deactivate`);
	}

	/** Whether the trigger of a published workflow has looked for the first time: n8n has kept its place then. */
	async hasLooked({ id }: { id: string }): Promise<boolean> {
		const { staticData } = await this.get<{ staticData?: object | null }>(`/workflows/${id}`);
		return Object.values(staticData ?? {}).some((kept: object) => Object.keys(kept).length > 0);
	}

	/** Stores other content in a workflow that is there. */
	async changeWorkflow(
		id: string,
		content: Pick<Workflow, 'nodes' | 'connections'>,
	): Promise<{ id: string; versionId: string }> {
		return await this.patch(`/workflows/${id}`, content);
	}

	/** What n8n answers to "Execute workflow" that begins with the named trigger, which may have run already. */
	private async startFrom(
		workflowId: string,
		triggerToStartFrom: { name: string; data?: unknown },
	): Promise<{ executionId?: string; waitingForWebhook?: boolean }> {
		const path = `/workflows/${workflowId}`;
		const sent = this.differences.runsWhatIsSent && {
			workflowData: { ...(await this.get<Workflow>(path)), pinData: {} },
		};
		return await this.post(`${path}/run`, { triggerToStartFrom, ...sent });
	}

	/**
	 * Starts a workflow at the named trigger as "Execute workflow" does; answers the execution's id.
	 * With `output` that is what the trigger gives out, as when the editor's chat starts it.
	 */
	async run(workflowId: string, name: string, output?: Record<string, unknown>): Promise<string> {
		const timing = { startTime: Date.now(), executionTime: 0, executionIndex: 0 };
		const data = output && { ...timing, source: [], data: { main: [[{ json: output }]] } };
		const { executionId } = await this.startFrom(workflowId, { name, data });
		if (executionId === undefined) throw new Error(`n8n did not start workflow ${workflowId}.`);
		return executionId;
	}

	/** Has the named trigger wait for one call at its test address. */
	async listen(workflowId: string, name: string): Promise<void> {
		const { waitingForWebhook } = await this.startFrom(workflowId, { name });
		if (!waitingForWebhook) throw new Error(`n8n does not listen for workflow ${workflowId}.`);
	}

	/** An execution with the data of all its nodes. */
	async execution(id: string): Promise<Execution> {
		const stored = await this.get<StoredExecution>(`/executions/${id}`);
		const { resultData } = parse(stored.data) as {
			resultData: { runData: Execution['runData']; error?: Execution['error'] };
		};
		const { workflowId, status, mode } = stored;
		return { id, workflowId, status, mode, error: resultData.error, runData: resultData.runData };
	}

	/** The text of the file in a binary field of the first item that a node gave out. */
	async fileText(execution: Execution, node: string, field = 'data'): Promise<string> {
		const [item] = execution.runData[node]?.at(-1)?.data?.main?.[0] ?? [];
		const file = item?.binary?.[field];
		if (file === undefined) throw new Error(`"${node}" gave out no file in '${field}'.`);
		const { id, data } = file;
		if (id === undefined) return Buffer.from(data, 'base64').toString();
		const params = { id, action: 'download' };
		return (await this.http.get<string>('/binary-data', { params, responseType: 'text' })).data;
	}

	/** Waits until an execution has ended, however it ended. Throws after PATIENCE_MS. */
	async finished(id: string): Promise<Execution> {
		await until(
			async () => await this.get<StoredExecution>(`/executions/${id}`),
			({ status }) => FINAL.has(status),
			({ status }) => `Execution ${id} is still ${status}.`,
		);
		return await this.execution(id);
	}

	/** Runs an execution that failed again from the node that failed, as Retry in the list does, and waits until it has ended. */
	async retry(id: string): Promise<void> {
		await this.post(`/executions/${id}/retry`, { loadWorkflow: false });
	}

	/** How many executions of a workflow have ended well. */
	async countSuccesses(workflowId: string): Promise<number> {
		const filter = JSON.stringify({ workflowId, status: ['success'] });
		const params = { filter, limit: 1 };
		return (await this.get<{ count: number }>('/executions', params)).count;
	}

	/** A page of a workflow's executions, newest first; those that have not ended are on the first. */
	private async listed(workflowId: string, cursor?: string): Promise<ListPage> {
		const filter = JSON.stringify({ workflowId });
		return await this.get('/executions', { filter, limit: 100, cursor });
	}

	/** The ids of a workflow's latest executions, a hundred at most, newest first. */
	async executionIds(workflowId: string): Promise<string[]> {
		// One that ends meanwhile is listed twice.
		return uniq((await this.listed(workflowId)).results.map(({ id }) => id));
	}

	/** All executions of a workflow: their ids, and whether and how they have ended. */
	async executions(workflowId: string): Promise<Array<Listed & { ended: boolean }>> {
		const all = new Map<string, string>();
		let cursor: string | undefined;
		do {
			const { results, nextCursor }: ListPage = await this.listed(workflowId, cursor);
			for (const { id, status } of results) all.set(id, status);
			cursor = nextCursor ?? undefined;
		} while (cursor !== undefined);
		return [...all].map(([id, status]) => ({ id, status, ended: FINAL.has(status) }));
	}
}
