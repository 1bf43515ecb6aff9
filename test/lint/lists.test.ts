import type { INodeProperties } from 'n8n-workflow';

import type { Field } from '../../nodes/shared/fields/field';
import { packNodes } from '../support/descriptions';
import { expectEach } from '../support/each';

/** Every list field as the sources describe it, collected while the nodes are loaded. */
const described: Field[] = [];
jest.mock('../../nodes/shared/fields/field', () => {
	const actual = jest.requireActual<{ propertyOf: (given: Field) => INodeProperties }>(
		'../../nodes/shared/fields/field',
	);
	const propertyOf = (given: Field): INodeProperties => {
		collect(given);
		return actual.propertyOf(given);
	};
	return { ...actual, propertyOf };
});

function collect(given: Field): void {
	described.push(given);
	for (const inner of given.options ?? []) {
		if ('values' in inner) inner.values.forEach(collect);
		else if ('type' in inner) collect(inner as Field);
	}
}

beforeAll(() => expect(packNodes()).not.toEqual([]));

test('every list of texts says what several values in one entry mean', async () => {
	const lists = described.filter(
		// A column's name may have any character, and one that no item has is refused.
		({ type, typeOptions, requiresDataPath }) =>
			type === 'string' && typeOptions?.multipleValues && !requiresDataPath,
	);
	await expectEach(lists, ({ name, entries }) => {
		expect({ name, entries }).toEqual({ name, entries: expect.any(String) as string });
	});
});
