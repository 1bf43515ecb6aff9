import type { IDataObject } from 'n8n-workflow';

import { waitForCompletion } from '../../shared/node/completion';
import { operation } from '../api';
import { campaignOf, campaignOfType } from '../locators';
import { settingsOf } from './body';
import { simplify } from './list';
import { forLists, options, schedule, settings, who } from './settings';
import { prepared } from './state';

const checkList = "To find out, run 'Get Many' for campaigns.";

export const create = operation('campaign.create', {
	name: 'Create',
	action: 'Create campaign',
	description: 'Add a campaign that is to call people or write to them, without starting it',
	check: checkList,
	simplify,
	fields: [...who, ...forLists, ...settings, ...waitForCompletion, options, schedule],
	run: async ({ api, fields, node }) => {
		const body = settingsOf(fields, fields.get('contactLists'), node.getTimezone());
		const botId = fields.get('bot');
		const query = { campaignType: body.campaignType };
		const made = await api.call('campaign.create', { path: { botId }, query, body });
		if (!fields.get('wait')) return made;
		const campaignId = String(made._id ?? made.id);
		const { status } = await prepared(api, fields, { botId, campaignId });
		return { ...made, status };
	},
});

const [bot, type, ...rest] = who;

export const update = operation('campaign.update', {
	name: 'Update',
	action: 'Update campaign',
	description: 'Replace all settings of a campaign, of which Kore.ai keeps none that is left out',
	check: "To find out, run 'Get' for the campaign.",
	simplify,
	fields: [bot, type, campaignOfType, ...rest, ...forLists, ...settings, options, schedule],
	run: async ({ api, fields, node }): Promise<IDataObject> => {
		const body = settingsOf(fields, fields.get('contactLists'), node.getTimezone());
		const path = campaignOf(fields);
		return await api.call('campaign.update', {
			path,
			query: { campaignType: body.campaignType },
			body,
		});
	},
});
