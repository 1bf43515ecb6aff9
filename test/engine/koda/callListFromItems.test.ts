import type { INode, INodeParameters, INodeType } from 'n8n-workflow';
import { NodeHelpers, Workflow } from 'n8n-workflow';

import { createFromItems } from '../../../nodes/Koda/callList/fromItems';
import { nodeTypes } from '../../../engine/runNode';
import { choices, sample } from '../../support/kodaCampaign';
import { hintsOf } from '../../support/hints';
import { ewa, jan, lars, paired, people, useFromItems } from '../../support/kodaFromItems';

/** Call List: Create From Items: all input items become one campaign. */
const { koda, run, bodies, listIds } = useFromItems();

describe('what is sent', () => {
	test('all items become one call list, numbers in E.164, the other fields as variables', async () => {
		const { json, outputs, error } = await run({}, people(ewa, jan, lars));
		expect(error).toBeUndefined();
		const [{ calls, name, campaign_date_start: start }] = await bodies();
		expect(calls).toEqual([
			{ phone_number: '+48600000001', first_name: 'Ewa', visits: '3' },
			{ phone_number: '+48600000002', first_name: 'Jan' },
			{ phone_number: '+46701740605', first_name: 'Lars', vip: 'true' },
		]);
		expect({ name, start }).toEqual({ name: 'Win-back', start: '2099-01-05' });
		const [id] = (await listIds())['Win-back'];
		expect(json).toEqual([
			{
				list_id: id,
				name: 'Win-back',
				status: 'created',
				count: 3,
				accepted: 3,
				first_item: 0,
				last_item: 2,
			},
		]);
		expect(paired(outputs[0])).toEqual([[0, 1, 2]]);
		expect(outputs[1]).toEqual([]);
	});

	test('the settings of the campaign are those of Create', async () => {
		await run(
			{
				options: choices.options,
				schedule: {
					...(choices.schedule as INodeParameters),
					campaignEnd: '2099-02-05T19:30:00',
				},
			},
			people(jan),
		);
		const [body] = await bodies();
		expect(body).toEqual({
			...sample,
			name: 'Win-back',
			allowed_hours_start: '09:00',
			allowed_hours_end: '17:30',
			campaign_date_start: '2099-01-05',
			campaign_date_time: '09:00',
			campaign_date_end: '2099-02-05',
			campaign_date_time_end: '19:30',
			calls: [{ phone_number: '+48600000002', first_name: 'Jan' }],
		});
	});

	test('chosen fields, also of inner objects, under names of their own', async () => {
		const item = { contact: { phone: '600000001', town: 'Lodz' }, order: { id: 17 }, secret: 'x' };
		const selected = { field: [{ field: 'contact.town' }, { field: 'order.id', name: 'order' }] };
		await run({ phoneField: 'contact.phone', variables: 'selected', selected }, people(item));
		expect((await bodies())[0].calls).toEqual([
			{ phone_number: '+48600000001', 'contact.town': 'Lodz', order: '17' },
		]);
	});

	test('no variables', async () => {
		await run({ variables: 'none' }, people(ewa));
		expect((await bodies())[0].calls).toEqual([{ phone_number: '+48600000001' }]);
	});

	test('several lists of a limited size, named with a counter, each linked to its rows', async () => {
		const rows = [jan, { phone: 'none' }, ewa, lars];
		const { json, outputs } = await run(
			{ rows: { callsPerList: 2 }, unusable: 'leaveOut' },
			people(...rows),
		);
		const ids = await listIds();
		expect(json).toEqual([
			{
				list_id: ids['Win-back 1'][0],
				name: 'Win-back 1',
				count: 2,
				accepted: 2,
				first_item: 0,
				last_item: 2,
				status: 'created',
			},
			{
				list_id: ids['Win-back 2'][0],
				name: 'Win-back 2',
				count: 1,
				accepted: 1,
				first_item: 3,
				last_item: 3,
				status: 'created',
			},
		]);
		expect(paired(outputs[0])).toEqual([[0, 2], [3]]);
		expect(paired(outputs[1])).toEqual([[1]]);
	});

	test('Dry Run shows exactly what would be sent, and sends nothing', async () => {
		const asked = await run({ dryRun: true, unusable: 'leaveOut' }, people(jan, {}));
		const { json, outputs } = asked;
		expect(await bodies()).toEqual([]);
		const [{ request, ...shown }] = json;
		expect(shown).toEqual({
			list_id: null,
			name: 'Win-back',
			count: 1,
			first_item: 0,
			last_item: 0,
			status: 'would create',
			dry_run: true,
		});
		expect(hintsOf(asked)).toEqual([expect.stringContaining('so nothing was changed')]);
		expect(outputs[1]).toHaveLength(1);
		await run({ unusable: 'leaveOut' }, people(jan, {}));
		expect(await bodies()).toEqual([request]);
		const again = await run({ dryRun: true, unusable: 'leaveOut' }, people(jan, {}));
		expect(again.json).toMatchObject([{ status: 'existing', dry_run: true }]);
		expect(again.json[0]).not.toHaveProperty('accepted');
	});
});

describe('what is left out', () => {
	test('rows without a usable number stop everything, by default', async () => {
		const rows = [ewa, { phone: '12' }, { phone: '' }, { first_name: 'Nobody' }];
		const { error } = await run({}, people(...rows));
		expect(error?.message).toBe("'Phone Number Field' has rows that cannot be called: 3 of 4");
		expect(error?.description).toContain('Nothing was sent');
		expect(error?.description).toContain("item 1: '12' is no phone number of Poland");
		expect(error?.description).toContain(
			'item 2: the number is empty; item 3: the number is empty',
		);
		expect(error?.description).toContain("set 'Unusable Numbers' to Leave Out");
		await koda.expectSilence();
	});

	test('or come at the output Rejected with all their fields and why', async () => {
		const bad = { phone: 'call me', first_name: 'Ola' };
		const { outputs } = await run({ unusable: 'leaveOut' }, people(bad, ewa));
		expect(outputs[1].map(({ json }) => json)).toEqual([
			{
				...bad,
				rejected_item: 0,
				rejected_because: expect.stringMatching(/^'call me' /) as string,
			},
		]);
		expect(paired(outputs[1])).toEqual([[0]]);
		expect(outputs[0][0].json).toMatchObject({ count: 1, first_item: 1, last_item: 1 });
	});

	test.each([
		['first', ['Ewa', 'Jan'], 2, 0],
		['last', ['Jan', 'Eva'], 0, 2],
	])(
		'of rows with the same number the %s one is called, in its place',
		async (keep, names, out, kept) => {
			const again = { phone: '0048600000001', first_name: 'Eva' };
			const { outputs } = await run({ rows: { keep } }, people(ewa, jan, again));
			const calls = (await bodies())[0].calls as Array<Record<string, string>>;
			expect(calls.map(({ first_name: name }) => name)).toEqual(names);
			expect(outputs[1]).toHaveLength(1);
			expect(outputs[1][0].json).toMatchObject({
				rejected_item: out,
				rejected_because: `same number as item ${kept}, which is called`,
			});
		},
	);

	test('of three rows each says which one is called', async () => {
		const rows = ['Ewa', 'Eva', 'Eve'].map((first_name) => ({ ...ewa, first_name }));
		const { outputs } = await run({ rows: { keep: 'last' } }, people(...rows));
		expect(outputs[1].map(({ json }) => json.rejected_because)).toEqual([
			'same number as item 2, which is called',
			'same number as item 2, which is called',
		]);
	});

	test('with its files, and short enough to read', async () => {
		const binary = { data: { data: 'eA==', mimeType: 'text/plain' } };
		const items = [{ json: { phone: 'x'.repeat(100_000) }, binary }, ...people(ewa)];
		const { outputs } = await run({ unusable: 'leaveOut' }, items);
		expect(outputs[1][0].binary).toEqual(binary);
		expect(String(outputs[1][0].json.rejected_because).length).toBeLessThan(100);
	});

	test('what a row got at Rejected is no variable when it comes again', async () => {
		await run({}, people({ ...jan, rejected_item: 2, rejected_because: "'12' is too short" }));
		expect((await bodies())[0].calls).toEqual([
			{ phone_number: '+48600000002', first_name: 'Jan' },
		]);
	});

	test('when no row is left, nothing is created and all are rejected', async () => {
		const { json, outputs, error } = await run(
			{ unusable: 'leaveOut' },
			people({ phone: '1' }, { phone: '2' }),
		);
		expect(error).toBeUndefined();
		expect(json).toEqual([]);
		expect(outputs[1]).toHaveLength(2);
		expect(await bodies()).toEqual([]);
	});

	test('without a default country, a number without a country code is not usable', async () => {
		const { outputs } = await run({ country: '', unusable: 'leaveOut' }, people(ewa, jan));
		expect(outputs[1][0].json.rejected_because).toContain('has no country code');
		expect((await bodies())[0].calls).toHaveLength(1);
	});
});

test('KODA may take fewer calls than it was sent: the output has both', async () => {
	await koda.sandbox().control('faults', {
		vendor: 'koda',
		operationId: 'callList.create',
		kind: 'status',
		status: 200,
		body: { meta: { status: 200 }, response: { result: true, list_id: 'l-1', count: 1 } },
	});
	const { json } = await run({}, people(ewa, jan));
	expect(json).toMatchObject([{ list_id: 'l-1', status: 'created', count: 2, accepted: 1 }]);
});

describe('the outputs that the editor shows', () => {
	const koda = nodeTypes.getByNameAndVersion('n8n-nodes-chatbot-platforms.koda') as INodeType;
	const outputsOf = (operation: string) => {
		const node: INode = {
			id: '1',
			name: 'KODA',
			type: 'n8n-nodes-chatbot-platforms.koda',
			typeVersion: 1,
			position: [0, 0],
			parameters: { resource: 'callList', operation },
		};
		const settings = { id: '1', nodes: [node], connections: {}, active: false, nodeTypes };
		const workflow = new Workflow(settings);
		const [built] = Object.values(workflow.nodes);
		return NodeHelpers.getNodeOutputs(workflow, built, koda.description);
	};

	test('are those that it gives', () => {
		expect(outputsOf('createFromItems')).toEqual(
			(createFromItems.outputs ?? []).map((displayName) => ({ type: 'main', displayName })),
		);
		expect(outputsOf('create')).toEqual(['main']);
	});
});
