import { byId } from '../../../engine/jobs';
import { ANALYTICS_POST, PLAIN_GETS, RANGED_GETS, STATISTICS } from '../koopid';
import { all, one, type AnswerJob } from './job';
import { koda } from './kodaJobs';
import { koreAi } from './koreAiJobs';

const UUID = '3337eb37-9c70-4e88-a173-21372501d7ee';
const ID = '5b07fd67c2376e30306d9b0d';

const naxon: AnswerJob[] = [
	one('model.getAll', all),
	one('model.get', { model: byId(123) }),
	one('conversation.getAll', all),
	one(
		'conversation.getAll',
		{ ...all, model: byId(123) },
		{ uses: ['conversation.getAllOfModel'] },
	),
	one('conversation.get', { conversation: byId(123) }),
	one('message.getAll', { ...all, conversation: byId(123) }),
];

const attributes = { attributes: { default_name: 'Ann', default_email: 'ann@example.com' } };
const entries = {
	specifyEntries: 'fields',
	entries: { entry: [{ value: 'Star Wars', synonyms: ['SW'] }] },
};

const chatBotCom: AnswerJob[] = [
	one('user.getAll', all),
	one('user.create', { userId: 'crm-42', ...attributes }),
	one('user.export'),
	one('user.get', { user: byId(ID) }),
	one('user.update', { user: byId(ID), ...attributes }),
	one('user.ban', { user: byId(ID) }),
	one('user.addToSegments', { user: byId(ID), segments: [ID] }),
	one('user.replaceSegments', { user: byId(ID), segments: [ID] }),
	one('segment.getAll'),
	one('segment.create', { name: 'Leads' }),
	one('segment.addUsers', { segments: [ID], users: [ID] }),
	one('segment.update', { segment: byId(ID), name: 'Leads' }),
	one('segment.delete', { segment: byId(ID) }),
	one('session.updateAttributes', { sessionId: UUID, ...attributes }),
	one('conversation.sendQuery', { sessionId: UUID, query: 'hello' }),
	one('story.getAll', all),
	one('story.get', { story: byId(ID) }),
	one('interaction.getAll', { story: byId(ID), ...all }),
	one('interaction.get', { story: byId(ID), interactionId: ID }),
	one('interaction.getWelcome', { story: byId(ID) }),
	one('interaction.updateWelcome', { story: byId(ID), enabled: true }),
	one('interaction.getFallback', { story: byId(ID) }),
	one('entity.getAll', all),
	one('entity.create', { name: 'movies', ...entries }),
	one('entity.get', { entity: byId(ID) }),
	one('entity.update', { entity: byId(ID), name: 'movies', ...entries }),
	one('chat.getAll', all),
	one('chat.get', { chat: byId(ID) }),
	one('training.getAll', all),
	one('training.delete', { items: [ID] }),
	one('training.train', { story: byId(ID), targetId: UUID, items: [ID] }),
	one('webhook.getAll', all),
	one('webhook.get', { webhook: byId(ID) }),
	one('webhook.create', { name: 'n8n', url: 'https://n8n.example.com/webhook/3f2c' }),
	one(
		'webhook.update',
		{ webhook: byId(ID), updateFields: { name: 'n8n' } },
		{ uses: ['webhook.get', 'webhook.update'] },
	),
	one('webhook.delete', { webhook: byId(ID), confirmation: 'DELETE' }),
	...['report.getConversations', 'report.getPaidConversations'].flatMap((id) =>
		['series', 'summary', 'everything'].map((what) => one(id, { return: what })),
	),
];

const koopid: AnswerJob[] = [...STATISTICS, ...RANGED_GETS, ...PLAIN_GETS, ANALYTICS_POST].map(
	([id, , parameters]) => one(id, parameters),
);

/** What every node of the pack has to do with the vendor of a contract. */
export const JOBS: Record<string, { node: string; credential: string; jobs: AnswerJob[] }> = {
	koda: { node: 'koda', credential: 'kodaOAuth2Api', jobs: koda },
	naxon: { node: 'naxon', credential: 'naxonApi', jobs: naxon },
	'chatbot-com': { node: 'chatBotCom', credential: 'chatBotComApi', jobs: chatBotCom },
	'kore-ai': { node: 'koreAi', credential: 'koreAiApi', jobs: koreAi },
	koopid: { node: 'koopid', credential: 'koopidApi', jobs: koopid },
};

/** The node that has an operation of a vendor. */
export const nodeOf = (vendor: string, { node }: AnswerJob) => node ?? JOBS[vendor].node;
