import type { IDataObject } from 'n8n-workflow';

import { Column, whatIsThere } from '../../shared/fields/columns';
import type { FieldsOf } from '../../shared/fields/fields';
import { isSameText, textKey } from '../../shared/fields/sameText';
import type { rows } from './rowFields';
import { otherFields, type RowSettings } from './rows';

type RowFields = FieldsOf<typeof rows>;

/**
 * How the rows `all` become calls. Throws NodeOperationError when a chosen field is in none of them, when it cannot be
 * told which field of a row is meant, or when the variables cannot be sent under their names.
 */
export function readRowSettings(fields: RowFields, all: IDataObject[]): RowSettings {
	const rules = rulesOf(fields);
	checkColumns(fields, rules, all);
	if (!rules.variables) checkOthers(fields, rules, all);
	return rules;
}

function rulesOf(fields: RowFields): RowSettings {
	const base = {
		phone: new Column(fields.get('phoneField')),
		country: fields.get('country'),
		keep: fields.get('keep'),
	};
	const which = fields.get('variables');
	if (which === 'all') return base;
	const chosen = which === 'selected' ? fields.rows('selected') : [];
	if (which === 'selected' && chosen.length === 0) {
		fields.fail('selected', 'is empty', "Add a field, or set 'Variables' to None.");
	}
	const variables = new Map<string, { name: string; field: Column }>();
	for (const row of chosen) {
		const field = new Column(row.get('field'));
		const own = row.get('name');
		const name = own ?? field.label;
		const where = own ? 'name' : 'field';
		if (isSameText(name, 'phone_number')) {
			row.fail(where, 'cannot be phone_number', 'KODA keeps that name for the number to call.');
		}
		const key = textKey(name);
		if (variables.has(key)) row.fail(where, `'${name}' is there twice`, 'Give each name once.');
		variables.set(key, { name, field });
	}
	return { ...base, variables: [...variables.values()] };
}

/** Throws when a chosen field is in no item, or it cannot be told which field of an item is meant. */
function checkColumns(fields: RowFields, rules: RowSettings, all: IDataObject[]): void {
	const isThere = (name: 'phoneField' | 'selected', column: Column) => {
		const counts = all.map((row) => column.valuesIn(row).length);
		const unclear = counts.findIndex((count) => count > 1);
		if (unclear >= 0) {
			fields.fail(
				name,
				`means '${column.name}', and item ${unclear} has ${counts[unclear]} fields that look so`,
				'They differ only in characters that cannot be seen. Drag the right one from the input, or rename one of them before this node.',
			);
		}
		return counts.includes(1);
	};
	if (!isThere('phoneField', rules.phone)) {
		fields.fail(
			'phoneField',
			`is '${rules.phone.name}', which no input item has`,
			`Enter the name of a field, not its value. ${whatIsThere(all, rules.phone)}`,
		);
	}
	const missing = rules.variables?.find(({ field }) => !isThere('selected', field));
	if (missing) {
		const what = `has '${missing.field.name}', which no input item has`;
		fields.fail('selected', what, whatIsThere(all, missing.field));
	}
}

/** Throws when all other fields cannot be sent as variables, because of their names. */
function checkOthers(fields: RowFields, { phone }: RowSettings, all: IDataObject[]): void {
	const wayOut = 'Choose Selected Fields, and give it another name as a variable.';
	for (const [index, row] of all.entries()) {
		const known = new Set<string>();
		for (const name of otherFields(row, phone)) {
			const key = textKey(name);
			if (key === '') {
				const what = `cannot send a field of item ${index}: its name has nothing that can be seen`;
				fields.fail('variables', what, wayOut);
			}
			if (isSameText(key, 'phone_number')) {
				const what = `cannot send the field '${key}': KODA keeps that name for the number to call`;
				fields.fail('variables', what, wayOut);
			}
			if (known.has(key)) {
				const what = `cannot send all fields of item ${index}: two are called '${key}'`;
				const why = 'They differ only in characters that cannot be seen.';
				fields.fail('variables', what, `${why} Choose Selected Fields, and drag the right one.`);
			}
			known.add(key);
		}
	}
}
