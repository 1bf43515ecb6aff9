import { itemsOf } from '../../scripts/n8n/api';
import type { Playground } from '../../scripts/n8n/playground';

/** What each vendor's page has a newcomer choose, and no more: the rest is as the editor presets it. */
const FIRST = [
	{
		node: 'koda',
		credential: 'kodaOAuth2Api',
		parameters: {
			resource: 'callList',
			operation: 'getAll',
			bot: { __rl: true, mode: 'id', value: '3337eb37-9c70-4e88-a173-21372501d7ee' },
		},
	},
	{
		node: 'naxon',
		credential: 'naxonApi',
		parameters: { resource: 'model', operation: 'getAll' },
	},
	{
		node: 'koreAi',
		credential: 'koreAiApi',
		parameters: { resource: 'session', operation: 'getAll' },
	},
	{
		node: 'chatBotCom',
		credential: 'chatBotComApi',
		parameters: {
			resource: 'conversation',
			operation: 'sendQuery',
			sessionId: 'my-first-conversation',
			query: 'hello',
		},
	},
	{
		node: 'koopid',
		credential: 'koopidApi',
		parameters: { resource: 'conversation', operation: 'getChatStats' },
	},
];

/** The first five minutes of each vendor's page, without an account. */
export function firstStepTests(playground: () => Playground): void {
	it.each(FIRST)('$node gives a first result', async ({ node, credential, parameters }) => {
		const { n8n, sandbox, credentials } = playground();
		const { id, name } = credentials[credential];
		const { stories } = await sandbox.state<{ stories: Array<{ id: string }> }>('chatbot-com');
		const story = { __rl: true, mode: 'list', value: stories[0].id };
		const first = {
			name: 'First',
			type: `n8n-nodes-chatbot-platforms.${node}`,
			typeVersion: 1,
			position: [200, 0],
			parameters: node === 'chatBotCom' ? { ...parameters, story } : parameters,
			credentials: { [credential]: { id, name } },
		};
		const start = {
			name: 'Start',
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		};
		const workflow = await n8n.api.createWorkflow({
			name: `First steps with ${node}`,
			nodes: [start, first],
			connections: { Start: { main: [[{ node: 'First', type: 'main', index: 0 }]] } },
			settings: { executionOrder: 'v1' },
		});
		const execution = await n8n.api.finished(await n8n.api.run(workflow.id, 'Start'));
		expect(execution.error).toBeUndefined();
		expect(itemsOf(execution, 'First')).not.toEqual([]);
	});
}
