import { HTTP_REQUEST, PACK } from '../ways';
import type { Workload } from '../workload';
import { requesting, ways } from './fanOut';

const PER_SECOND = 50;

export const rateLimit: Workload = {
	name: 'W5 rate limit',
	what: `One GET for each item; the service accepts ${PER_SECOND} calls in each second of the clock and answers the others with 429 and Retry-After: 1. So 1,000 items need 19 to 20 seconds at best. The HTTP Request node is also measured with the batches that somebody has to set who knows the limit.`,
	behaviour: { latency: 20, perSecond: PER_SECOND },
	sizes: [1_000],
	unit: 'items',
	rounds: 2,
	ways: {
		[PACK]: ways[PACK],
		[`${HTTP_REQUEST}, batches of ${PER_SECOND} a second`]: requesting({
			batching: { batch: { batchSize: PER_SECOND, batchInterval: 1000 } },
		}),
		[HTTP_REQUEST]: ways[HTTP_REQUEST],
	},
};
