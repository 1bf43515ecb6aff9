import { isThing } from '../fields/lists';

/** Tells whether plain data has a form. */
type Form<T> = (value: unknown) => value is T;

/** The form of what an event keeps between two polls. */
export interface StateForm<State> {
	/** Another one whenever the form changes, or what it means. */
	number: number;
	fits: Form<State>;
}

export const aNumber: Form<number> = (value): value is number => Number.isFinite(value);

export const aText: Form<string> = (value): value is string => typeof value === 'string';

export const aFlag: Form<boolean> = (value): value is boolean => typeof value === 'boolean';

export const orNone =
	<T>(form: Form<T>): Form<T | undefined> =>
	(value): value is T | undefined =>
		value === undefined || form(value);

export const listOf =
	<T>(form: Form<T>): Form<T[]> =>
	(value): value is T[] =>
		Array.isArray(value) && value.every(form);

/** Of a list with a form for each place. */
export const tuple =
	<T extends unknown[]>(...forms: { [Place in keyof T]: Form<T[Place]> }): Form<T> =>
	(value): value is T =>
		Array.isArray(value) &&
		value.length === forms.length &&
		forms.every((form, place) => form(value[place]));

/** Of values by name. */
export const recordOf =
	<T>(form: Form<T>): Form<Record<string, T>> =>
	(value): value is Record<string, T> =>
		isThing(value) && Object.values(value).every(form);

/** Of an object that has these names, and no others. */
export const thingOf =
	<T extends object>(forms: { [Name in keyof Required<T>]: Form<T[Name]> }): Form<T> =>
	(value): value is T =>
		isThing(value) &&
		Object.keys(value).every((name) => Object.hasOwn(forms, name)) &&
		Object.entries<Form<unknown>>(forms).every(([name, form]) => form(value[name]));
