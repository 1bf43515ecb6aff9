import type { IDataObject } from 'n8n-workflow';

import type { Operation, Resource } from '../shared/node/operation';
import { routes, type Operations } from './contract';
import type { Vendor } from '../shared/call/vendor';

export type KodaOperation = Operation<Operations>;
export type KodaResource = Resource<Operations>;

interface Meta {
	status?: number;
	page?: number;
	pages?: number;
	is_last_page?: boolean;
	found?: number;
}

/** KODA.AI: envelope `{ meta, response }`, pages by `page` and `on_page` (docs/evidence/koda.md §2). */
export const koda: Vendor<Operations> = {
	name: 'KODA',
	credential: 'kodaOAuth2Api',
	credentialFields:
		"'Client ID', 'Client Secret', 'Access Token URL', 'Scope' and 'Authentication'",
	oauth2: true,
	routes,
	unwrap: (body) => ('response' in body ? body.response : body),
	status: ({ meta }) => (meta as Meta | undefined)?.status,
	refusal: (body) => {
		const { response = body } = body;
		if (response === false) return 'its answer is false';
		const { result, success, msg, error } = (response ?? {}) as IDataObject;
		const no = [result, success].includes(false) || (error && response === body);
		return no ? String(msg ?? error ?? 'its answer is false') : undefined;
	},
	paging: {
		size: 20,
		ask: ({ page }, size) => ({ page, on_page: size }),
		read: ({ meta, response }) => {
			const { page = 1, pages, is_last_page: isLast, found } = (meta ?? {}) as Meta;
			return {
				// An answer that leaves the rows out must not look like an empty list: it may be what a write depends on.
				rows: response ?? (found === 0 ? [] : undefined),
				pages,
				last: isLast ?? (pages === undefined ? undefined : Number(page) >= Number(pages)),
			};
		},
	},
};
