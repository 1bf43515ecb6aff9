import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const NODES = join(__dirname, '..', '..', 'nodes');

/** Lines that an operation without a `run` may take, its fields included where it has them itself. */
const MOST = 15;

interface Written {
	name: string;
	lines: number;
}

/** The operations without a `run` that a file has. */
function plainIn(path: string): Written[] {
	const text = readFileSync(join(NODES, path), 'utf8');
	const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
	const found: Written[] = [];
	const lineOf = (at: number) => file.getLineAndCharacterOfPosition(at).line;
	const visit = (node: ts.Node) => {
		if (ts.isCallExpression(node) && node.expression.getText() === 'operation') {
			const [id, described] = node.arguments;
			const isPlain =
				ts.isObjectLiteralExpression(described) &&
				!described.properties.some((property) => property.name?.getText() === 'run');
			const lines = lineOf(node.getEnd()) - lineOf(node.getStart()) + 1;
			if (isPlain) found.push({ name: `${path}: ${id.getText()}`, lines });
		}
		ts.forEachChild(node, visit);
	};
	visit(file);
	return found;
}

test(`an operation without a run takes ${MOST} lines at most`, () => {
	const paths = (readdirSync(NODES, { recursive: true }) as string[]).filter((path) =>
		/^[A-Z].*\.ts$/.test(path),
	);
	const all = paths.flatMap(plainIn);
	expect(all.length).toBeGreaterThan(50);
	expect(all.filter(({ lines }) => lines > MOST)).toEqual([]);
});
