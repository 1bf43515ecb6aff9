import { once } from 'lodash';

import { createFromItems as compose } from '../../compose/campaign/fromItems';
import { existingLists, LONG, rows, rowsWith, variables } from '../../compose/campaign/rowFields';
import { collection, dryRun, pageSize } from '../../shared/fields/commonFields';
import { fieldList } from '../../shared/fields/field';
import { koda, operationOverAllItems } from '../api';
import { about, adapterOf } from './adapter';
import {
	campaign,
	failPastStart,
	hintAtBegin,
	readCampaign,
	reportVariables,
	schedule,
	who,
} from './campaign';

const fromItemsFields = fieldList([
	...who,
	dryRun,
	...rowsWith(variables),
	...campaign,
	collection('Options', [existingLists, pageSize(koda.paging.size), reportVariables]),
	rows,
	schedule,
]);

export const createFromItems = operationOverAllItems('callList.createFromItems', {
	name: 'Create From Items',
	action: 'Create call list from items',
	description: 'Turn all input items into one campaign, after checking every phone number',
	check: "To find out, run 'Get Many' for call lists and look for one of this name.",
	fields: fromItemsFields,
	outputs: ['Call Lists', 'Rejected'],
	runAll: async (context) => {
		const { fields, node, checkCommon } = context;
		const options = fields.group('options');
		const botId = fields.get('bot');
		const settings = once(() => readCampaign(fields));
		return await compose({
			context,
			fields,
			options,
			scope: botId,
			checkCommon: () => {
				const names = fromItemsFields.map(({ name }) => name);
				checkCommon(
					names.filter((name) => !LONG.includes(name)),
					LONG,
				);
			},
			about,
			adapter: () => adapterOf(botId, settings().body, options.get('pageSize')),
			// One that is gone on with keeps its start.
			beforeCreating: (isGoneOnWith) => {
				const planned = settings();
				if (planned.begin === 'beforeToday' && !isGoneOnWith) failPastStart(fields, planned);
			},
			afterCreating: (name, dry) => {
				const planned = settings();
				if (planned.begin !== 'later') hintAtBegin(node, name, planned, dry);
			},
		});
	},
});
