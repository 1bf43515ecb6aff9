import type { IRun, INodeParameters } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { accounts } from '../../../engine/credentials';
import { runNode, type Job, type Result } from '../../../engine/runNode';
import { useKoda } from '../../support/koda';
import { fromItems } from '../../support/kodaCampaign';
import { ewa, jan, lars, people } from '../../support/kodaFromItems';
import { meet } from '../../support/sandbox';
import { secondKoda } from '../../support/secondProcess';

/** Two executions of the same campaign at the same moment: nobody is called twice. */
const koda = useKoda();

const second = secondKoda();

const start = async (
	parameters: INodeParameters = {},
	{ node = 'koda', items = people(ewa, jan), ...rest }: Partial<Job> = {},
) =>
	await runNode({
		node,
		credentials: accounts(koda.sandbox().url),
		parameters: { ...fromItems, ...parameters },
		items,
		...rest,
	});

const inTwo = async (parameters: INodeParameters = {}, items = people(ewa, jan)) =>
	await Promise.all([start(parameters, { items }), start(parameters, { items, node: second })]);

const slow = async () => await koda.sandbox().control('latency', { ms: 300 });

/** All look before any creates, and none looks again before two have created. */
const allLook = async (count = 2) => {
	await meet(koda.sandbox(), 'koda', 'callList.getAll', { count });
	await meet(koda.sandbox(), 'koda', 'callList.create', { applyFirst: false });
};

const hintsOf = (run: IRun) =>
	(run.data.resultData.runData.Node?.[0].hints ?? []).map(({ message }) => message);

const lists = async () =>
	(await koda.state()).callLists.filter(({ settings }) => settings.name.startsWith('Win-back'));

/** Who would be called, and by how many lists that are not paused. */
async function called(): Promise<Record<string, number>> {
	const numbers = (await lists())
		.filter(({ paused }) => !paused)
		.flatMap(({ calls }) => calls as Array<{ phoneNumber: string }>);
	const counts: Record<string, number> = {};
	for (const { phoneNumber } of numbers) counts[phoneNumber] = (counts[phoneNumber] ?? 0) + 1;
	return counts;
}

const ONCE = { '+48600000001': 1, '+48600000002': 1 };

/** What the runs say of the lists, by ID. */
const said = (runs: Result[]) => runs.flatMap(({ json }) => json);

/** Holds every item against the lists: what is paused is not said to be created, and the reverse. */
async function expectTruth(runs: Result[]): Promise<void> {
	const paused = new Map((await lists()).map((list) => [list.id, list.paused]));
	const told = said(runs).map(({ list_id: id, status }) => [status, paused.get(String(id))]);
	expect(told.filter(([status, isPaused]) => (status === 'paused') !== isPaused)).toEqual([]);
}

test('in one n8n the campaign is created once, and the other execution finds it', async () => {
	await slow();
	const runs = await Promise.all([start(), start()]);
	expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
	expect(
		said(runs)
			.map(({ status }) => status)
			.sort(),
	).toEqual(['created', 'existing']);
	expect(await lists()).toHaveLength(1);
	expect(await koda.sent('callList.create')).toHaveLength(1);
	// Before each run, and once after creating.
	expect(await koda.sent('callList.getAll')).toHaveLength(3);
});

test('with another credential it does not wait, and the later list is paused', async () => {
	await allLook();
	const credentials = accounts(koda.sandbox().url);
	credentials.kodaOAuth2Api.endpointOverrides = '{ }';
	const runs = await Promise.all([start(), start({}, { credentials })]);
	expect(await koda.sent('callList.create')).toHaveLength(2);
	expect(await called()).toEqual(ONCE);
	await expectTruth(runs);
});

test('a dry run does not wait, and a campaign of another name does not either', async () => {
	await allLook(3);
	const runs = await Promise.all([start(), start({ dryRun: true }), start({ name: 'Other' })]);
	expect(said(runs).map(({ status }) => status)).toEqual(['created', 'would create', 'created']);
});

test('in two n8n the later list is paused, and its run says so', async () => {
	await allLook();
	const runs = await inTwo();
	expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
	expect(await koda.sent('callList.create')).toHaveLength(2);
	expect(await called()).toEqual(ONCE);
	await expectTruth(runs);
	const [stays] = (await lists()).filter(({ paused }) => !paused);
	const [goes] = (await lists()).filter(({ paused }) => paused);
	const [later] = said(runs).filter(({ status }) => status === 'paused');
	expect(later).toMatchObject({ list_id: goes.id, twin_of: stays.id });
	const [first] = said(runs).filter(({ status }) => status !== 'paused');
	expect(first).toMatchObject({ status: 'created', list_id: stays.id });
	for (const { run } of runs) {
		expect(hintsOf(run)).toEqual([expect.stringContaining('Do not resume it.')]);
	}
	// A run after it goes on with the one that calls.
	const { json } = await start();
	expect(json).toMatchObject([{ status: 'existing', list_id: stays.id }]);
	expect(await lists()).toHaveLength(2);
});

test('so it is where KODA shows numbers without a plus', async () => {
	await allLook();
	const calls = [{ phone_number: '48600000001' }, { phone_number: 48_600_000_002 }];
	await koda.sandbox().control('faults', {
		vendor: 'koda',
		operationId: 'callList.get',
		kind: 'status',
		status: 200,
		body: { meta: { status: 200 }, response: { name: 'Win-back', calls } },
		count: 2,
	});
	const runs = await inTwo();
	expect(await called()).toEqual(ONCE);
	await expectTruth(runs);
});

test('in two n8n a campaign of several lists is there once, too', async () => {
	await allLook();
	const three = people(ewa, jan, lars);
	const runs = await inTwo({ rows: { callsPerList: 1 } }, three);
	expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
	expect(await called()).toEqual({ ...ONCE, '+46701740605': 1 });
	await expectTruth(runs);
});

test('split otherwise in the other n8n, nobody is called twice', async () => {
	await allLook();
	const runs = await Promise.all([
		start({}),
		start({ rows: { callsPerList: 1 } }, { node: second }),
	]);
	const counts = Object.values(await called());
	expect(Math.max(...counts)).toBe(1);
	await expectTruth(runs);
	// Nor does the one that cannot go on say that it has created nothing, if it has.
	const words = runs.map(({ error }) => String(error?.description));
	expect(words.filter((text) => /Nothing was created.*Created by this run: '/.test(text))).toEqual(
		[],
	);
});

test('people of another campaign with the same name do not matter', async () => {
	await allLook();
	const [one, other] = await Promise.all([
		start({}, { items: people(ewa) }),
		start({}, { items: people(lars), node: second }),
	]);
	expect(said([one, other]).map(({ status }) => status)).toEqual(['created', 'created']);
	expect((await lists()).filter(({ paused }) => paused)).toEqual([]);
});

/** A campaign that calls five seconds after it was created. */
const atOnce: INodeParameters = {
	campaignStart: '={{ $now.minus({ days: 2 }) }}',
	allowedHoursStart: '00:00',
	allowedHoursEnd: '23:59',
	schedule: { allowPastStart: true, allowedWeekdays: ['0', '1', '2', '3', '4', '5', '6'] },
};

test.each<[string, INodeParameters]>([
	['of the same status', {}],
	['while calls of its own have begun', atOnce],
])(
	'a list that an n8n which has ended left behind is paused by the one that stays: %s',
	async (_, times) => {
		// The look after creating is held back until another process has created the same, and has ended.
		await meet(koda.sandbox(), 'koda', 'callList.getAll', { skip: 1, applyFirst: false });
		const running = start(times);
		while ((await lists()).length === 0) await sleep(20);
		const [{ id: ours }] = await lists();
		await koda.sandbox().control('clock', { advanceSeconds: 10 });
		await start({ ...times, options: { existing: 'create' } }, { node: second });
		await start({ operation: 'getAll' });
		const { json, run } = await running;
		expect(json).toMatchObject([{ status: 'created', list_id: ours }]);
		expect(await called()).toEqual(ONCE);
		expect(hintsOf(run)).toContainEqual(expect.stringContaining('that one is paused'));
	},
);

test('a look that fails leaves it unknown, and the output says so', async () => {
	await koda.sandbox().control('faults', {
		vendor: 'koda',
		operationId: 'callList.getAll',
		kind: 'status',
		status: 400,
		skip: 1,
	});
	const { json, run, error } = await start();
	expect(error).toBeUndefined();
	expect(json).toMatchObject([{ status: 'created', twin_unknown: true }]);
	expect(hintsOf(run)).toEqual([expect.stringContaining('at the same moment is unknown: ')]);
});

test('so does a list of campaigns that does not show yet what was created', async () => {
	await koda.sandbox().control('faults', {
		vendor: 'koda',
		operationId: 'callList.getAll',
		kind: 'status',
		status: 200,
		body: { meta: { status: 200, is_last_page: true, found: 0 }, response: [] },
		skip: 1,
	});
	const { json, run } = await start();
	expect(json).toMatchObject([{ status: 'created', twin_unknown: true }]);
	expect(hintsOf(run)).toEqual([expect.stringContaining('KODA does not show yet')]);
});

test('one that cannot be paused is an error that names both, and Retry On Fail does not hide it', async () => {
	await allLook();
	await koda.sandbox().control('faults', {
		vendor: 'koda',
		operationId: 'callList.pause',
		kind: 'status',
		status: 403,
		count: 9,
	});
	const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
	const runs = await Promise.all([start({}, { settings }), start({}, { settings, node: second })]);
	const made = await lists();
	expect(made).toHaveLength(2);
	const errors = runs.flatMap((run) => run.error ?? []);
	expect(errors).not.toHaveLength(0);
	for (const { message, description } of errors) {
		for (const { id } of made) expect(message).toContain(id);
		expect(description).toMatch(/^Pause .* now, or people are called twice\./);
		expect(description).toMatch(/Created by this run: 'Win-back' \(/);
	}
});
