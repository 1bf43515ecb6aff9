import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INode,
} from 'n8n-workflow';
import { NodeOperationError, jsonParse } from 'n8n-workflow';

import { requestOptions } from './describe';
import { Fields } from './fields';
import type { OperationId, Route, Vendor } from './operation';
import type { Outcome } from './outcome';
import { Pool } from './pool';

/** The contexts a service can be called from. */
export type Caller = IExecuteFunctions | ILoadOptionsFunctions;

/** The Request Options setting, in the units the user sees. */
export interface Settings {
	/** Calls in flight at most. */
	concurrency: number;
	/** Seconds that one call may wait for retries in all. */
	maxRetryWait: number;
	/** Seconds to wait for one answer. */
	timeout: number;
}

function readSettings(caller: Caller): Settings {
	const values = 'getInputData' in caller ? caller.getNodeParameter('requestOptions', 0, {}) : {};
	const source = { node: caller.getNode(), itemIndex: 0, timezone: caller.getTimezone() };
	const options = new Fields(source, [requestOptions], () => values).group('requestOptions');
	return {
		concurrency: options.get<number>('concurrency') ?? 8,
		maxRetryWait: options.get<number>('maxRetryWait') ?? 120,
		timeout: options.get<number>('timeout') ?? 60,
	};
}

/** What became of a call that must not be repeated: its answer, or why nobody knows. */
export type Remembered = { answer: unknown } | { unknown: Error };

const memories = new WeakMap<object, Map<string, Remembered>>();

/** What all calls of one node run share: credential, addresses, settings, calls in flight, memory. */
export class Session<Operations> {
	/** Set once the service refused the credential: every further call is answered with it, unsent. */
	refused?: Outcome;

	private constructor(
		readonly caller: Caller,
		readonly vendor: Vendor<Operations>,
		readonly settings: Settings,
		readonly pool: Pool,
		/** Calls with an effect, by item and order. n8n's Retry On Fail runs the node again with the same memory. */
		readonly memory: Map<string, Remembered>,
		private credential: ICredentialDataDecryptedObject,
		readonly baseUrl: string,
		private readonly overrides: Record<string, Pick<Route, 'method' | 'path'>>,
	) {}

	/** Reads the credential and the settings once. Throws NodeOperationError when the credential makes no sense. */
	static async open<Operations>(
		caller: Caller,
		vendor: Vendor<Operations>,
	): Promise<Session<Operations>> {
		const node = caller.getNode();
		const credentials = await caller.getCredentials(vendor.credential);
		const settings = readSettings(caller);
		const signal =
			'getExecutionCancelSignal' in caller ? caller.getExecutionCancelSignal() : undefined;
		return new Session(
			caller,
			vendor,
			settings,
			new Pool(settings.concurrency, vendor.oauth2, signal),
			recall(caller),
			credentials,
			readBaseUrl(node, credentials),
			readOverrides(node, credentials, vendor.routes),
		);
	}

	get node(): INode {
		return this.caller.getNode();
	}

	get credentials(): ICredentialDataDecryptedObject {
		return this.credential;
	}

	/** Reads the credential again, so that an OAuth2 token fetched meanwhile is redacted too. */
	async learnToken(): Promise<void> {
		const { oauth2, credential } = this.vendor;
		if (oauth2) this.credential = await this.caller.getCredentials(credential);
	}

	/** The contract's route, or the user's own from Endpoint Overrides, which is then the user's word. */
	route(operation: OperationId<Operations>): Route {
		const route = this.vendor.routes[operation];
		const override = this.overrides[operation];
		return override ? { ...route, ...override, evidence: 'documented' } : route;
	}

	/** A copy of `value`, a JSON value, without the credential's secrets in its texts. */
	redact(value: unknown): unknown {
		const secrets = secretsOf(this.credential);
		const clean = (text: string) =>
			secrets.reduce((left, one) => left.replaceAll(one, '***'), text);
		const walk = (part: unknown): unknown => {
			if (typeof part === 'string') return clean(part);
			if (Array.isArray(part)) return part.map(walk);
			if (!part || typeof part !== 'object') return part;
			return Object.fromEntries(
				Object.entries(part).map(([key, entry]) => [clean(key), walk(entry)]),
			);
		};
		return walk(value);
	}
}

/** The memory of this run: n8n's Retry On Fail gives the node the same execution again, anything else a new one. */
function recall(caller: Caller): Map<string, Remembered> {
	if (!('getExecuteData' in caller)) return new Map();
	const execution = caller.getExecuteData();
	// An AI tool is given its agent's execution each time; what is new with every call is the arguments.
	const asTool = execution.node.name !== caller.getNode().name;
	const run = asTool ? (caller.getInputData()[0]?.json ?? {}) : execution;
	const memory = memories.get(run) ?? new Map<string, Remembered>();
	memories.set(run, memory);
	return memory;
}

function secretsOf(data: IDataObject): string[] {
	return Object.entries(data).flatMap(([key, value]) => {
		if (value && typeof value === 'object') return secretsOf(value as IDataObject);
		const secret = /secret|token|key|password/i.test(key) && !/url|type/i.test(key);
		return secret && typeof value === 'string' && value.length > 3 ? [value] : [];
	});
}

function readBaseUrl(node: INode, { baseUrl }: ICredentialDataDecryptedObject): string {
	const url = String(baseUrl ?? '').trim();
	if (!/^https?:\/\/[^/\s]+/.test(url) || !URL.canParse(url)) {
		throw new NodeOperationError(node, "'Base URL' in the credential is not a web address", {
			description: 'It starts with https:// and names the host that answers the API.',
			failure: { cause: 'configuration-invalid' },
		});
	}
	return url.replace(/\/+$/, '');
}

const placeholders = (path: string) =>
	[...path.matchAll(/{(\w+)}/g)].map(([, name]) => name).sort();

function readOverrides<Routes extends Record<string, Route>>(
	node: INode,
	{ endpointOverrides }: ICredentialDataDecryptedObject,
	routes: Routes,
): Record<string, Pick<Route, 'method' | 'path'>> {
	const fail = (what: string, description: string) => {
		throw new NodeOperationError(node, `'Endpoint Overrides' in the credential ${what}`, {
			description,
			failure: { cause: 'configuration-invalid' },
		});
	};
	const example = `For instance {"${Object.keys(routes)[0]}": "GET /path/{placeholder}"}.`;
	const given =
		typeof endpointOverrides === 'string'
			? jsonParse<unknown>(endpointOverrides.trim() || '{}', { fallbackValue: null })
			: (endpointOverrides ?? {});
	if (!given || typeof given !== 'object' || Array.isArray(given)) fail('are not JSON', example);
	const entries = Object.entries(given as IDataObject).map(([operation, endpoint]) => {
		if (!Object.hasOwn(routes, operation)) {
			fail(`name an unknown operation: ${operation}`, `Known: ${Object.keys(routes).join(', ')}.`);
		}
		const [, method, path] =
			/^(GET|POST|PUT|PATCH|DELETE)\s+(\/\S*)$/i.exec(String(endpoint).trim()) ?? [];
		if (!path) fail(`give ${operation} no method and path`, example);
		const [needed, used] = [placeholders(routes[operation].path), placeholders(path)];
		if (needed.join() !== used.join()) {
			fail(`give ${operation} other placeholders`, `Use exactly: {${needed.join('}, {')}}.`);
		}
		return [operation, { method: method.toUpperCase(), path }];
	});
	return Object.fromEntries(entries) as Record<string, Pick<Route, 'method' | 'path'>>;
}
