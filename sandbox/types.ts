/** What a vendor's stand-in has to provide, and what the sandbox hands to it. Names no vendor. */
import type { Clock } from './clock';

/** A file part of a multipart request. `content` is the whole file. */
export interface UploadedFile {
	field: string;
	filename: string;
	contentType: string;
	content: Buffer;
}

/** A request that passed authentication and the contract; query values have their contract type. */
export interface ApiRequest {
	params: Record<string, string>;
	query: Record<string, unknown>;
	body: unknown;
	files: UploadedFile[];
	headers: Headers;
	/** Address of the request below the vendor's base URL, without its query. */
	path: string;
}

/** A successful answer that is no JSON. */
export class TextAnswer {
	constructor(
		readonly text: string,
		readonly contentType: string,
	) {}
}

/** Answers one operation: the JSON body of the successful answer or a `TextAnswer`, at once or later. Throws an `ApiError` to refuse. */
export type Handler = (request: ApiRequest) => unknown;

/** A refusal with an HTTP status; the vendor's `errorBody` gives it its form. */
export class ApiError extends Error {
	constructor(
		readonly status: number,
		message: string,
		readonly headers: Record<string, string> = {},
		/** The vendor's own code, where it is not the status. */
		readonly code?: number,
	) {
		super(message);
	}
}

/** Header names (lower case) to values, as Node delivers them. */
export type Headers = Record<string, string | string[] | undefined>;

/** What a request shows to be let in; `query` and `params` as text. */
export interface Presented {
	operationId: string;
	headers: Headers;
	query: Record<string, string>;
	params: Record<string, string>;
}

/** The living part of a vendor: made anew by every reset. */
export interface VendorInstance {
	/**
	 * Checks a credential; used when there is no `oauth`. Returns the scopes it has, undefined for all;
	 * throws an `ApiError` to refuse it.
	 */
	authorize?(
		presented: Presented,
	): ReadonlySet<string> | undefined | Promise<ReadonlySet<string> | undefined>;
	handlers: Record<string, Handler>;
	/** Adds generated data; throws an `ApiError` (400) for options it does not know. */
	seed(options: Record<string, unknown>): void;
	/** The whole state, as plain data. */
	state(): unknown;
	/** Builds the vendor's webhook body from an event name and a partial payload, for the registered webhook `to` if given. */
	webhook?(event: string | undefined, payload: Record<string, unknown>, to?: string): unknown;
	/** Where the calls to a registered webhook go, with all that proves them; throws an `ApiError` (404) for one that is none. */
	webhookAddress?(id: string, event?: string): string;
	/** What proves these calls in their headers, where the address does not. */
	webhookHeaders?(id: string): Promise<Record<string, string>>;
}

/** One vendor of the sandbox: an entry of the registry in `vendors/index.ts`. */
export interface Vendor {
	/** Also the path it is mounted at. */
	name: string;
	/** File name in `contracts/`. */
	contract: string;
	/** Present when the vendor takes OAuth2 client-credentials tokens. */
	oauth?: { tokenPath: string; clients: Record<string, string>; tokenSeconds: number };
	errorBody(status: number, message: string, code?: number): unknown;
	/** Over how many days before the start of today the data lie that it begins with. */
	seededDays: number;
	/** `seededFrom` is where these begin: a midnight UTC, in milliseconds since 1970. */
	create(clock: Clock, seededFrom: number): VendorInstance;
}
