import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { countOf } from '../shared/call/answers';
import type { Paging } from '../shared/call/paging';
import type { Vendor } from '../shared/call/vendor';
import { define } from '../shared/node/define';
import type { Operations } from './contract';
import { marks } from './marks';
import { routes } from './routes';

/** The list in an answer, which is bare or in `data` or `items` (docs/evidence/chatbot-com.md §2). */
function read(body: IDataObject) {
	const { data, items, count } = body;
	const rows: unknown = Array.isArray(body) ? body : (data ?? items);
	// Whether `count` is of the page or of all is not documented: one that is larger than the page is of all.
	const isOfAll = (countOf(count) ?? 0) > (Array.isArray(rows) ? rows.length : -1);
	return { rows, total: isOfAll ? count : undefined };
}

/** The first of an answer that comes as a list or not: the documentation shows both (docs/evidence/chatbot-com.md §2). */
export const one = (body: unknown) => [body].flat()[0] as IDataObject;

/** ChatBot.com: no envelope around one thing; `{ timestamp, status }` after a change (docs/evidence/chatbot-com.md §2). */
export const chatBot: Vendor<Operations> = {
	name: 'ChatBot.com',
	credential: 'chatBotComApi',
	credentialFields: "'Access Token'",
	oauth2: false,
	routes,
	marks,
	unwrap: one,
	status: (body) => (one(body)?.status as { code?: unknown } | null | undefined)?.code,
	// Stories, segments and entities come whole.
	paging: { size: 40, read },
};

export const { operation, operationOverAllItems, resource, input, inputs } = define<
	Operations,
	typeof routes
>(routes);

/** Users: up to 40 after the user named by `after`; a shorter page is the last one (docs/evidence/chatbot-com.md §2). */
export const afterUser: Paging = {
	size: 40,
	ask: ({ after }, size) => ({ limit: size, after }),
	cursor: ({ id }) => id,
	endsOnShort: true,
	read,
};

/** Chats: 40 after the moment `after`, in milliseconds (docs/evidence/chatbot-com.md §2). */
export const afterMoment: Paging = {
	...afterUser,
	endsOnShort: 40,
	ask: ({ after }) => ({ after }),
	cursor: ({ createdAt, date }) => {
		const moment = DateTime.fromISO(utc(createdAt ?? date), { zone: 'utc' });
		return moment.isValid ? moment.toMillis() : undefined;
	},
};

/** Unmatched phrases: numbered pages of a size that is not published (docs/evidence/chatbot-com.md §2). */
export const numbered: Paging = {
	...chatBot.paging,
	ask: ({ page }) => ({ page }),
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
