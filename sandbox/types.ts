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
	/** Address of the request below the vendor's base URL, without its query. */
	path: string;
}

/** Answers one operation: returns the body of the successful answer or throws an `ApiError`. */
export type Handler = (request: ApiRequest) => unknown;

/** A refusal with an HTTP status; the vendor's `errorBody` gives it its form. */
export class ApiError extends Error {
	constructor(
		readonly status: number,
		message: string,
		readonly headers: Record<string, string> = {},
	) {
		super(message);
	}
}

/** Header names (lower case) to values, as Node delivers them. */
export type Headers = Record<string, string | string[] | undefined>;

/** The living part of a vendor: made anew by every reset. */
export interface VendorInstance {
	handlers: Record<string, Handler>;
	/** Adds generated data; throws an `ApiError` (400) for options it does not know. */
	seed(options: Record<string, unknown>): void;
	/** The whole state, as plain data. */
	state(): unknown;
	/** Builds the vendor's webhook body from an event name and a partial payload. */
	webhook?(event: string | undefined, payload: Record<string, unknown>): unknown;
}

/** One vendor of the sandbox: an entry of the registry in `vendors/index.ts`. */
export interface Vendor {
	/** Also the path it is mounted at. */
	name: string;
	/** File name in `contracts/`. */
	contract: string;
	/** Present when the vendor takes OAuth2 client-credentials tokens. */
	oauth?: { tokenPath: string; clients: Record<string, string>; tokenSeconds: number };
	/** Checks a static credential; used when there is no `oauth`. */
	isAuthorized?(headers: Headers): boolean;
	errorBody(status: number, message: string): unknown;
	create(clock: Clock): VendorInstance;
}
