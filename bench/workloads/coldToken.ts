import type { IDataObject } from 'n8n-workflow';

import { BOT, byId, itemsOf } from '../../engine/jobs';
import { BareClient } from '../bare';
import { BARE, HTTP_REQUEST, IN_FLIGHT, PACK, httpRequest, nodeRun } from '../ways';
import type { Workload } from '../workload';
import { ids } from './fanOut';

const common = { credential: 'kodaOAuth2Api', cold: true };

/** KODA's documents have UUIDs. */
const documents = (size: number) =>
	ids(size).map((id) => ({ id: `00000000-0000-4000-8000-${id.padStart(12, '0')}` }));

/** Rows that are in the place of the document they were asked by. */
const inPlace = (rows: IDataObject[], asked: Array<{ id: string }>) =>
	rows.filter(({ doc_id: id }, index) => id === asked[index].id).length;

const PATH = `/koda/v1/bots/${BOT}/knowledge-base/`;

export const coldToken: Workload = {
	name: 'W7 cold token',
	what: 'One GET for each item with an OAuth2 credential (client credentials) that has no token yet; the service takes 20 ms.',
	behaviour: { latency: 20 },
	sizes: [1_000],
	unit: 'items',
	rounds: 3,
	ways: {
		[PACK]: ({ url, size }) => {
			const asked = documents(size);
			const parameters = {
				resource: 'document',
				operation: 'get',
				bot: byId(BOT),
				document: byId('={{ $json.id }}'),
			};
			const run = nodeRun('koda', { ...common, url, parameters, items: itemsOf(asked) });
			return async () => inPlace((await run()).json, asked);
		},
		[HTTP_REQUEST]: ({ url, size }) => {
			const asked = documents(size);
			const parameters = { url: `=${url}${PATH}{{ $json.id }}` };
			const run = httpRequest({ ...common, url, parameters, items: itemsOf(asked) });
			return async () =>
				inPlace(
					(await run()).json.map(({ response }) => (response ?? {}) as IDataObject),
					asked,
				);
		},
		[BARE]: ({ url, size }) => {
			const asked = documents(size);
			return async () => {
				const client = new BareClient(url, IN_FLIGHT);
				await client.post('/koda/oauth/token', '');
				const got = await client.each(
					size,
					async (index) => await client.get(PATH + asked[index].id),
				);
				return inPlace(
					got.map(({ response }) => response as IDataObject),
					asked,
				);
			};
		},
	},
};
