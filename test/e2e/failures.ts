import { BOT, byId, getConversation } from '../../engine/jobs';
import { itemsOf, type Execution, type WorkflowNode } from '../../scripts/n8n/api';
import type { Playground } from '../../scripts/n8n/playground';
import { chained, packNode, ROWS, START } from './build';

/** Gives out one item with these rows. */
const given = (rows: object[]): WorkflowNode => ({
	name: 'Given',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: { mode: 'raw', jsonOutput: JSON.stringify({ body: { rows } }), options: {} },
});

/** What a user gets to see of calls that fail: n8n hands errors on, each version in its own way. */
export function failureTests(playground: () => Playground): void {
	/** Runs a node for items with these IDs. */
	async function run(node: WorkflowNode, ids: number[] = [1]): Promise<Execution> {
		const { api } = playground().n8n;
		const rows = ids.map((id) => ({ id }));
		const stored = await api.createWorkflow(chained(node.name, [START, given(rows), ROWS, node]));
		return await api.finished(await api.run(stored.id, START.name));
	}

	it('items that fail come at the error output, with the reason and its cause', async () => {
		const node = packNode(playground(), {
			name: 'Get Conversation',
			type: 'naxon',
			parameters: getConversation,
			onError: 'continueErrorOutput',
			credential: 'naxonApi',
		});
		const execution = await run(node, [1001, 999999]);
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, node.name).map(({ id }) => id)).toEqual([1001]);
		expect(itemsOf(execution, node.name, 1)).toMatchObject([
			{
				error: expect.stringMatching(/^Naxon answered 404: .* \[item 1\]$/),
				details: { httpCode: '404', cause: 'configuration-invalid' },
			},
		]);
	});

	it('a wrong client secret is told as such', async () => {
		const { n8n, credentials } = playground();
		const { type, data } = credentials.kodaOAuth2Api;
		const wrong = { name: 'Wrong', type, data: { ...data, clientSecret: 'not-the-secret' } };
		const id = await n8n.api.createCredential(wrong);
		const execution = await run(
			packNode(
				{ credentials: { [type]: { ...wrong, id } } },
				{
					name: 'Get Call Lists',
					type: 'koda',
					parameters: { resource: 'callList', operation: 'getAll', bot: byId(BOT) },
					credential: type,
				},
			),
		);
		expect(execution.error).toMatchObject({
			message: 'KODA issued no access token [item 0]',
			description: expect.stringContaining("'Client ID', 'Client Secret'"),
		});
	});
}
