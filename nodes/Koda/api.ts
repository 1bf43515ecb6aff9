import type { IDataObject } from 'n8n-workflow';

import type { Vendor } from '../shared/call/vendor';
import { define } from '../shared/node/define';
import type { Operations } from './contract';
import { marks } from './marks';
import { routes } from './routes';

const isEnvelope = (body: IDataObject) =>
	'response' in body || Object.keys(body).every((name) => name === 'meta');

/** KODA.AI: envelope `{ meta, response }`, pages by `page` and `on_page` (docs/evidence/koda.md §2). */
export const koda: Vendor<Operations> = {
	name: 'KODA',
	credential: 'kodaOAuth2Api',
	credentialFields:
		"'Client ID', 'Client Secret', 'Access Token URL', 'Scope' and 'Authentication'",
	oauth2: true,
	routes,
	marks,
	// Only the messages of a chat are asked for by date (docs/evidence/koda.md §3.2).
	dateText: (date) => String(date.toUnixInteger()),
	unwrap: (body) => ('response' in body ? body.response : body),
	// A document that was created comes without an envelope, and its `meta` is the user's (docs/evidence/koda.md §2).
	status: (body) => (isEnvelope(body) ? (body.meta as IDataObject | undefined)?.status : undefined),
	paging: {
		size: 20,
		ask: ({ page }, size) => ({ page, on_page: size }),
		read: ({ meta, response }) => {
			const { page, pages, found, is_last_page, next_url } = (meta ?? {}) as IDataObject;
			return { rows: response, page, pages, total: found, isLast: is_last_page, nextUrl: next_url };
		},
	},
};

/** The field of a chat that is its ID, by which it is asked for. */
export const CHAT_ID = 'platform_user_id';

/** What tells rows of chats apart: one person may write on several platforms (docs/evidence/koda.md §5). */
export const CHAT_KEY: [string, ...string[]] = [CHAT_ID, 'platform'];

export const { operation, operationOverAllItems, resource, input, inputs } = define<
	Operations,
	typeof routes
>(routes);
