import { cloneDeep, get, set } from 'lodash';
import type {
	INode,
	INodeParameters,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';
import { displayParameter } from 'n8n-workflow';

import type { Field } from '../../../nodes/shared/fields/field';

/** A place among the parameters of a node where a value can be put. */
export interface Spot {
	/** The names on the way to it, and how the value stands there: `options.pageSize`, `chat (whole)`. */
	name: string;
	field: Field;
	/** Good parameters with a value in this place. */
	put: (value: unknown) => INodeParameters;
}

const node = { name: 'Node', type: 'test', typeVersion: 1 } as INode;

type Path = Array<string | number>;

const textsOf = (field: Field) => /^e\.g\. (.+)$/.exec(field.placeholder ?? '')?.[1];

/** The choices of a field, and the fields of a collection. */
export const optionsOf = ({ options = [] }: Field) => options as INodePropertyOptions[];

const rowOf = ({ options = [] }: Field) => (options as INodePropertyCollection[])[0];

const ID = '5b07fd67c2376e30306d9b0d';
const UUID = '3337eb37-9c70-4e88-a173-21372501d7ee';

/** A good text of a field. */
function goodText(field: Field): string {
	const { form, minLength = 1, maxLength = 100, timeOfDay } = field;
	if (timeOfDay) return '09:00';
	if (form) return [UUID, ID, '123'].find((id) => new RegExp(`^(?:${form.pattern})$`).test(id))!;
	const text = textsOf(field) ?? 'sample-text';
	return text.padEnd(minLength, 'x').slice(0, maxLength);
}

/** A good value of a field, as the editor keeps it. */
export function goodValue(field: Field): unknown {
	const { type, default: usual, typeOptions = {} } = field;
	const options = optionsOf(field);
	switch (type) {
		case 'boolean':
			return usual;
		case 'number':
			return usual === '' ? (typeOptions.minValue ?? 1) : usual;
		case 'dateTime':
			return '2099-01-05T14:30:00Z';
		case 'json':
			return usual;
		case 'options':
			return options.some(({ value }) => value === usual) ? usual : options[0]?.value;
		case 'multiOptions':
			// What is loaded from the service is not listed.
			return [options[0]?.value ?? ID];
		case 'resourceLocator':
			return { __rl: true, mode: 'id', value: goodText(field) };
		case 'collection':
			return {};
		case 'fixedCollection':
			return { [rowOf(field).name]: [goodRow(rowOf(field).values)] };
		default:
			return typeOptions.multipleValues ? [goodText(field)] : goodText(field);
	}
}

const goodRow = (fields: Field[]) =>
	Object.fromEntries(
		fields.filter(({ required }) => required).map((field) => [field.name, goodValue(field)]),
	);

/** The values that Show and Hide go by: as they are given, or the defaults. */
const valuesOf = (fields: readonly Field[], given: INodeParameters): INodeParameters => ({
	...Object.fromEntries(fields.map(({ name, default: usual }) => [name, usual])),
	...given,
});

/** Sets what a field's Show and Hide ask for. */
function show(base: INodeParameters, fields: readonly Field[], { displayOptions = {} }: Field) {
	const decides = (name: string) => fields.find((one) => one.name === name.replace('/', ''))!;
	for (const [name, wanted = []] of Object.entries(displayOptions.show ?? {})) {
		const { name: own } = decides(name);
		const values = valuesOf(fields, base);
		if (!wanted.includes(values[own] as never)) base[own] = wanted[0] as never;
	}
	for (const [name, unwanted = []] of Object.entries(displayOptions.hide ?? {})) {
		const decider = decides(name);
		const other = optionsOf(decider).find(({ value }) => !unwanted.includes(value as never));
		if (unwanted.includes(valuesOf(fields, base)[decider.name] as never)) {
			base[decider.name] = other!.value as never;
		}
	}
}

/** Fills in what is shown only now and has to be filled in. */
function fill(base: INodeParameters, fields: readonly Field[]) {
	const values = valuesOf(fields, base);
	for (const field of fields) {
		const { name, required, type, displayOptions } = field;
		if (!displayOptions || base[name] !== undefined) continue;
		if (!displayParameter(values, field, node, null)) continue;
		if (required || type === 'fixedCollection') base[name] = goodValue(field) as never;
	}
}

/** In which ways a value can stand in a field. */
function waysOf({ type, typeOptions = {}, modes = [] }: Field) {
	const whole = (value: unknown) => value;
	if (type === 'resourceLocator') {
		const inModes = modes.map(({ name: mode }): [string, (value: unknown) => unknown] => [
			mode,
			(value) => ({ __rl: true, mode, value }),
		]);
		return [...inModes, ['whole', whole] as const];
	}
	if (typeOptions.multipleValues && type === 'string') {
		return [['entry', (value: unknown) => [value]] as const, ['whole', whole] as const];
	}
	return [['', whole] as const];
}

/**
 * Every place in the parameters of an operation, those inside collections and rows too, each with what it takes for
 * the editor to show it. `parameters` are good ones.
 */
export function spotsOf(fields: readonly Field[], parameters: INodeParameters): Spot[] {
	const spotsAt = (inside: readonly Field[], path: Path, open: (base: INodeParameters) => void) =>
		inside.flatMap((field): Spot[] => {
			if (field.type === 'notice') return [];
			const at = [...path, field.name];
			const isTop = path.length === 0;
			const prepare = (base: INodeParameters) => {
				open(base);
				show(base, fields, isTop ? field : inRoot(field));
				fill(base, fields);
			};
			const own = waysOf(field).map(([way, form]): Spot => {
				const put = (value: unknown) => {
					const base = cloneDeep(parameters);
					prepare(base);
					return set(base, at, form(value));
				};
				return { name: `${at.join('.')}${way && ` (${way})`}`, field, put };
			});
			// n8n keeps no expression in the place of the whole.
			if (field.type === 'collection') return spotsAt(field.options as Field[], at, prepare);
			if (field.type !== 'fixedCollection') return own;
			const { name, values } = rowOf(field);
			const row = [...at, name, 0];
			const withRow = (base: INodeParameters) => {
				prepare(base);
				if (get(base, row) === undefined) set(base, [...at, name], [goodRow(values)]);
			};
			return spotsAt(values, row, withRow);
		});
	return spotsAt(fields, [], () => undefined);
}

/** A field inside a collection of which only those conditions count that are on fields outside. */
const inRoot = (field: Field): Field => {
	const { show: shown = {} } = field.displayOptions ?? {};
	const above = Object.entries(shown).filter(([name]) => name.startsWith('/'));
	return { ...field, displayOptions: { show: Object.fromEntries(above) } };
};
