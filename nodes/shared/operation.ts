import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestMethods,
	INodeExecutionData,
} from 'n8n-workflow';

import type { Client } from './client';
import type { Field, Fields } from './fields';
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
	/** Whether any answer but a web page will do: the contract names no JSON object or list. */
	untyped?: boolean;
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
	/** Whether each call has the secret in its address, so that an answer may repeat it. */
	secretInAddress?: true;
	/** Set where 401 may be about the call and not the credential; says what else it may be. */
	vague401?: string;
	/** The data inside the service's envelope. */
	unwrap: (body: IDataObject) => unknown;
	/** The status that an answer with HTTP status 2xx names itself, if it does. */
	status?: (body: IDataObject) => number | undefined;
	/** The reason when an answer with status 2xx says that the operation was not done. */
	refusal?: (body: IDataObject) => string | undefined;
	/** Of most lists; an operation may bring its own. */
	paging: Paging;
	/** Seconds to wait after 429 when the service does not say, where backing off is too short. */
	pauseAfter429?: number;
	/** What the service counts its rate limit by, if not by credential; `path` are the values in the address. */
	countedBy?: (path: IDataObject) => unknown;
}

/** What an operation's `run` is given for one input item. */
export interface Call<Operations> {
	api: Client<Operations>;
	fields: Fields;
	/** The running node, for binary data and hints. */
	node: IExecuteFunctions;
	itemIndex: number;
}

/** An output item with files. */
export class FileItem {
	constructor(
		readonly json: IDataObject,
		readonly binary: IBinaryKeyData,
	) {}
}

export type Output = IDataObject | FileItem;

interface Described {
	/** In the Operation list, without the resource: `Get Many`. */
	name: string;
	value: string;
	/** In the node creator, sentence case with the resource: `Get many call lists`. */
	action: string;
	description: string;
	fields: Field[];
	/** How a user finds out whether it took effect when the answer got lost. Without it the operation only reads. */
	check?: string;
	/** Set where answers are too large to have as many calls in flight as others that only read. */
	largeAnswers?: true;
}

/** An operation is data plus one function, which is run for every input item. */
export interface ItemOperation<Operations> extends Described {
	/** The row in at most ten fields. Adds the Simplify field, on by default. */
	simplify?: (row: IDataObject) => IDataObject;
	/** What the items whose calls have to go one after another have in common, such as a conversation. */
	inTurn?: (fields: Fields) => unknown;
	run: (call: Call<Operations>) => Promise<Output | Output[]>;
}

/** An output item of an operation over all items, and the input items that it comes from. */
export interface Made {
	json: IDataObject;
	/** Files, where it passes an input item on. */
	binary?: IBinaryKeyData;
	from: number[];
}

/** What an operation over all items is given. */
export interface Batch<Operations> {
	api: Client<Operations>;
	/** Read for the first item, and meant for all. */
	fields: Fields;
	/** The same fields, read for one item. */
	fieldsOf: (itemIndex: number) => Fields;
	/**
	 * Throws NodeOperationError when not all items are here (Execute Once), or one of these fields is not the same
	 * for all. An expression that reads the item is evaluated for each: about 0.4 ms.
	 */
	checkCommon: (names: string[]) => void;
	items: INodeExecutionData[];
	/** The running node. */
	node: IExecuteFunctions;
	/** Parts of the work to do at the same time at most. */
	concurrency: number;
	/** Does a part of the work, which comes of some items. With On Error set to continue, it becomes an error item if it fails. */
	part: (from: number[], work: () => Promise<IDataObject>) => Promise<Made>;
}

/** An operation that takes all input items at once; answers the items of each output. */
export interface BatchOperation<Operations> extends Described {
	/** What the outputs are called where there are several. */
	outputs?: string[];
	runAll: (batch: Batch<Operations>) => Promise<Made[][]>;
}

export type Operation<Operations> = ItemOperation<Operations> | BatchOperation<Operations>;

export interface Resource<Operations> {
	name: string;
	value: string;
	operations: Array<Operation<Operations>>;
}
