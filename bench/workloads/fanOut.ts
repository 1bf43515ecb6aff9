import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId } from '../../engine/jobs';
import { BareClient } from '../bare';
import { BARE, HTTP_REQUEST, IN_FLIGHT, PACK, httpRequest, nodeRun } from '../ways';
import type { Contestant, Place, Workload } from '../workload';

export const credential = 'chatBotComApi';

export const ids = (size: number) => Array.from({ length: size }, (_, index) => String(index + 1));

export const itemsOf = (size: number) => ids(size).map((id) => ({ json: { id } }));

/** Rows that are in the place of the ID they were asked by. */
export const inPlace = (rows: IDataObject[]) =>
	rows.filter(({ id }, index) => id === String(index + 1)).length;

/** One user for each item, by an expression. */
const reading =
	(requestOptions: INodeParameters): Contestant =>
	({ url, size }) => {
		const user = byId('={{ $json.id }}');
		const parameters = { resource: 'user', operation: 'get', user, requestOptions };
		const run = nodeRun('chatBotCom', { url, credential, parameters, items: itemsOf(size) });
		return async () => inPlace((await run()).json);
	};

/** Where the user of an item is, as an expression. */
export const userUrl = (url: string) => `=${url}/chatbot-com/users/{{ $json.id }}`;

/** The same by the HTTP Request node. */
export const requesting =
	(options: INodeParameters): Contestant =>
	({ url, size }) => {
		const parameters = { url: userUrl(url), options };
		const run = httpRequest({ url, credential, parameters, items: itemsOf(size) });
		return async () => inPlace((await run()).json);
	};

export const ways: Workload['ways'] = {
	[PACK]: reading({}),
	[HTTP_REQUEST]: requesting({}),
	[BARE]: ({ url, size }: Place) => {
		const asked = ids(size);
		return async () => {
			const client = new BareClient(url, IN_FLIGHT);
			const rows = await client.each(
				size,
				async (index) => await client.get(`/chatbot-com/users/${asked[index]}`),
			);
			return inPlace(rows);
		};
	},
};

export const fanOut: Workload = {
	name: 'W1 fan-out',
	what: 'One GET for each item; the service takes 20 ms.',
	behaviour: { latency: 20 },
	sizes: [1_000, 20_000],
	unit: 'items',
	rounds: 3,
	ways,
};

/** What the default of Calls in Flight was chosen by. */
export const callsInFlight: Workload = {
	...fanOut,
	name: 'W1 calls in flight',
	what: 'The same with other values of Calls in Flight. Operations that only read have 50 if nothing is set, the others 8.',
	sizes: [1_000],
	rounds: 2,
	ways: Object.fromEntries(
		[50, 8, 16, 32, 64, 128].map((concurrency) => [
			`${concurrency} in flight`,
			reading({ concurrency }),
		]),
	),
};
