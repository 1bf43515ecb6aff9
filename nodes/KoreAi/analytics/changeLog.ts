import type { Paging } from '../../shared/call/paging';
import { collection, returnAllOrLimit } from '../../shared/fields/commonFields';
import { objectsIn } from '../../shared/fields/lists';
import { operation, resource } from '../api';
import { bot, botOf } from '../locators';
import { dayText } from '../period';
import { bareList } from './lists';

export const CHANGES = 'changeLog.getAll';

/** Each change has an ID; an error has a message, too. */
const isChanges = (body: unknown) => objectsIn(body).every(({ _id: id }) => id !== undefined);

export const changePaging: Paging = {
	...bareList('pages'),
	read: (body) => ({ rows: isChanges(body) ? body : undefined }),
};

const getMany = operation(CHANGES, {
	name: 'Get Many',
	action: 'Get many change logs',
	description: 'Retrieve a list of what was changed in a bot, and by whom',
	fields: [
		bot,
		...returnAllOrLimit,
		collection('Filters', [
			{
				displayName: 'From',
				name: 'from',
				type: 'dateTime',
				default: '',
				description: 'Only changes of this day (in UTC) or later: Kore.ai takes days only',
			},
			{
				displayName: 'To',
				name: 'to',
				type: 'dateTime',
				notBefore: 'from',
				default: '',
				description: 'Only changes up to this day (in UTC)',
			},
		]),
	],
	run: async ({ api, fields }) => {
		const given = fields.group('filters');
		const query = { startDate: dayText(given.get('from')), endDate: dayText(given.get('to')) };
		const input = { path: botOf(fields), query };
		return await api.list(CHANGES, input, fields.window('_id'), changePaging);
	},
});

export const changeLogs = resource('Change Log', getMany);
