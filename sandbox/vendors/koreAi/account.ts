/** The account's users and bots. */
import type { ApiRequest, Handler } from '../../types';
import {
	ACCOUNT_ID,
	hexOf,
	isoText,
	OWNER_ID,
	type AccountUser,
	type Bot,
	type KoreAiState,
} from './state';

/** Documented as the most bots of a page; that it goes for users as well, and by default, is inferred. */
export const PAGE_SIZE = 50;

/** Admin roles of a user, as lists and single users show them. */
export const adminRolesOf = ({ adminRoles }: AccountUser, { roles }: KoreAiState) =>
	adminRoles.map((roleId) => ({ roleId, roleName: roles.find(({ id }) => id === roleId)?.name }));

const userView = (state: KoreAiState) => (user: AccountUser) => ({
	username: user.username,
	orgUserId: user.orgUserId,
	accountId: ACCOUNT_ID,
	userId: user.id,
	isDeveloper: user.isDeveloper,
	canCreateBot: user.canCreateBot,
	btRoles: user.roles.map((role) => ({ ...role, groups: [] })),
	adminRoles: adminRolesOf(user, state),
});

function botView({ id, name, isPublished, createdAt }: Bot) {
	return {
		_id: id,
		accountId: ACCOUNT_ID,
		purpose: 'customer',
		createdOn: isoText(createdAt),
		createdBy: OWNER_ID,
		type: 'default',
		defaultLanguage: 'en',
		isDeflect: false,
		resourceid: 'btstreams',
		// The word for a bot that is not published is a guess.
		status: isPublished ? 'published' : 'configured',
		icon: hexOf(`icon ${id}`),
		name,
		description: `${name} of the sandbox`,
		isLinkedTo: [],
		containsPanelOrWidget: false,
		// The vendor's answer has these, too; nobody wants to see them in an output.
		jwtApps: [
			{
				clientId: 'cs-other-app',
				clientSecret: 'secret-of-another-app',
				jtiClaimEnforced: false,
				jweEncryptionEnforced: false,
				createdOn: isoText(createdAt),
			},
		],
	};
}

/** The rows from `start` on, as many as asked for, but no more than a page. */
export function pageFrom<T>(rows: T[], start: number, limit: unknown) {
	const end = start + Math.min(Number(limit ?? PAGE_SIZE), PAGE_SIZE);
	return { total: rows.length, availableMore: end < rows.length, rows: rows.slice(start, end) };
}

/** Handlers of the lists of users and bots. */
export function accountHandlers(state: KoreAiState): Record<string, Handler> {
	return {
		'user.getAll': ({ query }: ApiRequest) => {
			const { rows, ...page } = pageFrom(state.users, Number(query.offset ?? 0), query.limit);
			return { ...page, users: rows.map(userView(state)) };
		},
		'bot.getAll': ({ query }: ApiRequest) => {
			// Observed: `offset` counts pages.
			const size = Math.min(Number(query.limit ?? PAGE_SIZE), PAGE_SIZE);
			const { rows, ...page } = pageFrom(state.bots, Number(query.offset ?? 0) * size, size);
			return { ...page, bots: rows.map(botView) };
		},
	};
}
