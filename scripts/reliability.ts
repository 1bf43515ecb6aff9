/**
 * `npm run reliability`: writes the figures that the suites left in coverage/ into docs/reliability.md.
 * `npm run test:full` ends with it.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const ROOT = join(__dirname, '..');
const PAGE = join(ROOT, 'docs', 'reliability.md');
const MARKS = ['<!-- figures -->', '<!-- end of figures -->'] as const;

type Counts = Record<string, number>;

interface Suite {
	/** A folder of coverage/, or a file in it. */
	name: string;
	what: string;
	/** The command that gives the figures. */
	command: string;
}

const FULL = 'npm run test:full';

const SUITES: Suite[] = [
	{
		name: 'answers',
		what: 'Answers: samples of the contracts, systematically changed',
		command: FULL,
	},
	{
		name: 'matrix',
		what: 'Faults: every call of every operation, event and picker',
		command: FULL,
	},
	{ name: 'secrets', what: 'Secrets: repeated by the service in 22 encodings', command: FULL },
	{ name: 'hostile', what: 'Hostile input: every field, every webhook', command: FULL },
	{ name: 'polls', what: 'Polls on a simulated clock', command: FULL },
	{ name: 'longRun', what: 'Long run in one process', command: FULL },
	{ name: 'queue.json', what: 'Queue mode: two workers', command: 'npm run e2e -- --queue' },
];

/** Columns of their own; any other count of something wrong goes into the last one. */
const COLUMNS = ['doubled', 'leaked', 'crashed', 'hung', 'lost'];

/** Counts that say how much was done, or that the pages tell. */
const NEUTRAL = [
	...['runs', 'cases', 'scenarios', 'happened', 'named', 'executions', 'polls', 'calls', 'sent'],
	// What the long run bounds in its own tests.
	...['most', 'kept', 'largestState'],
];

/** The reports of a suite: one, or one for each vendor or event. */
function reportsOf(name: string): Array<Record<string, unknown>> {
	const path = join(ROOT, 'coverage', name);
	if (!existsSync(path)) return [];
	const files = name.endsWith('.json') ? [path] : readdirSync(path).map((one) => join(path, one));
	return files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>);
}

/** The sum of what the reports count: numbers, in `counts` or beside the rest. */
function sumOf(reports: Array<Record<string, unknown>>): Counts {
	const sum: Counts = {};
	for (const { counts, ...rest } of reports) {
		for (const [name, count] of Object.entries((counts ?? rest) as Record<string, unknown>)) {
			if (typeof count === 'number') sum[name] = (sum[name] ?? 0) + count;
		}
	}
	return sum;
}

const row = (cells: string[]) => `| ${cells.join(' | ')} |`;

function rowOf({ name, what, command }: Suite): string {
	const reports = reportsOf(name);
	const code = `\`${command}\``;
	if (reports.length === 0) return row([what, 'not counted', ...COLUMNS.map(() => ''), '', code]);
	const counts = sumOf(reports);
	const runs = counts.runs ?? counts.cases ?? counts.executions ?? 0;
	// Some do not say it themselves.
	const isWhole = command !== FULL || process.env.WHOLE_SUITES === '1';
	const isSample = reports.some(({ whole = isWhole }) => whole === false);
	const known = [...COLUMNS, ...NEUTRAL];
	const others = Object.keys(counts).filter((one) => !known.includes(one));
	const other = others.reduce((sum, one) => sum + counts[one], 0);
	return row([
		what,
		`${runs.toLocaleString('en')}${isSample ? ' (a sample)' : ''}`,
		...COLUMNS.map((one) => String(counts[one] ?? 0)),
		String(other),
		code,
	]);
}

async function main(): Promise<void> {
	const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
		devDependencies: Record<string, string>;
	};
	const head = ['Suite', 'Runs', ...COLUMNS.map((one) => one[0].toUpperCase() + one.slice(1))];
	const titles = [...head, 'Otherwise wrong', 'Command'];
	const table = [row(titles), row(titles.map(() => '---')), ...SUITES.map(rowOf)].join('\n');
	const day = new Date().toISOString().slice(0, 10);
	const about = `Of ${day}, with n8n-core ${devDependencies['n8n-core']} and Node.js ${process.versions.node}.`;
	const page = readFileSync(PAGE, 'utf8');
	const [before, rest] = page.split(MARKS[0]);
	const [, after] = rest.split(MARKS[1]);
	const text = `${before}${MARKS[0]}\n\n${about}\n\n${table}\n\n${MARKS[1]}${after}`;
	const options = { ...(await resolveConfig(PAGE)), filepath: PAGE };
	writeFileSync(PAGE, await format(text, options));
	console.log('Wrote the figures of docs/reliability.md.');
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
