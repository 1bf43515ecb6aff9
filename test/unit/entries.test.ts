import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { Field } from '../../nodes/shared/fields/field';
import { Fields } from '../../nodes/shared/fields/fields';
import { expectEach } from '../support/each';
import { expectRefused, field, read, source } from '../support/fields';

const list = (entries: Field['entries']) => ({ typeOptions: { multipleValues: true }, entries });
const separators = fc.constantFrom(',', ', ', ';', '|', ' | ', '\n', '\r\n');
const value = fc.stringMatching(/^[a-zA-Z0-9_.@-]{1,12}$/);
const several = fc.array(value, { minLength: 2, maxLength: 5 });

test('IDs in one entry are taken apart, whatever stands between them', () => {
	fc.assert(
		fc.property(several, separators, (ids, separator) => {
			expect(read(list('ids'), [ids.join(separator)])).toEqual(ids);
		}),
	);
});

test('words and names in one entry are refused', () => {
	fc.assert(
		fc.property(several, separators, fc.constantFrom('words', 'names'), (all, separator, kind) => {
			const act = () => read(list(kind as 'words'), [all.join(separator)]);
			expectRefused(act, 'has several values in one entry', 'an entry of its own');
		}),
	);
});

test('a blank stays in a name, and tells words apart', () => {
	expect(read(list('names'), ['Product Guide'])).toEqual(['Product Guide']);
	expectRefused(() => read(list('words'), ['a b']), 'has several values', 'an entry of its own');
});

test('a whole number that JavaScript has rounded is refused, as text it is taken', async () => {
	const ROUNDED = 2 ** 53;
	await expectEach<[string, Partial<Field>, unknown]>(
		[
			['text', {}, ROUNDED],
			['list', list('ids'), ['1', ROUNDED]],
			['picker', { type: 'resourceLocator', modes: [] }, { mode: 'id', value: ROUNDED }],
			['JSON', { type: 'json' }, '{ "a": [{ "id": 12345678901234567890 }] }'],
			['JSON from an expression', { type: 'json' }, { id: -ROUNDED }],
		],
		([, more, given]) => expectRefused(() => read(more, given), 'has ', 'Give it as text'),
	);
	expect(read({}, '12345678901234567890')).toBe('12345678901234567890');
	expect(read({}, Number.MAX_SAFE_INTEGER)).toBe('9007199254740991');
});

const typed = (more: Partial<Field>, entered: unknown) =>
	new Fields(source, [field(more)], () => entered, { field: entered } as IDataObject).get('field');

test('an expression as plain text is refused; what is no expression of n8n stays', async () => {
	await expectEach<[Partial<Field>, unknown]>(
		[
			[{}, '{{ $json.id }}'],
			[{}, "Hello {{ $('Node').item.json.name }}!"],
			[list('ids'), ['a', '{{$json.id}}']],
			[{ type: 'json' }, '{ "a": "{{ $now }}" }'],
			[{ type: 'number' }, '{{ $vars.limit }}'],
			[
				{ type: 'resourceLocator', modes: [] },
				{ mode: 'id', value: '{{ $input.first() }}' },
			],
		],
		([more, entered]) =>
			expectRefused(() => typed(more, entered), 'has an expression as plain text', 'to Expression'),
	);
	await expectEach(['Hi {{name}}', '{{ user.first_name }} owes $5', '$json.id'], (text) => {
		expect(typed({}, text)).toBe(text);
	});
});
