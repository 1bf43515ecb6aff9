import type { INodeParameters } from 'n8n-workflow';

import { KoreAi } from '../../../nodes/KoreAi/KoreAi.node';
import { KoreAiAnalytics } from '../../../nodes/KoreAi/KoreAiAnalytics.node';
import { byId, fromList, itemsOf } from '../../../engine/jobs';
import {
	BOT,
	appFor,
	BOT_APP,
	errorOf,
	ITEM,
	MINIMAL,
	NARROW_APP,
	OTHER_BOT,
	pairs,
	SKIP_FAILED,
	UNKNOWN_BOT,
	useKore,
} from '../../support/koreAi';
import { listen } from '../../support/logs';
import { meet, testEach } from '../../support/sandbox';

/** Who may do what: the kind of app, its scopes, the bot, and secrets that stay where they are. */
const { sandbox, run, runToError, sent, onlySent, answerWith, fault } = useKore();

afterEach(() => jest.restoreAllMocks());

const ACCOUNT = { scope: 'account' };

/** Operations for apps of the Admin Console alone, by docs/evidence/kore-ai.md §1.2 and §3. */
const ADMIN_ONLY: Array<[string, INodeParameters]> = [
	['session.getAll', ACCOUNT],
	['message.getAll', ACCOUNT],
	...[
		'user.getAll',
		'user.get',
		'user.create',
		'user.update',
		'user.setAccess',
		'user.remove',
		'role.getAll',
		'role.export',
		'role.import',
		'role.assignBotRole',
		'role.assignAdminRole',
		'group.getAll',
		'bot.getAll',
		'bot.publish',
		'bot.getPublishStatus',
		'bot.import',
		'bot.getImportStatus',
		'customerData.delete',
		'customerData.getDeletionStatus',
	].map((id): [string, INodeParameters] => [id, MINIMAL[id]]),
];

describe('App Created In', () => {
	test('debug logs offer no list of bots, which their app cannot read', () => {
		const fields = [new KoreAi(), new KoreAiAnalytics()]
			.flatMap(({ description }) => description.properties)
			.filter(({ name }) => name === 'bot');
		const modesIn = (resource: string) =>
			fields
				.filter(({ displayOptions }) => displayOptions?.show?.resource?.includes(resource))
				.map(({ modes = [] }) => modes.map(({ name }) => name));
		expect(modesIn('debugLog')).toEqual([['id']]);
		expect(modesIn('session')).toContainEqual(['list', 'id']);
	});

	testEach(
		'operations of the Admin Console take no app of a bot, and nothing is sent',
		ADMIN_ONLY,
		async ([id, own]) => {
			const error = await runToError(id, own, { account: BOT_APP });
			expect(error.message).toBe(
				"This operation takes an app that was created in the Admin Console, and by 'App Created In' in the credential it was not [item 0]",
			);
			expect(error.description).toMatch(/API Scopes.*'App Created In'/);
			expect(error).toMatchObject({ httpCode: null, cause: 'configuration-invalid' });
			expect(error.pairedItem).toEqual({ item: 0 });
			expect(await sent()).toEqual([]);
		},
	);

	test('debug logs take none of the Admin Console, and nothing is sent', async () => {
		const error = await runToError('debugLog.getAll', MINIMAL['debugLog.getAll']);
		expect(error.message).toMatch(
			/^This operation takes an app that was created in the bot, and by 'App Created In' .* \[item 0]$/,
		);
		expect(error.description).toContain("'App Created In'");
		expect(error).toMatchObject({ httpCode: null, cause: 'configuration-invalid' });
		expect(await sent()).toEqual([]);
	});

	testEach(
		'what is of a bot works with an app of the bot',
		['session.getAll', 'message.getAll', 'debugLog.getAll', 'bot.uploadFile'],
		async (id) => {
			const { error } = await run(id, MINIMAL[id], { account: BOT_APP, items: [ITEM] });
			expect(error).toBeUndefined();
			expect((await onlySent()).status).toBe(200);
		},
	);
});

describe('a scope that the app lacks is named', () => {
	const scopes: Array<[string, INodeParameters, string]> = [
		[
			'session.getAll',
			{},
			'App Builder: Bot Sessions or Admin Console: Bot Analytics › Bot Sessions',
		],
		['session.getAll', ACCOUNT, 'Admin Console: Bot Analytics › Bot Sessions'],
		[
			'message.getAll',
			{},
			'App Builder: Chat History or Admin Console: Bot Analytics › Chat History',
		],
		[
			'message.getAll',
			{ version: 'v1' },
			'App Builder: Chat History or Admin Console: Bot Analytics › Chat History',
		],
		['message.getAll', ACCOUNT, 'Admin Console: Bot Analytics › Chat History'],
		['user.getAll', {}, 'Admin Console: Profile Management › Role Management'],
		['user.get', {}, 'Admin Console: User Management › User Management'],
		['user.setAccess', {}, 'Admin Console: Profile Management › Role Management'],
		['dataTableRow.getAll', {}, 'Read access to the data table'],
		['dataTableRow.delete', {}, 'Read and Delete access to the data table'],
		['bot.getAll', {}, 'Admin Console: Profile Management › Role Management'],
		['bot.publish', {}, 'Admin Console: Bot Publish › Publish'],
		['bot.import', {}, 'Admin Console: Bot Definition › Bot Import'],
		['bot.getImportStatus', {}, 'Admin Console: Bot Definition › Bot Import'],
		['customerData.delete', {}, 'Admin Console: Profile Management › Delete Users Data'],
		['customerData.getDeletionStatus', {}, 'Admin Console: Profile Management › Delete Users Data'],
	];

	testEach('by the operation and its parameters', scopes, async ([id, own, scope]) => {
		const error = await runToError(id, { ...MINIMAL[id], ...own }, { account: NARROW_APP });
		expect(error.message).toBe('Kore.ai does not allow this with the credential [item 0]');
		expect(error.description).toContain(`needs ${scope}`);
		expect(error).toMatchObject({ httpCode: '403', cause: 'configuration-invalid' });
		expect((await onlySent()).status).toBe(403);
	});

	test('of a bot, for debug logs', async () => {
		await fault('debugLog.getAll', { kind: 'status', status: 403 });
		const error = await runToError('debugLog.getAll', MINIMAL['debugLog.getAll'], {
			account: BOT_APP,
		});
		expect(error.description).toContain('needs App Builder: Debug Logs');
	});
});

/** Operations on one bot, and their path with a bot ID in place of {}. */
const OF_BOT: Array<[string, INodeParameters, string]> = [
	['session.getAll', {}, '/api/public/bot/{}/getSessions'],
	['message.getAll', { version: 'v1' }, '/api/public/bot/{}/getMessages'],
	['message.getAll', { version: 'v2' }, '/api/public/bot/{}/getMessagesV2'],
	['debugLog.getAll', MINIMAL['debugLog.getAll'], '/api/1.1/{}/debuglogs'],
	['bot.getPublishStatus', {}, '/api/public/bot/{}/publish/status'],
	['botMessage.send', MINIMAL['botMessage.send'], '/chatbot/v2/webhook/{}'],
	['botMessage.getReply', MINIMAL['botMessage.getReply'], '/chatbot/v2/webhook/{}/poll/poll-1'],
	['intent.find', MINIMAL['intent.find'], '/api/v1.1/rest/bot/{}/findIntent'],
	['notification.send', MINIMAL['notification.send'], '/api/public/bot/{}/notifyV2'],
	['session.close', MINIMAL['session.close'], '/api/public/bot/{}/session'],
	[
		'conversation.getDetails',
		MINIMAL['conversation.getDetails'],
		'/api/public/bot/{}/conversationDetails',
	],
	[
		'conversation.getSummary',
		MINIMAL['conversation.getSummary'],
		'/api/public/streams/{}/conversationSummary',
	],
	[
		'conversation.delete',
		MINIMAL['conversation.delete'],
		'/api/public/bot/{}/conversations/delete',
	],
];

/** Operations that change what everybody talks with, and their path. */
const NAMED: Array<[string, INodeParameters, string]> = [
	['bot.publish', MINIMAL['bot.publish'], '/api/public/bot/{}/publish'],
	['bot.import', MINIMAL['bot.import'], '/api/public/bot/{}/import'],
];

describe('the bot', () => {
	const unset = [{}, { bot: fromList('') }].flatMap((bot) =>
		OF_BOT.map((called) => [called, bot] as const),
	);

	testEach("is the credential's when none is chosen", unset, async ([[id, own, path], bot]) => {
		const account = { ...appFor(id), defaultBotId: ` ${BOT} ` };
		await run(id, { ...own, ...bot }, { account });
		expect((await onlySent()).path).toBe(path.replace('{}', BOT));
	});

	testEach(
		"is not the credential's for what everybody talks with: it has to be named",
		NAMED.flatMap((called) => [byId(''), fromList('')].map((bot) => [called, bot] as const)),
		async ([[id, own], bot]) => {
			const running = run(id, { ...own, bot }, { account: { defaultBotId: BOT } });
			await expect(running).rejects.toThrow('Parameter "Bot" is required');
			expect(await sent()).toEqual([]);
		},
	);

	testEach(
		"is the item's own when it has one, escaped",
		[...OF_BOT, ...NAMED],
		async ([id, own, path]) => {
			await run(
				id,
				{ ...own, bot: byId('={{ $json.bot }}') },
				{
					account: appFor(id),
					items: itemsOf([{ bot: OTHER_BOT }, { bot: 'st-1/..?' }]),
					settings: SKIP_FAILED,
				},
			);
			const paths = (await sent()).map((request) => request.path);
			expect(paths.sort()).toEqual(
				[OTHER_BOT, 'st-1%2F..%3F'].map((bot) => path.replace('{}', bot)).sort(),
			);
		},
	);

	testEach('is not exchanged for it when an expression gives none', OF_BOT, async ([id, own]) => {
		const parameters = { ...own, bot: byId('={{ $json.none }}') };
		const error = await runToError(id, parameters, { account: appFor(id) });
		expect(error.message).toBe("'Bot' is empty [item 0]");
		expect(error.description).toMatch(/gives nothing here.*more would be meant/);
		expect(error).toMatchObject({ httpCode: null, cause: 'configuration-invalid' });
		expect(await sent()).toEqual([]);
	});

	testEach('has to be named somewhere', OF_BOT, async ([id, own]) => {
		const error = await runToError(id, own, { account: { ...appFor(id), defaultBotId: '' } });
		expect(error.message).toBe("'Bot' is empty [item 0]");
		expect(error.description).toContain("'Default Bot ID' in the credential");
		expect(error).toMatchObject({ httpCode: null, cause: 'configuration-invalid' });
		expect(await sent()).toEqual([]);
	});
});

test('a bot ID that Kore.ai does not know spoils its own item only', async () => {
	const bots = itemsOf([
		{ bot: UNKNOWN_BOT },
		{ bot: BOT },
		{ bot: UNKNOWN_BOT },
		{ bot: OTHER_BOT },
	]);
	const parameters = { bot: byId('={{ $json.bot }}') };
	const { outputs } = await run('bot.getPublishStatus', parameters, {
		items: bots,
		settings: SKIP_FAILED,
	});
	expect(pairs(outputs[0])).toEqual([0, 1, 2, 3]);
	expect(outputs[0].map(({ json }) => json.status)).toEqual([
		undefined,
		'successful',
		undefined,
		'successful',
	]);
	for (const item of [0, 2]) {
		const error = errorOf(outputs[0][item]);
		expect(error.message).toContain(`[item ${item}]`);
		expect(error.description).toMatch(/bot ID it does not know/);
		expect(error).toMatchObject({ httpCode: '401', pairedItem: { item } });
	}
	expect((await sent()).map(({ status }) => status).sort()).toEqual([200, 200, 401, 401]);
});

describe('401, which may be about the item alone', () => {
	const STATUS = 'bot.getPublishStatus';
	const parameters = { bot: byId('={{ $json.bot }}') };
	const many = (count: number, bot: string) =>
		itemsOf(Array.from({ length: count }, () => ({ bot })));
	const statuses = async () => (await sent()).map(({ status }) => status);

	test('ten in a row, one at a time, and nothing more is sent', async () => {
		await sandbox().control('latency', { ms: 5 });
		const items = many(14, UNKNOWN_BOT);
		const { outputs } = await run(STATUS, parameters, { items, settings: SKIP_FAILED });
		expect(pairs(outputs[0])).toEqual(items.map((_, index) => index));
		for (const [index, item] of outputs[0].entries()) {
			expect(errorOf(item).message).toContain(`[item ${index}]`);
			expect(errorOf(item)).toMatchObject({ httpCode: '401', cause: 'credential-invalid' });
		}
		expect(await statuses()).toEqual(Array.from({ length: 10 }, () => 401));
		expect((await sandbox().stats()).maxInFlight).toBe(1);
	});

	test('ten in a row about one bot say nothing about another', async () => {
		const items = [...many(13, UNKNOWN_BOT), ...many(2, BOT), ...many(3, UNKNOWN_BOT)];
		const { outputs } = await run(STATUS, parameters, { items, settings: SKIP_FAILED });
		const refused = outputs[0].map((item) => item.json.error !== undefined);
		expect(refused).toEqual(items.map(({ json }) => json.bot === UNKNOWN_BOT));
		expect((await statuses()).sort()).toEqual([200, 200, ...Array(10).fill(401)]);
	});

	test('ten about as many things, and nothing more is sent', async () => {
		const items = itemsOf(Array.from({ length: 14 }, (_, n) => ({ id: `bir-${n}` })));
		const account = { clientSecret: 'wrong-secret-text' };
		const own = { importId: '={{ $json.id }}' };
		await run('bot.getImportStatus', own, { items, account, settings: SKIP_FAILED });
		expect(await statuses()).toEqual(Array.from({ length: 10 }, () => 401));
	});

	test('nine, and then one that is accepted: all others are sent, together', async () => {
		await meet(sandbox(), 'kore-ai', STATUS, { count: 12, skip: 10 });
		const items = [...many(9, UNKNOWN_BOT), ...many(1, BOT), ...many(12, UNKNOWN_BOT)];
		const { outputs } = await run(STATUS, parameters, { items, settings: SKIP_FAILED });
		expect(outputs[0].map(({ json }) => json.status).indexOf('successful')).toBe(9);
		expect((await statuses()).slice(0, 10).indexOf(200)).toBe(9);
		expect(await sent()).toHaveLength(22);
		expect((await sandbox().stats()).maxInFlight).toBe(12);
	});

	test('a first call that has to slow down does not let the others go', async () => {
		await sandbox().control('latency', { ms: 5 });
		await fault(STATUS, { kind: 'status', status: 429, headers: { 'retry-after': '0' } });
		const account = { clientSecret: 'wrong-secret-text' };
		const items = many(12, BOT);
		await run(STATUS, {}, { items, account, settings: SKIP_FAILED });
		expect(await statuses()).toEqual([429, ...Array.from({ length: 10 }, () => 401)]);
		expect((await sandbox().stats()).maxInFlight).toBe(1);
	});

	test('without On Error the first ends it, but for a call that had begun', async () => {
		const account = { clientSecret: 'wrong-secret-text' };
		const { error } = await run(STATUS, {}, { items: many(5, BOT), account });
		expect(error?.message).toContain('[item 0]');
		expect(error?.httpCode).toBe('401');
		expect((await sent()).length).toBeLessThanOrEqual(2);
	});
});

describe('what the service repeats of the token or the secret', () => {
	const SECRET = 'admin-secret-of-kore-ai';
	const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJhcHBJZCI6ImNzLWFkbWluIn0.c2lnbmF0dXJl';
	const echo = {
		errors: [{ msg: `The token ${TOKEN} is not signed with ${SECRET}`, code: 400 }],
		request: { auth: TOKEN, [SECRET]: [Buffer.from(SECRET).toString('base64')] },
	};

	// Every run of these suites is searched; these are those where something could be found.
	testEach(
		'is not in an error of any status',
		[400, 401, 403, 404, 429, 500, 503],
		async (status) => {
			jest.restoreAllMocks();
			const heard = listen(KoreAi);
			await fault('bot.publish', { kind: 'status', status, body: echo });
			const own = { ...MINIMAL['bot.publish'], requestOptions: { maxRetryWait: 0 } };
			const { error, run: whole } = await run('bot.publish', own);
			expect(error?.httpCode).toBe(String(status));
			expect(error?.description).toContain('Kore.ai said: "The token *** is not signed with ***"');
			expect(JSON.stringify(whole)).not.toContain(Buffer.from(SECRET).toString('base64'));
			expect(heard()).not.toMatch(/eyJ[\w-]+\.|-secret-of-/);
		},
	);

	test('is not in the message of an answer that declines', async () => {
		await answerWith('bot.publish', echo);
		const error = await runToError('bot.publish', MINIMAL['bot.publish']);
		expect(error.message).toBe(
			'Kore.ai answered that it did not do this: The token *** is not signed with *** [item 0]',
		);
	});
});

test('the host that is chosen is called, whatever Base URL was left behind', async () => {
	const account = { host: `${sandbox().url}/kore-ai`, baseUrl: 'http://127.0.0.1:9' };
	expect((await run('bot.getPublishStatus', {}, { account })).error).toBeUndefined();
	expect((await onlySent()).status).toBe(200);
});

testEach(
	'another host needs a Base URL that is one',
	['', 'platform.kore.ai', 'ftp://kore.ai'],
	async (baseUrl) => {
		const { error } = await run('bot.getPublishStatus', {}, { account: { baseUrl } });
		expect(error?.message).toContain("'Base URL' in the credential is not a web address");
		expect(await sent()).toEqual([]);
	},
);

test('an override is where an operation goes, and what a 404 points to', async () => {
	const override = 'POST /api/public/bot/{botId}/getMessagesV2';
	const account = { endpointOverrides: JSON.stringify({ 'message.getAll': override }) };
	await fault('message.getAllV2', { kind: 'status', status: 404 });
	const error = await runToError('message.getAll', { version: 'v1' }, { account });
	expect(await onlySent()).toMatchObject({ operationId: 'message.getAllV2', status: 404 });
	expect(error.description).toContain("comes from 'Endpoint Overrides' in the credential");
});
