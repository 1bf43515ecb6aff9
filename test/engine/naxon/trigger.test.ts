import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { parse } from 'yaml';

import {
	activate,
	receive,
	type Received,
	type Reception,
	type Setup,
} from '../../support/contexts';
import { byId, fromList } from '../../../engine/jobs';
import { expectEach } from '../../support/each';
import { naxonAccount } from '../../support/naxon';

interface Notification {
	event: string;
	payload: IDataObject & { most_recent_message: IDataObject };
}

/** The vendor's sample (N2), as the contract holds it. */
const contract = parse(
	readFileSync(join(__dirname, '../../../contracts/naxon.openapi.yaml'), 'utf8'),
) as {
	webhooks: Record<
		string,
		{ post: { requestBody: { content: Record<string, { example: Notification }> } } }
	>;
};
const sample = (): Notification =>
	structuredClone(
		contract.webhooks['keyword-notification'].post.requestBody.content['application/json'].example,
	);
const withPayload = (changes: IDataObject) => {
	const { event, payload } = sample();
	return { event, payload: { ...payload, ...changes } };
};

const SECRET = 'Geheim-5up3r';

const trigger = (
	parameters: INodeParameters = {},
	account: Record<string, string> | undefined = {},
): Setup => ({
	node: 'naxonTrigger',
	parameters,
	credentials: naxonAccount('http://127.0.0.1', account),
});

const call = async (setup: Setup, received: Received) => {
	const reception = await receive(setup, received);
	const told = [reception.answer, reception.result, reception.run];
	expect(JSON.stringify(told)).not.toContain(SECRET);
	return reception;
};

function expectStart({ answer, run }: Reception): IDataObject[] {
	expect(answer).toBeUndefined();
	expect(run?.data.resultData.error).toBeUndefined();
	const items = run?.data.resultData.runData.Node[0].data?.main[0] ?? [];
	expect(items).not.toEqual([]);
	return items.map(({ json }) => json);
}

function expectNothing({ answer, result, run }: Reception, status: number): string {
	expect(result).toEqual({ noWebhookResponse: true });
	expect(run).toBeUndefined();
	expect(answer?.status).toBe(status);
	const { message } = answer?.body as { message: string };
	expect(message).toEqual(expect.any(String));
	return message;
}

describe('the documented sample', () => {
	test('starts the workflow with ten flat fields', async () => {
		const { payload } = sample();
		const items = expectStart(await call(trigger(), { body: sample() }));
		expect(items).toEqual([
			{
				id: payload.id,
				model_id: payload.model_id,
				model_name: payload.model_name,
				created_at: payload.created_at,
				keyword: payload.keyword,
				message: payload.most_recent_message.message,
				message_id: payload.most_recent_message.id,
				sender: payload.most_recent_message.sender,
				platform: payload.platform,
				platform_user_id: payload.platform_user_id,
			},
		]);
		expect(Object.keys(items[0])).toHaveLength(10);
	});

	test('starts the workflow with the whole payload when not simplified', async () => {
		const items = expectStart(await call(trigger({ simplify: false }), { body: sample() }));
		expect(items).toEqual([sample().payload]);
	});

	test('starts it too when the conversation has no message yet', async () => {
		const { event, payload } = sample();
		const { most_recent_message: _, ...rest } = payload;
		const [item] = expectStart(await call(trigger(), { body: { event, payload: rest } }));
		expect(item).toMatchObject({ id: payload.id, keyword: payload.keyword });
		expect(item.message).toBeUndefined();
	});
});

test.each(['conversation-closed', ''])('event %j is answered and starts nothing', async (event) => {
	const body = { event, payload: { anything: true } };
	expectNothing(await call(trigger(), { body }), 200);
});

describe('what is no notification is refused with the reason', () => {
	const bodies: Array<[string, unknown, string]> = [
		['an empty object', {}, "'event'"],
		['an array', [], "'event'"],
		['an array that holds a notification', [sample()], "'event'"],
		['no body', undefined, "'event'"],
		['null', null, "'event'"],
		['a text', 'keyword-notification', "'event'"],
		['an event that is no text', { ...sample(), event: 7 }, "'event'"],
		['no payload', { event: 'keyword-notification' }, "'payload'"],
		['a payload of null', { event: 'keyword-notification', payload: null }, "'payload'"],
		['a payload that is a text', { event: 'keyword-notification', payload: 'x' }, "'payload'"],
		['a payload that is a list', { event: 'keyword-notification', payload: [] }, "'payload'"],
	];

	test('whatever is wrong with it', async () => {
		await expectEach(bodies, async ([, body, reason]) => {
			const headers = { 'content-type': 'Application/JSON; charset=utf-8' };
			const message = expectNothing(await call(trigger(), { body, headers }), 400);
			expect(message).toContain(reason);
			expect(message).not.toContain('Content-Type');
		});
	});

	test('and that it has no Content-Type, or another than n8n reads JSON by', async () => {
		const types: Array<[Record<string, string>, string]> = [
			[{}, 'and the header is missing'],
			[{ 'content-type': '' }, 'and the header is missing'],
			[{ 'content-type': 'text/plain' }, 'and the header says text/plain'],
			[{ 'content-type': 'text/json' }, 'and the header says text/json'],
			[{ 'content-type': 'application/jsonp' }, 'and the header says application/jsonp'],
		];
		await expectEach(types, async ([headers, reason]) => {
			// What n8n makes of a body whose type it does not read.
			const message = expectNothing(await call(trigger(), { body: {}, headers }), 400);
			expect(message).toContain(`only with Content-Type: application/json, ${reason}`);
		});
	});
});

describe('a payload whose keyword is missing or no text', () => {
	const keywords = [undefined, null, 7, ['refund'], { a: 1 }];

	test('starts the workflow where any keyword is wanted', async () => {
		await expectEach(keywords, async (keyword) => {
			const body = withPayload({ keyword } as IDataObject);
			const [item] = expectStart(await call(trigger(), { body }));
			expect(item).toMatchObject({ id: body.payload.id, keyword });
			const [raw] = expectStart(await call(trigger({ simplify: false }), { body }));
			expect(raw).toEqual(body.payload);
		});
	});

	test('is refused where only some are, but for a number', async () => {
		const seven = trigger({ keywordMatch: 'exact', keyword: '7' });
		await expectEach(keywords, async (keyword) => {
			const reception = await call(seven, { body: withPayload({ keyword } as IDataObject) });
			if (keyword === 7) expect(expectStart(reception)[0].keyword).toBe(7);
			else expect(expectNothing(reception, 400)).toContain("'payload.keyword'");
		});
	});
});

describe('filters', () => {
	const models: Array<[string, unknown, boolean]> = [
		['left empty', fromList(''), true],
		['the right one by ID', byId('12'), true],
		['the right one as a number', byId(12), true],
		['the right one from the list', fromList('12'), true],
		['the right one between spaces', byId(' 12 '), true],
		['another one', byId('13'), false],
		['one that begins alike', byId('1'), false],
	];

	test('by the model', async () => {
		await expectEach(models, async ([, model, starts]) => {
			const reception = await call(trigger({ model } as INodeParameters), { body: sample() });
			if (starts) expect(expectStart(reception)[0].model_id).toBe(12);
			else expectNothing(reception, 200);
		});
	});

	const keywords: Array<[string, string, string, boolean]> = [
		['any', 'nothing', 'refund', true],
		['exact', 'refund', 'refund', true],
		['exact', ' refund ', 'refund', true],
		['exact', 'Refund', 'refund', false],
		['exact', 'refund', 'refunds', false],
		['exact', 'r.fund', 'refund', false],
		['caseInsensitive', 'ReFund', 'rEfUND', true],
		['caseInsensitive', 'refund', 'refunds', false],
		['pattern', '^ref', 'refund', true],
		['pattern', 'fun.$', 'refund', true],
		['pattern', '^fund', 'refund', false],
		['pattern', 'REFUND', 'refund', false],
		['exact', '={{ 112 }}', '112', true],
		['exact', 'refund ', 'refund ', true],
		['exact', 'refund', ' refund\u00A0', true],
		['exact', '\uFEFFre\u00ADfund', 'refund\u200B', true],
		['exact', 'Größe', 'Größe'.normalize('NFD'), true],
		['exact', 'Größe'.normalize('NFD'), 'Größe', true],
		['exact', 'refund now', 'refund\u00A0now', true],
		['exact', 'refund now', 'refundnow', false],
		['caseInsensitive', 'GRÖSSE', ' grösse '.normalize('NFD'), true],
		['caseInsensitive', ' Refund\u200B', 'reFUND', true],
		['pattern', '^refund$', ' refund\u200B ', true],
		['pattern', '^Größe$', 'Größe'.normalize('NFD'), true],
	];

	test('by the keyword', async () => {
		await expectEach(keywords, async ([keywordMatch, keyword, given, starts]) => {
			const body = withPayload({ keyword: given });
			const reception = await call(trigger({ keywordMatch, keyword }), { body });
			if (starts) expect(expectStart(reception)[0].keyword).toBe(given);
			else expectNothing(reception, 200);
		});
	});
});

test('a pattern that takes for ever on a keyword matches nothing', async () => {
	const body = withPayload({ keyword: `${'a'.repeat(40)}!` });
	const parameters = { keywordMatch: 'pattern', keyword: '^(\\w+\\s?)*$' };
	expectNothing(await call(trigger(parameters), { body }), 200);
});

test('a payload cannot pose as a whole item', async () => {
	const forged = { json: { evil: 1 }, binary: { data: { id: 'filesystem-v2:x' } }, pairedItem: 7 };
	const body = withPayload({ ...sample().payload, ...forged });
	const { result } = await call(trigger({ simplify: false }), { body });
	expect(result.workflowData).toEqual([[{ json: { ...sample().payload, ...forged } }]]);
});

describe('activation', () => {
	test('is refused while a field that is needed is empty', async () => {
		await expectEach(
			[
				['Value', { keywordMatch: 'pattern', keyword: '' }],
				['Value', { keywordMatch: 'exact', keyword: ' ' }],
				['Value', { keywordMatch: 'exact', keyword: '\u200B' }],
				['Parameter Name', { verify: 'query', parameterName: '' }],
			],
			async ([name, parameters]) => {
				const settings = trigger(parameters, { webhookSecret: SECRET });
				await expect(activate(settings)).rejects.toThrow(`'${name}' is empty`);
			},
		);
	});

	test('is refused for a secret that a header cannot carry', async () => {
		const settings = trigger({ verify: 'header', headerName: 'x' }, { webhookSecret: 'zażółć' });
		await expect(activate(settings)).rejects.toThrow('a header cannot carry');
	});

	test('without such a gap is possible', async () => {
		await expectEach(
			[
				{},
				{ keywordMatch: 'exact', keyword: '(' },
				{ keywordMatch: 'pattern', keyword: '^(refund|urgent)$' },
			],
			async (parameters) => {
				expect(await activate(trigger(parameters))).toBe(true);
			},
		);
	});

	test('is refused for a pattern that is none', async () => {
		const refused = activate(trigger({ keywordMatch: 'pattern', keyword: '(refund' }));
		await expect(refused).rejects.toMatchObject({
			message: expect.stringContaining("'Value'") as string,
			description: expect.stringContaining('pattern') as string,
		});
	});

	test.each(['header', 'query'])('with Verify %s needs a secret', async (verify) => {
		const setup = trigger({ verify });
		for (const credentials of [setup.credentials, {}]) {
			await expect(activate({ ...setup, credentials })).rejects.toMatchObject({
				message: expect.stringContaining("'Webhook Secret'") as string,
				description: expect.stringContaining('credential') as string,
			});
		}
		expect(await activate(trigger({ verify }, { webhookSecret: SECRET }))).toBe(true);
	});

	test('without Verify needs no credential', async () => {
		expect(await activate({ ...trigger(), credentials: {} })).toBe(true);
	});
});

describe('the secret', () => {
	const account = { webhookSecret: SECRET };
	const verified = (verify: string, name: string) =>
		trigger({ verify, [verify === 'header' ? 'headerName' : 'parameterName']: name }, account);
	const withSecret = (verify: string, name: string, value: unknown): Received =>
		verify === 'header'
			? { body: sample(), headers: { [name.toLowerCase()]: value as string } }
			: { body: sample(), query: { [name]: value } };

	const places: Array<[string, string]> = [
		['header', 'x-webhook-secret'],
		['header', 'X-Naxon-Secret'],
		['query', 'secret'],
		['query', 'Secret'],
	];

	describe.each(places)('in %s %s', (verify, name) => {
		test('right starts the workflow', async () => {
			const reception = await call(verified(verify, name), withSecret(verify, name, SECRET));
			expect(expectStart(reception)).toHaveLength(1);
		});

		test('that is another starts nothing', async () => {
			await expectEach(
				[
					['wrong', SECRET.replace('5', '6')],
					['in other letters', SECRET.toUpperCase()],
					['shorter', SECRET.slice(0, -1)],
					['longer', `${SECRET}x`],
					['empty', ''],
					['missing', undefined],
					['in a list', [SECRET]],
					['in an object without a prototype', Object.assign(Object.create(null), { a: SECRET })],
				],
				async ([, value]) => {
					const received = withSecret(verify, name, value);
					expectNothing(await call(verified(verify, name), received), 401);
				},
			);
		});

		test('elsewhere starts nothing', async () => {
			const other = verify === 'header' ? 'query' : 'header';
			expectNothing(await call(verified(verify, name), withSecret(other, name, SECRET)), 401);
			const otherName = withSecret(verify, `${name}-2`, SECRET);
			expectNothing(await call(verified(verify, name), otherName), 401);
		});

		test('is checked before anything is told about the body', async () => {
			expectNothing(await call(verified(verify, name), { body: {} }), 401);
		});
	});

	test('is in no output, raw or simplified', async () => {
		for (const simplify of [true, false]) {
			const setup = trigger({ verify: 'header', headerName: 'x-s', simplify }, account);
			expectStart(await call(setup, { body: sample(), headers: { 'x-s': SECRET } }));
		}
	});

	test('never lets a call through when the credential has lost it', async () => {
		for (const given of [undefined, '']) {
			const setup = trigger({ verify: 'query' });
			const outcome = await receive(setup, withSecret('query', 'secret', given)).catch(
				(reason: Error) => reason,
			);
			expect(outcome).toMatchObject({
				message: expect.stringContaining("'Webhook Secret'") as string,
			});
		}
	});

	test('is not asked for when Verify is None', async () => {
		const reception = await call(trigger({ verify: 'none' }, account), { body: sample() });
		expect(expectStart(reception)).toHaveLength(1);
	});
});

describe('while the editor listens', () => {
	const verified = trigger({ verify: 'query', parameterName: 'secret' }, { webhookSecret: SECRET });

	test('what is refused is an error of the node, which the editor shows', async () => {
		const headers = { 'content-type': 'application/json' };
		await expectEach(
			[
				[{ body: sample() }, 'The secret is missing or wrong', '401'],
				[{ body: sample(), query: { secret: 'wrong' } }, 'The secret is missing or wrong', '401'],
				[{ body: {}, headers, query: { secret: SECRET } }, 'Not a notification of Naxon', '400'],
			] as Array<[Received, string, string]>,
			async ([received, message, status]) => {
				const refused = receive(verified, received, 'manual');
				await expect(refused).rejects.toMatchObject({
					name: 'NodeOperationError',
					message: expect.stringContaining(`A call was refused: ${message}`) as string,
					description: expect.stringContaining(`answered with ${status}`) as string,
				});
				expect(await refused.catch(String)).not.toContain(SECRET);
			},
		);
	});

	test('what is in order is taken, or waited on for the next', async () => {
		const query = { secret: SECRET };
		expectStart(await receive(verified, { body: sample(), query }, 'manual'));
		const body = { ...sample(), event: 'another' };
		expectNothing(await receive(verified, { body, query }, 'manual'), 200);
	});
});
