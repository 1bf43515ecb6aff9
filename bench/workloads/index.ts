import type { Workload } from '../workload';
import { campaign } from './campaign';
import { coldToken } from './coldToken';
import { callsInFlight, fanOut } from './fanOut';
import { files } from './files';
import { koreCampaign } from './koreCampaign';
import { overhead } from './overhead';
import { paging } from './paging';
import { polls } from './polls';
import { rateLimit } from './rateLimit';
import { sync } from './sync';

/** All but the trigger, which needs a whole n8n. */
export const workloads: Workload[] = [
	fanOut,
	callsInFlight,
	...paging,
	campaign,
	...files,
	rateLimit,
	coldToken,
	overhead,
	...polls,
	...sync,
	koreCampaign,
];
