import {
	aFlag,
	aNumber,
	aText,
	listOf,
	orNone,
	recordOf,
	thingOf,
	tuple,
} from '../../nodes/shared/trigger/form';

const thing = thingOf<{ at: number; name?: string }>({ at: aNumber, name: orNone(aText) });

test.each<[string, (value: unknown) => boolean, unknown[], unknown[]]>([
	['a number', aNumber, [0, -1.5], [NaN, Infinity, '1', null, undefined]],
	['a text', aText, ['', 'a'], [1, null, ['a']]],
	['a flag', aFlag, [true, false], [0, 'true', null]],
	['one or none', orNone(aNumber), [1, undefined], [null, '1']],
	['a list', listOf(aText), [[], ['a', 'b']], [['a', 1], { 0: 'a' }, 'a', null]],
	[
		'a list of places',
		tuple<[number, string]>(aNumber, aText),
		[[1, 'a']],
		[[1], ['a', 1], [1, 'a', 2], { 0: 1, 1: 'a', length: 2 }],
	],
	['values by name', recordOf(aNumber), [{}, { a: 1 }], [{ a: '1' }, [], [1], null]],
	[
		'an object with names of its own',
		thing,
		[{ at: 1 }, { at: 1, name: 'a' }, { at: 1, name: undefined }],
		[{}, { at: 1, name: 1 }, { at: 1, more: 1 }, { at: 1, toString: 1 }, [], null],
	],
])('what is %s, and what is not', (_, form, good, bad) => {
	expect(good.map(form)).toEqual(good.map(() => true));
	expect(bad.map(form)).toEqual(bad.map(() => false));
});
