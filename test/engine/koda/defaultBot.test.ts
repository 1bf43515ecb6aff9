import { accounts } from '../../../engine/credentials';
import { BOT, byId, itemsOf } from '../../../engine/jobs';
import { searchList } from '../../support/contexts';
import { UNKNOWN, useKoda } from '../../support/koda';
import { articles, sync } from '../../support/kodaDocuments';

/** The credential's Default Bot ID, where no bot is named. */
const koda = useKoda();

const account = (defaultBotId: string) => {
	const { kodaOAuth2Api } = accounts(koda.sandbox().url);
	return { kodaOAuth2Api: { ...kodaOAuth2Api, defaultBotId } };
};
const getAll = { resource: 'callList', operation: 'getAll', limit: 1 };

test('an operation without a bot works with it, and one with a bot with its own', async () => {
	const credentials = account(` ${BOT} `);
	const { json, error } = await koda.run({ ...getAll, bot: byId('') }, { credentials });
	expect(error).toBeUndefined();
	expect(json).toHaveLength(1);
	await koda.run({ ...getAll, bot: byId(UNKNOWN) }, { credentials });
	const paths = (await koda.sent('callList.getAll')).map(({ path }) => path);
	expect(paths.map((path) => path.includes(BOT))).toEqual([true, false]);
	expect(paths[1]).toContain(UNKNOWN);
});

/** The item names what the panel does not; of what only reads it does not have to. */
test.each([
	['left blank', byId(''), { botId: BOT }],
	['named', byId(BOT), {}],
])('with the bot %s, an item says what was changed', async (_, bot, more) => {
	const credentials = account(BOT);
	const [{ id }] = (await koda.state()).callLists;
	const parameters = { resource: 'callList', operation: 'pause', callList: byId(id), bot };
	const { json, error } = await koda.run(parameters, { credentials });
	expect(error).toBeUndefined();
	expect(json).toEqual([{ result: true, msg: 'Tasks canceled', ...more }]);
});

test('with all items at once, too, and an error stays one', async () => {
	const parameters = { ...sync, bot: byId('') };
	const items = itemsOf(articles(1));
	const settings = { onError: 'continueRegularOutput' as const };
	const run = async (defaultBotId: string) =>
		(await koda.run(parameters, { credentials: account(defaultBotId), settings, items })).json;
	expect(await run(BOT)).toEqual([expect.objectContaining({ botId: BOT, status: 'created' })]);
	expect(await run('')).toEqual([
		{ error: "'Bot' is empty", details: expect.anything() as object },
	]);
});

test('lists are those of it', async () => {
	const setup = { node: 'koda', parameters: { bot: byId('') }, credentials: account(BOT) };
	for (const method of ['callLists', 'documents']) {
		expect((await searchList(setup, method)).results.length).toBeGreaterThan(0);
	}
});

test('without either, the message names both ways out', async () => {
	const { error } = await koda.run({ ...getAll, bot: byId('') }, { credentials: account('') });
	expect(error).toMatchObject({
		message: "'Bot' is empty [item 0]",
		description: "Fill it in, or fill in 'Default Bot ID' in the credential.",
	});
	await koda.expectSilence();
});

test('an expression that gives nothing does not mean it', async () => {
	const { error } = await koda.run(
		{ ...getAll, bot: byId('={{ $json.none }}') },
		{ credentials: account(BOT) },
	);
	expect(error?.message).toBe("'Bot' is empty [item 0]");
	await koda.expectSilence();
});
