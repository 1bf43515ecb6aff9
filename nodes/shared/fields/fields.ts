import type {
	IDataObject,
	INode,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';
import { NodeOperationError, jsonParse } from 'n8n-workflow';
import type { DateTime } from 'luxon';

import { toDateTime, type Period } from './dates';
import { invalid } from './nodeError';

/** A node property with the limits that n8n's own description cannot say. */
export type Field = INodeProperties & {
	/** Shortest and longest text the service accepts, in characters. */
	minLength?: number;
	maxLength?: number;
	/** Most entries of a list, or rows of a table, that the service accepts. */
	maxEntries?: number;
	/**
	 * Whether leaving it out means more: all rows, or another target. So an expression that gives nothing,
	 * or an empty entry of a list, is refused instead of being left out.
	 */
	narrows?: true;
	/** Whether the text is a time of day; it is read as `HH:mm`, from any date too. n8n has no picker for it. */
	timeOfDay?: true;
};

/** Which rows of a list are wanted. */
export interface Window {
	/** Rows at most; all without it. */
	limit?: number;
	/** Rows per call. */
	pageSize?: number;
	/** Field that tells rows apart, so that a row which moves to the next page while reading comes once. */
	key?: string;
}

/** Where field values come from: one item of one node run. */
export interface FieldSource {
	node: INode;
	/** None where there are no items, as in a trigger. */
	itemIndex?: number;
	/** The row of a table that the fields are of, for messages. */
	within?: string;
	/** The workflow's time zone, for dates without one. */
	timezone: string;
}

/**
 * Reads an operation's fields for one item, checked and converted by their own description:
 * numbers within their limits, options among those offered, `dateTime` as Luxon objects in the workflow's zone,
 * `json` parsed, resource locators as the ID, lists flat. An empty optional field is undefined.
 * Throws NodeOperationError that names the field as the editor does.
 */
export class Fields {
	private readonly values = new Map<string, unknown>();

	constructor(
		private readonly source: FieldSource,
		private readonly fields: Field[],
		private readonly evaluate: (name: string) => unknown,
		/** The values as the user entered them: expressions are texts that begin with `=`. */
		private readonly entered: IDataObject = {},
	) {}

	/** The names of the fields. */
	get names(): string[] {
		return this.fields.map(({ name }) => name);
	}

	get<T = string>(name: string): T {
		const field = this.field(name);
		const value = field.typeOptions?.multipleValues
			? entriesOf([this.read(name)].flat(3)).map((entry) => this.convert(field, entry))
			: this.convert(field, this.read(name));
		const filled = Array.isArray(value) ? value.filter((entry) => entry !== undefined) : value;
		if (field.narrows) this.checkNarrowing(field, value);
		const empty = filled === undefined || (Array.isArray(filled) && filled.length === 0);
		if (empty && field.required) {
			this.fail(field, 'is empty', 'Fill it in, or correct the expression it is read from.');
		}
		if (Array.isArray(filled)) this.checkCount(field, filled.length);
		return (empty ? undefined : filled) as T;
	}

	/** Return All, Limit and the option Page Size (where there is one) of a list; `key` tells its rows apart. */
	window(key?: string): Window {
		const options = this.fields.find(({ name }) => name === 'options')?.options ?? [];
		const sized = options.some(({ name }) => name === 'pageSize');
		return {
			key,
			limit: this.get<boolean>('returnAll')
				? undefined
				: (this.get<number | undefined>('limit') ?? 50),
			pageSize: sized ? this.group('options').get<number | undefined>('pageSize') : undefined,
		};
	}

	/** Two dates that bound a period, as far as they are filled in. Throws when it ends before it begins. */
	period(from: string, to: string): Partial<Period> {
		const period = {
			from: this.get<DateTime | undefined>(from),
			to: this.get<DateTime | undefined>(to),
		};
		if (period.from && period.to && period.to < period.from) {
			const { displayName } = this.field(from);
			this.reject(to, `is before '${displayName}'`, 'Choose a later date.');
		}
		return period;
	}

	/** A collection's fields: those the user did not add are undefined. */
	group(name: string): Fields {
		const values = (this.read(name) ?? {}) as IDataObject;
		const entered = this.entered[name];
		return new Fields(
			this.source,
			this.field(name).options as Field[],
			(key) => values[key],
			typeof entered === 'object' ? (entered as IDataObject) : {},
		);
	}

	/** The rows of a fixed collection with several values. */
	rows(name: string): Fields[] {
		const field = this.field(name);
		const { displayName, options } = field;
		const [collection] = options as INodePropertyCollection[];
		const values = (this.read(name) ?? {}) as IDataObject;
		const rows = [values[collection.name] ?? []].flat() as IDataObject[];
		this.checkCount(field, rows.length);
		if (field.narrows && rows.length === 0 && this.entered[name] !== undefined) {
			this.fail(field, 'is empty', 'Without it more would be meant. Add a row, or remove it.');
		}
		return rows.map((row, index) => {
			const within = `${this.source.within ?? ''}'${displayName}' ${index + 1}: `;
			return new Fields({ ...this.source, within }, collection.values, (key) => row[key]);
		});
	}

	/** Rows of name and value as one object; undefined without rows. */
	pairs(name: string): Record<string, string> | undefined {
		const pairs = new Map<string, string>();
		for (const row of this.rows(name)) {
			const key = row.get('name');
			if (pairs.has(key)) row.reject('name', `'${key}' is there twice`, 'Give each name once.');
			pairs.set(key, row.get<string | undefined>('value') ?? '');
		}
		return pairs.size > 0 ? Object.fromEntries(pairs) : undefined;
	}

	/** Throws for a field that is filled in but makes no sense, in the words `'Field' …`. */
	reject(name: string, what: string, wayOut: string): never {
		return this.fail(this.field(name), what, wayOut);
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
		if (isBlank(value)) return undefined;
		switch (field.type) {
			case 'boolean':
				return this.flag(field, value);
			case 'number':
				return this.number(field, value);
			case 'dateTime':
				return (
					toDateTime(value, this.source.timezone) ??
					this.fail(field, 'is not a date', 'Use ISO 8601 (2026-01-31T09:00), or a Unix time.')
				);
			case 'json':
				return this.json(field, value);
			case 'options':
				return this.choice(field, value);
			case 'multiOptions':
				return entriesOf([value].flat()).map((entry) =>
					isBlank(entry) ? undefined : this.choice(field, entry),
				);
			case 'resourceLocator':
				return this.locator(field, value);
			default:
				return field.timeOfDay ? this.time(field, value) : this.text(field, value);
		}
	}

	private checkNarrowing(field: Field, value: unknown): void {
		const entries = [value].flat();
		const filled = entries.filter((entry) => entry !== undefined);
		if (filled.length > 0 && filled.length < entries.length) {
			this.fail(field, 'has an empty entry', 'Fill it in, or remove it.');
		}
		if (filled.length === 0 && !field.required && isGiven(this.entered[field.name])) {
			this.fail(
				field,
				'is empty',
				'What it is read from gives nothing here, and without it more would be meant. Correct it, or remove the field.',
			);
		}
	}

	private checkCount(field: Field, count: number): void {
		const { maxEntries = Infinity } = field;
		if (count > maxEntries) {
			this.fail(field, `has ${count} entries`, `Give ${maxEntries} at most.`);
		}
	}

	private time(field: Field, value: unknown): string {
		const text = String(value).trim();
		const [, hour, minute] = /^(\d{1,2}):([0-5]\d)(?::[0-5]\d)?$/.exec(text) ?? [];
		if (hour && Number(hour) < 24) return `${hour.padStart(2, '0')}:${minute}`;
		const dated = typeof value === 'object' || /\d[T ]\d{1,2}:|^\d{9,}$/.test(text);
		const time = dated && toDateTime(value, this.source.timezone)?.toFormat('HH:mm');
		return (
			time || this.fail(field, 'is not a time of day', 'Use hours and minutes, such as 09:00.')
		);
	}

	private flag(field: Field, value: unknown): boolean {
		const text = String(value).trim().toLowerCase();
		if (['true', '1'].includes(text)) return true;
		if (['false', '0'].includes(text)) return false;
		return this.fail(field, `cannot be ${JSON.stringify(value)}`, 'Use true or false.');
	}

	private text(field: Field, value: unknown): string {
		if (typeof value === 'object') {
			this.fail(
				field,
				'is not a text',
				'The expression returns an object; pick one of its values.',
			);
		}
		const text = String(value);
		const { minLength = 0, maxLength = Infinity } = field;
		// Each letter beyond the basic ones takes two units of a string; few texts are near their limit.
		if (text.length <= maxLength && text.length >= 2 * minLength) return text;
		const { length } = [...text];
		const wayOut =
			length > maxLength ? `Shorten it to ${maxLength} or fewer.` : `Use at least ${minLength}.`;
		if (length > maxLength || length < minLength) {
			this.fail(field, `has ${length} characters`, wayOut);
		}
		return text;
	}

	private number(field: Field, value: unknown): number {
		const number = typeof value === 'boolean' ? NaN : Number(value);
		const {
			minValue = -Infinity,
			maxValue = Infinity,
			numberPrecision: decimals,
		} = field.typeOptions ?? {};
		const fits = decimals === 0 ? Number.isInteger(number) : Number.isFinite(number);
		if (fits && number >= minValue && number <= maxValue) return number;
		const range = [
			Number.isFinite(minValue) && `at least ${minValue}`,
			Number.isFinite(maxValue) && `at most ${maxValue}`,
		].filter(Boolean);
		const kind = decimals === 0 ? 'a whole number' : 'a number';
		const wanted = range.length > 0 ? `${kind} of ${range.join(' and ')}` : kind;
		return this.fail(field, `cannot be ${JSON.stringify(value)}`, `Use ${wanted}.`);
	}

	private json(field: Field, value: unknown): unknown {
		if (typeof value !== 'string') return value;
		try {
			return jsonParse(value);
		} catch {
			return this.fail(field, 'is not valid JSON', 'Check quotes, commas and brackets.');
		}
	}

	private choice(field: Field, value: unknown): unknown {
		const offered = (field.options as INodePropertyOptions[]) ?? [];
		// An expression may give the number of a choice whose value is text.
		const chosen = offered.find((option) => String(option.value) === String(value));
		if (chosen) return chosen.value;
		// What the service offers is known to the editor only, or not to us.
		const open = field.allowArbitraryValues || field.typeOptions?.loadOptionsMethod;
		if (open) return this.text(field, value);
		const names = offered.map(({ name, value: code }) =>
			name.toLowerCase() === String(code).replaceAll('_', ' ') ? code : `${code} (${name})`,
		);
		return this.fail(field, `cannot be '${String(value)}'`, `Use one of: ${names.join(', ')}.`);
	}

	private locator(field: Field, value: unknown): string | undefined {
		const { mode, value: picked } = (
			typeof value === 'object' ? value : { mode: 'id', value }
		) as IDataObject;
		const given = picked === undefined || picked === null ? '' : this.text(field, picked).trim();
		if (given === '') return undefined;
		const extract = field.modes?.find((candidate) => candidate.name === mode)?.extractValue;
		const [, id] = extract ? (new RegExp(extract.regex as string).exec(given) ?? []) : ['', given];
		// Dots alone would name another address.
		if (id && id !== '.' && id !== '..') return id;
		return this.fail(field, 'holds no ID', "Paste the whole address, or choose 'By ID'.");
	}

	private fail(field: Field, what: string, wayOut: string): never {
		const { node, itemIndex, within = '' } = this.source;
		throw invalid(node, `${within}'${field.displayName}' ${what}`, wayOut, itemIndex);
	}
}

/** The entries of a list; one that is a JSON list of texts itself, as language models write it, is taken apart. */
function entriesOf(entries: unknown[]): unknown[] {
	return entries.flatMap((entry) => {
		if (typeof entry !== 'string' || !/^\s*\[\s*(".*)?\]\s*$/s.test(entry)) return [entry];
		return jsonParse<unknown[]>(entry, { fallbackValue: [entry] });
	});
}

/** Whether the user entered something, be it an expression, or added a list. */
function isGiven(entered: unknown): boolean {
	if (Array.isArray(entered)) return true;
	const value = (entered as IDataObject | undefined)?.value ?? entered;
	return typeof value === 'string' && value.startsWith('=');
}

/** Whether nothing is given: no value, white space, or a list of nothing. Long lists are not looked through. */
function isBlank(value: unknown): boolean {
	if (value === undefined || value === null) return true;
	const short = typeof value === 'string' || (Array.isArray(value) && value.length < 2);
	return short && String(value).trim() === '';
}
