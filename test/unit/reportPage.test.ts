import fc from 'fast-check';
import { DateTime } from 'luxon';

import { reportPage } from '../../nodes/compose/campaign/reportPage';
import { resultsOf, type Cell, type Result } from '../../nodes/compose/campaign/results';
import { timelineOf } from '../../nodes/compose/report/timeline';
import { expectEach } from '../support/each';
import { allIn, named, readPage, rowsIn, textIn, type PageElement } from '../support/htmlPage';

const MAX_BYTES = 100_000;

const call = (more: Partial<Result> = {}): Result => ({
	number: '+48600000001',
	status: 'finished',
	answered: true,
	seconds: 10,
	attempts: 1,
	attemptsLeft: 2,
	begun: '2026-01-12 09:00:05',
	ended: '2026-01-12 09:00:15',
	variables: new Map(),
	collected: new Map(),
	...more,
});

const told = {
	name: 'Win-back',
	id: 'list-1',
	madeAt: DateTime.fromISO('2026-01-13T07:30:00Z', { zone: 'Europe/Warsaw' }),
	notes: ['Times are as the service gives them.'],
};

const sourceOf = (calls: Result[], more: Partial<typeof told> = {}, asked?: string[]) =>
	reportPage(resultsOf(calls, asked), { ...told, ...more });

const pageOf = (...given: Parameters<typeof sourceOf>) => readPage(sourceOf(...given));

const headings = (page: PageElement) => named(page, 'h2').map(textIn);

/** What a page may be made of: nothing that runs, fetches or is found under an address. */
const ELEMENTS = 'html head meta title body table tr th td div h1 h2 p span i svg rect'.split(' ');
const ATTRIBUTES = [
	...'charset name content lang role width height cellpadding cellspacing border bgcolor style'.split(
		' ',
	),
	...'align rules aria-label viewBox preserveAspectRatio fill x y'.split(' '),
];

/** Fails unless the page is of these alone, within its bound. */
function expectSafe(source: string): PageElement {
	expect(Buffer.byteLength(source)).toBeLessThanOrEqual(MAX_BYTES);
	const page = readPage(source);
	const elements = allIn(page);
	expect(elements.map(({ name }) => name).filter((name) => !ELEMENTS.includes(name))).toEqual([]);
	const attributes = elements.flatMap((element) => Object.entries(element.attributes));
	expect(attributes.filter(([name]) => !ATTRIBUTES.includes(name))).toEqual([]);
	expect(attributes.filter(([, value]) => /url|\/\/|script|flex|grid/i.test(value))).toEqual([]);
	return page;
}

test('a page tells the campaign, its figures, its charts and its calls', () => {
	const calls = [
		call({ variables: new Map([['city', 'Kraków']]), collected: new Map([['answer', 'yes']]) }),
		call({
			status: 'busy',
			answered: false,
			seconds: 0,
			begun: '2026-01-12 11:59:59',
			attempts: 3,
		}),
		call({ status: null, answered: false, seconds: null, begun: null, ended: null }),
	];
	const page = expectSafe(sourceOf(calls, {}, ['answer', 'reason']));
	expect(named(page, 'title').map(textIn)).toEqual(['Win-back']);
	const text = textIn(page);
	expect(text).toContain('made 2026-01-13 08:30 (Europe/Warsaw)');
	expect(text).toContain('Answered1 33.3%');
	expect(text).toContain('Attempts5');
	expect(text).toContain('Mean duration10 s');
	expect(text).toContain('finished1 (33.3%)busy1 (33.3%)no status1 (33.3%)');
	expect(text).toContain('Most in one hour: 1 (2026-01-12 09:00)');
	expect(text).toContain('answer1 (33.3%)reason0 (0%)');
	expect(text).toContain('All calls.');
	const [columns, ...rows] = rowsIn(page);
	expect(columns).toEqual([
		...['phone_number', 'calling_status', 'was_answered', 'attempts', 'attempts_left'],
		...['start_calling', 'finish_calling', 'duration_seconds', 'collected_answer', 'variable_city'],
	]);
	expect(rows.map((row) => row.slice(0, 3))).toEqual([
		['+48600000001', 'finished', 'yes'],
		['+48600000001', 'busy', 'no'],
		['+48600000001', '', 'no'],
	]);
	expect(rows[0].slice(-2)).toEqual(['yes', 'Kraków']);
});

test('what a service does not tell is not there, or said to be unknown', () => {
	const calls = [call({ answered: null, seconds: null, begun: null, ended: null, attempts: null })];
	const page = expectSafe(sourceOf(calls));
	expect(textIn(page)).toContain('Answerednot known');
	expect(textIn(page)).toContain('Attemptsnot known');
	expect(headings(page)).toEqual(['Calls by status', 'Calls']);
	expect(rowsIn(page)[0]).toEqual(['phone_number', 'calling_status', 'attempts_left']);
});

test('a campaign without calls is said to have none', () => {
	const page = expectSafe(sourceOf([], {}, ['answer']));
	expect(textIn(page)).toContain('There are no calls.');
	expect(headings(page)).toEqual(['Calls']);
	expect(named(page, 'svg')).toEqual([]);
});

/** Every text that a browser shows stands outside of drawings, so that a mail program without SVG loses none. */
test('drawings have no text in them', () => {
	const page = pageOf([call({ collected: new Map([['answer', 'yes']]) })]);
	const drawings = named(page, 'svg');
	expect(drawings.length).toBeGreaterThan(2);
	expect(drawings.map(textIn).filter((text) => text !== '')).toEqual([]);
});

describe('texts of data', () => {
	const hostile = [
		'</td><script>alert(1)</script>',
		'"><img src=x onerror=alert(1)>',
		"' style='color:url(//a.b)",
		'&lt;b&gt; & &amp;amp;',
		'<!-- ',
		']]>',
		'<svg onload=alert(1)>',
		'javascript:alert(1)',
	];

	/** A call that has the text wherever one can be. */
	const full = (text: string) =>
		call({
			number: text,
			status: text,
			attemptsLeft: text,
			ended: text,
			variables: new Map([[text, text]]),
			collected: new Map([[text, text]]),
		});
	const withText = (text: string) =>
		sourceOf([full(text)], { name: text, id: text, notes: [text] });

	test('are shown as they are', async () => {
		await expectEach(hostile, (text) => {
			const page = expectSafe(withText(text));
			expect(named(page, 'h1').map(textIn)).toEqual([text]);
			const [columns, row] = rowsIn(page);
			expect(columns.slice(-2)).toEqual([`collected_${text}`, `variable_${text}`]);
			expect(row.filter((cell) => cell === text)).toHaveLength(6);
		});
	});

	test('turn no other text around, and are no controls', () => {
		const page = expectSafe(withText('a\u202Eb\u2066c\u0000d\u0085e\nf\uD800g'));
		expect(named(page, 'h1').map(textIn)).toEqual(['a\uFFFDb\uFFFDc\uFFFDd\uFFFDe f\uFFFDg']);
	});

	test('whatever they are, make a page of the same elements and of bounded size', () => {
		const text = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 300 }),
			fc.constantFrom(...hostile),
			fc.string({ unit: fc.constantFrom('"', '👨‍👩‍👧‍👦', '<', 'e\u0301'), maxLength: 300 }),
		);
		const cell: fc.Arbitrary<Cell> = fc.oneof(text, fc.double(), fc.boolean(), fc.constant(null));
		const values = fc
			.array(fc.tuple(text, cell), { maxLength: 20 })
			.map((entries) => new Map(entries));
		const calls = fc.array(
			fc.record({
				number: cell,
				status: fc.option(text),
				answered: fc.option(fc.boolean()),
				seconds: fc.option(fc.double({ noNaN: true })),
				attempts: fc.option(fc.nat()),
				attemptsLeft: cell,
				begun: fc.oneof(
					cell,
					fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
				),
				ended: cell,
				variables: values,
				collected: values,
			}),
			{ maxLength: 30 },
		);
		fc.assert(
			fc.property(calls, text, text, (given, name, id) => {
				const page = expectSafe(sourceOf(given, { name, id, notes: [name] }));
				const shown = rowsIn(page).slice(1).length;
				const all = textIn(page).includes('All calls.');
				expect(given.length === 0 || all || shown < given.length).toBe(true);
			}),
			{ numRuns: 100 },
		);
	});
});

describe('a report that is large', () => {
	const many = (count: number, more: (index: number) => Partial<Result> = () => ({})) =>
		Array.from({ length: count }, (_, index) => call({ number: `+486${index}`, ...more(index) }));

	test('shows as many rows as there is room for, in their order, and says of how many', () => {
		const page = expectSafe(sourceOf(many(50_000)));
		const [, ...rows] = rowsIn(page);
		expect(rows.map(([number]) => number)).toEqual(rows.map((_, index) => `+486${index}`));
		expect(rows.length).toBeGreaterThan(400);
		expect(textIn(page)).toContain(`The first ${rows.length} of 50,000 calls.`);
	});

	test('shows twelve columns, what people gave before what was known, and says of how many', () => {
		const numbered = (word: string, count: number) =>
			new Map(Array.from({ length: count }, (_, n): [string, Cell] => [`${word}${n}`, 'x']));
		const calls = [call({ variables: numbered('v', 9), collected: numbered('c', 2) })];
		const page = expectSafe(sourceOf(calls));
		expect(rowsIn(page)[0].slice(8)).toEqual([
			...['collected_c0', 'collected_c1', 'variable_v0', 'variable_v1'],
		]);
		expect(textIn(page)).toContain('All calls. The first 12 of 19 columns.');
	});

	test('has at most twelve bars, of which the last is the rest', () => {
		const calls = many(100, (index) => ({ status: `s${Math.min(index, 20)}` }));
		const text = textIn(expectSafe(sourceOf(calls)));
		expect(text).toContain('s2080 (80%)s01 (1%)');
		expect(text).toContain('10 others10 (10%)');
	});

	test('cuts long texts between characters', () => {
		const page = expectSafe(sourceOf([call({ number: '👨‍👩‍👧‍👦'.repeat(50) })]));
		expect(rowsIn(page)[1][0]).toBe(`${'👨‍👩‍👧‍👦'.repeat(7)}…`);
		const statuses = many(20, (index) => ({ status: '&'.repeat(20_000 + index) }));
		expect(textIn(expectSafe(sourceOf(statuses)))).toContain(`${'&'.repeat(80)}…1 (5%)`);
	});
});

describe('the chart over time', () => {
	const moments = (...times: string[]) =>
		times.map((time) => ({ at: Date.parse(`${time}Z`), isMarked: time.endsWith('1') }));

	test('has columns of the finest unit of which 62 are enough, without gaps', async () => {
		await expectEach(
			[
				['2026-01-12T09:00:00', '2026-01-12T09:00:59', 'minute', 1],
				['2026-01-12T09:00:59', '2026-01-12T10:01:00', 'minute', 62],
				['2026-01-12T09:00:59', '2026-01-12T10:02:00', 'hour', 2],
				['2026-01-12T09:59:59', '2026-01-14T22:00:00', 'hour', 62],
				['2026-01-12T09:59:59', '2026-01-14T23:00:00', 'day', 3],
				['2026-01-31T23:59:59', '2026-04-02T00:00:00', 'day', 62],
				['2026-01-31T23:59:59', '2026-04-03T00:00:00', 'month', 4],
				['2021-01-31T23:59:59', '2026-03-01T00:00:00', 'year', 6],
			],
			([from, to, unit, count]) => {
				const timeline = timelineOf(moments(String(to), String(from)));
				expect([timeline?.unit, timeline?.columns.length]).toEqual([unit, count]);
			},
		);
		expect(timelineOf([])).toBeUndefined();
		expect(timelineOf(moments('1964-12-31T23:59:59', '2026-01-01T00:00:00'))).toBeUndefined();
	});

	test('counts what was when, and which of it is set off', () => {
		const timeline = timelineOf(
			moments(
				'2026-03-29T01:59:59',
				'2026-03-29T02:00:01',
				'2026-03-29T02:59:51',
				'2026-03-29T04:00:00',
			),
		);
		expect(timeline).toEqual({
			unit: 'hour',
			columns: [
				{ label: '2026-03-29 01:00', count: 1, marked: 0 },
				{ label: '2026-03-29 02:00', count: 2, marked: 2 },
				{ label: '2026-03-29 03:00', count: 0, marked: 0 },
				{ label: '2026-03-29 04:00', count: 1, marked: 0 },
			],
		});
	});

	test('loses no moment, whenever it was', () => {
		const times = fc.array(fc.integer({ min: -2_000_000_000_000, max: 4_000_000_000_000 }), {
			minLength: 1,
		});
		fc.assert(
			fc.property(times, (given) => {
				const timeline = timelineOf(given.map((at) => ({ at, isMarked: true })));
				const counts = timeline?.columns.map(({ count }) => count) ?? [given.length];
				expect(counts.reduce((all, count) => all + count)).toBe(given.length);
				expect(counts[0] > 0 && counts[counts.length - 1] > 0).toBe(true);
			}),
		);
	});

	test('is as high as its highest column, and tells those apart that were answered', () => {
		const at = (minute: number, answered: boolean) =>
			call({ begun: `2026-01-12 09:0${minute}:00`, answered });
		const page = pageOf([at(0, true), at(0, false), at(0, false), at(0, false), at(2, true)]);
		const [chart] = named(page, 'svg').filter(({ attributes }) => attributes.viewBox);
		const rects = named(chart, 'rect').map(({ attributes: { x, y, height } }) => [x, y, height]);
		expect(rects).toEqual([
			['80', '90', '30'],
			['80', '0', '90'],
			['480', '90', '30'],
		]);
	});
});
