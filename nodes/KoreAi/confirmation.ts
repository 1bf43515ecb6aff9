import { field } from '../shared/fields/field';
import type { Fields } from '../shared/fields/fields';
import { isSameText } from '../shared/fields/sameText';

const CONFIRMATION = 'DELETE';

type Done = 'deleted' | 'erased';

/** What the user types before something is gone for good. */
export const confirmation = (done: Done) =>
	field({
		displayName: 'Confirmation',
		name: 'confirmation',
		type: 'string',
		noDataExpression: true,
		default: '',
		required: true,
		placeholder: `e.g. ${CONFIRMATION}`,
		hint: `Type ${CONFIRMATION} in capitals. What is ${done} cannot be brought back.`,
	});

/** Throws NodeOperationError when the user has not typed it; `toDo` is what it would let happen. */
export function checkConfirmed(
	fields: Fields<{ confirmation: string }>,
	toDo: string,
	done: Done,
): void {
	if (isSameText(fields.get('confirmation'), CONFIRMATION)) return;
	fields.fail(
		'confirmation',
		`does not say ${CONFIRMATION}`,
		`Type ${CONFIRMATION} in capitals to ${toDo}. Nothing was ${done}.`,
	);
}
