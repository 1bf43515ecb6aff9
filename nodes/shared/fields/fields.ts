import type { DateTime } from 'luxon';
import type { IDataObject, INode, INodeParameters, INodePropertyCollection } from 'n8n-workflow';
import { NodeOperationError, displayParameter } from 'n8n-workflow';

import { convert, type Reading } from './convert';
import { entriesOf } from './entries';
import type { Field } from './field';
import { isThing } from './lists';
import { plainExpression } from './mistakes';
import { configurationError } from './nodeError';
import { textKey } from './sameText';

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
	/** Whether they are a collection's, where no default counts: the user may not have added them. */
	inCollection?: boolean;
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
		return this.fields.filter((field) => {
			const { show, hide } = field.displayOptions ?? {};
			const deciding = Object.keys({ ...show, ...hide });
			const values = deciding.map((name) => [name, this.read(name)]);
			return displayParameter(
				Object.fromEntries(values) as INodeParameters,
				field,
				this.source.node,
				null,
			);
		});
	}

	/** A field's value; a list without its blank entries. */
	get<Name extends keyof Values & string>(name: Name): Values[Name] {
		const field = this.field(name);
		const given = this.read(name);
		this.checkTyped(field);
		const value = field.typeOptions?.multipleValues
			? entriesOf(field, [given].flat(3), this.reading(field)).map((entry) =>
					this.convert(field, entry),
				)
			: this.convert(field, given);
		const filled = Array.isArray(value) ? value.filter((entry) => entry !== undefined) : value;
		if (field.narrows) this.checkNarrowing(field, value);
		const empty = filled === undefined || (Array.isArray(filled) && filled.length === 0);
		if (empty && field.orCredential) {
			return this.ofCredential(field, field.orCredential) as Values[Name];
		}
		if (empty && field.required) {
			this.failFor(field, 'is empty', 'Fill it in, or correct the expression it is read from.');
		}
		if (Array.isArray(filled)) this.checkCount(field, filled.length);
		if (filled && field.notBefore) this.checkOrder(field, filled as DateTime, field.notBefore);
		return (empty ? this.defaultOf(field) : filled) as Values[Name];
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
		const values = (this.read(name) ?? {}) as IDataObject;
		const entered = this.entered[name];
		return new Fields(
			{ ...this.source, inCollection: true },
			this.field(name).options as Field[],
			(key) => values[key],
			isThing(entered) ? entered : {},
		) as Values[Name];
	}

	/** The rows of a fixed collection with several values. */
	rows<Name extends keyof Values & string>(
		name: Values[Name] extends Array<Fields<object>> ? Name : never,
	): Values[Name] {
		const field = this.field(name);
		const { displayName, options } = field;
		const [collection] = options as INodePropertyCollection[];
		const values = (this.read(name) ?? {}) as IDataObject;
		const rows = [values[collection.name] ?? []].flat() as IDataObject[];
		this.checkCount(field, rows.length);
		if (field.narrows && rows.length === 0 && this.entered[name] !== undefined) {
			this.failFor(field, 'is empty', 'Without it more would be meant. Add a row, or remove it.');
		}
		const entered = (this.entered[name] as IDataObject | undefined)?.[collection.name];
		return rows.map((row, index) => {
			const within = `${this.source.within ?? ''}'${displayName}' ${index + 1}: `;
			const source = { ...this.source, within, inCollection: false };
			const typed = [entered].flat()[index];
			return new Fields(source, collection.values, (key) => row[key], isThing(typed) ? typed : {});
		}) as Values[Name];
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

	/** Evaluating a parameter costs about 0.4 ms when it holds an expression, so it is done once. */
	private read(name: string): unknown {
		if (!this.values.has(name)) this.values.set(name, this.evaluate(name));
		return this.values.get(name);
	}

	private field(name: string): Field {
		const field = this.fields.find((candidate) => candidate.name === name);
		if (!field) throw new NodeOperationError(this.source.node, `No field is named '${name}'`);
		return field;
	}

	private convert(field: Field, value: unknown): unknown {
		return convert(field, value, this.reading(field));
	}

	private reading(field: Field): Reading {
		return {
			timezone: this.source.timezone,
			fail: (what, wayOut) => this.failFor(field, what, wayOut),
		};
	}

	private checkTyped(field: Field): void {
		// Where n8n wants the name of a value, an expression names it; others take none.
		if (field.requiresDataPath || field.noDataExpression) return;
		const typed = plainExpression(this.entered[field.name]);
		if (typed === undefined) return;
		this.failFor(
			field,
			`has an expression as plain text: ${typed}`,
			'Switch the field from Fixed to Expression, or drag the value from the input.',
		);
	}

	private defaultOf(field: Field): unknown {
		const counts = ['boolean', 'number', 'options'].includes(field.type);
		return counts && !this.source.inCollection ? this.convert(field, field.default) : undefined;
	}

	private ofCredential(
		field: Field,
		{ name, wayOut }: NonNullable<Field['orCredential']>,
	): unknown {
		const value = this.convert(field, this.source.credentials?.[name]);
		return value ?? this.failFor(field, 'is empty', wayOut);
	}

	private checkNarrowing(field: Field, value: unknown): void {
		const entries = [value].flat();
		const filled = entries.filter((entry) => entry !== undefined);
		if (filled.length > 0 && filled.length < entries.length) {
			this.failFor(field, 'has an empty entry', 'Fill it in, or remove it.');
		}
		if (filled.length === 0 && !field.required && isGiven(this.entered[field.name])) {
			this.failFor(
				field,
				'is empty',
				'What it is read from gives nothing here, and without it more would be meant. Correct it, or remove the field.',
			);
		}
	}

	private checkOrder(field: Field, to: DateTime, name: string): void {
		const from = this.convert(this.field(name), this.read(name)) as DateTime | undefined;
		if (!from || to >= from) return;
		const { displayName } = this.field(name);
		this.failFor(field, `is before '${displayName}'`, 'Choose a later date.');
	}

	private checkCount(field: Field, count: number): void {
		const { maxEntries = Infinity } = field;
		if (count > maxEntries) {
			this.failFor(field, `has ${count} entries`, `Give ${maxEntries} at most.`);
		}
	}

	private failFor(field: Field, what: string, wayOut: string): never {
		const { node, itemIndex, within = '' } = this.source;
		throw configurationError(node, `${within}'${field.displayName}' ${what}`, wayOut, itemIndex);
	}
}

/** Whether the user entered something, be it an expression, or added a list. */
function isGiven(entered: unknown): boolean {
	if (Array.isArray(entered)) return true;
	const value = (entered as IDataObject | undefined)?.value ?? entered;
	return typeof value === 'string' && value.startsWith('=');
}
