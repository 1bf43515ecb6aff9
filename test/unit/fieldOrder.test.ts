import fc from 'fast-check';

import type { Field } from '../../nodes/shared/fields/field';
import { fieldsOf } from '../../nodes/shared/node/describe';
import { inEveryOrder, sharedFields } from '../../nodes/shared/node/sharedFields';
import { operationsOf, packNodes } from '../support/descriptions';
import { expectEach } from '../support/each';
import { vendorIn } from '../support/operations';

/** The order in which fields stand that several operations share. */

const orderOf = (...lists: string[]) => inEveryOrder(lists.map((list) => [...list])).join('');

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

const named = (letter: string): Field => ({
	displayName: letter,
	name: letter,
	type: 'string',
	default: '',
});

test.each([
	['equal fields of two resources', ['1.get ab', '2.get a'], ['a of 1, 2 in get', 'b of 1 in get']],
	[
		'a field that not every operation of these names has',
		['1.get a', '1.add a', '2.get a', '2.add', '3.get a'],
		['a of 1, 3 in get, add', 'a of 2 in get'],
	],
	['fields of different operations', ['1.get a', '2.add a'], ['a of 1, 2 in get, add']],
])('%s', (_, operations, expected) => {
	const places = operations.map((text) => {
		const [resource, operation, letters = ''] = text.split(/[. ]/);
		return { resource, operation, fields: [...letters].map(named) };
	});
	const described = sharedFields(places).map(
		({ field, resources, operations: own }) =>
			`${field.name} of ${resources.join(', ')} in ${own.join(', ')}`,
	);
	expect(described).toEqual(expected);
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

test('Download File and Simplify come before the optional fields', () => {
	const options: Field = { ...named('options'), type: 'collection', default: {}, options: [] };
	const fields = [named('id'), options, named('more')];
	const names = (more: object) => fieldsOf({ fields, ...more }).map(({ name }) => name);
	expect(names({ simplify: () => ({}) })).toEqual(['id', 'simplify', 'options', 'more']);
	expect(names({ simplify: () => ({}), files: {} })).toEqual([
		'id',
		'downloadFile',
		'outputBinaryField',
		'simplify',
		'options',
		'more',
	]);
	expect(names({})).toEqual(['id', 'options', 'more']);
});
