import type { Settled } from '../../nodes/shared/call/decide';
import { Memory } from '../../nodes/shared/call/memory';

const settled = (more: Partial<Settled> = {}): Settled => ({
	outcome: { kind: 'done', status: 200, body: {} },
	attempt: 1,
	effectUnknown: false,
	...more,
});

const refused: Settled = settled({ outcome: { kind: 'declined', reason: 'no', body: {} } });

/** A try of a run that sends calls; each answers what `outcome` says, and is noted. */
function tryOf(entries: Map<string, unknown>, part = '0') {
	const memory = new Memory(entries, part);
	const sent: string[] = [];
	const call = async (operation: string, outcome = settled()) =>
		await memory.effect(
			operation,
			async () => {
				sent.push(operation);
				return await Promise.resolve(outcome);
			},
			'input',
		);
	return { call, sent };
}

test('a call with an effect is not sent in a later try, and answered as in the first', async () => {
	const entries = new Map();
	const first = tryOf(entries);
	const answer = await first.call('list.create', settled({ attempt: 3 }));
	await first.call('list.create');
	await first.call('list.start');
	const second = tryOf(entries);
	expect(await second.call('list.create')).toBe(answer);
	await second.call('list.create');
	await second.call('list.start');
	expect([first.sent.length, second.sent]).toEqual([3, []]);
});

test('one that may have had an effect is not, either', async () => {
	const entries = new Map();
	const lost = settled({ outcome: { kind: 'lost', code: 'ECONNRESET' }, effectUnknown: true });
	await tryOf(entries).call('list.create', lost);
	const second = tryOf(entries);
	expect(await second.call('list.create')).toBe(lost);
	expect(second.sent).toEqual([]);
});

test('one that had none is, and those behind it keep their place', async () => {
	const entries = new Map();
	const first = tryOf(entries);
	await first.call('list.create');
	await first.call('list.create', refused);
	const second = tryOf(entries);
	for (let count = 0; count < 3; count++) await second.call('list.create');
	expect(second.sent).toHaveLength(2);
});

test('parts have calls of their own', async () => {
	const entries = new Map();
	await tryOf(entries, '0').call('list.create');
	const other = tryOf(entries, '1');
	await other.call('list.create');
	expect(other.sent).toHaveLength(1);
});

test('the keys are the part, the operation and the count, or the part and the name', async () => {
	const entries = new Map();
	const { call } = tryOf(entries, 'Part');
	await call('list.create');
	await call('list.create');
	const memory = new Memory(entries, 'Part');
	await memory.once('found', async () => await Promise.resolve(1));
	memory.shared('seen', () => ({}));
	expect([...entries.keys()]).toEqual([
		'Part/list.create/0',
		'Part/list.create/1',
		'Part/found',
		'shared/seen',
	]);
});
