import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { BLOCK, BOT, byId } from '../../engine/jobs';
import { BareClient } from '../bare';
import { BARE, HTTP_REQUEST, PACK, httpRequest, nodeRun } from '../ways';
import type { Contestant, Workload } from '../workload';

const credential = 'kodaOAuth2Api';
/** The bot of Kore.ai's credential. */
export const KORE_AI_BOT = 'st-11111111-1111-5111-8111-111111111111';
const PATH = `/koda/v1/bots/${BOT}/call-lists`;

/** Rows as a spreadsheet gives them, all of them good. */
export const rowsOf = (size: number): INodeExecutionData[] =>
	Array.from({ length: size }, (_, index) => ({
		json: {
			phone: `+48 ${600_000_000 + index}`,
			first_name: `Person ${index}`,
			city: 'Warsaw',
			package: 'premium',
			due: '2099-01-31',
		},
	}));

/** What people write into a Code node: all rows as one body. Numbers are not checked, nothing is looked for. */
const bodyOf = (items: INodeExecutionData[]) => ({
	name: 'Win-back',
	start_block_id: BLOCK,
	caller_phone_number: '+48222431496',
	campaign_date_start: '2099-01-05 09:00:00',
	allowed_hours_start: '09:00',
	allowed_hours_end: '17:30',
	campaign_vars: ['answer'],
	max_attempts: 3,
	attempts_delay: 2,
	calls: items.map(({ json: { phone, ...variables } }) => ({
		phone_number: String(phone).replaceAll(' ', ''),
		...variables,
	})),
});

/** A Code node, of which `pass` makes the output, and an HTTP Request node with `jsonBody`. */
const pair =
	(jsonBody: string, pass: (body: ReturnType<typeof bodyOf>) => object): Contestant =>
	({ url, size }) => {
		const rows = rowsOf(size);
		const parameters = {
			method: 'POST',
			url: url + PATH,
			sendBody: true,
			specifyBody: 'json',
			jsonBody,
		};
		return async () => {
			const items = [{ json: pass(bodyOf(rows)) }] as INodeExecutionData[];
			const { json } = await httpRequest({ url, credential, parameters, items })();
			return accepted(json[0]);
		};
	};

/** Calls that the service says it has; none in an error item. */
const accepted = ({ response }: IDataObject) =>
	Number((response as IDataObject | undefined)?.count ?? 0);

/** Create From Items of KODA. */
export const createFromItems = {
	resource: 'callList',
	operation: 'createFromItems',
	bot: byId(BOT),
	name: 'Win-back',
	startBlock: byId(BLOCK),
	callerPhoneNumber: '+48222431496',
	campaignStart: '2099-01-05T09:00:00',
	allowedHoursStart: '09:00',
	allowedHoursEnd: '17:30',
	campaignVars: ['answer'],
	maxAttempts: 3,
	attemptsDelay: 2,
	phoneField: 'phone',
	country: 'PL',
};

export const campaign: Workload = {
	name: 'W3 campaign',
	what: "Rows with a phone number and 4 variables into one call list; the service takes 20 ms. Ours checks every number, looks for duplicates and for lists that are there already; the pair is a Code node that makes the body, and an HTTP Request node that takes it as an object, or as a text that the Code node has made of it. What n8n needs to hand the rows to the Code node's own process and back is not counted.",
	behaviour: { latency: 20 },
	sizes: [5_000, 50_000, 500_000],
	unit: 'rows',
	rounds: 3,
	ways: {
		[PACK]: ({ url, size }) => {
			const run = nodeRun('koda', {
				url,
				credential,
				parameters: createFromItems,
				items: rowsOf(size),
			});
			return async () => Number((await run()).json[0]?.accepted ?? 0);
		},
		[`Code and ${HTTP_REQUEST}`]: pair('={{ $json }}', (body) => body),
		[`Code and ${HTTP_REQUEST}, as text`]: pair('={{ $json.body }}', (body) => ({
			body: JSON.stringify(body),
		})),
		[BARE]: ({ url, size }) => {
			const rows = rowsOf(size);
			return async () => {
				const client = new BareClient(url, 1);
				return accepted(await client.post(PATH, JSON.stringify(bodyOf(rows))));
			};
		},
	},
};
