import { attempt, isError } from 'lodash';
import type { DateTime } from 'luxon';
import type { IDataObject, INode, INodeParameters, INodePropertyCollection } from 'n8n-workflow';
import { NodeOperationError, displayParameter } from 'n8n-workflow';

import { convert, type Reading } from './convert';
import type { Field } from './field';
import { isThing } from './lists';
import { configurationError } from './nodeError';
import { textKey } from './sameText';
import { checkCount, thingOf, valueOf } from './value';

type Choice<F> = F extends
	| { allowArbitraryValues: true }
	| { typeOptions: { loadOptionsMethod: string } }
	? string
	: F extends { options: Array<{ value: infer Chosen }> }
		? Chosen
		: never;

interface Kinds<F> {
	boolean: boolean;
	number: number;
	dateTime: DateTime;
	json: unknown;
	options: Choice<F>;
	multiOptions: Array<Choice<F>>;
}

type Single<F> = F extends { type: keyof Kinds<F> } ? Kinds<F>[F['type']] : string;

type Filled<F> = F extends { typeOptions: { multipleValues: true } } ? Array<Single<F>> : Single<F>;

/** What always has a value: nothing from an expression means the default. */
type Defaulted = { type: 'boolean' } | { type: 'number'; default: number } | { type: 'options' };

type Value<F, Certain> = F extends { type: 'collection'; options: infer Options extends Field[] }
	? Fields<ValuesIn<Options>>
	: F extends { type: 'fixedCollection'; options: [{ values: infer Row extends Field[] }] }
		? Array<Fields<ValuesOf<Row>>>
		: F extends { required: true } | { orCredential: object } | Certain
			? Filled<F>
			: Filled<F> | undefined;

/** The values of fields by name. */
export type ValuesOf<List extends readonly Field[]> = {
	[F in List[number] as F['name']]: Value<F, Defaulted>;
};

/** The same of a collection: each that the user did not add is undefined. */
type ValuesIn<List extends readonly Field[]> = {
	[F in List[number] as F['name']]: Value<F, never>;
};

/** What reads these fields. */
export type FieldsOf<List extends readonly Field[]> = Fields<ValuesOf<List>>;

/** Rows of a name and a value each. */
export type PairRows = Array<Fields<{ name: string; value: string | undefined }>>;

/** Which rows of a list are wanted. */
export interface Window {
	/** Rows at most; all without it. */
	limit?: number;
	/** Rows per call. */
	pageSize?: number;
	/** Fields that together tell rows apart, so that a row which moves to the next page while reading comes once. */
	key?: readonly string[];
}

/** Where field values come from: one item of one node run. */
export interface FieldSource {
	node: INode;
	/** None where there are no items, as in a trigger. */
	itemIndex?: number;
	/** The row of a table that the fields are of, for messages. */
	within?: string;
	/** Of a collection: whether the user added a field. Of one that was not added no default counts. */
	isAdded?: (name: string) => boolean;
	/** The operation's own fields, where these are inside one of them: on those their Show and Hide may depend. */
	root?: Fields<object>;
	/** The workflow's time zone, for dates without one. */
	timezone: string;
	/** The credential's values, where fields fall back on them. */
	credentials?: IDataObject;
}

/**
 * Reads fields for one item, checked and converted by their own description: numbers within their limits,
 * options among those offered, `dateTime` as Luxon objects in the workflow's zone, `json` parsed, resource
 * locators as the ID, lists flat. What is blank is the credential's where the description says so, the default of a
 * switch, number or choice, and undefined of the rest.
 * Throws NodeOperationError that names the field as the editor does.
 */
export class Fields<Values = Record<string, unknown>> {
	private readonly values = new Map<string, unknown>();

	/** What they came to, so that each is converted once. */
	private readonly converted = new Map<string, unknown>();

	constructor(
		private readonly source: FieldSource,
		private readonly fields: readonly Field[],
		private readonly evaluate: (name: string) => unknown,
		/** The values as the user entered them: expressions are texts that begin with `=`. */
		private readonly entered: IDataObject = {},
	) {}

	get names(): string[] {
		return this.fields.map(({ name }) => name);
	}

	/** Those that the editor shows, by their Show and Hide. */
	get visible(): Field[] {
		return this.fields.filter((field) => this.isVisible(field));
	}

	/** What the panel does not show: the values that the credential gives for fields left blank, by the contract's names. */
	get fromCredential(): IDataObject {
		const blank = this.visible.filter(
			(field) =>
				field.orCredential &&
				convert(field, this.read(field.name), this.reading(field)) === undefined,
		);
		const named = blank.map(({ name, sentAs = name }) => [sentAs, this.get(name as never)]);
		return Object.fromEntries(named) as IDataObject;
	}

	/**
	 * Reads all that the editor shows, inside collections and rows too; what it hides stays unread. Throws for the first
	 * that cannot be read, as reading it would. `counts`: which fields, if not all.
	 */
	check(counts: (name: string) => boolean = () => true): void {
		for (const { name, type } of this.visible) {
			if (!counts(name)) continue;
			if (type === 'collection') (this.group(name as never) as Fields).check();
			else if (type === 'fixedCollection') {
				for (const row of this.rows(name as never) as Fields[]) row.check();
			} else if (type !== 'notice') this.get(name as never);
		}
	}

	/** A field's value; a list without its blank entries. */
	get<Name extends keyof Values & string>(name: Name): Values[Name] {
		return this.once(name, () => this.valueOf(this.field(name))) as Values[Name];
	}

	private valueOf(field: Field): unknown {
		const { name, notBefore } = field;
		const { isAdded = () => true, credentials } = this.source;
		const given = {
			value: this.read(name),
			entered: this.entered[name],
			hasDefault: isAdded(name),
			credentials,
			from: () => (notBefore === undefined ? undefined : this.dateIn(this.field(notBefore))),
		};
		return valueOf(field, given, this.reading(field));
	}

	private dateIn(field: Field) {
		const date = convert(field, this.read(field.name), this.reading(field)) as DateTime | undefined;
		return date && { date, displayName: field.displayName };
	}

	/** Return All, Limit and the option Page Size (where there is one) of a list; the fields `key` tell its rows apart. */
	window(this: Fields<{ returnAll: boolean; limit: number }>, ...key: string[]): Window {
		const sized = this.fields
			.find(({ name }) => name === 'options')
			?.options?.some(({ name }) => name === 'pageSize');
		const options = this as unknown as Fields<{ options: Fields<{ pageSize?: number }> }>;
		return {
			key: key.length > 0 ? key : undefined,
			limit: this.get('returnAll') ? undefined : this.get('limit'),
			pageSize: sized ? options.group('options').get('pageSize') : undefined,
		};
	}

	/** A collection's fields: those the user did not add are undefined. */
	group<Name extends keyof Values & string>(
		name: Values[Name] extends Fields<object> ? Name : never,
	): Values[Name] {
		const read = () => {
			const field = this.field(name);
			const values = thingOf(this.read(name), this.reading(field));
			const entered = this.entered[name];
			const isAdded = (key: string) =>
				[values, entered].some((one) => isThing(one) && Object.hasOwn(one, key));
			return this.inside(values, entered, (field.options ?? []) as Field[], { isAdded });
		};
		return this.once(name, read) as Values[Name];
	}

	/** The rows of a fixed collection with several values. */
	rows<Name extends keyof Values & string>(
		name: Values[Name] extends Array<Fields<object>> ? Name : never,
	): Values[Name] {
		return this.once(name, () => this.rowsOf(this.field(name))) as Values[Name];
	}

	private rowsOf(field: Field): Fields[] {
		const { name, displayName, options, narrows = false } = field;
		const [collection] = options as INodePropertyCollection[];
		const values = thingOf(this.read(name), this.reading(field));
		const rows = [values[collection.name] ?? []].flat();
		checkCount(field, rows.length, this.reading(field));
		if (narrows && rows.length === 0 && this.entered[name] !== undefined) {
			this.failFor(field, 'is empty', 'Without it more would be meant. Add a row, or remove it.');
		}
		const entered = this.entered[name];
		const typed = isThing(entered) ? [entered[collection.name]].flat() : [];
		return rows.map((row, index) => {
			const within = `${this.source.within ?? ''}'${displayName}' ${index + 1}: `;
			const cells = thingOf(row, this.reading(field), ` in row ${index + 1}`);
			return this.inside(cells, typed[index], collection.values, { within });
		});
	}

	/** The fields of a collection or row. */
	private inside(
		values: IDataObject,
		entered: unknown,
		fields: Field[],
		more: Partial<FieldSource>,
	): Fields {
		const root = this.source.root ?? (this as unknown as Fields<object>);
		const source = { ...this.source, isAdded: undefined, root, ...more };
		const valueIn = (key: string) => (Object.hasOwn(values, key) ? values[key] : undefined);
		return new Fields(source, fields, valueIn, isThing(entered) ? entered : {});
	}

	/** Rows of name and value as one object; undefined without rows. */
	pairs<Name extends string>(
		this: Fields<Record<Name, PairRows>>,
		name: Name,
	): Record<string, string> | undefined {
		const pairs = new Map<string, [name: string, value: string]>();
		for (const row of this.rows(name as never) as PairRows) {
			const own = row.get('name');
			const key = textKey(own);
			if (pairs.has(key)) row.fail('name', `'${own}' is there twice`, 'Give each name once.');
			pairs.set(key, [own, row.get('value') ?? '']);
		}
		return pairs.size > 0 ? Object.fromEntries(pairs.values()) : undefined;
	}

	/** Throws for a field that is filled in but makes no sense, in the words `'Field' …`. */
	fail(name: keyof Values & string, what: string, wayOut: string): never {
		return this.failFor(this.field(name), what, wayOut);
	}

	private isVisible(field: Field): boolean {
		const { show, hide } = field.displayOptions ?? {};
		const deciding = Object.keys({ ...show, ...hide });
		if (deciding.length === 0) return true;
		const own = deciding.filter((name) => !name.startsWith('/'));
		const above = deciding.filter((name) => name.startsWith('/')).map((name) => name.slice(1));
		const { node, root } = this.source;
		return displayParameter(this.deciding(own), field, node, null, root?.deciding(above));
	}

	/** Values of fields that Show and Hide go by; a hidden one has none. */
	private deciding(names: string[]): INodeParameters {
		const shown = names.filter((name) => this.isVisible(this.field(name)));
		const values = shown.map((name) => [name, this.get(name as never)]);
		return Object.fromEntries(values) as INodeParameters;
	}

	private once(name: string, make: () => unknown): unknown {
		if (!this.converted.has(name)) this.converted.set(name, make());
		return this.converted.get(name);
	}

	/** Evaluating a parameter costs about 0.4 ms when it holds an expression, so it is done once. */
	private read(name: string): unknown {
		if (!this.values.has(name)) this.values.set(name, this.evaluated(name));
		return this.values.get(name);
	}

	private evaluated(name: string): unknown {
		const value: unknown = attempt(this.evaluate, name);
		if (!isError(value)) return value;
		// n8n walks through what an expression gives, and has no room left in something very deep.
		if (value.name !== 'RangeError') throw value;
		return this.failFor(this.field(name), 'is nested too deep', 'Give it in a flatter form.');
	}

	private field(name: string): Field {
		const field = this.fields.find((candidate) => candidate.name === name);
		if (!field) throw new NodeOperationError(this.source.node, `No field is named '${name}'`);
		return field;
	}

	private reading(field: Field): Reading {
		return {
			timezone: this.source.timezone,
			fail: (what, wayOut) => this.failFor(field, what, wayOut),
		};
	}

	private failFor(field: Field, what: string, wayOut: string): never {
		const { node, itemIndex, within = '' } = this.source;
		throw configurationError(node, `${within}'${field.displayName}' ${what}`, wayOut, itemIndex);
	}
}
