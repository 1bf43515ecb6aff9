import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type {
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

const ROOT = join(__dirname, '..', '..');

/** A node of the pack. */
export interface PackNode {
	/** Its folder: the vendor, as contracts name it in `x-node`. */
	folder: string;
	node: INodeType;
	description: INodeTypeDescription;
}

/** An operation as the editor offers it. */
export interface OfferedOperation {
	resource: string;
	option: INodePropertyOptions;
	/** `resource.operation`, as in the contract. */
	id: string;
}

/** Every node that package.json lists, from its source. */
export function packNodes(): PackNode[] {
	const { n8n } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
		n8n: { nodes: string[] };
	};
	return n8n.nodes.map((file) => {
		const source = file.replace(/^dist\//, '').replace(/\.js$/, '');
		const exported = jest.requireActual<Record<string, new () => INodeType>>(join(ROOT, source));
		const node = new exported[basename(source, '.node')]();
		return { folder: source.split('/')[1], node, description: node.description };
	});
}

/** The operations of an action node; none for a trigger. */
export function operationsOf({ properties }: INodeTypeDescription): OfferedOperation[] {
	return properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options = [] }) =>
			(displayOptions?.show?.resource ?? []).flatMap((resource) =>
				(options as INodePropertyOptions[]).map((option) => ({
					resource: String(resource),
					option,
					id: `${String(resource)}.${String(option.value)}`,
				})),
			),
		);
}

/** Every property with those inside collections and rows, and the names on the way to it. */
export function everyProperty(
	properties: INodeProperties[],
	path: string[] = [],
): Array<{ path: string; property: INodeProperties }> {
	return properties.flatMap((property) => {
		const here = [...path, property.name];
		const { type, options = [] } = property;
		const inner =
			type === 'collection'
				? everyProperty(options as INodeProperties[], here)
				: type === 'fixedCollection'
					? (options as INodePropertyCollection[]).flatMap(({ name, values }) =>
							everyProperty(values, [...here, name]),
						)
					: [];
		return [{ path: here.join('.'), property }, ...inner];
	});
}
