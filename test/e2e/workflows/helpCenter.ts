import { itemsOf } from '../../../scripts/n8n/api';
import type { Runner } from './runner';

const FILE = 'docs-to-knowledge-base';

interface State {
	documents: Array<{
		id: string;
		title: string;
		content: string;
		meta: Record<string, string>;
		published: boolean;
	}>;
}

/** Articles of a help center and the documents of a knowledge base. */
export function helpCenterTests({ playground, run }: Runner): void {
	const documents = async () => (await playground().sandbox.state<State>('koda')).documents;
	const changes = async () => {
		const operations = ['create', 'update', 'delete'].map((name) => `document.${name}`);
		const sent = await playground().sandbox.requests('koda');
		return sent.filter(({ operationId }) => operations.includes(operationId ?? '')).length;
	};
	/** By the ID of the article: its title and text in the knowledge base. */
	const articles = async () =>
		Object.fromEntries(
			(await documents())
				.filter(({ meta }) => meta.external_id !== undefined)
				.map(({ meta, title, content }) => [meta.external_id, `${title}: ${content}`]),
		);

	it(`${FILE}: every article of the feed becomes a document that is published`, async () => {
		const others = await documents();
		const changed = itemsOf(await run(FILE), 'What Has Changed');
		const made = (await documents()).slice(others.length);
		expect(changed.map(({ status }) => status)).toEqual(made.map(() => 'created'));
		expect(made.map(({ id }) => id).sort()).toEqual(changed.map(({ doc_id: id }) => id).sort());
		expect(await articles()).toEqual({
			'opening-hours': expect.stringContaining('Monday to Friday, 9 to 17 o’clock.'),
			returns: expect.stringContaining('Sending something back: ## Sending something back'),
			delivery: expect.stringContaining('Two working days within the country, five abroad.'),
			invoices: expect.stringContaining('It comes by e-mail & is in your account, too.'),
			passwords: expect.stringContaining('Choose _Forgot password_ when you sign in.'),
		});
		expect(made.every(({ published }) => published)).toBe(true);
		expect(made.map(({ meta }) => meta.source)).toEqual(
			made.map(({ meta }) => `https://help.example.com/${meta.external_id}`),
		);
	});

	it(`${FILE}: running it again changes nothing`, async () => {
		const [before, sent] = [await documents(), await changes()];
		expect(itemsOf(await run(FILE), 'What Has Changed')).toEqual([]);
		expect(await documents()).toEqual(before);
		expect(await changes()).toBe(sent);
	});

	it(`${FILE}: a new, a changed and a gone article are created, updated and deleted`, async () => {
		const before = await documents();
		const idOf = (article: string) =>
			before.find(({ meta }) => meta.external_id === article)?.id as string;
		const [kept, changed, fresh] = ['returns', 'delivery', 'vouchers'];
		const { sandbox } = playground();
		await sandbox.control('articles', {
			articles: [
				{
					id: kept,
					title: 'Sending something back',
					html: '<h2>Sending something back</h2><p>You have 30 days. The label is in your account.</p>',
				},
				{ id: changed, title: 'How long delivery takes', html: '<p>One working day.</p>' },
				{ id: fresh, title: 'Vouchers', html: '<p>Enter the code when you pay.</p>' },
			],
		});
		const rows = itemsOf(await run(FILE), 'What Has Changed');
		expect(Object.fromEntries(rows.map(({ external_id: id, status }) => [id, status]))).toEqual({
			[changed]: 'updated',
			[fresh]: 'created',
			'opening-hours': 'deleted',
			invoices: 'deleted',
			passwords: 'deleted',
		});
		expect(rows).toHaveLength(5);
		expect(await articles()).toEqual({
			[kept]: expect.stringContaining('You have 30 days.'),
			[changed]: 'How long delivery takes: One working day.',
			[fresh]: 'Vouchers: Enter the code when you pay.',
		});
		const after = await documents();
		expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining([idOf(kept), idOf(changed)]));
		// What the workflow has not made is left alone.
		const own = ({ meta }: State['documents'][number]) => meta.external_id === undefined;
		expect(after.filter(own)).toEqual(before.filter(own));
	});
}
