import { itemsOf } from '../../../scripts/n8n/api';
import type { Runner } from './runner';

interface Center {
	center: {
		agents: Array<{
			id: string;
			emailId: string;
			queueIds: string[];
			skills: Array<{ skillId: string }>;
			roleId: string;
		}>;
		queues: Array<{ id: string; name: string; input: { hoursOfOperation: { id: string } } }>;
		skills: Array<{ id: string; name: string }>;
	};
}

const FILE = 'agent-roster-from-a-spreadsheet';

interface Row {
	email: string;
	language: string;
	queue: string;
}

/** Who is in the spreadsheet is an agent afterwards. */
export function koreAiRosterTests({ playground, run }: Runner): void {
	const center = async () => (await playground().sandbox.state<Center>('kore-ai')).center;

	describe(FILE, () => {
		it('skills and queues that are missing are created before the agents who have them', async () => {
			const before = await center();
			const execution = await run(FILE);
			const after = await center();
			const rows = itemsOf(execution, 'Rows') as unknown as Row[];
			const known = new Set(before.agents.map(({ emailId }) => emailId));
			const lacking = rows.filter(({ email }) => !known.has(email));
			expect(lacking.length).toBeGreaterThan(1);
			expect(lacking.length).toBeLessThan(rows.length);

			const skillNames = before.skills.map(({ name }) => name);
			const queueNames = before.queues.map(({ name }) => name);
			const skills = after.skills.slice(before.skills.length).map(({ name }) => name);
			const queues = after.queues.slice(before.queues.length);
			const wanted = [...new Set(rows.map(({ language }) => language))];
			expect(skills).toEqual(wanted.filter((name) => !skillNames.includes(name)));
			expect(skills).toHaveLength(1);
			expect(queues.map(({ name }) => name)).toEqual(['Returns']);
			expect(queueNames).not.toContain('Returns');
			expect(queues[0].input.hoursOfOperation).toEqual(before.queues[0].input.hoursOfOperation);

			const made = after.agents.slice(before.agents.length);
			const nameOf = (list: Array<{ id: string; name: string }>, wantedId: string) =>
				list.find(({ id }) => id === wantedId)?.name;
			expect(
				made.map(({ emailId, skills: [skill], queueIds: [queue] }) => ({
					email: emailId,
					language: nameOf(after.skills, skill.skillId),
					queue: nameOf(after.queues, queue),
				})),
			).toEqual(lacking.map(({ email, language, queue }) => ({ email, language, queue })));
			expect(new Set(made.map(({ roleId }) => roleId))).toEqual(new Set([before.agents[0].roleId]));
			expect(after.agents.slice(0, before.agents.length)).toEqual(before.agents);
			expect(itemsOf(execution, 'Summary')).toEqual([
				{
					skills_created: 1,
					queues_created: 1,
					agents_created: lacking.length,
					agents_known: rows.length - lacking.length,
				},
			]);
		});

		it('running it again creates nothing', async () => {
			const before = await center();
			await run(FILE);
			expect(await center()).toEqual(before);
		});
	});
}
