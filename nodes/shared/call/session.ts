import { createHash } from 'crypto';
import type { ICredentialDataDecryptedObject, IDataObject, INode } from 'n8n-workflow';

import { readBaseUrl, readOverrides } from './endpoints';
import { recall } from './memory';
import { Pool } from './pool';
import { redact } from './redact';
import { Refusals } from './refusals';
import { readSettings, type Caller, type Settings } from './settings';
import type { OperationId, Route, Vendor } from './vendor';

/** What all calls of one node run share: credential, addresses, settings, calls in flight, memory. */
export class Session<Operations> {
	/** Read once: n8n copies the whole node each time it is asked for it. */
	readonly node: INode;

	readonly settings: Settings;

	readonly pool: Pool;

	readonly refusals: Refusals;

	/** n8n's Retry On Fail runs the node again with the same. */
	readonly memory: ReturnType<typeof recall>;

	/** What was said beside the output. */
	readonly hints = new Set<string>();

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
		this.refusals = new Refusals(Boolean(vendor.vague401), this.settings.maxRetryWait);
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

	/** What the rate limit of a call is counted by: the service's address, the credential, and what the service says. */
	rateLimitKey(path: IDataObject = {}): string {
		return `${this.identity} ${String(this.vendor.countedBy?.(path) ?? '')}`;
	}

	/** A copy of `value`, a JSON value, without the credential's secrets in its texts. */
	redact(value: unknown, what: 'message' | 'data' = 'message'): unknown {
		return redact(value, this.credentials, what);
	}
}
