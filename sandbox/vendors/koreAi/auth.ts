/** Who may call: JWTs in the header `auth`, and the scopes of the apps that sign them. */
import { decodeJwt, errors, jwtVerify } from 'jose';
import type { Clock } from '../../clock';
import { ApiError, type Presented } from '../../types';

interface App {
	secret: string;
	scopes: ReadonlySet<string>;
	/** An app of the App Builder is good for one bot. */
	botId?: string;
}

/** The bot that the app of the App Builder belongs to. */
export const FIRST_BOT_ID = 'st-11111111-1111-5111-8111-111111111111';

const ADMIN_SCOPES = [
	'Bot Analytics › Bot Sessions',
	'Bot Analytics › Chat History',
	'Bot Definition › Bot Import',
	'Bot Publish › Publish',
	'Bot Publish › Publish Status',
	'Profile Management › Delete Users Data',
	'Profile Management › Role Management',
];
const BUILDER_SCOPES = ['Bot Sessions', 'Chat History', 'Debug Logs'];
const scopesOf = (console: string, names: string[]) =>
	new Set(names.map((name) => `${console}: ${name}`));

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
	'cs-narrow': {
		secret: 'narrow-secret-of-kore-ai',
		scopes: scopesOf('Admin Console', ['Bot Publish › Publish Status']),
	},
};

const HOUR_SECONDS = 3600;

/** Reported by users, for unknown clients. */
const invalidCredentials = () => new ApiError(401, 'Invalid SDK credentials', {}, 4002);
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

/**
 * Makes the check of `VendorInstance.authorize`. All apps enforce `jti`.
 *
 * @param hasBot whether the account has a bot of that id
 */
export function createAuthorization(clock: Clock, hasBot: (botId: string) => boolean) {
	const used = new Set<string>();

	return async ({ headers, params }: Presented): Promise<ReadonlySet<string>> => {
		const token = String(headers.auth ?? '');
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

		const { botId } = params;
		// Observed: 401 for a bot ID that is wrong. Its body was not recorded.
		if (botId !== undefined && (!hasBot(botId) || botId !== (app.botId ?? botId))) {
			throw invalidCredentials();
		}
		return app.scopes;
	};
}
