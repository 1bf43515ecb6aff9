import { createHash } from 'crypto';
import { omit, once } from 'lodash';
import type { ICredentialDataDecryptedObject, IDataObject, INode } from 'n8n-workflow';

import type { Overrides } from '../openapi/endpoints';
import type { Settled } from './decide';
import { checkHeaderName, checkShown, readBaseUrl, readOverrides } from './endpoints';
import { keepForRetry, keptBefore } from './keptForRetry';
import { recall } from './memory';
import { Pool } from './pool';
import { beginningWithout, redactor, withTexts, type Searched } from './redact';
import { Refusals } from './refusals';
import { readSettings, type Caller, type Settings } from './settings';
import type { OperationId, Route, Vendor } from './vendor';

/** Values of an answer that an error shows at most. */
const MOST_QUOTED = 1000;

/** What all calls of one node run share: credential, addresses, settings, calls in flight, memory. */
export class Session<Operations> {
	/** Read once: n8n copies the whole node each time it is asked for it. */
	readonly node: INode;

	readonly settings: Settings;

	readonly pool: Pool;

	/** Aborted when the user stops the execution. */
	readonly cancelled?: AbortSignal;

	readonly refusals: Refusals;

	/** n8n's Retry On Fail runs the node again with the same. */
	readonly memory: ReturnType<typeof recall>;

	/** Whether the credential was read again since the first answer. */
	private isTokenLearnt = false;

	/** Whether the token endpoint was seen to answer itself. */
	isTokenUrlChecked = false;

	/** What was said beside the output. */
	readonly hints = new Set<string>();

	readonly baseUrl: string;

	/** What time it was at the service when it first answered, in milliseconds since 1970, if it said so. */
	serviceTime?: number;

	/** Service and credential, without any secret. */
	private readonly identity: string;

	/** The calls that have not ended yet, and what they are for. */
	private readonly underWay = new Map<object, string>();

	private readonly overrides: Overrides;

	private cleaners: Partial<Record<Searched, (text: string) => string>> = {};

	private constructor(
		readonly caller: Caller,
		readonly vendor: Vendor<Operations>,
		public credentials: ICredentialDataDecryptedObject,
		inFlight?: number,
	) {
		this.cancelled =
			'getExecutionCancelSignal' in caller ? caller.getExecutionCancelSignal() : undefined;
		this.node = caller.getNode();
		this.settings = readSettings(caller, inFlight);
		this.pool = new Pool(this.settings.concurrency, this.cancelled);
		this.refusals = new Refusals(Boolean(vendor.vague401), this.settings.maxRetryWait);
		this.memory = recall(caller, keptBefore);
		this.baseUrl = readBaseUrl(this.node, credentials);
		const header = vendor.secretHeader?.(credentials);
		if (header !== undefined) checkHeaderName(this.node, header);
		this.overrides = readOverrides(this.node, credentials, vendor);
		// A token that is renewed does not make another one of it.
		const lasting = omit(credentials, 'oauthTokenData');
		const digest = createHash('sha256').update(JSON.stringify(lasting)).digest('hex');
		this.identity = `${this.baseUrl} ${digest}`;
	}

	/**
	 * Reads the credential and the settings once; `inFlight`: see `readSettings`.
	 * Throws NodeOperationError when the credential makes no sense.
	 */
	static async open<Operations>(
		caller: Caller,
		vendor: Vendor<Operations>,
		inFlight?: number,
	): Promise<Session<Operations>> {
		return new Session(caller, vendor, await caller.getCredentials(vendor.credential), inFlight);
	}

	/** Reads the credential again, if it can be read, so that an OAuth2 token fetched meanwhile is redacted too. */
	async learnToken(how: 'again' | 'once' = 'again'): Promise<void> {
		const { oauth2, credential } = this.vendor;
		if (!oauth2 || (how === 'once' && this.isTokenLearnt)) return;
		this.isTokenLearnt = true;
		this.credentials = await this.caller.getCredentials(credential).catch(() => this.credentials);
		this.cleaners = {};
	}

	/** A call as it went; an answer to a change that has no known form may repeat whatever was sent. */
	async withoutSecrets(settled: Settled, { safe, untyped, shows }: Route): Promise<Settled> {
		const { outcome } = settled;
		const isOpen = !safe && (untyped || shows?.['.'] === 'anyObject');
		if (outcome.kind !== 'done' || !isOpen) return settled;
		await this.learnToken('once');
		return { ...settled, outcome: { ...outcome, body: this.redact(outcome.body) } };
	}

	/** What the calls are for that have not ended yet. */
	pending(): string[] {
		return [...new Set(this.underWay.values())];
	}

	/** Notes a call until it has ended. */
	async pendingUntil<T>(id: string, call: Promise<T>): Promise<T> {
		this.underWay.set(call, id);
		return await call.finally(() => this.underWay.delete(call));
	}

	/** Notes the time of the service's first answer: its `Date` (RFC 9110 §6.6.1). */
	note({ date }: IDataObject): void {
		const time = Date.parse(String(date));
		if (!Number.isNaN(time)) this.serviceTime ??= time;
	}

	/**
	 * The contract's route, or the user's own from Endpoint Overrides, which is then the user's word. Throws
	 * NodeOperationError when these are a file that does not show it.
	 */
	route(operation: OperationId<Operations>): Route {
		const route = this.vendor.routes[operation];
		const override = this.overrides.endpoints[operation];
		checkShown(this.node, operation, route, this.overrides);
		return override ? { ...route, ...override, evidence: 'override' } : route;
	}

	/** What the rate limit of a call is counted by: the service's address, the credential, and what the service says. */
	rateLimitKey(route: Route, path: IDataObject = {}): string {
		return `${this.identity} ${String(this.vendor.countedBy?.(path, route) ?? '')}`;
	}

	/** The beginning of an answer as it may be shown: of bearable size, and without the credential's secrets. */
	quotable(answer: unknown): unknown {
		const clean = this.cleaner('message');
		return withTexts(answer, (text) => beginningWithout(text, clean), MOST_QUOTED);
	}

	/** Keeps what was sent for n8n's Retry in the list of executions; answers whether that goes on where this run ends. */
	readonly keepForRetry = once((): boolean => {
		const { caller } = this;
		if (!('getExecuteData' in caller)) return false;
		return keepForRetry(caller, this.memory, (value, what) => this.redact(value, what));
	});

	/** What must not be done twice at the same time is told apart by: the service's address, the credential, and `key`. */
	lockKey(key: string): string {
		return `${this.identity} ${key}`;
	}

	/** A copy of `value`, a JSON value, without the credential's secrets in its texts. */
	redact(value: unknown, what: Searched = 'message'): unknown {
		return withTexts(value, this.cleaner(what));
	}

	/** What takes the credential's secrets out of a text; made once, as that takes longer than its use. */
	private cleaner(what: Searched): (text: string) => string {
		return (this.cleaners[what] ??= redactor(this.credentials, what));
	}
}
