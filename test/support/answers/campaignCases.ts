import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { koreFromItems, koreSmsFromItems } from '../koreFromItems';
import { lastOne, without } from './job';
import { samplesOf } from './samples';
import type { Given, Heard } from './vendor';

type Row = Record<string, unknown>;

const samples = samplesOf('kore-ai');

/** What is in the envelope of a sample. */
const dataOf = (id: string) => (samples.get(id)!.answer as { data: Row }).data;

const EARLIER = '2020-01-01T00:00:00.000Z';
const NUMBER = '48600000001';
const NAME = 'Win-back';

const item: INodeExecutionData = { json: { phone: '600 000 001' } };
const once: INodeParameters = { waitInterval: 1, waitLimit: 3 };
const voice: INodeParameters = { ...koreFromItems, ...once };
const sms: INodeParameters = { ...koreSmsFromItems, ...once };

/** A contact list, and a campaign, that were made for the rows before the run. */
const theList = { _id: 'cl-earlier', name: NAME, createdAt: EARLIER, totalRecordCount: 1 };
const theCampaign = {
	...{ _id: 'cd-earlier', name: NAME, createdAt: EARLIER, contactLists: [NAME] },
	...{ dialingMode: 'Agentless', dncLists: { name: 'Do Not Call' } },
};

/** The contact list that the run makes, and the campaign, as lists show them. */
const ownList = { ...dataOf('contactList.create'), name: NAME };
const { id: ownId, createdAt } = dataOf('campaign.create');
const campaignOf = ({ body }: Heard): Row => ({
	...(body as Row),
	...{ _id: ownId, status: 'Preparing', createdAt },
});

const isFilled = {
	'contactList.get': {
		status: 'success',
		message: '',
		data: { ...dataOf('contactList.get'), totalRecordCount: 1 },
	},
};

/** The number of the item alone is on the list. */
const onList = () => [{ _id: 'cc-1', phoneNumber: NUMBER }];

/** Nobody is on a list before somebody is added. */
const empty = { 'contactList.getContacts': () => [] };

/** Lists that show what the run has made, and before it what another run made meanwhile. */
const growing = (twins: { campaign?: Row; list?: Row } = {}): Given['grown'] => ({
	'contactList.getAll': (rows, made) => {
		if (!made('contactList.create')) return rows;
		const all = [...rows, ...[twins.list ?? []].flat(), ownList];
		return without(all, made('contactList.delete'), '_id');
	},
	'contactList.getContacts': (rows, made) => (made('contactList.addContacts') ? onList() : rows),
	'campaign.getAll': (rows, made) => {
		const call = made('campaign.create');
		if (!call) return rows;
		const all = [...[twins.campaign ?? []].flat(), campaignOf(call), ...rows];
		return without(all, made('campaign.delete'), '_id');
	},
});

const common = { item, derived: true, answers: isFilled };

/** Looked for when their answers are lost: at once, or by Retry On Fail. */
const lookedUp = [
	'contactList.addContacts',
	'contactList.create',
	'contactList.delete',
	'campaign.create',
	'campaign.delete',
];

/** A row of a campaign list for each row before, of which none is of the run. */
const others = (rows: unknown[]) =>
	rows.map((row, index) => ({ ...(row as Row), name: `Other ${index}` }));

/** Create From Items and Get Report of Kore.ai, as jobs.ts has them: ID, parameters, and the rest. */
export const CAMPAIGN_CASES: Array<[id: string, parameters: INodeParameters, rest: object]> = [
	[
		'campaign.createFromItems',
		{ ...voice, start: true },
		{
			...common,
			grown: growing(),
			beside: ['campaign.getStatus'],
			after: ['contactList.get', 'campaign.getStatus'],
			lookedUp,
			rows: empty,
			uses: [
				'campaign.getAll',
				'contactList.getAll',
				'contactList.create',
				'contactList.addContacts',
				'contactList.get',
				'campaign.create',
				'campaign.getStatus',
				'campaign.triggerVoice',
			],
		},
	],
	[
		'campaign.createFromItems',
		{ ...sms, start: true },
		{
			...common,
			grown: growing(),
			lookedUp,
			rows: empty,
			uses: ['campaign.create', 'campaign.startSms'],
		},
	],
	// The campaign is there already, on the second page.
	[
		'campaign.createFromItems',
		voice,
		{
			...common,
			uses: ['campaign.getAll', 'contactList.getAll', 'contactList.getContacts'],
			rows: {
				'campaign.getAll': lastOne(theCampaign),
				'contactList.getAll': lastOne(theList),
				'contactList.getContacts': onList,
			},
			never: ['contactList.create', 'contactList.addContacts', 'campaign.create'],
		},
	],
	// A run broke off when the contact list was filled.
	[
		'campaign.createFromItems',
		voice,
		{
			...common,
			uses: ['contactList.getAll', 'contactList.getContacts', 'campaign.create'],
			lookedUp,
			rows: {
				'campaign.getAll': others,
				'contactList.getAll': lastOne(theList),
				'contactList.getContacts': onList,
			},
			grown: growing(),
			never: ['contactList.create', 'contactList.addContacts'],
		},
	],
	// Another n8n made the same campaign before this one did.
	[
		'campaign.createFromItems',
		voice,
		{
			...common,
			uses: ['campaign.getAll', 'contactList.getContacts', 'campaign.delete'],
			after: ['contactList.getContacts'],
			rows: { 'contactList.getContacts': onList },
			grown: growing({ campaign: theCampaign }),
			lookedUp,
			never: ['campaign.triggerVoice'],
		},
	],
	// Another n8n made the same contact list before this one did.
	[
		'campaign.createFromItems',
		voice,
		{
			...common,
			uses: ['contactList.getAll', 'contactList.delete'],
			rows: { 'contactList.getContacts': onList },
			grown: growing({ list: theList }),
			lookedUp,
			never: ['campaign.triggerVoice'],
		},
	],
	// Another n8n made the same campaign after this one did, started it and ended.
	...[voice, sms].map((parameters): [string, INodeParameters, object] => [
		'campaign.createFromItems',
		parameters,
		{
			...common,
			uses: [
				parameters === voice ? 'campaign.triggerVoice' : 'campaign.stopSms',
				'campaign.delete',
			],
			after: ['campaign.triggerVoice', 'campaign.stopSms', 'campaign.delete'],
			lookedUp,
			rows: { 'contactList.getContacts': onList },
			grown: growing({
				campaign: { ...theCampaign, status: 'Active', createdAt: '2099-01-01T00:00:00.000Z' },
			}),
		},
	]),
	...['summary', 'html', 'calls', 'statuses'].map((what): [string, INodeParameters, object] => [
		'campaign.getReport',
		{
			return: what,
			...(what !== 'statuses' && { options: { answeredStatuses: ['completed'] } }),
		},
		{ derived: true, uses: ['campaign.getStatus'] },
	]),
];
