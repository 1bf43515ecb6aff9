import type { NodeApiError } from 'n8n-workflow';

import { isEffectUnknown } from '../../shared/call/callError';
import { withContext } from '../../shared/fields/nodeError';
import type { Made } from '../../shared/node/operation';

/** A list of several that could not be created, or not be brought to its end. */
interface Failed {
	name: string;
	/** What messages call a list. */
	noun: string;
	/** The lists of this run, this one included where it was created. */
	lists: Made[];
	/** Whether this one is there. */
	isThere: boolean;
	/** Whether the same again creates only what is missing. */
	goesOn: boolean;
	/** The input items that it comes from. */
	rows: number[];
	/** The first item of the next list. */
	next?: number;
	/** Whether the lists after it are created all the same. */
	continues: boolean;
}

/** Throws the error with what this run has created, and how to go on. */
export function failPartly(error: Error, failed: Failed): never {
	const { name, noun, lists, isThere, goesOn } = failed;
	const created = lists.filter(({ json }) => json.status === 'created');
	const names = created.map(({ json }) => `'${String(json.name)}' (${String(json.list_id)})`);
	const isTooLarge = (error as NodeApiError).httpCode === '413';
	const isUnknown = isEffectUnknown(error);
	const again =
		'it again with the same rows and settings: it creates only the lists that are missing.';
	throw withContext(error, {
		before: `${noun[0].toUpperCase()}${noun.slice(1)} '${name}': `,
		after: [
			isTooLarge && "Add 'Calls per List' under 'Rows', or lower it.",
			`Created by this run: ${names.join(', ') || 'none'}.`,
			...(goesOn
				? [isUnknown && isThere ? `Once you know, run ${again}` : `Run ${again}`]
				: whatIsLeft(failed, isUnknown, created.length > 0)),
		]
			.filter(Boolean)
			.join(' '),
	});
}

/** What became of the items where the same again would create everything once more. */
function whatIsLeft(
	{ noun, isThere, rows, next, continues }: Failed,
	isUnknown: boolean,
	isAnyCreated: boolean,
) {
	const [first, last] = [rows[0], rows[rows.length - 1]];
	const items = first === last ? `item ${first}` : `items ${first} to ${last}`;
	const isNone = !isThere && !isUnknown;
	const from = isNone ? first : next;
	return [
		!isThere && isUnknown && `What became of ${items} is unknown.`,
		isNone && continues && `No ${noun} was created of ${items}.`,
		!continues &&
			from !== undefined &&
			`No ${noun} was created of item ${from} and those after it.`,
		(isAnyCreated || isUnknown || continues) && 'The whole input again could call people twice.',
	];
}
