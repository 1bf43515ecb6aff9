/** Every node that is an entry of its own in n8n's node creator, by its name there; a trigger of the same name is part of it. */
const ENTRIES = {
	koda: 'KODA',
	naxon: 'Naxon',
	naxonConversations: 'Naxon Conversation Trigger',
	koreAi: 'Kore.ai',
	koreAiAnalytics: 'Kore.ai Analytics',
	koreAiContactCenter: 'Kore.ai Contact Center',
	koreAiEvents: 'Kore.ai Event Trigger',
	chatBotCom: 'ChatBot.com',
	koopid: 'Koopid',
};

const { koda, naxon, naxonConversations, koreAi, koreAiAnalytics, koreAiContactCenter } = ENTRIES;
const { koreAiEvents, chatBotCom, koopid } = ENTRIES;

const bots = [
	koda,
	naxon,
	naxonConversations,
	koreAi,
	koreAiAnalytics,
	koreAiEvents,
	chatBotCom,
	koopid,
];
const calls = [koda, koreAiContactCenter];
const service = [koda, naxon, koreAi, koreAiContactCenter, chatBotCom, koopid];

/** What people type into the node creator, and the entries that really do such a thing. */
export const SEARCHES: Array<{ typed: string; entries: string[] }> = [
	{ typed: 'chatbot', entries: bots },
	{ typed: 'chat bot', entries: bots },
	{ typed: 'voicebot', entries: calls },
	{ typed: 'voice bot', entries: calls },
	{ typed: 'moderation', entries: [koda, chatBotCom] },
	{ typed: 'moderator', entries: [koda] },
	{ typed: 'live chat', entries: [koda, koreAiContactCenter, koreAiEvents, chatBotCom, koopid] },
	{ typed: 'faq', entries: [koreAi] },
	{ typed: 'knowledge base', entries: [koda, koreAi] },
	{ typed: 'nlu', entries: [koreAi, chatBotCom] },
	{ typed: 'call campaign', entries: calls },
	{ typed: 'outbound call', entries: calls },
	{ typed: 'phone', entries: calls },
	{ typed: 'transcript', entries: [...service, naxonConversations] },
	{ typed: 'keyword', entries: [naxon] },
	{ typed: 'customer support', entries: [...service, naxonConversations, koreAiEvents] },
	{ typed: 'contact center', entries: [koreAiContactCenter, koopid] },
];
