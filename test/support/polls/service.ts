import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import type { Route } from '../../../nodes/shared/call/vendor';

/** What a service is asked. */
export interface Asked {
	path: Record<string, string>;
	query: IDataObject;
	body: IDataObject;
}

/** The answers of a service, by operation of its contract: JSON values. */
export type Handlers = Record<string, (asked: Asked) => unknown>;

/** What n8n's request helper gives. */
interface Answer {
	statusCode: number;
	headers: IDataObject;
	body: string;
}

/** Answers in the place of a service, which would have given `regular`, or throws. */
export type Fault = (regular: () => Answer) => Answer | Promise<Answer>;

const patternOf = (path: string) =>
	new RegExp(`^${path.replaceAll(/{(\w+)}/g, (_, name: string) => `(?<${name}>[^/?]+)`)}$`);

const bodyOf = (body: unknown): IDataObject =>
	typeof body === 'string' ? (JSON.parse(body) as IDataObject) : {};

/** A service in the place of n8n's request helper: no network, and a clock of its own. */
export class Service {
	/** What meets the next requests, one each. */
	readonly faults: Fault[] = [];

	/** Happens before each answer; `number` counts the requests of a poll from 0. */
	meanwhile?: (number: number) => void;

	/** The status that some requests are refused with; undefined for those that are answered. `page` is 1 where none is named. */
	refusal: (pathname: string, page: number) => number | undefined = () => undefined;

	/** Requests since `meanwhile` was set. */
	private asked = 0;

	private readonly routes: Array<{ id: string; method: string; pattern: RegExp }>;

	/** `now`: its time in milliseconds, which it tells in `Date` if `tellsTime`. */
	constructor(
		routes: Record<string, Route>,
		private readonly handlers: Handlers,
		private readonly now: () => number,
		private readonly tellsTime: boolean,
	) {
		this.routes = Object.keys(handlers).map((id) => {
			const { method, path } = routes[id];
			return { id, method, pattern: patternOf(path) };
		});
	}

	/** Lets `happen` do something while a poll reads. */
	during(happen: (number: number) => void): void {
		this.asked = 0;
		this.meanwhile = happen;
	}

	/** The answer with a JSON body; `status` 200 if left out. */
	answer(body: unknown, statusCode = 200, headers: IDataObject = {}): Answer {
		const date = this.tellsTime ? { date: new Date(this.now()).toUTCString() } : {};
		const text = typeof body === 'string' ? body : JSON.stringify(body);
		return { statusCode, headers: { ...date, ...headers }, body: text };
	}

	/** What n8n's `httpRequestWithAuthentication` does. */
	async request({ method = 'GET', url, qs, body }: IHttpRequestOptions): Promise<Answer> {
		await Promise.resolve();
		const { pathname } = new URL(url);
		this.meanwhile?.(this.asked++);
		const named = { ...bodyOf(body), ...(qs as IDataObject | undefined) };
		const refused = this.refusal(pathname, Number(named.page ?? 1));
		if (refused !== undefined) return this.answer({ message: 'no' }, refused);
		const regular = () => this.regular(method, pathname, qs as IDataObject | undefined, body);
		return await (this.faults.shift() ?? regular)(regular);
	}

	private regular(
		method: string,
		pathname: string,
		query: IDataObject = {},
		body: unknown,
	): Answer {
		for (const { id, method: own, pattern } of this.routes) {
			const match = method === own ? pattern.exec(pathname) : null;
			if (!match) continue;
			const path = Object.fromEntries(
				Object.entries(match.groups ?? {}).map(([name, text]) => [name, decodeURIComponent(text)]),
			);
			return this.answer(this.handlers[id]({ path, query, body: bodyOf(body) }));
		}
		throw new Error(`No route ${method} ${pathname}`);
	}
}

/** A status in the place of an answer. */
export const status =
	(service: Service, code: number, headers: IDataObject = {}): Fault =>
	() =>
		service.answer({ message: 'not now' }, code, headers);
