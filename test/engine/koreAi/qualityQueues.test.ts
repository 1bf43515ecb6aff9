import type { INodeParameters } from 'n8n-workflow';

import { BOT, hurry, shownFields, useKore } from '../../support/koreAi';
import { testEach } from '../../support/sandbox';

/** Queues of Quality AI, and recordings and transcriptions of running calls. */
const { run, runToError, sent, onlySent, state, answerWith } = useKore();

beforeEach(hurry);
afterEach(() => jest.restoreAllMocks());

const BASE = `/qualityai/api/v1/public/${BOT}/qm/queues`;
const queue = { customQueueId: 'RETAIL_L1', queueName: 'Retail' };
const queues = async () => (await state()).center.qualityQueues;

describe('quality queues', () => {
	test('create only begins a job', async () => {
		const { json, error } = await run('qualityQueue.create', queue);
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({ method: 'POST', path: BASE, contractErrors: [] });
		expect(request.headers.iid).toBe(BOT);
		expect(request.body).toEqual({ queues: [{ ...queue, conversationSource: 'AgentAI' }] });
		expect(json).toMatchObject([{ status: 'queued', accepted: 1 }]);
		expect(Object.keys(json[0]).sort()).toEqual(shownFields('qualityQueue.create'));
		const jobId = String(json[0].jobId);
		const { json: job } = await run('qualityQueue.getJob', { jobId });
		expect(job).toMatchObject([{ jobId, status: 'in_progress' }]);
		expect(await queues()).toEqual([]);
	});

	test('create, change and wait for both', async () => {
		const wait = { wait: true, waitInterval: 1 };
		const additionalFields = { agentEmails: ['a@example.com', 'b@example.com'] };
		const made = { ...queue, conversationSource: 'QMExpressAI', additionalFields, ...wait };
		const { json, error } = await run('qualityQueue.create', made);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ status: 'completed', progress: { done: 1 } }]);
		const change = { customQueueId: 'RETAIL_L1', change: 'unassign', ...wait };
		await run('qualityQueue.updateAgents', { ...change, agentEmails: ['a@example.com'] });
		const [request] = await sent('qualityQueue.updateAgents');
		expect(request).toMatchObject({ path: `${BASE}/agent-mapping`, contractErrors: [] });
		expect(request.body).toEqual({
			action: 'unassign',
			mappings: [{ customQueueId: 'RETAIL_L1', agentEmails: ['a@example.com'] }],
		});
		expect(await queues()).toMatchObject([{ name: 'Retail', emails: ['b@example.com'] }]);
	});

	test('what is rejected fails in the words of Kore.ai', async () => {
		const own = { customQueueId: 'NONE', agentEmails: ['a@example.com'] };
		const error = await runToError('qualityQueue.updateAgents', own);
		expect(error.message).toContain('Kore.ai rejected the queue: No queue NONE');
		expect(error.pairedItem).toEqual({ item: 0 });
	});

	testEach(
		'a job that fails, in whole or in part',
		[
			[{ status: 'failed' }, 'could not finish the change of the queue: failed'],
			[{ status: 'completed', progress: { failed: 1 } }, 'could not change the queue'],
		] as Array<[object, string]>,
		async ([over, message]) => {
			await answerWith('qualityQueue.getJob', { jobId: 'qjb-1', ...over });
			const error = await runToError('qualityQueue.create', { ...queue, wait: true });
			expect(error.message).toContain(message);
		},
	);
});

describe('recording: control', () => {
	test('of recording and transcription', async () => {
		const options = { recordingAction: 'stop', transcriptionAction: 'resume' };
		const { json, error } = await run('recording.control', { conversationId: 'CA-1', options });
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({
			method: 'POST',
			path: `/api/1.1/public/bot/${BOT}/control/transcriptionv2`,
			query: { conversationId: 'CA-1' },
			body: { recording_action: 'stop', transcription_action: 'resume' },
			contractErrors: [],
		});
		expect(json).toEqual([{ status: 'success' }]);
		expect((await state()).center.controls).toHaveLength(1);
	});

	testEach(
		'of nothing, or without success',
		[
			[{}, "'Options' is empty"],
			[{ recordingAction: 'pause' }, 'answered that it did not do it'],
		] as Array<[INodeParameters, string]>,
		async ([options, message]) => {
			await answerWith('recording.control', { status: 'failure' });
			const error = await runToError('recording.control', { conversationId: 'CA-1', options });
			expect(error.message).toContain(message);
		},
	);
});
