import type { INodeParameters } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { runNode } from '../../../engine/runNode';
import { hintsOf } from '../../support/hints';
import { ewa, jan, lars, people } from '../../support/kodaFromItems';
import { koreAccount, useKore } from '../../support/koreAi';
import {
	koreFromItems,
	koreSmsFromItems,
	madeCampaigns,
	onLists,
} from '../../support/koreFromItems';
import { meet } from '../../support/sandbox';
import { secondKore } from '../../support/secondProcess';

/** Two executions of the same campaign at the same moment: nobody is called twice. */
const kore = useKore();

const second = secondKore();

const start = async (
	parameters: INodeParameters = {},
	node = 'koreAiContactCenter',
	items = people(ewa, jan),
) =>
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
		items,
	});

/** Both look for the campaign, and for its contact list, before either creates one. */
async function bothLook(): Promise<void> {
	await meet(kore.sandbox(), 'kore-ai', 'campaign.getAll');
	await meet(kore.sandbox(), 'kore-ai', 'contactList.getAll', { times: 2 });
}

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
	await bothLook();
	// Neither sees the other's campaign before it has created its own.
	await meet(kore.sandbox(), 'kore-ai', 'campaign.create', { applyFirst: false });
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
});

test.each([
	['a voice campaign and one of text messages in one n8n', koreSmsFromItems, undefined],
	['two of one type in two n8n', {}, second],
])('%s with one name: no list has the people of both', async (_, parameters, node) => {
	if (node) await bothLook();
	const runs = await Promise.all([start(), start(parameters, node, people(lars))]);
	const [refused, ...others] = runs.flatMap(({ error }) => error ?? []);
	expect(others).toEqual([]);
	expect(refused?.message).toMatch(/contact list 'Win-back' \(cl-/);
	// What is queued is on the list later.
	expect(await kore.sent('contactList.addContacts')).toHaveLength(1);
	const state = await kore.state();
	const [made] = runs.filter(({ error }) => !error);
	const isFirst = made === runs[0];
	expect(onLists(state)).toEqual({
		'Win-back': isFirst ? ['48600000001', '48600000002'] : ['46701740605'],
	});
	expect(madeCampaigns(state)).toHaveLength(1);
});

test('in two n8n a campaign that one has made and the other finds is started once, by the one that made it', async () => {
	// Both see that it is ready, at the same moment.
	const body = { status: 'success', data: { status: 'Ready' } };
	await kore.fault('campaign.getStatus', { kind: 'meet', count: 2, applyFirst: true, body });
	const making = start();
	while (madeCampaigns(await kore.state()).length === 0) await sleep(20);
	const runs = await Promise.all([making, start({}, second)]);
	expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
	expect(runs.map(({ json }) => [json[0].status, json[0].campaign_status])).toEqual([
		['created', 'Active'],
		['existing', 'Active'],
	]);
	expect(await kore.sent('campaign.triggerVoice')).toHaveLength(1);
	// The other has time to start it, and Kore.ai to say so.
	const looks = await kore.sent('campaign.getStatus');
	expect(looks).toHaveLength(3);
	expect(looks[2].startedAt - looks[1].endedAt!).toBeGreaterThan(3000);
});

test('a look that fails leaves it unknown, and the output says so', async () => {
	await kore.fault('campaign.getAll', { kind: 'status', status: 400, body: {}, skip: 1 });
	const result = await start();
	expect(result.json).toMatchObject([{ status: 'created', twin_unknown: true }]);
	expect(hintsOf(result)).toEqual([expect.stringContaining('Look for another one of this name')]);
});
