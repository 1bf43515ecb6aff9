import { expectEach } from '../support/each';
import { expectRefused, read } from '../support/fields';

/** Names, choices and IDs are read without what cannot be seen; other texts as they are. */
const UNSEEN = ['\uFEFF', '\u200B', '\u00AD', '\u200E', '\u2060', ' ', '\u00A0'];

const around = UNSEEN.map((char) => `${char}name${char}`);

test('a name is read without it, also in a list', async () => {
	await expectEach(around, (given) => {
		expect(read({ isName: true }, given)).toBe('name');
		const list = { isName: true, typeOptions: { multipleValues: true } };
		expect(read(list, [given, '\u200B', 'b'])).toEqual(['name', 'b']);
	});
});

test('any other text is read as it is', async () => {
	await expectEach(around, (given) => {
		expect(read({}, given)).toBe(given);
	});
});

test('a name of nothing else is empty', () => {
	expect(read({ isName: true }, '\u200B\uFEFF')).toBeUndefined();
	expectRefused(() => read({ isName: true, required: true }, '\u200B'), 'is empty', 'Fill it in');
});

test('an ID and a choice are found by it', async () => {
	const options = [
		{ name: 'Name', value: 'name' },
		{ name: 'Other', value: 'other' },
	];
	const locator = { type: 'resourceLocator', modes: [] } as const;
	await expectEach(around, (given) => {
		expect(read({ type: 'options', options }, given)).toBe('name');
		expect(read({ type: 'multiOptions', options }, [given])).toEqual(['name']);
		expect(read({ ...locator, modes: [] }, { mode: 'id', value: given })).toBe('name');
	});
	expectRefused(() => read({ type: 'options', options }, 'Name'), "cannot be 'Name'", 'Use one of');
});
