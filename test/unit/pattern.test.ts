import type * as Workflow from 'n8n-workflow';

import type { patternTest as PatternTest } from '../../nodes/Naxon/pattern';
import { patternTest as patternTestInTime } from '../../nodes/Naxon/pattern';
import { expectEach } from '../support/each';

/** Patterns of users on an n8n that cannot end one that takes for ever, such as 2.0.3. */
let patternTest: typeof PatternTest;

beforeAll(() => {
	jest.isolateModules(() => {
		jest.doMock('n8n-workflow', () => ({
			...jest.requireActual<object>('n8n-workflow'),
			safeRegex: undefined,
		}));
		({ patternTest } = jest.requireActual<{ patternTest: typeof PatternTest }>(
			'../../nodes/Naxon/pattern',
		));
	});
	jest.dontMock('n8n-workflow');
});

const fail = (): never => {
	throw new Error('refused');
};

const matches = (pattern: string, keyword: string) =>
	patternTest(new RegExp(pattern), fail)(keyword);

test('a pattern that may take for ever is refused', async () => {
	const patterns = [
		'(a+)+$',
		'(a|aa)*b',
		'(?:a*)*b',
		'([a-z]+\\s?){2,}',
		'a*a*a*a*b',
		'(a)\\1+',
		'(.|a){9}b',
	];
	await expectEach(patterns, (pattern) => {
		expect(() => matches(pattern, 'a')).toThrow('refused');
	});
});

test('others match as ever', async () => {
	const rows: Array<[pattern: string, keyword: string, is: boolean]> = [
		['^refund', 'refund please', true],
		['^refund', 'a refund', false],
		['^(refund|return)\\b', 'return it', true],
		['refund|money back|return', 'money back', true],
		['invoice.*paid', 'invoice 12 was paid', true],
		['^\\d{3,5}$', '1234', true],
		['[(a+)+]', '+', true],
		['colou?r', 'color', true],
	];
	await expectEach(rows, ([pattern, keyword, is]) => {
		expect(matches(pattern, keyword)).toBe(is);
	});
});

test('a keyword that is no word matches nothing', () => {
	expect(matches('a', 'a'.repeat(129))).toBe(false);
	// At its worst: two parts of any length, and all choices.
	expect(matches('.*.*a?a?a?(a|b|c)x', 'a'.repeat(128))).toBe(false);
});

describe('where n8n ends one that takes too long', () => {
	const { safeRegex } = jest.requireActual<typeof Workflow>('n8n-workflow');
	const tests = () => jest.spyOn(safeRegex, 'test');
	const late = () => {
		throw new Error('Regular expression execution timed out');
	};
	const isMatch = () => patternTestInTime(/^ref/, fail)('refund');

	afterEach(() => jest.restoreAllMocks());

	test('it is tried again, since a busy machine may have taken the time', () => {
		const tested = tests().mockImplementationOnce(late);
		expect(isMatch()).toBe(true);
		expect(tested).toHaveBeenCalledTimes(2);
	});

	test('after that it matches nothing', () => {
		const tested = tests().mockImplementation(late);
		expect(isMatch()).toBe(false);
		expect(tested).toHaveBeenCalledTimes(2);
	});
});
