import type { IDataObject } from 'n8n-workflow';

import { textIn } from '../shared/call/answers';
import { fieldList } from '../shared/fields/field';
import { objectsIn } from '../shared/fields/lists';
import { completion } from '../shared/node/completion';
import { input, operation, resource } from './api';
import { isUnderWay } from './job';
import { bot, botOf } from './locators';
import { bodyOfV1, bodyOfV2, fields as sendFields } from './notificationFields';

interface Log {
	originalId?: unknown;
	status?: unknown;
	comments?: unknown;
	requestId?: unknown;
}

/** `SUCCESS`, `FAILURE` and `PARTIAL_SUCCESS` are documented, and `IN_PROGRESS`; the others would mean that it goes on. */
const FAILED = /^fail/i;
const SENT = /^success/i;

const isDone = ({ status }: IDataObject) => !isUnderWay(status);

const failedIn = ({ statusLogs }: IDataObject) =>
	objectsIn<Log>(statusLogs)
		.filter(({ status }) => !SENT.test(String(status)))
		.map(({ originalId, comments }) => ({ identity: originalId, comments }));

/** How far a notification is, and whom it did not reach. */
export function simplify(job: IDataObject): IDataObject {
	const logs = objectsIn<Log>(job.statusLogs);
	const failed = failedIn(job);
	return {
		requestId: job._id ?? (logs[0]?.requestId as string | undefined),
		status: job.status,
		count: job.count ?? (job.store as IDataObject | undefined)?.identitiesCount,
		sent: logs.length - failed.length,
		failed: failed as IDataObject[],
	};
}

const STATUS = { v1: 'notification.getStatusV1', v2: 'notification.getStatus' } as const;

const send = operation('notification.send', {
	name: 'Send',
	action: 'Send notification',
	description: 'Send a message to up to 1,000 people by a channel of a bot, without being asked',
	check: 'To find out, look whether the people got it: Kore.ai has no list of notifications.',
	simplify,
	fields: sendFields,
	run: async ({ api, fields }) => {
		const path = botOf(fields);
		const version = fields.get('apiVersion');
		const begun =
			version === 'v1'
				? await api.call('notification.sendV1', { path, body: bodyOfV1(fields) })
				: await api.call('notification.send', { path, body: bodyOfV2(fields) });
		if (!fields.get('wait')) return begun;
		const requestId = String(begun._id);
		const over = await completion(api, fields, {
			begun: [
				'The notification has begun',
				`Look later with 'Get Status' and the request ID ${requestId}.`,
			],
			read: async (patient) =>
				await patient.call(STATUS[version], { path: { ...path, requestId } }),
			isDone,
			late: ({ status }) => `The notification is still ${String(status)}`,
		});
		if (FAILED.test(String(over.status))) {
			const reasons = failedIn(over).flatMap(({ comments }) => textIn(comments));
			api.fail(
				`Kore.ai could not notify anybody: ${[...new Set(reasons)].join(', ') || String(over.status)}`,
				`Check the channel, and how people are named in it. Request ID: ${requestId}.`,
			);
		}
		return { _id: requestId, ...over };
	},
});

const statusFields = fieldList([
	bot,
	{
		displayName: 'API Version',
		name: 'apiVersion',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'V1', value: 'v1' },
			{ name: 'V2', value: 'v2' },
		],
		default: 'v2',
		description: 'The one that the notification was sent with',
	},
	input('notification.getStatus', 'requestId', {
		isId: true,
		placeholder: 'e.g. ds-1a2b3c4d-…',
		description: "The requestId that 'Send' returned (_id without Simplify)",
	}),
]);

const getStatus = operation('notification.getStatus', {
	name: 'Get Status',
	action: 'Get status of notification',
	description: 'Retrieve how far a notification is, person by person',
	simplify,
	fields: statusFields,
	run: async ({ api, fields, inputOf }) => {
		const id = STATUS[fields.get('apiVersion')];
		const { requestId } = inputOf(id).path;
		return { _id: requestId, ...(await api.call(id, inputOf(id))) };
	},
});

export const notifications = resource('Notification', send, getStatus);
