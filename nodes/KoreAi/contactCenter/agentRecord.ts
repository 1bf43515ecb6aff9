import { isUndefined, omitBy } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { checkChanges, collection } from '../../shared/fields/commonFields';
import { objectsIn } from '../../shared/fields/lists';
import { input, operation } from '../api';
import { bot } from '../locators';
import { routes } from '../routes';
import { agent } from './locators';

const UPDATE = 'agent.update';

/** What is sent of an agent, and what of it has to be. */
const PARTS = Object.entries(routes[UPDATE].inputs).filter(([, part]) => part.in === 'body');
const NEEDED = PARTS.filter(([, part]) => 'required' in part).map(([name]) => name);

const isGiven = (value: unknown) => value !== undefined && value !== null;

/** The agent with its changes, as far as a change has it (docs/evidence/kore-ai.md §9.8.4). */
export function recordOf(agentNow: IDataObject, changes: IDataObject): IDataObject {
	const [group] = objectsIn<{ groupId?: string }>(agentNow.agentGroups);
	const { lFullName, fullName, ...now } = agentNow;
	const own: IDataObject = { agentGroupId: group?.groupId, ...now, ...changes };
	const isRenamed = isGiven(changes.firstName) || isGiven(changes.lastName);
	const names = isRenamed
		? { fullName: `${String(own.firstName)} ${String(own.lastName)}` }
		: { fullName, lFullName };
	const all: IDataObject = { ...own, ...names };
	const parts = PARTS.map(([name]) => [name, all[name]]).filter(([, value]) => isGiven(value));
	return Object.fromEntries(parts) as IDataObject;
}

const text = <const Name extends 'firstName' | 'lastName' | 'emailId'>(
	name: Name,
	displayName: string,
) => input(UPDATE, name, { displayName, required: false, isName: true, description: undefined });

/** The operation that changes an agent. */
export const updateAgent = (simplify: (row: IDataObject) => IDataObject) =>
	operation(UPDATE, {
		name: 'Update',
		action: 'Update agent',
		description: 'Change an agent, who is read first and sent back whole',
		check: "To find out, run 'Get' for the agent.",
		simplify,
		inTurn: (fields) => fields.get('agent'),
		fields: [
			bot,
			agent,
			collection('Update Fields', [
				input(UPDATE, 'attachmentsEnabled', {
					description: 'Whether the agent may send and receive attachments',
				}),
				input(UPDATE, 'canSupportChat', { description: 'Whether the agent takes chats' }),
				input(UPDATE, 'canSupportVoice', { description: 'Whether the agent takes calls' }),
				input(UPDATE, 'canSupportVoiceMail', { description: 'Whether the agent takes voicemails' }),
				input(UPDATE, 'customId', {
					displayName: 'Custom ID',
					isId: true,
					description: 'ID of the agent in your own system, without blanks',
				}),
				text('emailId', 'Email'),
				input(UPDATE, 'emojisEnabled', { description: 'Whether the agent may use emojis' }),
				text('firstName', 'First Name'),
				text('lastName', 'Last Name'),
				input(UPDATE, 'maxDigitalChatSupport', { displayName: 'Max Digital Chats' }),
				input(UPDATE, 'maxEmailChatSupport', { displayName: 'Max Email Chats' }),
				input(UPDATE, 'maxMessagingChatSupport', { displayName: 'Max Messaging Chats' }),
				input(UPDATE, 'nickName', { displayName: 'Nickname' }),
				input(UPDATE, 'phoneNumber'),
				input(UPDATE, 'roleId', {
					displayName: 'Role ID',
					required: false,
					isId: true,
					description: "ID of the role, as 'Get' for an agent with that role shows it",
				}),
			]),
		],
		run: async ({ api, fields, inputOf }) => {
			const { path, body } = inputOf(UPDATE);
			checkChanges(fields, body);
			const now = await api.call('agent.get', { path });
			const record = recordOf(now, omitBy(body, isUndefined) as IDataObject);
			const missing = NEEDED.filter((name) => !isGiven(record[name]));
			if (missing.length > 0) {
				api.failShape(
					now,
					`takes no change without ${missing.join(', ')}, and this agent has none`,
					'Nothing was changed. Change the agent in Kore.ai.',
				);
			}
			return await api.call(UPDATE, { path, body: record as never });
		},
	});
