import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../../engine/jobs';

/** What deletes asks for it. */
const confirmed = { confirmation: 'DELETE' };

const group = { name: 'Day Shift', description: 'From six to two' };

const cellPhone = { countryCode: '+91', phoneNumber: '9876501234', extension: '+' };
const named = { firstName: 'John', lastName: 'Doe', salutation: 'Mr' };
const person = { ...named, ...cellPhone };
const whole = { ...named, cellPhone };

const period = { from: '2023-06-01T09:45:00Z', to: '2023-06-01T10:00:00Z' };

const user = { additionalFields: { userId: 'u-1' } };

/** The least that each operation on agents, queues and the like takes beside its bot. */
export const CENTER_MINIMAL: Record<string, INodeParameters> = {
	'queue.getAll': {},
	'queue.get': { queue: byId('qu-1') },
	'queue.create': { name: 'Returns', hoursOfOperationId: '649bdd219d557c241ad01a2b' },
	'queue.getAgents': { queueIds: ['qu-1'] },
	'queue.getStatistics': { queue: byId('qu-1') },
	'queue.getHours': { queue: byId('qu-1'), orgId: 'o-1' },
	'queue.updatePriorities': {
		priorities: {
			queue: [
				{ queueId: 'qu-1', priority: 6 },
				{ queueId: 'qu-2', priority: 3 },
			],
		},
	},
	'queue.delete': { queue: byId('qu-1'), ...confirmed },
	'skillGroup.getAll': {},
	'skillGroup.get': { skillGroup: byId('sg-1') },
	'skillGroup.create': { name: 'Languages' },
	'skillGroup.update': { skillGroup: byId('sg-1'), name: 'Languages' },
	'skillGroup.delete': { skillGroup: byId('sg-1'), ...confirmed },
	'skill.getAll': { skillGroup: byId('sg-1') },
	'skill.get': { skillGroup: byId('sg-1'), skill: byId('sk-1') },
	'skill.create': { skillGroup: byId('sg-1'), name: 'Polish' },
	'skill.update': { skillGroup: byId('sg-1'), skill: byId('sk-1'), name: 'Polish' },
	'skill.delete': { skillGroup: byId('sg-1'), skill: byId('sk-1'), ...confirmed },
	'agentGroup.getAll': {},
	'agentGroup.get': { agentGroup: byId('ag-1') },
	'agentGroup.create': group,
	'agentGroup.update': {
		agentGroup: byId('ag-1'),
		...group,
		managers: { manager: [{ userId: 'u-1', accessLevel: 'full' }] },
	},
	'agentGroup.delete': { agentGroup: byId('ag-1'), ...confirmed },
	'contact.getAll': {},
	'contact.create': person,
	'contact.createMany': { contacts: JSON.stringify([whole]) },
	'contact.import': {},
	'contact.update': { contact: byId('c-1'), ...person },
	'contact.updateMany': {
		contacts: JSON.stringify([
			{ id: 'c-1', ...whole },
			{ id: 'c-2', ...whole },
		]),
	},
	'contact.delete': { contact: byId('c-1'), ...confirmed },
	'contact.deleteMany': { contactIds: ['c-1', 'c-2'], ...confirmed },
	'recording.get': { sessionId: 'session-1' },
	'recording.getVoicemail': { sessionId: 'session-1' },
	'recording.delete': { sessionId: 'session-1', ...confirmed },
	'workforce.getAgents': {},
	'workforce.getQueues': {},
	'workforce.getActivity': period,
	'workforce.getVolume': { orgId: 'o-1', ...period },
	'workforce.getPerformance': period,
	'case.getAll': {},
	'case.create': {
		caseTmp: 'ctm-1',
		name: 'Parcel lost',
		desc: 'It never came',
		dueDate: '2099-01-01T10:00:00Z',
		source: 'rtm',
		...user,
	},
	'case.update': { caseId: 'ci-1', updateFields: { name: 'Parcel lost' } },
	'task.getAll': {},
	'task.create': {
		caseId: 'ci-1',
		caseRefId: 'CS000131',
		taskTmp: 'ttm-1',
		name: 'Call the carrier',
		desc: 'Ask for the parcel',
		source: 'rtm',
		...user,
	},
	'task.update': { taskId: 'ti-1', updateFields: { name: 'Call the carrier' } },
	'recording.control': { conversationId: 'CA-1', options: { recordingAction: 'pause' } },
	'qualityQueue.create': { customQueueId: 'RETAIL_L1', queueName: 'Retail' },
	'qualityQueue.updateAgents': { customQueueId: 'RETAIL_L1', agentEmails: ['jane@example.com'] },
	'qualityQueue.getJob': { jobId: 'qjb-1' },
	'agent.get': { agent: byId('a-1') },
	'agent.getByCustomId': { customId: '1111' },
	'agent.create': {
		emailId: 'john.doe@example.com',
		firstName: 'John',
		lastName: 'Doe',
		roleId: '67654be356840f366e791a2b',
	},
	'agent.update': { agent: byId('a-1'), updateFields: { nickName: 'John' } },
	'agent.delete': { agent: byId('a-1'), ...confirmed },
};
