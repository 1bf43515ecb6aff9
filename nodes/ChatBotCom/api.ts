import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { Paging } from '../shared/call/paging';
import type { Vendor } from '../shared/call/vendor';
import { define } from '../shared/node/define';
import type { Operations } from './contract';
import { routes } from './routes';

/** The list in an answer, which is bare or in `data` or `items` (docs/evidence/chatbot-com.md §2). */
const rowsOf = (body: unknown) => {
	const { data, items } = body as IDataObject;
	return Array.isArray(body) ? body : (data ?? items);
};

/** The first of an answer that comes as a list or not: the documentation shows both (docs/evidence/chatbot-com.md §2). */
export const one = (body: unknown) => [body].flat()[0] as IDataObject;

/** ChatBot.com: no envelope around one thing; `{ timestamp, status }` after a change (docs/evidence/chatbot-com.md §2). */
export const chatBot: Vendor<Operations> = {
	name: 'ChatBot.com',
	credential: 'chatBotComApi',
	credentialFields: "'Access Token'",
	oauth2: false,
	routes,
	unwrap: one,
	status: (body) => (one(body)?.status as { code?: number } | undefined)?.code,
	// Stories, segments and entities come whole.
	paging: {
		size: 40,
		ask: () => ({}),
		read: (body) => ({ rows: rowsOf(body), last: true }),
	},
};

export const { operation, operationOverAllItems, resource, input } = define<
	Operations,
	typeof routes
>(routes);

/** Users: up to 40 after the user named by `after`; a shorter page is the last one (docs/evidence/chatbot-com.md §2). */
export const afterUser: Paging = {
	size: 40,
	ask: ({ after }, size) => ({ limit: size, after }),
	cursor: ({ id }) => id,
	read: (body, size) => {
		const rows = rowsOf(body);
		return { rows, last: Array.isArray(rows) && rows.length < size };
	},
};

/** Chats: 40 after the moment `after`, in milliseconds (docs/evidence/chatbot-com.md §2). */
export const afterMoment: Paging = {
	...afterUser,
	ask: ({ after }) => ({ after }),
	cursor: ({ createdAt, date }) => {
		const moment = DateTime.fromISO(utc(createdAt ?? date), { zone: 'utc' });
		return moment.isValid ? moment.toMillis() : undefined;
	},
	read: (body) => afterUser.read(body, 40),
};

/** Unmatched phrases: numbered pages of a size that is not published (docs/evidence/chatbot-com.md §2). */
export const numbered: Paging = {
	...chatBot.paging,
	ask: ({ page }) => ({ page }),
	read: (body) => ({ rows: rowsOf(body) }),
	// The page number is documented for v1 only, so it may go unheard.
	endsOnRepeat: true,
};

/** A date with a space instead of the T in ISO 8601: the documentation shows both (docs/evidence/chatbot-com.md §2). */
const utc = (date: unknown) => String(date).replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T');

/** A row with its dates in ISO 8601. */
export function dated(row: IDataObject): IDataObject {
	const dates = ['createdAt', 'lastSeen', 'date'].filter((name) => typeof row[name] === 'string');
	return { ...row, ...Object.fromEntries(dates.map((name) => [name, utc(row[name])])) };
}
