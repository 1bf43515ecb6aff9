import { Container } from '@n8n/di';
import { BinaryDataService } from 'n8n-core';
import type { INodeExecutionData } from 'n8n-workflow';

import { BOT, byId } from '../../engine/jobs';
import { BareClient } from '../bare';
import { BARE, HTTP_REQUEST, PACK, httpRequest, nodeRun } from '../ways';
import type { Workload } from '../workload';

const credential = 'kodaOAuth2Api';
const MEGABYTE = 1024 * 1024;
const pathOf = (chat: string) => `/koda/v1/bots/${BOT}/inbox/${chat}/attachment`;

const contentOf = (megabytes: number) => Buffer.alloc(megabytes * MEGABYTE, 'n8n');

/** Items with a file each, kept on disk as n8n does. */
async function itemsOf(size: number, megabytes: number): Promise<INodeExecutionData[]> {
	const service = Container.get(BinaryDataService);
	await service.init();
	const place = { type: 'execution' as const, workflowId: 'bench', executionId: '1' };
	const content = contentOf(megabytes);
	const items: INodeExecutionData[] = [];
	for (let index = 0; index < size; index++) {
		const file = { data: '', mimeType: 'image/png', fileName: `${index}.png` };
		const data = await service.store(place, content, file);
		items.push({ json: { chat: `chat-${index}` }, binary: { data } });
	}
	return items;
}

const uploads = (name: string, megabytes: number, count: number): Workload => ({
	name,
	what: `One upload of ${megabytes} MB for each item, from n8n's files on disk; the service takes 20 ms. The bare client sends one and the same text from memory, and no form.`,
	behaviour: { latency: 20 },
	sizes: [count],
	unit: 'files',
	rounds: 3,
	warmUp: 4,
	ways: {
		[PACK]: async ({ url, size }) => {
			const parameters = {
				resource: 'chat',
				operation: 'sendFile',
				bot: byId(BOT),
				chat: byId('={{ $json.chat }}'),
				sendAs: 'image',
				binaryField: 'data',
			};
			const run = nodeRun('koda', {
				url,
				credential,
				parameters,
				items: await itemsOf(size, megabytes),
			});
			return async () => (await run()).json.filter(({ success }) => success === true).length;
		},
		[HTTP_REQUEST]: async ({ url, size }) => {
			const parameters = {
				method: 'POST',
				url: `=${url}${pathOf('{{ $json.chat }}')}`,
				sendBody: true,
				contentType: 'multipart-form-data',
				bodyParameters: {
					parameters: [
						{ parameterType: 'formBinaryData', name: 'image', inputDataFieldName: 'data' },
					],
				},
			};
			const run = httpRequest({
				url,
				credential,
				parameters,
				items: await itemsOf(size, megabytes),
			});
			return async () => (await run()).json.filter(({ response }) => response).length;
		},
		[BARE]: ({ url, size }) => {
			const content = contentOf(megabytes);
			return async () => {
				const client = new BareClient(url, 8);
				const answers = await client.each(
					size,
					async (index) => await client.post(pathOf(`chat-${index}`), content, 'image/png'),
				);
				return answers.filter(({ response }) => response).length;
			};
		},
	},
});

export const files = [uploads('W4 files', 5, 100), uploads('W13 large files', 100, 3)];
