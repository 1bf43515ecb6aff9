/** What can be done with the users of the account. */
import { ApiError, type Handler } from '../../types';
import { adminRolesOf } from './account';
import { idOf, isoText, type AccountUser, type KoreAiState } from './state';

interface UserInput {
	userInfo: { emailId: string; orgUserId?: string } & Record<string, string>;
	groups?: string[] | { addTo?: string[]; removeFrom?: string[] };
	roles?: Array<{ roleId: string; botId?: string }>;
	canCreateBot?: boolean;
	isDeveloper?: boolean;
}

const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/** Documented: a failure has this form, with status 200. */
const reasonOf = (msg: string) => ({
	statusCode: 400,
	status: 400,
	customCode: 400,
	errors: [{ msg, code: 400 }],
	message: msg,
	name: 'BadRequest',
});

/** What came of users, one by one: why it failed, or nothing. */
function changed(inputs: UserInput[], msg: string, work: (input: UserInput) => string | undefined) {
	const told = inputs.map((input) => {
		const { emailId, firstName } = input.userInfo;
		const why = work(input);
		const shown = { emailId, firstName };
		return {
			userInfo: why
				? { ...shown, status: 'failure', reason: reasonOf(why) }
				: { ...shown, status: 'success' },
		};
	});
	const failed = told.filter(({ userInfo }) => userInfo.status === 'failure');
	if (failed.length > 0) return { failedUserDetails: failed };
	return { msg, failedUserDetails: told, moreAvailable: false, total: told.length };
}

/** Takes a user into groups, or out of them. */
function move({ groups }: KoreAiState, { id }: AccountUser, ids: string[], isIn: boolean): void {
	for (const group of groups.filter((one) => ids.includes(one.id))) {
		group.members = group.members.filter((member) => member !== id);
		if (isIn) group.members.push(id);
	}
}

/** Handlers of single users. Texts of refusals are the vendor's where it has samples, else guesses. */
export function accountUserHandlers(state: KoreAiState): Record<string, Handler> {
	const byEmail = (email: string) =>
		state.users.find(({ username }) => username === email.toLowerCase());

	function rolesOf(asked: NonNullable<UserInput['roles']>) {
		const known = asked.map(({ roleId, botId }) => {
			const role = state.roles.find(({ id }) => id === roleId);
			const bot = state.bots.find(({ id }) => id === botId);
			return { role, bot, fits: role !== undefined && (role.type === 'bot') === !!bot };
		});
		if (!known.every(({ fits }) => fits)) return undefined;
		return {
			adminRoles: known.flatMap(({ role, bot }) => (role && !bot ? [role.id] : [])),
			roles: known.flatMap(({ role, bot }) =>
				role && bot
					? [{ roleId: role.id, roleName: role.name, botId: bot.id, botName: bot.name }]
					: [],
			),
		};
	}

	function create({ userInfo, groups, roles = [], ...flags }: UserInput): string | undefined {
		const { emailId, orgUserId, ...profile } = userInfo;
		const given = rolesOf(roles);
		if (!EMAIL.test(emailId)) return 'INVALID_EMAIL';
		if (byEmail(emailId)) return 'User already exists in the account';
		if (given === undefined) return 'Invalid role or bot';
		const id = idOf('u', `account user ${emailId}`);
		const user: AccountUser = {
			id,
			username: emailId.toLowerCase(),
			orgUserId: orgUserId ?? id,
			profile,
			...given,
			canCreateBot: flags.canCreateBot ?? true,
			isDeveloper: flags.isDeveloper ?? true,
			hasDataTableAndViewAccess: false,
			isOwner: false,
		};
		state.users.push(user);
		move(state, user, (groups ?? []) as string[], true);
		return undefined;
	}

	function update({ userInfo, groups = {}, ...flags }: UserInput): string | undefined {
		const { emailId, orgUserId: _id, ...profile } = userInfo;
		const user = byEmail(emailId);
		if (!user) return 'User not found. Please check the provided email address.';
		Object.assign(user.profile, profile);
		// Documented: both are true by default.
		user.canCreateBot = flags.canCreateBot ?? true;
		user.isDeveloper = flags.isDeveloper ?? true;
		const { addTo = [], removeFrom = [] } = groups as { addTo?: string[]; removeFrom?: string[] };
		move(state, user, addTo, true);
		move(state, user, removeFrom, false);
		return undefined;
	}

	const infoOf = (user: AccountUser) => ({
		canCreateBot: user.canCreateBot,
		isDeveloper: user.isDeveloper,
		moreAvailable: false,
		total: 1,
		userInfo: {
			emailId: user.username,
			userId: user.id,
			firstName: user.profile.firstName ?? '',
			lastName: user.profile.lastName ?? '',
			status: user.lastLogin === undefined ? 'not active' : 'active',
			...(user.lastLogin === undefined ? {} : { lastLogin: isoText(user.lastLogin) }),
		},
		roles: { btRoles: user.roles, adminRoles: adminRolesOf(user, state) },
		groups: state.groups
			.filter(({ members }) => members.includes(user.id))
			.map(({ id: groupId, name: groupName }) => ({ groupId, groupName })),
	});

	return {
		'user.create': ({ body }) =>
			changed((body as { users: UserInput[] }).users, 'User is created Successfully.', create),
		'user.update': ({ body }) =>
			changed((body as { users: UserInput[] }).users, 'User is updated Successfully.', update),
		'user.remove': ({ body }) => {
			const asked = body as { deleteEmailIds?: string[]; orgUserIds?: string[] };
			const { deleteEmailIds: emails = [], orgUserIds = [] } = asked;
			const found = [
				...emails.map((name) => [name, byEmail(name)] as const),
				...orgUserIds.map(
					(name) => [name, state.users.find((user) => user.orgUserId === name)] as const,
				),
			];
			if (found.length === 0) throw new ApiError(400, "deleteEmailIds can't be empty");
			const failed = found.filter(([, user]) => !user || user.isOwner).map(([name]) => name);
			const gone = found.filter(([name]) => !failed.includes(name)).map(([, user]) => user?.id);
			state.users = state.users.filter(({ id }) => !gone.includes(id));
			if (failed.length === 0) return { msg: 'Users are removed Successfully', total: gone.length };
			const reason = reasonOf('Unauthorized to perform this activity');
			return { failedUserDetails: failed.map((emailId) => ({ emailId, reason })) };
		},
		'user.get': ({ body }) => {
			const { emailIds, status = 'all' } = body as { emailIds: string[]; status?: string };
			return emailIds.flatMap((emailId): object[] => {
				const user = byEmail(emailId);
				if (user) {
					const info = infoOf(user);
					return status === 'all' || info.userInfo.status === status ? [info] : [];
				}
				const reason = {
					errors: [{ msg: 'User not found. Please check the provided email address.', code: 400 }],
				};
				return [{ userInfo: { emailId, status: 'failure', reason } }];
			});
		},
		'user.setAccess': ({ body }) => {
			const { emailIds, ...flags } = body as { emailIds: string[] } & Partial<AccountUser>;
			const found = emailIds.map(byEmail);
			if (!found.every((user) => user !== undefined)) {
				throw new ApiError(400, 'One or more entered emails not found');
			}
			if (flags.canCreateBot === true && flags.isDeveloper === false) {
				throw new ApiError(403, 'Invalid values in the body');
			}
			for (const user of found) Object.assign(user as AccountUser, flags);
			return ['SUCCESS'];
		},
	};
}
