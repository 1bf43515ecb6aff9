import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../shared/call/client';
import { wordsOf } from '../shared/call/callError';
import type { Call, ItemOperation, Resource } from '../shared/node/operation';
import type { Paging } from '../shared/call/paging';
import { routes, type Operations } from './contract';
import type { Vendor } from '../shared/call/vendor';

export type KoreOperation = ItemOperation<Operations>;
export type KoreResource = Resource<Operations>;

/** What the first error says; undefined when there is none: no `errors`, or nothing in them. */
function firstError({ errors }: IDataObject): string | undefined {
	const empty = !errors || (typeof errors === 'object' && Object.keys(errors).length === 0);
	return empty ? undefined : wordsOf([errors].flat()[0]);
}

/** Whether a page is the last one; undefined when Kore.ai does not say. */
const lastUnless = (more: unknown) => (typeof more === 'boolean' ? !more : undefined);

/** Kore.ai XO: no envelope; most lists skip rows and say whether more are available (docs/evidence/kore-ai.md §2). */
export const koreAi: Vendor<Operations> = {
	name: 'Kore.ai',
	credential: 'koreAiApi',
	credentialFields: "'Host', 'Client ID', 'Client Secret', 'App Created In' and 'Algorithm'",
	oauth2: false,
	vague401:
		'Kore.ai answers the same to a bot ID it does not know, to an app without the scope (publish the bot after you add one) and to a server whose clock is wrong.',
	routes,
	unwrap: (body) => body,
	refusal: firstError,
	paging: {
		size: 100,
		ask: ({ skip }, size) => ({ skip, limit: size }),
		inBody: true,
		read: ({ sessions, messages, moreAvailable, total }) => ({
			rows: sessions ?? messages,
			total: total as number | undefined,
			last: lastUnless(moreAvailable),
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
	read: (body) => ({
		rows: body[rows],
		total: body.total as number | undefined,
		last: lastUnless(body.availableMore),
	}),
});

export const userPaging = fifty('users', 'skip');
export const botPaging = fifty('bots', 'page');

/** Where the app of the credential has to have been created for an operation. */
const CONSOLES = {
	adminConsole: [
		'in the Admin Console',
		'Create one there under Security & Control > API Scopes, use its client ID and secret',
	],
	bot: ['in the bot', 'Create one in the bot under Dev Tools, use its client ID and secret'],
};

/** Throws when the credential's app was created elsewhere: Kore.ai would refuse the call (docs/evidence/kore-ai.md §1.2). */
export function needsApp(api: Client<Operations>, console: keyof typeof CONSOLES): void {
	if (api.credentials.createdIn === console) return;
	const [where, wayOut] = CONSOLES[console];
	api.fail(
		`This operation takes an app that was created ${where}, and by 'App Created In' in the credential it was not`,
		`${wayOut}, and choose 'App Created In' in the credential accordingly.`,
	);
}

/** Operations that only apps of one console may call. */
export const onlyFor = (
	console: keyof typeof CONSOLES,
	operation: KoreOperation,
): KoreOperation => ({
	...operation,
	run: async (call) => {
		needsApp(call.api, console);
		return await operation.run(call);
	},
});

/** The node's bot, or else the credential's. */
export function botOf({ api, fields }: Pick<Call<Operations>, 'api' | 'fields'>): {
	botId: string;
} {
	const chosen = fields.get<string | undefined>('bot');
	const botId = chosen ?? String(api.credentials.defaultBotId ?? '').trim();
	return botId
		? { botId }
		: fields.reject(
				'bot',
				'is empty',
				"Choose a bot, or fill in 'Default Bot ID' in the credential.",
			);
}
