import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { Expression } from 'n8n-workflow';

import { hintsOf } from '../../support/hints';
import { ewa, jan, lars, people, useFromItems } from '../../support/kodaFromItems';

/** Who is not called, and which of several numbers is. */
const { run, bodies } = useFromItems();

/** The numbers that were sent. */
const called = async () =>
	(await bodies()).flatMap(({ calls }) =>
		(calls as IDataObject[]).map(({ phone_number: number }) => number),
	);

const rejectedOf = (outputs: Array<Array<{ json: IDataObject }>>) =>
	outputs[1].map(({ json }) => [json.rejected_item, json.rejected_because]);

describe('Do Not Call', () => {
	test.each<[string, INodeParameters['doNotCall']]>([
		['numbers one by one', ['600 000 001', '0046 70 174 06 05']],
		['a list from an expression', ['={{ [600000001, "+46701740605", null] }}']],
		['several in one entry', ['600-000-001; +46701740605\n']],
		['a JSON list as text', ['["600000001", "+46 70-174 06 05"]']],
		['the whole field as an expression', '={{ ["600000001", "+46701740605"] }}'],
		['a list made of all items', ['={{ $input.all().map((row) => row.json.listed) }}']],
	])('takes %s, written in any way', async (_, doNotCall) => {
		const rows = people(
			{ ...ewa, listed: '+48 600 000 001' },
			{ ...jan, listed: '+46701740605' },
			{ ...lars, listed: '' },
		);
		const { error, json, outputs } = await run({ doNotCall, variables: 'none' }, rows);
		expect(error).toBeUndefined();
		expect(await called()).toEqual(['+48600000002']);
		expect(json).toMatchObject([{ count: 1, first_item: 1, last_item: 1 }]);
		expect(rejectedOf(outputs)).toEqual([
			[0, "+48600000001 is on 'Do Not Call'"],
			[2, "+46701740605 is on 'Do Not Call'"],
		]);
	});

	test.each<[string, INodeParameters]>([
		['an empty list', { doNotCall: ['={{ [] }}'] }],
		['no entry', { doNotCall: [] }],
	])('with %s nobody is left out', async (_, parameters) => {
		const { error } = await run(parameters, people(ewa, jan));
		expect(error).toBeUndefined();
		expect(await called()).toHaveLength(2);
	});

	test.each<[string, INodeParameters['doNotCall'], string]>([
		['an expression that gives nothing', ['={{ $json.nothing }}'], "'Do Not Call' is empty"],
		['a field that the rows lack', ['={{ [undefined, null] }}'], "'Do Not Call' is empty"],
		['one that differs from item to item', ['={{ [$json.phone] }}'], "'Do Not Call' differs"],
		['a row instead of its number', ['={{ [{ phone: "1" }] }}'], "'Do Not Call' is not a text"],
		['a number that lost digits', ['={{ [4860000000100000000] }}'], "'Do Not Call' has lost"],
		['what is no number', ['unknown'], "'Do Not Call' has entries that are no numbers: 1 of 1"],
	])('%s stops it before anything is sent', async (_, doNotCall, message) => {
		const { error } = await run({ doNotCall }, people(ewa, jan, lars));
		expect(error?.message).toContain(message);
		expect(await bodies()).toEqual([]);
	});

	test('with Leave Out, entries that are no numbers are counted and named', async () => {
		const parameters = { doNotCall: ['600 000 001', 'unknown'], unusable: 'leaveOut' };
		const result = await run(parameters, people(ewa, jan));
		expect(await called()).toEqual(['+48600000002']);
		expect(hintsOf(result)).toEqual([
			expect.stringContaining("'Do Not Call' has 1 entries that are no numbers"),
		]);
	});

	test('a person is left out by whichever of their numbers', async () => {
		const rows = people({ phone: '600000001', mobile: '600000009' }, { phone: '600000002' });
		const parameters = { doNotCall: ['600000009'], rows: { otherPhoneFields: ['mobile'] } };
		const { outputs } = await run(parameters, rows);
		expect(await called()).toEqual(['+48600000002']);
		expect(rejectedOf(outputs)).toEqual([[0, "+48600000009 is on 'Do Not Call'"]]);
	});

	test('is read for three rows at most, however many there are', async () => {
		const read = jest.spyOn(Expression.prototype, 'resolveSimpleParameterValue');
		const rows = people(...Array.from({ length: 300 }, (_, i) => ({ phone: 500_000_000 + i })));
		const long = '={{ $input.all().flatMap((_, i) => [510000000 + i, 520000000 + i]) }}';
		const { error } = await run({ doNotCall: [long], variables: 'none' }, rows);
		const times = read.mock.calls.filter(([text]) => text === long).length;
		read.mockRestore();
		expect(error).toBeUndefined();
		// Once to be read, and three times to be compared.
		expect(times).toBe(4);
		expect(await called()).toHaveLength(300);
	});
});

describe('several fields with numbers', () => {
	const more = { rows: { otherPhoneFields: ['mobile', '{{ $json.work.phone }}'] } };

	test('the first usable one is called, in the order given; none of them is a variable', async () => {
		const rows = people(
			{ phone: '', mobile: '600000002', name: 'Jan' },
			{ phone: '12', mobile: 'n/a', work: { phone: '600 000 003' } },
			{ phone: '600000001', mobile: '600000009' },
		);
		const { error, outputs } = await run(more, rows);
		expect(error).toBeUndefined();
		expect(outputs[1]).toEqual([]);
		expect((await bodies()).flatMap(({ calls }) => calls)).toEqual([
			{ phone_number: '+48600000002', name: 'Jan' },
			{ phone_number: '+48600000003', work: '{"phone":"600 000 003"}' },
			{ phone_number: '+48600000001' },
		]);
	});

	test('a row without one says what each has', async () => {
		const rows = people(ewa, { phone: '12', mobile: 'n/a' }, { phone: ' ', mobile: '34' }, {});
		const { outputs } = await run(
			{ rows: { otherPhoneFields: ['mobile'] }, unusable: 'leaveOut' },
			rows,
		);
		expect(rejectedOf(outputs)).toEqual([
			[1, "'12' is no phone number of Poland; 'n/a' has letters in it"],
			[2, "'34' is no phone number of Poland"],
			[3, 'the number is empty'],
		]);
	});

	test('one that no item has is refused', async () => {
		const { error } = await run(
			{ rows: { otherPhoneFields: ['mobil'] } },
			people({ ...ewa, mobile: '' }),
		);
		expect(error?.message).toBe("'More Phone Number Fields' has 'mobil', which no input item has");
		expect(error?.description).toContain("Did you mean 'mobile'?");
	});
});
