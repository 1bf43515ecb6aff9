import type { Outcome } from '../../nodes/shared/call/outcome';
import { Refusals } from '../../nodes/shared/call/refusals';

const refused = (body: unknown): Outcome => ({ kind: 'status', status: 401, headers: {}, body });

describe('a refused credential', () => {
	test('answers every further call, whatever its key', () => {
		const refusals = new Refusals(false, 120);
		expect(refusals.answerTo('one')).toBeUndefined();
		refusals.add('one', refused(1));
		expect(refusals.answerTo('one')).toEqual(refused(1));
		expect(refusals.answerTo('other')).toEqual(refused(1));
	});

	test('answers, where 401 is vague, those of its key after ten, as the last one was', () => {
		const refusals = new Refusals(true, 120);
		for (let count = 1; count <= 10; count++) {
			expect(refusals.answerTo('one')).toBeUndefined();
			refusals.add('one', refused(count));
		}
		expect(refusals.answerTo('one')).toEqual(refused(10));
		expect(refusals.answerTo('other')).toBeUndefined();
	});

	test('answers, where 401 is vague, all after ten keys', () => {
		const refusals = new Refusals(true, 120);
		for (let key = 1; key <= 10; key++) {
			expect(refusals.answerTo('other')).toBeUndefined();
			refusals.add(String(key), refused(key));
		}
		expect(refusals.answerTo('1')).toEqual(refused(1));
		expect(refusals.answerTo('other')).toEqual(refused(1));
	});
});

describe('a service that answers nothing', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());
	const SILENT: Outcome = { kind: 'unreached', code: 'SILENT' };

	test('is asked no more after ten calls and Max Wait for Retries, by key, until it answers', () => {
		const refusals = new Refusals(false, 120);
		for (let count = 1; count <= 10; count++) refusals.silent('one', true);
		expect(refusals.answerTo('one')).toBeUndefined();
		jest.advanceTimersByTime(120_001);
		expect(refusals.answerTo('one')).toEqual(SILENT);
		expect(refusals.answerTo('other')).toBeUndefined();
		refusals.silent('one', false);
		expect(refusals.answerTo('one')).toBeUndefined();
	});

	test('is asked on after fewer calls', () => {
		const refusals = new Refusals(false, 0);
		for (let count = 1; count <= 9; count++) refusals.silent('one', true);
		jest.advanceTimersByTime(1000);
		expect(refusals.answerTo('one')).toBeUndefined();
		refusals.silent('one', true);
		expect(refusals.answerTo('one')).toEqual(SILENT);
	});
});

describe('a service that only asks to slow down', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	test('is given up after Max Wait for Retries, counted from the first time, by key', () => {
		const refusals = new Refusals(false, 120);
		refusals.heard('one', true);
		jest.advanceTimersByTime(60_000);
		refusals.heard('one', true);
		refusals.heard('other', true);
		jest.advanceTimersByTime(60_000);
		expect(refusals.isGivenUp('one')).toBe(false);
		jest.advanceTimersByTime(1);
		expect(['one', 'other', 'a third'].map((key) => refusals.isGivenUp(key))).toEqual([
			true,
			false,
			false,
		]);
	});

	test('is not once it has answered', () => {
		const refusals = new Refusals(false, 120);
		refusals.heard('one', true);
		jest.advanceTimersByTime(121_000);
		refusals.heard('one', false);
		expect(refusals.isGivenUp('one')).toBe(false);
		refusals.heard('one', true);
		jest.advanceTimersByTime(119_000);
		expect(refusals.isGivenUp('one')).toBe(false);
	});
});
