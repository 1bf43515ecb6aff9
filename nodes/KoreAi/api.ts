import type { IDataObject } from 'n8n-workflow';

import { rowsOf } from '../shared/call/answers';
import type { Announced, Paging } from '../shared/call/paging';
import { sayingOf } from '../shared/call/sayings';
import type { Route, Vendor } from '../shared/call/vendor';
import { objectsIn, thingIn } from '../shared/fields/lists';
import { beginningOf } from '../shared/fields/shortened';
import { define } from '../shared/node/define';
import type { Operations } from './contract';
import { marks } from './marks';
import { routes } from './routes';

/** Where an app may have been created, by the credential's value: how its scopes begin, where that is, and the way out. */
const APPS = {
	adminConsole: [
		'Admin Console: ',
		'in the Admin Console',
		'Create one there under Security & Control > API Scopes, use its client ID and secret',
	],
	bot: [
		'App Builder: ',
		'in the bot',
		'Create one in the bot under Dev Tools, use its client ID and secret',
	],
} as const;

const accountIdOf = ({ accountId }: IDataObject) => String(accountId ?? '').trim();

/**
 * Kore.ai would refuse a call whose scopes only the other kind of app can have (docs/evidence/kore-ai.md §1.2), or
 * that lacks the account (§9).
 */
function misfit({ scopes, given }: Route, credentials: IDataObject): [string, string] | undefined {
	if (given && !accountIdOf(credentials)) {
		return [
			"'Account ID' in the credential is empty, and campaigns and the contact center need it",
			"Fill in 'Account ID' in the credential. 'Get Many' for bots of the Kore.ai node shows it as accountId.",
		];
	}
	const [needed, another] = Object.entries(APPS).filter(([, [prefix]]) =>
		scopes.some((scope) => scope.startsWith(prefix)),
	);
	if (!needed || another || needed[0] === credentials.createdIn) return undefined;
	const [, [, where, wayOut]] = needed;
	return [
		`This operation takes an app that was created ${where}, and by 'App Created In' in the credential it was not`,
		`${wayOut}, and choose 'App Created In' in the credential accordingly.`,
	];
}

/** What the first error says; undefined when there is none: no `errors`, or nothing in them. */
function firstError({ errors }: IDataObject): string | undefined {
	const isNone = !errors || (typeof errors === 'object' && Object.keys(errors).length === 0);
	return isNone ? undefined : (sayingOf({ errors }) ?? beginningOf(JSON.stringify(errors), 300));
}

const FAILED = /^(failure|failed|error)$/i;

/**
 * The users of the account for whom it was not done, with why: an answer that is good otherwise names them
 * (docs/evidence/kore-ai.md §2.2), and in the same place some for whom it was.
 */
function failedUsers(body: IDataObject): string | undefined {
	const ofList = Array.isArray(body) ? objectsIn(body) : [];
	const told = [
		...objectsIn(body.failedUserDetails).map((one) => ({ ...one, ...thingIn(one.userInfo) })),
		...ofList.map(({ userInfo }) => thingIn(userInfo)).filter(({ reason }) => reason),
	] as IDataObject[];
	const failed = told.filter(({ status }) => !/^\s*success/i.test(String(status)));
	const texts = failed.map(({ emailId, orgUserId, reason }) => {
		const why = sayingOf(reason) ?? 'it gave no reason';
		return `${String(emailId ?? orgUserId ?? 'a user')}: ${why}`;
	});
	return texts.length > 0 ? beginningOf(texts.join('; '), 300) : undefined;
}

/** Why an answer of the contact center is none: its envelope says so, and has no data (docs/evidence/kore-ai.md §9.2). */
function failure({ status, data, ...rest }: IDataObject): string | undefined {
	if (!FAILED.test(String(status)) || data) return undefined;
	return sayingOf(rest) ?? String(status);
}

/** Kore.ai XO: no envelope but that of campaigns; most lists skip rows and say whether more are available (docs/evidence/kore-ai.md §2). */
export const koreAi: Vendor<Operations> = {
	name: 'Kore.ai',
	credential: 'koreAiApi',
	credentialFields: "'Host', 'Client ID', 'Client Secret', 'App Created In' and 'Algorithm'",
	oauth2: false,
	vague401:
		'Kore.ai answers the same to a bot ID it does not know, to an app without the scope (publish the bot after you add one) and to a server whose clock is wrong.',
	routes,
	marks,
	misfit,
	// A bot's reply, which has a version, may have both names and is no envelope.
	unwrap: (body) =>
		typeof body.status === 'string' && body.data && body._v === undefined ? body.data : body,
	// A word in all that is known; a number would be that of a proxy or another error.
	status: ({ status }) => status,
	declined: (body, { given }) => firstError(body) ?? failedUsers(body) ?? (given && failure(body)),
	paging: {
		size: 100,
		ask: ({ skip }, size) => ({ skip, limit: size }),
		inBody: true,
		read: ({ sessions, messages, moreAvailable, total }) => ({
			rows: sessions ?? messages,
			total,
			hasMore: moreAvailable,
		}),
	},
	// No Retry-After was seen, and the limit is counted over a minute (docs/evidence/kore-ai.md §2.1).
	pauseAfter429: 60,
	// 60 calls a minute per bot, per request that is asked about, or of the contact center per account; 600 per table (docs/evidence/kore-ai.md §2.1).
	countedBy: ({ botId, requestId, importId, tableName, viewName }, { given }) =>
		given ? 'contact center' : (botId ?? requestId ?? importId ?? tableName ?? viewName),
	given: (credentials, { botId }) => ({ accountId: accountIdOf(credentials), iid: botId }),
};

/** Lists of the account: `offset` counts rows of users, pages of the others (docs/evidence/kore-ai.md §2.3). */
const fifty = (rows: 'users' | 'bots' | 'roles' | 'groups', offset: 'skip' | 'page'): Paging => ({
	size: 50,
	ask: (at, size) => ({ limit: size, offset: offset === 'skip' ? at.skip : at.page - 1 }),
	read: ({ [rows]: list, total, availableMore }) => ({ rows: list, total, hasMore: availableMore }),
});

/** A page of the contact center, in its envelope. */
function pageIn({ data }: IDataObject): Announced {
	const { results, hasMore, totalPages, totalResults } = (data ?? {}) as IDataObject;
	return { rows: results, hasMore, pages: totalPages, total: totalResults };
}

/**
 * The list of campaigns: `skip` and `page` stand beside each other in the samples, and the ID is `_id` of a voice
 * campaign, `id` of an SMS campaign (docs/evidence/kore-ai.md §9.2).
 */
export const campaignPaging: Paging = {
	size: 50,
	ask: ({ skip, page }, size) => ({ skip, page, limit: size }),
	inBody: true,
	read: (body) => {
		const { rows, ...announced } = pageIn(body);
		const named = rowsOf(rows)?.map(({ id, ...row }) => ({ _id: id, ...row }));
		return { ...announced, rows: named ?? rows };
	},
};

/** The results of a campaign, by the number of the page (docs/evidence/kore-ai.md §9.2). */
export const resultPaging: Paging = {
	size: 100,
	ask: ({ page }, size) => ({ page, limit: size }),
	inBody: true,
	read: pageIn,
};

/** The contacts of a list, asked for as campaigns are, which is inferred (docs/evidence/kore-ai.md §9.2). */
export const contactPaging: Paging = {
	size: 50,
	ask: ({ skip }, size) => ({ skip, limit: size }),
	read: pageIn,
};

/** A list that comes in no pages, under this name. */
export const wholeList = (name: string): Paging => ({
	size: 50,
	read: ({ [name]: rows }) => ({ rows }),
});

export const listPaging = wholeList('data');

/** Conversations of the contact center, whose largest page is not published (docs/evidence/kore-ai.md §5.1). */
export const centerPaging: Paging = {
	size: 50,
	ask: ({ skip }, size) => ({ skip, limit: size }),
	read: (body) => pageIn({ data: body }),
};

/** Its agents, in pages whose size cannot be chosen. */
export const agentPaging: Paging = {
	size: 10,
	ask: ({ page }) => ({ page }),
	read: (body) => pageIn({ data: body }),
};

/** Rows of data tables and views, of which 100 are the most for tables (docs/evidence/kore-ai.md §2.3). */
export const rowPaging: Paging = {
	size: 100,
	ask: ({ skip }, size) => ({ sys_limit: size, sys_offset: skip }),
	read: ({ queryResult, total, hasMore }) => ({ rows: queryResult, total, hasMore }),
};

export const userPaging = fifty('users', 'skip');
export const botPaging = fifty('bots', 'page');
export const rolePaging = fifty('roles', 'page');
export const groupPaging = fifty('groups', 'page');

export const { operation, operationOverAllItems, resource, input, inputs } = define<
	Operations,
	typeof routes
>(routes);
