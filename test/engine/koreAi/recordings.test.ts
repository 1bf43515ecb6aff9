import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { ORGANIZATION_ID } from '../../../sandbox/vendors/koreAi/centerState';
import { BOT, DAY, pairs, sessionsOf, shownFields, useKore } from '../../support/koreAi';
import { testEach } from '../../support/sandbox';

/** Recordings of calls, and workforce data of the contact center. */
const { run, runToError, sent, onlySent, state } = useKore();

describe('recordings', () => {
	const session = async (isCall: boolean) => {
		const own = sessionsOf(await state(), BOT).filter(({ isActive }) => !isActive);
		const [found] = own.filter(({ callId }) => (callId !== undefined) === isCall);
		return { sessionId: found.id };
	};

	test('of a call, and none of a chat', async () => {
		const own = await session(true);
		const { json, error } = await run('recording.get', own);
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({
			method: 'GET',
			path: `/api/public/bot/${BOT}/v2/recordings`,
			query: own,
			contractErrors: [],
		});
		expect(json).toEqual([request.responseBody]);
		expect(json).toMatchObject([
			{ status: 'success', recording: [{ fileUrl: expect.stringContaining('.wav?') as string }] },
		]);
		expect(Object.keys(json[0]).sort()).toEqual(shownFields('recording.get'));
		const chat = await run('recording.get', await session(false));
		expect(chat.json).toEqual([{ status: 'media_unavailable' }]);
	});

	testEach(
		'a voicemail, with its text or without',
		[
			[true, 1],
			[false, 0],
		],
		async ([transcription, count]) => {
			const own = { ...(await session(true)), transcription };
			const { json } = await run('recording.getVoicemail', own);
			const { path, query } = await onlySent();
			expect(path).toBe(`/api/public/bot/${BOT}/voicemail`);
			expect(query.transcription).toBe(String(transcription));
			expect(json[0].transcriptions).toHaveLength(count);
			expect(json[0]['voicemail recording']).toHaveLength(1);
		},
	);

	test('deleted, once that is confirmed', async () => {
		const own = { ...(await session(true)), confirmation: 'DELETE' };
		expect((await run('recording.delete', own)).json).toEqual([{ deleted: true }]);
		expect((await onlySent()).method).toBe('DELETE');
		const { json } = await run('recording.get', { sessionId: own.sessionId });
		expect(json).toEqual([{ status: 'media_unavailable' }]);
		const error = await runToError('recording.delete', own);
		expect(error.description).toContain(`Recording not found: ${own.sessionId}`);
		const unsaid = await runToError('recording.delete', { ...own, confirmation: 'no' });
		expect(unsaid.description).toContain('Nothing was deleted.');
	});
});

describe('workforce data', () => {
	const hour = 60 * 60_000;
	const to = new Date(Math.floor(Date.now() / DAY) * DAY);
	const period = { from: new Date(to.getTime() - 2 * hour).toISOString(), to: to.toISOString() };
	const asSent = {
		fromTimeStamp: period.from.replace('.000Z', 'Z'),
		toTimeStamp: period.to.replace('.000Z', 'Z'),
	};
	const base = async () => `/agentassist/api/public/analytics/account/${await accountId()}`;
	const accountId = async () => String((await sent())[0].headers.accountid);
	const all = { returnAll: true };

	test('agents, and queues', async () => {
		const { json, error } = await run('workforce.getAgents', all);
		expect(error).toBeUndefined();
		const { agents, queues } = (await state()).center;
		expect(json.map(({ agentId }) => agentId)).toEqual(agents.map(({ id }) => id));
		const [request] = await sent();
		expect(request).toMatchObject({ path: `${await base()}/agents`, contractErrors: [] });
		expect(request.query).toEqual({ offset: '0', limit: '50' });
		expect(request.headers.iid).toBe(BOT);
		const its = await run('workforce.getQueues', all);
		expect(its.json.map((row) => row.Description)).toEqual(queues.map(({ name }) => name));
	});

	test('activity of a period', async () => {
		const { json, error } = await run('workforce.getActivity', { ...period, ...all });
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({ query: asSent, contractErrors: [] });
		expect(request.path).toBe(`${await base()}/agentactivity`);
		expect(json).toHaveLength(23);
		expect(Object.keys(json[0]).sort()).toEqual(shownFields('workforce.getActivity'));
	});

	test('contact volume, page by page', async () => {
		const options = { includeSkillBreakdown: true };
		const own = { ...period, ...all, orgId: ORGANIZATION_ID, options };
		const { json, outputs, error } = await run('workforce.getVolume', own);
		expect(error).toBeUndefined();
		const requests = await sent();
		expect(requests[0]).toMatchObject({ method: 'POST', path: `${await base()}/callvolume` });
		expect(requests[0].contractErrors).toEqual([]);
		expect(requests[0].body).toEqual({
			orgId: ORGANIZATION_ID,
			...asSent,
			...options,
			skip: 0,
			limit: 50,
		});
		// Eight quarters of an hour, two queues.
		expect(json).toHaveLength(16);
		expect(new Set(json.map((row) => row._id)).size).toBe(16);
		expect(new Set(pairs(outputs[0]))).toEqual(new Set([0]));
	});

	test('performance of agents, without a begin', async () => {
		const { json, error } = await run('workforce.getPerformance', { to: period.to, limit: 3 });
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request.path).toBe(`${await base()}/agentperformance`);
		expect(request.body).toEqual({ toTimeStamp: asSent.toTimeStamp, skip: 0, limit: 3 });
		const { AgentPerformance: rows } = request.responseBody as { AgentPerformance: IDataObject[] };
		expect(json).toEqual(rows);
		expect(json).toHaveLength(3);
	});

	testEach(
		'what makes no sense is not sent',
		[
			['workforce.getVolume', { ...period, orgId: 'o-1', from: '={{ $json.none }}' }, "'From'"],
			['workforce.getPerformance', { from: period.to, to: period.from }, "'To'"],
		] as Array<[string, INodeParameters, string]>,
		async ([id, own, field]) => {
			const error = await runToError(id, own);
			expect(error.message).toContain(field);
			expect(await sent()).toEqual([]);
		},
	);

	test('of another organization', async () => {
		const error = await runToError('workforce.getVolume', { ...period, orgId: 'o-none' });
		expect(error.description).toContain('Organization not found: o-none');
	});
});
