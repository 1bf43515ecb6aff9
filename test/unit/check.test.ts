import { contracts } from '../support/contracts';
import { expectEach } from '../support/each';
import { vendorIn } from '../support/operations';

/** Calls in flight, and what a user is told of a lost answer, follow from `check`. */
test('an operation says how to find out what became of it, or only reads', async () => {
	const all = contracts().flatMap(({ node, composed }) => {
		const { routes, operations } = vendorIn(node);
		return operations.map(([id, { check }]) => {
			const used = composed.get(id) ?? [id];
			return { id: `${node} ${id}`, check, used: used.map((each) => routes[each]) };
		});
	});
	await expectEach(all, ({ check, used }) => {
		expect(check !== undefined).toBe(used.some(({ safe }) => !safe));
	});
});
