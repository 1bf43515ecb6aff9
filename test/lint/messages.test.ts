import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expectEach } from '../support/each';
import { entriesOn, isAmong, messagesIn, textsIn, unsaidIn } from '../support/messages';
import { OF_N8N, namesInEditor } from '../support/namesInEditor';

const DOCS = join(__dirname, '..', '..', 'docs');
const VENDORS = ['KODA', 'Naxon', 'Kore\\.ai', 'ChatBot\\.com', 'Koopid'];
const TROUBLESHOOTING = 'troubleshooting.md';
const THEIRS = "\n## The vendors' own words\n";

/** Some of those that have to be found: one of the table, and one of each way to give up. */
const FAILURES = ['… issued no access token', 'is not a date', "'…' in the address is …"];

const read = (...path: string[]) => readFileSync(join(DOCS, ...path), 'utf8');
const pages = ['.', 'guides'].flatMap((folder) =>
	readdirSync(join(DOCS, folder))
		.filter((name) => name.endsWith('.md'))
		.map((name) => join(folder, name)),
);

/** What quotes messages: a guide, a page of them, or a section. */
function partsOf(page: string): string[] {
	if (page.startsWith('guides')) return [read(page)];
	if (page === TROUBLESHOOTING) return read(page).split(THEIRS).slice(0, 1);
	return read(page)
		.split(/^## /m)
		.filter((section) => section.startsWith('Messages and what they mean'));
}

const troubleshooting = entriesOn(partsOf(TROUBLESHOOTING).join(''));

test('every message that a page quotes is one that the nodes have', async () => {
	const texts = textsIn('nodes', 'credentials');
	const quoted = pages.flatMap((page) =>
		partsOf(page)
			.flatMap(entriesOn)
			.map((entry) => ({ page, entry })),
	);
	await expectEach(quoted, ({ entry }) => expect(unsaidIn(entry, texts, VENDORS)).toBe(''));
});

test('what it quotes of the vendors is in the evidence', async () => {
	const evidence = readdirSync(join(DOCS, 'evidence')).map((name) => read('evidence', name));
	const [, theirs] = read(TROUBLESHOOTING).split(THEIRS);
	await expectEach(entriesOn(theirs), (words) => {
		expect(evidence.some((text) => text.includes(words))).toBe(true);
	});
});

test('troubleshooting has every message of the kernel, its table of failures included', async () => {
	const messages = messagesIn('nodes/shared');
	expect(messages).toEqual(expect.arrayContaining(FAILURES));
	await expectEach(messages, (message) => {
		expect(isAmong(message, troubleshooting)).toBe(true);
	});
});

/** Names in the vendors' own applications, and an example of a text. */
const OF_OTHERS = ['Bot Level Intent Model', 'Manage Apps', 'Product Guide'];

test('what texts of the nodes name in quotes is what the editor shows', async () => {
	const names = new Set([...namesInEditor(), ...OF_N8N, ...OF_OTHERS]);
	const named = textsIn('nodes').flatMap((text) =>
		[...text.matchAll(/(?<![\w…])'([A-Z][a-z]+(?: [A-Za-z]+)*)'/g)].map(([, name]) => ({
			text,
			name,
		})),
	);
	await expectEach(named, ({ name }) => expect(names.has(name)).toBe(true));
});
