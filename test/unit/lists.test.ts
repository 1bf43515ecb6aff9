import { objectsIn } from '../../nodes/shared/fields/lists';

test.each<[unknown, object[]]>([
	[
		[{ a: 1 }, { b: 2 }],
		[{ a: 1 }, { b: 2 }],
	],
	[{ a: 1 }, [{ a: 1 }]],
	[[null, 'text', 0, true, undefined, { a: 1 }, [[]]], [{ a: 1 }]],
	[[], []],
	['text', []],
	[null, []],
	[undefined, []],
])('the objects in %j: %j', (value, expected) => {
	expect(objectsIn(value)).toEqual(expected);
});
