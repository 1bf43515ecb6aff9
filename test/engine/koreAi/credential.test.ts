import axios from 'axios';
import crypto from 'node:crypto';

import { KoreAiApi } from '../../../credentials/KoreAiApi.credentials';
import type { LoggedRequest } from '../../../scripts/sandbox';
import { testCredential } from '../../support/contexts';
import { itemsOf } from '../../../engine/jobs';
import { verifyTokens } from '../../support/jwt';
import {
	BOT,
	BOT_APP,
	errorOf,
	koreAccount,
	pairs,
	SKIP_FAILED,
	useKore,
} from '../../support/koreAi';
import { meet } from '../../support/sandbox';

/** The token in the header `auth`, as jose and the sandbox see it, and the credential's test. */
const { sandbox, run, runToError, sent, onlySent, fault } = useKore();

const STATUS = 'bot.getPublishStatus';
const ADMIN_SECRET = 'admin-secret-of-kore-ai';

afterEach(() => jest.restoreAllMocks());

const itemsUpTo = (count: number) => itemsOf(Array.from({ length: count }, (_, n) => ({ n })));

const tokenOf = ({ headers }: LoggedRequest) => headers.auth;

/** What the requests' tokens say, verified by an independent library. */
const verified = (requests: LoggedRequest[], algorithm = 'HS256') =>
	verifyTokens({ tokens: requests.map(tokenOf), secret: ADMIN_SECRET, algorithm });

describe('the token', () => {
	test.each([
		['HS256', 200],
		['HS512', 40],
	])('%s: each of many calls at once has one of its own', async (algorithm, count) => {
		const begun = Math.floor(Date.now() / 1000);
		const together = Math.min(count - 1, 50);
		await meet(sandbox(), 'kore-ai', STATUS, { count: together, skip: 1 });
		const items = itemsUpTo(count);
		const { error, outputs } = await run(STATUS, {}, { items, account: { algorithm } });
		expect(error).toBeUndefined();
		expect(pairs(outputs[0])).toEqual(items.map((_, index) => index));
		expect((await sandbox().stats()).maxInFlight).toBe(together);

		const requests = await sent();
		expect(requests).toHaveLength(count);
		const ids = new Set<unknown>();
		for (const [index, { header, claims }] of verified(requests, algorithm).entries()) {
			expect(header).toEqual({ alg: algorithm, typ: 'JWT' });
			const { appId, iss, sub, iat, exp, jti, ...rest } = claims;
			expect({ appId, iss, rest }).toEqual({ appId: 'cs-admin', iss: 'cs-admin', rest: {} });
			expect(sub).toBeTruthy();
			expect(Number(iat)).toBeGreaterThanOrEqual(begun);
			expect(Number(iat)).toBeLessThanOrEqual(requests[index].startedAt / 1000);
			expect(exp).toBe(Number(iat) + 1800);
			expect(jti).toMatch(/^\S{16,}$/);
			ids.add(jti);
		}
		expect(ids.size).toBe(count);
	});

	test('is all that authenticates a call', async () => {
		await run(STATUS);
		const { headers, query } = await onlySent();
		const usual = ['accept', 'accept-encoding', 'connection', 'host', 'user-agent'];
		const others = Object.keys(headers).filter((name) => !usual.includes(name));
		expect(others).toEqual(['auth']);
		expect(query).toEqual({});
	});

	test('is another one with every retry after 429', async () => {
		await fault(STATUS, { kind: 'status', status: 429, headers: { 'retry-after': '0' }, count: 3 });
		const { error } = await run(STATUS);
		expect(error).toBeUndefined();
		const requests = await sent();
		expect(requests.map(({ status }) => status)).toEqual([429, 429, 429, 200]);
		const tokens = verified(requests).map(({ claims }) => claims.jti);
		expect(new Set(tokens).size).toBe(4);
	});

	test('is made of client ID and secret without the blanks around them', async () => {
		const account = { clientId: ' cs-admin\n', clientSecret: ` ${ADMIN_SECRET} ` };
		const { error } = await run(STATUS, {}, { account });
		expect(error).toBeUndefined();
	});

	test('is good once: the sandbox refuses it when it comes again', async () => {
		await run(STATUS);
		const request = await onlySent();
		const again = await axios.get(`${sandbox().url}${request.rawUrl}`, {
			headers: { auth: tokenOf(request) },
			proxy: false,
			validateStatus: null,
		});
		expect(again.status).toBe(401);
		const words = 'error verifying the jwt: possibly a replay';
		expect(again.data).toEqual({ errors: [{ msg: words, code: 401 }] });
	});
});

describe('a token that is refused', () => {
	const unknown = /Kore\.ai said: "Invalid SDK credentials"/;
	const refusals: Array<[string, object, RegExp]> = [
		['a wrong secret', { clientSecret: 'wrong-secret-text' }, unknown],
		['an unknown client', { clientId: 'cs-nobody' }, unknown],
		['the secret of another app', { clientSecret: BOT_APP.clientSecret }, unknown],
	];

	test.each(refusals)('%s: what to check', async (_, account, said) => {
		const error = await runToError(STATUS, {}, { account: { ...account } });
		expect(error.message).toBe('Kore.ai did not accept the credential, or not for this [item 0]');
		expect(error.description).toMatch(said);
		expect(error.description).toMatch(/'Client ID', 'Client Secret', 'App Created In'/);
		expect(error).toMatchObject({ httpCode: '401', cause: 'credential-invalid' });
		expect((await onlySent()).status).toBe(401);
	});

	test('one that is too old by the clock of the service', async () => {
		await sandbox().control('clock', { advanceSeconds: 1801 });
		const error = await runToError(STATUS);
		expect(error.description).toContain('Kore.ai said: "error verifying the jwt: jwt expired"');
		expect(error.description).toContain('clock');
		expect(error).toMatchObject({ httpCode: '401', cause: 'credential-invalid' });
	});

	test('one that is on the edge still works', async () => {
		await sandbox().control('clock', { advanceSeconds: 1790 });
		expect((await run(STATUS)).error).toBeUndefined();
	});

	test('one whose jti came before', async () => {
		const jti = '11111111-1111-4111-8111-111111111111';
		jest.spyOn(crypto, 'randomUUID').mockReturnValue(jti);
		const parameters = { requestOptions: { concurrency: 1 } };
		const settings = SKIP_FAILED;
		const { outputs } = await run(STATUS, parameters, { items: itemsUpTo(2), settings });
		expect(outputs[0][0].json.status).toBe('successful');
		const error = errorOf(outputs[0][1]);
		expect(error.message).toContain('[item 1]');
		expect(error.description).toContain(
			'Kore.ai said: "error verifying the jwt: possibly a replay"',
		);
		expect(error).toMatchObject({ httpCode: '401', pairedItem: { item: 1 } });
	});

	test('without On Error the node fails, and names the item', async () => {
		const account = { clientSecret: 'wrong-secret-text' };
		const { error } = await run(STATUS, {}, { account });
		expect(error).toMatchObject({
			message: expect.stringContaining('[item 0]') as string,
			description: expect.stringContaining("'Client Secret'") as string,
			httpCode: '401',
			failure: { cause: 'credential-invalid' },
		});
		expect(error?.context.itemIndex).toBe(0);
	});
});

describe("the credential's test", () => {
	const check = async (changes: Record<string, string> = {}) =>
		await testCredential(new KoreAiApi(), koreAccount(sandbox().url, changes).koreAiApi);

	test.each([
		['the Admin Console: sessions of the account', {}, '/api/public/getSessions'],
		['a bot: sessions of that bot', BOT_APP, `/api/public/bot/${BOT}/getSessions`],
	])('with an app of %s', async (_, changes, path) => {
		await check(changes);
		expect(await onlySent()).toMatchObject({
			method: 'POST',
			path,
			query: {},
			body: { limit: 1 },
			status: 200,
			contractErrors: [],
		});
	});

	test('names the field that an app of a bot lacks, and sends nothing', async () => {
		await expect(check({ ...BOT_APP, defaultBotId: ' ' })).rejects.toThrow(
			"Enter 'Default Bot ID'",
		);
		expect(await sent()).toEqual([]);
	});

	test('signs as chosen', async () => {
		await check({ algorithm: 'HS512' });
		const requests = [await onlySent()];
		expect(verified(requests, 'HS512')).toHaveLength(1);
		expect(() => verified(requests, 'HS256')).toThrow('A token does not hold');
	});

	test.each(['/', '//', ' '])('works with a Base URL that ends in %j', async (ending) => {
		await check({ baseUrl: `${sandbox().url}/kore-ai${ending}` });
		expect((await onlySent()).status).toBe(200);
	});

	test('asks the host that is chosen, whatever Base URL was left behind', async () => {
		await check({ host: `${sandbox().url}/kore-ai`, baseUrl: 'http://127.0.0.1:9' });
		expect((await onlySent()).status).toBe(200);
	});

	test.each([
		['a wrong secret', { clientSecret: 'wrong-secret-text' }, '401'],
		['the bot of another app', { ...BOT_APP, defaultBotId: 'st-nobody' }, '401'],
		[
			'an app of a bot that is said to be of the Admin Console',
			{ ...BOT_APP, createdIn: 'adminConsole' },
			'403',
		],
		['a wrong address', { baseUrl: 'nobody' }, '404'],
	])('refuses %s', async (_, changes: Record<string, string>, httpCode) => {
		const baseUrl = `${sandbox().url}/${changes.baseUrl ?? 'kore-ai'}`;
		await expect(check({ ...changes, baseUrl })).rejects.toMatchObject({ httpCode });
	});

	test('does not follow where another address is pointed to', async () => {
		const headers = { location: `${sandbox().url}/kore-ai/api/public/bots` };
		await fault('session.getAllOfAccount', { kind: 'status', status: 302, headers });
		await expect(check()).rejects.toMatchObject({ httpCode: '302' });
		expect((await onlySent()).operationId).toBe('session.getAllOfAccount');
	});

	test('says for 401 what to look at', () => {
		const [{ type, properties }] = new KoreAiApi().test.rules ?? [];
		expect(type).toBe('responseCode');
		expect(properties).toMatchObject({ value: 401 });
		expect(properties.message).toMatch(/^Kore\.ai does not accept these: .*'Client Secret'.*scope/);
	});

	test('the secret is a password field, and nothing else is', () => {
		const secret = new KoreAiApi().properties.filter(({ typeOptions }) => typeOptions?.password);
		expect(secret.map(({ name }) => name)).toEqual(['clientSecret']);
	});
});
