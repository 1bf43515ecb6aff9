import type { Playground } from '../../scripts/n8n/playground';

const bot = { mode: 'id', value: '3337eb37-9c70-4e88-a173-21372501d7ee' };

/** Every picker of the pack, and where the sandbox holds what it has to list. */
const PICKERS = [
	{
		node: 'koda',
		credential: 'kodaOAuth2Api',
		method: 'callLists',
		parameters: { bot },
		ids: (state: State) => state.callLists?.map(({ id }) => id),
	},
	{
		node: 'koda',
		credential: 'kodaOAuth2Api',
		method: 'chats',
		parameters: { bot },
		ids: (state: State) => state.chats?.map(({ platformUserId }) => platformUserId),
	},
	{
		node: 'koda',
		credential: 'kodaOAuth2Api',
		method: 'documents',
		parameters: { bot },
		ids: (state: State) => state.documents?.map(({ id }) => id),
	},
	{
		node: 'naxon',
		credential: 'naxonApi',
		method: 'models',
		parameters: {},
		ids: (state: State) => state.models?.map(({ id }) => id),
	},
	{
		node: 'naxon',
		credential: 'naxonApi',
		method: 'conversations',
		parameters: {},
		ids: (state: State) => state.conversations?.map(({ id }) => id),
	},
];

interface State {
	callLists?: Array<{ id: string }>;
	chats?: Array<{ platformUserId: string }>;
	documents?: Array<{ id: string }>;
	models?: Array<{ id: number }>;
	conversations?: Array<{ id: number }>;
}

/** The lists behind From List, asked for as the editor does. */
export function pickerTests(playground: () => Playground): void {
	it.each(PICKERS)('lists $method', async ({ node, credential, method, parameters, ids }) => {
		const { n8n, sandbox, credentials } = playground();
		const { id, name } = credentials[credential];
		const asked = {
			type: `n8n-nodes-chatbot-platforms.${node}`,
			parameters,
			credentials: { [credential]: { id, name } },
		};
		const known = ids(await sandbox.state<State>(node))?.map(String) ?? [];
		const listed = await n8n.api.listSearch(asked, method);
		expect(listed.length).toBeGreaterThan(1);
		expect(listed.filter(({ value }) => !known.includes(value))).toEqual([]);

		const [, wanted] = listed;
		const found = await n8n.api.listSearch(asked, method, wanted.name);
		expect(found.map(({ value }) => value)).toContain(wanted.value);
		expect(found.length).toBeLessThan(listed.length);
	});

	it('says which field to fill in first when the bot is missing', async () => {
		const { n8n, credentials } = playground();
		const { id, name } = credentials.kodaOAuth2Api;
		const asked = {
			type: 'n8n-nodes-chatbot-platforms.koda',
			parameters: { bot: { mode: 'id', value: '' } },
			credentials: { kodaOAuth2Api: { id, name } },
		};
		await expect(n8n.api.listSearch(asked, 'chats')).rejects.toThrow("Choose 'Bot' first");
	});
}
