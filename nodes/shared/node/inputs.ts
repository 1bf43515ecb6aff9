import { startCase } from 'lodash';

import type { Constraints, Input, Route } from '../call/vendor';
import type { Field } from '../fields/field';

type Inputs<R> = R extends { inputs: infer All } ? All : never;

/** The names of what a call takes. */
export type InputName<R> = keyof Inputs<R> & string;

/** What a field has beside, or instead of, what the contract says of its input. */
export type Changes = Partial<Field>;

type Described<I> = I extends { enum: ReadonlyArray<infer Value> }
	? { type: 'options'; options: Array<{ name: string; value: Value }> }
	: I extends { type: 'boolean' }
		? { type: 'boolean' }
		: I extends { type: 'integer' | 'number'; default: number }
			? { type: 'number'; default: number }
			: I extends { type: 'integer' | 'number' }
				? { type: 'number'; default: '' }
				: I extends { type: 'array' }
					? { type: 'string'; typeOptions: { multipleValues: true } }
					: I extends { type: 'object' }
						? { type: 'json' }
						: { type: 'string' };

/** The field of an input, with its kind and what was changed known. */
export type InputField<R, Name extends InputName<R>, C> = Field &
	Omit<
		Described<Inputs<R>[Name]> & {
			name: Name;
			required: Inputs<R>[Name] extends { required: true } ? true : false;
		},
		keyof C
	> &
	C;

const CAPITALS = /\b(Id|Ids|Url|Json|Api)\b/g;

/** A name of the contract as the editor shows it: `userId` is User ID. */
const titleOf = (name: string) =>
	startCase(name).replace(CAPITALS, (word) => word.toUpperCase().replace(/IDS$/, 'IDs'));

const optionsOf = (values: NonNullable<Constraints['enum']>) =>
	values.map((value) => ({ name: titleOf(String(value)), value: value as string | number }));

/** What a contract's type is in the editor. */
function kindOf(input: Input): Pick<Field, 'type' | 'default'> & Partial<Field> {
	const { type, minimum: minValue, maximum: maxValue } = input;
	if (input.enum) {
		const options = optionsOf(input.enum);
		return { type: 'options', options, default: (input.default as string) ?? options[0].value };
	}
	switch (type) {
		case 'boolean':
			return { type: 'boolean', default: input.default === true };
		case 'integer':
		case 'number': {
			const numberPrecision = type === 'integer' ? 0 : undefined;
			const typeOptions = { minValue, maxValue, numberPrecision };
			return { type: 'number', typeOptions, default: (input.default as number) ?? '' };
		}
		case 'array':
			return {
				type: 'string',
				typeOptions: { multipleValues: true },
				default: [],
				maxEntries: input.maxItems,
			};
		case 'object':
			return { type: 'json', default: '{}' };
		default:
			return { type: 'string', default: (input.default as string) ?? '' };
	}
}

/** The field for one input of a call. Its name in the contract stays what is sent, whatever it is called in the editor. */
export function fieldOf(name: string, input: Input, changes: Changes = {}): Field {
	const { title = titleOf(name), description, example, required, minLength, maxLength } = input;
	const kind = kindOf(input);
	const isJson = (changes.type ?? kind.type) === 'json';
	const field = {
		displayName: isJson ? `${title} (JSON)` : title,
		name,
		...(isJson ? { ...kind, typeOptions: undefined } : kind),
		...(required && { required }),
		...(minLength !== undefined && { minLength }),
		...(maxLength !== undefined && { maxLength }),
		...(description !== undefined && { description }),
		...(example !== undefined && { placeholder: `e.g. ${String(example)}` }),
		...changes,
	};
	return field.name === name ? field : { ...field, sentAs: name };
}

/** What a field is called in the contract. */
export const sentAs = (field: Field): string => field.sentAs ?? field.name;

/** What a call takes, by name. */
export const inputsOf = ({ inputs = {} }: Route): Readonly<Record<string, Input>> => inputs;
