import type { INodeProperties } from 'n8n-workflow';

import { propertyOf, type Field } from '../../nodes/shared/fields/field';

/** What n8n knows of a field, and what only this pack reads. */
const plain: INodeProperties = { displayName: 'A', name: 'a', type: 'string', default: '' };
const own: Field = {
	...plain,
	minLength: 1,
	maxLength: 2,
	maxEntries: 3,
	entries: 'ids',
	form: { pattern: 'x', text: 'y' },
	narrows: true,
	timeOfDay: true,
	notBefore: 'b',
	sentAs: 'c',
};
const inside = { ...plain, name: 'inside' };

test.each<[string, Field, INodeProperties]>([
	['a field', own, plain],
	['one that need not be filled in', { ...own, required: false }, plain],
	['one that must be filled in', { ...own, required: true }, { ...plain, required: true }],
	[
		'a list that must be filled in',
		{ ...own, typeOptions: { multipleValues: true }, default: [], required: true },
		{ ...plain, typeOptions: { multipleValues: true }, default: [''], required: true },
	],
	[
		'a choice',
		{ ...own, type: 'options', options: [{ name: 'One', value: 1 }] },
		{ ...plain, type: 'options', options: [{ name: 'One', value: 1 }] },
	],
	[
		'a collection',
		{ ...own, type: 'collection', options: [{ ...own, name: 'inside' } as INodeProperties] },
		{ ...plain, type: 'collection', options: [inside] },
	],
	[
		'a table',
		{
			...own,
			type: 'fixedCollection',
			options: [{ displayName: 'Row', name: 'row', values: [{ ...own, name: 'inside' }] }],
		},
		{
			...plain,
			type: 'fixedCollection',
			options: [{ displayName: 'Row', name: 'row', values: [inside] }],
		},
	],
])('%s, as n8n describes it', (_, field, expected) => {
	expect(propertyOf(field)).toStrictEqual(expected);
});
