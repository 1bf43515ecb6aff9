import { itemsOf } from '../../../scripts/n8n/api';
import type { LoggedRequest } from '../../../scripts/sandbox';
import type { Runner } from './runner';

const DAY_HOURS = 24;

/** Start and end of the call's range, wherever it stands: in the body or in the query. */
function rangeOf({ body, query }: LoggedRequest): { start: number; end: number } {
	const { start, end } = { ...query, ...(body as Record<string, unknown> | null) };
	return { start: Number(start), end: Number(end) };
}

export function koopidTests({ playground, run }: Runner): void {
	it('weekly-dashboard: a row per day with what Koopid answered for it, and a plot', async () => {
		const { sandbox, n8n } = playground();
		const execution = await run('weekly-dashboard');
		const sent = async (operation: string) =>
			(await sandbox.requests('koopid', operation)).sort(
				(a, b) => rangeOf(a).start - rangeOf(b).start,
			);
		const agents = await sent('agent.getSessionStats');
		const chats = await sent('conversation.getStats');
		const windows = agents.map(rangeOf);
		expect(chats.map(rangeOf)).toEqual(windows);
		expect(windows).toHaveLength(7);
		for (const [index, { start, end }] of windows.entries()) {
			// A day on which the clocks change has an hour more or less.
			expect(Math.abs((end - start) / 3_600_000 - DAY_HOURS)).toBeLessThanOrEqual(1);
			if (index > 0) expect(start).toBe(windows[index - 1].end);
		}

		const rows = itemsOf(execution, 'One Row per Day');
		const days = rows.map(({ day }) => String(day));
		expect(days).toEqual([...new Set(days)].sort());
		expect(rows).toEqual(
			agents.map(({ responseBody }, index) => ({
				day: days[index],
				agents: (responseBody as unknown[])[0],
				conversations: (chats[index].responseBody as unknown[])[0],
			})),
		);
		const [table] = execution.runData.Table[0].data?.main?.[0] ?? [];
		expect(table.binary?.data.fileName).toBe(`dashboard-${days[0]}.xlsx`);

		const [asked] = await sandbox.requests('koopid', 'message.getRedactedWithPlot');
		expect(rangeOf(asked)).toEqual({ start: windows[0].start, end: windows[6].end });
		const { extractedMessages, htmlView } = asked.responseBody as {
			extractedMessages: unknown[];
			htmlView: string;
		};
		const [plotted] = itemsOf(execution, 'Redacted Messages With Plot');
		expect(plotted).toMatchObject({ outcome: 'complete', count: extractedMessages.length });
		expect(extractedMessages.length).toBeGreaterThan(10);
		expect(await n8n.api.fileText(execution, 'Redacted Messages With Plot')).toBe(htmlView);
	});
}
