import type { Document, Pair } from 'yaml';
import { isMap, isScalar, YAMLMap } from 'yaml';

import { methods } from './document';
import type { OperationFacts, OperationMatch } from './facts';
import { childMap } from './tree';

const nameOf = ({ key }: Pair) => (isScalar(key) ? String(key.value) : String(key));

/** The path-level parameters for the placeholders of a path: our shared ones where the name is the same. */
function pathParameters(document: Document, theirs: OperationFacts): unknown[] {
	const shared = document.getIn(['components', 'parameters'], true);
	const refs = new Map<string, string>();
	for (const pair of isMap(shared) ? shared.items : []) {
		const { value } = pair;
		if (isMap(value) && value.get('in') === 'path')
			refs.set(String(value.get('name')), nameOf(pair));
	}
	return [...theirs.path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => {
		const component = refs.get(name);
		if (component) return { $ref: `#/components/parameters/${component}` };
		const facts = { type: 'string', ...theirs.parameters.get(`path ${name}`)?.facts };
		const { required: _, ...schema } = facts;
		return { name, in: 'path', required: true, schema };
	});
}

function isEmpty(item: YAMLMap): boolean {
	return !methods.some((method) => item.has(method));
}

/**
 * Moves matched operations to the vendor's path and method, each with its comments, and gives the path
 * its parameters. Returns a line for each that could not move because its place is taken.
 */
export function moveOperations(document: Document, matches: OperationMatch[]): string[] {
	const paths = document.get('paths', true);
	if (!isMap(paths)) return [];
	const moving = matches.filter(
		({ ours, theirs }) => ours.path !== theirs.path || ours.method !== theirs.method,
	);
	const operations = moving.map(({ ours }) => {
		const item = childMap(paths, ours.path);
		const node = item && childMap(item, ours.entry.method);
		item?.delete(ours.entry.method);
		return node;
	});

	const taken: string[] = [];
	moving.forEach(({ ours, theirs }, index) => {
		const operation = operations[index];
		const at = paths.items.findIndex((pair) => nameOf(pair) === ours.path);
		let item = childMap(paths, theirs.path);
		if (item?.has(theirs.entry.method)) {
			taken.push(`${ours.id} stays: ${theirs.method} ${theirs.path} is another of our operations`);
			childMap(paths, ours.path)?.set(ours.entry.method, operation);
			return;
		}
		if (!item) {
			item = new YAMLMap();
			paths.items.splice(at + 1, 0, document.createPair(theirs.path, item));
			const parameters = pathParameters(document, theirs);
			if (parameters.length > 0) item.set('parameters', document.createNode(parameters));
		}
		item.set(theirs.entry.method, operation);
	});
	paths.items = paths.items.filter(({ value }) => !isMap(value) || !isEmpty(value));
	return taken;
}
