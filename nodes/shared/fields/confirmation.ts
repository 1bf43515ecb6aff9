import { field } from './field';
import type { Fields } from './fields';
import { isSameText } from './sameText';

/** What the user types before it is done, and why it is asked for. */
const CONFIRMATIONS = {
	deleted: ['DELETE', 'What is deleted cannot be brought back.'],
	erased: ['DELETE', 'What is erased cannot be brought back.'],
	changed: ['CHANGE', 'It changes what people may do.'],
	imported: ['IMPORT', 'It changes what people with these roles may do.'],
	removed: ['REMOVE', 'Who is removed has no access to the account any more.'],
} as const;

type Done = keyof typeof CONFIRMATIONS;

/** What the user types before something is gone for good, or people's rights are others. */
export const confirmation = (done: Done) => {
	const [word, why] = CONFIRMATIONS[done];
	return field({
		displayName: 'Confirmation',
		name: 'confirmation',
		type: 'string',
		noDataExpression: true,
		default: '',
		required: true,
		placeholder: `e.g. ${word}`,
		hint: `Type ${word} in capitals. ${why}`,
	});
};

/** Throws NodeOperationError when the user has not typed it; `toDo` is what it would let happen. */
export function checkConfirmed(
	fields: Fields<{ confirmation: string }>,
	toDo: string,
	done: Done,
): void {
	const [word] = CONFIRMATIONS[done];
	if (isSameText(fields.get('confirmation'), word)) return;
	fields.fail(
		'confirmation',
		`does not say ${word}`,
		`Type ${word} in capitals to ${toDo}. Nothing was ${done}.`,
	);
}
