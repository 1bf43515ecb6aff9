import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
} from 'n8n-workflow';

import type { Client } from '../call/client';
import type { OperationId } from '../call/vendor';
import type { Field } from '../fields/field';
import type { Fields } from '../fields/fields';

/** What an operation's `run` is given for one input item; `Values` are those of its fields. */
export interface RunContext<Operations, Values = object> {
	api: Client<Operations>;
	fields: Fields<Values>;
	/** What the visible fields come to as the input of a call: each value where the contract has its name. */
	inputOf: <Id extends OperationId<Operations>>(id: Id) => Required<Operations[Id]>;
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

/** Where an answer says that a file is, and what it calls it; either may be missing. */
export interface FileAddress {
	url: unknown;
	name?: unknown;
}

/** What every operation says of itself. */
export interface Described {
	/** In the Operation list, without the resource: `Get Many`. */
	name: string;
	/** In the node creator, sentence case with the resource: `Get many call lists`. */
	action: string;
	description: string;
	/** How a user finds out whether it took effect when the answer got lost. Without it the operation only reads. */
	check?: string;
	/** Set where answers are too large to have as many calls in flight as others that only read. */
	largeAnswers?: true;
}

interface Operated extends Described {
	/** As in the contract: `callList.getAll`. */
	id: string;
	/** The part of it that names the operation: `getAll`. */
	value: string;
	fields: readonly Field[];
}

/** An operation is data plus at most one function, which is run for every input item. */
export interface ItemOperation<Operations> extends Operated {
	/** The row in at most ten fields. Adds the Simplify field, on by default. */
	simplify?: (row: IDataObject) => IDataObject;
	/** The files that an answer gives the addresses of. Adds the fields Download File and Put Output File in Field. */
	files?: (answer: IDataObject) => FileAddress[];
	/** What the items whose calls have to go one after another have in common, such as a conversation. */
	inTurn?(fields: Fields<object>): unknown;
	run(context: RunContext<Operations>): Promise<Output | Output[]>;
}

/** An output item of an operation over all items, and the input items that it comes from. */
export interface Made {
	json: IDataObject;
	/** Files, where it passes an input item on. */
	binary?: IBinaryKeyData;
	from: number[];
}

/** What an operation over all items is given. */
export interface RunAllContext<Operations, Values = object> {
	api: Client<Operations>;
	/** Read for the first item, and meant for all. */
	fields: Fields<Values>;
	/** The same fields, read for one item. */
	fieldsOf: (itemIndex: number) => Fields<Values>;
	/**
	 * Throws NodeOperationError when not all items are here (Execute Once), or one of these fields is not the same
	 * for all. An expression that reads the item is evaluated for each: about 0.4 ms. Of `long` ones, which may hold
	 * thousands of entries, three items are compared.
	 */
	checkCommon: (names: string[], long?: string[]) => void;
	items: INodeExecutionData[];
	/** The running node. */
	node: IExecuteFunctions;
	/** Parts of the work to do at the same time at most. */
	concurrency: number;
	/** Does a part of the work, which comes of some items. With On Error set to continue, it becomes an error item if it fails. */
	part: (from: number[], work: () => Promise<IDataObject>) => Promise<Made>;
}

/** An operation that takes all input items at once; answers the items of each output. */
export interface AllItemsOperation<Operations> extends Operated {
	/** What the outputs are called where there are several. */
	outputs?: string[];
	/** Names of the fields that are read for each item; the others are read for the first, and meant for all. */
	perItem?: readonly string[];
	runAll(context: RunAllContext<Operations>): Promise<Made[][]>;
}

export type Operation<Operations> = ItemOperation<Operations> | AllItemsOperation<Operations>;

export interface Resource<Operations> {
	name: string;
	value: string;
	operations: Array<Operation<Operations>>;
}
