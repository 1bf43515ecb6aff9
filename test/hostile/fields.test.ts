import fc from 'fast-check';
import { NodeOperationError } from 'n8n-workflow';

import type { Field } from '../../nodes/shared/fields/field';
import { expectEach } from '../support/each';
import { inLine } from '../support/hostile/describe';
import { expectedOf, reached } from '../support/hostile/expected';
import { everyField } from '../support/hostile/fields';
import { LEFTOVERS, NOTHING, anyValue } from '../support/hostile/values';
import { SEED, WHOLE } from '../support/seeded';

const places = everyField();

/** What reading gave, or the refusal. Throws for what is no refusal. */
function outcome(read: () => unknown, field: Field): { value: unknown } | { refusal: string } {
	try {
		return { value: read() };
	} catch (thrown) {
		if (!(thrown instanceof NodeOperationError)) throw thrown;
		expect(thrown.message).toContain(`'${field.displayName}'`);
		return { refusal: thrown.message };
	}
}

test('there are fields of every vendor, in operations, events and triggers', () => {
	expect(places.length).toBeGreaterThan(500);
	const vendors = new Set(places.map(({ where }) => where.split(' ')[0]));
	expect([...vendors].sort()).toEqual([
		'ChatBotCom',
		'Koda',
		'Koopid',
		'KoreAi',
		'Naxon',
		'Request',
	]);
});

test('a switch, number or choice that an expression does not give is its default, or refused', async () => {
	const kinds = ['boolean', 'number', 'options', 'multiOptions'];
	const rows = places
		.filter(({ field }) => kinds.includes(field.type))
		.flatMap((place) => NOTHING.map((nothing) => ({ ...place, nothing })));
	await expectEach(rows, ({ field, read, nothing }) => {
		const came = outcome(() => read(nothing), field);
		const none = field.default === '' || (Array.isArray(field.default) && !field.default.length);
		if (field.required || field.narrows) expect(came).toHaveProperty('refusal');
		else expect(came).toEqual({ value: none ? undefined : field.default });
	});
});

/** Fields whose text must be the ID of something: what is deleted or erased goes by one of these. */
test('no field that something is found or erased by takes what a broken expression leaves', async () => {
	const isOfId = ({ type, entries, isId }: Field) =>
		type === 'resourceLocator' || entries === 'ids' || entries === 'words' || isId;
	const named = /(^|\s)(IDs?|Bot|Document|Segment|Sync Name|Metadata (Key|Value))$/;
	const rows = places
		.filter(({ field }) => isOfId(field) || named.test(field.displayName))
		.flatMap((place) => LEFTOVERS.map((text) => ({ ...place, text })));
	await expectEach(rows, ({ field, read, text }) => {
		expect(outcome(() => read(text), field)).toHaveProperty('refusal');
	});
});

test('any value is refused by name, or becomes what the description says', async () => {
	const foreign = 'http://127.0.0.1:1';
	const rows = places.map((place, index) => ({ ...place, seed: SEED + index }));
	await expectEach(rows, ({ field, read, seed }) => {
		for (const value of fc.sample(anyValue(foreign), { seed, numRuns: WHOLE ? 200 : 15 })) {
			const expected = expectedOf(field, value);
			const came = outcome(() => read(value), field);
			const told = `${inLine(value)} became ${inLine(came)}`;
			if (expected.kind === 'refused' && !('refusal' in came)) throw new Error(told);
			if (expected.kind !== 'as' || 'refusal' in came) continue;
			if (!reached(field, expected.value, came.value)) throw new Error(told);
		}
	});
});
