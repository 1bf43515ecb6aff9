import { isEmpty, isUndefined, omitBy } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { texts } from '../../shared/fields/commonFields';
import { field } from '../../shared/fields/field';

/** Several of the values that Kore.ai's samples show; there may be more. */
export const several = <const Name extends string>(
	displayName: string,
	name: Name,
	values: Record<string, string>,
) =>
	field({
		displayName,
		name,
		type: 'multiOptions',
		options: Object.entries(values).map(([value, label]) => ({ name: label, value })),
		allowArbitraryValues: true,
		entries: 'ids',
		narrows: true,
		default: [],
	});

/** Names of some of the bot's parts; without it, all are meant. */
export const someOf = <const Name extends string>(
	displayName: string,
	name: Name,
	entry: string,
	description: string,
) => field({ ...texts(displayName, name, entry, 'names', description), narrows: true });

/** The values that are set; undefined when none is. */
export function filled(values: IDataObject): IDataObject | undefined {
	const set = omitBy(values, isUndefined);
	return isEmpty(set) ? undefined : set;
}
