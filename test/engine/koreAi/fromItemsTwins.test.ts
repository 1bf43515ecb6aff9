import type { INodeParameters } from 'n8n-workflow';

import { runNode } from '../../../engine/runNode';
import { hintsOf } from '../../support/hints';
import { ewa, jan, people } from '../../support/kodaFromItems';
import { koreAccount, useKore } from '../../support/koreAi';
import { koreFromItems, madeCampaigns, onLists } from '../../support/koreFromItems';
import { secondKore } from '../../support/secondProcess';

/** Two executions of the same campaign at the same moment: nobody is called twice. */
const kore = useKore();

const second = secondKore();

const start = async (parameters: INodeParameters = {}, node = 'koreAiContactCenter') =>
	await runNode({
		node,
		credentials: koreAccount(kore.sandbox().url),
		parameters: {
			...koreFromItems,
			resource: 'campaign',
			operation: 'createFromItems',
			waitInterval: 1,
			start: true,
			...parameters,
		},
		items: people(ewa, jan),
	});

test('in one n8n the campaign is created once, and the other execution finds it', async () => {
	const runs = await Promise.all([start(), start()]);
	expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
	const told = runs.map(({ json }) => [json[0].status, json[0].campaign_status]);
	expect(told.toSorted()).toEqual([
		['created', 'Active'],
		['existing', 'Active'],
	]);
	expect(madeCampaigns(await kore.state())).toHaveLength(1);
	expect(await kore.sent('campaign.triggerVoice')).toHaveLength(1);
});

test('in two n8n the later campaign is deleted before anybody is called, and its run says so', async () => {
	await kore.sandbox().control('latency', { ms: 200 });
	const runs = await Promise.all([start(), start({}, second)]);
	expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
	const state = await kore.state();
	expect(madeCampaigns(state)).toEqual([['Win-back', ['Win-back'], true]]);
	expect(onLists(state)).toEqual({ 'Win-back': ['48600000001', '48600000002'] });
	expect(await kore.sent('campaign.create')).toHaveLength(2);
	expect(await kore.sent('campaign.triggerVoice')).toHaveLength(1);
	const stays = state.campaigns.find(({ input }) => input.name === 'Win-back')!.id;
	const later = runs.find(({ json }) => json[0].status === 'deleted')!;
	expect(later.json).toMatchObject([{ twin_of: stays }]);
	expect(later.json[0]).not.toHaveProperty('campaign_status');
	expect(hintsOf(later)).toEqual([expect.stringContaining('so this run deleted its own')]);
	const { json } = await start();
	expect(json).toMatchObject([{ status: 'existing', list_id: stays }]);
}, 60_000);

test('a look that fails leaves it unknown, and the output says so', async () => {
	await kore.fault('campaign.getAll', { kind: 'status', status: 400, body: {}, skip: 1 });
	const result = await start();
	expect(result.json).toMatchObject([{ status: 'created', twin_unknown: true }]);
	expect(hintsOf(result)).toEqual([expect.stringContaining('Look for another one of this name')]);
});
