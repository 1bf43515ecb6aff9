import type { INodeParameters } from 'n8n-workflow';

import { expectEach } from '../../support/each';
import { people, useFromItems } from '../../support/kodaFromItems';

/** Create From Items: which field of the items is meant by a name, and under which names variables are sent. */
const { koda, run, bodies } = useFromItems();

const selected = (...field: Array<{ field: string; name?: string }>): INodeParameters => ({
	variables: 'selected',
	selected: { field },
});

const callsOf = async () => (await bodies()).map(({ calls }) => calls);

describe('names as files have them', () => {
	test('a field is found whatever cannot be seen in its name, and sent without it', async () => {
		const names = [
			'\uFEFFphone',
			' phone',
			'phone\u00A0',
			'pho\u00ADne',
			'phone\u200B',
			'\u200Fphone',
		];
		await expectEach(names, async (phone) => {
			const item = { [phone]: '600000001', '\uFEFFfirst_name\u00A0': 'Ewa' };
			const wanted = [{ phone_number: '+48600000001', first_name: 'Ewa' }];
			await koda.sandbox().control('reset');
			const chosen = selected({ field: 'first_name' });
			expect((await run(chosen, people(item))).error).toBeUndefined();
			expect(await callsOf()).toEqual([wanted]);
			await koda.sandbox().control('reset');
			const other = people({ phone: '600000001', first_name: 'Ewa' });
			const asFile = { phoneField: phone, ...selected({ field: '\uFEFFfirst_name' }) };
			expect((await run(asFile, other)).error).toBeUndefined();
			expect(await callsOf()).toEqual([wanted]);
		});
	});

	test('all other fields are sent under names without what cannot be seen', async () => {
		await run({}, people({ '\uFEFFphone': '600000001', '\uFEFFGröße\u00A0': 'L', 'a\u200Bge': 7 }));
		expect(await callsOf()).toEqual([[{ phone_number: '+48600000001', Größe: 'L', age: '7' }]]);
	});

	test('names that JavaScript has a meaning for are names as any other', async () => {
		const variables = '"__proto__":"a","constructor":"b","toString":"c"';
		await run({}, people(JSON.parse(`{"phone":"600000001",${variables}}`)));
		const wanted = `[[{${variables},"phone_number":"+48600000001"}]]`;
		expect(JSON.stringify(await callsOf())).toBe(wanted);
	});

	test('composed and decomposed are one name; what is sent is as the item has it', async () => {
		const size = 'Größe'.normalize('NFD');
		const item = { phone: '600000001', [size]: 'L' };
		await run(selected({ field: 'Größe' }), people(item));
		await run({ name: 'Second' }, people(item));
		const [[one], [two]] = (await callsOf()) as Array<Array<Record<string, string>>>;
		expect(one).toEqual({ phone_number: '+48600000001', Größe: 'L' });
		expect(two).toEqual({ phone_number: '+48600000001', [size]: 'L' });
	});

	test('exactly the name wins', async () => {
		const item = { '\uFEFFphone': '600000001', phone: '600000002' };
		await run(selected({ field: 'phone', name: 'p' }), people(item));
		await run({ name: 'B', phoneField: "['\uFEFFphone']", variables: 'none' }, people(item));
		expect(await callsOf()).toEqual([
			[{ phone_number: '+48600000002', p: '600000002' }],
			[{ phone_number: '+48600000001' }],
		]);
	});

	test('rows that have it in different spellings are all called', async () => {
		const rows = people({ phone: '600000001' }, { '\uFEFFphone': '600000002' });
		await run({}, rows);
		expect(await callsOf()).toEqual([
			[{ phone_number: '+48600000001' }, { phone_number: '+48600000002' }],
		]);
	});

	test('what is ambiguous is refused', async () => {
		const twice = people(
			{ phone: '1' },
			{ '\uFEFFphone': '600000001', 'phone\u00A0': '600000002' },
		);
		const ambiguous: Array<[INodeParameters, ReturnType<typeof people>, string]> = [
			[{}, twice, "'Phone Number Field' means 'phone', and item 1 has 2 fields that look so"],
			[
				selected({ field: 'name' }),
				people({ phone: '600000001', '\uFEFFname': 'a', 'name ': 'b' }),
				"'Fields to Send' means 'name', and item 0 has 2 fields that look so",
			],
			[
				selected({ field: 'name' }, { field: '\uFEFFname' }),
				people({ phone: '600000001', name: 'a' }),
				"'name' is there twice",
			],
			[
				{},
				people({ phone: '600000001', name: 'a', '\uFEFFname': 'b' }),
				"'Variables to Send' cannot send all fields of item 0: two are called 'name'",
			],
			[
				{},
				people({ phone: '600000001', '\u200B': 'a' }),
				"'Variables to Send' cannot send a field of item 0: its name has nothing that can be seen",
			],
			[
				{},
				people({ phone: '600000001', 'phone_number\u00A0': 'a' }),
				"'Variables to Send' cannot send the field 'phone_number'",
			],
		];
		await expectEach(ambiguous, async ([parameters, items, message]) => {
			const { error } = await run(parameters, items);
			expect(error?.message).toContain(message);
			expect(error?.description).toMatch(/Drag|drag|Selected Fields|Give each name once/);
			await koda.expectSilence();
		});
	});

	test('rows of the output Rejected come again without its notes, whatever is in their names', async () => {
		await run(
			{},
			people({ '\uFEFFrejected_item': 1, 'rejected_because ': 'x', phone: '600000001' }),
		);
		expect(await callsOf()).toEqual([[{ phone_number: '+48600000001' }]]);
	});
});

test('what the editor writes on drag and drop is read', async () => {
	const item = {
		phones: [{ value: '600000001' }],
		contact: { 'Phone Number': '600000001', phone: '600000001' },
		'Nr tel. [kom.]': '600000001',
		"Ewa's phone": '600000001',
		phone: '600000001',
		'a.b': '600000001',
		a: { b: '600000009' },
	};
	const names: Array<[string, string?]> = [
		['phones[0].value'],
		["contact['Phone Number']"],
		["['Nr tel. [kom.]']", 'Nr tel. [kom.]'],
		['Nr tel. [kom.]'],
		["['Ewa\\'s phone']", "Ewa's phone"],
		['contact.phone'],
		['a.b'],
		['{{ $json.phone }}', 'phone'],
		["{{ $json['Nr tel. [kom.]'] }}", 'Nr tel. [kom.]'],
		['{{ $json.phones[0].value }}', 'phones[0].value'],
	];
	await expectEach(names, async ([field, label = field]) => {
		await koda.sandbox().control('reset');
		const parameters = { phoneField: field, ...selected({ field }) };
		expect((await run(parameters, people(item))).error).toBeUndefined();
		expect(await callsOf()).toEqual([[{ phone_number: '+48600000001', [label]: '600000001' }]]);
	});
});

test('a name that no item has brings the nearest to mind, and what is there', async () => {
	const items = people({ '\uFEFFPhone Number': '600000001', first_name: 'Ewa' });
	await expectEach(
		[
			[{ phoneField: 'phone' }, "'Phone Number Field' is 'phone', which", 'Phone Number'],
			[
				{ phoneField: 'Phone Number', ...selected({ field: 'firstName' }) },
				"'Fields to Send' has 'firstName', which",
				'first_name',
			],
		] as Array<[INodeParameters, string, string]>,
		async ([parameters, message, nearest]) => {
			const { error } = await run(parameters, items);
			expect(error?.message).toContain(message);
			expect(error?.description).toContain(`Did you mean '${nearest}'?`);
			expect(error?.description).toContain('The items have: Phone Number, first_name.');
			await koda.expectSilence();
		},
	);
});

test('a cell is quoted in a message without cutting into a character', async () => {
	const { error } = await run({}, people({ phone: `${'x'.repeat(45)}👩\u200D👩\u200D👧` }));
	expect(error?.description).toContain(`'${'x'.repeat(45)}…'`);
});

describe('a campaign of the same name', () => {
	const rows = people({ phone: '600000001', city: 'Łódź' });

	test('is the same in another spelling: its list is not made again', async () => {
		const first = await run({ name: 'Größe' }, rows);
		expect(first.json[0].status).toBe('created');
		const same = people({ phone: '600000001', city: `\uFEFF${'Łódź'.normalize('NFD')} ` });
		await expectEach(
			['Größe'.normalize('NFD'), '\uFEFFGröße', ' Gr\u00ADöße\u200B'],
			async (name) => {
				const { json, error } = await run({ name }, same);
				expect(error).toBeUndefined();
				expect(json[0]).toMatchObject({ status: 'existing', list_id: first.json[0].list_id });
			},
		);
		expect(await bodies()).toHaveLength(1);
	});

	test('is sent without what cannot be seen in its name', async () => {
		await run({ name: '\uFEFFWin\u200B-back ' }, rows);
		expect((await bodies()).map(({ name }) => name)).toEqual(['Win-back']);
	});
});
