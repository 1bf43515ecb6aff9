import type { INodeParameters } from 'n8n-workflow';

import { BOT, shownFields, useKore } from '../../support/koreAi';
import { testEach } from '../../support/sandbox';

/** Cases of customers and their tasks: what is sent, what comes of it, and what is refused. */
const { run, runToError, sent, onlySent, state } = useKore();

const BASE = `/caseManagement/api/public/analytics/${BOT}`;
const center = async () => (await state()).center;

const DUE = '2099-01-01T10:00:00.000Z';
const own = {
	caseTmp: 'ctm-1',
	name: 'Parcel lost',
	desc: 'It never came',
	dueDate: DUE,
	source: 'rtm',
	additionalFields: { emailId: 'jane@example.com', userName: 'Jane' },
};
const ownTask = {
	taskTmp: 'ttm-1',
	name: 'Call the carrier',
	desc: 'Ask for the parcel',
	source: 'rtm',
	additionalFields: { userId: 'u-1' },
};

/** A case that was just made. */
async function made() {
	await run('case.create', own);
	const { cases } = await center();
	return cases[cases.length - 1];
}

describe('cases', () => {
	test('create', async () => {
		const { json, error } = await run('case.create', own);
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({
			method: 'POST',
			path: `${BASE}/createCase`,
			contractErrors: [],
		});
		expect(request.headers.iid).toBe(BOT);
		expect(request.body).toEqual({
			caseTmp: 'ctm-1',
			name: 'Parcel lost',
			desc: 'It never came',
			dueDate: DUE,
			source: 'rtm',
			emailId: 'jane@example.com',
			userInfo: { name: 'Jane' },
		});
		const [{ id }] = (await center()).cases;
		expect(json).toMatchObject([{ caseId: id, status: 'Open', user: 'Jane', dueDate: DUE }]);
		expect(Object.keys(json[0]).sort()).toEqual(shownFields('case.create'));
	});

	test('update leaves out what was not added', async () => {
		const { id } = await made();
		const updateFields = { dueDate: DUE, tags: ['parcel'], status: '{ "name": "Closed" }' };
		const { json, error } = await run('case.update', { caseId: id, updateFields });
		expect(error).toBeUndefined();
		const [request] = await sent('case.update');
		expect(request).toMatchObject({ path: `${BASE}/updateCase/${id}`, contractErrors: [] });
		expect(request.body).toEqual({
			dueDate: Date.parse(DUE),
			tags: ['parcel'],
			status: { name: 'Closed' },
		});
		expect(json).toMatchObject([{ caseId: id, name: 'Parcel lost', status: 'Closed' }]);
	});

	test('the list, page by page, with filters', async () => {
		for (const name of ['Parcel lost', 'Parcel late', 'Refund']) {
			await run('case.create', { ...own, name });
		}
		const filters = { searchText: 'parcel', unresolved: true, status: ['Open'] };
		const { json, error } = await run('case.getAll', { returnAll: true, filters });
		expect(error).toBeUndefined();
		const [request] = await sent('case.getAll');
		expect(request).toMatchObject({ path: `${BASE}/getCases`, contractErrors: [] });
		expect(request.body).toEqual({ ...filters, skip: 0, limit: 50 });
		expect(json.map(({ name }) => name)).toEqual(['Parcel lost', 'Parcel late']);
	});

	testEach(
		'what makes no sense is not sent',
		[
			['case.create', { ...own, additionalFields: {} }, "'Additional Fields' name no user"],
			['case.update', { caseId: 'ci-1', updateFields: {} }, "'Update Fields' is empty"],
			['task.update', { taskId: 'ti-1', updateFields: {} }, "'Update Fields' is empty"],
		] as Array<[string, INodeParameters, string]>,
		async ([id, given, message]) => {
			const error = await runToError(id, given);
			expect(error.message).toContain(message);
			expect(await sent()).toEqual([]);
		},
	);
});

describe('tasks', () => {
	test('create in a case, update and list', async () => {
		const { id: caseId, refId: caseRefId } = await made();
		const { json, error } = await run('task.create', { ...ownTask, caseId, caseRefId });
		expect(error).toBeUndefined();
		const [request] = await sent('task.create');
		expect(request).toMatchObject({ path: `${BASE}/createTask`, contractErrors: [] });
		expect(request.body).toEqual({
			caseId,
			caseRefId,
			taskTmp: 'ttm-1',
			name: 'Call the carrier',
			desc: 'Ask for the parcel',
			userInfo: { _id: 'u-1' },
			source: 'rtm',
		});
		const [{ id: taskId }] = (await center()).tasks;
		expect(json).toMatchObject([{ taskId, caseId, caseRefId, priority: 'Medium' }]);
		const changed = await run('task.update', { taskId, updateFields: { name: 'Call again' } });
		expect(changed.json).toMatchObject([{ taskId, name: 'Call again' }]);
		const [update] = await sent('task.update');
		expect(update).toMatchObject({ path: `${BASE}/updateTask/${taskId}`, contractErrors: [] });
		expect(update.body).toEqual({ name: 'Call again' });
		const { json: all } = await run('task.getAll', { returnAll: true });
		expect(all).toMatchObject([{ taskId, name: 'Call again' }]);
		expect(Object.keys(all[0]).sort()).toEqual(shownFields('task.getAll'));
	});

	test('of a case that is not there', async () => {
		const given = { ...ownTask, caseId: 'ci-none', caseRefId: 'CS000001' };
		const error = await runToError('task.create', given);
		expect(error.description).toContain('Case not found: ci-none');
		expect(error).toMatchObject({ httpCode: '400', pairedItem: { item: 0 } });
	});
});
