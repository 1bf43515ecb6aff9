/** Which vendor answers loosely, and what that makes of an answer; the forms are in loose.ts. */
import { z } from 'zod';
import type { Answer } from './faults';
import { LOOSE, type LooseForm, type Loosened } from './loose';

const FORMS = Object.keys(LOOSE) as [LooseForm, ...LooseForm[]];

/** Body of `POST /__sandbox/loose`: from now on, or no longer. */
export const looseSchema = z.union([
	z.object({ vendor: z.string(), off: z.literal(true) }).strict(),
	z
		.object({
			vendor: z.string(),
			form: z.enum(FORMS),
			/** Every operation of the vendor when missing; its token endpoint answers as ever. */
			operationId: z.string().optional(),
		})
		.strict(),
]);

type Mode = z.infer<typeof looseSchema>;

export interface LooseModes {
	/** A vendor answers in one form at a time. */
	set(mode: Mode): void;
	/** The form in which an operation is answered; undefined when it is the contract's. */
	formOf(vendor: string, operationId: string): LooseForm | undefined;
	clear(): void;
}

/** Makes an empty set: every vendor answers as its contract says. */
export function createLooseModes(): LooseModes {
	const modes = new Map<string, { form: LooseForm; operationId?: string }>();
	return {
		set(mode) {
			if ('off' in mode) modes.delete(mode.vendor);
			else modes.set(mode.vendor, mode);
		},
		formOf(vendor, operationId) {
			const mode = modes.get(vendor);
			return mode && (mode.operationId ?? operationId) === operationId ? mode.form : undefined;
		},
		clear: () => modes.clear(),
	};
}

/** An answer in a loose form; refusals, and what is no JSON, stay as they are. */
export function loosened(answer: Answer, form: LooseForm, vendor: Loosened): Answer {
	const isJson = answer.headers['content-type'].startsWith('application/json');
	if (answer.status >= 300 || !isJson) return answer;
	return { ...answer, text: JSON.stringify(LOOSE[form](JSON.parse(answer.text), vendor)) };
}
