import { returnAllOrLimit } from '../../shared/fields/commonFields';
import { groupPaging, operation, resource } from '../api';

export const groups = resource(
	'Group',
	operation('group.getAll', {
		name: 'Get Many',
		action: 'Get many groups',
		description: 'Retrieve a list of the groups of the account with their members',
		fields: returnAllOrLimit,
		key: ['_id'],
		paging: groupPaging,
	}),
);
