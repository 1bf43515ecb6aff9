import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { BOT, hurry, pairs, shownFields, useKore } from '../../support/koreAi';
import { testEach } from '../../support/sandbox';

/** Notification: messages that nobody asked for, in both versions of the API, and how far they are. */
const { run, runToError, sent, onlySent, answerWith, state } = useKore();

const SEND = 'notification.send';
const STATUS = 'notification.getStatus';
const TWO = ['jane@example.com', 'john@example.com'];
const hello: INodeParameters = { message: 'Hello', recipients: TWO };
const WAIT = { wait: true, waitInterval: 1, waitLimit: 30 };
const order = async () => (await sent()).map(({ operationId }) => operationId);

beforeEach(hurry);
afterEach(() => jest.restoreAllMocks());

/** The body that each channel takes, by the samples of docs/evidence/kore-ai.md §5. */
const BODIES: Array<[INodeParameters, string, IDataObject]> = [
	[
		{ channel: 'ivr', options: { webhookInstanceName: 'Webhook' } },
		'V2',
		{
			channel: 'ivr',
			webhookInstanceName: 'Webhook',
			content: { type: 'text', value: 'Hello' },
			identities: [{ email: TWO[0] }, { email: TWO[1] }],
		},
	],
	[
		{ channel: 'hangouts' },
		'V2',
		{
			channel: 'hangouts',
			content: { type: 'text', value: 'Hello' },
			identities: [{ spaceId: TWO[0] }, { spaceId: TWO[1] }],
		},
	],
	[
		{ channel: 'whatsapp', type: 'template', template: '{ "type": "image" }' },
		'V2',
		{
			channel: 'whatsapp',
			message: { type: 'template', value: { type: 'image' } },
			identities: [{ phoneNumber: TWO[0] }, { phoneNumber: TWO[1] }],
		},
	],
	[
		{ channel: 'msteams', type: 'template', template: '"Hello {name}"' },
		'V2',
		{
			channel: 'msteams',
			message: { type: 'template', value: 'Hello {name}' },
			identities: [{ email: TWO[0] }, { email: TWO[1] }],
		},
	],
	[
		{ channel: 'ivr', options: { sendAs: 'message' } },
		'V2',
		{
			channel: 'ivr',
			message: { type: 'text', value: 'Hello' },
			identities: [{ email: TWO[0] }, { email: TWO[1] }],
		},
	],
	[
		{
			specifyRecipients: 'json',
			recipientsJson: [{ email: 'jane@example.com', parameters: { name: 'Jane' } }],
		},
		'V2',
		{
			channel: 'ivr',
			content: { type: 'text', value: 'Hello' },
			identities: [{ email: 'jane@example.com', parameters: { name: 'Jane' } }],
		},
	],
	[
		{ apiVersion: 'v1', channelV1: 'slack', type: 'script' },
		'',
		{ channel: 'slack', message: { type: 'script', val: 'Hello' }, identities: TWO },
	],
];

testEach('goes out in the form of version and channel', BODIES, async ([own, version, body]) => {
	const { json, outputs, error } = await run(SEND, { ...hello, ...own });
	expect(error).toBeUndefined();
	const request = await onlySent();
	expect(request).toMatchObject({
		method: 'POST',
		path: `/api/public/bot/${BOT}/notify${version}`,
		contractErrors: [],
	});
	expect(request.body).toEqual({ userIdentityType: 'resolve', ...body });
	expect(pairs(outputs[0])).toEqual([0]);
	const { _id: requestId } = request.responseBody as IDataObject;
	expect(json[0]).toMatchObject({ requestId, status: 'IN_PROGRESS', sent: 0, failed: [] });
	for (const name of Object.keys(json[0])) expect(shownFields(SEND)).toContain(name);
});

describe.each(['v1', 'v2'])('with Wait for Completion, %s', (version) => {
	const statusId = version === 'v1' ? 'notification.getStatusV1' : STATUS;
	const own = { ...hello, ...WAIT, apiVersion: version };

	test('comes the outcome, once it is there', async () => {
		const { json, error } = await run(SEND, own);
		expect(error).toBeUndefined();
		const [begun, ...looks] = await order();
		expect(begun).toBe(version === 'v1' ? 'notification.sendV1' : SEND);
		expect(looks).toEqual([statusId, statusId, statusId]);
		const [{ id: requestId }] = (await state()).notifications;
		expect(json).toEqual([{ requestId, status: 'SUCCESS', count: 2, sent: 2, failed: [] }]);
	});

	test('those who could not be reached are named', async () => {
		const { json } = await run(SEND, { ...own, recipients: ['unknown-1', TWO[0]] });
		expect(json[0]).toMatchObject({
			status: 'PARTIAL_SUCCESS',
			sent: 1,
			failed: [{ identity: 'unknown-1', comments: "Identity isn't associated with the channel" }],
		});
	});

	test('that nobody could be reached fails the item', async () => {
		const error = await runToError(SEND, { ...own, recipients: ['unknown-1', 'unknown-2'] });
		expect(error.message).toBe(
			"Kore.ai could not notify anybody: Identity isn't associated with the channel [item 0]",
		);
		expect(error.description).toMatch(/Request ID: ds-/);
	});

	test('and a status that goes on, the item fails in time', async () => {
		await answerWith(statusId, { status: 'IN_PROGRESS', count: 2 }, { count: 99_999 });
		const error = await runToError(SEND, { ...own, waitLimit: 1 });
		expect(error.message).toBe('The notification is still IN_PROGRESS after 1 second [item 0]');
		expect(error.description).toMatch(/'Get Status' and the request ID ds-/);
	});

	test('Get Status: as far as it is', async () => {
		const { json: begun } = await run(SEND, { ...hello, apiVersion: version });
		const requestId = String(begun[0].requestId);
		const { json } = await run(STATUS, { requestId, apiVersion: version });
		const [, request] = await sent();
		expect(request).toMatchObject({ method: 'GET', operationId: statusId, contractErrors: [] });
		expect(json).toEqual([{ requestId, status: 'IN_PROGRESS', count: 2, sent: 0, failed: [] }]);
		const error = await runToError(STATUS, { requestId: 'ds-nobody', apiVersion: version });
		expect(error.description).toContain('Request not found: ds-nobody');
	});
});

testEach(
	'with what makes no sense nothing is sent',
	[
		[{ ...hello, recipients: '={{ [] }}' }, "'Recipients' is empty"],
		[{ ...hello, recipients: ['a@b.c, d@e.f'] }, /'Recipients' has several values in one entry/],
		[
			{ ...hello, recipients: `={{ Array.from({ length: 1001 }, (_, i) => 'u' + i) }}` },
			"'Recipients' has 1001 entries",
		],
		[
			{ ...hello, specifyRecipients: 'json', recipientsJson: '{}' },
			"'Recipients' is no list of objects",
		],
		[{ ...hello, specifyRecipients: 'json', recipientsJson: '[]' }, "'Recipients' is empty"],
		[
			{
				...hello,
				specifyRecipients: 'json',
				recipientsJson: `={{ Array.from({ length: 1001 }, () => ({ email: 'a@b.c' })) }}`,
			},
			"'Recipients' has 1001 entries",
		],
		[{ ...hello, apiVersion: 'v1', type: 'template' }, "'Message Type' cannot be 'template' in V1"],
		[{ ...hello, type: 'template', template: '[1]' }, "'Template' is neither an object nor a text"],
	] as Array<[INodeParameters, string | RegExp]>,
	async ([own, message]) => {
		const error = await runToError(SEND, own);
		expect(error.message).toMatch(message);
		expect(error).toMatchObject({ cause: 'configuration-invalid', pairedItem: { item: 0 } });
		expect(await sent()).toEqual([]);
	},
);
