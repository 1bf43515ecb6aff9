import { shortened } from '../../shared/fields/shortened';
import { toE164 } from '../../shared/phone/phoneNumber';

/** The numbers that nobody calls, in E.164, and the entries that are none. */
export interface DoNotCall {
	numbers: ReadonlySet<string>;
	unreadable: string[];
}

/** What stands between several numbers in one entry; blanks are part of a number. */
const BETWEEN = /[\r\n\t,;|]+/;

/** Reads a list of numbers as the rows are read; blank entries are none. */
export function readDoNotCall(entries: string[], country = ''): DoNotCall {
	const numbers = new Set<string>();
	const unreadable: string[] = [];
	for (const entry of entries) {
		// A number may have a comma in it as spreadsheets write them, so that the whole entry comes first.
		const whole = toE164(entry, country);
		const isOne = 'number' in whole;
		const parts = isOne ? [entry] : entry.split(BETWEEN);
		for (const part of parts.filter((one) => one.trim() !== '')) {
			const phone = isOne ? whole : toE164(part, country);
			// Some services write country codes without a plus: nobody is called by either reading.
			const coded = /^\s*[1-9]/.test(part) ? toE164(`+${part.trim()}`) : phone;
			if ('number' in coded) numbers.add(coded.number);
			if ('number' in phone) numbers.add(phone.number);
			else unreadable.push(`'${shortened(part.trim(), SHOWN)}' ${phone.fault}`);
		}
	}
	return { numbers, unreadable };
}

/** How much of an entry a message shows. */
const SHOWN = 50;
