import type { IDataObject } from 'n8n-workflow';

import type { Vendor } from '../shared/call/vendor';
import { define } from '../shared/node/define';
import type { Operations } from './contract';
import { routes } from './routes';

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
	// Only the messages of a chat are asked for by date (docs/evidence/koda.md §3.2).
	dateText: (date) => String(date.toUnixInteger()),
	unwrap: (body) => ('response' in body ? body.response : body),
	status: ({ meta }) => (meta as Meta | undefined)?.status,
	declined: (body) => {
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

export const { operation, operationOverAllItems, resource, input } = define<
	Operations,
	typeof routes
>(routes);
