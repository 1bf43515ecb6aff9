import type { INodeExecutionData } from 'n8n-workflow';

import type { CampaignAdapter } from './adapter';
import { readDoNotCall } from './doNotCall';
import type { RowFields } from './rowFields';
import { readRowSettings } from './rowSettings';
import { sortRows, type Sorted } from './rows';

/** How many rows a message shows at most. */
const SHOWN = 5;

const DEFAULT_COUNTRY =
	"Numbers without a country code need 'Default Country': choose the country that they are of. ";

interface Sorting {
	fields: RowFields;
	items: INodeExecutionData[];
	about: Pick<CampaignAdapter<never>, 'words' | 'reserved'>;
	/** Says something beside the output. */
	hint: (message: string) => void;
}

/** The items as calls. Throws when the settings do not fit them, or rows are unusable and shall stop the node. */
export function sort({ fields, items, about, hint }: Sorting): Sorted {
	const all = items.map(({ json }) => json);
	const doNotCall = doNotCallOf(fields, hint);
	const sorted = sortRows(all, { ...readRowSettings(fields, all, about), doNotCall });
	const unusable = sorted.rejected.filter(({ kind }) => kind === 'unusable');
	if (unusable.length > 0 && fields.get('unusable') !== 'leaveOut') {
		const shown = unusable.slice(0, SHOWN).map(({ row, because }) => `item ${row}: ${because}`);
		const needsCountry = unusable.some(({ because }) => because.includes('has no country code'));
		fields.fail(
			'phoneField',
			`has rows that cannot be called: ${unusable.length} of ${items.length}`,
			`Nothing was sent. ${needsCountry ? DEFAULT_COUNTRY : ''}Correct ${listed(shown, unusable.length)}. Or set 'Unusable Numbers' to Leave Out.`,
		);
	}
	return sorted;
}

/** The first of some, and how many more there are. */
const listed = (shown: string[], count: number) =>
	`${shown.join('; ')}${count > SHOWN ? ` and ${count - SHOWN} more` : ''}`;

/** The numbers that nobody calls, if the user gives any. Throws for entries that are none, or says how many there are. */
function doNotCallOf(
	fields: RowFields,
	hint: (message: string) => void,
): ReadonlySet<string> | undefined {
	const entries = fields.get('doNotCall');
	if (entries === undefined) return undefined;
	const { numbers, unreadable } = readDoNotCall(entries, fields.get('country'));
	if (unreadable.length === 0) return numbers;
	const shown = listed(unreadable.slice(0, SHOWN), unreadable.length);
	if (fields.get('unusable') !== 'leaveOut') {
		fields.fail(
			'doNotCall',
			`has entries that are no numbers: ${unreadable.length} of ${entries.length}`,
			`Nothing was sent, since it cannot be told who does not want to be called. Correct ${shown}. Or set 'Unusable Numbers' to Leave Out.`,
		);
	}
	hint(
		`'Do Not Call' has ${unreadable.length} entries that are no numbers, and nobody was left out because of them: ${shown}.`,
	);
	return numbers;
}
