import type { INode, INodeParameters } from 'n8n-workflow';

import { accounts } from '../../engine/credentials';
import { BOT, byId, createCallList } from '../../engine/jobs';
import { runNode } from '../../engine/runNode';
import { expectEach } from '../support/each';
import { resetSandbox, useSandbox } from '../support/sandbox';

/** What is made of answers that are not as the contract says. */
const sandbox = useSandbox();

const fault = async (vendor: string, operationId: string, faults: object) =>
	await sandbox().control('faults', { vendor, operationId, ...faults });

const koda = async (parameters: INodeParameters, settings: Partial<INode> = {}) =>
	await runNode({ node: 'koda', credentials: accounts(sandbox().url), parameters, settings });

const at = (id: string, more: INodeParameters): INodeParameters => {
	const [resource, operation] = id.split('.');
	return { resource, operation, bot: byId(BOT), ...more };
};

const changes: Record<string, INodeParameters> = {
	'callList.create': createCallList,
	'chat.enableModeratorMode': at('chat.enableModeratorMode', { chat: byId('u-1') }),
	'document.create': at('document.create', { title: 'T', content: 'c' }),
	'document.delete': at('document.delete', {
		document: byId('3337eb37-9c70-4e88-a173-21372501d7ee'),
	}),
};

test('statuses with a meaning of their own are told by it', async () => {
	const told = {
		304: 'answered that nothing has changed (304), without data',
		402: 'asks for payment before it does this (402)',
		405: 'takes no GET at this address (405)',
		409: 'finds that this conflicts with what is there (409)',
	};
	await expectEach(Object.entries(told), async ([status, words]) => {
		await fault('kore-ai', 'bot.getPublishStatus', { kind: 'status', status: Number(status) });
		const { error } = await runNode({
			node: 'koreAi',
			credentials: accounts(sandbox().url),
			parameters: {
				resource: 'bot',
				operation: 'getPublishStatus',
				bot: { __rl: true, mode: 'id', value: 'st-1' },
				requestOptions: { maxRetryWait: 0 },
			},
		});
		expect(error?.message).toBe(`Kore.ai ${words} [item 0]`);
	});
});

test('a change whose answer does not show it: the answer is shown, and it is not sent again', async () => {
	const answers: Array<[string, unknown, string]> = [
		[
			'chat.enableModeratorMode',
			{ response: 'User not found' },
			'It answered: {"response":"User not found"}.',
		],
		[
			'callList.create',
			{ response: { result: true } },
			'It answered: {"response":{"result":true}}.',
		],
		[
			'document.delete',
			{ response: { error: 'locked' } },
			'It answered: {"response":{"error":"locked"}}.',
		],
		['document.create', { title: 'T', meta: { status: 404 } }, 'It answered: {"title":"T",'],
	];
	await expectEach(answers, async ([id, body, quote]) => {
		await resetSandbox();
		await fault('koda', id, { kind: 'status', status: 200, body });
		const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };
		const { error } = await koda(changes[id], retry);
		expect(error?.message).toBe(
			'KODA answered in another form: whether the operation took effect is unknown [item 0]',
		);
		expect(error?.description).toContain(quote);
		expect(await sandbox().requests('koda', id)).toHaveLength(1);
	});
});

test("the metadata of a document are the user's, whatever they are called", async () => {
	const meta = { status: 404, message: 'gone' };
	const made = { doc_id: 'd-1', title: 'T', meta };
	await fault('koda', 'document.create', { kind: 'status', status: 200, body: made });
	const { error, json } = await koda(changes['document.create']);
	expect(error).toBeUndefined();
	expect(json).toEqual([made]);
});
