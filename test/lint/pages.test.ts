import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ICredentialType } from 'n8n-workflow';

import { expectEach } from '../support/each';

const ROOT = join(__dirname, '../..');
const json = <T>(...path: string[]) => JSON.parse(readFileSync(join(ROOT, ...path), 'utf8')) as T;

const { repository, n8n } = json<{
	repository: { url: string };
	n8n: Record<'nodes' | 'credentials', string[]>;
}>('package.json');

/** Where a file of the repository can be read by everybody. */
const published = `${repository.url.replace(/^git\+/, '').replace(/\.git$/, '')}/blob/HEAD/`;

const sourceOf = (file: string) => file.replace(/^dist\//, '').replace(/\.js$/, '');

/** What a node or credential links to as its documentation. */
const linksOfNode = (file: string) => {
	const { resources } = json<{ resources: Record<string, Array<{ url: string }>> }>(
		`${sourceOf(file)}.json`,
	);
	return Object.values(resources).flatMap((links) => links.map(({ url }) => url));
};

const linksOfCredential = (file: string) => {
	const source = sourceOf(file);
	const exported = jest.requireActual<Record<string, new () => ICredentialType>>(
		join(ROOT, source),
	);
	const { documentationUrl, properties } = new exported[basename(source, '.credentials')]();
	const inNotices = properties.flatMap(({ displayName }) =>
		[...displayName.matchAll(/href="([^"]+)"/g)].map(([, url]) => url),
	);
	return [documentationUrl, ...inNotices];
};

/** A heading as GitHub makes an anchor of it. */
const anchorsIn = (text: string) =>
	[...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
		heading
			.toLowerCase()
			.replace(/[^\w -]/g, '')
			.replaceAll(' ', '-'),
	);

test('every documentation link of a node or credential leads to a page of ours that is there', async () => {
	const links = [...n8n.nodes.map(linksOfNode), ...n8n.credentials.map(linksOfCredential)];
	await expectEach(links, (urls) => {
		expect(urls).not.toEqual([]);
		for (const url of urls) {
			expect(url).toMatch(published);
			const [file, anchor] = url!.slice(published.length).split('#');
			expect(readdirSync(join(ROOT, 'docs'))).toContain(file.replace(/^docs\//, ''));
			if (anchor) expect(anchorsIn(readFileSync(join(ROOT, file), 'utf8'))).toContain(anchor);
		}
	});
});
