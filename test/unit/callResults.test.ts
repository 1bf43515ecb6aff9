import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { readResults, secondsOf } from '../../nodes/Koda/callList/callResults';
import { callRows, statusRows, summaryOf } from '../../nodes/compose/campaign/results';
import { expectEach } from '../support/each';

/** What is counted of a campaign's calls, whatever KODA makes of its answer. */
const call = (more: IDataObject = {}): IDataObject => ({ calling_status: 'waiting', ...more });
const summary = (list: IDataObject, statuses?: string[]) => summaryOf(readResults(list, statuses));
const rows = (list: IDataObject, statuses?: string[]) => callRows(readResults(list, statuses));
const ofStatuses = (list: IDataObject) => statusRows(readResults(list));

describe('the length of a talk', () => {
	test('has hours, minutes and seconds', async () => {
		await expectEach(
			[
				['00:00:37', 37],
				['00:00:00', 0],
				['01:02:03', 3723],
				['100:00:01', 360_001],
				[' 00:01:00 ', 60],
			],
			([text, seconds]) => {
				expect(secondsOf(text)).toBe(seconds);
			},
		);
	});

	test('of another form is none', async () => {
		await expectEach(
			['', '37', '00:37', '00:00:60', '00:60:00', '-00:00:01', 'soon', null, undefined, 37, {}],
			(value) => {
				expect(secondsOf(value)).toBeNull();
			},
		);
	});
});

test('a call whose length is in another form may have been answered or not', async () => {
	await expectEach(
		[
			['00:00:37', true],
			['00:00:00', false],
			[undefined, false],
			[null, false],
			['', false],
			[0, false],
			[37, null],
			['37', null],
			['00:37', null],
			['PT37S', null],
			[{}, null],
		],
		([length, answered]) => {
			const one = call({ call_duration: length as string, calling_status: 'B' });
			const list = { calls: [one, call({ call_duration: '00:00:10' })] };
			const isKnown = answered !== null;
			expect(rows(list)[0].was_answered).toBe(answered);
			expect(summary(list)).toMatchObject({
				answered: isKnown ? Number(answered) + 1 : null,
				answered_share: isKnown ? (Number(answered) + 1) / 2 : null,
			});
			expect(summary(list, ['B'])).toMatchObject({ answered: 1, answered_share: 0.5 });
		},
	);
});

const campaign: IDataObject = {
	name: 'Win-back',
	max_attempts: 3,
	campaign_vars: ['answer'],
	report_vars: ['answer', 'reason'],
	calls: [
		call({
			phone_number: '+48600000001',
			calling_status: 'B',
			attempts_left: 2,
			custom_data: { first_name: 'Ewa' },
			data_collected: { answer: 'yes', mood: 'good' },
			start_calling: '2026-01-12 09:00:05',
			finish_calling: '2026-01-12 09:00:15',
			call_duration: '00:00:10',
		}),
		call({
			phone_number: '+48600000002',
			calling_status: 'B',
			attempts_left: 1,
			custom_data: { order: 'A-17' },
			data_collected: { answer: 'no' },
			start_calling: '2026-01-12 09:00:05',
			finish_calling: '2026-01-12 11:00:15',
			call_duration: '00:00:25',
		}),
		call({
			phone_number: '+48600000003',
			calling_status: 'C',
			attempts_left: 0,
			start_calling: '2026-01-12 09:00:05',
			call_duration: '00:00:00',
		}),
		call({ phone_number: '+48600000004', calling_status: 'A', attempts_left: 3 }),
		call({ phone_number: '+48600000005', calling_status: 'B', attempts_left: 3 }),
		call({ phone_number: '+48600000006', calling_status: null, attempts_left: 3 }),
	],
};

test('the summary counts calls, attempts and what was collected; variables asked for have a column', () => {
	expect(summary(campaign)).toEqual({
		total_calls: 6,
		answered: 2,
		answered_share: 0.3333,
		attempts: 1 + 2 + 3,
		mean_duration_seconds: 17.5,
		status_A: 1,
		status_B: 3,
		status_C: 1,
		without_status: 1,
		collected_answer: 2,
		collected_reason: 0,
		collected_mood: 1,
	});
});

test('the statuses that the user names count as answered, and only their talks have a mean length', () => {
	expect(summary(campaign, ['C', 'A'])).toMatchObject({
		answered: 2,
		answered_share: 0.3333,
		mean_duration_seconds: 0,
	});
	expect(summary(campaign, ['B'])).toMatchObject({ answered: 3, mean_duration_seconds: 17.5 });
	expect(summary(campaign, ['b'])).toMatchObject({ answered: 0, mean_duration_seconds: null });
	expect(rows(campaign, ['C']).map(({ was_answered: did }) => did)).toEqual([
		false,
		false,
		true,
		false,
		false,
		false,
	]);
});

test('a row per call, all with the same columns', () => {
	const [first, second, third, fourth] = rows(campaign);
	expect(first).toEqual({
		phone_number: '+48600000001',
		calling_status: 'B',
		was_answered: true,
		attempts: 1,
		attempts_left: 2,
		start_calling: '2026-01-12 09:00:05',
		finish_calling: '2026-01-12 09:00:15',
		duration_seconds: 10,
		variable_first_name: 'Ewa',
		variable_order: null,
		collected_answer: 'yes',
		collected_reason: null,
		collected_mood: 'good',
	});
	expect(second).toMatchObject({ variable_first_name: null, variable_order: 'A-17' });
	expect(third).toMatchObject({ was_answered: false, attempts: 3, duration_seconds: 0 });
	expect(third).toMatchObject({ finish_calling: null, collected_answer: null });
	expect(fourth).toMatchObject({ was_answered: false, attempts: 0, duration_seconds: null });
});

test('a row per status, the most frequent first', () => {
	expect(ofStatuses(campaign)).toEqual([
		{ status: 'B', calls: 3, share: 0.5 },
		{ status: 'C', calls: 1, share: 0.1667 },
		{ status: 'A', calls: 1, share: 0.1667 },
		{ status: null, calls: 1, share: 0.1667 },
	]);
});

test('a campaign without calls has no shares', async () => {
	await expectEach(
		[[{}], [{ calls: null }], [{ calls: [] }], [{ calls: 'none' }], [{ calls: [null, 1, []] }]],
		([list]) => {
			expect(summary(list)).toEqual({
				total_calls: 0,
				answered: 0,
				answered_share: null,
				attempts: 0,
				mean_duration_seconds: null,
			});
			expect([rows(list), ofStatuses(list)]).toEqual([[], []]);
		},
	);
});

test('attempts are counted from what the service says, or unknown', async () => {
	await expectEach(
		[
			['attempts_left missing', 3, {}, null],
			['max_attempts missing', undefined, { attempts_left: 2 }, null],
			['numbers as texts', '3', { attempts_left: '1' }, 2],
			['a text that is no number', 'three', { attempts_left: 1 }, null],
			['more left than there were', 3, { attempts_left: 5 }, 0],
			['a first call that is not counted', 3, { attempts_left: 3, last_attempt: 'x' }, 1],
		],
		([, max, more, attempts]) => {
			const list = { max_attempts: max, calls: [call(more)] };
			expect(rows(list)[0].attempts).toBe(attempts);
			expect(summary(list).attempts).toBe(attempts);
		},
	);
});

test('the sum of attempts is open when one call does not tell', () => {
	const calls = [call({ attempts_left: 1 }), call()];
	expect(summary({ max_attempts: 3, calls }).attempts).toBeNull();
});

test('values of other types stand in one column each', () => {
	const odd = { list: ['a'], nothing: null, empty: '', zero: 0, no: false, __proto__x: { a: 1 } };
	const list = { calls: [call({ custom_data: odd, data_collected: [], calling_status: 7 })] };
	const [row] = rows(list);
	expect(row).toMatchObject({
		calling_status: '7',
		variable_list: '["a"]',
		variable_zero: 0,
		variable_no: false,
		variable___proto__x: '{"a":1}',
	});
	expect(Object.keys(row).filter((name) => /nothing|empty|collected/.test(name))).toEqual([]);
});

describe('for any answer', () => {
	const text = fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('__proto__', 'waiting', 'a'));
	const values = fc.oneof(
		fc.dictionary(text, fc.oneof(text, fc.jsonValue({ maxDepth: 1 })), { maxKeys: 4 }),
		fc.jsonValue({ maxDepth: 1 }),
	);
	const duration = fc.oneof(fc.constantFrom('00:00:00', '00:00:37', '01:00:00'), fc.jsonValue());
	const anyCall = fc.record(
		{
			attempts_left: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.jsonValue({ maxDepth: 1 })),
			phone_number: fc.oneof(text, fc.jsonValue({ maxDepth: 1 })),
			custom_data: values,
			data_collected: values,
			start_calling: fc.oneof(text, fc.constant(null)),
			call_duration: duration,
			calling_status: fc.oneof(text, fc.jsonValue({ maxDepth: 1 })),
		},
		{ requiredKeys: [] },
	);
	const anyList = fc.record(
		{
			name: fc.jsonValue({ maxDepth: 1 }),
			max_attempts: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.jsonValue({ maxDepth: 1 })),
			campaign_vars: fc.oneof(fc.array(text), fc.jsonValue({ maxDepth: 1 })),
			report_vars: fc.oneof(fc.array(text), fc.jsonValue({ maxDepth: 1 })),
			calls: fc.array(
				fc.oneof({ weight: 9, arbitrary: anyCall }, { weight: 1, arbitrary: fc.jsonValue() }),
			),
		},
		{ requiredKeys: ['calls'] },
	);
	const statuses = fc.option(fc.array(text, { minLength: 1 }), { nil: undefined });
	const isCall = (entry: unknown) =>
		typeof entry === 'object' && entry !== null && !Array.isArray(entry);
	const total = (numbers: unknown[]) => numbers.reduce<number>((sum, one) => sum + Number(one), 0);

	test('every call is counted once in each report, and the reports agree', () => {
		fc.assert(
			fc.property(anyList, statuses, (list, answered) => {
				const flat = (list.calls as unknown[]).filter(isCall);
				// As it comes over the wire.
				const read = JSON.parse(JSON.stringify(list)) as IDataObject;
				const figures = summary(read, answered);
				const perCall = rows(read, answered);
				const perStatus = ofStatuses(read);

				expect(perCall).toHaveLength(flat.length);
				expect(figures.total_calls).toBe(flat.length);
				expect(total(perStatus.map(({ calls }) => calls))).toBe(flat.length);
				expect(new Set(perStatus.map(({ status }) => status)).size).toBe(perStatus.length);
				expect(new Set(perCall.map((row) => JSON.stringify(Object.keys(row)))).size).toBeLessThan(
					2,
				);

				const inColumns = Object.entries(figures).filter(([name]) =>
					/^(status_|without_)/.test(name),
				);
				expect(Object.fromEntries(inColumns)).toEqual(
					Object.fromEntries(
						perStatus.map(({ status, calls }) => [
							status === null ? 'without_status' : `status_${String(status)}`,
							calls,
						]),
					),
				);
				const answers = perCall.map(({ was_answered: did }) => did);
				expect(figures.answered).toBe(
					answers.includes(null) ? null : answers.filter((did) => did === true).length,
				);
				for (const [name, count] of Object.entries(figures)) {
					if (!name.startsWith('collected_')) continue;
					expect([name, count]).toEqual([
						name,
						perCall.filter((row) => (row[name] ?? null) !== null).length,
					]);
				}
				for (const row of perCall) {
					for (const cell of Object.values(row)) expect(Object(cell)).not.toBe(cell);
				}
			}),
			{ numRuns: 300 },
		);
	});

	test('a variable stands in the row of its call, under its name', () => {
		const known = fc.dictionary(text, fc.string({ minLength: 1 }), { maxKeys: 4 });
		fc.assert(
			fc.property(fc.array(fc.tuple(known, known)), (all) => {
				const calls = all.map(([custom, collected]) => ({
					custom_data: custom,
					data_collected: collected,
				}));
				const read = JSON.parse(JSON.stringify({ calls })) as IDataObject;
				const prefixed = (prefix: string, values: Record<string, string>) =>
					Object.entries(values).map(([name, value]) => [`${prefix}_${name}`, value]);
				for (const [index, row] of rows(read).entries()) {
					const filled = Object.entries(row).filter(
						([name, value]) => /^(variable|collected)_/.test(name) && value !== null,
					);
					const [custom, collected] = all[index];
					expect(Object.fromEntries(filled)).toEqual(
						Object.fromEntries([
							...prefixed('variable', custom),
							...prefixed('collected', collected),
						]),
					);
				}
			}),
		);
	});
});

test('50,000 calls are no quadratic work', () => {
	const calls = Array.from({ length: 50_000 }, (_, index) =>
		call({
			phone_number: `+48${600_000_000 + index}`,
			calling_status: `status ${index % 7}`,
			attempts_left: index % 4,
			call_duration: index % 3 ? '00:00:37' : '00:00:00',
			custom_data: Object.fromEntries(
				Array.from({ length: 10 }, (__, n) => [`field_${n}`, `value ${index}`]),
			),
			data_collected: { answer: 'yes', [`only_${index % 5}`]: 'x' },
		}),
	);
	const list = { max_attempts: 3, campaign_vars: ['answer'], calls };
	const begun = process.cpuUsage();
	const figures = summary(list);
	const perCall = rows(list);
	const perStatus = ofStatuses(list);
	// Microseconds of our own: some two seconds on a slow machine, and minutes if it were quadratic.
	expect(process.cpuUsage(begun).user).toBeLessThan(20_000_000);
	expect(figures).toMatchObject({ total_calls: 50_000, collected_answer: 50_000 });
	expect([perCall.length, perStatus.length]).toEqual([50_000, 7]);
});
