import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodePropertyCollection } from 'n8n-workflow';

import { requestOptions } from '../../../nodes/shared/call/settings';
import type { Field } from '../../../nodes/shared/fields/field';
import { Fields } from '../../../nodes/shared/fields/fields';
import { contracts } from '../contracts';
import { source } from '../fields';

/** A field of a node, wherever it stands, and how the node reads it. */
export interface FieldPlace {
	where: string;
	field: Field;
	/** Its value when what an expression gives for it is this. */
	read: (given: unknown) => unknown;
}

type Make = (values: IDataObject, entered: IDataObject) => Fields;

const EXPRESSION = '={{ $json.some }}';

/** As n8n keeps it: an expression is in the picker, in an entry of the list, or the whole. */
function asEntered({ type, typeOptions = {} }: Field, value: unknown): unknown {
	if (type === 'resourceLocator') return { __rl: true, mode: 'id', value };
	return typeOptions.multipleValues ? [value] : value;
}

function placesIn(where: string, fields: readonly Field[], make: Make): FieldPlace[] {
	return fields.flatMap((field): FieldPlace[] => {
		const { name, type } = field;
		const here = `${where} ${name}`;
		if (type === 'notice') return [];
		if (type === 'collection') {
			const inside: Make = (values, entered) =>
				make({ [name]: values }, { [name]: entered }).group(name as never) as Fields;
			return placesIn(here, field.options as Field[], inside);
		}
		if (type === 'fixedCollection') {
			const [{ name: table, values: cells }] = field.options as INodePropertyCollection[];
			const inside: Make = (values, entered) => {
				const made = make({ [name]: { [table]: [values] } }, { [name]: { [table]: [entered] } });
				return (made.rows(name as never) as Fields[])[0];
			};
			return placesIn(here, cells, inside);
		}
		const read = (given: unknown) =>
			make(
				{ [name]: asEntered(field, given) } as IDataObject,
				{ [name]: asEntered(field, EXPRESSION) } as IDataObject,
			).get(name as never);
		return [{ where: here, field, read }];
	});
}

const isField = (one: unknown): one is Field =>
	typeof one === 'object' && one !== null && 'displayName' in one && 'type' in one;

/** What the files of a vendor export. */
function exportsOf(folder: string): unknown[] {
	const path = join(__dirname, '..', '..', '..', 'nodes', folder);
	const files = readdirSync(path, { recursive: true, encoding: 'utf8' });
	return files
		.filter((file) => /^[\w/]+\.ts$/.test(file))
		.flatMap((file) =>
			Object.values(jest.requireActual<Record<string, unknown>>(join(path, file))),
		);
}

interface Described {
	name: string;
	fields: readonly Field[];
}

const isDescribed = (one: unknown): one is Described =>
	typeof one === 'object' && one !== null && Array.isArray((one as Described).fields);

/** Every field of every operation, event and trigger, and those of Request Options. */
export function everyField(): FieldPlace[] {
	const inFolder = (node: string): Described[] => {
		const all = exportsOf(node);
		const operations = all.flatMap((one) => (one as { operations?: unknown[] })?.operations ?? []);
		const lists = all.filter((one) => Array.isArray(one) && one.some(isField)) as Field[][];
		return [
			...[...all.flat(), ...operations].filter(isDescribed),
			...lists.map((fields) => ({ name: 'list', fields })),
		];
	};
	const described = [
		...contracts().flatMap(({ node }) =>
			inFolder(node).map((one) => ({ ...one, name: `${node} ${one.name}` })),
		),
		{ name: 'Request Options', fields: [requestOptions] },
	];
	return described.flatMap(({ name, fields }) => {
		const make: Make = (values, entered) =>
			new Fields(source, fields, (key) => values[key], entered);
		return placesIn(name, fields, make);
	});
}
