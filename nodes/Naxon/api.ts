import type { DateTime } from 'luxon';

import type { Operation, Resource } from '../shared/node/operation';
import { routes, type Operations } from './contract';
import type { Vendor } from '../shared/call/vendor';

export type NaxonOperation = Operation<Operations>;
export type NaxonResource = Resource<Operations>;

/** Naxon: no envelope around one thing; lists as `{ data, page, total_pages }` (docs/evidence/naxon.md §2). */
export const naxon: Vendor<Operations> = {
	name: 'Naxon',
	credential: 'naxonApi',
	credentialFields: "'API Token' and 'Send Token As'",
	oauth2: false,
	routes,
	unwrap: (body) => body,
	paging: {
		size: 50,
		ask: ({ page }, size) => ({ page, per_page: size }),
		read: ({ data, page, total_pages: total }) => {
			const pages = total as number | undefined;
			const last = pages === undefined ? undefined : Number(page) >= pages;
			return { rows: data ?? (pages === undefined ? undefined : []), pages, last };
		},
	},
};

/** The only form of a date that Naxon's samples show: an offset without colon (docs/evidence/naxon.md §2). */
export const timestamp = (date?: DateTime) => date?.toFormat("yyyy-MM-dd'T'HH:mm:ssZZZ");
