import fc from 'fast-check';

/** A text of up to 30 characters, as people count them; it may be blank. */
export const anyText = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' });

export const isFilled = (text: string) => text.trim() !== '';

/** What cannot be seen, and blanks other than a simple one: test/unit/sameText.test.ts is about those. */
const UNSEEN = /[\p{C}\p{Default_Ignorable_Code_Point}]|(?! )\s/u;

/** A text that has more than blanks, with nothing in it that cannot be seen, and no blanks around; nor `*`, which is no ID. */
export const seenText = anyText
	.filter((text) => isFilled(text) && !UNSEEN.test(text) && text.trim() !== '*')
	.map((text) => text.trim());
