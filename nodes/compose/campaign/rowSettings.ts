import type { IDataObject } from 'n8n-workflow';

import { Column, byNames, whatIsThere } from '../../shared/fields/columns';
import { isSameText, textKey } from '../../shared/fields/sameText';
import type { CampaignAdapter } from './adapter';
import type { RowFields } from './rowFields';
import { otherFields, type RowSettings } from './rows';

/** Whose name of a variable is taken. */
type Reserved = Pick<CampaignAdapter<never>, 'words' | 'reserved'>;

/**
 * How the rows `all` become calls. Throws NodeOperationError when a chosen field is in none of them, when it cannot be
 * told which field of a row is meant, or when the variables cannot be sent under their names.
 */
export function readRowSettings(
	fields: RowFields,
	all: IDataObject[],
	reserved: Reserved,
): RowSettings {
	const rules = rulesOf(fields, reserved);
	checkColumns(fields, rules, all);
	if (!rules.variables) checkOthers(fields, rules, all, reserved);
	return rules;
}

function rulesOf(fields: RowFields, { words, reserved }: Reserved): RowSettings {
	const more = fields.group('rows');
	const others = more.get('otherPhoneFields') ?? [];
	const base: RowSettings = {
		phones: [new Column(fields.get('phoneField')), ...others.map((name) => new Column(name))],
		country: fields.get('country'),
		keep: more.get('keep') ?? 'first',
	};
	const which = fields.get('variables');
	if (which === 'all') return base;
	const chosen = which === 'selected' ? fields.rows('selected') : [];
	if (which === 'selected' && chosen.length === 0) {
		fields.fail('selected', 'is empty', "Add a field, or set 'Variables to Send' to None.");
	}
	const variables = new Map<string, { name: string; field: Column }>();
	for (const row of chosen) {
		const field = new Column(row.get('field'));
		const own = row.get('name');
		const name = own ?? field.label;
		const where = own ? 'name' : 'field';
		if (reserved && isSameText(name, reserved)) {
			row.fail(
				where,
				`cannot be ${reserved}`,
				`${words.vendor} keeps that name for the number to call.`,
			);
		}
		const key = textKey(name);
		if (variables.has(key)) row.fail(where, `'${name}' is there twice`, 'Give each name once.');
		variables.set(key, { name, field });
	}
	return { ...base, variables: [...variables.values()] };
}

/** Throws when a chosen field is in no item, or it cannot be told which field of an item is meant. */
function checkColumns(fields: RowFields, rules: RowSettings, all: IDataObject[]): void {
	const check = (
		column: Column,
		verb: 'is' | 'has',
		fail: (what: string, wayOut: string) => never,
		wayOut = '',
	) => {
		const counts = all.map((row) => column.valuesIn(row).length);
		const unclear = counts.findIndex((count) => count > 1);
		if (unclear >= 0) {
			fail(
				`means '${column.name}', and item ${unclear} has ${counts[unclear]} fields that look so`,
				'They differ only in characters that cannot be seen. Drag the right one from the input, or rename one of them before this node.',
			);
		}
		if (counts.includes(1)) return;
		const what = `${verb} '${column.name}', which no input item has`;
		fail(what, `${wayOut}${whatIsThere(all, column)}`);
	};
	const [phone, ...others] = rules.phones;
	const enterName = 'Enter the name of a field, not its value. ';
	check(phone, 'is', (...words) => fields.fail('phoneField', ...words), enterName);
	for (const other of others) {
		check(
			other,
			'has',
			(...words) => fields.group('rows').fail('otherPhoneFields', ...words),
			enterName,
		);
	}
	for (const { field } of rules.variables ?? []) {
		check(field, 'has', (...words) => fields.fail('selected', ...words));
	}
}

/** Throws when all other fields cannot be sent as variables, because of their names. */
function checkOthers(
	fields: RowFields,
	{ phones }: RowSettings,
	all: IDataObject[],
	{ words, reserved }: Reserved,
): void {
	const wayOut = 'Choose Selected Fields, and give it another name as a variable.';
	const check = byNames((row, index) => {
		const known = new Set<string>();
		for (const name of otherFields(row, phones)) {
			const key = textKey(name);
			if (key === '') {
				const what = `cannot send a field of item ${index}: its name has nothing that can be seen`;
				fields.fail('variables', what, wayOut);
			}
			if (reserved && isSameText(key, reserved)) {
				const what = `cannot send the field '${key}': ${words.vendor} keeps that name for the number to call`;
				fields.fail('variables', what, wayOut);
			}
			if (known.has(key)) {
				const what = `cannot send all fields of item ${index}: two are called '${key}'`;
				const why = 'They differ only in characters that cannot be seen.';
				fields.fail('variables', what, `${why} Choose Selected Fields, and drag the right one.`);
			}
			known.add(key);
		}
	});
	for (const [index, row] of all.entries()) check(row, index);
}
