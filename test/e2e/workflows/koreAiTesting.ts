import { itemsOf } from '../../../scripts/n8n/api';
import type { Runner } from './runner';

const BOT = 'st-11111111-1111-5111-8111-111111111111';

interface Testing {
	building: { testRuns: Array<{ id: string; botId: string; cases: number; failing: number }> };
}

/** Kore.ai's conversation tests: all suites run, and what did not pass is told. */
export function koreAiTestingTests({ playground, run }: Runner): void {
	it('regression-test-a-bot: all suites run to their end, and those that did not pass are told', async () => {
		const { sandbox } = playground();
		const execution = await run('regression-test-a-bot');
		const { testRuns } = (await sandbox.state<Testing>('kore-ai')).building;
		const own = testRuns.filter(({ botId }) => botId === BOT);
		const [{ email, suites }] = itemsOf(execution, 'Settings');
		expect(suites).toHaveLength(own.length);
		const [first, second] = own;
		expect([first.failing, second.failing > 0]).toEqual([0, true]);

		const begun = await sandbox.requests('kore-ai', 'conversationTest.run');
		const version = 'inDevelopment';
		expect(begun.map(({ body }) => body)).toEqual(own.map(() => ({ version, userEmailId: email })));
		const looks = await sandbox.requests('kore-ai', 'conversationTest.getRunStatus');
		const statuses = looks.map(({ responseBody }) => (responseBody as { status: string }).status);
		// Waited for: each is looked at until it is over.
		expect(statuses.filter((status) => status === 'inprogress').length).toBeGreaterThan(0);
		expect(statuses.filter((status) => status !== 'inprogress').sort()).toEqual([
			'failed',
			'passed',
		]);

		const names = suites as unknown as string[];
		expect(itemsOf(execution, 'Report')).toEqual(
			own.map(({ id, cases, failing }, index) => ({
				suite: names[index],
				passed: failing === 0,
				steps: cases,
				failed_steps: failing,
				run_id: id,
			})),
		);
		const [failed] = names.slice(1);
		expect(itemsOf(execution, 'Summary')).toEqual([
			{ passed: false, suites: names.length, failed_suites: [failed] },
		]);
		expect(itemsOf(execution, 'Alert')).toEqual([
			{ text: `1 of ${names.length} test suites did not pass: ${failed}` },
		]);
		expect(execution.runData.Passed).toBeUndefined();
	});
}
