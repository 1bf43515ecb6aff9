/** Devices that get the push notifications of a bot. */
import type { Handler } from '../../types';
import type { PushDevice } from './buildingState';
import { find, type KoreAiState } from './state';

/** Handlers of the three push notification calls. */
export function pushDeviceHandlers(state: KoreAiState): Record<string, Handler> {
	const { pushDevices } = state.building;
	const ownerOf = (botId: string, userId: string) =>
		`${find(state.bots, botId, 'Bot').id} ${userId}`;
	const devicesOf = (owner: string) => pushDevices[owner] ?? [];

	return {
		'pushDevice.subscribe': ({ params, body }) => {
			const { userId, deviceId, osType } = body as PushDevice & { userId: string };
			const owner = ownerOf(params.botId, userId);
			// Guess: a second time changes nothing.
			const others = devicesOf(owner).filter((device) => device.deviceId !== deviceId);
			pushDevices[owner] = [...others, { deviceId, osType }];
			const deviceDetails = { deviceId, osType, status: 'Subscribed' };
			return { success: true, message: 'Device Subscribed', deviceDetails };
		},
		'pushDevice.getAll': ({ params, query }) => {
			const devices = devicesOf(ownerOf(params.botId, String(query.uId)));
			const rows = devices.map((device) => ({ ...device, status: 'Subscribed' }));
			return { subscribedDevices: rows };
		},
		'pushDevice.unsubscribe': ({ params, body }) => {
			const { userId, devices } = body as { userId: string; devices?: PushDevice[] };
			const owner = ownerOf(params.botId, userId);
			if (devices === undefined) {
				delete pushDevices[owner];
				return { success: true, message: 'All Devices are unsubscribed' };
			}
			const named = new Set(devices.map(({ deviceId }) => deviceId));
			const gone = devicesOf(owner).filter(({ deviceId }) => named.has(deviceId));
			const known = new Set(gone.map(({ deviceId }) => deviceId));
			pushDevices[owner] = devicesOf(owner).filter((device) => !gone.includes(device));
			return {
				success: true,
				message: 'Requested devices are Unsubscribed',
				unsubscribedDevices: gone.map((device) => ({ ...device, status: 'unsubscribed' })),
				invalidDeviceIds: devices
					.filter(({ deviceId }) => !known.has(deviceId))
					.map(({ deviceId }) => ({ deviceId })),
			};
		},
	};
}
