import type { Vendor } from '../shared/call/vendor';
import { define } from '../shared/node/define';
import type { Operations } from './contract';
import { marks } from './marks';
import { routes } from './routes';

/** Naxon: no envelope around one thing; lists as `{ data, page, total_pages }` (docs/evidence/naxon.md §2). */
export const naxon: Vendor<Operations> = {
	name: 'Naxon',
	credential: 'naxonApi',
	credentialFields: "'API Token' and 'Send Token As'",
	oauth2: false,
	secretHeader: ({ sendAs, headerName }) =>
		sendAs === 'header' ? String(headerName ?? '') : undefined,
	routes,
	marks,
	unwrap: (body) => body,
	// The only form that Naxon's samples show: an offset without colon (docs/evidence/naxon.md §2).
	dateText: (date) => date.toFormat("yyyy-MM-dd'T'HH:mm:ssZZZ"),
	paging: {
		size: 50,
		ask: ({ page }, size) => ({ page, per_page: size }),
		read: ({ data, page, total_pages: pages, total_rows: total }) => ({
			rows: data,
			page,
			pages,
			total,
		}),
	},
};

export const { operation, resource } = define<Operations, typeof routes>(routes);
