import type {
	IDataObject,
	INodeListSearchItems,
	INodeListSearchResult,
	ILoadOptionsFunctions,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { Client } from '../call/client';
import { FIRST, type Paging, type Position } from '../call/paging';
import { Session } from '../call/session';
import type { OperationId, Vendor } from '../call/vendor';
import type { Field } from '../fields/field';
import { textKey } from '../fields/sameText';

/** Seconds that a picker's call waits for retries: somebody looks at it. */
const MAX_RETRY_WAIT = 10;

interface LocatorText<Name extends string, Required extends boolean> {
	displayName: string;
	name: Name;
	description: string;
	/** Example of an ID. */
	id: string;
	/** Name of the node's list search method; without one there is no From List mode. */
	search?: string;
	/** Address that holds the ID: an example, and a pattern with the ID as its only group. */
	url?: { example: string; pattern: string };
	/** Form of an ID, where the service documents one. */
	form?: Field['form'];
	required?: Required;
	/** Whether leaving it out means all, or another one. */
	narrows?: boolean;
	/** What the contract calls the ID. */
	sentAs?: string;
}

/**
 * What n8n checks in the editor; it puts the pattern between ^ and $. An empty picker is for `required` to refuse.
 * n8n's server goes through the rules before each execution and gives each 250 ms by the clock, in which a busy machine
 * loses an execution now and then. It shall find none: what is wrong, the node says itself when it runs.
 */
const validation = (pattern: string, errorMessage: string) => {
	const regex = `(?:\\s*(?:${pattern})?\\s*)`;
	const rules = [{ type: 'regex' as const, properties: { regex, errorMessage } }];
	return Object.assign(rules, { [Symbol.iterator]: () => [].values() });
};

/** An address that holds an ID. */
const address = (pattern: string) => `.*${pattern}.*`;

/** Any text that is no address. */
const NO_ADDRESS = '(?!\\s*[hH][tT][tT][pP][sS]?://).*';

/** A resource locator: From List (searchable), By ID, By URL, as far as the service allows. */
export function locator<const Name extends string, const Required extends boolean = true>({
	id,
	search,
	url,
	form,
	required,
	...text
}: LocatorText<Name, Required>) {
	const byId = {
		displayName: 'By ID',
		name: 'id',
		type: 'string' as const,
		placeholder: `e.g. ${id}`,
		validation: validation(
			[form?.pattern ?? NO_ADDRESS, ...(url ? [address(url.pattern)] : [])].join('|'),
			form ? `Use ${form.text}` : 'Give the ID alone, no address',
		),
	};
	const fromList = {
		displayName: 'From List',
		name: 'list',
		type: 'list' as const,
		typeOptions: { searchListMethod: search, searchable: true },
	};
	const byUrl = url && {
		displayName: 'By URL',
		name: 'url',
		type: 'string' as const,
		placeholder: `e.g. ${url.example}`,
		extractValue: { type: 'regex' as const, regex: url.pattern },
		validation: validation(address(url.pattern), `Paste an address such as ${url.example}`),
	};
	return {
		...text,
		...(form && { form }),
		type: 'resourceLocator',
		default: { mode: search ? 'list' : 'id', value: '' },
		required: required ?? true,
		modes: [...(search ? [fromList] : []), byId, ...(byUrl ? [byUrl] : [])],
	} as Field & { name: Name; type: 'resourceLocator'; required: Required };
}

const MATCHES = 500;

/** One row as a choice: its ID, its name if it has one, and what tells it from others of that name. */
export interface Choice {
	id: unknown;
	name: unknown;
	details?: unknown[];
}

/** The rows that have an ID; what has no name is shown by it. */
function choices(
	rows: IDataObject[],
	toChoice: (row: IDataObject) => Choice,
): INodeListSearchItems[] {
	return rows
		.map(toChoice)
		.filter(({ id }) => id !== undefined && id !== null && id !== '')
		.map(({ id, name, details = [] }) => {
			const known = details.filter(Boolean).join(', ');
			return { name: `${String(name || id)}${known && ` (${known})`}`, value: String(id) };
		});
}

/**
 * Reads a field of the node that is being edited; the second name is the editor's. Throws when it is empty, and there is
 * nothing in its place.
 */
export type ReadParameter = (name: string, displayName: string, otherwise?: unknown) => string;

/**
 * A list search method for a paged list: one page after another while the user scrolls;
 * with a filter, the matches among the first 500 rows, since the service searches no names. Several lists, which
 * `input` asks for, come as the first 500 rows of all.
 */
export function listSearch<Operations, Id extends OperationId<Operations>>(
	vendor: Vendor<Operations>,
	operation: Id,
	input: (
		parameter: ReadParameter,
		credentials: IDataObject,
	) => Operations[Id] | Array<Operations[Id]>,
	toChoice: (row: IDataObject) => Choice,
	paging?: Paging,
) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const client = new Client(await Session.open(this, vendor), { maxRetryWait: MAX_RETRY_WAIT });
		const asked = input(reader(this), client.credentials);
		const requests = Array.isArray(asked) ? asked : [asked];
		const [request] = requests;
		if (filter || requests.length > 1) {
			const rows = await client.listInTurn(operation, requests, { limit: MATCHES }, paging);
			const wanted = textKey(filter ?? '').toLowerCase();
			const matches = (item: INodeListSearchItems) =>
				textKey(`${item.name} ${item.value}`).toLowerCase().includes(wanted);
			return { results: choices(rows, toChoice).filter(matches) };
		}
		const at = paginationToken ? (JSON.parse(paginationToken) as Position) : FIRST;
		const { rows, next } = await client.page(operation, request, at, paging);
		return {
			results: choices(rows, toChoice),
			paginationToken: next && JSON.stringify(next),
		};
	};
}

/** A list search method for an operation that finds rows by a text and has no paging. */
export function textSearch<Operations, Id extends OperationId<Operations>>(
	vendor: Vendor<Operations>,
	operation: Id,
	input: (parameter: ReadParameter, credentials: IDataObject, text?: string) => Operations[Id],
	toChoice: (row: IDataObject) => Choice,
) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
	): Promise<INodeListSearchResult> {
		const client = new Client(await Session.open(this, vendor), { maxRetryWait: MAX_RETRY_WAIT });
		const asked = input(reader(this), client.credentials, filter || undefined);
		const { rows } = await client.page(operation, asked);
		return { results: choices(rows, toChoice) };
	};
}

const reader =
	(caller: ILoadOptionsFunctions): ReadParameter =>
	(name, displayName, otherwise) => {
		const own = caller.getCurrentNodeParameter(name, { extractValue: true });
		const value = own || String(otherwise ?? '').trim();
		if (value) return String(value);
		throw new NodeOperationError(caller.getNode(), `Choose '${displayName}' first`);
	};
