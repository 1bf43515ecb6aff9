import { zip } from 'lodash';

import { runNode } from '../../../engine/runNode';
import { itemsOf } from '../../../engine/jobs';
import { killAtEveryCall, type Moment } from '../../support/killing';
import { hurry, koreAccount, useKore } from '../../support/koreAi';
import { koreFromItems, madeCampaigns, onLists } from '../../support/koreFromItems';

/** Create From Items, killed at every call in turn and run again: no campaign twice, nobody on two lists. */
const kore = useKore();

beforeEach(hurry);
afterEach(() => jest.restoreAllMocks());

const people = Array.from({ length: 3 }, (_, index) => ({ phone: `60000000${index}` }));

test.each<[Moment, boolean]>([
	['before the call', false],
	['before the answer', true],
])(
	'killed %s, every person is on one list of one started campaign after the next run (split: %s)',
	async (moment, split) => {
		const calls = await killAtEveryCall({
			moment,
			target: kore.sandbox().url,
			prepare: async () => await kore.sandbox().control('reset'),
			run: async (url) =>
				await runNode({
					node: 'koreAiContactCenter',
					credentials: koreAccount(url),
					parameters: {
						...koreFromItems,
						resource: 'campaign',
						operation: 'createFromItems',
						rows: split ? { callsPerList: 2 } : {},
						start: true,
						options: { batchSize: 1 },
						requestOptions: { maxRetryWait: 0 },
					},
					items: itemsOf(people),
				}),
			mayEndWell: true,
			check: async () => {
				const state = await kore.state();
				const names = split ? ['Win-back 1', 'Win-back 2'] : ['Win-back'];
				expect(madeCampaigns(state)).toEqual(names.map((name) => [name, [name], true]));
				const numbers = ['48600000000', '48600000001', '48600000002'];
				const parts = split ? [numbers.slice(0, 2), numbers.slice(2)] : [numbers];
				expect(onLists(state)).toEqual(Object.fromEntries(zip(names, parts)));
			},
		});
		// The campaigns and lists; then each list, a look, its contacts, looks at them, a campaign, a look, its status, its start.
		expect(calls).toBeGreaterThanOrEqual(split ? 18 : 10);
	},
);
