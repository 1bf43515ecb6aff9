import type { IDataObject } from 'n8n-workflow';

import type { Operation, Resource, Vendor } from '../shared/operation';
import { routes, type Operations } from './contract';

export type KodaOperation = Operation<Operations>;
export type KodaResource = Resource<Operations>;

interface Meta {
	status?: number;
	page?: number;
	pages?: number;
	is_last_page?: boolean;
}

/** KODA.AI: envelope `{ meta, response }`, pages by `page` and `on_page` (apis/koda.md §2). */
export const koda: Vendor<Operations> = {
	name: 'KODA',
	credential: 'kodaOAuth2Api',
	credentialFields:
		"'Client ID', 'Client Secret', 'Access Token URL', 'Scope' and 'Authentication'",
	oauth2: true,
	routes,
	unwrap: (body) => {
		const data = 'response' in body ? body.response : body;
		const answer = typeof data === 'object' ? data : null;
		return answer && Object.keys(answer).length > 0 ? (answer as IDataObject) : { success: true };
	},
	refusal: ({ meta, response }) => {
		const { status = 200 } = (meta ?? {}) as Meta;
		const { result, success, msg } = (response ?? {}) as IDataObject;
		if (status >= 400) return `status ${status} in the answer`;
		const no = [response, result, success].includes(false);
		return no ? String(msg ?? 'its answer is false') : undefined;
	},
	paging: {
		size: 20,
		query: (page, size) => ({ page, on_page: size }),
		read: ({ meta, response }) => {
			const { page = 1, pages, is_last_page: isLast } = (meta ?? {}) as Meta;
			const rows = (response ?? []) as IDataObject[];
			return {
				rows,
				pages,
				last: isLast === true || rows.length === 0 || page >= (pages ?? Infinity),
			};
		},
	},
};
