import type { DateTime } from 'luxon';
import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import type { Marks } from '../openapi/endpoints';
import type { Paging } from './paging';

/** One operation of a contract, generated from `contracts/<vendor>.openapi.yaml`. */
export interface Route {
	method: IHttpRequestMethods;
	/** Path after the base URL, with `{placeholders}`. */
	path: string;
	/** How well method and path are known; `override` when they are the user's own. */
	evidence: 'documented' | 'indexed' | 'inferred' | 'guess' | 'override';
	/** Whether repeating the call has no effect: GET, and searches by POST. */
	safe: boolean;
	/** Scopes of which the call needs one; several that it needs together stand in one text. */
	scopes: readonly string[];
	/** Whether its token goes as a bearer token, where other calls of the service have a header of their own for it. */
	bearer?: true;
	/** Whether any answer but a web page will do: the contract names no JSON object or list. */
	untyped?: true;
	/** Whether the answer is a file, whose bytes are kept. */
	file?: true;
	/** What is asked for, if not JSON. */
	accept?: '*/*';
	/** What the request body is; absent when there is none. */
	body?: 'json' | 'multipart';
	/** Names of what the call carries that no field gives, by where it is sent; see `Vendor.given`. */
	given?: Readonly<Partial<Record<'path' | 'query' | 'header', readonly string[]>>>;
	/** What the call takes, by the contract's names; absent when it takes nothing that is known. */
	inputs?: Readonly<Record<string, Input>>;
	/**
	 * What a good answer has, by path inside the data (`.` is the data itself, `a|b` either). Anything else is none:
	 * of one that changes something, nobody knows whether it was done.
	 */
	shows?: Readonly<Record<string, Shown>>;
	/** Names of which a good answer has at least one; the contract requires none of them alone. */
	names?: readonly string[];
	/** The same of each row of a list. */
	rowNames?: readonly string[];
}

/**
 * What stands at a path: a text or number, an object with names, any object that names no error, a flag that is true, a
 * 2xx status, or nothing that is said: a yes, or an object without words.
 */
export type Shown = 'given' | 'object' | 'anyObject' | 'true' | '2xx' | 'empty';

/** What a contract says of a value; several types are none. */
export interface Constraints {
	type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
	/** As JSON Schema names it, such as `date-time` or `uri`. */
	format?: string;
	enum?: ReadonlyArray<string | number | boolean | null>;
	/** What the service takes when the value is left out. */
	default?: unknown;
	minimum?: number;
	maximum?: number;
	/** In characters. */
	minLength?: number;
	maxLength?: number;
	/** In entries of a list. */
	minItems?: number;
	maxItems?: number;
}

/** What a contract says of one input of a call: a path or query parameter, a header, or a field of the request body. */
export interface Input extends Constraints {
	/** Where it is sent. */
	in: 'path' | 'query' | 'header' | 'body';
	/** The entries of a list. */
	items?: Constraints;
	/** Whether the service needs it; one in the body, if there is a body. */
	required?: true;
	/** Its name in the editor, where the contract has a better one than its own. */
	title?: string;
	description?: string;
	/** A value that the service takes. */
	example?: unknown;
}

/** The operation IDs of a contract, whose generated types are `Operations`. */
export type OperationId<Operations> = Extract<keyof Operations, string>;

/** What a service needs said beyond its contract. `Operations` are the types generated from it. */
export interface Vendor<Operations> {
	/** As its users know it. */
	name: string;
	/** Credential type, with the fields `baseUrl` (and `host`, where known ones are offered) and `endpointOverrides`. */
	credential: string;
	/** The credential's fields that decide whether it is accepted, as the editor names them. */
	credentialFields: string;
	/** Whether the credential fetches an OAuth2 token before its first call. */
	oauth2: boolean;
	routes: Record<OperationId<Operations>, Route>;
	/** What each is recognized by in an OpenAPI file of the service's own; few have one, so it is made when it is read. */
	marks?: () => Readonly<Record<string, Marks>>;
	/** The header that carries the secret, where the user names it. */
	secretHeader?: (credentials: IDataObject) => string | undefined;
	/** Whether each call has the secret in its address, so that an answer may repeat it. */
	secretInAddress?: true;
	/** Set where 401 may be about the call and not the credential; says what else it may be. */
	vague401?: string;
	/** Why a call is not for the credential, and the way out. An operation on an item with the call's ID is not run then. */
	misfit?: (route: Route, credentials: IDataObject) => [what: string, wayOut: string] | undefined;
	/** The data inside the service's envelope. */
	unwrap: (body: IDataObject) => unknown;
	/** The status that an answer with HTTP status 2xx names itself, if it does: a number, or one as text. */
	status?: (body: IDataObject) => unknown;
	/** The reason when an answer with status 2xx says that the operation was not done. */
	declined?: (body: IDataObject, route: Pick<Route, 'given'>) => string | undefined;
	/** How it takes a date; in ISO 8601 and UTC, if left out. */
	dateText?: (date: DateTime) => string;
	/** Of most lists; an operation may bring its own. */
	paging: Paging;
	/** Seconds to wait after 429 when the service does not say, where backing off is too short. */
	pauseAfter429?: number;
	/** What the service counts its rate limit by, if not by credential; `path` are the values in the address. */
	countedBy?: (path: IDataObject, route: Route) => unknown;
	/** The values of what no field gives, by name, from the credential and the values in the address. */
	given?: (credentials: IDataObject, path: IDataObject) => IDataObject;
}
