import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { BARE, HELPER, HTTP_REQUEST, IN_FLIGHT, PACK, nodeRun } from '../ways';
import type { Workload } from '../workload';
import { credential, inPlace, itemsOf, userUrl, ways } from './fanOut';
import { inParallel } from '../../nodes/shared/call/concurrency';

const TYPE = 'bench.helper';

/** The least that a node can do: a parameter, n8n's request helper, an item; no error is looked at. */
const helper: INodeType = {
	description: {
		displayName: 'Helper',
		name: 'helper',
		group: ['input'],
		version: 1,
		description: 'Calls a URL for each item',
		defaults: {},
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: credential }],
		properties: [{ displayName: 'URL', name: 'url', type: 'string', default: '' }],
	},
	async execute(this: IExecuteFunctions) {
		const { length } = this.getInputData();
		const outputs: INodeExecutionData[] = [];
		await inParallel(length, IN_FLIGHT, async (item) => {
			const url = this.getNodeParameter('url', item) as string;
			const options = { url, json: true };
			const call = this.helpers.httpRequestWithAuthentication;
			const json = (await call.call(this, credential, options)) as IDataObject;
			outputs[item] = { json, pairedItem: { item } };
		});
		return [outputs];
	},
};

export const overhead: Workload = {
	name: 'W8 overhead',
	what: `One GET for each item; the service answers at once. The request helper is the least that a node can do: one parameter, n8n's own request helper with ${IN_FLIGHT} calls in flight, nothing checked.`,
	behaviour: { latency: 0 },
	sizes: [100, 1_000, 5_000, 20_000],
	unit: 'items',
	rounds: 2,
	ways: {
		[PACK]: ways[PACK],
		[HELPER]: ({ url, size }) => {
			const parameters = { url: userUrl(url) };
			const run = nodeRun(
				TYPE,
				{ url, credential, parameters, items: itemsOf(size) },
				() => helper,
			);
			return async () => inPlace((await run()).json);
		},
		[HTTP_REQUEST]: ways[HTTP_REQUEST],
		[BARE]: ways[BARE],
	},
};
