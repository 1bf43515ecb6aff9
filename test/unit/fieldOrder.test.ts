import fc from 'fast-check';

import { field } from '../../nodes/shared/fields/field';
import { fieldsOf, inEveryOrder } from '../../nodes/shared/node/describe';
import { operationsOf, packNodes } from '../support/descriptions';
import { expectEach } from '../support/each';
import { vendorIn } from '../support/operations';

/** The order in which fields stand that several operations share. */

const named = (letter: string) =>
	field({ displayName: letter, name: letter, type: 'string', default: '' });

const orderOf = (...lists: string[]) =>
	inEveryOrder(lists.map((list) => [...list].map(named)))
		.map(({ name }) => name)
		.join('');

test.each([
	[['abc', 'dc'], 'abdc'],
	[['ac', 'bc', 'ab'], 'abc'],
	[['bd', 'abcd'], 'abcd'],
	[['ab', 'ab'], 'ab'],
	[['', 'a'], 'a'],
])('%j come as %s', (lists, order) => {
	expect(orderOf(...lists)).toBe(order);
});

test('lists of one order keep it, each field once', () => {
	const lists = fc.array(fc.subarray([...'abcdefgh']), { minLength: 1, maxLength: 6 });
	fc.assert(
		fc.property(lists, (some) => {
			const order = orderOf(...some.map((list) => list.join('')));
			expect([...order].sort()).toEqual([...new Set(some.flat())].sort());
			for (const list of some) {
				expect([...order].filter((name) => list.includes(name))).toEqual(list);
			}
		}),
	);
});

test('lists that contradict each other lose no field', () => {
	expect(orderOf('ab', 'ba')).toBe('ab');
	expect(orderOf('xab', 'bay')).toBe('xaby');
});

test('every operation of the pack has its fields in its own order', async () => {
	const nodes = packNodes().filter(({ node }) => node.execute);
	const offered = nodes.flatMap(({ folder, description }) =>
		operationsOf(description).map(({ id, resource, option }) => {
			const own = description.properties.filter(
				({ displayOptions: { show } = {} }) =>
					show?.resource?.includes(resource) && show.operation?.includes(option.value),
			);
			return { folder, id, names: own.map(({ name }) => name) };
		}),
	);
	await expectEach(offered, ({ folder, id, names }) => {
		const [, operation] = vendorIn(folder).operations.find(([one]) => one === id) ?? [];
		expect(names).toEqual(operation && fieldsOf(operation).map(({ name }) => name));
	});
});
