import { isEqual } from 'lodash';

import { LOOSE, type LooseForm } from '../../../sandbox/loose';
import { createCallList, itemsOf } from '../../../engine/jobs';
import type { Result } from '../../../engine/runNode';
import { articles, keyed, mirror, plant, stored, sync } from '../../support/kodaDocuments';
import { ewa, jan, people, useFromItems } from '../../support/kodaFromItems';
import { testEach } from '../../support/sandbox';
import { seeded } from '../../support/seeded';

/** What is made of several calls, while KODA answers in forms that nobody pictured. */
const { koda, run } = useFromItems();

const FORMS = Object.keys(LOOSE) as LooseForm[];

const loose = async (form: LooseForm, operationId?: string) =>
	await koda.sandbox().control('loose', { vendor: 'koda', form, operationId });

const strict = async () => await koda.sandbox().control('loose', { vendor: 'koda', off: true });

/** Every form, in all answers or in those of one operation; `npm test` takes one in twenty of them. */
const everywhere = (...operations: string[]) =>
	seeded(
		FORMS.flatMap((form) =>
			[undefined, ...operations].map((id): [LooseForm, string | undefined] => [form, id]),
		),
		10,
	);

const expectClear = ({ error }: Result) => {
	expect(`${error?.message} ${error?.description}`).toContain('KODA');
};

describe('Create From Items calls nobody twice', () => {
	const campaign = people(ewa, jan);
	/** How often each person is in a list of the campaign. */
	const planned = async () => {
		const { callLists } = await koda.state();
		const ours = callLists.filter(({ settings }) => settings.name === 'Win-back');
		return ours.flatMap(({ calls }) =>
			(calls as Array<{ phoneNumber: string }>).map(({ phoneNumber }) => phoneNumber),
		);
	};
	/** As many younger campaigns, of other people, as fill a page. */
	const more = async () => {
		await koda.sandbox().control('clock', { advanceSeconds: 60 });
		const items = itemsOf(Array.from({ length: 21 }, (_, index) => ({ name: `Other ${index}` })));
		expect((await koda.run(createCallList, { items })).error).toBeUndefined();
	};
	const sentOfOurs = async () =>
		(await koda.sent('callList.create')).filter(
			({ body }) => (body as { name: string }).name === 'Win-back',
		);
	const both = ['+48600000001', '+48600000002'];

	testEach(
		'when the campaign is there, on a later page',
		everywhere('callList.getAll', 'callList.get'),
		async ([form, operationId]) => {
			expect((await run({}, campaign)).error).toBeUndefined();
			await more();
			await loose(form, operationId);
			const again = await run({}, campaign);
			expect((await planned()).sort()).toEqual(both);
			expect(await sentOfOurs()).toHaveLength(1);
			if (again.error) expectClear(again);
			else expect(again.json).toMatchObject([{ status: 'existing' }]);
		},
	);

	testEach(
		'when it is created so, and run again',
		everywhere('callList.getAll', 'callList.create'),
		async ([form, operationId]) => {
			await loose(form, operationId);
			const first = await run({}, campaign);
			if (first.error) expectClear(first);
			else expect((await planned()).sort()).toEqual(both);
			await run({}, campaign);
			await strict();
			expect((await run({}, campaign)).error).toBeUndefined();
			expect((await planned()).sort()).toEqual(both);
		},
	);
});

describe('Document: Sync has each document once, and deletes none that it should not', () => {
	const ids = async () => (await keyed(koda)).map(({ meta }) => meta.external_id);
	const wanted = ['a-1', 'a-2', 'a-3'];

	testEach(
		'when some are there, some new and one is gone',
		everywhere('document.search', 'document.create', 'document.update', 'document.delete'),
		async ([form, operationId]) => {
			await plant(koda, [{ title: 'By hand', meta: { category: 'faq' } }]);
			const there = [...articles(2), ...articles(1, 9)];
			expect((await koda.run(sync, { items: itemsOf(there) })).error).toBeUndefined();
			const before = await stored(koda);

			await loose(form, operationId);
			const items = itemsOf([{ ...articles(1)[0], content: 'Another text' }, ...articles(2, 2)]);
			const result = await koda.run(mirror, { items });
			const after = await stored(koda);
			const named = await ids();
			expect(new Set(named).size).toBe(named.length);
			expect(named).toEqual(expect.arrayContaining(['a-1', 'a-2']));
			const others = (documents: typeof after) => documents.filter(({ meta }) => !meta.external_id);
			expect(others(after)).toEqual(others(before));
			if (result.error) expectClear(result);
			else expect(named).toEqual(wanted);
			// What cannot be found out must have no effect.
			if (result.error && operationId === 'document.search') {
				expect(isEqual(after, before)).toBe(true);
			}

			await strict();
			expect((await koda.run(mirror, { items })).error).toBeUndefined();
			expect(await ids()).toEqual(wanted);
		},
	);
});
