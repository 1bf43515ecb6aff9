import axios from 'axios';

import { startSandbox, type OwnSandbox } from '../../scripts/sandbox';

/** The help center of the sandbox: no vendor, but what a knowledge base is kept up to date with. */
let sandbox: OwnSandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});

afterAll(async () => {
	await sandbox.stop();
});

const feed = async () =>
	await axios.get<string>(`${sandbox.url}/help/feed.xml`, { proxy: false, responseType: 'text' });

const titles = async () =>
	[...(await feed()).data.matchAll(/<item>.*?<title>(.*?)<\/title>/gs)].map(([, title]) => title);

test('has articles from the start, and again after a reset', async () => {
	const first = await titles();
	expect(first).toContain('Sending something back');
	await sandbox.control('articles', { articles: [] });
	expect(await titles()).toEqual([]);
	await sandbox.control('reset');
	expect(await titles()).toEqual(first);
});

test('what articles say is escaped once more for the feed', async () => {
	const article = { id: 'a & b', title: 'Less < more', html: '<p>Salt &amp; pepper</p>' };
	await sandbox.control('articles', { articles: [article] });
	const { data, headers } = await feed();
	expect(headers['content-type']).toContain('application/rss+xml');
	expect(data).toContain('<guid isPermaLink="false">a &amp; b</guid>');
	expect(data).toContain('<title>Less &lt; more</title>');
	expect(data).toContain('&lt;p&gt;Salt &amp;amp; pepper&lt;/p&gt;');
	expect(data).toContain('<link>https://help.example.com/a%20%26%20b</link>');
});

test('refuses articles that are none', async () => {
	const wrong = sandbox.control('articles', { articles: [{ id: 'a' }] });
	await expect(wrong).rejects.toMatchObject({ response: { status: 400 } });
});
