import type { IDataObject } from 'n8n-workflow';

import { pollTrigger, type Setup } from '../../support/contexts';
import { BOT_APP } from '../../support/koreAi';
import { useKoreTrigger } from '../../support/koreAiTrigger';
import { byId } from '../../../engine/jobs';

const bench = useKoreTrigger();

/** Polls with what the poll before it has left. */
function polling(setup: Setup): () => Promise<IDataObject[]> {
	let staticData: IDataObject = {};
	return async () => {
		const polled = await pollTrigger({ ...setup, staticData });
		({ staticData } = polled);
		return polled.json;
	};
}

const advance = async (seconds: number) =>
	await bench.sandbox().control('clock', { advanceSeconds: seconds });

const campaign = async (name: string) => {
	const { campaigns } = await bench.state();
	const found = campaigns.find(({ input }) => input.name === name);
	if (!found) throw new Error(`No campaign ${name}`);
	return found;
};

const start = async ({ id, type }: { id: string; type: string }) =>
	await bench.run('campaign.start', { campaignType: type, campaign: byId(id) });

const NAME = 'Renewal Reminder';

/** Seconds in which a campaign of the sandbox is through, and no token expires. */
const OVER = 200;

describe('Campaign Finished', () => {
	test('comes once, when a campaign is completed, and not for what was', async () => {
		const poll = polling(bench.trigger('campaignFinished'));
		expect(await poll()).toEqual([]);
		const renewal = await campaign(NAME);
		await start(renewal);
		expect(await poll()).toEqual([]);
		await advance(OVER);
		expect(await poll()).toMatchObject([
			{ campaignId: renewal.id, name: NAME, status: 'Completed' },
		]);
		expect(await poll()).toEqual([]);
	});

	test('gives those that were made since Start From', async () => {
		const since = async (days: number) =>
			await polling(bench.trigger('campaignFinished', {}, { since: days * 24 * 60 }))();
		expect((await since(6)).map(({ name }) => name)).toEqual(['Win-Back Spring']);
		expect(await since(4)).toEqual([]);
	});

	test('of SMS is of SMS alone', async () => {
		const poll = polling(bench.trigger('campaignFinished', { campaignType: 'sms' }));
		await poll();
		const sms = await campaign('Delivery Note');
		await start(sms);
		await start(await campaign(NAME));
		await advance(OVER);
		expect((await poll()).map(({ campaignId }) => campaignId)).toEqual([sms.id]);
	});
});

describe('Contact Called', () => {
	test('comes once for each contact that is done with', async () => {
		const poll = polling(bench.trigger('contactCalled'));
		expect(await poll()).toEqual([]);
		const renewal = await campaign(NAME);
		await start(renewal);
		expect(await poll()).toEqual([]);
		const came: IDataObject[] = [];
		for (let time = 0; time < 6; time += 1) {
			await advance(25);
			came.push(...(await poll()));
		}
		const { dialing } = await campaign(NAME);
		expect(dialing.length).toBeGreaterThan(5);
		expect(came.map(({ phoneNumber }) => phoneNumber)).toEqual(
			dialing.map(({ phoneNumber }) => phoneNumber),
		);
		expect(came[0]).toMatchObject({
			campaignId: renewal.id,
			campaignName: NAME,
			dialerOutcome: 'completed',
			numberOfAttemptsSoFar: 1,
		});
	});

	test('no longer asks for a campaign that is over', async () => {
		const poll = polling(bench.trigger('contactCalled'));
		await poll();
		await start(await campaign(NAME));
		await advance(OVER);
		expect((await poll()).length).toBeGreaterThan(0);
		expect(await poll()).toEqual([]);
		const asked = (await bench.sent('campaign.getStatus')).length;
		expect(await poll()).toEqual([]);
		expect(await bench.sent('campaign.getStatus')).toHaveLength(asked);
	});

	test('of one campaign leaves the others alone', async () => {
		const before = await campaign('Win-Back Spring');
		const poll = polling(bench.trigger('contactCalled', { campaign: byId(before.id) }));
		await poll();
		await start(await campaign(NAME));
		await advance(OVER);
		expect(await poll()).toEqual([]);
		const unknown = bench.trigger('contactCalled', { campaign: byId('cd-unknown') });
		await expect(pollTrigger(unknown)).rejects.toThrow('voice campaign');
	});

	test('with Start From gives who was called in campaigns made since', async () => {
		const since = bench.trigger('contactCalled', {}, { since: 6 * 24 * 60 });
		const { dialing } = await campaign('Win-Back Spring');
		expect(await polling(since)()).toHaveLength(dialing.length);
	});

	test('by Fetch Test Event: one, without any effect', async () => {
		await start(await campaign(NAME));
		await advance(OVER);
		const { dialing } = await campaign(NAME);
		const test = async () => await pollTrigger(bench.trigger('contactCalled'), 'manual');
		const { json, staticData } = await test();
		const [{ phoneNumber }] = dialing.slice(-1);
		expect(json).toMatchObject([{ campaignName: NAME, phoneNumber }]);
		expect(staticData).toEqual({});
		expect((await test()).json).toEqual(json);
	});

	test('fails when nobody tells who was called', async () => {
		await start(await campaign(NAME));
		const results = [{ phoneNumber: '48600000000' }];
		await bench.answerWith('campaign.getStatus', { status: 'success', data: { results } });
		await expect(pollTrigger(bench.trigger('contactCalled'))).rejects.toThrow('dialerOutcome');
	});
});

test('an account ID that is missing, or an app that may not, fails', async () => {
	for (const account of [{ accountId: '' }, { ...BOT_APP, accountId: '' }]) {
		const trigger = bench.trigger('campaignFinished', {}, { account });
		await expect(pollTrigger(trigger)).rejects.toThrow("'Account ID'");
	}
});
