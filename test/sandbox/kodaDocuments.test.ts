/** KODA's stand-in for documents: what the engine suite leans on has to hold. */
import axios from 'axios';

import { startSandbox, type OwnSandbox } from '../../scripts/sandbox';
import { accounts } from '../../engine/credentials';
import { BOT } from '../../engine/jobs';

let sandbox: OwnSandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.stop());

interface Answer {
	meta: object;
	response: Array<{ title: string }>;
}

const condition = (meta_key: string, ...values: string[]) => ({ meta_key, operator: 'in', values });

/** Searches as a client of KODA does. */
async function search(...conditions: object[]): Promise<Answer> {
	const { accessTokenUrl, clientId, clientSecret, baseUrl } = accounts(sandbox.url).kodaOAuth2Api;
	const auth = { username: String(clientId), password: String(clientSecret) };
	const grant = new URLSearchParams({ grant_type: 'client_credentials' });
	const token = await axios.post<{ access_token: string }>(String(accessTokenUrl), grant, {
		auth,
		proxy: false,
	});
	const { data } = await axios.post<Answer>(
		`${String(baseUrl)}/v1/bots/${BOT}/knowledge-base/search`,
		{ metadata_filter: { relation_type: 'AND', conditions } },
		{ headers: { authorization: `Bearer ${token.data.access_token}` }, proxy: false },
	);
	return data;
}

const titles = ({ response }: Answer) => response.map(({ title }) => title);

// The seeds: faq and guide in turn; support, sales and finance in turn.
test.each([
	['one value', [condition('category', 'faq')], [1, 3, 5]],
	['several values', [condition('category', 'faq', 'guide')], [1, 2, 3, 4, 5, 6]],
	[
		'several conditions, all of which have to hold',
		[condition('category', 'faq', 'none'), condition('department', 'support', 'sales')],
		[1, 5],
	],
	['a value that no document has', [condition('category', 'none')], []],
	['a key that no document has', [condition('topic', 'faq')], []],
])('documents are found by %s', async (_, conditions, numbers) => {
	const found = titles(await search(...conditions));
	expect(found.map((title) => Number(title.split(' ').at(-1)))).toEqual(numbers);
});

test('a page has twenty documents, and says whether it is the last one', async () => {
	await sandbox.control('seed', { vendor: 'koda', documents: 34 });
	const whole = await search(condition('category', 'faq', 'guide'));
	expect(whole.response).toHaveLength(20);
	expect(whole.meta).toMatchObject({ per_page: 20, pages: 2, found: 40, is_last_page: false });
	const half = await search(condition('category', 'faq'));
	expect(half.response).toHaveLength(20);
	expect(half.meta).toMatchObject({ per_page: 20, pages: 1, found: 20, is_last_page: true });
});
