import { DateTime } from 'luxon';
import { BOT, byId } from '../../../engine/jobs';
import type { Playground } from '../../../scripts/n8n/playground';
import { KodaColleague } from './koda';

type Item = Record<string, unknown>;

/** An event of a trigger that is polled, and what tells its items apart. */
export interface Watched {
	node: string;
	credential: string;
	event: string;
	parameters?: Record<string, unknown>;
	keyOf: (item: Item) => string;
}

const koda = {
	node: 'kodaTrigger',
	credential: 'kodaOAuth2Api',
	parameters: { bot: byId(BOT), includeModerator: true },
};
const naxon = { node: 'naxonConversationTrigger', credential: 'naxonApi' };
const koreAi = { node: 'koreAiTrigger', credential: 'koreAiApi' };

/** Every event but those of what has to be begun first (an import, a test run, a training), and Kore.ai's Unhandled Utterance, which wants an app of the bot. */
export const WATCHED: Watched[] = [
	{ ...koda, event: 'newChatMessage', keyOf: ({ text }) => String(text) },
	{
		...koda,
		event: 'moderatorModeSwitchedOn',
		keyOf: ({ platform_user_id: id }) => String(id),
	},
	{ ...koda, event: 'callFinished', keyOf: ({ phone_number: number }) => String(number) },
	{ ...koda, event: 'callListFinished', keyOf: ({ name }) => String(name) },
	{ ...naxon, event: 'newConversation', keyOf: ({ id }) => String(id) },
	{
		...naxon,
		event: 'updatedConversation',
		keyOf: ({ id, updated_at: at }) => `${id} ${DateTime.fromISO(String(at)).toMillis()}`,
	},
	{ ...naxon, event: 'newMessage', keyOf: ({ id }) => String(id) },
	{ ...koreAi, event: 'sessionStarted', keyOf: ({ sessionId }) => String(sessionId) },
	{ ...koreAi, event: 'sessionClosed', keyOf: ({ sessionId }) => String(sessionId) },
	{ ...koreAi, event: 'newMessage', keyOf: ({ messageId }) => String(messageId) },
	{ ...koreAi, event: 'publishFinished', keyOf: ({ jobId }) => String(jobId) },
	{ ...koreAi, event: 'campaignFinished', keyOf: ({ campaignId }) => String(campaignId) },
	{
		...koreAi,
		event: 'contactCalled',
		keyOf: ({ campaignId, phoneNumber }) => `${campaignId} ${phoneNumber}`,
	},
	{ ...koreAi, event: 'interactionFinished', keyOf: ({ sessionId }) => String(sessionId) },
	{ ...koreAi, event: 'feedbackGiven', keyOf: ({ id }) => String(id) },
	{ ...koreAi, event: 'auditLogEntry', keyOf: ({ AuditLogId: id }) => String(id) },
	{ ...koreAi, event: 'changeLogEntry', keyOf: ({ _id: id }) => String(id) },
];

/** Keys of what happened, by node and event. */
export type Happened = Map<string, string[]>;

export const nameOf = ({ node, event }: Pick<Watched, 'node' | 'event'>) => `${node} ${event}`;

interface NaxonState {
	conversations: Array<{ id: number; updatedAt: number; messages: Array<{ id: number }> }>;
}

interface Row {
	id: string;
}

interface KoreState {
	sessions: Array<Row & { isActive: boolean; messages: Row[] }>;
	publishings: Row[];
	campaigns: Array<
		Row & { startedAt?: number; stoppedAt?: number; dialing: Array<{ phoneNumber: string }> }
	>;
	analytics: { feedback: Row[]; audits: Row[]; changes: Row[] };
}

const idsOf = (rows: Row[]) => rows.map(({ id }) => id);

/** The entries of `after` that `before` has not. */
const added = (before: string[], after: string[]) =>
	after.filter((entry) => !before.includes(entry));

const naxonKeys = ({ conversations }: NaxonState): Record<string, string[]> => ({
	newConversation: conversations.map(({ id }) => String(id)),
	updatedConversation: conversations.map(({ id, updatedAt }) => `${id} ${updatedAt}`),
	newMessage: conversations.flatMap(({ messages }) => messages.map(({ id }) => String(id))),
});

function koreKeys({ sessions, publishings, campaigns, analytics }: KoreState) {
	const closed = idsOf(sessions.filter(({ isActive }) => !isActive));
	const keys: Record<string, string[]> = {
		sessionStarted: idsOf(sessions),
		sessionClosed: closed,
		newMessage: sessions.flatMap(({ messages }) => idsOf(messages)),
		publishFinished: idsOf(publishings),
		campaignFinished: idsOf(campaigns),
		contactCalled: campaigns.flatMap(({ id, dialing }) =>
			dialing.map(({ phoneNumber }) => `${id} ${phoneNumber}`),
		),
		interactionFinished: closed,
		feedbackGiven: idsOf(analytics.feedback),
		auditLogEntry: idsOf(analytics.audits),
		changeLogEntry: idsOf(analytics.changes),
	};
	return keys;
}

/** Lets something happen at each service, which a service's state then tells. */
export class World {
	private round = 0;

	private constructor(
		private readonly playground: Playground,
		private readonly colleague: KodaColleague,
	) {}

	static async open(playground: Playground): Promise<World> {
		// The services' clock may be ahead, and they show nothing that is still to come.
		const { sandbox } = playground;
		const { now } = await sandbox.control<{ now: string }>('clock', { advanceSeconds: 0 });
		const ahead = (Date.parse(now) - Date.now()) / 1000;
		await sandbox.control('clock', { advanceSeconds: -ahead });
		// What was over by that clock would else be over once more.
		const { campaigns } = await sandbox.state<KoreState>('kore-ai');
		const running = campaigns.filter(({ startedAt, stoppedAt }) => startedAt && !stoppedAt);
		for (const { id: campaign } of running) {
			await sandbox.control('seed', { vendor: 'kore-ai', at: 'now', campaign, finish: true });
		}
		return new World(playground, await KodaColleague.signIn(playground));
	}

	/** Everything that the triggers watch for happens; `more` may add to it. Answers the keys. */
	async happen(more?: () => Promise<unknown>): Promise<Happened> {
		const { sandbox } = this.playground;
		this.round += 1;
		const name = `Campaign of round ${this.round}`;
		const numbers = [1, 2, 3].map((number) => `+4870000${this.round}00${number}`);
		const keys = async () => ({
			naxonConversationTrigger: naxonKeys(await sandbox.state<NaxonState>('naxon')),
			koreAiTrigger: koreKeys(await sandbox.state<KoreState>('kore-ai')),
		});
		const before = await keys();
		const kodaTrigger = {
			newChatMessage: await this.colleague.messages(5),
			moderatorModeSwitchedOn: await this.colleague.takeOver(2),
			callFinished: numbers,
			callListFinished: [name],
		};
		await this.colleague.call(name, numbers);
		const at = 'now';
		await sandbox.control('seed', { vendor: 'naxon', at, conversations: 2 });
		await sandbox.control('seed', {
			vendor: 'naxon',
			at,
			messages: 3,
			within: [1000 + this.round],
		});
		await sandbox.control('seed', {
			vendor: 'kore-ai',
			at,
			...{ sessions: 2, messages: 4, close: true },
			...{ finishedCampaigns: 1, calls: 3 },
			...{ feedback: 2, audits: 2, changes: 2 },
		});
		await more?.();
		const after = await keys();
		const happened = WATCHED.map((watched): [string, string[]] => {
			const { node, event } = watched;
			if (node === koda.node) {
				return [nameOf(watched), kodaTrigger[event as keyof typeof kodaTrigger]];
			}
			const of = node as keyof typeof before;
			return [nameOf(watched), added(before[of][event], after[of][event])];
		});
		return new Map(happened);
	}
}
