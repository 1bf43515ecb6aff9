import { createHash } from 'crypto';
import type { ICredentialDataDecryptedObject, IDataObject, INode } from 'n8n-workflow';

import { readBaseUrl, readOverrides } from './endpoints';
import { recall } from './memory';
import type { Outcome } from './outcome';
import { Pool } from './pool';
import { redact } from './redact';
import { readSettings, type Caller, type Settings } from './settings';
import type { OperationId, Route, Vendor } from './vendor';

/** As many calls a service has to refuse in a row that answers 401 to a wrong ID too. */
const ENOUGH_REFUSALS = 10;

/** What all calls of one node run share: credential, addresses, settings, calls in flight, memory. */
export class Session<Operations> {
	/** Since when the service has only asked to slow down, by what calls are counted by. */
	private readonly slowSince = new Map<string, number>();

	/** Calls whose credential was refused before any other was accepted, and the last answer. */
	private readonly refusals = new Map<string, { count: number; outcome: Outcome }>();

	/** Read once: n8n copies the whole node each time it is asked for it. */
	readonly node: INode;

	readonly settings: Settings;

	readonly pool: Pool;

	/** Calls with an effect, by item and order. n8n's Retry On Fail runs the node again with the same memory. */
	readonly memory: ReturnType<typeof recall>;

	readonly baseUrl: string;

	/** Service and credential, without any secret. */
	private readonly identity: string;

	private readonly overrides: ReturnType<typeof readOverrides>;

	private constructor(
		readonly caller: Caller,
		readonly vendor: Vendor<Operations>,
		public credentials: ICredentialDataDecryptedObject,
		inFlight?: number,
	) {
		const cancelled =
			'getExecutionCancelSignal' in caller ? caller.getExecutionCancelSignal() : undefined;
		this.node = caller.getNode();
		this.settings = readSettings(caller, inFlight);
		this.pool = new Pool(this.settings.concurrency, cancelled);
		this.memory = recall(caller);
		this.baseUrl = readBaseUrl(this.node, credentials);
		this.overrides = readOverrides(this.node, credentials, vendor.routes);
		// A token that is renewed does not make another one of it.
		const { oauthTokenData: _token, ...lasting } = credentials;
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
	async learnToken(): Promise<void> {
		const { oauth2, credential } = this.vendor;
		if (!oauth2) return;
		this.credentials = await this.caller.getCredentials(credential).catch(() => this.credentials);
	}

	/** The contract's route, or the user's own from Endpoint Overrides, which is then the user's word. */
	route(operation: OperationId<Operations>): Route {
		const route = this.vendor.routes[operation];
		const override = this.overrides[operation];
		return override ? { ...route, ...override, evidence: 'override' } : route;
	}

	/** What calls are counted by where they are limited: the service's address, the credential, and what the service says. */
	countedBy(path: IDataObject = {}): string {
		return `${this.identity} ${String(this.vendor.countedBy?.(path) ?? '')}`;
	}

	/** Notes that the service asked to slow down, or else answered, for a call that is counted by `countedBy`. */
	heard(countedBy: string, asksToSlowDown: boolean): void {
		if (!asksToSlowDown) this.slowSince.delete(countedBy);
		else if (!this.slowSince.has(countedBy)) this.slowSince.set(countedBy, performance.now());
	}

	/** Whether it has asked for nothing else for longer than a call may wait: none is repeated then, until one is answered. */
	isGivenUp(countedBy: string): boolean {
		const since = this.slowSince.get(countedBy) ?? Infinity;
		return performance.now() - since > this.settings.maxRetryWait * 1000;
	}

	/** Notes that the credential was refused for a call that is counted by `countedBy`. */
	refuse(countedBy: string, outcome: Outcome): void {
		const kind = this.kindOf(countedBy);
		const count = (this.refusals.get(kind)?.count ?? 0) + 1;
		this.refusals.set(kind, { count, outcome });
	}

	/** What further such calls are answered with, unsent, once the credential was refused. */
	refusal(countedBy: string): Outcome | undefined {
		const own = this.refusals.get(this.kindOf(countedBy));
		if (!this.vendor.vague401 || (own?.count ?? 0) >= ENOUGH_REFUSALS) return own?.outcome;
		// As many different things cannot all be wrong.
		const all = [...this.refusals.values()];
		return all.length < ENOUGH_REFUSALS ? undefined : all[0].outcome;
	}

	/** Where 401 may be about what is asked for, that is told apart. */
	private kindOf(countedBy: string): string {
		return this.vendor.vague401 ? countedBy : '';
	}

	/** A copy of `value`, a JSON value, without the credential's secrets in its texts. */
	redact(value: unknown, what: 'message' | 'data' = 'message'): unknown {
		return redact(value, this.credentials, what);
	}
}
