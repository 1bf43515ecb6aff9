import { itemsOf, type Execution } from '../../../scripts/n8n/api';
import { named, readPage, rowsIn, textIn } from '../../support/htmlPage';
import type { Runner } from './runner';

interface CallList {
	id: string;
	settings: { name: string };
	calls: Array<{ phoneNumber: string; status: string; customData: Record<string, string> }>;
}

interface State {
	callLists: CallList[];
}

interface CreateBody {
	name: string;
	calls: Array<Record<string, string>>;
}

/** The national number of a Polish phone number; undefined when it has not nine digits, or anything else in it. */
export function nationalNumber(written: string): string | undefined {
	if (!/^[+\d ]*$/.test(written)) return undefined;
	const digits = written.replaceAll(/\D/g, '').replace(/^(00)?48/, '');
	return digits.length === 9 ? digits : undefined;
}

const linesOf = (file: string) => file.trim().split('\n');

export function campaignTests({ playground, run, last }: Runner): void {
	const state = async () => await playground().sandbox.state<State>('koda');

	describe('win-back-campaign', () => {
		let execution: Execution;
		let rows: Array<Record<string, string>>;

		beforeAll(async () => {
			execution = await last('win-back-campaign');
			rows = itemsOf(execution, 'Rows') as typeof rows;
		});

		it('calls each good number once, in one form, with the columns of its row', async () => {
			const requests = await playground().sandbox.requests('koda', 'callList.create');
			const bodies = requests.map(({ body }) => body as CreateBody);
			const seen = new Set<string>();
			const wanted = rows.flatMap(({ phone, ...others }) => {
				const number = nationalNumber(phone);
				if (number === undefined || seen.has(number)) return [];
				seen.add(number);
				return [{ ...others, phone_number: `+48${number}` }];
			});
			expect(bodies.flatMap(({ calls }) => calls)).toEqual(wanted);
			expect(bodies.map(({ calls }) => calls.length)).toEqual([250, 250, 250, 150]);
			const names = bodies.map(({ name }) => name);
			expect(names[0]).toMatch(/^Win-back \d{4}-\d\d-\d\d 1$/);
			expect(names).toEqual([1, 2, 3, 4].map((number) => names[0].replace(/1$/, String(number))));
		});

		it('writes each other row into a file, with the reason', async () => {
			const [head, ...lines] = linesOf(
				await playground().n8n.api.fileText(execution, 'Rejected Rows'),
			);
			// n8n begins a CSV file with a byte order mark.
			expect(head.replace('\uFEFF', '')).toBe(
				'rejected_item,rejected_because,customer,first_name,last_name,phone,last_order',
			);
			const bad = rows.filter((_, index) => index % 10 === 9);
			// From the end: a reason with a comma is quoted.
			const field = (line: string, fromEnd: number) => line.split(',').at(-fromEnd) ?? '';
			expect(lines.map((line) => field(line, 5))).toEqual(bad.map(({ customer }) => customer));
			const reasons = {
				'is empty': /^$/,
				letters: /[a-z]/,
				'several numbers': /\//,
				'same number as item': /^\+48/,
				'no phone number of Poland': /^\d{5}$/,
			};
			for (const [words, phone] of Object.entries(reasons)) {
				const because = lines.filter((line) => line.includes(words));
				expect(because).toHaveLength(20);
				expect(because.every((line) => phone.test(field(line, 2)))).toBe(true);
			}
		});

		it('sums up what KODA has', async () => {
			const names = itemsOf(execution, 'Create Call Lists').map(({ name }) => name);
			const { callLists } = await state();
			const calls = callLists
				.filter(({ settings }) => names.includes(settings.name))
				.flatMap((list) => list.calls);
			const answered = calls.filter(({ status }) => status === 'finished').length;
			expect(answered).toBeLessThan(calls.length);
			expect(itemsOf(execution, 'Summary')).toEqual([
				{
					campaign: String(names[0]).replace(/ 1$/, ''),
					customers: rows.length,
					rejected: rows.length - calls.length,
					call_lists: 4,
					calls: calls.length,
					answered,
					gave_an_answer: answered,
				},
			]);
		});
	});

	it('campaign-results: fetched by hand, the latest campaign becomes a file with a row per call, and a page', async () => {
		const execution = await run('campaign-results');
		const [given, ...more] = itemsOf(execution, 'KODA Trigger');
		expect(more).toEqual([]);
		const { callLists } = await state();
		const latest = callLists.at(-1) as CallList;
		expect(given.id).toBe(latest.id);
		const [head, ...lines] = linesOf(await playground().n8n.api.fileText(execution, 'Results'));
		const columns = head.replace('\uFEFF', '').split(',');
		expect(columns).toEqual(
			expect.arrayContaining(['phone_number', 'variable_customer', 'collected_answer']),
		);
		const cells = lines.map((line) => line.split(','));
		const column = (name: string) => cells.map((row) => row[columns.indexOf(name)]);
		expect(column('phone_number')).toEqual(latest.calls.map(({ phoneNumber }) => phoneNumber));
		expect(column('calling_status')).toEqual(latest.calls.map(({ status }) => status));
		expect(column('variable_customer')).toEqual(
			latest.calls.map(({ customData }) => customData.customer),
		);

		const page = readPage(await playground().n8n.api.fileText(execution, 'HTML Report'));
		expect(named(page, 'h1').map(textIn)).toEqual([latest.settings.name]);
		const [heads, ...shown] = rowsIn(page);
		const number = heads.indexOf('phone_number');
		expect(shown.map((row) => row[number])).toEqual(column('phone_number'));
	});
}
