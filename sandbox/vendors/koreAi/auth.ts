/** Who may call: JWTs in the header `auth`, and the scopes of the apps that sign them. */
import { decodeJwt, errors, jwtVerify } from 'jose';
import type { Clock } from '../../clock';
import { ApiError, type Headers, type Presented } from '../../types';
import { ANALYTICS_SCOPES } from './analyticsScopes';
import { BUILDING_SCOPES } from './buildingScopes';
import { KNOWLEDGE_SCOPES } from './knowledgeScopes';
import { ACCOUNT_ID, FIRST_BOT_ID } from './state';

interface App {
	secret: string;
	scopes: ReadonlySet<string>;
	/** An app of the App Builder is good for one bot. */
	botId?: string;
}

const ADMIN_SCOPES = [
	'BotKit',
	'Bot Analytics › Bot Sessions',
	'Bot Analytics › Chat History',
	'Bot Definition › Bot Import',
	...BUILDING_SCOPES.admin,
	'Bot Publish › Publish',
	'Bot Publish › Publish Status',
	'Channel Management › Proactive Messages',
	'Intent Identification › Intent and Entity Detection',
	'Profile Management › Delete Users Data',
	'Profile Management › Role Management',
	'User Management › User Management',
	...KNOWLEDGE_SCOPES.admin,
	...ANALYTICS_SCOPES.admin,
];
const BUILDER_SCOPES = [
	'Bot Sessions',
	'Chat History',
	'Conversation Summary',
	'Debug Logs',
	'Delete Conversations',
	'Intent and Entity Detection',
	'Proactive Messages',
	...BUILDING_SCOPES.builder,
	...KNOWLEDGE_SCOPES.builder,
	...ANALYTICS_SCOPES.builder,
];
/** Which console they are chosen in is not said. */
const CONTACT_CENTER_SCOPES = [
	'Agent AI Transcription and Call Recording',
	'Campaign Management',
	'Case Management Configuration',
	'Configuration',
	'Delete Recordings',
	'Outbound SMS',
	'Routing',
	'SmartAssist Analytics',
	'SmartAssist Dialout',
	'SmartAssist Recordings',
	'SmartAssist Voicemail',
	'WFM Integration',
];
/** Nor is it of these. */
const INTEGRATION_SCOPES = ['agent_integrations:read', 'agent_integrations:write'];
const scopesOf = (console: string, names: string[]) =>
	new Set([
		...names.map((name) => `${console}: ${name}`),
		...CONTACT_CENTER_SCOPES,
		...INTEGRATION_SCOPES,
	]);

const APPS: Record<string, App> = {
	'cs-admin': {
		secret: 'admin-secret-of-kore-ai',
		scopes: scopesOf('Admin Console', ADMIN_SCOPES),
	},
	'cs-bot': {
		secret: 'bot-secret-of-kore-ai',
		scopes: scopesOf('App Builder', BUILDER_SCOPES),
		botId: FIRST_BOT_ID,
	},
	// Of the Data module: good for the tables that are assigned to it, with these rights.
	'cs-data': {
		secret: 'data-secret-of-kore-ai',
		scopes: new Set([
			'Read access to the data table',
			'Write access to the data table',
			'Read and Write access to the data table',
			'Read and Delete access to the data table',
		]),
	},
	'cs-narrow': {
		secret: 'narrow-secret-of-kore-ai',
		scopes: new Set(['Admin Console: Bot Publish › Publish Status']),
	},
};

/** The secret of an app; undefined for one that is none. */
export const secretOf = (clientId: string): string | undefined =>
	Object.hasOwn(APPS, clientId) ? APPS[clientId].secret : undefined;

const HOUR_SECONDS = 3600;

/** Reported by users, for unknown clients. */
const invalidCredentials = () => new ApiError(401, 'Invalid SDK credentials', {}, 4002);
/** Documented, for the webhook channel. */
const invalidToken = () => new ApiError(401, 'Invalid Access token');
const refusedToken = (why: string) => new ApiError(401, `error verifying the jwt: ${why}`);

function appOf(token: string): [string, App] {
	let appId: unknown;
	try {
		({ appId } = decodeJwt(token));
	} catch {
		throw invalidCredentials();
	}
	if (typeof appId !== 'string' || !Object.hasOwn(APPS, appId)) throw invalidCredentials();
	return [appId, APPS[appId]];
}

/** The token: as a bearer token where the webhook channel is called, else in a header of its own. */
function tokenOf(operationId: string, { auth, authorization }: Headers): string {
	if (!operationId.startsWith('botMessage.')) return String(auth ?? '');
	const [, token] = /^bearer (\S+)$/i.exec(String(authorization ?? '')) ?? [];
	if (token === undefined) throw invalidToken();
	return token;
}

/**
 * Makes the check of `VendorInstance.authorize`. All apps enforce `jti`.
 *
 * @param hasBot whether the account has a bot of that id
 */
export function createAuthorization(clock: Clock, hasBot: (botId: string) => boolean) {
	const used = new Set<string>();

	return async ({
		headers,
		operationId,
		params,
		query,
	}: Presented): Promise<ReadonlySet<string>> => {
		const token = tokenOf(operationId, headers);
		const [appId, app] = appOf(token);
		const currentDate = new Date(clock.now());
		const verified = await jwtVerify(token, new TextEncoder().encode(app.secret), {
			algorithms: ['HS256', 'HS512'],
			currentDate,
		}).catch((error: unknown) => {
			// Inferred: the words for a token that is too old.
			throw error instanceof errors.JWTExpired ? refusedToken('jwt expired') : invalidCredentials();
		});
		const { exp, jti } = verified.payload;
		// Documented is that it is refused; the words are inferred.
		if (typeof jti !== 'string' || jti === '') throw refusedToken('"jti" claim is missing');
		const latest = Math.floor(currentDate.getTime() / 1000) + HOUR_SECONDS;
		if (exp === undefined || exp > latest) {
			throw refusedToken('if "jti" claim "exp" must be <= 1 hour(s)');
		}
		const use = `${appId} ${jti}`;
		if (used.has(use)) throw refusedToken('possibly a replay');
		used.add(use);

		const botId = params.botId ?? headers.iid?.toString();
		// Observed: 401 for a bot ID that is wrong. Its body was not recorded.
		if (botId !== undefined && (!hasBot(botId) || botId !== (app.botId ?? botId))) {
			throw invalidCredentials();
		}
		// Of the contact centre. Which status is answered to those of another account is a guess.
		const { accountid = ACCOUNT_ID, iid = botId } = headers;
		const named = [accountid, query.accountId ?? ACCOUNT_ID, params.accountId ?? ACCOUNT_ID];
		if (named.some((id) => id !== ACCOUNT_ID)) {
			throw new ApiError(401, 'Invalid accountId');
		}
		if (iid !== botId) throw new ApiError(401, 'Invalid iid');
		return app.scopes;
	};
}
