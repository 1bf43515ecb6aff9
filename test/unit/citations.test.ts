import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, posix } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const EVIDENCE = 'docs/evidence';
/** Folders with text of our own; the rest of the repository is generated, installed or settings. */
const ROOMS = [
	'nodes',
	'credentials',
	'contracts',
	'sandbox',
	'test',
	'docs',
	'scripts',
	'bench',
	'engine',
	'playground',
	'workflows',
];
const KINDS = ['.ts', '.mjs', '.cjs', '.yaml', '.md'];

interface Text {
	/** From the root of the repository, with slashes. */
	path: string;
	text: string;
}

function filesBelow(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = posix.join(folder, entry.name);
		if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(path);
		return entry.isFile() ? [path] : [];
	});
}

const paths = [
	...ROOMS.filter((room) => existsSync(join(ROOT, room))).flatMap(filesBelow),
	...readdirSync(ROOT).filter((name) => statSync(join(ROOT, name)).isFile()),
];
const texts: Text[] = paths
	.filter((path) => KINDS.includes(extname(path)))
	.map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
const pages = texts.filter(({ path }) => path.endsWith('.md'));
const textOf = (path: string) => texts.find((text) => text.path === path)?.text;

/** The headings of a page; lines of code that begin with # are none. */
function headings(page: string): string[] {
	return [...withoutCode(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => heading);
}

function withoutCode(page: string): string {
	return page.replaceAll(/^```.*?^```/gms, '');
}

/** The numbers of a page's headings, such as 3 and 3.1.1. */
function sections(page: string): string[] {
	return headings(page).flatMap((heading) => /^(\d+(?:\.\d+)*)\.? /.exec(heading)?.[1] ?? []);
}

/** What a link to a heading ends with, as GitHub makes it of the heading. */
function anchors(page: string): string[] {
	const seen = new Map<string, number>();
	return headings(page).map((heading) => {
		const slug = heading
			.toLowerCase()
			.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
			.replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
			.replaceAll(' ', '-');
		const before = seen.get(slug) ?? 0;
		seen.set(slug, before + 1);
		return before === 0 ? slug : `${slug}-${before}`;
	});
}

/** A comment's lines as one, so that a citation may go on in the next line. */
const flowing = (text: string) => text.replaceAll(/\n\s*(?:\*|\/\/|#|\|)?\s*/g, ' ');

/** `docs/evidence/<vendor>.md` with the sections named after it: `§3.1, §5`, `§4 no. 2 note a`. */
const CITATION =
	/docs\/evidence\/([\w-]+\.md)((?:`? ?(?:,|and|or|to)? ?§\d+(?:\.\d+)*(?: no\. \d+)?(?: note [a-z])?)*)/g;
const sectionNames = (text: string) => [...text.matchAll(/§(\d+(?:\.\d+)*)/g)].map(([, n]) => n);

test('every citation of the evidence leads to a page and to a heading of it', () => {
	let cited = 0;
	const offenders = texts.flatMap(({ path, text }) =>
		[...flowing(text).matchAll(CITATION)].flatMap(([, name, rest]) => {
			cited += 1;
			const page = textOf(posix.join(EVIDENCE, name));
			if (page === undefined) return [`${path}: no page ${name}`];
			return sectionNames(rest)
				.filter((section) => !sections(page).includes(section))
				.map((section) => `${path}: ${name} has no heading ${section}`);
		}),
	);
	expect(offenders).toEqual([]);
	expect(cited).toBeGreaterThan(100);
});

test('every § of an evidence page is a heading of that page', () => {
	const offenders = pages
		.filter(({ path }) => dirname(path) === EVIDENCE && posix.basename(path) !== 'README.md')
		.flatMap(({ path, text }) =>
			sectionNames(text)
				.filter((section) => !sections(text).includes(section))
				.map((section) => `${path}: §${section}`),
		);
	expect(offenders).toEqual([]);
});

test('every source that a contract names is named on the evidence page', () => {
	let named = 0;
	const offenders = texts.flatMap(({ path, text }) =>
		[...text.matchAll(/x-source: docs\/evidence\/([\w-]+\.md).*\((.*)\)$/gm)].flatMap(
			([, name, sources]) => {
				const page = textOf(posix.join(EVIDENCE, name)) ?? '';
				const keys = sources.match(/\b[A-Z][A-Z\d]*(?:-[A-Z]+)?\b/g) ?? [];
				named += keys.length;
				return keys
					.filter((key) => !new RegExp(String.raw`\b${key}\b`).test(page))
					.map((key) => `${path}: ${name} names no source ${key}`);
			},
		),
	);
	expect(offenders).toEqual([]);
	expect(named).toBeGreaterThan(100);
});

/** Targets of links and pictures, in Markdown or HTML. */
const LINK = /\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/g;

test('every link between files of the repository leads to a file, and to a heading of it', () => {
	let followed = 0;
	const offenders = pages.flatMap(({ path, text }) =>
		[
			...withoutCode(text)
				.replaceAll(/`[^`\n]*`/g, '')
				.matchAll(LINK),
		].flatMap(([, markdown, html]) => {
			const target = markdown ?? html;
			if (/^[a-z]+:/.test(target)) return [];
			followed += 1;
			const [file, anchor] = target.split('#');
			const to = file === '' ? path : posix.join(dirname(path), decodeURI(file));
			if (!existsSync(join(ROOT, to))) return [`${path}: no file ${target}`];
			if (anchor === undefined) return [];
			return anchors(textOf(to) ?? '').includes(anchor) ? [] : [`${path}: no heading ${target}`];
		}),
	);
	expect(offenders).toEqual([]);
	expect(followed).toBeGreaterThan(50);
});

/** A page, or a path that begins with a folder of ours, or with one that only notes elsewhere have. */
const OWN_PATH = new RegExp(
	String.raw`(?<![\w./@:*}>-])(?:[\w-]+\.md(?!\w)|(?:${[...ROOMS, 'apis', 'seeds'].join('|')})/[\w./*<>{}…-]*)`,
	'g',
);
/** What stands for a name, such as `<vendor>` or Acme; and what only an installation has. */
const NOT_A_FILE = /[*<>{}…]|node_modules|acme/i;

test('every path that a text names is in the repository', () => {
	const names = new Set(paths.map((path) => posix.basename(path)));
	let named = 0;
	const offenders = texts
		// The vendors' own repositories have paths, too.
		.filter(({ path }) => dirname(path) !== EVIDENCE)
		.flatMap(({ path, text }) =>
			[...text.matchAll(OWN_PATH)].flatMap(([found]) => {
				if (NOT_A_FILE.test(found)) return [];
				named += 1;
				const name = found.replace(/\.+$/, '');
				const known = name.includes('/') ? existsSync(join(ROOT, name)) : names.has(name);
				return known ? [] : [`${path}: ${found}`];
			}),
		);
	expect(offenders).toEqual([]);
	expect(named).toBeGreaterThan(100);
});
