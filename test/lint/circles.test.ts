import { importsOf } from '../../scripts/packages/imports';
import { filesBelow } from '../../scripts/packages/pack';

const FOLDERS = ['nodes', 'credentials', 'engine', 'sandbox', 'scripts', 'bench', 'test'];
const FILES = FOLDERS.flatMap(filesBelow).filter((file) => file.endsWith('.ts'));

/** Ways from a file back to itself, at least one of each knot. `importsOf` names what a file imports. */
function circlesIn(files: string[], imported: (file: string) => string[]): string[][] {
	const seen = new Set<string>();
	const visit = (file: string, way: string[]): string[][] => {
		if (way.includes(file)) return [[...way.slice(way.indexOf(file)), file]];
		if (seen.has(file)) return [];
		seen.add(file);
		return imported(file).flatMap((next) => visit(next, [...way, file]));
	};
	return files.flatMap((file) => visit(file, []));
}

test('no file imports itself through others, be it a type', () => {
	expect(FILES.length).toBeGreaterThan(500);
	expect(circlesIn(FILES, (file) => importsOf(file).files)).toEqual([]);
});

test('a circle is told as a way', () => {
	const graph: Record<string, string[]> = { a: ['b', 'c'], b: [], c: ['d'], d: ['b', 'c'] };
	expect(circlesIn(['a', 'b', 'c', 'd'], (file) => graph[file])).toEqual([['c', 'd', 'c']]);
});
