import { setTimeout as sleep } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';

import { byId, itemsOf } from '../../../engine/jobs';
import { BOT, cancelWhen, OTHER_BOT, SKIP_FAILED, useKore } from '../../support/koreAi';

/** The request option Calls per Minute, by what Kore.ai counts: bots, and requests that are asked about. */
const { run, sent } = useKore();

const STATUS = 'bot.getPublishStatus';

/** Counts go on over runs, so each test has a credential of its own. */
let credential = 0;
const account = () => ({ defaultBotId: BOT, endpointOverrides: ' '.repeat(++credential) });

// The minute does not end, however long a run takes.
beforeEach(() => {
	jest.spyOn(performance, 'now').mockReturnValue(performance.now());
});
afterEach(() => {
	jest.restoreAllMocks();
});

const pathsOf = async () => (await sent()).map(({ path }) => path);
const bots = (...ids: string[]) => itemsOf(ids.map((bot) => ({ bot })));
const limited = (own: INodeParameters, callsPerMinute = 3, concurrency = 8) => ({
	...own,
	requestOptions: { callsPerMinute, concurrency, timeout: 3600 },
});

/** Runs what has to be through within the minute, or the test does not end. */
async function runThrough(id: string, own: INodeParameters, rest: object) {
	const { outputs } = await run(id, own, { account: account(), settings: SKIP_FAILED, ...rest });
	return outputs[0];
}

/** Runs until so many calls went out and no other for a while, and cancels it; after that nothing more may be sent. */
async function runUntil(count: number, id: string, own: INodeParameters, rest: object) {
	let cancelling: Promise<void> | undefined;
	await run(id, own, {
		account: account(),
		...rest,
		onStart: (execution: { cancel: () => void }) => {
			cancelling = cancelWhen(execution, async () => (await sent()).length >= count);
		},
	});
	await cancelling;
	await sleep(200);
	const paths = await pathsOf();
	expect(paths).toHaveLength(count);
	return paths;
}

test.each([1, 8])('3 of 5 items go out, however many may be in flight: %d', async (concurrency) => {
	const items = itemsOf([{}, {}, {}, {}, {}]);
	await runUntil(3, STATUS, limited({}, 3, concurrency), { items });
});

test('two bots are counted apart', async () => {
	const items = bots(BOT, OTHER_BOT, BOT, OTHER_BOT, BOT, OTHER_BOT);
	const own = limited({ bot: byId('={{ $json.bot }}') });
	expect(await runThrough(STATUS, own, { items })).toHaveLength(6);
	expect(await sent()).toHaveLength(6);
});

test('a bot that has had its calls does not hold up another', async () => {
	const items = bots(BOT, BOT, BOT, BOT, OTHER_BOT, OTHER_BOT);
	const paths = await runUntil(5, STATUS, limited({ bot: byId('={{ $json.bot }}') }), { items });
	const ofBot = (bot: string) => paths.filter((path) => path.includes(bot)).length;
	expect([ofBot(BOT), ofBot(OTHER_BOT)]).toEqual([3, 2]);
});

test('requests that are asked about are counted apart, and so are tables and views', async () => {
	const items = itemsOf([{ id: 'bir-1' }, { id: 'bir-1' }, { id: 'bir-2' }, { id: 'bir-2' }]);
	for (const [id, name] of [
		['bot.getImportStatus', 'importId'],
		['customerData.getDeletionStatus', 'requestId'],
		['dataTableRow.getAll', 'tableName'],
		['tableViewRow.getAll', 'viewName'],
	]) {
		const own = limited({ [name]: '={{ $json.id }}' }, 2);
		await runThrough(id, own, { items });
	}
	expect(await sent()).toHaveLength(16);
});

test('what is of the account is counted as one', async () => {
	const items = itemsOf([{}, {}, {}, {}]);
	await runUntil(3, 'user.getAll', limited({ limit: 1 }), { items });
});

test('the pages of one list count', async () => {
	const own = { scope: 'bot', returnAll: true, options: { pageSize: 1 } };
	const filters = { from: '2026-01-20', to: '2026-01-25' };
	await runUntil(4, 'session.getAll', limited({ ...own, filters }, 4), {});
});

test('none is held back unless asked for', async () => {
	const items = itemsOf(Array.from({ length: 70 }, () => ({})));
	await runThrough(STATUS, {}, { items });
	expect(await sent()).toHaveLength(70);
});

test('of the contact center, calls count together, whatever the bot', async () => {
	const own = limited({ bot: byId('={{ $json.bot }}') });
	const items = bots(BOT, OTHER_BOT, BOT, OTHER_BOT);
	await runUntil(3, 'campaign.getAll', own, { items });
});
