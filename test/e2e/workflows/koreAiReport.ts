import { groupBy, meanBy, round, sumBy } from 'lodash';
import { itemsOf } from '../../../scripts/n8n/api';
import { readPage, rowsIn } from '../../support/htmlPage';
import type { Runner } from './runner';

const FILE = 'weekly-bot-report';
const DAY_MS = 24 * 60 * 60 * 1000;

interface Task {
	dateRange: string;
	totalSession: number;
	selfServiceSessions: number;
	dropOffSessions: number;
	agentTransferSessions: number;
}

interface Dated {
	timestamp: string;
	surveyName: string;
	score: number;
}

interface Report {
	status: string;
	tasksExecutionReport: { data: Record<string, Task[]> };
}

/** What the bot did in a week, of three reports of Kore.ai. */
export function koreAiReportTests({ playground, run }: Runner): void {
	it(`${FILE}: a row per day with what Kore.ai answered for it, as a file and a page`, async () => {
		const { sandbox, n8n } = playground();
		const sent = async (operation: string) => await sandbox.requests('kore-ai', operation);
		const execution = await run(FILE);

		const [asked, ...more] = await sent('containmentReport.create');
		expect(more).toEqual([]);
		const { dateFrom, dateTo } = (asked.body as { filters: Record<string, string> }).filters;
		expect(Date.parse(dateTo) + 1 - Date.parse(dateFrom)).toBe(7 * DAY_MS);
		expect([dateFrom, dateTo].map((date) => date.slice(10))).toEqual([
			'T00:00:00.000Z',
			'T23:59:59.999Z',
		]);
		const lists = [...(await sent('analytics.getAll')), ...(await sent('feedback.getAll'))];
		for (const { body } of lists) {
			expect(body).toMatchObject({
				filters: { from: dateFrom, to: dateTo, channel: ['rtm', 'msteams', 'ivrVoice'] },
			});
		}

		const looks = (await sent('containmentReport.getStatus')).map(
			({ responseBody }) => responseBody as Report,
		);
		expect(looks.map(({ status }) => status === 'SUCCESS').indexOf(true)).toBe(looks.length - 1);
		const tasks = Object.values(looks.at(-1)?.tasksExecutionReport.data ?? {}).flat();
		const rowsOf = async (operation: string) =>
			(await sent(operation)).flatMap(
				({ responseBody }) => (responseBody as { result: Dated[] }).result,
			);
		const [utterances, answers] = [
			await rowsOf('analytics.getAll'),
			await rowsOf('feedback.getAll'),
		];
		const days = [...utterances, ...answers].map(({ timestamp }) => timestamp.slice(0, 10));
		const on = (rows: Dated[], day: string) =>
			rows.filter(({ timestamp }) => timestamp.startsWith(day));
		const byDay = groupBy(tasks, 'dateRange');
		const rows = [...new Set([...Object.keys(byDay), ...days])].sort().map((day) => {
			const given = on(answers, day).filter(({ surveyName }) => surveyName === 'nps survey');
			return {
				day,
				sessions: sumBy(byDay[day], 'totalSession'),
				self_service: sumBy(byDay[day], 'selfServiceSessions'),
				drop_off: sumBy(byDay[day], 'dropOffSessions'),
				agent: sumBy(byDay[day], 'agentTransferSessions'),
				unhandled: on(utterances, day).length,
				responses: given.length,
				average_score: given.length > 0 ? String(round(meanBy(given, 'score'), 2)) : '',
			};
		});
		expect(rows).toHaveLength(7);
		expect(itemsOf(execution, 'Report')).toEqual(rows);
		expect(sumBy(rows, 'sessions')).toBeGreaterThan(0);
		expect(sumBy(rows, 'unhandled')).toBeGreaterThan(0);
		expect(sumBy(rows, 'responses')).toBeGreaterThan(0);
		expect(await n8n.api.fileText(execution, 'Table')).toMatch(/^PK/);

		const [{ html }, ...others] = itemsOf(execution, 'Page');
		expect(others).toEqual([]);
		const [, ...shown] = rowsIn(readPage(String(html)));
		expect(shown).toEqual(
			rows.map(({ day, sessions, unhandled, responses, average_score: score }) =>
				[day, sessions, unhandled, responses, score].map(String),
			),
		);
	});
}
