import type { IDataObject } from 'n8n-workflow';

import { KORE } from '../support/polls/koreAi';
import { Run, restoreClock } from '../support/polls/run';
import type { Simulated } from '../support/polls/world';

afterEach(restoreClock);

const contactCalled = KORE.find(({ name }) => name.endsWith('contactCalled'))!;

/** As a campaign that runs, beside another one in which nobody is called yet. */
const twoCampaigns: Simulated['make'] = (setting) => {
	const world = contactCalled.make(setting);
	const one = world.handlers['campaign.getStatus'];
	const createdAt = new Date(0).toISOString();
	const campaigns = ['cd-1', 'cd-2'].map((_id) => ({ _id, status: 'Active', createdAt }));
	const pageOf = (results: IDataObject[]) => ({
		status: 'success',
		data: { results, hasMore: false, totalPages: 1, totalResults: results.length },
	});
	return {
		...world,
		handlers: {
			'campaign.getAll': () => pageOf(campaigns),
			'campaign.getStatus': (asked) =>
				asked.path.campaignId === 'cd-1'
					? one(asked)
					: pageOf([{ phoneNumber: '0', dialerOutcome: '' }]),
		},
	};
};

test.each([404, 500])(
	'a campaign that answers %d keeps back no other; who was called before the first poll stays old',
	async (status) => {
		const run = new Run({ ...contactCalled, make: twoCampaigns }, { tellsTime: true });
		run.happenedBefore(3, 60);
		run.service.refusal = (path) => (path.includes('cd-1') ? status : undefined);
		await run.publish();
		run.pass(1);
		expect(await run.poll()).toEqual([]);
		run.service.refusal = () => undefined;
		expect(await run.poll()).toEqual([]);
		run.pass(1);
		const keys = run.happen(2);
		run.service.refusal = (path) => (path.includes('cd-2') ? status : undefined);
		expect((await run.poll()).toSorted()).toEqual(keys.toSorted());
		expect(await run.settle()).toMatchObject({ lost: [], doubled: [], odd: [], errors: [] });
	},
);
