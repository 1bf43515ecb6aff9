import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, fromList, itemsOf } from '../../../engine/jobs';
import { SKIP_FAILED, UNKNOWN, entityId, errorOf, useChatBot } from '../../support/chatBotCom';
import {
	describeBadInput,
	describeCases,
	describeClientToken,
	describeNotFound,
	each,
	same,
	type BadInput,
	type ChatBotCase,
	type NotFound,
} from '../../support/chatBotComCases';

const bench = useChatBot();

const MOVIES = entityId('movies');

/** The vendor's sample of an entity. */
const entries = [{ value: 'Star Wars', synonyms: [{ value: 'SW' }] }];
const sample = { name: 'movies', entries };

/** The sample as a user enters it, by fields and as JSON. */
const byFields = (rows: object[]): INodeParameters => ({
	specifyEntries: 'fields',
	entries: { entry: rows } as INodeParameters,
});
const byJson = (json: unknown): INodeParameters => ({
	specifyEntries: 'json',
	entriesJson: typeof json === 'string' ? json : JSON.stringify(json),
});

const ofMovies = async () => (await bench.state()).entities.find(({ id }) => id === MOVIES);

const cases: ChatBotCase[] = [
	{ operationId: 'entity.getAll', output: each },
	{
		operationId: 'entity.get',
		parameters: { entity: fromList(MOVIES) },
		path: { id: MOVIES },
		output: () => [
			{
				id: MOVIES,
				name: 'movies',
				entries: [...entries, { value: 'The Matrix', synonyms: [{ value: 'Matrix' }] }],
			},
		],
	},
	{
		operationId: 'entity.create',
		parameters: { name: 'movies', ...byFields([{ value: 'Star Wars', synonyms: ['SW'] }]) },
		body: sample,
		output: same,
		effect: async () => expect((await bench.state()).entities.at(-1)).toMatchObject(sample),
	},
	{
		operationId: 'entity.create',
		parameters: { name: 'movies', ...byJson([{ value: 'Star Wars', synonyms: ['SW'] }]) },
		body: sample,
		output: same,
		effect: async () => expect((await bench.state()).entities).toHaveLength(4),
	},
	{
		operationId: 'entity.update',
		parameters: {
			entity: byId(MOVIES),
			name: 'films',
			...byFields([{ value: 'Star Wars', synonyms: ['SW'] }]),
		},
		path: { id: MOVIES },
		body: { name: 'films', entries },
		output: same,
		effect: async () => expect(await ofMovies()).toEqual({ id: MOVIES, name: 'films', entries }),
	},
];

describe('each operation', () => describeCases(bench, cases));
describe('each refusal', () => describeClientToken(bench, cases));

describe('what ChatBot.com does not know', () => {
	const said = `Entity not found: ${UNKNOWN}`;
	const entity = byId(UNKNOWN);
	const table: NotFound[] = [
		['entity.get', said, { entity }],
		['entity.update', said, { entity, name: 'x', ...byFields([{ value: 'y' }]) }],
	];
	describeNotFound(bench, table);
});

describe('Get Many', () => {
	test.each([
		[{ limit: 2 }, 2],
		[{ returnAll: true }, 3],
	])('with %j reads the list once and gives %d', async (parameters, count) => {
		const { json } = await bench.run('entity.getAll', parameters);
		expect(json).toEqual((await bench.state()).entities.slice(0, count));
		expect((await bench.onlySent()).query).toEqual({});
	});
});

describe('entries', () => {
	const sent = async (parameters: INodeParameters, json: IDataObject = {}) => {
		const items = [{ json }];
		const { error } = await bench.run('entity.create', { name: 'x', ...parameters }, { items });
		expect(error).toBeUndefined();
		const { body, contractErrors } = await bench.onlySent();
		expect(contractErrors).toEqual([]);
		return (body as typeof sample).entries;
	};
	const plain = (value: string, ...synonyms: string[]) => ({
		value,
		synonyms: synonyms.map((synonym) => ({ value: synonym })),
	});

	test('several by fields, with many synonyms, with none, and with empty ones', async () => {
		const rows = [
			{ value: 'small', synonyms: ['S', 'tiny'] },
			{ value: 'large', synonyms: [] },
			{ value: 'huge', synonyms: ['', '={{ $json.none }}'] },
			{ value: '={{ $json.size }}', synonyms: ['={{ $json.others }}'] },
		];
		expect(await sent(byFields(rows), { size: 'middle', others: ['M', 'medium'] })).toEqual([
			plain('small', 'S', 'tiny'),
			plain('large'),
			plain('huge'),
			plain('middle', 'M', 'medium'),
		]);
	});

	const forms: Array<[string, unknown]> = [
		['texts as synonyms', [{ value: 'a', synonyms: ['b', 'c'] }]],
		['objects as synonyms, as ChatBot.com has them', [plain('a', 'b', 'c')]],
		['both', [{ value: 'a', synonyms: ['b', { value: 'c' }] }]],
	];

	test.each(forms)('JSON with %s', async (_, json) => {
		expect(await sent(byJson(json))).toEqual([plain('a', 'b', 'c')]);
	});

	test.each([
		['an object without synonyms', [{ value: 'a' }]],
		['null as synonyms', [{ value: 'a', synonyms: null }]],
		['a text alone', ['a']],
	])('JSON with %s', async (_, json) => {
		expect(await sent(byJson(json))).toEqual([plain('a')]);
	});

	test('JSON with one synonym that is no list', async () => {
		expect(await sent(byJson([{ value: 'a', synonyms: 'b' }]))).toEqual([plain('a', 'b')]);
	});

	test('JSON from an expression', async () => {
		const found = await sent(byJson('={{ $json.entries }}'), { entries: [plain('a', 'b')] });
		expect(found).toEqual([plain('a', 'b')]);
	});

	test('2000 of them', async () => {
		const many = Array.from({ length: 2000 }, (_, index) => `v${index}`);
		expect(await sent(byJson(many))).toEqual(many.map((value) => plain(value)));
	});
});

describe('what makes no sense is told before anything is sent', () => {
	const create = 'entity.create';
	const form = 'Use [{ "value": "Star Wars", "synonyms": ["SW"] }].';
	const json = (given: unknown) => ({ name: 'x', ...byJson(given) });
	const table: BadInput[] = [
		[
			create,
			"'Name' is empty",
			'Fill it in',
			{ name: '={{ $json.none }}', ...byFields([{ value: 'a' }]) },
		],
		[
			create,
			"'Name' has 129 characters",
			'Shorten it to 128',
			{ name: 'n'.repeat(129), ...byFields([{ value: 'a' }]) },
		],
		[create, "'Entries' is empty", 'Add one at least', { name: 'x' }],
		[
			create,
			"'Entries' 2: 'Value' is empty",
			'Fill it in',
			{ name: 'x', ...byFields([{ value: 'a' }, { value: '={{ $json.none }}' }]) },
		],
		[create, "'Entries (JSON)' is not valid JSON", 'Check quotes', json('[{ "value": "a" ')],
		[create, "'Entries (JSON)' is no array", form, json({ value: 'a' })],
		[create, "'Entries (JSON)' is no array", form, json('"a"')],
		[create, "'Entries (JSON)' is empty", 'Fill it in', json([])],
		[create, "'Entries (JSON)' has no text as value at 1", form, json([{ synonyms: ['a'] }])],
		[create, "'Entries (JSON)' has no text as value at 2", form, json(['a', { value: '' }])],
		[create, "'Entries (JSON)' has no text as value at 2", form, json(['a', null])],
		[create, "'Entries (JSON)' has no text as value at 1", form, json([{ value: { a: 1 } }])],
		[
			create,
			"'Entries (JSON)' has an empty synonym at 1",
			form,
			json([{ value: 'a', synonyms: ['b', ''] }]),
		],
		[create, "'Entries (JSON)' is empty", 'Fill it in', json('={{ $json.none }}')],
		[
			create,
			"'Entries (JSON)' has 2001 entries",
			'2000 at most',
			json('={{ Array.from({ length: 2001 }, (_, i) => "v" + i) }}'),
		],
		[
			'entity.update',
			"'Entity' is empty",
			'Fill it in',
			{ entity: byId('={{ $json.none }}'), name: 'x', ...byFields([{ value: 'a' }]) },
		],
		[
			'entity.update',
			"'Entries' is empty",
			'Add one at least',
			{ entity: byId(MOVIES), name: 'x' },
		],
		['entity.get', "'Entity' is empty", 'Fill it in', { entity: byId('={{ $json.none }}') }],
	];
	describeBadInput(bench, table);
});

test('a name that ChatBot.com refuses: the field is to be corrected, in its words', async () => {
	const status = { code: 400, type: 'error', message: 'name is taken' };
	await bench.fault('entity.create', { kind: 'status', status: 400, body: { status } });
	const error = await bench.runToError('entity.create', {
		name: 'movies',
		...byFields([{ value: 'a' }]),
	});
	expect(error.message).toBe('ChatBot.com did not accept the values (400) [item 0]');
	expect(error.description).toBe(
		'ChatBot.com said: "name is taken". Correct the field that it names. The call was entity.create.',
	);
});

test('an error without a message shows its status whole', async () => {
	const status = { code: 400, type: 'bad_request', reason: 'entries.0.value is too long' };
	await bench.fault('entity.create', { kind: 'status', status: 400, body: { status } });
	const error = await bench.runToError('entity.create', {
		name: 'movies',
		...byFields([{ value: 'a' }]),
	});
	expect(error.description).toContain('entries.0.value is too long');
});

test('one item that fails does not stop the others', async () => {
	const items = itemsOf([{ entries: ['a'] }, { entries: [] }, { entries: ['c'] }]);
	const parameters = byJson('={{ $json.entries }}');
	const { outputs } = await bench.run(
		'entity.create',
		{ ...parameters, name: '=item {{ $itemIndex }}', requestOptions: { concurrency: 1 } },
		{ items, ...SKIP_FAILED },
	);
	expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
		items.map((_, item) => ({ item })),
	);
	expect(errorOf(outputs[0][1])).toMatchObject({
		message: "'Entries (JSON)' is empty [item 1]",
		pairedItem: { item: 1 },
	});
	expect((await bench.state()).entities.slice(3).map(({ name }) => name)).toEqual([
		'item 0',
		'item 2',
	]);
});
