import type { Document } from 'yaml';
import { isMap, isSeq, YAMLMap } from 'yaml';

/** The steps of a field's key: `calls[].phone_number` is calls, [], phone_number. */
export function stepsOf(key: string): string[] {
	return key
		.replaceAll('[]', '.[]')
		.split('.')
		.filter((step) => step !== '');
}

/** The key of what holds a field, and the field's own name. */
export function splitKey(key: string): { parent: string; name: string } {
	const steps = stepsOf(key);
	const name = steps.pop() ?? '';
	return { parent: steps.join('.').replaceAll('.[]', '[]'), name };
}

/** The map under a key of a map; undefined when there is none. */
export function childMap(node: YAMLMap, key: string): YAMLMap | undefined {
	const child = node.get(key, true);
	return isMap(child) ? child : undefined;
}

/** The map that a node stands for: itself, or what its `$ref` names within the document. */
export function resolve(document: Document, node: YAMLMap): YAMLMap {
	const reference = node.get('$ref');
	if (typeof reference !== 'string') return node;
	const steps = reference
		.replace(/^#\//, '')
		.split('/')
		.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
	const target = document.getIn(steps, true);
	if (!isMap(target)) throw new Error(`${reference} names nothing`);
	return resolve(document, target);
}

/** A schema and the parts of its `allOf`, outermost first. */
export function partsOf(document: Document, schema: YAMLMap): YAMLMap[] {
	const own = resolve(document, schema);
	const all = own.get('allOf', true);
	const parts = isSeq(all) ? all.items.filter((item) => isMap(item)) : [];
	return [own, ...parts.flatMap((part) => partsOf(document, part))];
}

function stepInto(document: Document, schema: YAMLMap, step: string): YAMLMap | undefined {
	for (const part of partsOf(document, schema)) {
		const child = step === '[]' ? childMap(part, 'items') : childMap(part, 'properties');
		const found = child && step !== '[]' ? childMap(child, step) : child;
		if (found) return found;
	}
	return undefined;
}

/** The schema node of a field, as it stands (maybe a `$ref`); `''` is the schema itself. */
export function fieldNode(document: Document, schema: YAMLMap, key: string): YAMLMap | undefined {
	return stepsOf(key).reduce<YAMLMap | undefined>(
		(node, step) => node && stepInto(document, node, step),
		schema,
	);
}

/** The `properties` to add a field to: those of the last part written in place, or new ones. */
export function propertiesToExtend(document: Document, schema: YAMLMap): YAMLMap {
	const own = resolve(document, schema);
	const all = own.get('allOf', true);
	const inPlace = isSeq(all) ? all.items.filter((item) => isMap(item) && !item.has('$ref')) : [];
	const holder = (inPlace.at(-1) as YAMLMap | undefined) ?? own;
	const existing = childMap(holder, 'properties');
	if (existing) return existing;
	const created = new YAMLMap();
	holder.set('properties', created);
	return created;
}
