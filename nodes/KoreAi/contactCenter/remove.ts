import { checkConfirmed, confirmation } from '../../shared/fields/confirmation';
import type { Field } from '../../shared/fields/field';
import type { Fields } from '../../shared/fields/fields';
import { operation } from '../api';
import type { Operations } from '../contract';

interface Removal<Id> {
	id: Id;
	/** What is deleted, as actions name it: `agent group`. */
	what: string;
	description: string;
	check: string;
	fields: Field[];
}

/** An operation that deletes one thing, after the user has confirmed it. */
export const removal = <Id extends Extract<keyof Operations, `${string}.delete`>>({
	id,
	what,
	description,
	check,
	fields: chosen,
}: Removal<Id>) =>
	operation(id, {
		name: 'Delete',
		action: `Delete ${what}`,
		description,
		check,
		fields: [...chosen, confirmation('deleted')],
		run: async ({ api, fields, inputOf }) => {
			const confirmed = fields as Fields<{ confirmation: string }>;
			checkConfirmed(confirmed, `delete the ${what}`, 'deleted');
			await api.call(id, inputOf(id) as never);
			return { deleted: true };
		},
	});
