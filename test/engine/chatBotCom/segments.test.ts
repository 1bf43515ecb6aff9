import type { IDataObject } from 'n8n-workflow';

import { byId, fromList, itemsOf } from '../../../engine/jobs';
import {
	SKIP_FAILED,
	UNKNOWN,
	errorOf,
	segmentId,
	useChatBot,
	userId,
} from '../../support/chatBotCom';
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

const LEADS = segmentId('Leads');
const INACTIVE = segmentId('Inactive');

const namesOf = async () => (await bench.state()).segments.map(({ name }) => name);
const membersOf = async (segment: string) =>
	(await bench.state()).users
		.filter(({ segments }) => segments.includes(segment))
		.map(({ id }) => id);

const cases: ChatBotCase[] = [
	{
		operationId: 'segment.getAll',
		// Every other user of 95 is in one of four segments.
		output: (answer) =>
			['Leads', 'Customers', 'Newsletter', 'Inactive'].map((name, index) => ({
				...each(answer)[index],
				name,
				users: 12,
				createdAt: `2026-01-12T0${8 - index}:00:00.163Z`,
			})),
	},
	{
		operationId: 'segment.create',
		parameters: { name: 'Łódź' },
		body: { name: 'Łódź' },
		output: same,
		effect: async () => expect((await namesOf()).at(-1)).toBe('Łódź'),
	},
	{
		operationId: 'segment.addUsers',
		parameters: { segments: [LEADS, INACTIVE], users: [userId(1), userId(3)] },
		body: { segments: [LEADS, INACTIVE], users: [userId(1), userId(3)] },
		output: same,
		effect: async () => {
			for (const segment of [LEADS, INACTIVE]) {
				expect(await membersOf(segment)).toEqual(
					expect.arrayContaining([userId(1), userId(3)]) as unknown,
				);
			}
		},
	},
	{
		operationId: 'segment.update',
		parameters: { segment: fromList(LEADS), name: 'Hot leads' },
		path: { id: LEADS },
		body: { name: 'Hot leads' },
		output: same,
		effect: async () => expect((await namesOf())[0]).toBe('Hot leads'),
	},
	{
		operationId: 'segment.delete',
		parameters: { segment: byId(LEADS) },
		path: { id: LEADS },
		output: () => [{ deleted: true }],
		effect: async () => {
			expect(await namesOf()).toEqual(['Customers', 'Newsletter', 'Inactive']);
			expect(await membersOf(LEADS)).toEqual([]);
		},
	},
];

describe('each operation', () => describeCases(bench, cases));
describe('each refusal', () => describeClientToken(bench, cases));

describe('what ChatBot.com does not know', () => {
	const noSegment = `Segment not found: ${UNKNOWN}`;
	const table: NotFound[] = [
		['segment.update', noSegment, { segment: byId(UNKNOWN), name: 'x' }],
		['segment.delete', noSegment, { segment: byId(UNKNOWN) }],
		['segment.addUsers', noSegment, { segments: [LEADS, UNKNOWN], users: [userId(1)] }],
		[
			'segment.addUsers',
			`User not found: ${UNKNOWN}`,
			{ segments: [LEADS], users: [userId(1), UNKNOWN] },
		],
	];
	describeNotFound(bench, table);
});

describe('Get Many', () => {
	test.each([
		[{ limit: 3 }, 3],
		[{ limit: 4 }, 4],
		[{ returnAll: true }, 4],
		[{}, 4],
	])('with %j reads the list once and gives %d', async (parameters, count) => {
		const { json } = await bench.run('segment.getAll', parameters);
		expect(json.map(({ name }) => name)).toEqual((await namesOf()).slice(0, count));
		expect((await bench.onlySent()).query).toEqual({});
	});

	test.each([
		['a bare list', (rows: IDataObject[]): unknown => rows],
		['data', (data: IDataObject[]): unknown => ({ data })],
		['items', (items: IDataObject[]): unknown => ({ items, count: 1 })],
	])('segments in %s, dated with a T', async (_, form) => {
		const row = { id: 's1', name: 'Foo', users: 0, createdAt: '2019-01-23T13:32:30.163Z' };
		await bench.answerWith('segment.getAll', form([row]));
		expect((await bench.run('segment.getAll')).json).toEqual([row]);
	});

	test('none at all is no item', async () => {
		await bench.answerWith('segment.getAll', []);
		const { json, error } = await bench.run('segment.getAll');
		expect(error).toBeUndefined();
		expect(json).toEqual([]);
	});

	test.each([
		['an object without a list', { name: 'Foo' }],
		['a list of texts', ['Foo']],
	])('%s is not taken for segments', async (_, body) => {
		await bench.answerWith('segment.getAll', body);
		const error = await bench.runToError('segment.getAll');
		expect(error.message).toBe('ChatBot.com answered in another form than expected [item 0]');
		expect(error.cause).toBe('configuration-invalid');
	});
});

describe('Add Users', () => {
	test('takes IDs from expressions, one or many, and 100 segments with 1000 users', async () => {
		const users = Array.from({ length: 1000 }, (_, index) => `u${index}`);
		const segments = Array.from({ length: 100 }, (_, index) => segmentId(`s${index}`));
		const items = [{ json: { segments, users: users.slice(1) } }];
		await bench.answerWith('segment.addUsers', { status: { code: 200, type: 'success' } });
		const { error } = await bench.run(
			'segment.addUsers',
			{ segments: '={{ $json.segments }}', users: ['u0', '={{ $json.users }}'] },
			{ items },
		);
		expect(error).toBeUndefined();
		expect((await bench.onlySent()).body).toEqual({ segments, users });
	});

	test('entries without a value are left out', async () => {
		const parameters = { segments: [LEADS], users: ['={{ $json.none }}', userId(1), '={{ "" }}'] };
		const { error } = await bench.run('segment.addUsers', parameters);
		expect(error).toBeUndefined();
		expect((await bench.onlySent()).body).toEqual({ segments: [LEADS], users: [userId(1)] });
	});

	test('a lost answer: sent once, and how to find out what became of it', async () => {
		await bench.fault('segment.addUsers', { kind: 'status', status: 502 });
		const parameters = { segments: [LEADS], users: [userId(1)] };
		const error = await bench.runToError('segment.addUsers', parameters);
		expect(error.message).toBe(
			'ChatBot.com answered 502: whether the operation took effect is unknown [item 0]',
		);
		expect(error).toMatchObject({ httpCode: '502', cause: 'temporarily-unavailable' });
		expect(error.description).toContain('look at the number of users');
		expect(await bench.sent()).toHaveLength(1);
	});
});

describe('what makes no sense is told before anything is sent', () => {
	const many = (count: number) =>
		`={{ Array.from({ length: ${count} }, (_, i) => String(i).padStart(24, '0')) }}`;
	const none = '={{ $json.none }}';
	const add = (segments: string, users: string) => ({ segments, users: [users] });
	const table: BadInput[] = [
		['segment.create', "'Name' is empty", 'Fill it in', { name: none }],
		['segment.create', "'Name' has 257 characters", 'Shorten it to 256', { name: 'n'.repeat(257) }],
		['segment.update', "'Name' is empty", 'Fill it in', { segment: byId(LEADS), name: none }],
		['segment.update', "'Segment' is empty", 'Fill it in', { segment: byId(none), name: 'x' }],
		['segment.delete', "'Segment' is empty", 'Fill it in', { segment: byId(none) }],
		[
			'segment.addUsers',
			"'Segment Names or IDs' is empty",
			'Fill it in',
			add('={{ [] }}', userId(1)),
		],
		['segment.addUsers', "'User IDs' is empty", 'Fill it in', add(many(1), none)],
		[
			'segment.addUsers',
			"'Segment Names or IDs' has 101 entries",
			'100 at most',
			add(many(101), 'u'),
		],
		['segment.addUsers', "'User IDs' has 1001 entries", '1000 at most', add(many(1), many(1001))],
		[
			'segment.addUsers',
			"'User IDs' is not a text",
			'pick one of its values',
			add(many(1), '={{ { id: "u" } }}'),
		],
	];
	describeBadInput(bench, table);
});

test('one item that fails does not stop the others', async () => {
	const ids = [LEADS, UNKNOWN, INACTIVE];
	const { outputs } = await bench.run(
		'segment.delete',
		{ segment: byId('={{ $json.id }}') },
		{ items: itemsOf(ids.map((id) => ({ id }))), ...SKIP_FAILED },
	);
	expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(ids.map((_, item) => ({ item })));
	expect([outputs[0][0].json, outputs[0][2].json]).toEqual([{ deleted: true }, { deleted: true }]);
	expect(errorOf(outputs[0][1]).message).toContain('[item 1]');
	expect(await namesOf()).toEqual(['Customers', 'Newsletter']);
});
