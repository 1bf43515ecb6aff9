import { declinedIn, isShown } from '../../nodes/shared/call/success';
import type { Route } from '../../nodes/shared/call/vendor';
import { expectEach } from '../support/each';

const change = (shows?: Route['shows']) => ({ safe: false, shows });

test('a change is done when its answer shows what the contract says', async () => {
	await expectEach(
		[
			[{ id: 'given' }, { id: 'a' }, true],
			[{ id: 'given' }, { id: 0 }, true],
			[{ id: 'given' }, { id: '' }, false],
			[{ id: 'given' }, { id: null }, false],
			[{ id: 'given' }, 'id', false],
			[{ id: 'given' }, null, false],
			[{ '_id|bir': 'given' }, { bir: 'b' }, true],
			[{ '[0]': 'object' }, [{ a: 1 }], true],
			[{ id: 'given' }, { id: {} }, false],
			[{ '[0]': 'given' }, [], false],
			[{ '[0]': 'given' }, { status: 'SUCCESS' }, false],
			[{ '.': 'true' }, true, true],
			[{ '.': 'true' }, 'true', true],
			[{ '.': 'true' }, 'User not found', false],
			[{ '.': 'true' }, {}, false],
			[{ '.': 'empty' }, {}, true],
			[{ '.': 'empty' }, true, true],
			[{ '.': 'empty' }, { error: 'locked' }, false],
			[{ '.': 'empty' }, [], false],
			[{ message: 'given' }, { message: 'Adding contacts is in progress' }, true],
			[{ message: 'given' }, { message: 'Internal error', statusCode: 500 }, false],
			[{ message: 'given' }, { message: 'Over quota', data: null }, false],
			[{ '.': 'anyObject' }, {}, true],
			[{ '.': 'anyObject' }, { message: 'Ingestion has begun' }, true],
			[{ '.': 'anyObject' }, { error: 'locked' }, false],
			[{ '.': 'anyObject' }, [{ message: 'locked' }], false],
			[{ '.': 'anyObject' }, ['locked'], false],
			[{ result: 'object' }, { result: { a: 1 } }, true],
			[{ result: 'object' }, { result: {} }, false],
			[{ result: 'object' }, { result: 'x' }, false],
			[{ 'status.code': '2xx' }, { status: { code: 201 } }, true],
			[{ 'status.code': '2xx' }, { status: { code: '200' } }, true],
			[{ 'status.code': '2xx' }, { status: { code: 404 } }, false],
			[{ 'status.code': '2xx' }, { error: 'x' }, false],
			// A change of which nothing is known: but for an error.
			[undefined, { anything: 1 }, true],
			[undefined, { error: 'locked' }, false],
			[undefined, { errors: [{ msg: 'x' }] }, false],
			[undefined, { errors: 3, error: false }, true],
			[undefined, { errors: [], error: '' }, true],
		] as Array<[Route['shows'], unknown, boolean]>,
		([shows, data, done]) => expect(isShown(data, change(shows))).toBe(done),
	);
});

test('by its status, an answer without content shows a change that returns nothing else', async () => {
	await expectEach(
		[
			[{ '.': 'true' }, true],
			[{ '.': 'anyObject' }, true],
			[{ 'status.code': '2xx' }, true],
			[{ id: 'given' }, false],
			[undefined, true],
		] as Array<[Route['shows'], boolean]>,
		([shows, done]) => expect(isShown({}, change(shows), true)).toBe(done),
	);
});

test('a thing that is read has what it always has, or else one of its names', async () => {
	const names = ['id', 'name'];
	await expectEach(
		[
			[{ names }, { name: 'x', more: 1 }, true],
			[{ names }, { id: null }, false],
			[{ names }, { error: 'x' }, false],
			[{ names }, [{ id: 1 }], false],
			[{ names }, {}, true],
			[{ shows: { id: 'given' } }, { name: 'x' }, false],
			[{}, [], true],
			[{}, { error: 'x' }, false],
		] as Array<[Partial<Route>, unknown, boolean]>,
		([route, data, good]) => expect(isShown(data, { safe: true, ...route })).toBe(good),
	);
});

test('a flag may say that a change was not made, with its reason', async () => {
	await expectEach(
		[
			[{ success: false, msg: 'locked' }, 'locked'],
			[{ success: 'false' }, 'its answer is false'],
			[{ result: 0 }, 'its answer is false'],
			[{ ok: 'no', error: 'locked' }, 'locked'],
			[{ success: null }, undefined],
			[{ result: { a: 1 } }, undefined],
			[{ success: true }, undefined],
		],
		([data, reason]) => expect(declinedIn(data, data, change())).toBe(reason),
	);
	expect(declinedIn({ response: false }, false, change({ '.': 'true' }))).toBe(
		'its answer is false',
	);
	expect(declinedIn([], false, change())).toBeUndefined();
});

test('of what is read, a flag is data, unless the contract says otherwise', () => {
	const data = { success: false, msg: 'no page' };
	expect(declinedIn(data, data, { safe: true })).toBeUndefined();
	expect(declinedIn(data, data, { safe: true, shows: { success: 'true' } })).toBe('no page');
});
