import { createFromItems as compose } from '../../compose/campaign/fromItems';
import { LONG, existingLists, rows, rowsWith, variables } from '../../compose/campaign/rowFields';
import { collection, dryRun } from '../../shared/fields/commonFields';
import { fieldList } from '../../shared/fields/field';
import { waitForCompletion } from '../../shared/node/completion';
import { operationOverAllItems } from '../api';
import { about, adapterOf } from './adapter';
import { settingsOf } from './body';
import { further, schedule, settings, who } from './settings';

const [, interval, limit] = waitForCompletion;

const fromItemsFields = fieldList([
	...who,
	dryRun,
	// That more than the number is taken is inferred (docs/evidence/kore-ai.md §9.2.3).
	...rowsWith({
		...variables,
		default: 'none',
		description:
			'What is sent beside the number. That Kore.ai takes anything is inferred; firstName, lastName, timeZone, uniqueId and contactPriority are names that its lists have.',
	}),
	...settings,
	{
		displayName: 'Start When Ready',
		name: 'start',
		type: 'boolean',
		default: false,
		description:
			'Whether to let the campaign begin once Kore.ai has prepared it. Otherwise it waits for Start.',
	},
	{
		...interval,
		displayOptions: undefined,
		description: 'How long to wait before asking again whether contacts and campaign are there',
	},
	{
		...limit,
		displayOptions: undefined,
		description:
			'How long to wait for the contacts of a list, and for the campaign. After that the node fails, while Kore.ai goes on.',
	},
	collection('Options', [
		...further,
		{
			displayName: 'Contacts per Call',
			name: 'batchSize',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: 1000,
			description:
				'How many contacts are added in one call. The most that Kore.ai takes is not known.',
		},
		existingLists,
	]),
	rows,
	schedule,
]);

export const createFromItems = operationOverAllItems('campaign.createFromItems', {
	name: 'Create From Items',
	action: 'Create campaign from items',
	description: 'Turn all input items into one campaign, after checking every phone number',
	check: "To find out, run 'Get Many' for campaigns and look for one of this name.",
	fields: fromItemsFields,
	outputs: ['Campaigns', 'Rejected'],
	runAll: async (context) => {
		const { fields, node, checkCommon } = context;
		const options = fields.group('options');
		const botId = fields.get('bot');
		return await compose({
			context,
			fields,
			options,
			// Of both types: their contact lists have the same names.
			scope: botId,
			about,
			checkCommon: () => {
				const names = fromItemsFields.map(({ name }) => name);
				checkCommon(
					names.filter((name) => !LONG.includes(name)),
					LONG,
				);
			},
			adapter: () =>
				adapterOf({
					botId,
					fields,
					body: settingsOf(fields, [], node.getTimezone()),
					batchSize: options.get('batchSize') ?? 1000,
					isToStart: fields.get('start'),
				}),
		});
	},
});
