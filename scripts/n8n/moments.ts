/** An order to the sandbox's control API that lets something happen which a trigger starts on. */
export interface Moment {
	/** What happens, and the trigger that starts on it. */
	what: string;
	trigger: string;
	command: 'seed' | 'webhook';
	body: Record<string, unknown>;
}

const BOT = 'st-11111111-1111-5111-8111-111111111111';

/** The production URL that the editor shows for Naxon Trigger. */
const NAXON_URL = '<production URL of the trigger>';
/** The ID of the webhook that ChatBot.com Trigger added. */
const WEBHOOK_ID = '<ID from GET /__sandbox/state/chatbot-com, webhooks>';

/** One for each event that nobody else lets happen; what an operation does itself, such as a publish, is left out. */
export const moments: Moment[] = [
	{
		what: 'a message in a chat of KODA',
		trigger: 'KODA Trigger',
		command: 'seed',
		body: { vendor: 'koda', newMessages: 1 },
	},
	{
		what: 'a finished call list of KODA with two calls',
		trigger: 'KODA Trigger',
		command: 'seed',
		body: { vendor: 'koda', finishedCalls: 2 },
	},
	{
		what: 'a conversation at Naxon',
		trigger: 'Naxon Conversation Trigger',
		command: 'seed',
		body: { vendor: 'naxon', at: 'now', conversations: 1 },
	},
	{
		what: 'a message in the last conversation at Naxon',
		trigger: 'Naxon Conversation Trigger',
		command: 'seed',
		body: { vendor: 'naxon', at: 'now', messages: 1 },
	},
	{
		what: 'a keyword that Naxon finds',
		trigger: 'Naxon Trigger',
		command: 'webhook',
		body: { vendor: 'naxon', url: NAXON_URL },
	},
	{
		what: 'a session of a Kore.ai bot with two messages',
		trigger: 'Kore.ai Trigger',
		command: 'seed',
		body: { vendor: 'kore-ai', at: 'now', sessions: 1, messages: 2 },
	},
	{
		what: 'the end of the last session of a Kore.ai bot',
		trigger: 'Kore.ai Trigger',
		command: 'seed',
		body: { vendor: 'kore-ai', at: 'now', close: true },
	},
	{
		what: 'a finished interaction of the contact center of Kore.ai',
		trigger: 'Kore.ai Trigger',
		command: 'seed',
		body: { vendor: 'kore-ai', at: 'now', sessions: 1, messages: 2, handedOver: true, close: true },
	},
	{
		what: 'a completed campaign of Kore.ai with two contacts called',
		trigger: 'Kore.ai Trigger',
		command: 'seed',
		body: { vendor: 'kore-ai', at: 'now', finishedCampaigns: 1, calls: 2 },
	},
	{
		what: 'an answer to a survey of a Kore.ai bot, an entry of its change log and one of the audit log',
		trigger: 'Kore.ai Trigger',
		command: 'seed',
		body: { vendor: 'kore-ai', at: 'now', feedback: 1, changes: 1, audits: 1 },
	},
	{
		what: 'an event of a Kore.ai bot that was published after the workflow',
		trigger: 'Kore.ai Event Trigger',
		command: 'webhook',
		body: { vendor: 'kore-ai', to: BOT, event: 'on_event' },
	},
	{
		what: 'a webhook block that a conversation of ChatBot.com reaches',
		trigger: 'ChatBot.com Trigger',
		command: 'webhook',
		body: { vendor: 'chatbot-com', to: WEBHOOK_ID },
	},
];

/** How each is ordered from a shell, at the sandbox with this address. */
export const momentLines = (sandboxUrl: string): string[] =>
	moments.flatMap(({ what, trigger, command, body }) => [
		`  ${what} (${trigger})`,
		`    curl --json '${JSON.stringify(body)}' ${sandboxUrl}/__sandbox/${command}`,
	]);
