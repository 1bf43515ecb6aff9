import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { itemsOf } from '../../../engine/jobs';
import {
	ANALYTICS_POST,
	DAY,
	KEYS,
	pairs,
	STATISTICS,
	toldOf,
	useKoopid,
} from '../../support/koopid';
import { testEach } from '../../support/sandbox';

const { run, runToError, sent, onlySent, fault, state } = useKoopid();

const POSTS = [...STATISTICS, ANALYTICS_POST];
const [[ACCESS]] = STATISTICS;

/** Two days that ended yesterday, so that the sandbox has something of each. */
const END = Math.floor(Date.now() / DAY - 1) * DAY;
const START = END - 2 * DAY;
const RANGE = { start: START, end: END };
const SPAN = { from: START, to: END };

const rowsOf = (answer: unknown) => [answer].flat() as IDataObject[];

describe('happy', () => {
	testEach(
		'each operation posts the time range and returns the rows',
		POSTS,
		async ([id, path, parameters]) => {
			const { json, outputs, error } = await run(id, { ...parameters, ...SPAN });
			expect(error).toBeUndefined();

			const request = await onlySent();
			expect(request).toMatchObject({ operationId: id, method: 'POST', path, status: 201 });
			expect(request.query).toEqual(KEYS);
			expect(request.body).toEqual(RANGE);
			expect(request.contentType).toMatch(/^application\/json/);
			expect(request.contractErrors).toEqual([]);

			const rows = rowsOf(request.responseBody);
			expect(rows.length).toBeGreaterThan(0);
			expect(json).toEqual(rows.map((row) => ({ ...row, ...toldOf(id) })));
			expect(pairs(outputs[0])).toEqual(rows.map(() => 0));
		},
	);

	testEach(
		'each operation sends an empty object where nothing is set',
		POSTS,
		async ([id, , parameters]) => {
			const { json, error } = await run(id, parameters);
			expect(error).toBeUndefined();
			const { body, responseBody } = await onlySent();
			expect(body).toEqual({});
			expect(json).toEqual(rowsOf(responseBody).map((row) => ({ ...row, ...toldOf(id) })));
		},
	);

	test('the messages of the time range are those that the service has', async () => {
		const { messages } = await state();
		const expected = messages.filter(({ time }) => time >= START && time <= END);
		const { json } = await run('message.getMessages', SPAN);
		expect(expected.length).toBeGreaterThan(5);
		expect(json.map(({ timestamp, text }) => [timestamp, text])).toEqual(
			expected.map(({ time, text }) => [time, text]),
		);
	});

	test('each item has its own time range, and its rows are linked to it', async () => {
		const items = itemsOf([
			{ from: START, to: START + DAY },
			{ from: START, to: END },
		]);
		const { outputs, json } = await run(
			ACCESS,
			{ from: '={{ $json.from }}', to: '={{ $json.to }}' },
			{ items },
		);
		expect(pairs(outputs[0])).toEqual([0, 1, 1]);
		expect(json.map(({ time }) => time)).toEqual([START, START, START + DAY]);
	});
});

describe('the body', () => {
	const bodies: Array<[string, INodeParameters, object]> = [
		[
			'an interval',
			{ ...SPAN, options: { interval: 3_600_000 } },
			{ ...RANGE, interval: 3_600_000 },
		],
		[
			'own fields',
			{ ...SPAN, options: { body: '{ "queue": ["a", 1] }' } },
			{ ...RANGE, queue: ['a', 1] },
		],
		[
			'own values over those of the form',
			{
				...SPAN,
				options: { interval: DAY, body: `{ "start": ${START + DAY}, "interval": "1h" }` },
			},
			{ start: START + DAY, end: END, interval: '1h' },
		],
		[
			'an own null, which takes a field of the form away',
			{ ...SPAN, options: { interval: DAY, body: '{ "interval": null }' } },
			{ ...RANGE, interval: null },
		],
		[
			'fields from an expression',
			{ options: { body: '={{ { deep: { own: $json.own } } }}' } },
			{ deep: { own: 7 } },
		],
		[
			'text from an expression',
			{ options: { body: '={{ JSON.stringify({ own: $json.own }) }}' } },
			{ own: 7 },
		],
		['nothing of an empty text', { ...SPAN, options: { body: ' ' } }, RANGE],
	];

	testEach('takes an interval and own fields', bodies, async ([, parameters, expected]) => {
		// The sandbox knows no interval such as 1h, and refuses it.
		await fault(ACCESS, { kind: 'status', status: 201, body: [] });
		const items = itemsOf([{ own: 7 }]);
		const { error } = await run(ACCESS, parameters, { items });
		expect(error).toBeUndefined();
		expect((await onlySent()).body).toEqual(expected);
	});

	test('with an interval gives a row for each', async () => {
		const { json } = await run(ACCESS, { ...SPAN, options: { interval: DAY / 2 } });
		expect(json.map(({ time }) => time)).toEqual([0, 1, 2, 3].map((n) => START + (n * DAY) / 2));
	});

	const refused: Array<[string, INodeParameters, string, string]> = [
		[
			'a list',
			{ options: { body: '[{ "a": 1 }]' } },
			"'Body (JSON)' is no JSON object",
			'{ "name": "value" }',
		],
		[
			'a list as it is',
			{ options: { body: '={{ [1, 2] }}' } },
			"'Body (JSON)' is no JSON object",
			'"name"',
		],
		['a number', { options: { body: '5' } }, "'Body (JSON)' is no JSON object", '"name"'],
		['a text', { options: { body: '"start"' } }, "'Body (JSON)' is no JSON object", '"name"'],
		[
			'half an object',
			{ options: { body: '{ "a": ' } },
			"'Body (JSON)' is not valid JSON",
			'quotes, commas',
		],
		...['start', 'end'].map((name): [string, INodeParameters, string, string] => [
			`its own ${name} together with windows`,
			{ ...SPAN, options: { windowDays: 1, body: { [name]: 1 } as never } },
			"'Body (JSON)' sets the time range, which is split into windows",
			"Remove start and end from it, or 'Window Size (Days)'.",
		]),
		['an interval of 0', { options: { interval: 0 } }, "'Interval' cannot be 0", 'at least 1'],
	];

	testEach(
		'refuses what makes no sense, and nothing is sent',
		refused,
		async ([, parameters, what, wayOut]) => {
			for (const [id, , own] of [STATISTICS[0], ANALYTICS_POST]) {
				const { message, description, cause, pairedItem } = await runToError(id, {
					...own,
					...parameters,
				});
				expect(message).toBe(`${what} [item 0]`);
				expect(description).toContain(wayOut);
				expect({ cause, pairedItem }).toEqual({
					cause: 'configuration-invalid',
					pairedItem: { item: 0 },
				});
			}
			expect(await sent()).toEqual([]);
		},
	);
});

describe('failing', () => {
	testEach(
		'each operation with a longer range than one call covers',
		POSTS,
		async ([id, , parameters]) => {
			const { message, description, httpCode, cause, pairedItem } = await runToError(id, {
				...parameters,
				from: END - 60 * DAY,
				to: END,
			});
			expect(await onlySent()).toMatchObject({ operationId: id, status: 400 });
			expect(message).toBe('Koopid did not accept the values (400) [item 0]');
			expect(description).toContain('Koopid said: "The range is longer than 31 days".');
			expect({ httpCode, cause, pairedItem }).toEqual({
				httpCode: '400',
				cause: 'configuration-invalid',
				pairedItem: { item: 0 },
			});
		},
	);

	test('without On Error the node fails and names the item', async () => {
		const { error } = await run(ACCESS, { from: END - 60 * DAY, to: END });
		expect(error?.message).toBe('Koopid did not accept the values (400) [item 0]');
		expect(error?.description).toContain('The range is longer than 31 days');
		expect(error?.httpCode).toBe('400');
		expect(error?.context.itemIndex).toBe(0);
		expect(error?.failure).toEqual({ cause: 'configuration-invalid' });
	});

	test('one bad item among many keeps its place', async () => {
		const days = [1, 60, 2, 1, 1];
		const { json, outputs } = await run(
			ACCESS,
			{ from: `={{ ${END} - $json.days * ${DAY} }}`, to: END },
			{
				items: itemsOf(days.map((count) => ({ days: count }))),
				settings: { onError: 'continueRegularOutput' },
			},
		);
		expect(pairs(outputs[0])).toEqual([0, 1, 2, 2, 3, 4]);
		expect(json[1].error).toBe('Koopid did not accept the values (400) [item 1]');
		expect(json.map(({ error }) => error !== undefined)).toEqual([
			false,
			true,
			false,
			false,
			false,
			false,
		]);
	});

	test('404 where the source contradicts itself: what may be wrong, and how to correct it', async () => {
		await fault('agent.getQueueStats', { kind: 'status', status: 404 });
		const { message, description, httpCode } = await runToError('agent.getQueueStats', SPAN);
		expect(message).toMatch(/Koopid answered 404: .*not at this address \[item 0\]/);
		expect(description).toContain("'Base URL'");
		expect(description).toContain("/Dashboard/AgentQueueStats' is inferred");
		expect(description).toContain('{"agent.getQueueStats": "POST /…"}');
		expect(httpCode).toBe('404');
	});

	test('404 on an address that is published', async () => {
		await fault(ACCESS, { kind: 'status', status: 404 });
		const { message, description, httpCode } = await runToError(ACCESS, SPAN);
		expect(message).toContain('Koopid does not know what was asked for [item 0]');
		expect(description).toContain("Check 'Base URL' in the credential.");
		expect(description).not.toMatch(/the ID|inferred/);
		expect(httpCode).toBe('404');
	});
});
