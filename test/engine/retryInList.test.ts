import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { forgetAll } from '../../nodes/shared/call/perProcess';
import { accounts } from '../../engine/credentials';
import { byId, itemsOf } from '../../engine/jobs';
import { useKoda } from '../support/koda';
import { fromItems } from '../support/kodaCampaign';
import { articles, stored, upsert, writes } from '../support/kodaDocuments';

/** n8n's Retry in the list of executions: it runs the node that failed again, with the execution's stored data. */
const bench = useKoda();

const CHAT = '4100000001';
const send: INodeParameters = {
	resource: 'chat',
	operation: 'sendModeratorMessage',
	chat: byId(CHAT),
	message: '={{ $json.text }}',
};
const messages = itemsOf(['one', 'two', 'three', 'four'].map((text) => ({ text })));

const fault = async (operationId: string, more: object) =>
	await bench.sandbox().control('faults', { vendor: 'koda', operationId, ...more });

const texts = async () =>
	(await bench.sent('chat.sendModeratorMessage'))
		.filter(({ status }) => status === 200)
		.map(({ body }) => (body as IDataObject).moderator_message);

/** The third message is refused, and the run fails; n8n is restarted after it. */
async function broken(parameters = send) {
	await fault('chat.sendModeratorMessage', { kind: 'status', status: 400, skip: 2 });
	const { run, error } = await bench.run(parameters, { items: messages });
	expect(error).toBeDefined();
	forgetAll();
	return run;
}

test('what went through is not sent again, and its answers come out as if nothing had happened', async () => {
	const retryOf = await broken();
	expect(await texts()).toEqual(['one', 'two']);
	const { error, outputs } = await bench.run(send, { items: messages, retryOf });
	expect(error).toBeUndefined();
	expect(await texts()).toEqual(['one', 'two', 'three', 'four']);
	expect(outputs[0]).toEqual(
		messages.map((_, item) => ({ json: { success: true }, pairedItem: { item } })),
	);
});

test('a retry that fails itself can be retried', async () => {
	const first = await broken();
	await fault('chat.sendModeratorMessage', { kind: 'status', status: 400, skip: 1 });
	const { run: retryOf } = await bench.run(send, { items: messages, retryOf: first });
	forgetAll();
	const { error } = await bench.run(send, { items: messages, retryOf });
	expect(error).toBeUndefined();
	expect(await texts()).toEqual(['one', 'two', 'three', 'four']);
});

test('a message that was changed in the workflow meanwhile is sent', async () => {
	const retryOf = await broken();
	const changed = { ...send, message: '={{ $json.text === "one" ? "first" : $json.text }}' };
	const { error } = await bench.run(changed, { items: messages, retryOf });
	expect(error).toBeUndefined();
	expect(await texts()).toEqual(['one', 'two', 'first', 'three', 'four']);
});

test('a message of which nobody knows whether it was sent is not sent again, and the message says so', async () => {
	await fault('chat.sendModeratorMessage', { kind: 'reset', applyFirst: true, skip: 1 });
	const { run: retryOf } = await bench.run(send, { items: messages });
	forgetAll();
	const { error } = await bench.run(send, { items: messages, retryOf });
	expect(error?.message).toContain('whether the operation took effect is unknown [item 1]');
	expect(await bench.sent('chat.sendModeratorMessage')).toHaveLength(2);
});

test('a new execution with the same items sends everything', async () => {
	await broken();
	await bench.run(send, { items: messages });
	expect(await texts()).toEqual(['one', 'two', 'one', 'two', 'three', 'four']);
});

test('operations of several calls go on, too', async () => {
	const items = itemsOf(articles(3));
	await fault('document.create', { kind: 'status', status: 400, skip: 2 });
	const { run: retryOf } = await bench.run(upsert, { items });
	forgetAll();
	const { error, json } = await bench.run(upsert, { items, retryOf });
	expect(error).toBeUndefined();
	expect(json.map(({ status }) => status)).toEqual(['created', 'created', 'created']);
	expect((await writes(bench)).map(([name]) => name)).toHaveLength(4);
	expect((await stored(bench)).filter(({ meta }) => 'external_id' in meta)).toHaveLength(3);
});

test('an operation over all items goes on, too, even where it does not look first', async () => {
	const items = itemsOf([{ phone: '600000001' }, { phone: '600000002' }]);
	const parameters = {
		...fromItems,
		rows: { callsPerList: 1 },
		options: { existing: 'create' },
	};
	await fault('callList.create', { kind: 'status', status: 400, skip: 1 });
	const { run: retryOf } = await bench.run(parameters, { items });
	forgetAll();
	const { error, json } = await bench.run(parameters, { items, retryOf });
	expect(error).toBeUndefined();
	expect(json.map(({ status }) => status)).toEqual(['created', 'created']);
	const made = (await bench.sent('callList.create')).filter(({ status }) => status === 200);
	expect(made.map(({ body }) => (body as IDataObject).name)).toEqual(['Win-back 1', 'Win-back 2']);
});

test('what is kept of a run has no secret, and nothing is kept of one that only reads', async () => {
	const { kodaOAuth2Api } = accounts(bench.sandbox().url);
	await fault('chat.sendModeratorMessage', {
		kind: 'status',
		status: 200,
		body: { meta: { status: 200 }, response: { echoed: kodaOAuth2Api.clientSecret } },
	});
	await fault('chat.sendModeratorMessage', { kind: 'status', status: 400, skip: 1 });
	const { run } = await bench.run(send, { items: messages });
	const kept = JSON.stringify(run.data.executionData?.nodeExecutionStack[0].metadata);
	expect(kept).toContain('sentBefore');
	expect(kept).not.toContain(kodaOAuth2Api.clientSecret);
	await fault('chat.get', { kind: 'status', status: 400 });
	const reading = { resource: 'chat', operation: 'get', chat: byId(CHAT) };
	const { run: read } = await bench.run(reading, { items: messages });
	expect(read.data.executionData?.nodeExecutionStack[0].metadata).toBeUndefined();
});
