import { itemsOf, type Execution } from '../../../scripts/n8n/api';
import { nationalNumber } from './campaigns';
import type { Runner } from './runner';

const FILE = 'win-back-campaign-kore-ai';

interface AddBody {
	contact_list_name: string;
	data: Array<Record<string, string>>;
}

interface State {
	contactLists: Array<{ id: string; name: string; contacts: Array<{ phoneNumber: string }> }>;
	campaigns: Array<{
		id: string;
		input: { name: string; contactLists: string[] };
		startedAt?: number;
	}>;
}

/** A spreadsheet becomes a campaign of Kore.ai, which was run before by the demonstration. */
export function koreAiCampaignTests({ playground, last, run }: Runner): void {
	const state = async () => await playground().sandbox.state<State>('kore-ai');
	const writes = async () => {
		const reads = /\.get\w*$/;
		const sent = await playground().sandbox.requests('kore-ai');
		return sent.filter(({ operationId }) => !reads.test(String(operationId))).length;
	};

	describe(FILE, () => {
		let execution: Execution;
		let rows: Array<Record<string, string>>;

		beforeAll(async () => {
			execution = await last(FILE);
			rows = itemsOf(execution, 'Rows') as typeof rows;
		});

		it('brings each good number into one contact list, once and in order, with who it is', async () => {
			const requests = await playground().sandbox.requests('kore-ai', 'contactList.addContacts');
			const bodies = requests.map(({ body }) => body as AddBody);
			const seen = new Set<string>();
			const wanted = rows.flatMap(({ phone, ...person }) => {
				const number = nationalNumber(phone);
				if (number === undefined || seen.has(number)) return [];
				seen.add(number);
				const { customer: uniqueId, first_name: firstName, last_name: lastName } = person;
				return [{ phoneNumber: `48${number}`, uniqueId, firstName, lastName }];
			});
			expect(wanted).toHaveLength(rows.length * 0.9);
			expect(bodies.flatMap(({ data }) => data)).toEqual(wanted);
			expect(bodies.map(({ data }) => data.length)).toEqual([250, 250, 250, 150]);
			const [{ list_id: id, name, contact_list_id: listId }] = itemsOf(
				execution,
				'Create Campaign',
			);
			expect(name).toMatch(/^Win-back \d{4}-\d\d-\d\d$/);
			const { campaigns, contactLists } = await state();
			expect(campaigns.filter((campaign) => campaign.input.name === name)).toMatchObject([
				{ id, input: { contactLists: [name] } },
			]);
			const [list, ...more] = contactLists.filter((one) => one.name === name);
			expect(more).toEqual([]);
			expect(list.id).toBe(listId);
			const numbers = (all: Array<{ phoneNumber: string }>) =>
				all.map(({ phoneNumber }) => phoneNumber);
			expect(numbers(list.contacts)).toEqual(numbers(wanted));
		});

		it('writes each other row into a file, with the reason', async () => {
			const text = await playground().n8n.api.fileText(execution, 'Rejected Rows');
			const [head, ...lines] = text.replace('\uFEFF', '').trim().split('\n');
			expect(head).toBe(
				'rejected_item,rejected_because,customer,first_name,last_name,phone,last_order',
			);
			const bad = rows.filter((_, index) => index % 10 === 9);
			// From the end: a reason with a comma is quoted.
			expect(lines.map((line) => line.split(',').at(-5))).toEqual(
				bad.map(({ customer }) => customer),
			);
		});

		it('running it again on the same day creates nothing and starts nothing', async () => {
			const starts = async () =>
				(await state()).campaigns.map(({ id, startedAt }) => [id, startedAt]);
			const [before, sent] = [await starts(), await writes()];
			const again = await run(FILE);
			expect(await writes()).toBe(sent);
			expect(await starts()).toEqual(before);
			expect(itemsOf(again, 'Create Campaign')).toMatchObject([
				{ status: 'existing', campaign_status: 'Completed' },
			]);
			expect(itemsOf(again, 'Summary')).toEqual(itemsOf(execution, 'Summary'));
		});
	});
}
