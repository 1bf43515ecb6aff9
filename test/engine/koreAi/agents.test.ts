import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, itemsOf } from '../../../engine/jobs';
import { recordOf } from '../../../nodes/KoreAi/contactCenter/agentRecord';
import { ROLE_ID } from '../../../sandbox/vendors/koreAi/centerState';
import { searchList } from '../../support/contexts';
import { BOT, koreAccount, shownFields, useKore } from '../../support/koreAi';
import { testEach } from '../../support/sandbox';

/** Agents of the contact center and their groups: made, changed, deleted. */
const { sandbox, run, runToError, sent, onlySent, state, answerWith } = useKore();

const BASE = `/agentassist/api/v1/public/${BOT}`;
const center = async () => (await state()).center;
const first = async () => (await center()).agents[0];
const confirmed = { confirmation: 'DELETE' };

describe('one agent', () => {
	test('in ten fields, and raw without the passwords for calls', async () => {
		const { id, userId, emailId } = await first();
		const { json, error } = await run('agent.get', { agent: byId(id) });
		expect(error).toBeUndefined();
		expect(Object.keys(json[0]).sort()).toEqual(shownFields('agent.get'));
		expect(json).toMatchObject([{ agentId: id, userId, email: emailId, skills: ['Billing'] }]);
		const request = await onlySent();
		expect(request.path).toBe(`${BASE}/agents/${id}`);
		expect(request.responseBody).toHaveProperty('iceServers');
		const raw = await run('agent.get', { agent: byId(id), simplify: false });
		expect(raw.json).toMatchObject([{ id, roleId: ROLE_ID }]);
		expect(raw.json[0]).not.toHaveProperty('iceServers');
	});

	test('by the ID of another system', async () => {
		const { id } = await first();
		const { json } = await run('agent.getByCustomId', { customId: '1000', simplify: false });
		expect(json).toMatchObject([{ id, customId: '1000' }]);
		expect(json[0]).not.toHaveProperty('iceServers');
		expect((await onlySent()).path).toBe(`${BASE}/agents/customId/1000`);
		expect((await run('agent.getByCustomId', { customId: 'none' })).json).toEqual([]);
	});
});

describe('create', () => {
	const base = {
		emailId: 'john.doe@example.com',
		firstName: 'John',
		lastName: 'Doe',
		roleId: ROLE_ID,
	};

	test('with no more than it needs', async () => {
		const { json, error } = await run('agent.create', base);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ name: 'John Doe', email: 'john.doe@example.com' }]);
		const { method, path, body, contractErrors } = await onlySent();
		expect({ method, path, contractErrors }).toEqual({
			method: 'POST',
			path: `${BASE}/agents`,
			contractErrors: [],
		});
		expect(body).toEqual({ ...base, skills: [], queues: [] });
	});

	test('with all there is', async () => {
		const { skills, queues, agentGroups } = await center();
		const more = {
			agentGroupId: agentGroups[1].id,
			canSupportChat: true,
			canSupportVoice: false,
			createDefaultLayoutAndAssign: true,
			customId: '4711',
			maxChatSupport: 5,
			nickName: 'Johnny',
			phoneNumber: '13456782345',
		};
		const additionalFields = {
			...more,
			chatLanguages: ['en', 'pl'],
			voiceLanguages: ['de'],
			queues: { queue: [{ id: queues[1].id, isPreferredAgent: true }] },
			skills: { skill: [{ skillId: skills[2].id, proficiencyLevel: 'good' }] },
		};
		await run('agent.create', { ...base, additionalFields });
		const { body, contractErrors } = await onlySent();
		expect(contractErrors).toEqual([]);
		const spoken = (language: string) => ({ language, proficiency: 'expert', isActive: true });
		expect(body).toEqual({
			...base,
			...more,
			chatLanguageSupport: [spoken('en'), spoken('pl')],
			voiceLanguageSupport: [spoken('de')],
			skills: [{ skillId: skills[2].id, proficiencyLevel: 'good' }],
			queues: [{ id: queues[1].id, isPreferredAgent: true }],
		});
		expect((await center()).agents.at(-1)).toMatchObject({
			groupId: agentGroups[1].id,
			queueIds: [queues[1].id],
		});
	});

	testEach(
		'what Kore.ai refuses is said in its words',
		[
			[{ emailId: 'agent.0@example.com' }, 'Agent with email agent.0@example.com already exists'],
			[{ roleId: 'none' }, 'Role not found: none'],
		] as Array<[INodeParameters, string]>,
		async ([own, message]) => {
			const error = await runToError('agent.create', { ...base, ...own });
			expect(error.description).toContain(message);
			expect(error).toMatchObject({ httpCode: '400', pairedItem: { item: 0 } });
		},
	);
});

describe('update', () => {
	test('the whole agent is sent back, with the change', async () => {
		const { id } = await first();
		const own = { agent: byId(id), updateFields: { lastName: 'Nowak', maxEmailChatSupport: 3 } };
		const { json, error } = await run('agent.update', own);
		expect(error).toBeUndefined();
		const [read, written] = await sent();
		expect([read.method, written.method]).toEqual(['GET', 'PUT']);
		expect(written.contractErrors).toEqual([]);
		const now = read.responseBody as Record<string, IDataObject[]> & { firstName: string };
		const body = written.body as IDataObject;
		expect(body).toMatchObject({
			id,
			userId: now.userId,
			accountId: now.accountId,
			orgId: now.orgId,
			iId: BOT,
			roleId: ROLE_ID,
			agentGroupId: now.agentGroups[0].groupId,
			skills: now.skills,
			queues: now.queues,
			lastName: 'Nowak',
			fullName: `${now.firstName} Nowak`,
			maxEmailChatSupport: 3,
		});
		// Neither what Kore.ai documents no place for, nor the old name in small letters.
		for (const name of ['iceServers', 'onlineStatus', 'lFullName']) {
			expect(body).not.toHaveProperty(name);
		}
		expect(json).toMatchObject([{ agentId: id, name: `${now.firstName} Nowak` }]);
	});

	test('two changes of the same agent go one after the other', async () => {
		const { id } = await first();
		const items = itemsOf([{ field: 'Nick' }, { field: 'Nicky' }]);
		const own = { agent: byId(id), updateFields: { nickName: '={{ $json.field }}' } };
		await run('agent.update', own, { items });
		expect((await sent()).map(({ method }) => method)).toEqual(['GET', 'PUT', 'GET', 'PUT']);
		expect((await first()).more.nickName).toBe('Nicky');
	});

	test('nothing to change: nothing is sent', async () => {
		const error = await runToError('agent.update', { agent: byId('a-1'), updateFields: {} });
		expect(error.message).toContain("'Update Fields' is empty");
		expect(await sent()).toEqual([]);
	});

	test('an agent who lacks what Kore.ai needs is left alone', async () => {
		const { id } = await first();
		await answerWith('agent.get', { id, userId: 'u-1', firstName: 'John' });
		const own = { agent: byId(id), updateFields: { nickName: 'J' } };
		const error = await runToError('agent.update', own);
		expect(error.message).toContain(
			'Kore.ai takes no change without lastName, emailId, accountId, orgId, roleId, iId, agentGroupId',
		);
		expect(await sent('agent.update')).toEqual([]);
	});

	test('names stay as they are when they are not changed', () => {
		const now = { id: 'a-1', fullName: 'John Doe', lFullName: 'john doe', agentGroupId: 'ag-2' };
		const groups = { agentGroups: [{ groupId: 'ag-1' }] };
		expect(recordOf({ ...now, ...groups, onlineStatus: 'Away' }, { nickName: 'J' })).toEqual({
			...now,
			...groups,
			nickName: 'J',
		});
	});
});

describe('delete', () => {
	test('once it is confirmed', async () => {
		const { id } = await first();
		const { json } = await run('agent.delete', { agent: byId(id), ...confirmed });
		expect(json).toEqual([{ deleted: true }]);
		const { method, path } = await onlySent();
		expect({ method, path }).toEqual({ method: 'DELETE', path: `${BASE}/agents/${id}` });
		expect((await center()).agents.map((agent) => agent.id)).not.toContain(id);
	});

	test('nobody who is not there', async () => {
		const error = await runToError('agent.delete', { agent: byId('a-none'), ...confirmed });
		expect(error.description).toContain('Agent not found: a-none');
	});
});

describe('agent groups', () => {
	const groupNamed = async (name: string) =>
		String((await center()).agentGroups.find((group) => group.name === name)?.id);
	const night = async () => ({ agentGroup: byId(await groupNamed('Night Shift')) });
	const text = { name: 'Day Shift', description: 'From six to two' };

	test('the list, in ten fields, and one', async () => {
		const { json, error } = await run('agentGroup.getAll', { returnAll: true });
		expect(error).toBeUndefined();
		expect(json.map(({ name, totalAgents }) => [name, totalAgents])).toEqual([
			['Default Group', 12],
			['Night Shift', 11],
		]);
		expect(Object.keys(json[0]).sort()).toEqual(shownFields('agentGroup.getAll'));
		const request = await onlySent();
		expect(request).toMatchObject({ path: `${BASE}/agent-groups`, contractErrors: [] });
		expect(request.query).toEqual({ skip: '0', limit: '50' });
		const { json: one } = await run('agentGroup.get', await night());
		expect(one).toMatchObject([{ name: 'Night Shift', managers: [{ accessLevel: 'full' }] }]);
	});

	test('create', async () => {
		const { json, error } = await run('agentGroup.create', text);
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({ method: 'POST', body: text, contractErrors: [] });
		expect(json).toEqual([text]);
		expect(await groupNamed('Day Shift')).toMatch(/^ag-/);
	});

	test('update, with who manages it', async () => {
		const own = await night();
		const { userId } = await first();
		const manager = [{ userId, accessLevel: 'view' }];
		const { json } = await run('agentGroup.update', { ...own, ...text, managers: { manager } });
		const { method, path, body, contractErrors } = await onlySent();
		expect({ method, path, contractErrors }).toEqual({
			method: 'PUT',
			path: `${BASE}/agent-groups/${own.agentGroup.value}`,
			contractErrors: [],
		});
		expect(body).toEqual({ ...text, managers: manager });
		expect(json).toEqual([{ ...text, managers: manager }]);
	});

	test('update without managers would take them all: nothing is sent', async () => {
		const error = await runToError('agentGroup.update', {
			...(await night()),
			...text,
			managers: {},
		});
		expect(error.message).toContain("'Managers' is empty");
		expect(await sent()).toEqual([]);
	});

	test('delete', async () => {
		const own = { ...(await night()), ...confirmed };
		expect((await run('agentGroup.delete', own)).json).toEqual([{ deleted: true }]);
		const byDefault = byId(await groupNamed('Default Group'));
		const error = await runToError('agentGroup.delete', { ...own, agentGroup: byDefault });
		expect(error.description).toContain('The default group cannot be deleted');
	});
});

describe('pickers', () => {
	const search = async (method: string, filter?: string) => {
		const setup = {
			node: 'koreAiContactCenter',
			parameters: {},
			credentials: koreAccount(sandbox().url),
		};
		return (await searchList(setup, method, filter)).results;
	};

	test('agents with their email, and groups', async () => {
		const { agents } = await center();
		const found = await search('agents');
		expect(found).toHaveLength(23);
		expect(found[0]).toEqual({
			name: `${agents[0].firstName} ${agents[0].lastName} (agent.0@example.com)`,
			value: agents[0].id,
		});
		expect(await search('agents', 'agent.7@')).toHaveLength(1);
		const groups = await search('agentGroups');
		expect(groups.map(({ name }) => name)).toEqual(['Default Group', 'Night Shift']);
	});
});
