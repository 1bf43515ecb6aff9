import type { INodeParameters } from 'n8n-workflow';

import { BOT, BOT_APP, shownFields, useKore } from '../../support/koreAi';
import { BUILDING_MINIMAL } from '../../support/koreAiBuilding';
import { done } from '../../support/koreAiKnowledge';
import { testEach } from '../../support/sandbox';

/** Push Device. */
const kore = useKore();
const { answerWith, fault, onlySent, runToError, sent } = kore;

const account = BOT_APP;
const B = `/api/public/streams/${BOT}`;
const person = { userId: 'u-1' };
const PHONE = { deviceId: 'phone-1', osType: 'Android' };
const TABLET = { deviceId: 'tablet-1', osType: 'iOS' };

const subscribe = async (device: INodeParameters) =>
	await done(kore, 'pushDevice.subscribe', { ...person, ...device }, { account });
const devices = async () =>
	await done(kore, 'pushDevice.getAll', { ...person, returnAll: true }, { account });
const unsubscribe = async (own: INodeParameters) =>
	await done(kore, 'pushDevice.unsubscribe', { ...person, ...own }, { account });

test('Subscribe', async () => {
	const [output] = await subscribe(PHONE);
	expect(await onlySent()).toMatchObject({
		method: 'POST',
		path: `${B}/sdknotifications/subscribe`,
		body: { ...PHONE, ...person },
		contractErrors: [],
	});
	expect(output).toEqual({
		success: true,
		message: 'Device Subscribed',
		deviceDetails: { ...PHONE, status: 'Subscribed' },
	});
	expect(Object.keys(output).sort()).toEqual(shownFields('pushDevice.subscribe').sort());
});

test('Get Many: the devices of one person, or none', async () => {
	expect(await devices()).toEqual([]);
	await subscribe(PHONE);
	await subscribe(TABLET);
	await subscribe({ ...TABLET, userId: 'u-2' });
	const rows = [PHONE, TABLET].map((device) => ({ ...device, status: 'Subscribed' }));
	expect(await devices()).toEqual(rows);
	expect((await sent('pushDevice.getAll')).at(-1)).toMatchObject({
		path: `${B}/subscribeddevices`,
		query: { uId: 'u-1' },
		contractErrors: [],
	});
	expect(Object.keys(rows[0]).sort()).toEqual(shownFields('pushDevice.getAll').sort());
	const [first] = await done(kore, 'pushDevice.getAll', { ...person, limit: 1 }, { account });
	expect(first).toEqual(rows[0]);
});

test('Unsubscribe: selected devices, and those that Kore.ai does not know', async () => {
	await subscribe(PHONE);
	await subscribe(TABLET);
	const unknown = { deviceId: 'lost', osType: 'iOS' };
	const [output] = await unsubscribe({ devices: { device: [PHONE, unknown] } });
	const [request] = await sent('pushDevice.unsubscribe');
	expect(request).toMatchObject({ method: 'DELETE', contractErrors: [] });
	expect(request.path).toBe(`${B}/sdknotifications/unsubscribe`);
	expect(request.body).toEqual({ devices: [PHONE, unknown], ...person });
	expect(output).toEqual({
		success: true,
		message: 'Requested devices are Unsubscribed',
		unsubscribedDevices: [{ ...PHONE, status: 'unsubscribed' }],
		invalidDeviceIds: [{ deviceId: 'lost' }],
	});
	expect(await devices()).toMatchObject([TABLET]);
});

test('Unsubscribe: all devices', async () => {
	await subscribe(PHONE);
	await unsubscribe({ which: 'all' });
	const [request] = await sent('pushDevice.unsubscribe');
	expect(request.body).toEqual({ unsubscribe: 'all', ...person });
	expect(await devices()).toEqual([]);
});

const none = '={{ $json.none }}';
const refused: Array<[string, INodeParameters, string]> = [
	['pushDevice.getAll', { userId: none }, "'User ID' is empty"],
	['pushDevice.subscribe', { deviceId: none }, "'Device ID' is empty"],
	['pushDevice.subscribe', { osType: none }, "'OS Type' is empty"],
	['pushDevice.unsubscribe', { devices: {} }, "'Devices' is empty"],
	[
		'pushDevice.unsubscribe',
		{ devices: { device: [{ deviceId: none, osType: 'iOS' }] } },
		"'Devices' 1: 'Device ID' is empty",
	],
];

testEach('what makes no sense is told before anything is sent', refused, async (one) => {
	const [id, own, message] = one;
	const error = await runToError(id, { ...BUILDING_MINIMAL[id], ...own }, { account });
	expect(error.message).toBe(`${message} [item 0]`);
	expect(await sent()).toEqual([]);
});

test('each takes an app of the bot', async () => {
	for (const id of ['pushDevice.getAll', 'pushDevice.subscribe', 'pushDevice.unsubscribe']) {
		const error = await runToError(id, BUILDING_MINIMAL[id]);
		expect(error.message).toContain('that was created in the bot');
	}
	expect(await sent()).toEqual([]);
});

test('an answer that shows no success is none', async () => {
	const own = BUILDING_MINIMAL['pushDevice.subscribe'];
	await answerWith('pushDevice.subscribe', { success: false, message: 'No such user' });
	const error = await runToError('pushDevice.subscribe', own, { account });
	expect(error.message).toContain('No such user');
});

test('a lost answer is not asked for again', async () => {
	await fault('pushDevice.unsubscribe', { kind: 'status', status: 502 });
	const own = BUILDING_MINIMAL['pushDevice.unsubscribe'];
	const error = await runToError('pushDevice.unsubscribe', own, { account });
	expect(error.description).toContain("run 'Get Many' for push devices");
	expect(await sent()).toHaveLength(1);
});
