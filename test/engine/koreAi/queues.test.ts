import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId } from '../../../engine/jobs';
import { HOURS_ID, ORGANIZATION_ID } from '../../../sandbox/vendors/koreAi/centerState';
import { searchList } from '../../support/contexts';
import { BOT, koreAccount, shownFields, useKore } from '../../support/koreAi';
import { testEach } from '../../support/sandbox';

/** Queues of the contact center: what is sent, what comes of it, and what is refused. */
const { sandbox, run, runToError, sent, onlySent, state, answerWith } = useKore();

const BASE = `/agentassist/api/v1/public/${BOT}`;
const queuesIn = async () => (await state()).center.queues;
const idOf = async (name: string) =>
	String((await queuesIn()).find((queue) => queue.name === name)?.id);
const ofName = async (name: string) => ({ queue: byId(await idOf(name)) });

test('the list, page by page, in ten fields', async () => {
	const { json, error } = await run('queue.getAll', { returnAll: true });
	expect(error).toBeUndefined();
	expect(json.map(({ name }) => name)).toEqual(['Default Queue', 'Billing']);
	expect(Object.keys(json[0]).sort()).toEqual(shownFields('queue.getAll'));
	expect(json[0]).toMatchObject({ orgId: ORGANIZATION_ID, hoursOfOperationId: HOURS_ID });
	const request = await onlySent();
	expect(request).toMatchObject({
		method: 'GET',
		path: `${BASE}/queues`,
		query: { page: '1', limit: '50' },
		contractErrors: [],
	});
	expect(request.headers.accountid).toMatch(/^[0-9a-f]{24}$/);
});

test('one, in ten fields and raw', async () => {
	const own = await ofName('Billing');
	const { json } = await run('queue.get', own);
	expect(json).toMatchObject([{ queueId: own.queue.value, name: 'Billing', isDefault: false }]);
	const raw = await run('queue.get', { ...own, simplify: false });
	expect(raw.json).toMatchObject([{ id: own.queue.value, hoursOfOperation: { id: HOURS_ID } }]);
});

describe('create', () => {
	const base = { name: 'Returns', hoursOfOperationId: HOURS_ID };

	test('with no more than it needs', async () => {
		const { json, error } = await run('queue.create', base);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ queueId: await idOf('Returns'), name: 'Returns', agents: [] }]);
		const { method, path, body, contractErrors } = await onlySent();
		expect({ method, path, contractErrors }).toEqual({
			method: 'POST',
			path: `${BASE}/queues`,
			contractErrors: [],
		});
		expect(body).toMatchObject({ name: 'Returns', hoursOfOperation: { id: HOURS_ID } });
		expect(body).not.toHaveProperty('advancedSettings');
	});

	test('with all there is', async () => {
		const { agents, skills } = (await state()).center;
		const [{ id: aId, userId }] = agents;
		const additionalFields = {
			agentGroups: ['ag-1'],
			agents: { agent: [{ aId, userId, isPreferredAgent: true }] },
			description: 'Who sends something back',
			enableTransferRules: true,
			isAdvancedRoutingEnabled: true,
			isAffinityMatchEnabled: false,
			isSkillMatchEnabled: true,
			preferredAgentTimeout: 2,
			skills: {
				skill: [
					{ skillId: skills[0].id, expiresAfter: 3 },
					{ skillId: skills[1].id, expiresAfter: 0 },
				],
			},
			transferQueues: ['qu-1', 'qu-2'],
		};
		const { json } = await run('queue.create', { ...base, additionalFields });
		const { body, contractErrors } = await onlySent();
		expect(contractErrors).toEqual([]);
		expect(body).toEqual({
			name: 'Returns',
			description: 'Who sends something back',
			isAdvancedRoutingEnabled: true,
			hoursOfOperation: { id: HOURS_ID },
			agents: [{ aId, userId, isPreferredAgent: true }],
			skills: [
				{ id: skills[0].id, isExpireEnabled: true, expireTime: { min: 3, sec: 0 } },
				{ id: skills[1].id, isExpireEnabled: false },
			],
			agentGroups: [{ id: 'ag-1' }],
			advancedSettings: {
				isSkillMatchEnabled: true,
				isAffinityMatchEnabled: false,
				preferredAgentTimeout: { min: 2, sec: 0 },
			},
			enableTransferRules: true,
			transferQueues: ['qu-1', 'qu-2'],
		});
		expect(json[0]).toMatchObject({ skills: ['Billing', 'Returns'] });
		const { json: its } = await run('queue.getAgents', {
			queueIds: [String(json[0].queueId)],
			returnAll: true,
		});
		expect(its.map((row) => row.aId)).toEqual([aId]);
	});

	test('what Kore.ai refuses is said in its words', async () => {
		const error = await runToError('queue.create', { ...base, name: 'Billing' });
		expect(error.description).toContain('Queue Billing already exists');
		expect(error).toMatchObject({ httpCode: '400', pairedItem: { item: 0 } });
	});

	test('an answer without an ID leaves open whether it was made', async () => {
		await answerWith('queue.create', { name: 'Returns' });
		const error = await runToError('queue.create', base);
		expect(error.description).toContain("run 'Get Many' for queues");
	});
});

test('agents of queues', async () => {
	const queueIds = [await idOf('Billing')];
	const { json, error } = await run('queue.getAgents', { queueIds, limit: 3 });
	expect(error).toBeUndefined();
	const request = await onlySent();
	expect(request).toMatchObject({ method: 'POST', path: `${BASE}/queues/agents` });
	expect(request.body).toEqual({ queueIds });
	expect(json).toEqual((request.responseBody as IDataObject[]).slice(0, 3));
});

test('statistics, with filters', async () => {
	const filters = { channels: ['rtm'], languages: ['en', 'pl'] };
	const { json, error } = await run('queue.getStatistics', {
		...(await ofName('Billing')),
		filters,
	});
	expect(error).toBeUndefined();
	const request = await onlySent();
	expect(request.path).toBe(`${BASE}/monitor/queueStatsById/${await idOf('Billing')}`);
	expect(request.body).toEqual(filters);
	expect(json).toEqual(request.responseBody);
	expect(json).toMatchObject([{ queueName: 'Billing', noOfAgents: 11 }]);
});

test('hours of operation', async () => {
	const own = { ...(await ofName('Billing')), orgId: ORGANIZATION_ID };
	const { json, error } = await run('queue.getHours', own);
	expect(error).toBeUndefined();
	const request = await onlySent();
	expect(request.path).toBe(
		`/agentassist/api/public/organizations/${ORGANIZATION_ID}/operationshours/${own.queue.value}`,
	);
	expect(request.headers.iid).toBe(BOT);
	expect(json).toMatchObject([{ id: HOURS_ID, timezone: 'Europe/Warsaw' }]);
});

describe('priorities', () => {
	const rows = (...queue: IDataObject[]) => ({ priorities: { queue } }) as INodeParameters;

	test('of two', async () => {
		const ids = [await idOf('Default Queue'), await idOf('Billing')];
		const own = rows({ queueId: ids[0], priority: 6 }, { queueId: ids[1], priority: 3 });
		const { json, error } = await run('queue.updatePriorities', own);
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({
			method: 'PUT',
			path: `${BASE}/queues/dynamicqueues/priorities`,
			body: {
				queuePriorityData: [
					{ queueId: ids[0], priority: 6 },
					{ queueId: ids[1], priority: 3 },
				],
			},
			contractErrors: [],
		});
		expect(request.headers.iid).toBe(BOT);
		expect(json).toEqual([{ updatedCount: 2, updatedQueueIds: ids }]);
		expect((await queuesIn()).map(({ priority }) => priority)).toEqual([6, 3]);
	});

	test('of one that is not there', async () => {
		const error = await runToError(
			'queue.updatePriorities',
			rows({ queueId: 'qu-1', priority: 1 }),
		);
		expect(error.message).toMatch(/^Kore\.ai updated 0 of 1 queues/);
	});

	testEach(
		'of none, or beyond the scale, nothing is sent',
		[
			[rows(), "'Priorities' is empty"],
			[rows({ queueId: 'qu-1', priority: 11 }), "'Priorities' 1: 'Priority' cannot be 11"],
		] as Array<[INodeParameters, string]>,
		async ([own, message]) => {
			const error = await runToError('queue.updatePriorities', own);
			expect(error.message).toContain(message);
			expect(await sent()).toEqual([]);
		},
	);
});

describe('delete', () => {
	test('once it is confirmed', async () => {
		const own = await ofName('Billing');
		const { json, error } = await run('queue.delete', { ...own, confirmation: 'DELETE' });
		expect(error).toBeUndefined();
		expect(json).toEqual([{ deleted: true }]);
		const { method, path } = await onlySent();
		expect({ method, path }).toEqual({
			method: 'DELETE',
			path: `${BASE}/queues/${own.queue.value}`,
		});
		expect((await queuesIn()).map(({ name }) => name)).toEqual(['Default Queue']);
	});

	test('not before', async () => {
		const own = { ...(await ofName('Billing')), confirmation: 'yes' };
		const error = await runToError('queue.delete', own);
		expect(error.description).toContain('to delete the queue. Nothing was deleted.');
		expect(await sent()).toEqual([]);
	});
});

test('the picker has all queues', async () => {
	const credentials = koreAccount(sandbox().url);
	const setup = { node: 'koreAiContactCenter', parameters: {}, credentials };
	const { results } = await searchList(setup, 'queues');
	expect(results).toEqual([
		{ name: 'Default Queue (default)', value: await idOf('Default Queue') },
		{ name: 'Billing', value: await idOf('Billing') },
	]);
});
