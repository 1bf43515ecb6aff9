import { camelCase } from 'lodash';
import type { INodePropertyCollection } from 'n8n-workflow';

import type { Input } from '../../nodes/shared/call/vendor';
import type { Field } from '../../nodes/shared/fields/field';
import { contracts } from '../support/contracts';
import { expectEach } from '../support/each';
import { vendorIn } from '../support/operations';

/** What the vendors document of the values they take is checked before anything is sent. */

/** Fields with those in collections and tables. */
const flat = (fields: readonly Field[]): Field[] =>
	fields.flatMap((field) => {
		const options = (field.options ?? []) as unknown[];
		if (field.type === 'collection') return flat(options as Field[]);
		if (field.type !== 'fixedCollection') return [field];
		return [field, ...flat((options as INodePropertyCollection[]).flatMap(({ values }) => values))];
	});

/** Kinds of which nothing that is too long, or another form, can be chosen. */
const CHOSEN = ['options', 'multiOptions', 'dateTime', 'boolean', 'json'];

/** Max number of rows in all: the node asks for no more of them at once than the service gives. */
const ROWS = 'limit';

/** The limits of an input that a field does not keep. */
function lacking({ type, ...input }: Input, field: Field): string[] {
	const { minValue = -Infinity, maxValue = Infinity } = field.typeOptions ?? {};
	const keeps: Record<string, boolean> = {
		maxLength:
			field.form !== undefined || (field.maxLength ?? Infinity) <= (input.maxLength ?? Infinity),
		// One character is what `required`, or leaving it out, comes to.
		minLength:
			field.form !== undefined ||
			(input.minLength ?? 0) <= 1 ||
			(field.minLength ?? 0) >= (input.minLength ?? 0),
		minimum: minValue >= (input.minimum ?? -Infinity),
		maximum: maxValue <= (input.maximum ?? Infinity),
		maxItems: (field.maxEntries ?? Infinity) <= (input.maxItems ?? Infinity),
		format: input.format !== 'uuid' || field.form !== undefined,
		integer:
			type !== 'integer' || field.type !== 'number' || field.typeOptions?.numberPrecision === 0,
	};
	return Object.keys(keeps).filter((limit) => !keeps[limit]);
}

const pairs = contracts().flatMap(({ node }) => {
	const { operations, routes } = vendorIn(node);
	return operations.flatMap(([id, operation]) => {
		const fields = flat(operation.fields);
		return Object.entries(routes[id]?.inputs ?? {}).flatMap(([name, input]) =>
			fields
				.filter((field) => camelCase(field.sentAs ?? field.name) === camelCase(name))
				.filter((field) => !CHOSEN.includes(field.type) && field.name !== ROWS)
				.map((field): [string, Input, Field] => [`${node} ${id} ${name}`, input as Input, field]),
		);
	});
});

test('there is something to compare', () => {
	expect(pairs.length).toBeGreaterThan(40);
});

test('every limit of an input is one of its field', async () => {
	await expectEach(pairs, ([, input, field]) => expect(lacking(input, field)).toEqual([]));
});
