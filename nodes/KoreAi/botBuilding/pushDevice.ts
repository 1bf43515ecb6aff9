import { returnAllOrLimit } from '../../shared/fields/commonFields';
import { fieldList } from '../../shared/fields/field';
import type { FieldsOf } from '../../shared/fields/fields';
import { input, operation, resource, wholeList } from '../api';
import { botById, botOf } from '../locators';

const check = "To find out, run 'Get Many' for push devices.";

const text = { isId: true } as const;

const user = input('pushDevice.subscribe', 'userId', {
	...text,
	placeholder: 'e.g. u-1a2b3c4d-…',
	description: 'The person, as the JWT grant of the SDK named them',
});

const device = fieldList([
	input('pushDevice.subscribe', 'deviceId', { ...text, description: undefined }),
	input('pushDevice.subscribe', 'osType', {
		displayName: 'OS Type',
		placeholder: 'e.g. Android, iOS',
		description: 'The operating system of the device',
	}),
]);

const selection = fieldList([
	{
		displayName: 'Devices to Unsubscribe',
		name: 'which',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'All of the Person', value: 'all' },
			{ name: 'Selected', value: 'selected' },
		],
		default: 'selected',
	},
	{
		displayName: 'Devices',
		name: 'devices',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Device',
		default: {},
		required: true,
		narrows: true,
		displayOptions: { show: { which: ['selected'] } },
		options: [{ displayName: 'Device', name: 'device', values: device }],
	},
]);

/** The devices to unsubscribe as Kore.ai takes them. Throws NodeOperationError when none is named. */
function devicesIn(fields: FieldsOf<typeof selection>) {
	if (fields.get('which') === 'all') return { unsubscribe: 'all' } as const;
	const rows = fields.rows('devices');
	if (rows.length === 0) fields.fail('devices', 'is empty', 'Add a device.');
	return {
		devices: rows.map((row) => ({ deviceId: row.get('deviceId'), osType: row.get('osType') })),
	};
}

export const pushDevices = resource(
	'Push Device',
	operation('pushDevice.getAll', {
		name: 'Get Many',
		action: 'Get many push devices',
		description: "Retrieve a list of a person's devices that get push notifications",
		fields: [botById, { ...user, sentAs: 'uId' }, ...returnAllOrLimit],
		key: ['deviceId'],
		paging: wholeList('subscribedDevices'),
	}),
	operation('pushDevice.subscribe', {
		name: 'Subscribe',
		action: 'Subscribe push device to notifications',
		description: 'Have the push notifications of a bot sent to a device',
		check,
		fields: [botById, user, ...device],
	}),
	operation('pushDevice.unsubscribe', {
		name: 'Unsubscribe',
		action: 'Unsubscribe push devices from notifications',
		description: 'Have no more push notifications sent to some or all devices of a person',
		check,
		fields: [botById, user, ...selection],
		run: async ({ api, fields }) =>
			await api.call('pushDevice.unsubscribe', {
				path: botOf(fields),
				body: { ...devicesIn(fields), userId: fields.get('userId') },
			}),
	}),
);
