import { itemsOf, type Execution } from '../../../scripts/n8n/api';
import { assertSuccess } from '../../../scripts/n8n/demonstration';
import type { Runner } from './runner';

const FILE = 'support-agent-with-tools';

interface KodaState {
	callLists: Array<{ settings: { name: string }; paused: boolean }>;
	chats: Array<{
		firstName: string;
		moderatorMode: boolean;
		entries: Array<{ type: string; block: { text: string } }>;
	}>;
	documents: Array<{ title: string; content: string }>;
}

/** The nodes that ran as tools, once each. */
const toolsOf = ({ runData }: Execution) =>
	Object.keys(runData).filter((name) => name.endsWith(' in KODA'));

/** n8n's own AI Agent, with a script for the language model and the pack's nodes as its tools. */
export function agentTests({ playground, find, run }: Runner): void {
	const state = async () => await playground().sandbox.state<KodaState>('koda');
	const sent = async (operation: string) => await playground().sandbox.requests('koda', operation);

	/** Says something in the workflow's chat; answers what the agent replies. */
	async function say(chatInput: string) {
		const { api } = playground().n8n;
		const workflow = find(FILE);
		const output = { sessionId: 'e2e', action: 'sendMessage', chatInput };
		const id = await api.run(workflow.id, 'When chat message received', output);
		const execution = await api.finished(id);
		assertSuccess(workflow, execution);
		const [{ output: reply }] = itemsOf(execution, 'AI Agent');
		return { reply, execution };
	}

	it(`${FILE}: the agent finds the campaign, pauses it once and says so`, async () => {
		const pausedLists = async () =>
			(await state()).callLists
				.filter(({ paused }) => paused)
				.map(({ settings }) => settings.name)
				.sort();
		const before = await pausedLists();
		const calls = (await sent('callList.pause')).length;
		const execution = await run(FILE);
		expect(itemsOf(execution, 'AI Agent')).toEqual([
			{ output: '"Call list 3" is paused. Nobody is called until it is resumed.' },
		]);
		expect(await pausedLists()).toEqual([...before, 'Call list 3'].sort());
		expect(await sent('callList.pause')).toHaveLength(calls + 1);
		expect(toolsOf(execution)).toEqual(['Get many call lists in KODA', 'Pause call list in KODA']);
	});

	it(`${FILE}: asked in the chat, it writes to a person as a moderator`, async () => {
		const { reply } = await say('Tell Mei: We are looking into it.');
		expect(reply).toBe('I have written to Mei.');
		const [request, ...more] = (await sent('chat.sendModeratorMessage')).slice(-1);
		expect(more).toEqual([]);
		expect(request.body).toEqual({ moderator_message: 'We are looking into it.' });
		const written = (await state()).chats.filter(
			({ entries }) => entries.at(-1)?.block.text === 'We are looking into it.',
		);
		expect(written).toMatchObject([{ firstName: 'Mei', moderatorMode: true }]);
	});

	it(`${FILE}: asked in the chat, it answers from the knowledge base`, async () => {
		const { reply, execution } = await say('How can I reset my password?');
		const { documents } = await state();
		const has = (text: string) => /reset/i.test(text) && /password/i.test(text);
		const found = documents.find(({ title, content }) => has(`${title} ${content}`));
		expect(reply).toBe(found?.content);
		expect(toolsOf(execution)).toEqual(['Search documents in KODA', 'Get document in KODA']);
	});
}
