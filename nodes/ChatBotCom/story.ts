import { omit } from 'lodash';

import { returnAllOrLimit } from '../shared/fields/commonFields';
import { operation, resource } from './api';
import { story } from './locators';

export const stories = resource(
	'Story',
	operation('story.getAll', {
		name: 'Get Many',
		action: 'Get many stories',
		description: 'Retrieve a list of stories, which are the bots of the account',
		fields: returnAllOrLimit,
		key: ['id'],
	}),
	operation('story.get', {
		name: 'Get',
		action: 'Get story',
		description: 'Retrieve a story, with its settings and its diagram when Simplify is off',
		fields: [story],
		simplify: (row) => omit(row, ['settings', 'state', 'history', 'diagram']),
	}),
);
