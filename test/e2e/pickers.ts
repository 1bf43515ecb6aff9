import { hexOf } from '../../sandbox/vendors/koreAi/ids';
import { nodesOf } from '../../sandbox/vendors/koreAi/knowledge';
import type { Playground } from '../../scripts/n8n/playground';

const bot = { mode: 'id', value: '3337eb37-9c70-4e88-a173-21372501d7ee' };

/** A field with choices, and where the sandbox holds what it has to offer. */
interface Choices {
	node: string;
	credential: string;
	/** Name in the sandbox. */
	vendor: string;
	method: string;
	parameters?: Record<string, unknown>;
	ids: (state: State) => Array<string | number> | undefined;
}

type Rows = Array<{ id: string | number }>;

interface State {
	bots?: Array<{ id: string; name: string }>;
	callLists?: Rows;
	chats?: Array<{ id: string; platformUserId: string }>;
	conversations?: Rows;
	documents?: Rows;
	entities?: Rows;
	knowledge?: { contents: Rows };
	campaigns?: Rows;
	center?: Record<
		'agentGroups' | 'agents' | 'contacts' | 'queues' | 'skillGroups' | 'skills',
		Rows
	>;
	contactLists?: Rows;
	models?: Rows;
	roles?: Rows;
	segments?: Rows;
	stories?: Rows;
	users?: Array<{ id: string | number; username?: string }>;
}

const idsOf = (rows: Exclude<keyof State, 'knowledge' | 'center'>) => (state: State) =>
	state[rows]?.map(({ id }) => id);
const inCenter = (rows: keyof NonNullable<State['center']>) => (state: State) =>
	state.center?.[rows].map(({ id }) => id);

const koda = { node: 'koda', credential: 'kodaOAuth2Api', vendor: 'koda', parameters: { bot } };
const naxon = { node: 'naxon', credential: 'naxonApi', vendor: 'naxon' };
const koreBot = { mode: 'id', value: 'st-11111111-1111-5111-8111-111111111111' };
const koreAi = { node: 'koreAi', credential: 'koreAiApi', vendor: 'kore-ai' };
const defaultSkills = { mode: 'id', value: hexOf('skill group Default SkillGroup') };
const koreCenter = { ...koreAi, node: 'koreAiContactCenter' };
const koreAdmin = { ...koreAi, node: 'koreAiAdmin' };
const chatBotCom = { node: 'chatBotCom', credential: 'chatBotComApi', vendor: 'chatbot-com' };

/** Every picker of the pack but that of ChatBot.com's webhooks, of which the sandbox has none to begin with. */
const PICKERS: Choices[] = [
	{ ...koda, method: 'callLists', ids: idsOf('callLists') },
	{
		...koda,
		method: 'chats',
		ids: ({ chats }) => chats?.map(({ platformUserId }) => platformUserId),
	},
	{ ...koda, method: 'documents', ids: idsOf('documents') },
	{ ...naxon, method: 'models', ids: idsOf('models') },
	{ ...naxon, method: 'conversations', ids: idsOf('conversations') },
	{ ...koreAi, method: 'bots', ids: idsOf('bots') },
	{
		...koreAi,
		method: 'contents',
		parameters: { resource: 'content', operation: 'get', bot: koreBot },
		ids: ({ knowledge }) => knowledge?.contents.map(({ id }) => id),
	},
	{
		...koreAi,
		method: 'nodes',
		parameters: { resource: 'faq', operation: 'create', bot: koreBot, language: 'en' },
		ids: ({ bots: [{ id, name }] = [] }) => nodesOf(id, 'en', name).map(({ nodeId }) => nodeId),
	},
	{ ...koreCenter, method: 'campaigns', ids: idsOf('campaigns') },
	{
		...koreCenter,
		method: 'campaignsOfType',
		parameters: { campaignType: 'voice' },
		ids: idsOf('campaigns'),
	},
	{ ...koreCenter, method: 'contactLists', ids: idsOf('contactLists') },
	{
		...koreAdmin,
		method: 'users',
		ids: ({ users }) => users?.map(({ username }) => String(username)),
	},
	{ ...koreAdmin, method: 'botRoles', ids: idsOf('roles') },
	{ ...koreAdmin, method: 'adminRoles', ids: idsOf('roles') },
	{ ...koreCenter, method: 'queues', ids: inCenter('queues') },
	{ ...koreCenter, method: 'skillGroups', ids: inCenter('skillGroups') },
	{
		...koreCenter,
		method: 'skills',
		parameters: { resource: 'skill', operation: 'get', skillGroup: defaultSkills },
		ids: inCenter('skills'),
	},
	{ ...koreCenter, method: 'agentGroups', ids: inCenter('agentGroups') },
	{ ...koreCenter, method: 'contacts', ids: inCenter('contacts') },
	{ ...koreCenter, method: 'agents', ids: inCenter('agents') },
	{ ...chatBotCom, method: 'users', ids: idsOf('users') },
	{ ...chatBotCom, method: 'segments', ids: idsOf('segments') },
	{ ...chatBotCom, method: 'stories', ids: idsOf('stories') },
	{ ...chatBotCom, method: 'entities', ids: idsOf('entities') },
	{ ...chatBotCom, method: 'chats', ids: idsOf('chats') },
];

/** Every field in which several can be chosen from a list of the service. */
const MULTI_SELECTS: Choices[] = [{ ...chatBotCom, method: 'segments', ids: idsOf('segments') }];

/** The lists behind From List and multi selects, asked for as the editor does. */
export function pickerTests(playground: () => Playground): void {
	async function ask({ node, credential, vendor, parameters = {}, ids }: Choices) {
		const { sandbox, credentials } = playground();
		const { id, name } = credentials[credential];
		const asked = {
			type: `n8n-nodes-chatbot-platforms.${node}`,
			parameters,
			credentials: { [credential]: { id, name } },
		};
		return { asked, known: ids(await sandbox.state<State>(vendor))?.map(String) ?? [] };
	}

	it.each(PICKERS)('lists $method of $node', async (picker) => {
		const { api } = playground().n8n;
		const { method } = picker;
		const { asked, known } = await ask(picker);
		const listed = await api.nodeTypes.listSearch(asked, method);
		expect(listed.length).toBeGreaterThan(1);
		expect(listed.filter(({ value }) => !known.includes(value))).toEqual([]);

		const [, wanted] = listed;
		const found = await api.nodeTypes.listSearch(asked, method, wanted.name);
		expect(found.map(({ value }) => value)).toContain(wanted.value);
		expect(found.length).toBeLessThan(listed.length);
	});

	it.each(MULTI_SELECTS)('offers all $method of $node to choose several of', async (field) => {
		const { asked, known } = await ask(field);
		const offered = await playground().n8n.api.nodeTypes.loadOptions(asked, field.method);
		expect(known.length).toBeGreaterThan(1);
		expect(offered.map(({ value }) => value).sort()).toEqual(known.sort());
		expect(offered.filter(({ name }) => name === '')).toEqual([]);
	});

	it('says which field to fill in first when the story is missing', async () => {
		const { n8n, credentials } = playground();
		const { id, name } = credentials.chatBotComApi;
		const asked = {
			type: 'n8n-nodes-chatbot-platforms.chatBotCom',
			parameters: { story: { mode: 'list', value: '' } },
			credentials: { chatBotComApi: { id, name } },
		};
		await expect(n8n.api.nodeTypes.listSearch(asked, 'interactions')).rejects.toThrow(
			"Choose 'Story' first",
		);
	});

	it('takes the bot of the credential when none is chosen', async () => {
		const { n8n, credentials } = playground();
		const { id, name } = credentials.kodaOAuth2Api;
		const asked = {
			type: 'n8n-nodes-chatbot-platforms.koda',
			parameters: { bot: { mode: 'id', value: '' } },
			credentials: { kodaOAuth2Api: { id, name } },
		};
		expect((await n8n.api.nodeTypes.listSearch(asked, 'chats')).length).toBeGreaterThan(1);
	});
}
