import { chunk } from 'lodash';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { byId } from '../../engine/jobs';
import { BareClient } from '../bare';
import { BARE, HTTP_REQUEST, KORE_AI, httpRequest, nodeRun } from '../ways';
import type { Contestant, Workload } from '../workload';
import { KORE_AI_BOT, rowsOf } from './campaign';

const PER_CALL = 1000;
const NAME = 'Win-back';
const CAMPAIGNS = `/kore-ai/campaign/api/v2/public/${KORE_AI_BOT}/campaign`;
const LIST = `${CAMPAIGNS}/contactList/cl-1`;
const ADD = `/kore-ai/api/1.1/public/${KORE_AI_BOT}/campaign/contactList/addContacts`;

/** Calls to one address, one after the other. */
interface Calls {
	path: string;
	bodies: IDataObject[];
}

/** What it takes at least: a list, its contacts, and the campaign. */
const callsOf = (rows: INodeExecutionData[]): Calls[] => [
	{
		path: `${CAMPAIGNS}/contactList/createContactList`,
		bodies: [{ name: NAME, source: 'passiveApi', allowDuplicates: false }],
	},
	{
		path: ADD,
		bodies: chunk(rows, PER_CALL).map((batch) => ({
			contact_list_name: NAME,
			data: batch.map(({ json: { phone, ...variables } }) => ({
				...variables,
				phoneNumber: String(phone).replaceAll(/\D/g, ''),
			})),
		})),
	},
	{
		path: CAMPAIGNS,
		bodies: [{ name: NAME, contactLists: [NAME], campaignType: 'voice' }],
	},
];

/** How many contacts the service has. */
const countIn = ({ data }: IDataObject) => Number((data as IDataObject).totalRecordCount);

/** A Code node that makes the bodies, and an HTTP Request node for each address, one call at a time. */
const wired: Contestant = ({ url, size }) => {
	const rows = rowsOf(size);
	const run = async (parameters: INodeParameters, bodies: IDataObject[] = [{}]) => {
		const items = bodies.map((json) => ({ json }));
		return (await httpRequest({ url, credential: 'koreAiApi', parameters, items })()).json;
	};
	return async () => {
		for (const { path, bodies } of callsOf(rows)) {
			const sent = { sendBody: true, specifyBody: 'json', jsonBody: '={{ $json }}' };
			const options = { batching: { batch: { batchSize: 1, batchInterval: 1 } } };
			await run({ method: 'POST', url: url + path, ...sent, options }, bodies);
		}
		const [list] = await run({ url: url + LIST });
		return countIn(list);
	};
};

/** The calls alone, of bodies that are texts already. */
const bare: Contestant = ({ url, size }) => {
	const all = callsOf(rowsOf(size)).map(({ path, bodies }) => ({
		path,
		texts: bodies.map((body) => JSON.stringify(body)),
	}));
	return async () => {
		const client = new BareClient(url, 1);
		for (const { path, texts } of all) {
			for (const text of texts) await client.post(path, text);
		}
		return countIn(await client.get(LIST));
	};
};

/** Create From Items of Kore.ai. */
const koreAi: Contestant = ({ url, size }) => {
	const parameters = {
		resource: 'campaign',
		operation: 'createFromItems',
		bot: byId(KORE_AI_BOT),
		campaignType: 'voice',
		name: 'Win-back',
		description: 'Asks who left',
		phoneField: 'phone',
		country: 'PL',
		variables: 'all',
		doNotCallList: 'Do Not Call',
		callerPhoneNumber: '+14846500000',
		allowedHoursStart: '09:00',
		allowedHoursEnd: '17:30',
		dialingMode: 'Agentless',
		experienceFlowName: 'Voice Survey Entry Flow',
	};
	const items = rowsOf(size);
	const run = nodeRun('koreAiContactCenter', {
		url,
		credential: 'koreAiApi',
		parameters,
		items,
	});
	return async () => Number((await run()).json[0]?.accepted ?? 0);
};

export const koreCampaign: Workload = {
	name: 'W12 campaign at Kore.ai',
	what: 'Rows as contacts, 1,000 a call and one call after the other, into a contact list, and a campaign of it; the service takes 20 ms and has no limit. Ours checks every number, looks for duplicates and for what is there already. Code and HTTP Request checks nothing; the bare client only sends texts that are there.',
	behaviour: { latency: 20 },
	sizes: [5_000, 50_000, 500_000],
	unit: 'rows',
	rounds: 3,
	ways: {
		[KORE_AI]: koreAi,
		[BARE]: bare,
		[`Code and ${HTTP_REQUEST}`]: wired,
	},
};
