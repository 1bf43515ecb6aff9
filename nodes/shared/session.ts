import type { ICredentialDataDecryptedObject, INode } from 'n8n-workflow';

import { readBaseUrl, readOverrides } from './endpoints';
import { recall, type Remembered } from './memory';
import type { OperationId, Route, Vendor } from './operation';
import type { Outcome } from './outcome';
import { Pool } from './pool';
import { redact } from './redact';
import { readSettings, type Caller, type Settings } from './settings';

/** What all calls of one node run share: credential, addresses, settings, calls in flight, memory. */
export class Session<Operations> {
	/** Whether the service has accepted the credential in this run. */
	accepted = false;

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
		private readonly overrides: ReturnType<typeof readOverrides>,
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
		return redact(value, this.credential);
	}
}
