import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { chatBotAccount } from './chatBotCom';
import { receive, type Answer, type Reception, type Setup } from './contexts';

/** ChatBot.com Trigger in a workflow whose n8n really listens, on 127.0.0.1. */
export class Listener {
	/** What became of each call, in the order of the answers. */
	readonly receptions: Reception[] = [];

	private constructor(
		readonly setup: Setup,
		private readonly server: Server,
	) {}

	/** Starts to listen. `sandboxUrl` is where the credential points to. */
	static async start(
		sandboxUrl: string,
		parameters: INodeParameters = {},
		more: Partial<Setup> = {},
	): Promise<Listener> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const setup: Setup = {
			node: 'chatBotComTrigger',
			parameters,
			credentials: chatBotAccount(sandboxUrl),
			active: true,
			webhookBaseUrl: `http://127.0.0.1:${port}/webhook`,
			...more,
		};
		const listener = new Listener(setup, server);
		server.on('request', (request: IncomingMessage, response) => {
			const broken = (reason: unknown): Answer => ({ status: 599, body: String(reason) });
			void listener
				.answer(request)
				.catch(broken)
				.then(({ status = 200, type, body }) => {
					response.writeHead(status, type ? { 'content-type': type } : {});
					response.end(typeof body === 'string' ? body : JSON.stringify(body));
				});
		});
		return listener;
	}

	/** The address that n8n shows for the trigger: the workflow's ID, the node's name and the webhook's path. */
	get url(): string {
		return `${this.setup.webhookBaseUrl}${this.setup.active ? '' : '-test'}/test/node/webhook`;
	}

	/** JSON of the items that started the workflow, one list per start. */
	get started(): IDataObject[][] {
		return this.receptions.flatMap(({ run }) => (run ? [outputOf(run)] : []));
	}

	/** Calls the address itself. */
	async call(query: string, body?: unknown): Promise<{ status: number; body: string }> {
		const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
		const response = await fetch(`${this.url}${query}`, init);
		return { status: response.status, body: await response.text() };
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	/** What n8n answers, by the trigger's response mode. */
	private async answer(request: IncomingMessage): Promise<Answer> {
		const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
		if (pathname !== new URL(this.url).pathname) return { status: 404, body: {} };
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const text = Buffer.concat(chunks).toString();
		const reception = await receive(this.setup, {
			method: request.method as 'GET' | 'POST',
			query: Object.fromEntries(searchParams),
			body: text === '' ? undefined : JSON.parse(text),
		});
		this.receptions.push(reception);
		const { answer, replies, responseMode, result, run } = reception;
		if (answer) return answer;
		if (responseMode === 'onReceived') return { body: result.webhookResponse };
		const [reply] = replies;
		if (reply) return { status: reply.statusCode, body: reply.body };
		return run?.data.resultData.error ? { status: 500, body: {} } : { body: '' };
	}
}

/** JSON of the items of a node's last run. */
export function outputOf({ data }: NonNullable<Reception['run']>, node = 'Node'): IDataObject[] {
	const items = data.resultData.runData[node]?.at(-1)?.data?.main[0] ?? [];
	return items.map(({ json }) => json);
}

/** A listener per test, stopped after it. */
export function useListeners(
	sandboxUrl: () => string,
): (parameters?: INodeParameters, more?: Partial<Setup>) => Promise<Listener> {
	const listeners: Listener[] = [];
	afterEach(async () => {
		await Promise.all(listeners.splice(0).map(async (listener) => await listener.stop()));
	});
	return async (parameters, more) => {
		const listener = await Listener.start(sandboxUrl(), parameters, more);
		listeners.push(listener);
		return listener;
	};
}
