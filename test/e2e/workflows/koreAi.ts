import { createHash } from 'node:crypto';
import { itemsOf } from '../../../scripts/n8n/api';
import type { Runner } from './runner';

const BOT = 'st-11111111-1111-5111-8111-111111111111';

/** The dates of one call have to be less than this apart. */
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** Messages of alerts and actions, which version 2 of the messages leaves out. */
const TASKS = [0, 2];

interface Conversations {
	sessions: Array<{
		id: string;
		botId: string;
		channel: string;
		start: number;
		messages: Array<{ id: string; at: number; source: number }>;
	}>;
}

interface Releases {
	files: Array<{ id: string; name: string; hash: string }>;
	imports: Array<{ id: string; botId: string; input: Record<string, string> }>;
	publishings: Array<{ botId: string; input: { versionComment: string } }>;
	bots: Array<{ id: string; isPublished: boolean }>;
}

const byText = (a: string, b: string) => (a < b ? -1 : 1);

export function koreAiTests({ playground, run }: Runner): void {
	it('nightly-conversation-export: every message of every channel is in the file, once', async () => {
		const { sandbox, n8n } = playground();
		const execution = await run('nightly-conversation-export');
		const asked = await sandbox.requests('kore-ai', 'session.getAll');
		const windows = asked
			.map(({ body }) => body as { dateFrom: string; dateTo: string })
			.map(({ dateFrom, dateTo }) => [Date.parse(dateFrom), Date.parse(dateTo)])
			.sort(([a], [b]) => a - b);
		expect(windows).toHaveLength(5);
		for (const [from, to] of windows) expect(to - from).toBeLessThan(WEEK_MS);
		const [from, to] = [windows[0][0], windows[4][1]];
		// The clocks may have been changed meanwhile.
		expect((to - from) / WEEK_MS).toBeCloseTo(30 / 7, 1);

		const { sessions } = await sandbox.state<Conversations>('kore-ai');
		const wanted = sessions
			.filter(({ botId, start }) => botId === BOT && start >= from && start <= to)
			.sort((a, b) => byText(a.id, b.id));
		expect(wanted.length).toBeGreaterThan(50);
		expect(itemsOf(execution, 'Get Many Sessions')).toHaveLength(wanted.length);
		const channels = new Set(wanted.map(({ channel }) => channel));
		expect(channels.size).toBeGreaterThan(1);

		const [head, ...lines] = (await n8n.api.fileText(execution, 'Conversations'))
			.trim()
			.split('\n');
		expect(head).toMatch(/^messageId,sessionId,/);
		const said = wanted.flatMap(({ messages }) =>
			messages
				.filter(({ at, source }) => at <= to && !TASKS.includes(source))
				.sort((a, b) => a.at - b.at),
		);
		expect(lines.map((line) => line.split(',')[0])).toEqual(said.map(({ id }) => id));
	});

	it('ship-a-bot: the bot is published after the files of the export were imported', async () => {
		const { sandbox, n8n } = playground();
		const execution = await run('ship-a-bot');
		const { files, imports, publishings, bots } = await sandbox.state<Releases>('kore-ai');
		const { id, botId, input } = imports[imports.length - 1];
		const fileOf = (fileId: string) => files.find((file) => file.id === fileId);
		const hashOf = async (node: string, field: string) =>
			createHash('sha256')
				.update(await n8n.api.fileText(execution, node, field))
				.digest('hex');
		expect(botId).toBe(BOT);
		expect(fileOf(input.botDefinition)).toMatchObject({
			name: 'botDefinition.json',
			hash: await hashOf('Definition File', 'botDefinition'),
		});
		expect(fileOf(input.configInfo)).toMatchObject({
			name: 'config.json',
			hash: await hashOf('Config File', 'config'),
		});

		const sent = await sandbox.requests('kore-ai');
		const steps = sent
			.filter(({ operationId }) => /^bot\.(import|publish|get.*Status)$/.test(operationId ?? ''))
			.map(({ operationId, responseBody }) => [
				operationId,
				(responseBody as { status?: string }).status,
			]);
		expect(steps).toEqual([
			['bot.import', 'pending'],
			['bot.getImportStatus', 'pending'],
			['bot.getImportStatus', 'pending'],
			['bot.getImportStatus', 'success'],
			// What was published before, to tell ours from it.
			['bot.getPublishStatus', 'successful'],
			['bot.publish', undefined],
			['bot.getPublishStatus', 'in_progress'],
			['bot.getPublishStatus', 'in_progress'],
			['bot.getPublishStatus', 'successful'],
		]);

		const { versionComment } = publishings[publishings.length - 1].input;
		expect(versionComment).toMatch(/^Shipped by n8n on \d{4}-\d\d-\d\d \d\d:\d\d$/);
		expect(bots.find((bot) => bot.id === BOT)?.isPublished).toBe(true);
		const status = sent[sent.length - 1].responseBody as { statusSummary: unknown[] };
		expect(itemsOf(execution, 'Summary')).toEqual([
			{
				import: 'success',
				import_id: id,
				publish: 'successful',
				resources: status.statusSummary.length,
				awaiting_approval: false,
			},
		]);
	});
}
