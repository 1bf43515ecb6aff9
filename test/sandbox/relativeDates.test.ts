/** The data of a sandbox that is told no date: of the last days, up to now. */
import { startSandbox, type OwnSandbox } from '../../scripts/sandbox';
import { expectEach } from '../support/each';

const DAY = 86_400_000;
const WEEK = 7 * DAY;

let sandbox: OwnSandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});

afterAll(async () => {
	await sandbox.stop();
});

interface States {
	koda: {
		callLists: Array<{ createdAt: number }>;
		chats: Array<{ entries: Array<{ date: number }> }>;
	};
	naxon: {
		conversations: Array<{ createdAt: number; updatedAt: number }>;
	};
	koopid: { messages: Array<{ time: number }> };
	'chatbot-com': {
		users: Array<{ createdAt: number; lastSeen: number }>;
		chats: Array<{ createdAt: number }>;
		phrases: Array<{ date: number }>;
	};
	'kore-ai': { sessions: Array<{ botId: string; start: number; end: number }> };
}

/** Every kind of dated row, and its times in milliseconds since 1970. */
async function times(): Promise<Array<[string, number[]]>> {
	const of = async <Name extends keyof States>(name: Name) =>
		await sandbox.state<States[Name]>(name);
	const [koda, naxon, koopid, chatBot, kore] = [
		await of('koda'),
		await of('naxon'),
		await of('koopid'),
		await of('chatbot-com'),
		await of('kore-ai'),
	];
	const bots = [...new Set(kore.sessions.map(({ botId }) => botId))];
	return [
		['call lists of KODA', koda.callLists.map(({ createdAt }) => createdAt)],
		['chats of KODA', koda.chats.flatMap(({ entries }) => entries.map(({ date }) => date * 1000))],
		[
			'conversations of Naxon',
			naxon.conversations.flatMap(({ createdAt, updatedAt }) => [createdAt, updatedAt]),
		],
		['messages of Koopid', koopid.messages.map(({ time }) => time)],
		[
			'users of ChatBot.com',
			chatBot.users.flatMap(({ createdAt, lastSeen }) => [createdAt, lastSeen]),
		],
		['chats of ChatBot.com', chatBot.chats.map(({ createdAt }) => createdAt)],
		['phrases of ChatBot.com', chatBot.phrases.map(({ date }) => date)],
		...bots.map((bot): [string, number[]] => {
			const sessions = kore.sessions.filter(({ botId }) => botId === bot);
			return [`sessions of ${bot}`, sessions.flatMap(({ start, end }) => [start, end])];
		}),
	];
}

it('the last seven days are never empty, and nothing is still to come', async () => {
	const now = Date.now();
	await expectEach(await times(), ([, dates]) => {
		expect(dates.length).toBeGreaterThan(0);
		expect(dates.filter((date) => !(date <= now))).toEqual([]);
		expect(dates.filter((date) => date >= now - WEEK).length).toBeGreaterThan(0);
	});
});
