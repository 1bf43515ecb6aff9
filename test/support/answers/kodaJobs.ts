import type { INodeExecutionData } from 'n8n-workflow';

import { BOT, byId } from '../../../engine/jobs';
import { choices, fromItems } from '../kodaCampaign';
import { article, mirror } from '../kodaDocuments';
import { all, lastOne, one, without, type AnswerJob } from './job';

const UUID = '3337eb37-9c70-4e88-a173-21372501d7ee';
/** What the sample of creating a call list names, and a document that another run created. */
const OWN_LIST = 'f8bec356-47f7-4b66-97fa-55ac21366bbc';
const ID_OF_TWIN = '11111111-9c70-4e88-a173-21372501d7ee';
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

/** Shows what was created, and what another run had created meanwhile. */
const withTwin: AnswerJob['grown'] = {
	'document.search': (rows, made) => {
		const call = made('document.create');
		if (!call) return rows;
		const { metadata: meta } = call.body as { metadata: object };
		const all = [
			{ ...created, meta },
			{ ...created, meta, doc_id: ID_OF_TWIN, created_at: '2019-08-24T14:15:21Z' },
		];
		return without(all, made('document.delete'), 'doc_id');
	},
};

/** Shows the call list of the run, and the same that another run made before. */
const withTwinList: AnswerJob['grown'] = {
	'callList.getAll': (rows, made) => {
		const [row] = rows as object[];
		const twin = { ...row, name: 'Win-back' };
		return made('callList.create')
			? [
					{ ...twin, id: OWN_LIST, created_at: '2021-10-05 18:20:34' },
					{ ...twin, id: ID_OF_TWIN, created_at: '2021-10-05 18:20:33' },
					...rows,
				]
			: rows;
	},
};

const page = { url: 'https://example.com/help', title: 'Help' };

/** As many rows, each with its metadata. */
const withMeta =
	(...metas: object[]) =>
	(rows: unknown[]) =>
		metas.map((meta, index) => ({ ...(rows[index] as object), meta }));

const ofAnyBot: AnswerJob[] = [
	one('callList.getAll', all),
	// The sample's own campaign is of 2014.
	one('callList.create', {
		...choices,
		campaignStart: '2099-01-05T14:30:00',
		options: { reportVars: ['var_1'] },
		schedule: {},
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
	...['summary', 'html'].map((what) =>
		one(
			'callList.getReport',
			{ callList: byId(UUID), return: what },
			{ uses: ['callList.get'], derived: true },
		),
	),
	one('callList.createFromItems', fromItems, {
		item: ewa,
		derived: true,
		uses: ['callList.getAll', 'callList.create'],
	}),
	// Another n8n made the same before this one did.
	one('callList.createFromItems', fromItems, {
		item: ewa,
		derived: true,
		uses: ['callList.getAll', 'callList.get', 'callList.pause'],
		after: ['callList.get'],
		grown: withTwinList,
		answers: { 'callList.get': theCampaign },
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
	one(
		'chat.replyAsModerator',
		{
			chat: byId('strin1'),
			message: 'Hello',
			sendFile: true,
			sendAs: 'image',
			takeOver: 'never',
			options: { skipIfSentWithin: 60 },
		},
		{
			item: file,
			derived: true,
			uses: ['chat.get', 'chat.sendModeratorMessage', 'chat.sendFile'],
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
	// Another n8n made the same before this one did.
	one('document.upsert', article, {
		item: help,
		derived: true,
		uses: ['document.search', 'document.delete'],
		rows: { 'document.search': () => [] },
		grown: withTwin,
		lookedUp: ['document.create', 'document.delete'],
		answers: { 'document.create': created },
		never: ['document.update'],
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
	// Another n8n made the same before this one did.
	one('document.createFromUrl', page, {
		derived: true,
		uses: ['document.delete'],
		rows: { 'document.search': () => [] },
		grown: withTwin,
		lookedUp: ['document.create', 'document.delete'],
		answers: { 'document.create': created },
		never: ['document.update'],
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

/** What KODA's node does, of one bot. */
export const koda = ofAnyBot.map(
	(job): AnswerJob => ({ ...job, parameters: { bot: byId(BOT), ...job.parameters } }),
);
