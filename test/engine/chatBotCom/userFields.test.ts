import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { ChatBotCom } from '../../../nodes/ChatBotCom/ChatBotCom.node';
import { byId, itemsOf } from '../../../engine/jobs';
import { useChatBot, userId } from '../../support/chatBotCom';
import { describeBadInput, type BadInput } from '../../support/chatBotComCases';

/** What the fields of a user take. */
const bench = useChatBot();

const rows = (pairs: Record<string, string>) => ({
	row: Object.entries(pairs).map(([name, value]) => ({ name, value })),
});
const email = { default_email: 'ann@example.com' };

const valuesOf = (names: string) =>
	Object.fromEntries(names.split(' ').map((name) => [`default_${name}`, `${name} of Ann`]));

/** The names of the vendor's tables, which differ. */
const forCreation = valuesOf(
	'email name url avatar language timezone gender ip city region country referrer username',
);
const forUpdate = valuesOf(
	'email name url id avatar language timezone gender ip city country referrer real_name',
);

describe('attributes', () => {
	const bodyOf = async (operation: string, parameters: INodeParameters) => {
		const { error } = await bench.run(operation, parameters);
		expect(error).toBeUndefined();
		const { body, contractErrors } = await bench.onlySent();
		expect(contractErrors).toEqual([]);
		return body as { userId?: string; attributes: IDataObject };
	};

	const tables: Array<[string, INodeParameters, Record<string, string>]> = [
		['user.create', {}, forCreation],
		['user.update', { user: byId(userId(4)) }, forUpdate],
	];

	test.each(tables)('%s sends every known one under its name', async (id, rest, attributes) => {
		expect(await bodyOf(id, { ...rest, attributes })).toEqual({ attributes });
	});

	test('an email is enough: no user ID and no segments are sent', async () => {
		const body = await bodyOf('user.create', { userId: '', attributes: email, segments: [] });
		expect(body).toEqual({ attributes: email });
	});

	test('a user ID is enough with an attribute of the own', async () => {
		const customAttributes = rows({ plan: 'pro' });
		const body = await bodyOf('user.create', { userId: 'crm-7', customAttributes });
		expect(body).toEqual({ userId: 'crm-7', attributes: { plan: 'pro' } });
	});

	test('the names of attributes are sent without what cannot be seen', async () => {
		const customAttributes = rows({ '\uFEFFpl\u200Ban ': '\u200Bpro' });
		const body = await bodyOf('user.create', { userId: 'crm-7', customAttributes });
		expect(body.attributes).toEqual({ plan: '\u200Bpro' });
	});

	test('names and values up to their limits', async () => {
		const custom = { ['n-_9'.repeat(32)]: 'x', y: 'z'.repeat(1024) };
		const attributes = { default_name: 'n'.repeat(256), default_url: 'u'.repeat(1024) };
		const parameters = { user: byId(userId(4)), attributes, customAttributes: rows(custom) };
		expect((await bodyOf('user.update', parameters)).attributes).toEqual({
			...attributes,
			...custom,
		});
	});

	test("ChatBot.com's own names may be custom ones where they are not given twice", async () => {
		const customAttributes = rows({ default_city: 'Lublin' });
		const attributes = { ...email, default_city: '' };
		const body = await bodyOf('user.create', { attributes, customAttributes });
		expect(body.attributes).toEqual({ ...email, default_city: 'Lublin' });
	});

	test('a value is counted in characters, not in the units of a text', async () => {
		const custom = { mood: '😀'.repeat(1024) };
		const parameters = { user: byId(userId(4)), customAttributes: rows(custom) };
		expect((await bodyOf('user.update', parameters)).attributes).toEqual(custom);
	});

	test('99 of them', async () => {
		const custom = Object.fromEntries(
			Array.from({ length: 98 }, (_, index) => [`a${index}`, 'x']),
		) as Record<string, string>;
		const { attributes } = await bodyOf('user.create', {
			attributes: email,
			customAttributes: rows(custom),
		});
		expect(Object.keys(attributes)).toHaveLength(99);
	});

	test('numbers of the item become texts', async () => {
		const parameters = {
			user: byId('={{ $json.id }}'),
			customAttributes: rows({ age: '={{ $json.age }}' }),
		};
		const items = itemsOf([{ id: userId(4), age: 42 }]);
		const { error } = await bench.run('user.update', parameters, { items });
		expect(error).toBeUndefined();
		expect((await bench.onlySent()).body).toEqual({ attributes: { age: '42' } });
	});
});

test.each([
	['user', 'create'],
	['user', 'update'],
	['session', 'updateAttributes'],
])('%s %s: Custom Attributes stand after Attributes', (resource, operation) => {
	const shown = new ChatBotCom().description.properties.filter(
		({ displayOptions: { show = {} } = {} }) =>
			show.resource?.includes(resource) && show.operation?.includes(operation),
	);
	const names = shown.map(({ displayName }) => displayName);
	expect(names[names.indexOf('Attributes') + 1]).toBe('Custom Attributes');
});

describe('what makes no sense is told before anything is sent', () => {
	const many = (count: number) =>
		rows(Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, 'x'])));
	const custom = (pairs: Record<string, string>) => ({
		user: byId(userId(4)),
		customAttributes: rows(pairs),
	});
	const nameRule = 'Use letters, digits, _ and -.';
	const badName = "'Custom Attributes' 1: 'Name' is not a name that ChatBot.com takes";
	const table: BadInput[] = [
		[
			'user.create',
			"'User ID' is empty",
			"add the attribute 'Email'",
			{ customAttributes: rows({ plan: 'pro' }) },
		],
		['user.create', "'Attributes' is empty", 'Add one at least', { userId: 'crm-1' }],
		[
			'user.create',
			"'User ID' has 257 characters",
			'Shorten it to 256',
			{ userId: 'x'.repeat(257), attributes: email },
		],
		['user.update', "'Attributes' is empty", 'Add one at least', { user: byId(userId(4)) }],
		[
			'user.update',
			"'Attributes' is empty",
			'Add one at least',
			{ user: byId(userId(4)), attributes: { default_email: '' } },
		],
		['user.update', badName, nameRule, custom({ 'a.b': 'x' })],
		['user.update', badName, nameRule, custom({ 'my plan': 'x' })],
		['user.update', badName, nameRule, custom({ größe: 'x' })],
		['user.update', badName, nameRule, custom({ ['n'.repeat(129)]: 'x' })],
		[
			'user.update',
			"'Custom Attributes' 1: 'Value' has 1025 characters",
			'Use 1 to 1024',
			custom({ plan: 'x'.repeat(1025) }),
		],
		[
			'user.update',
			"'Custom Attributes' 2: 'Value' has 0 characters",
			'Use 1 to 1024',
			custom({ plan: 'pro', size: '={{ $json.none }}' }),
		],
		[
			'user.update',
			"'Custom Attributes' 2: 'Name' 'plan' is there twice",
			'Give each name once',
			{
				user: byId(userId(4)),
				customAttributes: { row: [1, 2].map((value) => ({ name: 'plan', value: `${value}` })) },
			},
		],
		[
			'user.update',
			"'Name' has 257 characters",
			'Shorten it to 256',
			{ user: byId(userId(4)), attributes: { default_name: 'n'.repeat(257) } },
		],
		[
			'user.update',
			"'City' has 1025 characters",
			'Shorten it to 1024',
			{ user: byId(userId(4)), attributes: { default_city: 'c'.repeat(1025) } },
		],
		[
			'user.update',
			"'Custom Attributes' has 100 entries",
			'Give 99 at most',
			{ user: byId(userId(4)), customAttributes: many(100) },
		],
		[
			'user.create',
			"'Attributes' has 100 entries",
			'Give 99 at most',
			{ attributes: email, customAttributes: many(99) },
		],
		...['user.create', 'user.update'].map(
			(operation): BadInput => [
				operation,
				"'Custom Attributes' give default_email again",
				"It is among 'Attributes'.",
				{ ...custom({ plan: 'pro', default_email: 'x@example.com' }), attributes: email },
			],
		),
		[
			'user.ban',
			"'Banned' is empty",
			'Fill it in',
			{ user: byId(userId(4)), banned: '={{ $json.none }}' },
		],
		['user.get', "'User' is empty", 'Fill it in', { user: byId('={{ $json.none }}') }],
		[
			'user.update',
			"'User' is empty",
			'Fill it in',
			{ user: byId('={{ $json.none }}'), attributes: email },
		],
		['user.ban', "'User' is empty", 'Fill it in', { user: byId('={{ $json.none }}') }],
		[
			'user.ban',
			'\'Banned\' cannot be "perhaps"',
			'Use true or false',
			{ user: byId(userId(4)), banned: '={{ "perhaps" }}' },
		],
		[
			'user.addToSegments',
			"'Segment Names or IDs' is empty",
			'Fill it in',
			{ user: byId(userId(4)), segments: '={{ [] }}' },
		],
		[
			'user.addToSegments',
			"'Send Segments As' cannot be 'text'",
			'list, object',
			{ user: byId(userId(4)), segments: ['x'.repeat(24)], options: { form: '={{ "text" }}' } },
		],
	];
	describeBadInput(bench, table);
});
