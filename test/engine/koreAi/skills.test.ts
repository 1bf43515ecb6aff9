import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../../../engine/jobs';
import { searchList } from '../../support/contexts';
import { BOT, koreAccount, shownFields, useKore } from '../../support/koreAi';
import { testEach } from '../../support/sandbox';

/** Skills of agents and their groups: what is sent, what comes of it, and what is refused. */
const { sandbox, run, runToError, sent, onlySent, state } = useKore();

const BASE = `/agentassist/api/v1/public/${BOT}/skill-groups`;
const center = async () => (await state()).center;
const groupNamed = async (name: string) =>
	String((await center()).skillGroups.find((group) => group.name === name)?.id);
const skillNamed = async (name: string) =>
	String((await center()).skills.find((skill) => skill.name === name)?.id);
const languages = async () => ({ skillGroup: byId(await groupNamed('Languages')) });
const polish = async () => ({ ...(await languages()), skill: byId(await skillNamed('Polish')) });

describe('skill groups', () => {
	test('the list, and one', async () => {
		const { json, error } = await run('skillGroup.getAll', { returnAll: true });
		expect(error).toBeUndefined();
		expect(json.map(({ name }) => name)).toEqual(['Default SkillGroup', 'Languages']);
		expect(Object.keys(json[0]).sort()).toEqual(shownFields('skillGroup.getAll'));
		const request = await onlySent();
		expect(request).toMatchObject({ method: 'GET', path: BASE, contractErrors: [] });
		expect(request.query).toEqual({ page: '1', limit: '50' });
		expect((await run('skillGroup.get', await languages())).json).toEqual([json[1]]);
	});

	test('create', async () => {
		const additionalFields = { color: '#0f0f0f', description: 'For premium subscriptions' };
		const { json, error } = await run('skillGroup.create', { name: 'Premium', additionalFields });
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({ method: 'POST', path: BASE, contractErrors: [] });
		expect(request.body).toEqual({ name: 'Premium', ...additionalFields });
		expect(json).toEqual([
			{ id: await groupNamed('Premium'), name: 'Premium', ...additionalFields },
		]);
	});

	test('update, of the name alone', async () => {
		const own = await languages();
		const { json, error } = await run('skillGroup.update', { ...own, name: 'Tongues' });
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({ method: 'PUT', path: `${BASE}/${own.skillGroup.value}` });
		expect(request.body).toEqual({ name: 'Tongues' });
		expect(json).toMatchObject([{ id: own.skillGroup.value, name: 'Tongues' }]);
	});

	test('delete, once it is empty', async () => {
		const { json } = await run('skillGroup.create', { name: 'Premium' });
		const own = { skillGroup: byId(String(json[0].id)), confirmation: 'DELETE' };
		expect((await run('skillGroup.delete', own)).json).toEqual([{ deleted: true }]);
		expect((await center()).skillGroups.map(({ name }) => name)).not.toContain('Premium');
		const error = await runToError('skillGroup.delete', { ...own, ...(await languages()) });
		expect(error.description).toContain('The skill group has skills');
	});
});

describe('skills', () => {
	test('the list of a group', async () => {
		const own = await languages();
		const { json, error } = await run('skill.getAll', { ...own, returnAll: true });
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request.path).toBe(`${BASE}/${own.skillGroup.value}/skills`);
		expect(request.contractErrors).toEqual([]);
		expect(json.map(({ name, agents }) => [name, agents])).toEqual([
			['Polish', 0],
			['German', 0],
		]);
		expect(Object.keys(json[0]).sort()).toEqual(shownFields('skill.getAll'));
	});

	test('create, with who has it', async () => {
		const { agents } = await center();
		const additionalFields = {
			agents: { agent: [{ userId: agents[3].userId, proficiencyLevel: 'novice' }] },
			description: 'Spoken',
		};
		const own = { ...(await languages()), name: 'Czech', additionalFields };
		const { json, error } = await run('skill.create', own);
		expect(error).toBeUndefined();
		const { method, path, body } = await onlySent();
		expect({ method, path }).toEqual({
			method: 'POST',
			path: `${BASE}/${own.skillGroup.value}/skills`,
		});
		expect(body).toEqual({
			name: 'Czech',
			description: 'Spoken',
			agents: [{ userId: agents[3].userId, proficiencyLevel: 'novice' }],
		});
		const skillId = await skillNamed('Czech');
		expect(json).toMatchObject([{ id: skillId, name: 'Czech', agents: 1 }]);
		const { json: its } = await run('skill.get', { ...(await languages()), skill: byId(skillId) });
		expect(its).toMatchObject([
			{ agents: [{ userId: agents[3].userId, proficiencyLevel: 'novice' }] },
		]);
	});

	test('update leaves the agents out when none was added', async () => {
		const own = await polish();
		await run('skill.update', { ...own, name: 'Polish B2' });
		const { method, path, body } = await onlySent();
		expect({ method, path }).toEqual({
			method: 'PUT',
			path: `${BASE}/${own.skillGroup.value}/skills/${own.skill.value}`,
		});
		expect(body).toEqual({ name: 'Polish B2' });
		expect(await skillNamed('Polish B2')).toBe(own.skill.value);
	});

	test('delete', async () => {
		const own = { ...(await polish()), confirmation: 'DELETE' };
		expect((await run('skill.delete', own)).json).toEqual([{ deleted: true }]);
		expect((await onlySent()).method).toBe('DELETE');
		expect((await center()).skills.map(({ name }) => name)).not.toContain('Polish');
	});

	testEach(
		'what is not there, or not confirmed',
		[
			['skill.get', { skill: byId('none') }, 'Skill not found: none'],
			['skill.update', { skill: byId('none'), name: 'A' }, 'Skill not found: none'],
			['skill.create', { name: 'German' }, 'German already exists'],
			['skill.delete', { skill: byId('none'), confirmation: 'no' }, 'Nothing was deleted.'],
		] as Array<[string, INodeParameters, string]>,
		async ([id, own, message]) => {
			const error = await runToError(id, { ...(await languages()), ...own });
			expect(error.description).toContain(message);
			expect(error.pairedItem).toEqual({ item: 0 });
		},
	);
});

describe('pickers', () => {
	const ofSkill = { resource: 'skill', operation: 'get' };
	const search = async (method: string, parameters: INodeParameters = {}) => {
		const credentials = koreAccount(sandbox().url);
		return await searchList({ node: 'koreAiContactCenter', parameters, credentials }, method);
	};

	test('groups, and the skills of one', async () => {
		const { results } = await search('skillGroups');
		expect(results.map(({ name }) => name)).toEqual(['Default SkillGroup', 'Languages']);
		const its = await search('skills', { ...ofSkill, ...(await languages()) });
		expect(its.results.map(({ name }) => name)).toEqual(['Polish', 'German']);
	});

	test('skills want the group first', async () => {
		await expect(search('skills', ofSkill)).rejects.toThrow("Choose 'Skill Group' first");
		expect(await sent()).toEqual([]);
	});
});
