import { pageOf } from '../support/polls/world';
import { KODA } from '../support/polls/koda';
import { FAULTLESS, Run, restoreClock } from '../support/polls/run';
import type { Simulated, World } from '../support/polls/world';

afterEach(restoreClock);

/** What docs/koda.md says that a poll reads at most. */
const LISTS_A_POLL = 100;
const CALLS_A_POLL = 100_000;

/** Lists that KODA gives on a page. */
const PAGE = 20;

const callFinished = KODA.find(({ name }) => name.endsWith('callFinished'))!;

interface List {
	id: string;
	total: number;
	finished: Array<{ number: string; at: number }>;
}

/** So many lists of so many calls, which finish in one list after the other; `asked` has those that were read. */
class Lists {
	readonly all: List[];

	asked: string[] = [];

	private calls = 0;

	constructor(count: number, total: number) {
		this.all = Array.from({ length: count }, (_, index) => ({
			id: `list-${index}`,
			total,
			finished: [],
		}));
	}

	readonly make: Simulated['make'] = (): World => ({
		handlers: {
			'callList.getAll': ({ query }) => {
				const page = Number(query.page ?? 1);
				const { shown, pages, total } = pageOf(this.all, page, PAGE);
				const meta = { status: 200, page, pages, found: total, is_last_page: page >= pages };
				return { meta, response: shown.map(this.summary) };
			},
			'callList.get': ({ path }) => {
				const list = this.all.find(({ id }) => id === path.listId)!;
				this.asked.push(list.id);
				const calls = list.finished.map(({ number, at }) => ({
					phone_number: number,
					calling_status: 'answered',
					attempts_left: 0,
					finish_calling: new Date(at).toISOString().slice(0, 19).replace('T', ' '),
				}));
				return { meta: { status: 200 }, response: { ...this.summary(list), calls } };
			},
		},
		happen: (count, { at }) =>
			Array.from({ length: count }, () => {
				const number = `+4860${String(this.calls).padStart(7, '0')}`;
				this.all[this.calls % this.all.length].finished.push({ number, at });
				this.calls += 1;
				return number;
			}),
		edit: () => {},
	});

	private readonly summary = ({ id, total, finished }: List) => ({
		id,
		name: id,
		status: 'in progress',
		total_calls: total,
		finished_calls: finished.length,
		max_call_at: '2099-01-01 00:00:00',
	});
}

async function published(lists: Lists): Promise<Run> {
	const run = new Run({ ...callFinished, make: lists.make }, { tellsTime: true });
	await run.publish();
	run.pass(1);
	return run;
}

/** The IDs of the lists that a poll reads. */
async function asks(run: Run, lists: Lists): Promise<string[]> {
	lists.asked = [];
	await run.poll();
	run.pass(1);
	return lists.asked;
}

test.each([
	{ count: 500, total: 100, most: LISTS_A_POLL },
	{ count: 70, total: 5_000, most: CALLS_A_POLL / 5_000 },
	{ count: 7, total: 150_000, most: 1 },
])(
	'$count lists of $total calls: a poll reads $most, and each in its turn',
	async ({ count, total, most }) => {
		const lists = new Lists(count, total);
		const run = await published(lists);
		const latest = Math.ceil(count / most);
		const last = new Map<string, number>();
		for (let poll = 0; poll < 4 * latest; poll++) {
			run.happen(count);
			const asked = await asks(run, lists);
			expect(asked).toHaveLength(most);
			for (const id of asked) {
				if (last.has(id)) expect(poll - last.get(id)!).toBeLessThanOrEqual(latest);
				last.set(id, poll);
			}
			if (poll % 3 === 0) run.restart();
		}
		expect(last.size).toBe(count);
		// Each for five minutes more, since calls may be shown later than they are counted.
		for (let poll = 0; poll < 3 * latest; poll++) await asks(run, lists);
		expect(await asks(run, lists)).toEqual([]);
		expect(await run.settle()).toMatchObject(FAULTLESS);
	},
);

test('lists that are refused keep back no others', async () => {
	const lists = new Lists(250, 100);
	const run = await published(lists);
	run.happen(250);
	const isRefused = (path: string) => Number(/list-(\d+)$/.exec(path)?.[1] ?? 999) < 120;
	run.service.refusal = (path) => (isRefused(path) ? 500 : undefined);
	const read = new Set<string>();
	for (let poll = 0; poll < 3; poll++) for (const id of await asks(run, lists)) read.add(id);
	expect(read.size).toBe(130);
	run.service.refusal = () => undefined;
	for (let poll = 0; poll < 5; poll++) await asks(run, lists);
	expect(await run.settle()).toMatchObject({ ...FAULTLESS, happened: 250 });
});
