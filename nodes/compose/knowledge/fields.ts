import { fieldList } from '../../shared/fields/field';
import type { Words } from './knowledge';

/** What Sync asks for beside the things themselves; `kept` says where the service keeps the name, and of what. */
export const syncFields = ({ one, many }: Pick<Words, 'one' | 'many'>, kept: string) =>
	fieldList([
		{
			displayName: 'Sync Name',
			name: 'syncName',
			type: 'string',
			isName: true,
			isId: true,
			default: '',
			required: true,
			placeholder: 'e.g. help-center',
			description: `Kept in ${kept} of this sync, so that no other ${one} is ever deleted`,
		},
		{
			displayName: 'Delete Missing',
			name: 'deleteMissing',
			type: 'boolean',
			default: false,
			description: `Whether to delete ${many} of this sync that are no longer among the input items`,
		},
		{
			displayName: 'Delete at Most',
			name: 'deleteAtMost',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			default: 50,
			narrows: true,
			displayOptions: { show: { deleteMissing: [true] } },
			description: `If more ${many} would be deleted, nothing at all is changed`,
		},
	]);
