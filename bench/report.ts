/** What one run of a workload in one way gave. */
export interface Sample {
	workload: string;
	way: string;
	size: number;
	measures: Record<string, number>;
}

/** Median, least and most of several runs. */
export interface Spread {
	median: number;
	min: number;
	max: number;
}

export interface Row {
	workload: string;
	way: string;
	size: number;
	runs: number;
	measures: Record<string, Spread>;
}

function markdown(head: string[], rows: string[][]): string {
	const lines = [head, head.map(() => '---'), ...rows];
	return lines.map((texts) => `| ${texts.join(' | ')} |`).join('\n');
}

interface Column {
	title: string;
	show: (row: Row, peer: Row | undefined) => string | undefined;
}

function spreadOf(values: number[]): Spread {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = (sorted.length - 1) / 2;
	const median = (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
	return { median, min: sorted[0], max: sorted[sorted.length - 1] };
}

/** One row for each way and size, in the order in which they first came. */
export function rowsOf(samples: Sample[]): Row[] {
	const groups = new Map<string, Sample[]>();
	for (const sample of samples) {
		const key = JSON.stringify([sample.workload, sample.size, sample.way]);
		groups.set(key, [...(groups.get(key) ?? []), sample]);
	}
	return [...groups.values()].map((group) => {
		const [{ workload, way, size }] = group;
		const names = new Set(group.flatMap(({ measures }) => Object.keys(measures)));
		const spreads = [...names].map((name) => {
			const values = group.flatMap(({ measures }) => measures[name] ?? []);
			return [name, spreadOf(values)];
		});
		return { workload, way, size, runs: group.length, measures: Object.fromEntries(spreads) };
	});
}

const whole = (value: number) => Math.round(value).toLocaleString('en');

/** Three digits that count, with the unit. */
function time(milliseconds: number): string {
	const [value, unit] = milliseconds < 1000 ? [milliseconds, 'ms'] : [milliseconds / 1000, 's'];
	return `${value >= 100 ? whole(value) : value.toPrecision(value < 1 ? 2 : 3)} ${unit}`;
}

const kilobytes = (value: number) => `${whole(value)} kB`;

const megabytes = (value: number) => `${whole(value)} MB`;

const of = (name: string, format: (value: number) => string) => (row: Row) => {
	const spread = row.measures[name];
	return spread && format(spread.median);
};

const isLossy = ({ measures: { lost } }: Row) => lost !== undefined && lost.median > 0;

const columns: Column[] = [
	{
		title: 'Time (least to most)',
		show: ({ measures: { milliseconds: spread, brokeDown } }) =>
			brokeDown
				? 'the process broke down'
				: `${time(spread.median)} (${time(spread.min)} to ${time(spread.max)})`,
	},
	{
		title: 'Ratio',
		// Who lost something did not do the work.
		show: (row, peer) =>
			peer && !isLossy(row) && !isLossy(peer)
				? (row.measures.milliseconds.median / peer.measures.milliseconds.median).toFixed(2)
				: undefined,
	},
	{
		title: 'Each',
		show: ({ measures: { milliseconds, peak }, size }) => peak && time(milliseconds.median / size),
	},
	{ title: 'Operations and events', show: of('actions', whole) },
	{ title: 'Described in', show: of('described', kilobytes) },
	{ title: 'With copies for agents', show: of('withTools', kilobytes) },
	{ title: 'One of them', show: of('perAction', (value) => `${value.toFixed(1)} kB`) },
	{ title: 'Heap', show: of('heap', (value) => `${value.toFixed(1)} MB`) },
	{ title: 'A second', show: of('perSecond', whole) },
	{ title: 'Until', show: of('until', time) },
	{ title: 'p50', show: of('p50', time) },
	{ title: 'p99', show: of('p99', time) },
	{ title: 'Processor', show: of('processor', time) },
	{ title: 'Memory at most', show: of('peak', megabytes) },
	{ title: 'Memory added', show: of('added', megabytes) },
	{ title: 'In flight', show: of('inFlight', whole) },
	{ title: 'Requests', show: of('requests', whole) },
	{ title: 'Read', show: of('sent', (value) => `${value.toFixed(1)} MB`) },
	{ title: 'Connections', show: of('connections', whole) },
	{ title: 'Refused', show: of('refused', whole) },
	{ title: 'Token requests', show: of('tokens', whole) },
	{ title: 'Answered', show: of('answered', whole) },
	{ title: 'Lost', show: of('lost', whole) },
	{ title: 'Twice', show: of('twice', whole) },
];

/** Columns that say nothing where all is 0. */
const ONLY_IF_ANY = ['Refused', 'Token requests', 'Read'];

/** A Markdown table of the rows of one workload; Ratio is that of the time to the second way's. */
export function tableOf(rows: Row[], unit: string): string {
	const peerOf = (row: Row) => rows.filter(({ size }) => size === row.size)[1];
	const cells = columns.map(({ show }) => rows.map((row) => show(row, peerOf(row)) ?? ''));
	const shown = columns.flatMap(({ title }, index) => {
		const silent = ONLY_IF_ANY.includes(title) ? ['', '0', '0.0 MB'] : [''];
		return cells[index].every((cell) => silent.includes(cell)) ? [] : [index];
	});
	const first = [unit.replace(/^./, (letter) => letter.toUpperCase()), 'By'];
	return markdown(
		[...first, ...shown.map((index) => columns[index].title)],
		rows.map((row, at) => [whole(row.size), row.way, ...shown.map((index) => cells[index][at])]),
	);
}

/** A Markdown table of what one item's time was spent on, in microseconds, by way; `times` are milliseconds of `size` items. */
export function profileTable(times: Record<string, Record<string, number>>, size: number): string {
	const ways = Object.keys(times);
	const owners = new Set(ways.flatMap((way) => Object.keys(times[way])));
	const total = (owner: string) => Math.max(...ways.map((way) => times[way][owner] ?? 0));
	const each = (owner: string, way: string) => whole(((times[way][owner] ?? 0) * 1000) / size);
	return markdown(
		['Microseconds for one item', ...ways],
		[...owners]
			.sort((a, b) => total(b) - total(a))
			.map((owner) => [owner, ...ways.map((way) => each(owner, way))]),
	);
}
