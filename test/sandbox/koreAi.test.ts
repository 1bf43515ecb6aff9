/** The Kore.ai stand-in: tokens, scopes, jobs and what it refuses. */
import {
	BOT,
	claimsOf,
	DATES,
	get,
	messagesOf,
	OTHER_BOT,
	post,
	request,
	seconds,
	SECRETS,
	sign,
	SILENT_BOT,
	tokenOf,
	useSandbox,
	type Session,
} from './koreAiClient';
import { expectEach } from '../support/each';

const INVALID = { errors: [{ msg: 'Invalid SDK credentials', code: 4002 }] };

interface Step {
	taskType: string;
	status: string;
}

const { control } = useSandbox();

const withToken = async (auth?: string) =>
	await request({ url: '/api/public/bots', headers: auth === undefined ? {} : { auth } });

describe('tokens', () => {
	it('lets in what is signed with HS256 or HS512', async () => {
		await expectEach(['HS256', 'HS512'], async (alg) => {
			const token = sign(claimsOf('cs-admin'), SECRETS['cs-admin'], alg);
			expect((await withToken(token)).status).toBe(200);
		});
	});

	it('refuses none, nonsense, an unknown app, a wrong secret and no appId', async () => {
		const { appId: _, ...claims } = claimsOf('cs-admin');
		const unsigned = sign(claimsOf('cs-admin'), SECRETS['cs-admin'], 'none');
		for (const token of [
			undefined,
			'nonsense',
			sign(claimsOf('cs-unknown'), SECRETS['cs-admin']),
			sign(claimsOf('cs-admin'), SECRETS['cs-bot']),
			sign(claims, SECRETS['cs-admin']),
			unsigned,
		]) {
			expect(await withToken(token)).toMatchObject({ status: 401, data: INVALID });
		}
	});

	it('refuses a token that is too old, by the clock of the sandbox', async () => {
		const expired = { ...claimsOf('cs-admin'), exp: seconds() - 1 };
		const refused = { status: 401, data: { errors: [{ code: 401 }] } };
		expect(await withToken(sign(expired, SECRETS['cs-admin']))).toMatchObject(refused);
		await control('clock', { advanceSeconds: 301 });
		expect(await withToken(tokenOf('cs-admin'))).toMatchObject(refused);
	});

	it('refuses one that comes twice, has no jti or lives for more than an hour', async () => {
		const token = tokenOf('cs-admin');
		expect((await withToken(token)).status).toBe(200);
		expect(await withToken(token)).toMatchObject({
			status: 401,
			data: { errors: [{ msg: 'error verifying the jwt: possibly a replay', code: 401 }] },
		});
		const { jti: _, ...nameless } = claimsOf('cs-admin');
		expect((await withToken(sign(nameless, SECRETS['cs-admin']))).status).toBe(401);
		const { exp: __, ...endless } = claimsOf('cs-admin');
		for (const claims of [endless, { ...claimsOf('cs-admin'), exp: seconds() + 3700 }]) {
			const msg = 'error verifying the jwt: if "jti" claim "exp" must be <= 1 hour(s)';
			expect(await withToken(sign(claims, SECRETS['cs-admin']))).toMatchObject({
				status: 401,
				data: { errors: [{ msg, code: 401 }] },
			});
		}
	});
});

describe('scopes', () => {
	it('keeps each console to what it may', async () => {
		const logs = `/api/1.1/${BOT}/debuglogs`;
		expect((await get(logs, { identity: 'x' }, 'cs-bot')).status).toBe(200);
		expect((await get(logs, { identity: 'x' })).status).toBe(403);
		expect((await post('/api/public/getSessions', DATES, 'cs-bot')).status).toBe(403);
		expect((await get(`/api/public/bot/${BOT}/publish/status`, {}, 'cs-narrow')).status).toBe(200);
		const comment = { versionComment: 'x' };
		const refused = await post(`/api/public/bot/${BOT}/publish`, comment, 'cs-narrow');
		expect(refused.status).toBe(403);
		expect(refused.data.errors[0].msg).toContain('Admin Console: Bot Publish › Publish');
	});

	it("refuses the builder's app for another bot, and every app for none", async () => {
		const path = (bot: string) => `/api/public/bot/${bot}/getSessions`;
		expect((await post(path(BOT), DATES, 'cs-bot')).status).toBe(200);
		expect(await post(path(OTHER_BOT), DATES, 'cs-bot')).toMatchObject({ status: 401 });
		expect(await post(path('st-nobody'), DATES)).toMatchObject({ status: 401, data: INVALID });
	});
});

describe('import', () => {
	const upload = async (content: string, extension = 'json', context = 'bulkImport') => {
		const form = new FormData();
		form.append('file', new Blob([content]), `file.${extension}`);
		form.append('fileContext', context);
		form.append('fileExtension', extension);
		return await post('/api/public/uploadfile', form, 'cs-narrow');
	};
	const start = async (body: object) => await post(`/api/public/bot/${BOT}/import`, body);
	const statusOf = async (id: string) => (await get(`/api/public/bot/import/status/${id}`)).data;

	async function importOf(definition: string, functions: string[] = []): Promise<string> {
		const [botDefinition, configInfo] = [await upload(definition), await upload('{}')];
		const scripts = await Promise.all(functions.map(async (text) => await upload(text, 'js')));
		const { data } = await start({
			botDefinition: botDefinition.data.fileId,
			configInfo: configInfo.data.fileId,
			botFunctions: scripts.map((answer) => answer.data.fileId),
		});
		expect(data).toMatchObject({ _id: expect.stringMatching(/^bir-/), status: 'pending' });
		return data._id;
	}

	it('is done after two looks', async () => {
		const id = await importOf('{"name":"Order Desk"}', ['function f() {}']);
		expect(await statusOf(id)).toMatchObject({ status: 'pending', streamId: BOT });
		expect((await statusOf(id)).status).toBe('pending');
		const done = await statusOf(id);
		expect(done.status).toBe('success');
		expect(done.statusLogs.map(({ taskType }: Step) => taskType)).toEqual([
			'importRequest',
			'Bot Definition',
			'BotFunctions',
			'importBot',
		]);
	});

	it.each(['{"fail": true}', 'no JSON'])('fails for %s', async (definition) => {
		const id = await importOf(definition);
		await control('clock', { advanceSeconds: 6 });
		const { status, statusLogs } = await statusOf(id);
		expect(status).toBe('failed');
		expect(statusLogs.at(-1)).toMatchObject({ taskType: 'Bot Definition', status: 'failed' });
	});

	it('refuses files that were not uploaded for it', async () => {
		const { fileId } = (await upload('{}')).data;
		const found = (await upload('{}', 'json', 'findly')).data.fileId;
		for (const body of [
			{ botDefinition: fileId },
			{ botDefinition: fileId, configInfo: 'nobody' },
			{ botDefinition: found, configInfo: fileId },
		]) {
			expect((await start(body)).status).toBe(400);
		}
		expect((await upload('{}', 'json', 'other')).status).toBe(400);
		expect((await get('/api/public/bot/import/status/bir-nobody')).status).toBe(400);
	});
});

describe('publishing', () => {
	const publish = async (versionComment: string, bot = BOT) =>
		await post(`/api/public/bot/${bot}/publish`, { versionComment });
	const statusOf = async (bot = BOT) =>
		(await get(`/api/public/bot/${bot}/publish/status`, {}, 'cs-narrow')).data;

	it('is done after two looks', async () => {
		expect(await statusOf()).toMatchObject({ status: 'successful' });
		const { data } = await publish('new update');
		expect(data.map(({ resourceType }: { resourceType: string }) => resourceType)).toEqual(
			expect.arrayContaining(['dialog', 'NL', 'CHANNELS', 'EXTENSIONS', 'SETTINGS']),
		);
		expect(await statusOf()).toMatchObject({ status: 'in_progress', percentageComplete: 50 });
		await statusOf();
		expect(await statusOf()).toMatchObject({ status: 'successful', percentageComplete: 100 });
	});

	it('fails or waits for approval when told to', async () => {
		await publish('let it fail');
		await control('clock', { advanceSeconds: 6 });
		const failed = await statusOf();
		expect(failed.status).toBe('failed');
		expect(failed.statusSummary).toContainEqual(expect.objectContaining({ status: 'FAILURE' }));
		const { data } = await publish('needs approval');
		expect(data[0]).toMatchObject({ status: 'SUCCESS', result: { state: 'awaitingApproval' } });
	});

	it('refuses a bot without channels, and has no status of it', async () => {
		expect(await publish('x', SILENT_BOT)).toMatchObject({ status: 400 });
		expect(await statusOf(SILENT_BOT)).toMatchObject({ errors: [{ code: 400 }] });
		expect((await post(`/api/public/bot/${BOT}/publish`, {})).status).toBe(400);
	});
});

describe('erasure', () => {
	const erase = async (data: object) =>
		await request({
			method: 'DELETE',
			url: '/api/public/bot/eraseUsersData',
			data,
			headers: { auth: tokenOf('cs-admin') },
		});
	const everything = async () =>
		(await post('/api/public/getSessions', { ...DATES, limit: 1000 })).data.sessions as Session[];

	it('removes people from the bots named, or from all', async () => {
		const sessions = await everything();
		const [{ userId }] = sessions.filter(
			(one) =>
				one.botId === OTHER_BOT &&
				sessions.some(({ userId: user, botId }) => user === one.userId && botId === BOT),
		);
		const botsOf = async () =>
			new Set((await everything()).filter((one) => one.userId === userId).map((one) => one.botId));
		expect([...(await botsOf())]).toEqual(expect.arrayContaining([BOT, OTHER_BOT]));
		const { data } = await erase({ userIds: [userId], botIds: [OTHER_BOT] });
		expect(data).toEqual({
			requestId: expect.stringMatching(/^eud-/),
			status: 'in-progress',
		});
		expect((await botsOf()).has(OTHER_BOT)).toBe(false);
		expect((await botsOf()).has(BOT)).toBe(true);
		await erase({ userIds: [userId], RemoveDataFromAllBots: true });
		expect((await botsOf()).size).toBe(0);
		expect(await messagesOf({ ...DATES, userId })).toEqual([]);

		const status = async () =>
			(await get(`/api/public/bot/eraseUsersData/status/${data.requestId}`)).data;
		expect((await status()).response).toEqual([]);
		expect((await status()).response).toEqual([]);
		expect(await status()).toMatchObject({
			RemoveDataFromAllBots: false,
			response: [{ userId, status: 'SUCCESS' }],
		});
	});

	it('refuses to do it without bots, for users of the account, or for nobody', async () => {
		const before = await everything();
		const [{ userId: customer }] = before;
		const { userId, username } = (await get('/api/public/alluserroles')).data.users[0];
		for (const body of [
			{ userIds: [customer] },
			{ userIds: [customer], botIds: [] },
			{ userIds: [customer], botIds: ['st-nobody'] },
			{ userIds: [customer, userId], RemoveDataFromAllBots: true },
			{ userIds: [username], botIds: [BOT] },
			{ userIds: [], RemoveDataFromAllBots: true },
			{ RemoveDataFromAllBots: true },
		]) {
			expect([body, (await erase(body)).status]).toEqual([body, 400]);
		}
		expect(await everything()).toEqual(before);
	});
});
