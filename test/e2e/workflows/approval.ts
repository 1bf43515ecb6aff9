import axios from 'axios';
import type { Page } from 'playwright-core';
import { itemsOf, type Execution } from '../../../scripts/n8n/api';
import { PERSON, startEditor, type Editor } from '../../../scripts/n8n/editor';
import { openWorkflow, shoot } from '../editor/browser';
import type { Runner } from './runner';

/** The example workflow. */
export const APPROVAL = 'support-agent-with-approval';

/** The tools that change something. */
const PAUSE = { tool: 'Pause call list in KODA', call: 'callList.pause' };
const REPLY = { tool: 'Reply to chat as moderator in KODA', call: 'chat.sendModeratorMessage' };

/** What the chat shows with buttons. */
interface Question {
	text: string;
	buttons: Array<{ link: string }>;
}

/** n8n's human review between an AI Agent and the pack's tools, in the editor's chat. */
export function approvalTests({ playground, find }: Runner): void {
	let editor: Editor;
	let page: Page;

	beforeAll(async () => {
		editor = await startEditor(playground().n8n);
		page = await editor.newPage();
	});

	afterAll(async () => {
		await editor?.close();
	});

	const sent = async (call: string) => await playground().sandbox.requests('koda', call);

	/** Says something in the editor's chat, and waits until the agent asks; answers the links of its buttons. */
	async function ask(text: string): Promise<string[]> {
		await openWorkflow(page, playground(), find(APPROVAL).id);
		const chat = page.locator('[data-test-id="workflow-chat-button"]');
		// n8n remembers whether it was open.
		if ((await chat.innerText()).includes('Open chat')) await chat.click();
		await page.getByPlaceholder(/^Type message/).fill(text);
		await page.keyboard.press('Enter');
		await page.getByRole('button', { name: 'Approve', exact: true }).waitFor();
		const asked = await latest();
		expect(asked.status).toBe('waiting');
		const [{ sendMessage }] = asked.runData.Approval[0].data?.ai_tool?.[0] ?? [];
		const { text: question, buttons } = sendMessage as Question;
		expect(question).toContain(`You asked: ${text}`);
		return buttons.map(({ link }) => link);
	}

	async function latest(): Promise<Execution> {
		const { api } = playground().n8n;
		const [id] = await api.executionIds(find(APPROVAL).id);
		return await api.execution(id);
	}

	/** Answers the question; `said` is what the agent says to that in the chat. */
	async function answer(button: 'Approve' | 'Decline', said: string): Promise<Execution> {
		await page.getByRole('button', { name: button, exact: true }).click();
		await page.locator('[data-test-id="canvas-chat-body"]').getByText(said).waitFor();
		await shoot(page, `${APPROVAL}-${button.toLowerCase()}`);
		const execution = await latest();
		expect(itemsOf(execution, 'AI Agent')).toEqual([{ output: said }]);
		return execution;
	}

	it.each([
		{
			text: 'Pause "Call list 2"',
			...PAUSE,
			said: '"Call list 2" is paused. Nobody is called until it is resumed.',
		},
		{ text: 'Tell Mei: One moment.', ...REPLY, said: 'I have written to Mei.' },
	])('$text: done once when it is approved, nothing when it is declined', async (row) => {
		const before = (await sent(row.call)).length;
		await ask(row.text);
		const declined = await answer('Decline', 'You declined it: nothing was done.');
		expect(declined.runData[row.tool]).toBeUndefined();
		expect(await sent(row.call)).toHaveLength(before);

		const links = await ask(row.text);
		expect(await sent(row.call)).toHaveLength(before);
		const approved = await answer('Approve', row.said);
		expect(approved.runData[row.tool]).toHaveLength(1);
		expect(await sent(row.call)).toHaveLength(before + 1);

		// Whoever opens the links of a question that was answered changes nothing.
		for (const link of links) {
			await axios.get(link, {
				headers: { 'User-Agent': PERSON },
				proxy: false,
				validateStatus: () => true,
			});
		}
		expect(await sent(row.call)).toHaveLength(before + 1);
	});
}
