import { get } from 'lodash';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { Given, Heard } from './vendor';

/** An operation of a node with parameters that are good, and the calls that it makes. */
export interface AnswerJob extends Given {
	/** As the editor has it: resource and operation. */
	id: string;
	/** The node that has it, if not the vendor's first. */
	node?: string;
	parameters: INodeParameters;
	item?: INodeExecutionData;
	/** Changes of the credential. */
	account?: object;
	/** Operations of the contract. */
	uses: string[];
	/** Whether its output is made of answers in a way of its own, or it makes several calls. */
	derived?: true;
	/** Whether it reads a list for one row of it. */
	findsOne?: true;
	/** Lists of which it reads what stands beside the rows, and not them. */
	beside?: string[];
	/** What it calls only after it has written: a hint, or an error, tells that it could not. */
	after?: string[];
	/** Calls that it looks after when their answer is none, so that it can go on. */
	lookedUp?: string[];
	/** Operations that must not be called, whatever the answers, as long as nothing is left out of them. */
	never?: string[];
}

/** An operation that makes one call, of its own name. */
export const one = (
	id: string,
	parameters: INodeParameters = {},
	more: object = {},
): AnswerJob => ({
	id,
	parameters,
	uses: [id],
	...more,
});

/** Rows without that which the path of a call, such as a deletion, names. */
export const without = (rows: unknown[], call: Heard | undefined, key: string) =>
	rows.filter((row) => !Object.values(call?.path ?? {}).includes(String(get(row, key))));

/** Rows of which the last is changed. */
export const lastOne = (change: object) => (rows: unknown[]) =>
	rows.map((row, index) => (index === rows.length - 1 ? { ...(row as object), ...change } : row));

/** What makes an operation read all rows of its list. */
export const all = { returnAll: true };
