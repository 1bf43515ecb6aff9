import { operation, resource } from '../api';
import { bot, campaign, campaignOfType } from '../locators';
import { callBack, getResults, getStatus, start, stop } from './control';
import { create, update } from './create';
import { createFromItems } from './fromItems';
import { getMany, simplify } from './list';
import { getReport } from './report';
import { setSchedule } from './schedule';
import { campaignType } from './type';

export const campaigns = resource(
	'Campaign',
	getMany,
	operation('campaign.get', {
		name: 'Get',
		action: 'Get campaign',
		description: 'Retrieve a campaign with its settings',
		simplify,
		fields: [bot, campaign],
	}),
	create,
	createFromItems,
	getReport,
	update,
	start,
	stop,
	getStatus,
	getResults,
	setSchedule,
	callBack,
	operation('campaign.delete', {
		name: 'Delete',
		action: 'Delete campaign',
		description: 'Remove a campaign',
		check: "To find out, run 'Get Many' for campaigns.",
		fields: [bot, campaignType, campaignOfType],
	}),
);
