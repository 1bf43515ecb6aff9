import { itemsOf, triggerOf } from '../api';
import { assertSuccess, row, type Demonstration } from '../demonstration';
import { inHaste } from './haste';

/** How long its calls take. */
const CALLED_SECONDS = 120;

interface State {
	contactLists: Array<{ name: string; contacts: Array<{ phoneNumber: string; uniqueId: string }> }>;
	campaigns: Array<{
		id: string;
		input: { contactLists: string[] };
		dialing: Array<{ phoneNumber: string }>;
	}>;
}

interface Created {
	data: { id: string };
}

interface Results {
	data: { results?: Array<{ dialerOutcome: string }> };
}

/** The same spreadsheet becomes a campaign of Kore.ai: a contact list is filled, the campaign prepared and started. */
export const winBackKoreAi: Demonstration = {
	workflow: 'win-back-campaign-kore-ai',
	title:
		'Running "Win-back campaign (Kore.ai)": the same rows become a contact list and a campaign, which is started …',
	async run({ n8n, sandbox }, workflow) {
		const starts = async () => await sandbox.requests('kore-ai', 'campaign.triggerVoice');
		const before = (await starts()).length;
		const logged = (await sandbox.requests('kore-ai')).length;
		const id = await n8n.api.run(workflow.id, triggerOf(workflow));
		const execution = await inHaste(sandbox, n8n.api.finished(id), {
			isCalling: async () => (await starts()).length > before,
			seconds: CALLED_SECONDS,
		});
		assertSuccess(workflow, execution);

		const sent = (await sandbox.requests('kore-ai')).slice(logged);
		const ofOperation = (name: string) => sent.filter(({ operationId }) => operationId === name);
		const created = ofOperation('campaign.create').map(
			({ responseBody }) => (responseBody as Created).data.id,
		);
		const { contactLists, campaigns } = await sandbox.state<State>('kore-ai');
		const made = campaigns.filter((campaign) => created.includes(campaign.id));
		const names = made.flatMap(({ input }) => input.contactLists);
		const contacts = contactLists
			.filter(({ name }) => names.includes(name))
			.flatMap((list) => list.contacts);
		const dialed = made.flatMap(({ dialing }) => dialing);
		const results = ofOperation('campaign.getStatus').flatMap(
			({ responseBody }) => (responseBody as Results).data.results ?? [],
		);
		const answered = results.filter(({ dialerOutcome }) => dialerOutcome === 'completed');

		const customersOf = (node: string, output?: number) =>
			itemsOf(execution, node, output).map(({ customer }) => String(customer));
		const customers = customersOf('Rows');
		const rejected = customersOf('Create Campaign', 1);
		const counts = itemsOf(execution, 'Create Campaign').map(({ count }) => Number(count));
		const [summary] = itemsOf(execution, 'Summary');
		const people = (all: string[]) => `${new Set(all).size} people in ${all.length} rows`;
		const numbers = (all: string[]) => `${new Set(all).size} numbers`;
		const numbersOf = (all: Array<{ phoneNumber: string }>) =>
			all.map(({ phoneNumber }) => phoneNumber).sort();
		return [
			row(
				'spreadsheet: contacts and left-out rows',
				customers,
				[...contacts.map(({ uniqueId }) => uniqueId), ...rejected].sort(),
				people,
			),
			row('bad numbers: left-out rows', customers.length / 10, rejected.length),
			row('contacts in Kore.ai: contacts told by n8n', [contacts.length], counts),
			row('campaigns created: campaigns started', created.length, (await starts()).length - before),
			row('contact list: people called', numbersOf(contacts), numbersOf(dialed), numbers),
			row('people called: calls in the report', dialed.length, Number(summary.calls)),
			row('answered: answered in the report', answered.length, Number(summary.answered)),
		];
	},
};
