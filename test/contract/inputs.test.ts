import { routes as chatBotCom } from '../../nodes/ChatBotCom/routes';
import { routes as koda } from '../../nodes/Koda/routes';
import { routes as koopid } from '../../nodes/Koopid/routes';
import { routes as koreAi } from '../../nodes/KoreAi/routes';
import { routes as naxon } from '../../nodes/Naxon/routes';
import type { Input, Route } from '../../nodes/shared/call/vendor';

const vendors: Record<string, Record<string, Route>> = {
	chatBotCom,
	koda,
	koopid,
	koreAi,
	naxon,
};

/** What the contracts say, copied by hand; texts apart. */
const cases: Array<
	[vendor: string, operation: string, name: string, said: Omit<Input, 'description'>]
> = [
	[
		'naxon',
		'model.get',
		'model_id',
		{ in: 'path', type: 'integer', format: 'int64', required: true, example: 123 },
	],
	['koda', 'callList.getAll', 'on_page', { in: 'query', type: 'number', default: 20, example: 3 }],
	[
		'naxon',
		'conversation.getAll',
		'sort',
		{ in: 'query', type: 'string', enum: ['created_at', 'updated_at'], default: 'created_at' },
	],
	[
		'koda',
		'document.parseUrl',
		'url',
		{ in: 'body', type: 'string', format: 'uri', required: true },
	],
	[
		'koda',
		'document.parseUrl',
		'chunk_size',
		{ in: 'body', type: 'integer', default: 500, minimum: 100, maximum: 1000 },
	],
	// The object requires it, and a part of its `allOf` has it.
	[
		'koda',
		'callList.create',
		'start_block_id',
		{ in: 'body', type: 'string', required: true, example: '5d306675-4500-409d-80a2-6d16ac28db58' },
	],
	[
		'koda',
		'callList.create',
		'campaign_allowed_days',
		{
			in: 'body',
			type: 'array',
			items: { type: 'string', enum: ['0', '1', '2', '3', '4', '5', '6'] },
		},
	],
	[
		'koreAi',
		'customerData.delete',
		'userIds',
		{
			in: 'body',
			type: 'array',
			minItems: 1,
			items: { type: 'string', minLength: 1 },
			required: true,
		},
	],
	[
		'koreAi',
		'bot.uploadFile',
		'fileContext',
		{ in: 'body', type: 'string', required: true, example: 'bulkImport' },
	],
	// Two forms of a text, and a text or a list of texts.
	['koreAi', 'session.getAll', 'dateFrom', { in: 'body', type: 'string', example: '2019-04-01' }],
	['chatBotCom', 'user.create', 'segments', { in: 'body' }],
	[
		'chatBotCom',
		'segment.addUsers',
		'users',
		{
			in: 'body',
			type: 'array',
			minItems: 1,
			maxItems: 1000,
			items: { type: 'string' },
			required: true,
		},
	],
	['koopid', 'analytics.post', 'interval', { in: 'body' }],
];

test.each(cases)('%s %s takes %s as its contract says', (vendor, operation, name, said) => {
	const { description: _, ...input } = vendors[vendor][operation].inputs?.[name] ?? {};
	expect(input).toEqual(said);
});

test('an input has the words of its contract', () => {
	const { model_id: id } = vendors.naxon['model.get'].inputs ?? {};
	const { chunk_size: size } = vendors.koda['document.parseUrl'].inputs ?? {};
	expect([id.description, size.description]).toEqual([
		'ID of the model',
		"Size of content chunks for processing. Used only if chunk_mode is 'text'.",
	]);
});

test.each([
	['koda', 'callList.pause', undefined, ['botId', 'listId']],
	[
		'koda',
		'chat.sendFile',
		'multipart',
		['botId', 'platformUserId', 'audio', 'image', 'file', 'video'],
	],
	['chatBotCom', 'segment.update', 'json', ['id', 'name']],
	// Its body may be a list.
	['chatBotCom', 'user.addToSegments', 'json', ['id']],
	['chatBotCom', 'segment.getAll', undefined, undefined],
])('%s %s has a body of its kind, and these inputs', (vendor, operation, body, names) => {
	const route = vendors[vendor][operation];
	expect(route.body).toBe(body);
	expect(route.inputs && Object.keys(route.inputs)).toEqual(names);
});
