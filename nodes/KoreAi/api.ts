import type { IDataObject } from 'n8n-workflow';

import type { Paging } from '../shared/call/paging';
import { sayingOf } from '../shared/call/sayings';
import type { Route, Vendor } from '../shared/call/vendor';
import { beginningOf } from '../shared/fields/shortened';
import { define } from '../shared/node/define';
import type { Operations } from './contract';
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

/** Kore.ai would refuse a call whose scopes only the other kind of app can have (docs/evidence/kore-ai.md §1.2). */
function misfit({ scopes }: Route, { createdIn }: IDataObject): [string, string] | undefined {
	const [needed, another] = Object.entries(APPS).filter(([, [prefix]]) =>
		scopes.some((scope) => scope.startsWith(prefix)),
	);
	if (!needed || another || needed[0] === createdIn) return undefined;
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

/** Kore.ai XO: no envelope; most lists skip rows and say whether more are available (docs/evidence/kore-ai.md §2). */
export const koreAi: Vendor<Operations> = {
	name: 'Kore.ai',
	credential: 'koreAiApi',
	credentialFields: "'Host', 'Client ID', 'Client Secret', 'App Created In' and 'Algorithm'",
	oauth2: false,
	vague401:
		'Kore.ai answers the same to a bot ID it does not know, to an app without the scope (publish the bot after you add one) and to a server whose clock is wrong.',
	routes,
	misfit,
	unwrap: (body) => body,
	declined: firstError,
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
	// 60 calls a minute per bot, or per request that is asked about (docs/evidence/kore-ai.md §2.1).
	countedBy: ({ botId, requestId, importId }) => botId ?? requestId ?? importId,
};

/** Users and bots: `offset` counts rows of users, pages of bots (docs/evidence/kore-ai.md §2.3). */
const fifty = (rows: 'users' | 'bots', offset: 'skip' | 'page'): Paging => ({
	size: 50,
	ask: (at, size) => ({ limit: size, offset: offset === 'skip' ? at.skip : at.page - 1 }),
	read: ({ [rows]: list, total, availableMore }) => ({ rows: list, total, hasMore: availableMore }),
});

export const userPaging = fifty('users', 'skip');
export const botPaging = fifty('bots', 'page');

export const { operation, resource, input } = define<Operations, typeof routes>(routes);
