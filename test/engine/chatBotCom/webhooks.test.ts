import { byId, fromList, itemsOf } from '../../../engine/jobs';
import type { Webhook } from '../../../sandbox/vendors/chatBotCom/state';
import {
	SKIP_FAILED,
	UNKNOWN,
	chatBotAccount,
	errorOf,
	expectFitsSchema,
	useChatBot,
} from '../../support/chatBotCom';
import { describeBadInput, describeNotFound, expectNotFound } from '../../support/chatBotComCases';
import { useListeners } from '../../support/chatBotComWebhook';
import { activate } from '../../support/contexts';

const bench = useChatBot();
const listen = useListeners(() => bench.sandbox().url);

const registered = async (): Promise<Webhook[]> => (await bench.state()).webhooks;

/** Registers a webhook whose address answers the challenge, since a trigger listens there. */
async function aWebhook(): Promise<Webhook> {
	const before = await registered();
	await activate((await listen()).setup);
	return (await registered()).slice(before.length)[0];
}

const secrets = { username: 'ann', password: 'hunter2' };
const done = { timestamp: expect.any(String) as string, status: { code: 200, type: 'success' } };

describe('Get Many and Get', () => {
	test('the list once, with the fields that ChatBot.com shows', async () => {
		const rows = [await aWebhook(), await aWebhook()];
		const { json } = await bench.run('webhook.getAll', { returnAll: true });
		expect(json).toEqual(rows.map(({ id, name, url }) => ({ id, name, url, error: '' })));
		expectFitsSchema('webhook.getAll', json[0]);
		expect((await bench.run('webhook.getAll', { limit: 1 })).json).toEqual([json[0]]);
	});

	test('one without its token, password and headers', async () => {
		await bench.answerWith('webhook.get', {
			id: '5a21a9e21ec94a0007f9ac19',
			name: 'Webhook example',
			url: 'https://example.com',
			token: 'qwerty',
			headers: [{ name: 'Authorization', value: 'Bearer s3cret' }],
			auth: secrets,
			error: { date: '2017-12-04T15:06:12.053Z', message: 'timeout of 10000ms exceeded' },
		});
		const { json, outputs } = await bench.run('webhook.get', { webhook: byId(UNKNOWN) });
		expect(json).toEqual([
			{
				id: '5a21a9e21ec94a0007f9ac19',
				name: 'Webhook example',
				url: 'https://example.com',
				username: 'ann',
				error: { date: '2017-12-04T15:06:12.053Z', message: 'timeout of 10000ms exceeded' },
			},
		]);
		expectFitsSchema('webhook.get', json[0]);
		expect(JSON.stringify(outputs)).not.toMatch(/qwerty|s3cret|hunter2/);
	});
});

describe('Create', () => {
	test.each([
		[{}, { auth: {} }],
		[
			{ token: 'qwerty', ...secrets },
			{ token: 'qwerty', auth: secrets },
		],
		[{ username: 'ann' }, { auth: { username: 'ann' } }],
	])('with the options %j', async (options, sent) => {
		// The sandbox asks the address, which answers to the trigger's own token only.
		await bench.answerWith('webhook.create', { id: 'w1', ...done, timestamp: 'now' });
		const { json, error } = await bench.run('webhook.create', {
			name: 'Order status',
			url: 'https://example.com/chatbot',
			options,
		});
		expect(error).toBeUndefined();
		expect(json).toEqual([{ id: 'w1', timestamp: 'now', status: done.status }]);
		expectFitsSchema('webhook.create', json[0]);
		const request = await bench.onlySent();
		expect(request).toMatchObject({ method: 'POST', path: '/webhooks', contractErrors: [] });
		expect(request.body).toEqual({
			name: 'Order status',
			url: 'https://example.com/chatbot',
			headers: [],
			...sent,
		});
	});

	test('an address that answers the challenge is added, any other is refused', async () => {
		const { url, token } = await aWebhook();
		const parameters = { name: 'Second', url, options: { token } };
		expect((await bench.run('webhook.create', parameters)).error).toBeUndefined();
		expect((await registered()).at(-1)).toMatchObject({ name: 'Second', url, token });
		const before = await registered();
		const error = await bench.runToError('webhook.create', {
			...parameters,
			options: { token: 'another' },
		});
		expect(error).toMatchObject({ httpCode: '400', cause: 'configuration-invalid' });
		expect(error.description).toContain('Webhook verification failed: status 401');
		expect(JSON.stringify(error)).not.toContain('another');
		expect(await registered()).toEqual(before);
	});
});

describe('Update', () => {
	test.each([
		[{ name: 'Renamed' }, { name: 'Renamed' }],
		[{ url: 'https://example.com' }, { url: 'https://example.com' }],
		[{ token: 'another' }, { token: 'another' }],
		[{ password: 'hunter2' }, { auth: { password: 'hunter2' } }],
	])('%j is all that changes', async (updateFields, change) => {
		const { id, ...now } = await aWebhook();
		const { json, error } = await bench.run('webhook.update', {
			webhook: fromList(id),
			updateFields,
		});
		expect(error).toBeUndefined();
		expect(json).toEqual([done]);
		expectFitsSchema('webhook.update', json[0]);
		const [request] = await bench.sent('webhook.update');
		expect(request).toMatchObject({ method: 'PUT', path: `/webhooks/${id}`, contractErrors: [] });
		expect(request.body).toEqual({ ...now, ...change });
		expect(await registered()).toEqual([{ id, ...now, ...change }]);
	});

	test('username and password that are not changed stay', async () => {
		const { id, name, url } = await aWebhook();
		await bench.answerWith('webhook.get', { id, name, url, auth: secrets, error: {} });
		const updateFields = { username: 'eve' };
		await bench.run('webhook.update', { webhook: byId(id), updateFields });
		const [{ body }] = await bench.sent('webhook.update');
		expect(body).toEqual({ name, url, auth: { username: 'eve', password: 'hunter2' } });
	});

	test('one that is not there is told, and nothing is sent', async () => {
		const parameters = { webhook: byId(UNKNOWN), updateFields: { name: 'x' } };
		const error = await bench.runToError('webhook.update', parameters);
		expectNotFound(error, 'webhook.get', `Webhook not found: ${UNKNOWN}`);
		expect(await bench.sent('webhook.update')).toEqual([]);
	});
});

describe('Delete', () => {
	test('removes it once DELETE is typed', async () => {
		const [first, second] = [await aWebhook(), await aWebhook()];
		const parameters = { webhook: byId(first.id), confirmation: 'DELETE' };
		const { json } = await bench.run('webhook.delete', parameters);
		expect(json).toEqual([{ deleted: true }]);
		expectFitsSchema('webhook.delete', json[0]);
		expect(await registered()).toEqual([second]);
	});

	test('one item that fails does not stop the others', async () => {
		const [first, second] = [await aWebhook(), await aWebhook()];
		const { outputs } = await bench.run(
			'webhook.delete',
			{ webhook: byId('={{ $json.id }}'), confirmation: 'DELETE' },
			{
				items: itemsOf([first, { id: UNKNOWN }, second].map(({ id }) => ({ id }))),
				...SKIP_FAILED,
			},
		);
		expect(outputs[0].map(({ json }) => json.deleted)).toEqual([true, undefined, true]);
		expect(errorOf(outputs[0][1]).message).toContain('[item 1]');
		expect(await registered()).toEqual([]);
	});
});

const webhook = byId(UNKNOWN);

describe('what ChatBot.com does not know', () => {
	describeNotFound(bench, [
		['webhook.get', `Webhook not found: ${UNKNOWN}`, { webhook }],
		['webhook.delete', `Webhook not found: ${UNKNOWN}`, { webhook, confirmation: 'DELETE' }],
	]);
});

describe('what makes no sense is told before anything is sent', () => {
	const none = '={{ $json.none }}';
	describeBadInput(bench, [
		['webhook.create', "'Name' is empty", 'Fill it in', { name: none, url: 'https://a.example' }],
		['webhook.create', "'URL' is empty", 'Fill it in', { name: 'n8n', url: none }],
		['webhook.get', "'Webhook' is empty", 'Fill it in', { webhook: byId(none) }],
		['webhook.update', "'Update Fields' is empty", 'Add what is to be changed', { webhook }],
		[
			'webhook.delete',
			"'Confirmation' does not say DELETE",
			'Nothing was deleted',
			{ webhook, confirmation: 'delete' },
		],
	]);
});

test('the client token is good for none of it', async () => {
	const { url } = bench.sandbox();
	const credentials = chatBotAccount(url, { accessToken: 'chatbot-client-token' });
	const error = await bench.runToError('webhook.getAll', {}, { credentials });
	expect(error).toMatchObject({ httpCode: '401', cause: 'credential-invalid' });
	expect(JSON.stringify(error)).not.toContain('chatbot-client-token');
});
