import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import { outputOf } from './chatBotComWebhook';
import { receive, type Answer, type Reception, type Setup } from './contexts';
import { koreAccount } from './koreAi';

export const WEBHOOK_ID = '3f2c7a10-5b6d-4e8f-9a0b-1c2d3e4f5a6b';

interface More {
	account?: ICredentialDataDecryptedObject;
	active?: boolean;
}

/** The variables of the trigger's path in an address, as n8n finds them; undefined for one that is none of its own. */
export function paramsOf(pathname: string): Record<string, string> | undefined {
	const parts = pathname.split('/').slice(1);
	const [, id, sdk, bots, botId, ...rest] = parts;
	if (id !== WEBHOOK_ID || sdk !== 'sdk' || bots !== 'bots') return undefined;
	const [eventName, ...more] = rest.slice(-1).concat(rest.slice(0, -1));
	const own = { [WEBHOOK_ID]: botId, eventName };
	if (more.length === 0) return own;
	return more.length === 2 && more[0] === 'components'
		? { ...own, componentId: more[1] }
		: undefined;
}

/** Kore.ai Event Trigger in a workflow whose n8n really listens, on 127.0.0.1. */
export class EventListener {
	readonly receptions: Reception[] = [];

	private constructor(
		readonly setup: Setup & { staticData: IDataObject },
		private readonly server: Server,
	) {}

	static async start(
		sandboxUrl: string,
		parameters: INodeParameters = {},
		{ account, active = true }: More = {},
	): Promise<EventListener> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const setup = {
			node: 'koreAiEventTrigger',
			parameters,
			credentials: koreAccount(sandboxUrl, account),
			active,
			webhookBaseUrl: `http://127.0.0.1:${port}/webhook`,
			webhookId: WEBHOOK_ID,
			staticData: {},
		};
		const listener = new EventListener(setup, server);
		server.on('request', (request: IncomingMessage, response) => {
			const broken = (reason: unknown): Answer => ({ status: 599, body: String(reason) });
			void listener
				.answer(request)
				.catch(broken)
				.then(({ status = 200, body }) => {
					response.writeHead(status, { 'content-type': 'application/json' });
					response.end(JSON.stringify(body));
				});
		});
		return listener;
	}

	/** The address as Kore.ai is given it. */
	get address(): string {
		return `${this.setup.webhookBaseUrl}/${WEBHOOK_ID}`;
	}

	/** JSON of the items that started the workflow. */
	get started(): IDataObject[] {
		return this.receptions.flatMap(({ run }) => (run ? outputOf(run) : []));
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async answer(request: IncomingMessage): Promise<Answer> {
		const params = paramsOf(request.url ?? '/');
		if (!params) return { status: 404, body: {} };
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const reception = await receive(this.setup, {
			headers: request.headers as Record<string, string>,
			params,
			body: JSON.parse(Buffer.concat(chunks).toString()),
		});
		this.receptions.push(reception);
		return reception.answer ?? { body: reception.result.webhookResponse };
	}
}

/** Listeners of a test, stopped after it. */
export function useEventListeners(sandboxUrl: () => string) {
	const listeners: EventListener[] = [];
	afterEach(async () => {
		await Promise.all(listeners.splice(0).map(async (listener) => await listener.stop()));
	});
	return async (parameters?: INodeParameters, more?: More): Promise<EventListener> => {
		const listener = await EventListener.start(sandboxUrl(), parameters, more);
		listeners.push(listener);
		return listener;
	};
}
