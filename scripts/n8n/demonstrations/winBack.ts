import { itemsOf, triggerOf } from '../api';
import { assertSuccess, row, type Demonstration } from '../demonstration';
import { inHaste } from './haste';

/** How long the calls take. */
const CALLED_SECONDS = 75;

/** What the workflow asks for. */
const CALLS_PER_LIST = 250;

interface State {
	callLists: Array<{
		id: string;
		calls: Array<{ customData: { customer: string }; finishedAt?: number }>;
	}>;
}

interface Answer {
	response: { list_id: string };
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** A spreadsheet with bad numbers in it becomes a campaign, watched until everybody was called. */
export const winBack: Demonstration = {
	workflow: 'win-back-campaign',
	title:
		'Running "Win-back campaign" in n8n: 1,000 rows of a spreadsheet, a tenth of them bad, become call lists in KODA …',
	async run({ n8n, sandbox }, workflow) {
		const before = (await sandbox.requests('koda', 'callList.create')).length;
		const id = await n8n.api.run(workflow.id, triggerOf(workflow));
		const execution = await inHaste(sandbox, n8n.api.finished(id), {
			isCalling: async () => (await sandbox.requests('koda', 'callList.create')).length > before,
			seconds: CALLED_SECONDS,
		});
		assertSuccess(workflow, execution);

		const creations = (await sandbox.requests('koda', 'callList.create')).slice(before);
		const created = creations.map(({ responseBody }) => (responseBody as Answer).response.list_id);
		const { callLists } = await sandbox.state<State>('koda');
		const lists = callLists.filter(({ id }) => created.includes(id));
		const calls = lists.flatMap((list) => list.calls);
		const called = calls.map(({ customData }) => customData.customer);
		const done = calls.filter(({ finishedAt }) => finishedAt !== undefined);

		const namesOf = (node: string, output?: number) =>
			itemsOf(execution, node, output).map(({ customer }) => String(customer));
		const customers = namesOf('Rows');
		const rejected = namesOf('Create Call Lists', 1);
		const largest = Math.max(...lists.map((list) => list.calls.length));
		const counts = itemsOf(execution, 'Create Call Lists').map(({ count }) => Number(count));
		const [summary] = itemsOf(execution, 'Summary');
		const people = (names: string[]) => `${new Set(names).size} people in ${names.length} rows`;
		return [
			row(
				'spreadsheet: calls and left-out rows',
				customers,
				[...called, ...rejected].sort(),
				people,
			),
			row('bad numbers: left-out rows', customers.length / 10, rejected.length),
			row('calls in KODA: calls told by n8n', called.length, sum(counts)),
			row('call lists', Math.ceil(called.length / CALLS_PER_LIST), lists.length),
			row('calls in the largest list', CALLS_PER_LIST, largest),
			row('people called: calls in the report', done.length, Number(summary.calls)),
		];
	},
};
