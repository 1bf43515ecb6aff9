import type { IDisplayOptions, INodeProperties, INodePropertyCollection } from 'n8n-workflow';

/** A node property with what n8n's own description cannot say. */
export type Field = INodeProperties & {
	/** Shortest and longest text the service accepts, in characters. */
	minLength?: number;
	maxLength?: number;
	/** Most entries of a list, or rows of a table, that the service accepts. */
	maxEntries?: number;
	/**
	 * Of a list: what its entries are, so that several values in one entry are seen. `ids` have no separator in them
	 * and are taken apart; `words` (no blanks) and `names` (blanks allowed) with one are refused; phone `numbers`, which
	 * may have one, are taken apart where they are read.
	 */
	entries?: 'ids' | 'words' | 'names' | 'numbers';
	/**
	 * Whether leaving it out means more: all rows, or another target. So an expression that gives nothing,
	 * or an empty entry of a list, is refused instead of being left out.
	 */
	narrows?: boolean;
	/** Of a list that narrows: whether an empty one says that there is nothing to leave out, as a text or blank entry does not. */
	emptyList?: boolean;
	/** Whether the text is a name that something is found by: it is read without invisible characters and blanks around. */
	isName?: boolean;
	/**
	 * Whether the text is an ID, as pickers' and entries of `ids` and `words` are: what a broken expression leaves, such
	 * as `undefined`, and `*` are refused.
	 */
	isId?: boolean;
	/** Form of an ID as the service documents it: a pattern for the whole, and the words for it. */
	form?: { pattern: string; text: string };
	/** Whether the text is a time of day; it is read as `HH:mm`, from any date too. n8n has no picker for it. */
	timeOfDay?: boolean;
	/** Of a date: the name of the date that it must not be before. */
	notBefore?: string;
	/** What the contract calls it, where its own name is another one. */
	sentAs?: string;
	/** The credential's field whose value it has when it is blank, which the panel says, and what to do when that is blank too. */
	orCredential?: { name: string; displayName: string; wayOut: string };
};

/** Forms of IDs that several services document. */
export const UUID = {
	pattern: '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}',
	text: 'a UUID, such as 3337eb37-9c70-4e88-a173-21372501d7ee',
};
export const WHOLE_NUMBER = { pattern: '[0-9]+', text: 'a whole number, such as 123' };

/** A field whose type keeps its name, kind and options, so that reading it needs no type. */
export const field = <const F extends Field>(described: F): F => described;

/** The same for several. */
export const fieldList = <const L extends Field[]>(described: L): L => described;

/** The same fields, shown only where these others have these values, too. */
export const shownWith = <const List extends Field[]>(
	fields: List,
	show: NonNullable<IDisplayOptions['show']>,
): List =>
	fields.map((one) => ({
		...one,
		displayOptions: { show: { ...one.displayOptions?.show, ...show } },
	})) as List;

/** What only this pack reads. */
const OWN: ReadonlySet<string> = new Set([
	'minLength',
	'maxLength',
	'maxEntries',
	'entries',
	'narrows',
	'emptyList',
	'isName',
	'isId',
	'form',
	'timeOfDay',
	'notBefore',
	'sentAs',
	'orCredential',
] satisfies Array<keyof Field>);

/** A field as n8n describes it, with those inside it: without what only this pack reads. */
export function propertyOf(described: Field): INodeProperties {
	const kept = Object.entries(described).filter(([name]) => !OWN.has(name));
	const property = Object.fromEntries(kept) as unknown as INodeProperties;
	// What is not required need not say so.
	if (property.required === false) delete property.required;
	if (described.orCredential) {
		property.hint = `If empty: the credential's ${described.orCredential.displayName}`;
	}
	const { type, options, required, typeOptions } = property;
	// n8n marks a list as required at its entries only, so that it begins with one.
	if (type === 'string' && required && typeOptions?.multipleValues) property.default = [''];
	if (type === 'collection') {
		return { ...property, options: (options as Field[]).map(propertyOf) };
	}
	if (type !== 'fixedCollection') return property;
	const tables = options as INodePropertyCollection[];
	const inner = tables.map((table) => ({ ...table, values: table.values.map(propertyOf) }));
	return { ...property, options: inner };
}
