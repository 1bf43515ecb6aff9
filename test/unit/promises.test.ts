import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expectEach } from '../support/each';

const ROOT = join(__dirname, '..', '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** The sections of README that say what the pack does. */
const SECTIONS = [
	'### A campaign from a spreadsheet',
	'### Moderation of chats',
	'### A knowledge base that follows your documents',
	'### And more',
	'## What you get over the HTTP Request node',
];

/** Where a sentence ends and the next begins. */
const BETWEEN = /(?<=\.)\s+(?=[A-Z_]|docs\/|workflows\/)/;

/** A sentence that leads to a page promises nothing. */
const POINTER = /docs\/[\w-]+\.md/;

/** The sentences of a section of README; links are their texts. */
function sentencesOf(heading: string): string[] {
	const [, rest] = read('README.md').split(`\n${heading}\n`);
	if (rest === undefined) throw new Error(`README has no section ${heading}`);
	const [section] = rest.split(/^##/m);
	return section
		.split('\n')
		.map((line) => line.replace(/^- /, '').replace(/\[([^\]]+)\]\([^)]+\)/g, '$1'))
		.flatMap((line) => line.split(BETWEEN))
		.filter((sentence) => sentence.trim() !== '' && !POINTER.test(sentence));
}

/** The rows of the table in docs/reliability.md: a sentence, and the tests beside it. */
const rows = read('docs/reliability.md')
	.split('## Promises')[1]
	.split('\n')
	.filter((line) => line.startsWith('| ') && !/^\| (README|-+) /.test(line))
	.map((line) => {
		const [promise, tests] = line.slice(2, -2).split(' | ');
		return { promise: promise.trim(), tests: tests.trim().split('<br>') };
	});

test('every promise of README is beside a test, and no other', () => {
	const promises = SECTIONS.flatMap(sentencesOf);
	expect(promises.length).toBeGreaterThan(15);
	expect(rows.map(({ promise }) => promise)).toEqual(promises);
});

test('every test that is named there exists', async () => {
	const named = rows.flatMap(({ promise, tests }) =>
		tests.map((text) => ({ promise, text, found: /^`([^`]+)`: (.+)$/.exec(text) })),
	);
	await expectEach(named, ({ found }) => {
		const [, file, title] = found ?? [];
		expect(existsSync(join(ROOT, file))).toBe(true);
		expect(read(file)).toContain(title);
	});
});
