import type { IDataObject } from 'n8n-workflow';

import type { Vendor } from '../shared/call/vendor';
import { isThing } from '../shared/fields/lists';
import { define } from '../shared/node/define';
import type { Operations } from './contract';
import { marks } from './marks';
import { routes } from './routes';

/** Koopid: answers without an envelope and mostly of unknown shape, no paging (docs/evidence/koopid.md §3). */
export const koopid: Vendor<Operations> = {
	name: 'Koopid',
	credential: 'koopidApi',
	credentialFields: "'API Key', 'Provider ID' and 'Partner ID'",
	oauth2: false,
	secretInAddress: true,
	routes,
	marks,
	unwrap: (body) => body,
	paging: { size: 1, read: (body) => ({ rows: body }) },
};

export const { operation, resource } = define<Operations, typeof routes>(routes);

/** An answer of any shape as rows: those of a list, or the one that is there. What is no object becomes `{ value }`. */
export function rowsOf(answer: unknown): IDataObject[] {
	if (answer === '' || JSON.stringify(answer) === '{}') return [];
	const entries = Array.isArray(answer) ? (answer as unknown[]) : [answer];
	return entries.map((entry) => (isThing(entry) ? entry : ({ value: entry } as IDataObject)));
}
