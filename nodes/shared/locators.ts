import type {
	INodeListSearchItems,
	INodeListSearchResult,
	ILoadOptionsFunctions,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { CallInput } from './client';
import { Client } from './client';
import type { Field } from './fields';
import type { Vendor } from './operation';
import { Session } from './session';

interface LocatorText {
	displayName: string;
	name: string;
	description: string;
	/** Example of an ID. */
	id: string;
	/** Name of the node's list search method; without one there is no From List mode. */
	search?: string;
	/** Address that holds the ID: an example, and a pattern with the ID as its only group. */
	url?: { example: string; pattern: string };
	required?: boolean;
}

/** A resource locator: From List (searchable), By URL, By ID, as far as the service allows. */
export function locator(text: LocatorText): Field {
	const { displayName, name, description, id, search, url, required = true } = text;
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: search ? 'list' : 'id', value: '' },
		required,
		description,
		modes: [
			...(search
				? [
						{
							displayName: 'From List',
							name: 'list',
							type: 'list' as const,
							typeOptions: { searchListMethod: search, searchable: true },
						},
					]
				: []),
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: `e.g. ${id}` },
			...(url
				? [
						{
							displayName: 'By URL',
							name: 'url',
							type: 'string' as const,
							placeholder: `e.g. ${url.example}`,
							extractValue: { type: 'regex' as const, regex: url.pattern },
						},
					]
				: []),
		],
	};
}

const MATCHES = 500;

/**
 * A list search method for `operation`: one page after another while the user scrolls;
 * with a filter, the matches among the first 500 rows, since the services search no names.
 */
export function listSearch<Operations, Id extends Extract<keyof Operations, string>>(
	vendor: Vendor<Operations>,
	operation: Id,
	input: (parameter: (name: string, displayName: string) => string) => CallInput<Operations[Id]>,
	toItem: (row: Record<string, unknown>) => INodeListSearchItems,
) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const client = new Client(await Session.open(this, vendor), 0);
		const request = input((name, displayName) => {
			const value = this.getCurrentNodeParameter(name, { extractValue: true });
			if (value) return String(value);
			throw new NodeOperationError(this.getNode(), `Choose '${displayName}' first`);
		});
		if (filter) {
			const rows = await client.list(operation, request, { limit: MATCHES });
			const matches = (item: INodeListSearchItems) =>
				`${item.name} ${item.value}`.toLowerCase().includes(filter.toLowerCase());
			return { results: rows.map(toItem).filter(matches) };
		}
		const number = Number(paginationToken ?? 1);
		const page = await client.page(operation, request, number);
		return {
			results: page.rows.map(toItem),
			paginationToken: page.last ? undefined : String(number + 1),
		};
	};
}
