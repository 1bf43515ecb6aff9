import type { Paging } from '../../shared/call/paging';
import { listSearch as search } from '../../shared/node/pickers';
import { koreAi, userPaging } from '../api';
import { listSearch as ofBots } from '../locators';

/** All roles of a type at once. */
export const exportPaging: Paging = { size: 50, read: (body) => ({ rows: body }) };

const roles = (roleType: 'admin' | 'bot') =>
	search(
		koreAi,
		'role.export',
		() => ({ query: { roleType } }),
		({ _id: id, role }) => ({ id, name: role }),
		exportPaging,
	);

/** Loaders of the From List modes. */
export const listSearch = {
	bots: ofBots.bots,
	users: search(
		koreAi,
		'user.getAll',
		() => ({}),
		({ username, userId }) => ({ id: username, name: username, details: [userId] }),
		userPaging,
	),
	botRoles: roles('bot'),
	adminRoles: roles('admin'),
};
