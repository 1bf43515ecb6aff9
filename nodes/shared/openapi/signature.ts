import { answerSchema, schemaIn, type OperationEntry, type Parameter } from './document';
import { fieldsIn } from './schema';

/** Names, as the keys of a set or of a map that knows more of each. */
type Names = Pick<ReadonlyMap<string, unknown>, 'keys'>;

/** What one operation is recognized by. Fields are named `calls[].phone_number`, parameters `query page`. */
export interface Signature {
	/** Its operationId, or verb and path where it has none. */
	id: string;
	method: string;
	path: string;
	/** Of its summary, operationId and tags. */
	words: readonly string[];
	parameters: Names;
	body: Names;
	answer: Names;
}

const IDLE = new Set(
	'a all an and as by for from in into of on or returns the to with v1'.split(' '),
);

/** The telling words of a text or identifier, lower case, without a plural s. */
export function wordsOf(text: string): string[] {
	return text
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== '' && !IDLE.has(word))
		.map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));
}

/** A name without regard to camelCase, snake_case or a plural s. */
export const plain = (name: string): string => wordsOf(name).join('');

/** The parameters that tell something, by place and name: a declared Authorization header says no more than the security does. */
export const telling = (parameters: Parameter[]): Array<[string, Parameter]> =>
	parameters
		.filter(({ name, in: place }) => place !== 'header' || name.toLowerCase() !== 'authorization')
		.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter]);

/** What an operation of a document without references is recognized by. */
export function signatureOf({ method, path, operation, parameters }: OperationEntry): Signature {
	const texts = [operation.summary, operation.operationId, ...(operation.tags ?? [])];
	return {
		id: operation.operationId ?? `${method.toUpperCase()} ${path}`,
		method: method.toUpperCase(),
		path,
		words: [...new Set(texts.flatMap((text) => wordsOf(text ?? '')))],
		parameters: new Map(telling(parameters)),
		body: fieldsIn(schemaIn(operation.requestBody?.content)),
		answer: fieldsIn(answerSchema(operation)),
	};
}
