import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { BOT, byId } from '../../../engine/jobs';
import { choices, fromItems } from '../kodaCampaign';
import { article, mirror } from '../kodaDocuments';
import { ANALYTICS_POST, PLAIN_GETS, RANGED_GETS, STATISTICS } from '../koopid';
import { BOT_APP, ITEM, MINIMAL } from '../koreAi';

/** An operation of a node with parameters that are good, and the calls that it makes. */
export interface AnswerJob {
	/** As the editor has it: resource and operation. */
	id: string;
	parameters: INodeParameters;
	item?: INodeExecutionData;
	/** Changes of the credential. */
	account?: object;
	/** Operations of the contract. */
	uses: string[];
	/** Rows of lists in the place of the sample's, made from them. */
	rows?: Record<string, (rows: unknown[]) => unknown[]>;
	/** Answers in the place of samples. */
	answers?: Record<string, unknown>;
	/** Whether its output is made of answers in a way of its own, or it makes several calls. */
	derived?: true;
	/** Whether it reads a list for one row of it. */
	findsOne?: true;
	/** Operations that must not be called, whatever the answers, as long as nothing is left out of them. */
	never?: string[];
}

const UUID = '3337eb37-9c70-4e88-a173-21372501d7ee';
const ID = '5b07fd67c2376e30306d9b0d';
const all = { returnAll: true };
const chat = { chat: byId('4100000000') };
const text = { title: 'Product Documentation', content: 'This is the content.' };
const file: INodeExecutionData = {
	json: {},
	binary: { data: { data: 'aGVsbG8=', mimeType: 'image/png', fileName: 'photo.png' } },
};

const ewa: INodeExecutionData = { json: { phone: '600 000 001', first_name: 'Ewa' } };

/** What KODA would say of the campaign of `fromItems` with that row. */
const theCampaign = {
	meta: { status: 200 },
	response: {
		name: 'Win-back',
		calls: [
			{
				attempts_left: 3,
				phone_number: '+48600000001',
				custom_data: { first_name: 'Ewa' },
				calling_status: 'waiting',
			},
		],
	},
};

const help: INodeExecutionData = {
	json: { id: 'a-1', title: 'A', content: 'Text', category: 'faq', tags: [] },
};

const created = {
	doc_id: UUID,
	title: 'A',
	content: 'Text',
	meta: { external_id: 'a-1', source_url: 'https://example.com/help' },
	created_at: '2019-08-24T14:15:22Z',
	updated_at: '2019-08-24T14:15:22Z',
};

const page = { url: 'https://example.com/help', title: 'Help' };

/** Rows of which the last is changed. */
const lastOne = (change: object) => (rows: unknown[]) =>
	rows.map((row, index) => (index === rows.length - 1 ? { ...(row as object), ...change } : row));

/** As many rows, each with its metadata. */
const withMeta =
	(...metas: object[]) =>
	(rows: unknown[]) =>
		metas.map((meta, index) => ({ ...(rows[index] as object), meta }));

/** An operation that makes one call, of its own name. */
const one = (id: string, parameters: INodeParameters = {}, more: object = {}): AnswerJob => ({
	id,
	parameters,
	uses: [id],
	...more,
});

const koda: AnswerJob[] = [
	one('callList.getAll', all),
	// The sample's own campaign is of 2014.
	one('callList.create', {
		...choices,
		campaignStart: '2099-01-05T14:30:00',
		additionalFields: { reportVars: ['var_1'] },
	}),
	one('callList.get', { callList: byId(UUID) }),
	one('callList.resume', { callList: byId(UUID) }),
	one('callList.pause', { callList: byId(UUID) }),
	one('chat.getAll', all),
	one('chat.get', { ...chat, ...all }),
	one('chat.enableModeratorMode', chat),
	one('chat.disableModeratorMode', { ...chat, options: { message: 'Bye', quiet: false } }),
	one('chat.sendModeratorMessage', { ...chat, message: 'Hello' }),
	one('chat.sendFile', { ...chat, sendAs: 'image' }, { item: file }),
	one('chat.sendBlock', { ...chat, block: byId(UUID) }),
	one('document.search', { search: 'password' }),
	one('document.create', text),
	one('document.parseUrl', { url: 'https://example.com/help' }),
	one('document.get', { document: byId(UUID) }),
	one('document.update', { ...text, document: byId(UUID) }),
	one('document.delete', { document: byId(UUID) }),
	one('callList.getReport', { callList: byId(UUID) }, { uses: ['callList.get'], derived: true }),
	one('callList.createFromItems', fromItems, {
		item: ewa,
		derived: true,
		uses: ['callList.getAll', 'callList.create'],
	}),
	// The campaign is there already, on the second page.
	one('callList.createFromItems', fromItems, {
		item: ewa,
		derived: true,
		uses: ['callList.getAll', 'callList.get'],
		rows: { 'callList.getAll': lastOne({ name: 'Win-back' }) },
		answers: { 'callList.get': theCampaign },
		never: ['callList.create'],
	}),
	one(
		'chat.replyAsModerator',
		{ chat: byId('strin1'), message: 'Hello', handBack: true },
		{
			derived: true,
			findsOne: true,
			rows: {
				'chat.getAll': (rows: unknown[]) =>
					rows.map((row) => ({ ...(row as object), moderator_mode: false })),
			},
			uses: [
				'chat.getAll',
				'chat.enableModeratorMode',
				'chat.sendModeratorMessage',
				'chat.disableModeratorMode',
			],
		},
	),
	one('document.upsert', article, {
		item: help,
		derived: true,
		uses: ['document.search', 'document.create'],
		rows: { 'document.search': () => [] },
		answers: { 'document.create': created },
		never: ['document.update'],
	}),
	one('document.upsert', article, {
		item: help,
		derived: true,
		uses: ['document.search', 'document.update'],
		rows: { 'document.search': withMeta({ external_id: 'a-1' }) },
		never: ['document.create'],
	}),
	one('document.createFromUrl', page, {
		derived: true,
		uses: ['document.parseUrl', 'document.search', 'document.create'],
		rows: { 'document.search': () => [] },
		answers: { 'document.create': created },
		never: ['document.update'],
	}),
	one('document.createFromUrl', page, {
		derived: true,
		uses: ['document.parseUrl', 'document.search', 'document.update'],
		rows: { 'document.search': withMeta({ source_url: page.url }) },
		never: ['document.create'],
	}),
	one('document.sync', mirror, {
		item: help,
		derived: true,
		uses: ['document.search', 'document.create'],
		rows: { 'document.search': () => [] },
		answers: { 'document.create': created },
		never: ['document.delete', 'document.update'],
	}),
	one('document.sync', mirror, {
		item: help,
		derived: true,
		uses: ['document.search', 'document.update', 'document.delete'],
		rows: {
			'document.search': withMeta(
				{ external_id: 'a-1', sync_group: 'help', sync_part: '0' },
				{ external_id: 'a-2', sync_group: 'help', sync_part: '0' },
			),
		},
		never: ['document.create'],
	}),
];

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
	one('segment.getAll'),
	one('segment.create', { name: 'Leads' }),
	one('segment.addUsers', { segments: [ID], users: [ID] }),
	one('segment.update', { segment: byId(ID), name: 'Leads' }),
	one('segment.delete', { segment: byId(ID) }),
	one('session.updateAttributes', { sessionId: UUID, ...attributes }),
	one('conversation.sendQuery', { sessionId: UUID, query: 'hello' }),
	one('story.getAll', all),
	one('story.get', { story: byId(ID) }),
	one('entity.getAll', all),
	one('entity.create', { name: 'movies', ...entries }),
	one('entity.get', { entity: byId(ID) }),
	one('entity.update', { entity: byId(ID), name: 'movies', ...entries }),
	one('chat.getAll', all),
	one('chat.get', { chat: byId(ID) }),
	one('training.getAll', all),
	one('training.train', { story: byId(ID), targetId: UUID, items: [ID] }),
	...['report.getConversations', 'report.getPaidConversations'].flatMap((id) =>
		['series', 'summary', 'everything'].map((what) => one(id, { return: what })),
	),
];

const kore = (id: string, parameters: INodeParameters = {}, more: object = {}) =>
	one(id, { ...MINIMAL[id], ...parameters }, more);
const week = { from: '2023-05-15T00:00:00Z', to: '2023-05-20T00:00:00Z' };
const lately = { ...all, filters: week };

const koreAi: AnswerJob[] = [
	kore('session.getAll', lately),
	kore('session.getAll', { ...lately, scope: 'account' }, { uses: ['session.getAllOfAccount'] }),
	kore('message.getAll', lately, { uses: ['message.getAllV2'] }),
	kore('message.getAll', { ...lately, version: 'v1' }),
	kore('message.getAll', { ...lately, scope: 'account' }, { uses: ['message.getAllOfAccount'] }),
	kore('debugLog.getAll', all, { account: BOT_APP }),
	kore('user.getAll', all),
	kore('bot.getAll', all),
	kore('bot.publish'),
	kore('bot.getPublishStatus'),
	kore('bot.import'),
	kore('bot.getImportStatus'),
	kore('bot.uploadFile', {}, { item: ITEM }),
	kore('customerData.delete'),
	kore('customerData.getDeletionStatus'),
];

const koopid: AnswerJob[] = [...STATISTICS, ...RANGED_GETS, ...PLAIN_GETS, ANALYTICS_POST].map(
	([id, , parameters]) => one(id, parameters),
);

/** What every node of the pack has to do with the vendor of a contract. */
export const JOBS: Record<string, { node: string; credential: string; jobs: AnswerJob[] }> = {
	koda: { node: 'koda', credential: 'kodaOAuth2Api', jobs: koda.map(ofBot) },
	naxon: { node: 'naxon', credential: 'naxonApi', jobs: naxon },
	'chatbot-com': { node: 'chatBotCom', credential: 'chatBotComApi', jobs: chatBotCom },
	'kore-ai': { node: 'koreAi', credential: 'koreAiApi', jobs: koreAi },
	koopid: { node: 'koopid', credential: 'koopidApi', jobs: koopid },
};

function ofBot(job: AnswerJob): AnswerJob {
	return { ...job, parameters: { bot: byId(BOT), ...job.parameters } };
}
