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
	Buffer.isBuffer(body) ? (JSON.parse(body.toString()) as IDataObject) : {};

/** What lists call the number of their rows. */
const TOTALS = ['found', 'total', 'total_rows'];

/** A service in the place of n8n's request helper: no network, and a clock of its own. */
export class Service {
	/** What meets the next requests, one each. */
	readonly faults: Fault[] = [];

	/** Happens before each answer; `number` counts the requests of a poll from 0. */
	meanwhile?: (number: number) => void;

	/** The status that some requests are refused with; undefined for those that are answered. `page` is 1 where none is named. */
	refusal: (pathname: string, page: number) => number | undefined = () => undefined;

	/** How it types what its answers hold; as its handlers do, if left out. */
	typed?: (value: unknown) => unknown;

	/** What lists say that they have, beyond what they give. */
	announcedTooMany = 0;

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

	private announcing(answer: unknown): unknown {
		if (this.announcedTooMany === 0) return answer;
		return JSON.parse(JSON.stringify(answer), (key, value: unknown) =>
			TOTALS.includes(key) ? Number(value) + this.announcedTooMany : value,
		);
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
			const answer = this.announcing(this.handlers[id]({ path, query, body: bodyOf(body) }));
			return this.answer(
				JSON.stringify(answer, (_, value: unknown) => (this.typed ? this.typed(value) : value)),
			);
		}
		throw new Error(`No route ${method} ${pathname}`);
	}
}

/** The same values as another type: numbers in the place of texts of one, texts of others, and nothing where they are empty. */
export const loosely = (value: unknown): unknown => {
	if (value === '') return null;
	if (Number.isInteger(value)) return String(value);
	return typeof value === 'string' && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : value;
};

/** A status in the place of an answer. */
export const status =
	(service: Service, code: number, headers: IDataObject = {}): Fault =>
	() =>
		service.answer({ message: 'not now' }, code, headers);

/** What answers say of how much their lists hold, and what of none. */
const COUNTS = /^(total|found|pages|totalPages|totalResults|numResults)$/;
const GOES_ON = /^(moreAvailable|hasMore)$/;

const withoutRows = (value: unknown): unknown => {
	if (Array.isArray(value)) return [];
	if (typeof value !== 'object' || value === null) return value;
	const own = Object.entries(value).map(([name, one]) => {
		if (COUNTS.test(name)) return [name, 0] as const;
		if (name === 'is_last_page') return [name, true] as const;
		return [name, GOES_ON.test(name) ? false : withoutRows(one)] as const;
	});
	return Object.fromEntries(own);
};

/** The answer of a service all of whose lists are empty. */
export const emptied: Fault = (regular) => {
	const answer = regular();
	return { ...answer, body: JSON.stringify(withoutRows(JSON.parse(answer.body))) };
};
