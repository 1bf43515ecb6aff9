/** A client of the Kore.ai stand-in, and the sandbox that it calls: started before the first test, reset before each. */
import { createHmac, randomUUID } from 'node:crypto';
import axios, { type AxiosRequestConfig } from 'axios';

import { startSandbox, type OwnSandbox } from '../../scripts/sandbox';
import { SEEDED } from '../support/sandboxes';

export const BOT = 'st-11111111-1111-5111-8111-111111111111';
export const SILENT_BOT = 'st-22222222-2222-5222-8222-222222222222';
export const OTHER_BOT = 'st-33333333-3333-5333-8333-333333333333';
export const SECRETS = {
	'cs-admin': 'admin-secret-of-kore-ai',
	'cs-bot': 'bot-secret-of-kore-ai',
	'cs-narrow': 'narrow-secret-of-kore-ai',
};
type App = keyof typeof SECRETS;

/** Six days, within the 30 that have sessions. */
export const DATES = { dateFrom: '2026-01-13', dateTo: '2026-01-18' };

export interface Session {
	sessionId: string;
	botId: string;
	channel: string;
	userId: string;
	start_time: string;
	sessionType: string;
	containmentType: string;
	tags: { userTags: object[]; sessionTags: object[] };
	noOfMessagesExchanged: number;
}

export interface Message {
	_id: string;
	createdOn: string;
	sessionId: string;
	chnl: string;
	ms: number;
	type: string;
	traceId?: string;
	latency?: object;
	author?: object;
}

let sandbox: OwnSandbox;

/** Starts the sandbox for a test file, and sees to it that no answer leaves the contract. */
export function useSandbox(): { control: OwnSandbox['control']; state: OwnSandbox['state'] } {
	beforeAll(async () => {
		sandbox = await startSandbox(...SEEDED);
	});

	afterAll(async () => {
		await sandbox.stop();
	});

	beforeEach(async () => {
		await sandbox.control('reset');
	});

	afterEach(async () => {
		const requests = await sandbox.requests('kore-ai');
		const breaches = requests.flatMap(({ contractErrors }) => contractErrors);
		expect(breaches.filter((breach) => breach.startsWith('response'))).toEqual([]);
	});

	return {
		control: async (command, body) => await sandbox.control(command, body),
		state: async (vendor) => await sandbox.state(vendor),
	};
}

export const seconds = () => Math.floor(Date.now() / 1000);

/** What a token has to say, good for five minutes. */
export const claimsOf = (appId: string) => ({
	appId,
	sub: appId,
	iss: appId,
	iat: seconds(),
	exp: seconds() + 300,
	jti: randomUUID(),
});

/** Signed by hand: the sandbox checks with jose, which Jest cannot load. */
export function sign(claims: object, secret: string, alg = 'HS256'): string {
	const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
	const head = `${encode({ alg, typ: 'JWT' })}.${encode(claims)}`;
	const hash = createHmac(alg === 'HS512' ? 'sha512' : 'sha256', secret);
	return `${head}.${hash.update(head).digest('base64url')}`;
}

/** A token that an app would make. */
export const tokenOf = (app: App) => sign(claimsOf(app), SECRETS[app]);

/** Any request; no status is an error. */
export const request = async (config: AxiosRequestConfig) =>
	await axios.request({
		baseURL: `${sandbox.url}/kore-ai`,
		validateStatus: () => true,
		proxy: false,
		...config,
	});

export const get = async (url: string, params: object = {}, app: App = 'cs-admin') =>
	await request({ url, params, headers: { auth: tokenOf(app) } });

export const post = async (
	url: string,
	data?: object,
	app: App = 'cs-admin',
	params: object = {},
) => await request({ method: 'POST', url, data, params, headers: { auth: tokenOf(app) } });

/** Sessions of a bot. */
export async function sessionsOf(body: object, params: object = {}): Promise<Session[]> {
	const { data } = await post(`/api/public/bot/${BOT}/getSessions`, body, 'cs-admin', params);
	return data.sessions;
}

/** Messages of a bot; `version` is empty or V2. */
export async function messagesOf(body: object, version = ''): Promise<Message[]> {
	const answer = await post(`/api/public/bot/${BOT}/getMessages${version}`, body);
	return answer.data.messages;
}
